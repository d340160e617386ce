"""Local search with given capacities: demands move or exchange homes, homes move on the map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import Solver, assign, sum_limit
from ..errors import InfeasibleProblem
from ..progress import Cancelled, Progress
from .capacities import CapacitatedEffort, Capacities


@dataclass
class AllocationState:
    """Open candidates with an allocation, and what it costs.

    Attributes
    ----------
    chosen : ndarray of int, shape (k,)
        Candidate per home.
    labels : ndarray of int, shape (n,)
        Home of each demand.
    cost, excess : float
        Sum of the costs; demand above the capacities, summed.
    penalised : float
        Cost with the excess at its price.
    """

    chosen: IntArray
    labels: IntArray
    cost: float
    excess: float
    penalised: float


class CapacitatedSearch:
    """Allocates demands to a set of open candidates and improves both."""

    def __init__(
        self,
        cost: FloatArray,
        capacities: Capacities,
        effort: CapacitatedEffort,
        progress: Progress,
    ) -> None:
        self.progress = progress
        self.cost = cost
        self.effort = effort
        self.demands = demands = capacities.demands
        self.capacities = capacities.room
        self.work = 0
        positive = demands[demands > 0.0]
        # Dearer than any detour, so that fitting comes before saving.
        self.penalty = 2.0 * cost.max(initial=1.0) / (positive.min() if positive.size else 1.0)

    def settle(self, chosen: IntArray) -> AllocationState:
        """Allocate, improve and move homes in turn until nothing gets better."""
        chosen = chosen.copy()
        best = self.evaluated(chosen, self.improved(chosen, self._allocate(chosen)))
        while True:
            moved = self.homes_moved(best)
            if np.array_equal(moved, best.chosen):
                return best
            labels = self.improved(moved, best.labels.copy())
            trial = self.evaluated(moved, labels)
            if trial.penalised >= best.penalised * (1.0 - 1e-12):
                return best
            best = trial

    def allocated_exactly(self, choice: AllocationState, solver: Solver) -> AllocationState:
        """The same homes with the best allocation, where an integer programme finds one."""
        room = self.capacities[choice.chosen]
        limit = sum_limit("demand", self.demands, room.size, None, room)
        try:
            answer = assign(
                self.cost[:, choice.chosen], [limit], solver=solver, progress=self.progress
            )
        except (InfeasibleProblem, Cancelled):
            return choice
        exact = self.evaluated(choice.chosen, np.asarray(answer.labels, dtype=np.int64))
        return exact if exact.penalised < choice.penalised else choice

    def evaluated(self, chosen: IntArray, labels: IntArray) -> AllocationState:
        cost = float(self.cost[np.arange(labels.size), chosen[labels]].sum())
        load = self._loads(labels, chosen.size)
        excess = float(np.maximum(load - self.capacities[chosen], 0.0).sum())
        return AllocationState(chosen, labels, cost, excess, cost + self.penalty * excess)

    def _loads(self, labels: IntArray, homes: int) -> FloatArray:
        return np.bincount(labels, weights=self.demands, minlength=homes).astype(float)

    def _allocate(self, chosen: IntArray) -> IntArray:
        """Nearest home first for those who would lose most by the second nearest."""
        served = self.cost[:, chosen]
        self.work += served.size
        order = np.argsort(served, axis=1, kind="stable")
        ranked = np.take_along_axis(served, order, axis=1)
        regret = ranked[:, 1] - ranked[:, 0] if chosen.size > 1 else -self.demands
        slack = self.capacities[chosen].copy()
        labels = order[:, 0].copy()
        load = self._loads(labels, chosen.size)
        if (load <= slack).all():
            return labels
        for row in np.argsort(-regret, kind="stable"):
            need = self.demands[row]
            fitting = order[row][slack[order[row]] >= need]
            slot = fitting[0] if fitting.size else int(np.argmax(slack))
            labels[row] = slot
            slack[slot] -= need
        return labels

    def improved(self, chosen: IntArray, labels: IntArray) -> IntArray:
        """Move or exchange demands, the best first, until nothing gets better."""
        served = self.cost[:, chosen]
        rows = np.arange(labels.size)
        load = self._loads(labels, chosen.size)
        room = self.capacities[chosen]
        for _ in range(self.effort.moves_per_demand * labels.size):
            now = served[rows, labels]
            excess = np.maximum(load - room, 0.0)
            over = excess[labels] > 0.0
            keen = np.flatnonzero((served.min(axis=1) < now) | over)
            if keen.size == 0 or self.progress.is_cancelled():
                break
            if keen.size * labels.size > self.effort.exchanges:
                gain = now[keen] - served[keen].min(axis=1) + self.penalty * excess[labels[keen]]
                most = max(1, self.effort.exchanges // labels.size)
                keen = keen[np.argsort(-gain, kind="stable")[:most]]
            best, move = -1e-9 * max(float(now.sum()), 1e-300), None
            change = self._shift_changes(served, labels, load, room, keen)
            at = int(np.argmin(change))
            row, slot = keen[at // chosen.size], at % chosen.size
            if change.flat[at] < best:
                best, move = float(change.flat[at]), (row, -1, slot)
            change = self._exchange_changes(served, labels, load, room, keen)
            at = int(np.argmin(change))
            if change.flat[at] < best:
                row, other = keen[at // labels.size], at % labels.size
                move = (row, other, labels[other])
            if move is None:
                break
            row, other, slot = move
            if other >= 0:
                labels[other] = labels[row]
            labels[row] = slot
            load = self._loads(labels, chosen.size)
        return labels

    def _shift_changes(
        self,
        served: FloatArray,
        labels: IntArray,
        load: FloatArray,
        room: FloatArray,
        keen: IntArray,
    ) -> FloatArray:
        need = self.demands[keen]
        old = labels[keen]
        excess = np.maximum(load - room, 0.0)
        relief = excess[old] - np.maximum(load[old] - need - room[old], 0.0)
        burden = np.maximum(load + need[:, None] - room, 0.0) - excess
        change = served[keen] - served[keen, old][:, None]
        change += self.penalty * (burden - relief[:, None])
        change[np.arange(keen.size), old] = np.inf
        self.work += change.size
        return change

    def _exchange_changes(
        self,
        served: FloatArray,
        labels: IntArray,
        load: FloatArray,
        room: FloatArray,
        keen: IntArray,
    ) -> FloatArray:
        rows = np.arange(labels.size)
        now = served[rows, labels]
        old = labels[keen]
        change = served[keen][:, labels] + served[:, old].T - now[keen][:, None] - now
        more = self.demands[keen][:, None] - self.demands
        free = room - load
        excess = np.maximum(-free, 0.0)
        change += self.penalty * (
            np.maximum(more - free[labels], 0.0)
            - excess[labels]
            + np.maximum(-more - free[old][:, None], 0.0)
            - excess[old][:, None]
        )
        change[old[:, None] == labels] = np.inf
        self.work += change.size
        return change

    def homes_moved(self, choice: AllocationState) -> IntArray:
        """Best candidate for the demands of each home, none taken twice."""
        chosen = choice.chosen.copy()
        taken = np.zeros(self.capacities.size, dtype=bool)
        taken[chosen] = True
        for slot in range(chosen.size):
            members = np.flatnonzero(choice.labels == slot)
            totals = self.cost[members].sum(axis=0)
            self.work += members.size * self.capacities.size
            load = self.demands[members].sum()
            totals[taken | (self.capacities < load)] = np.inf
            best = int(np.argmin(totals))
            if totals[best] < self.cost[members, chosen[slot]].sum() * (1.0 - 1e-12):
                taken[chosen[slot]] = False
                taken[best] = True
                chosen[slot] = best
        return chosen
