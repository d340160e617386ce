"""Weighted p-median: open p candidates so that total weighted cost is least.

The choice is found by variable neighbourhood search (Hansen and Mladenović, Location Science
5, 1997) over best-swap descents; a Lagrangian bound says how far from the optimum it can be
at most, and branch and bound proves it optimal where the gap can be closed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import InfeasibleProblem, InvalidInput, name_some
from ..progress import SILENT, Progress
from .lagrangian import prove, subgradient_bound
from .swap_search import SwapState, greedy_choice

_UNREACHABLE_FACTOR = 1e4
_SHAKES = 1200
_WORK_LIMIT = 4e8


@dataclass(frozen=True)
class MedianResult:
    """A choice of homes.

    Attributes
    ----------
    chosen : ndarray of int, shape (p,)
        Chosen candidates, ascending.
    allocation : ndarray of int, shape (n,)
        Chosen candidate (its column) that serves each demand.
    objective : float
        Sum of weight × cost.
    lower_bound : float
        No choice has a smaller objective.
    status : str
        ``optimal`` (proven), ``feasible``, or ``cancelled`` (best so far).
    """

    chosen: IntArray
    allocation: IntArray
    objective: float
    lower_bound: float
    status: str

    @property
    def gap_pct(self) -> float:
        """How far the objective may be above the optimum, in percent of the objective."""
        if self.objective <= 0.0:
            return 0.0
        return 100.0 * max(0.0, self.objective - self.lower_bound) / self.objective


def solve_p_median(
    cost: FloatArray,
    count: int,
    *,
    weights: FloatArray | None = None,
    rng: np.random.Generator,
    fixed: IntArray | None = None,
    exact: bool = True,
    effort: float = 1.0,
    demand_ids: Sequence[object] | None = None,
    progress: Progress = SILENT,
) -> MedianResult:
    """Choose ``count`` candidates with the least total weighted cost.

    Parameters
    ----------
    cost : ndarray, shape (n, m)
        Cost of serving each demand from each candidate (metres or seconds); ``inf`` where
        there is no way.
    count : int
        How many candidates to choose.
    weights : ndarray, shape (n,), optional
        Weight per demand, at least 0; 1 by default.
    rng : numpy.random.Generator
        Source of all random decisions.
    fixed : array of int, optional
        Candidates that must be chosen.
    exact : bool
        Whether to bound and, where possible, prove; otherwise the lower bound is 0.
    effort : float
        Multiple of the usual search effort.
    demand_ids : sequence, optional
        Names of the demands, for messages.

    Raises
    ------
    InvalidInput
        Negative or missing weights or costs, or sizes that do not fit.
    InfeasibleProblem
        More homes than candidates, or demands that no candidate reaches.
    Cancelled
        Cancelled before there was a choice that reaches all demands.
    """
    cost = np.asarray(cost, dtype=float)
    weights = check_median_input(cost, count, weights, demand_ids)
    fixed = np.unique(np.asarray([] if fixed is None else fixed, dtype=np.int64))
    if fixed.size > count:
        raise InvalidInput(
            "{fixed} homes are fixed, but only {count} are to be chosen. Raise the count.",
            fixed=fixed.size,
            count=count,
        )
    weighted, reachable = weighted_costs(cost, weights)
    chosen, lower, status = _search(weighted, count, rng, fixed, exact, effort, progress)
    allocation = chosen[np.argmin(cost[:, chosen], axis=1)]
    if not reachable:
        refuse_unreachable(cost, weights, chosen, demand_ids, progress)
    each = weights * cost[np.arange(cost.shape[0]), allocation]
    objective = float(np.where(weights > 0.0, each, 0.0).sum())
    return MedianResult(chosen, allocation, objective, min(lower, objective), status)


def check_median_input(
    cost: FloatArray,
    count: int,
    weights: FloatArray | None,
    demand_ids: Sequence[object] | None = None,
) -> FloatArray:
    """Refuse what cannot be solved; return the weights (1 by default)."""
    n, m = cost.shape
    if np.isnan(cost).any() or (cost < 0.0).any():
        raise InvalidInput(
            "The cost matrix holds {bad} negative or missing costs. Every cost must be 0 or more.",
            bad=int((~(cost >= 0.0)).sum()),
        )
    weights = np.ones(n) if weights is None else np.asarray(weights, dtype=float)
    if weights.shape != (n,) or not np.isfinite(weights).all() or (weights < 0.0).any():
        raise InvalidInput("Weights must be finite, at least 0, and one for each of {n}.", n=n)
    if not 1 <= count <= m:
        raise InfeasibleProblem(
            "{count} homes are asked for, but there are {candidates} candidates. "
            "Choose a count from 1 to {candidates}, or allow more candidates.",
            count=count,
            candidates=m,
        )
    lost = np.flatnonzero((weights > 0.0) & ~np.isfinite(cost).any(axis=1))
    if lost.size:
        raise InfeasibleProblem(
            "{lost} places cannot be reached from any candidate: {ids}. Remove them, "
            "add candidates near them, or mend the cost matrix.",
            lost=lost.size,
            ids=name_some([_identify(demand_ids, row) for row in lost]),
        )
    return weights


def weighted_costs(cost: FloatArray, weights: FloatArray) -> tuple[FloatArray, bool]:
    """Costs times weights of the demands that count; whether all pairs were reachable.

    Pairs without a way get a cost far above all others, so that the search avoids them.
    """
    cost = cost[weights > 0.0]
    finite = np.isfinite(cost)
    reachable = bool(finite.all())
    if not reachable:
        cost = np.where(finite, cost, _UNREACHABLE_FACTOR * max(cost[finite].max(), 1.0))
    return np.ascontiguousarray(cost * weights[weights > 0.0, None]), reachable


def cost_resolution(weighted: FloatArray) -> float:
    """1 if all costs are whole numbers, else 0: the step in which objectives can differ."""
    return 1.0 if np.array_equal(weighted, np.rint(weighted)) else 0.0


def _search(
    weighted: FloatArray,
    count: int,
    rng: np.random.Generator,
    fixed: IntArray,
    exact: bool,
    effort: float,
    progress: Progress,
) -> tuple[IntArray, float, str]:
    n, m = weighted.shape
    if n == 0 or count == m:
        chosen = np.union1d(fixed, np.setdiff1d(np.arange(m), fixed)[: count - fixed.size])
        lower = float(weighted[:, chosen].min(axis=1).sum()) if n else 0.0
        return chosen, lower, "optimal"
    state = SwapState(weighted, _start(weighted, count, fixed, progress))
    state = variable_neighbourhood_search(
        state,
        rng,
        movable=np.arange(fixed.size, count),
        work_limit=effort * _WORK_LIMIT,
        max_shakes=int(effort * _SHAKES),
        progress=progress.part(0.0, 0.7 if exact else 1.0),
    )
    chosen, lower, status = np.sort(state.chosen), 0.0, "feasible"
    if exact and fixed.size:
        bound = subgradient_bound(
            weighted, count, state.objective, forced=fixed, progress=progress.part(0.7, 1.0)
        )
        lower = max(0.0, bound.value)
        if lower >= state.objective * (1.0 - 1e-9):
            status = "optimal"
    elif exact:
        proof = prove(
            weighted,
            chosen,
            state.objective,
            resolution=cost_resolution(weighted),
            max_work=effort * 4.0 * _WORK_LIMIT,
            progress=progress.part(0.7, 1.0),
        )
        chosen, lower = proof.chosen, max(0.0, proof.lower_bound)
        status = "optimal" if proof.closed else "feasible"
    if progress.is_cancelled():
        status = "cancelled"
    return chosen, lower, status


def _start(weighted: FloatArray, count: int, fixed: IntArray, progress: Progress) -> IntArray:
    if fixed.size == 0:
        return greedy_choice(weighted, count, progress)
    served = np.minimum(weighted, weighted[:, fixed].min(axis=1)[:, None])
    added = greedy_choice(served, min(count + fixed.size, served.shape[1]), progress).tolist()
    new = [c for c in added if c not in set(fixed.tolist())][: count - fixed.size]
    return np.concatenate([fixed, np.array(new, dtype=np.int64)])


def variable_neighbourhood_search(
    state: SwapState,
    rng: np.random.Generator,
    *,
    movable: IntArray,
    work_limit: float,
    max_shakes: int,
    progress: Progress = SILENT,
) -> SwapState:
    """Shake the best choice ever harder, descend, and start over from what is better.

    Parameters
    ----------
    state : SwapState
        Where to start.
    movable : array of int
        Slots that may be closed.
    work_limit : float
        Cost entries to look at before stopping (not a clock, so runs are reproducible).
    max_shakes : int
        Number of shakes before stopping.
    """
    count = state.chosen.size
    fixed = np.setdiff1d(np.arange(count), movable)
    state.descend(fixed, progress)
    best, depth = state, 1
    largest = int(min(max(2, movable.size // 2), 24, max(movable.size, 1)))
    spent = state.work
    for shake in range(max_shakes if movable.size else 0):
        if progress.is_cancelled() or spent > work_limit:
            break
        if shake % 32 == 0:
            progress.report(max(shake / max_shakes, spent / work_limit))
        trial = best.copy()
        before = trial.work
        for _ in range(depth):
            closed = np.flatnonzero(~trial.is_open())
            candidate = int(closed[rng.integers(closed.size)])
            if rng.random() < 0.5 and not fixed.size:
                slot = trial.best_slot_for(candidate)
            else:
                slot = int(movable[rng.integers(movable.size)])
            trial.swap(slot, candidate)
        trial.descend(fixed, progress)
        spent += trial.work - before
        if trial.objective < best.objective * (1.0 - 1e-12):
            best, depth = trial, 1
        else:
            if trial.objective == best.objective:
                best = trial
            depth = depth + 1 if depth < largest else 1
    progress.report(1.0)
    return best


def refuse_unreachable(
    cost: FloatArray,
    weights: FloatArray,
    chosen: IntArray,
    demand_ids: Sequence[object] | None,
    progress: Progress,
) -> None:
    """Raise if the chosen candidates leave a demand without a way, naming it.

    After a cancel this tells nothing about other choices, and :class:`Cancelled` is raised.
    """
    lost = np.flatnonzero((weights > 0.0) & ~np.isfinite(cost[:, chosen]).any(axis=1))
    if lost.size:
        progress.stop_if_cancelled()
        raise InfeasibleProblem(
            "No choice of {count} homes was found that reaches every place; the best leaves "
            "{lost} without a way: {ids}. Ask for more homes or mend the cost matrix.",
            count=chosen.size,
            lost=lost.size,
            ids=name_some([_identify(demand_ids, row) for row in lost]),
        )


def _identify(ids: Sequence[object] | None, row: int) -> object:
    return int(row) + 1 if ids is None else ids[row]
