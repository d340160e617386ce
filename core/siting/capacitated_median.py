"""Capacitated p-median: homes with limited capacity, every demand served whole by one.

A Lagrangian relaxation gives a lower bound and good sets of homes; an iterated search
allocates by regret, repairs and improves by moving and exchanging demands, and moves each
home to the best candidate of its own demands (after Mulvey and Beck, European Journal of
Operational Research 18, 1984).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import HIGHS, Solver, assign, sum_limit
from ..errors import InfeasibleProblem, InvalidInput, name_some
from ..progress import SILENT, Cancelled, Progress
from ..texts import readable
from .median_problem import (
    PROVEN_GAP,
    MedianProblem,
    SiteChoice,
    cost_resolution,
    weighted_costs,
)


@dataclass(frozen=True)
class CapacitatedEffort:
    """How long the search may go on, by work rather than by the clock.

    Attributes
    ----------
    bound_steps : int
        Subgradient steps of the relaxation.
    shakes : int
        Shakes of the best choice before the search ends.
    work : float
        Cost entries to look at before the search ends.
    moves_per_demand : int
        Moves and exchanges in one improvement, per demand.
    exchanges : int
        Pairs of demands whose exchange is looked at in one step, which bounds its memory.
    """

    bound_steps: int = 250
    shakes: int = 1500
    work: float = 4e8
    moves_per_demand: int = 4
    exchanges: int = 500_000

    def times(self, factor: float) -> CapacitatedEffort:
        """More or fewer shakes and less or more work."""
        return replace(self, shakes=int(factor * self.shakes), work=factor * self.work)


@dataclass(frozen=True)
class Capacities:
    """What demands take of a home, and what a home can give.

    Attributes
    ----------
    demands : ndarray, shape (n,)
        At least 0.
    room : ndarray, shape (m,)
        Capacity of each candidate, at least 0.
    """

    demands: FloatArray
    room: FloatArray

    @classmethod
    def alike(cls, demands: FloatArray, capacity: float, candidates: int) -> Capacities:
        """The same capacity for all candidates."""
        return cls(demands, np.full(candidates, float(capacity)))

    def refuse_too_tight(self, count: int, ids: Sequence[object] | None = None) -> None:
        """Refuse a demand that no home could serve, and more than ``count`` homes could.

        Raises
        ------
        InvalidInput, InfeasibleProblem
            With the numbers.
        """
        demands, room = self.demands, self.room
        if not np.isfinite(demands).all() or (demands < 0.0).any():
            raise InvalidInput("Demands must be finite and at least 0.")
        if np.isnan(room).any() or (room < 0.0).any():
            raise InvalidInput("Capacities must be at least 0.")
        largest = float(room.max())
        heavy = np.flatnonzero(demands > largest)
        if heavy.size:
            raise InfeasibleProblem.counted(
                heavy.size,
                "{count} place alone weighs more than one home may serve ({capacity}): {ids}. "
                "Raise the capacity (the heaviest weighs {most}), or divide this place.",
                "{count} places alone weigh more than one home may serve ({capacity}): {ids}. "
                "Raise the capacity (the heaviest weighs {most}), or divide these places.",
                capacity=readable(largest),
                most=readable(float(demands.max())),
                ids=name_some([int(row) + 1 if ids is None else ids[row] for row in heavy]),
            )
        most = float(np.sort(room)[::-1][:count].sum())
        total = float(demands.sum())
        if most < total * (1.0 - 1e-12):
            raise InfeasibleProblem.counted(
                count,
                "{count} home holds {room} at most, but the weights add up to {total}. Raise the "
                "capacity to more than that, or the number of representatives.",
                "{count} homes hold {room} at most, but the weights add up to {total}. Raise the "
                "capacity (to more than {enough} if it is the same for all), or the number of "
                "representatives.",
                room=readable(most),
                total=readable(total),
                enough=readable(total / count),
            )


def solve_capacitated_p_median(
    problem: MedianProblem,
    capacities: Capacities,
    rng: np.random.Generator,
    *,
    effort: CapacitatedEffort | None = None,
    solver: Solver = HIGHS,
    progress: Progress = SILENT,
) -> SiteChoice:
    """Choose the candidates with the least total cost that serve every demand within capacities.

    Parameters
    ----------
    problem : MedianProblem
    capacities : Capacities
    rng : numpy.random.Generator
        Source of all random decisions.
    effort : CapacitatedEffort, optional
    solver : Solver
        Who answers the exact allocation at the end.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        Also when the search finds no choice within the capacities.
    Cancelled
        Cancelled before there was a choice within the capacities.
    """
    effort = effort or CapacitatedEffort()
    capacities.refuse_too_tight(problem.count, problem.demand_ids)
    weights = problem.weights
    usable = weighted_costs(problem.cost, np.maximum(weights, _smallest(weights)))
    usable = usable * (weights > 0.0)[:, None]
    lower, start = relaxation(usable, problem.count, capacities, effort, progress.part(0.0, 0.3))
    search = CapacitatedSearch(usable, capacities, effort, progress)
    best = _shaken_search(search, start, rng, progress.part(0.3, 1.0))
    if not progress.is_cancelled():
        best = search.allocated_exactly(best, solver)
    return _answer(problem, best, lower, usable, progress)


def _shaken_search(
    search: CapacitatedSearch, start: IntArray, rng: np.random.Generator, progress: Progress
) -> AllocationState:
    """Settle, shake ever harder what is best, and settle again."""
    effort, candidates = search.effort, search.cost.shape[1]
    best, depth = search.settle(start), 1
    deepest = max(1, min(start.size // 2, 5))
    for shake in range(effort.shakes if start.size < candidates else 1):
        if progress.is_cancelled() or search.work > effort.work:
            break
        if shake % 16 == 0:
            progress.report(shake / effort.shakes)
        trial = search.settle(_shaken(best.chosen, candidates, depth, rng))
        if trial.penalised < best.penalised * (1.0 - 1e-12):
            best, depth = trial, 1
        else:
            depth = depth % deepest + 1
    return best


def _answer(
    problem: MedianProblem,
    best: AllocationState,
    lower: float,
    usable: FloatArray,
    progress: Progress,
) -> SiteChoice:
    """The search's choice as an answer.

    Raises
    ------
    InfeasibleProblem
        It breaks a capacity, or leaves a place without a route.
    """
    if best.excess > 0.0:
        progress.stop_if_cancelled()
        raise InfeasibleProblem(
            "No choice of {count} homes was found whose capacities hold every demand; the best "
            "one lacks {excess}. Raise the capacities or the number of representatives.",
            count=problem.count,
            excess=readable(best.excess),
        )
    order = np.argsort(best.chosen)
    rank = np.empty(order.size, dtype=np.int64)
    rank[order] = np.arange(order.size)
    if cost_resolution(usable) > 0.0:
        lower = float(np.ceil(lower - 1e-6))
    choice = problem.choice(best.chosen[order], rank[best.labels], lower, "feasible")
    lost = np.flatnonzero((problem.weights > 0.0) & (choice.labels < 0))
    if lost.size:
        progress.stop_if_cancelled()
        raise InfeasibleProblem.counted(
            lost.size,
            "No choice of {homes} homes was found that reaches every place within the "
            "capacities; {count} place stays without a route: {ids}.",
            "No choice of {homes} homes was found that reaches every place within the "
            "capacities; {count} places stay without a route: {ids}.",
            homes=problem.count,
            ids=problem.name(lost),
        )
    if progress.is_cancelled():
        return replace(choice, status="cancelled")
    if choice.lower_bound >= choice.objective * (1.0 - PROVEN_GAP):
        return replace(choice, status="optimal")
    return choice


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


def relaxation(
    cost: FloatArray,
    count: int,
    capacities: Capacities,
    effort: CapacitatedEffort,
    progress: Progress,
) -> tuple[float, IntArray]:
    """Lower bound by subgradient steps, and the homes of the best relaxed solution.

    With the service constraints relaxed each home fills a knapsack of its own; its bound
    with divisible demands is found by sorting.
    """
    n, demands, room = cost.shape[0], capacities.demands, capacities.room
    multipliers = np.partition(cost, min(1, cost.shape[1] - 1), axis=1)[:, 0].copy()
    upper = float(np.sort(cost, axis=1)[:, : max(2, cost.shape[1] // 3)].mean(axis=1).sum())
    best, best_multipliers = -np.inf, multipliers
    opened = np.arange(count)
    step, stale = 1.5, 0
    size = np.maximum(demands, 1e-12)[:, None]
    for number in range(effort.bound_steps):
        if progress.is_cancelled():
            break
        progress.report(number / effort.bound_steps)
        gain = np.minimum(cost - multipliers[:, None], 0.0)
        order = np.argsort(gain / size, axis=0, kind="stable")
        taken = np.take_along_axis(np.broadcast_to(demands[:, None], gain.shape), order, axis=0)
        before = np.cumsum(taken, axis=0) - taken
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.clip((room - before) / np.maximum(taken, 1e-12), 0.0, 1.0)
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
