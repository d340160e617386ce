"""Restricted problems in OR-Tools: a min-cost flow for counts, CP-SAT for integer programmes.

Runs in a child interpreter only. Costs and weights become whole numbers there, so the answer
is judged again with the true ones by whoever asked.

The flow leads each customer of a choice into a node of the centre, and from there through one
node for each limit to a collector. What a total costs is a convex function of the flow through
its node (see :func:`_segments`), so that parallel arcs with rising costs stand for it. Prices
are the potentials of the optimal flow, found as shortest paths in its residual network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from ..workers import Message, Task
from .limits import Limit
from .restricted import Choice, Programme, Relaxed, Whole
from .scaled import ScaledProblem

_COST_LEVELS = 1 << 30
_WEIGHT_LEVELS = 1 << 30
_FAR = np.iinfo(np.int64).max // 4
_SEED = 1


class OrToolsTask(Task):
    """Solves flows and integer programmes; imports OR-Tools when it is made."""

    def __init__(self, shared: Message) -> None:
        super().__init__(shared)
        from importlib.metadata import version

        from ortools.graph.python import min_cost_flow
        from ortools.sat.python import cp_model

        self._version = version("ortools")
        self._flow = min_cost_flow
        self._model = cp_model

    def run(self, message: Message, progress: Progress = SILENT) -> Message:
        """Answer the message of a :class:`Network` or of :func:`whole_message`."""
        answer = self._flows(message) if message["kind"] == "flow" else self._whole(message)
        answer["version"] = self._version
        return answer

    def _flows(self, message: Message) -> Message:
        flow = self._flow.SimpleMinCostFlow()
        arcs = flow.add_arcs_with_capacity_and_unit_cost(
            message["tails"], message["heads"], message["capacities"], message["costs"]
        )
        supplies = np.asarray(message["supplies"])
        flow.set_nodes_supplies(np.arange(supplies.size), supplies)
        status = flow.solve()
        if status != flow.OPTIMAL:
            raise RuntimeError(f"the flow was not solved: {status}")
        return {"flows": np.asarray(flow.flows(arcs), dtype=np.int64)}

    def _whole(self, message: Message) -> Message:
        cp_model = self._model
        model = cp_model.CpModel()
        cost = np.asarray(message["cost"]).tolist()
        moved = [model.new_bool_var("") for _ in cost]
        ends = np.asarray(message["row_ends"])
        columns = np.asarray(message["columns"]).tolist()
        values = np.asarray(message["values"]).tolist()
        lower, upper = np.asarray(message["lower"]).tolist(), np.asarray(message["upper"]).tolist()
        for row in range(ends.size - 1):
            entries = range(int(ends[row]), int(ends[row + 1]))
            total = cp_model.LinearExpr.weighted_sum(
                [moved[columns[entry]] for entry in entries], [values[entry] for entry in entries]
            )
            model.add_linear_constraint(total, lower[row], upper[row])
        customers = np.asarray(message["customers"])
        for arcs in np.split(np.arange(customers.size), np.flatnonzero(np.diff(customers)) + 1):
            if arcs.size > 1:
                model.add_at_most_one([moved[arc] for arc in arcs.tolist()])
        model.minimize(cp_model.LinearExpr.weighted_sum(moved, cost) + int(message["resting"]))
        solver = cp_model.CpSolver()
        parameters = solver.parameters
        # One worker, and a measure of work rather than time: the answer is reproducible.
        parameters.num_workers = 1
        parameters.random_seed = _SEED
        parameters.max_deterministic_time = float(message["effort"])
        parameters.max_time_in_seconds = float(message["seconds"])
        parameters.relative_gap_limit = float(message["relative_gap"])
        status = solver.solve(model)
        if status == cp_model.INFEASIBLE:
            return {"status": "impossible"}
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return {"status": "unknown"}
        return {
            "status": "solved",
            "chosen": np.array([solver.boolean_value(one) for one in moved], dtype=bool),
            "bound": float(solver.best_objective_bound),
        }


def fits_a_flow(limits: Sequence[Limit]) -> bool:
    """Whether the limits are counts, at most one of them of retained customers."""
    retained = sum(limit.is_retention for limit in limits)
    return retained <= 1 and all(limit.is_count for limit in limits)


@dataclass(frozen=True)
class Network:
    """Min-cost flow of a choice.

    Nodes: the choice's customers, then for each limit (in ``rows``) one node per centre, then
    the collector. Arcs: each customer to the base centre, the choice's arcs, the segments.

    Attributes
    ----------
    tails, heads, capacities, costs : ndarray of int, shape (arcs,)
    supplies : ndarray of int, shape (nodes,)
    rows : list of int
        Limits in the order in which the flow passes them; retention first, because only part
        of a centre's customers passes it.
    levels : float
        What a cost of 1 is in the network.
    elsewhere : ndarray of int, shape (limits, k)
        Totals of the customers that are not in the choice.
    """

    tails: IntArray
    heads: IntArray
    capacities: IntArray
    costs: IntArray
    supplies: IntArray
    rows: list[int]
    levels: float
    elsewhere: IntArray

    def message(self) -> Message:
        """What the child needs to know."""
        return {
            "kind": "flow",
            "tails": self.tails,
            "heads": self.heads,
            "capacities": self.capacities,
            "costs": self.costs,
            "supplies": self.supplies,
        }


def build_network(
    problem: ScaledProblem, prices: FloatArray, base: IntArray, choice: Choice, box: float
) -> Network:
    """Network of the linear programme of :func:`.restricted.solve_relaxed` for counts."""
    k, number = problem.centres, len(problem.limits)
    rows = sorted(range(number), key=lambda row: not problem.limits[row].is_retention)
    customers, position = np.unique(choice.customers, return_inverse=True)
    m = customers.size
    own = base[customers]
    here = np.array(
        [
            np.bincount(own, weights=problem.coefficient(row, customers, own), minlength=k)
            for row in range(number)
        ]
    )
    elsewhere = np.round(problem.totals(base) - here).astype(np.int64)
    extra = np.maximum(choice.extra, 0.0)
    levels = _COST_LEVELS / max(box, float(extra.max(initial=0.0)))
    room, slope = _segments(problem, prices, box, elsewhere, m, levels)

    def entry(whose: IntArray, centres: IntArray) -> IntArray:
        """Node at which a customer enters a centre: the first limit that counts it."""
        if not problem.limits[rows[0]].is_retention:
            return m + centres
        counted = problem.coefficient(rows[0], whose, centres) > 0.0
        return np.where(counted, m + centres, m + k + (centres if number > 1 else 0))

    place, centres = np.meshgrid(np.arange(number), np.arange(k), indexing="ij")
    behind = m + place * k + centres
    ahead = np.where(place == number - 1, m + number * k, behind + k)
    of_row = np.array(rows, dtype=np.int64)[place]
    supplies = np.zeros(m + number * k + 1, dtype=np.int64)
    supplies[:m] = 1
    supplies[-1] = -m
    return Network(
        np.concatenate([np.arange(m), position, np.repeat(behind.ravel(), 3)]),
        np.concatenate(
            [
                entry(customers, own),
                entry(choice.customers, choice.centres),
                np.repeat(ahead.ravel(), 3),
            ]
        ),
        np.concatenate([np.ones(m + choice.size, dtype=np.int64), room[of_row, centres].ravel()]),
        np.concatenate(
            [
                np.zeros(m, dtype=np.int64),
                np.round(extra * levels).astype(np.int64),
                slope[of_row, centres].ravel(),
            ]
        ),
        supplies,
        rows,
        levels,
        elsewhere,
    )


def _segments(
    problem: ScaledProblem,
    prices: FloatArray,
    box: float,
    elsewhere: IntArray,
    most: int,
    levels: float,
) -> tuple[IntArray, IntArray]:
    """Capacities and costs of the arcs that a total pays, each of shape (limits, k, 3).

    Below its minimum one more unit saves the ``box``, above its maximum it costs the box, and
    between them the price, which changes by the box at most.
    """
    lower, upper = np.round(problem.lower), np.round(problem.upper)
    steps = [lower - elsewhere, upper - elsewhere, np.full(lower.shape, float(most))]
    ends = np.clip(np.maximum.accumulate(np.array(steps)), 0.0, float(most))
    room = np.diff(ends, axis=0, prepend=0.0)
    between = np.clip(prices, -box, box)
    slope = np.array([np.full_like(prices, -box), between, np.full_like(prices, box)])
    return (
        np.moveaxis(room, 0, 2).astype(np.int64),
        np.round(np.moveaxis(slope, 0, 2) * levels).astype(np.int64),
    )


def read_flow(
    problem: ScaledProblem,
    prices: FloatArray,
    choice: Choice,
    box: float,
    network: Network,
    flows: IntArray,
) -> Relaxed:
    """Shares, changes of the prices and misses that an optimal flow stands for."""
    k, number = problem.centres, len(problem.limits)
    m = int(-network.supplies[-1])
    shares = flows[m : m + choice.size].astype(float)
    through = flows[m + choice.size :].reshape(number, k, 3).sum(axis=2)[np.argsort(network.rows)]
    totals = network.elsewhere + through
    lower, upper = np.round(problem.lower), np.round(problem.upper)
    # With a price that cannot reach zero within the box the bound is to be met exactly.
    low = np.where(prices < -box, upper, lower)
    high = np.where(prices > box, lower, upper)
    shortfall = np.maximum(low - totals, 0.0) - np.maximum(totals - high, 0.0)
    middle = np.clip(prices, -box, box)
    falling = np.where(totals <= lower, -box, np.where(totals <= upper, middle, box))
    rising = np.where(totals < lower, -box, np.where(totals < upper, middle, box))
    potentials = _potentials(network, flows, m, number * k + 1) / network.levels
    nodes = potentials[:-1].reshape(number, k)
    ahead = np.vstack([nodes[1:], np.full((1, k), potentials[-1])])
    slopes = (ahead - nodes)[np.argsort(network.rows)]
    return Relaxed(shares, -np.clip(slopes, falling, rising), shortfall)


def _potentials(network: Network, flows: IntArray, m: int, nodes: int) -> IntArray:
    """Shortest distances in the residual network, without the customers' nodes."""
    direct = np.full((nodes, nodes), _FAR, dtype=np.int64)
    from_customer = network.tails < m
    behind, ahead = network.tails[~from_customer] - m, network.heads[~from_customer] - m
    rest, cost = flows[~from_customer], network.costs[~from_customer]
    open_ahead = rest < network.capacities[~from_customer]
    np.minimum.at(direct, (behind[open_ahead], ahead[open_ahead]), cost[open_ahead])
    open_back = rest > 0
    np.minimum.at(direct, (ahead[open_back], behind[open_back]), -cost[open_back])
    customer, centre = network.tails[from_customer], network.heads[from_customer] - m
    used = flows[from_customer] > 0
    place = np.empty(m, dtype=np.int64)
    paid = np.empty(m, dtype=np.int64)
    place[customer[used]] = centre[used]
    paid[customer[used]] = network.costs[from_customer][used]
    more = network.costs[from_customer] - paid[customer]
    np.minimum.at(direct, (place[customer], centre), more)
    distances = np.zeros(nodes, dtype=np.int64)
    for _ in range(nodes):
        shorter = np.minimum(distances, (distances[:, None] + direct).min(axis=0))
        if np.array_equal(shorter, distances):
            break
        distances = shorter
    return distances


def whole_message(programme: Programme, effort: float, seconds: float) -> Message:
    """An integer programme in whole numbers.

    Parameters
    ----------
    effort : float
        Work after which the search ends, in CP-SAT's deterministic time.
    seconds : float
        Time after which it ends in any case.
    """
    moves = programme.moves.tocsr()
    # The gap is relative to the whole cost, so that is what has so many levels.
    levels = _COST_LEVELS * float(1 << 10) / max(abs(programme.resting), 1e-300)
    largest = float(np.abs(programme.cost).max(initial=0.0)) * levels
    levels *= min(1.0, float(1 << 42) / max(largest, 1.0))
    scale = float(_WEIGHT_LEVELS)
    return {
        "kind": "whole",
        "cost": np.round(programme.cost * levels).astype(np.int64),
        "resting": round(programme.resting * levels),
        "levels": levels,
        "row_ends": moves.indptr.astype(np.int64),
        "columns": moves.indices.astype(np.int64),
        "values": np.round(moves.data * scale).astype(np.int64),
        "lower": np.ceil(np.maximum(programme.lower, -1e8) * scale).astype(np.int64),
        "upper": np.floor(np.minimum(programme.upper, 1e8) * scale).astype(np.int64),
        "customers": programme.choice.customers,
        "relative_gap": programme.relative_gap,
        "effort": effort,
        "seconds": seconds,
    }


def read_whole(programme: Programme, message: Message, answer: Message) -> Whole:
    """Answer to :func:`whole_message` as an assignment."""
    if answer["status"] != "solved":
        return Whole(None, 0.0, answer["status"] == "impossible")
    # Each chosen arc's cost is rounded by half a level at most.
    rounding = 0.5 * (programme.choice.size + 1)
    bound = (float(answer["bound"]) - rounding) / float(message["levels"])
    return programme.whole(np.asarray(answer["chosen"]), bound)
