"""Capacitated p-median: homes with limited capacity, every demand served whole by one.

A Lagrangian relaxation gives a lower bound and good sets of homes; an iterated search
allocates by regret, mends and improves by moving and exchanging demands, and moves each
home to the best candidate of its own demands (after Mulvey and Beck, European Journal of
Operational Research 18, 1984).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import FloatArray, IntArray
from ..assignment import HIGHS, Solver, assign, sum_limit
from ..assignment.explain import readable
from ..errors import InfeasibleProblem, InvalidInput, name_some
from ..progress import SILENT, Cancelled, Progress
from .p_median import MedianResult, check_median_input, cost_resolution, weighted_costs

_BOUND_STEPS = 250
_SHAKES = 1500
_WORK_LIMIT = 4e8
_MAX_MOVES_PER_DEMAND = 4
_MOST_EXCHANGES = 500_000


def solve_capacitated_p_median(
    cost: FloatArray,
    count: int,
    demands: FloatArray,
    capacities: ArrayLike,
    *,
    weights: FloatArray | None = None,
    rng: np.random.Generator,
    effort: float = 1.0,
    solver: Solver = HIGHS,
    progress: Progress = SILENT,
) -> MedianResult:
    """Choose ``count`` candidates and serve every demand from one, within capacities.

    Parameters
    ----------
    cost : ndarray, shape (n, m)
        Cost of serving each demand from each candidate; ``inf`` where there is no way.
    count : int
        How many candidates to choose.
    demands : ndarray, shape (n,)
        What each demand takes of a home's capacity, at least 0.
    capacities : float or ndarray, shape (m,)
        Capacity per candidate.
    weights : ndarray, shape (n,), optional
        Weight of each demand's cost; 1 by default.
    rng : numpy.random.Generator
        Source of all random decisions.
    effort : float
        Multiple of the usual search effort.
    solver : Solver
        Who answers the exact allocation at the end.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        Also when the search finds no choice within the capacities.
    Cancelled
        Cancelled before there was a choice within the capacities.
    """
    cost = np.asarray(cost, dtype=float)
    weights = check_median_input(cost, count, weights)
    demands = np.asarray(demands, dtype=float)
    capacities = np.broadcast_to(np.asarray(capacities, dtype=float), cost.shape[1:]).copy()
    _refuse_tight_capacities(demands, capacities, count)
    usable, _ = weighted_costs(cost, np.maximum(weights, _smallest(weights)))
    usable = usable * (weights > 0.0)[:, None]
    lower, start = _relaxation(usable, count, demands, capacities, progress.part(0.0, 0.3))
    search = _Search(usable, demands, capacities, progress)
    best = search.settle(start)
    largest = max(1, min(count // 2, 5))
    depth = 1
    shakes = int(effort * _SHAKES)
    for shake in range(shakes if count < cost.shape[1] else 1):
        if progress.is_cancelled() or search.work > effort * _WORK_LIMIT:
            break
        if shake % 16 == 0:
            progress.part(0.3, 1.0).report(shake / shakes)
        trial = search.settle(_shaken(best.chosen, cost.shape[1], depth, rng))
        if trial.penalised < best.penalised * (1.0 - 1e-12):
            best, depth = trial, 1
        else:
            depth = depth % largest + 1
    if not progress.is_cancelled():
        best = search.allocated_exactly(best, solver)
    if best.excess > 0.0:
        progress.stop_if_cancelled()
        raise InfeasibleProblem(
            "No choice of {count} homes was found whose capacities hold every demand; the best "
            "one lacks {excess}. Raise the capacities or the count.",
            count=count,
            excess=readable(best.excess),
        )
    allocation = best.chosen[best.labels]
    served = cost[np.arange(cost.shape[0]), allocation]
    lost = np.flatnonzero((weights > 0.0) & np.isinf(served))
    if lost.size:
        progress.stop_if_cancelled()
        raise InfeasibleProblem(
            "No choice of {count} homes was found that reaches every place within the "
            "capacities; {lost} places stay without a way: {ids}.",
            count=count,
            lost=lost.size,
            ids=name_some((lost + 1).tolist()),
        )
    objective = float(np.where(weights > 0.0, weights * served, 0.0).sum())
    if cost_resolution(usable) > 0.0:
        lower = float(np.ceil(lower - 1e-6))
    lower = min(lower, objective)
    status = "optimal" if lower >= objective * (1.0 - 1e-9) else "feasible"
    if progress.is_cancelled():
        status = "cancelled"
    return MedianResult(np.sort(best.chosen), allocation, objective, lower, status)


@dataclass
class _Choice:
    chosen: IntArray
    labels: IntArray
    cost: float
    excess: float
    penalised: float


class _Search:
    """Allocates demands to a set of open candidates and improves both."""

    def __init__(
        self,
        cost: FloatArray,
        demands: FloatArray,
        capacities: FloatArray,
        progress: Progress,
    ) -> None:
        self.progress = progress
        self.cost = cost
        self.demands = demands
        self.capacities = capacities
        self.work = 0
        positive = demands[demands > 0.0]
        # Dearer than any detour, so that fitting comes before saving.
        self.penalty = 2.0 * cost.max(initial=1.0) / (positive.min() if positive.size else 1.0)

    def settle(self, chosen: IntArray) -> _Choice:
        """Allocate, improve and re-site in turn until nothing gets better."""
        chosen = chosen.copy()
        best = self._evaluate(chosen, self._improve(chosen, self._allocate(chosen)))
        while True:
            moved = self._resite(best)
            if np.array_equal(moved, best.chosen):
                return best
            labels = self._improve(moved, best.labels.copy())
            trial = self._evaluate(moved, labels)
            if trial.penalised >= best.penalised * (1.0 - 1e-12):
                return best
            best = trial

    def allocated_exactly(self, choice: _Choice, solver: Solver) -> _Choice:
        """The same homes with the best allocation, where an integer programme finds one."""
        room = self.capacities[choice.chosen]
        limit = sum_limit("demand", self.demands, room.size, None, room)
        try:
            answer = assign(
                self.cost[:, choice.chosen], [limit], solver=solver, progress=self.progress
            )
        except (InfeasibleProblem, Cancelled):
            return choice
        exact = self._evaluate(choice.chosen, np.asarray(answer.labels, dtype=np.int64))
        return exact if exact.penalised < choice.penalised else choice

    def _evaluate(self, chosen: IntArray, labels: IntArray) -> _Choice:
        cost = float(self.cost[np.arange(labels.size), chosen[labels]].sum())
        load = self._loads(labels, chosen.size)
        excess = float(np.maximum(load - self.capacities[chosen], 0.0).sum())
        return _Choice(chosen, labels, cost, excess, cost + self.penalty * excess)

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

    def _improve(self, chosen: IntArray, labels: IntArray) -> IntArray:
        """Move or exchange demands, the best first, until nothing gets better."""
        served = self.cost[:, chosen]
        rows = np.arange(labels.size)
        load = self._loads(labels, chosen.size)
        room = self.capacities[chosen]
        for _ in range(_MAX_MOVES_PER_DEMAND * labels.size):
            now = served[rows, labels]
            excess = np.maximum(load - room, 0.0)
            over = excess[labels] > 0.0
            keen = np.flatnonzero((served.min(axis=1) < now) | over)
            if keen.size == 0 or self.progress.is_cancelled():
                break
            if keen.size * labels.size > _MOST_EXCHANGES:
                gain = now[keen] - served[keen].min(axis=1) + self.penalty * excess[labels[keen]]
                most = max(1, _MOST_EXCHANGES // labels.size)
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

    def _resite(self, choice: _Choice) -> IntArray:
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


def _relaxation(
    cost: FloatArray,
    count: int,
    demands: FloatArray,
    capacities: FloatArray,
    progress: Progress,
) -> tuple[float, IntArray]:
    """Lower bound by subgradient steps, and the homes of the best relaxed solution.

    With the service constraints relaxed each home fills a knapsack of its own; its bound
    with divisible demands is found by sorting.
    """
    n = cost.shape[0]
    multipliers = np.partition(cost, min(1, cost.shape[1] - 1), axis=1)[:, 0].copy()
    upper = float(np.sort(cost, axis=1)[:, : max(2, cost.shape[1] // 3)].mean(axis=1).sum())
    best, best_multipliers = -np.inf, multipliers
    opened = np.arange(count)
    step, stale = 1.5, 0
    size = np.maximum(demands, 1e-12)[:, None]
    for number in range(_BOUND_STEPS):
        if progress.is_cancelled():
            break
        progress.report(number / _BOUND_STEPS)
        gain = np.minimum(cost - multipliers[:, None], 0.0)
        order = np.argsort(gain / size, axis=0, kind="stable")
        taken = np.take_along_axis(np.broadcast_to(demands[:, None], gain.shape), order, axis=0)
        before = np.cumsum(taken, axis=0) - taken
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.clip((capacities - before) / np.maximum(taken, 1e-12), 0.0, 1.0)
        sorted_gain = np.take_along_axis(gain, order, axis=0)
        sums = (share * sorted_gain).sum(axis=0)
        picked = np.argsort(sums, kind="stable")[:count]
        value = float(multipliers.sum() + sums[picked].sum())
        if value > best + 1e-9 * abs(value):
            best, best_multipliers, opened, stale = value, multipliers, np.sort(picked), 0
        else:
            stale += 1
            if stale >= 10:
                step, stale, multipliers = step / 2.0, 0, best_multipliers
                continue
        served = np.zeros(gain.shape)
        np.put_along_axis(served, order, np.where(sorted_gain < 0.0, share, 0.0), axis=0)
        direction = 1.0 - served[:, picked].sum(axis=1)
        length = float(direction @ direction)
        if length < 1e-12:
            break
        gap = max(1.05 * upper - value, 0.01 * abs(upper))
        multipliers = np.maximum(multipliers + step * gap / length * direction, 0.0)
    return max(best, 0.0) if n else 0.0, opened


def _shaken(
    chosen: IntArray, candidate_count: int, depth: int, rng: np.random.Generator
) -> IntArray:
    closed = np.setdiff1d(np.arange(candidate_count), chosen)
    depth = min(depth, closed.size)
    shaken = chosen.copy()
    slots = rng.choice(chosen.size, size=min(depth, chosen.size), replace=False)
    shaken[slots] = rng.choice(closed, size=slots.size, replace=False)
    return shaken


def _smallest(weights: FloatArray) -> float:
    positive = weights[weights > 0.0]
    return float(positive.min()) if positive.size else 1.0


def _refuse_tight_capacities(demands: FloatArray, capacities: FloatArray, count: int) -> None:
    if not np.isfinite(demands).all() or (demands < 0.0).any():
        raise InvalidInput("Demands must be finite and at least 0.")
    if np.isnan(capacities).any() or (capacities < 0.0).any():
        raise InvalidInput("Capacities must be at least 0.")
    large = np.flatnonzero(demands > capacities.max())
    if large.size:
        raise InfeasibleProblem(
            "{large} demands are above the largest capacity ({capacity}): rows {rows}. Raise the "
            "capacity, or divide these demands.",
            large=large.size,
            capacity=readable(capacities.max()),
            rows=name_some((large + 1).tolist()),
        )
    most = float(np.sort(capacities)[::-1][:count].sum())
    if demands.sum() > most:
        raise InfeasibleProblem(
            "The {count} largest capacities hold {most}, but the demands add up to {total}. "
            "Raise the capacities or the count.",
            count=count,
            most=readable(most),
            total=readable(demands.sum()),
        )
