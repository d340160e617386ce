"""The linear programme for counts as a min-cost flow, which OR-Tools solves.

The flow leads each customer of the candidate pairs into a node of the centre, and from there
through one node for each limit to a collector. What a total costs is a convex function of the
flow through its node (see :func:`_segments`), so that parallel arcs with rising costs stand for
it. Prices are the potentials of the optimal flow, found as shortest paths in its residual
network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..workers import Message
from .candidate_pairs import CandidatePairs
from .limits import Limit
from .linear_programme import LinearAnswer
from .normalised import NormalisedProblem

# Nine digits of a cost; 2^30 levels times 2^31 customers still fit 64 bits.
_COST_LEVELS = 1 << 30
# No way yet between two nodes; adding two of them does not overflow.
_FAR = np.iinfo(np.int64).max // 4


def fits_a_flow(limits: Sequence[Limit]) -> bool:
    """Whether the limits are counts, at most one of them of retained customers."""
    retained = sum(limit.is_retention for limit in limits)
    return retained <= 1 and all(limit.is_count for limit in limits)


@dataclass(frozen=True)
class Network:
    """Min-cost flow of a pairs.

    Nodes: the pairs's customers, then for each limit (in ``rows``) one node per centre, then
    the collector. Arcs: each customer to the base centre, the pairs's arcs, the segments.

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
        Totals of the customers that are not in the pairs.
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
    problem: NormalisedProblem,
    prices: FloatArray,
    base: IntArray,
    pairs: CandidatePairs,
    box: float,
) -> Network:
    """Network of :func:`.linear_programme.solve_linear_programme` for counts."""
    k, number = problem.centres, len(problem.limits)
    rows = sorted(range(number), key=lambda row: not problem.limits[row].is_retention)
    customers, position = np.unique(pairs.customers, return_inverse=True)
    m = customers.size
    own = base[customers]
    here = np.array(
        [
            np.bincount(own, weights=problem.coefficient(row, customers, own), minlength=k)
            for row in range(number)
        ]
    )
    elsewhere = np.round(problem.totals(base) - here).astype(np.int64)
    extra = np.maximum(pairs.extra, 0.0)
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
                entry(pairs.customers, pairs.centres),
                np.repeat(ahead.ravel(), 3),
            ]
        ),
        np.concatenate([np.ones(m + pairs.size, dtype=np.int64), room[of_row, centres].ravel()]),
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
    problem: NormalisedProblem,
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
    problem: NormalisedProblem,
    prices: FloatArray,
    pairs: CandidatePairs,
    box: float,
    network: Network,
    flows: IntArray,
) -> LinearAnswer:
    """Shares, changes of the prices and misses that an optimal flow stands for."""
    k, number = problem.centres, len(problem.limits)
    m = int(-network.supplies[-1])
    shares = flows[m : m + pairs.size].astype(float)
    through = flows[m + pairs.size :].reshape(number, k, 3).sum(axis=2)[np.argsort(network.rows)]
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
    return LinearAnswer(shares, -np.clip(slopes, falling, rising), shortfall)


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
