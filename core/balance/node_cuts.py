"""How far off the territory of a heavy area is at least, whatever else belongs to it.

With several criteria, the territory of an area that is heavy in one of them needs other
areas to meet the targets of the others, and even the best choice of them adds to the first.
A linear programme on the shares of areas that join it says how much. The territory must be
connected: for every set of areas that separates an area from the heavy one, at least as much
of that set joins as of the area. Such cuts are added where the answer breaks them (the
node-cut formulation of connected subgraphs; Álvarez-Miranda, Ljubić and Mutzel 2013).
"""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..contiguity.graph import ContiguityGraph
from ..libraries import csgraph, optimize, sparse
from ..rounding import ROUNDING
from .problem import BalanceProblem
from .space import held_territory

# Any number of programmes, rounds and flows gives a valid bound: these keep the time to seconds.
_MAX_AREAS, _MAX_PROGRAMMES = 20_000, 8
_ROUNDS = 12  # each a linear programme
_AREAS_TIMES_FLOWS = 1_000_000  # a flow takes time in proportion to the areas
# A territory has room for company that evens out an area of less than half its target.
_HEAVY = 0.5
# Capacities of the flow are whole numbers: millionths of an area.
_WHOLE = 1_000_000
# An area that joins by less than a hundredth cannot raise the bound noticeably.
_NEGLIGIBLE = 0.01
# More than all areas together can carry, and no overflow in 32 bits.
_UNLIMITED = 1 << 30


def node_cut_bound(problem: BalanceProblem) -> float:
    """Share by which the territory of a criterion's heaviest area must be off at least."""
    weights, targets = problem.weights, problem.targets
    if weights.shape[1] < 2 or len(weights) > _MAX_AREAS:
        return 0.0
    held = held_territory(problem)
    frozen = problem.rules.frozen_territories
    bound = 0.0
    for area in np.unique(weights.argmax(axis=0)).tolist():
        if held[area] >= 0:
            allowed = targets[held[area]][None, :]
        else:
            allowed = np.unique(targets if frozen is None else targets[~frozen], axis=0)
        possible = len(allowed) > 0 and len(allowed) <= _MAX_PROGRAMMES and (allowed > 0.0).all()
        if possible and (weights[area] > _HEAVY * allowed.min(axis=0)).any():
            off = [
                _ConnectedSubgraph(problem.graph, weights / target, area).least_off()
                for target in allowed
            ]
            bound = max(bound, min(off))
    return bound


class _ConnectedSubgraph:
    """Linear programme on the connected territory around one area.

    Parameters
    ----------
    graph : ContiguityGraph
    shares : ndarray of float, shape (n, c)
        Weights as shares of the territory's targets.
    area : int
    """

    def __init__(self, graph: ContiguityGraph, shares: FloatArray, area: int) -> None:
        self.graph = graph
        self.shares = shares
        self.area = area
        self.count = len(shares)
        self.cuts: list[sparse.csr_matrix] = []
        self.flows_left = max(_AREAS_TIMES_FLOWS // self.count, 1)
        start, neighbours = graph.neighbour_start, graph.neighbours
        self.reached = np.zeros(self.count, dtype=bool)
        self.reached[[area, *neighbours[start[area] : start[area + 1]].tolist()]] = True
        # Every area is an arc from its entry (2i) to its exit (2i + 1) with its share as
        # capacity; exits lead to the entries of the neighbours.
        everyone = np.arange(self.count)
        origin = np.repeat(everyone, np.diff(start))
        self.tails = np.concatenate([2 * everyone, 2 * origin + 1])
        self.heads = np.concatenate([2 * everyone + 1, 2 * neighbours])

    def least_off(self) -> float:
        """Least worst deviation of the territory, if areas could be divided."""
        bound = 0.0
        for _ in range(_ROUNDS):
            solution = self._solve()
            if solution is None:
                break
            bound = max(bound, float(solution[-1]) - ROUNDING)
            if not self._separate(solution[:-1]):
                break
        return bound

    def _solve(self) -> FloatArray | None:
        off = np.full((self.shares.shape[1], 1), -1.0)
        rows = np.vstack([np.hstack([self.shares.T, off]), np.hstack([-self.shares.T, off])])
        limits = np.concatenate([np.ones(len(off)), -np.ones(len(off)), np.zeros(len(self.cuts))])
        bounds = np.zeros((self.count + 1, 2))
        bounds[:, 1] = 1.0
        bounds[self.area, 0] = 1.0
        bounds[-1, 1] = np.inf
        cost = np.zeros(self.count + 1)
        cost[-1] = 1.0
        answer = optimize.linprog(
            cost,
            A_ub=sparse.vstack([sparse.csr_matrix(rows), *self.cuts], format="csr"),
            b_ub=limits,
            bounds=bounds,
            method="highs",
        )
        return np.asarray(answer.x) if answer.status == 0 else None

    def _separate(self, joining: FloatArray) -> bool:
        """Add a cut for each area that joins by more than what connects it."""
        capacity = np.round(joining * _WHOLE).astype(np.int64)
        capacity[self.area] = _UNLIMITED
        capacities = np.concatenate([capacity, np.full(len(self.graph.neighbours), _UNLIMITED)])
        nodes = 2 * self.count
        network = sparse.csr_matrix(
            (capacities.astype(np.int32), (self.tails, self.heads)), shape=(nodes, nodes)
        )
        covered = self.reached.copy()
        cuts_before = len(self.cuts)
        for area in np.argsort(-joining, kind="stable").tolist():
            if joining[area] < _NEGLIGIBLE or self.flows_left == 0:
                break
            if covered[area]:
                continue
            self.flows_left -= 1
            flow = csgraph.maximum_flow(network, 2 * self.area + 1, 2 * area)
            if flow.flow_value >= capacity[area] - _WHOLE // 1000:
                continue
            behind = _can_reach(network - flow.flow, 2 * area)
            separator = np.flatnonzero(behind[1::2] & ~behind[::2])
            separator = separator[separator != area]
            columns = np.concatenate([separator, [area]])
            values = np.concatenate([np.full(len(separator), -1.0), [1.0]])
            shape = (1, self.count + 1)
            self.cuts.append(
                sparse.csr_matrix((values, (np.zeros(len(columns), dtype=int), columns)), shape)
            )
            covered |= behind[::2]
        return len(self.cuts) > cuts_before


def _can_reach(residual: sparse.csr_matrix, sink: int) -> BoolArray:
    """Nodes from which the sink can still be reached."""
    residual = residual.tocsr()
    residual.data[residual.data < 0] = 0
    residual.eliminate_zeros()
    reaching = csgraph.breadth_first_order(residual.T.tocsr(), sink, return_predecessors=False)
    behind = np.zeros(residual.shape[0], dtype=bool)
    behind[reaching] = True
    return behind
