"""The assignment under counts and retention as one min-cost flow, solved by OR-Tools.

The full network of all pairs is the reference for the prices of :mod:`.solve`, and a second
opinion where OR-Tools is installed. It runs in a child interpreter only.

Each customer sends one unit to a centre. Units that must arrive (minima, retained customers)
are taken up at the centre's nodes; the rest goes on to one collector, through arcs that hold
what is left up to the maximum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InfeasibleProblem
from ..progress import SILENT, Progress
from ..workers import Message, Task, WorkerPool
from .explain import Names, explain_conflict, refuse_contradictions
from .limits import Assignment, FloatArray, IntArray, Limit

_COST_LEVELS = 10**9


@dataclass(frozen=True)
class Network:
    """A min-cost flow problem.

    Attributes
    ----------
    tails, heads, capacities, costs : ndarray of int, shape (arcs,)
        The arcs; those of the customers come first.
    supplies : ndarray of int, shape (nodes,)
        Units that enter (> 0) or leave (< 0) at each node.
    arc_customers, arc_centres : ndarray of int, shape (customer arcs,)
        Pair that each of the first arcs stands for.
    """

    tails: IntArray
    heads: IntArray
    capacities: IntArray
    costs: IntArray
    supplies: IntArray
    arc_customers: IntArray
    arc_centres: IntArray


def build_network(cost: FloatArray, limits: Sequence[Limit]) -> Network:
    """Network of an assignment problem.

    Nodes: n customers, k centres, k nodes for the customers that centres have today, and the
    collector. Costs are rounded to whole numbers, a thousand-millionth of the largest.

    Raises
    ------
    ValueError
        If a limit is not on counts, or there are several retention limits.
    """
    n, k = cost.shape
    least, most = np.zeros(k), np.full(k, float(n))
    kept = np.zeros(k)
    members = np.full(n, -1, dtype=np.int64)
    for limit in limits:
        if not limit.is_count or (limit.is_retention and np.any(members >= 0)):
            raise ValueError("a flow can keep limits on counts and one retention limit only")
        if limit.members is not None:
            members = limit.members
            kept = np.maximum(limit.minimum, 0.0)
            if np.isfinite(limit.maximum).any():
                raise ValueError("a flow cannot keep a maximum of retained customers")
        else:
            least, most = np.maximum(least, limit.minimum), np.minimum(most, limit.maximum)
    customers, centres = np.nonzero(np.isfinite(cost))
    at_home = members[customers] == centres
    collector = n + 2 * k
    indices = np.arange(k)
    further = np.maximum(least - kept, 0.0)
    levels = _COST_LEVELS / max(float(np.abs(cost[np.isfinite(cost)]).max(initial=0.0)), 1e-300)
    tails = np.concatenate([customers, n + k + indices, n + indices])
    heads = np.concatenate(
        [n + centres + np.where(at_home, k, 0), n + indices, np.full(k, collector)]
    )
    capacities = np.concatenate(
        [np.ones(customers.size), np.full(k, n), np.maximum(most - kept - further, 0.0)]
    )
    costs = np.concatenate([np.round(cost[customers, centres] * levels), np.zeros(2 * k)])
    supplies = np.concatenate([np.ones(n), -further, -kept, [-(n - further.sum() - kept.sum())]])
    return Network(
        tails.astype(np.int64),
        heads.astype(np.int64),
        capacities.astype(np.int64),
        costs.astype(np.int64),
        supplies.astype(np.int64),
        customers.astype(np.int64),
        centres.astype(np.int64),
    )


class MinCostFlowTask(Task):
    """Solve one network with OR-Tools' cost-scaling push-relabel algorithm."""

    def run(self, message: Message, progress: Progress = SILENT) -> Message:
        from ortools.graph.python import min_cost_flow

        flow = min_cost_flow.SimpleMinCostFlow()
        arcs = flow.add_arcs_with_capacity_and_unit_cost(
            message["tails"], message["heads"], message["capacities"], message["costs"]
        )
        supplies = np.asarray(message["supplies"])
        flow.set_nodes_supplies(np.arange(supplies.size), supplies)
        status = flow.solve()
        if status != flow.OPTIMAL:
            return {"status": str(status), "flows": np.zeros(0, dtype=np.int64)}
        return {"status": "optimal", "flows": np.asarray(flow.flows(arcs), dtype=np.int64)}


def assign_by_flow(
    cost: FloatArray,
    limits: Sequence[Limit],
    *,
    names: Names | None = None,
    progress: Progress = SILENT,
) -> Assignment:
    """The same as :func:`.assign` for counts and one retention limit, by OR-Tools.

    Raises
    ------
    ValueError
        If the limits are of other kinds.
    InfeasibleProblem
        If no assignment keeps the limits.
    Cancelled
        If cancelled; the child process has ended by then.
    WorkerFailed
        If OR-Tools or an interpreter for a child is missing.
    """
    cost = np.asarray(cost, dtype=float)
    names = names or Names()
    refuse_contradictions(cost, limits, names)
    network = build_network(cost, limits)
    n = len(cost)
    with WorkerPool(
        "core.assignment.min_cost_flow:MinCostFlowTask",
        {},
        1,
        progress=progress,
        child_only=True,
    ) as pool:
        answer = pool.map(
            [
                {
                    "tails": network.tails,
                    "heads": network.heads,
                    "capacities": network.capacities,
                    "costs": network.costs,
                    "supplies": network.supplies,
                }
            ]
        )[0]
    if answer["status"] != "optimal":
        explain_conflict(cost, limits, names, progress)
        raise InfeasibleProblem("No assignment keeps all limits.")
    used = np.asarray(answer["flows"])[: network.arc_customers.size] > 0
    labels = np.empty(n, dtype=np.int64)
    labels[network.arc_customers[used]] = network.arc_centres[used]
    objective = float(cost[np.arange(n), labels].sum())
    # Rounded costs may mislead by half a level per customer in either direction.
    largest = float(np.abs(cost[np.isfinite(cost)]).max(initial=0.0))
    bound = objective - n * largest / _COST_LEVELS
    gap = (objective - bound) / abs(objective) if objective else 0.0
    return Assignment(
        labels, objective, bound, gap, np.zeros((len(limits), cost.shape[1])), "optimal"
    )
