"""Capacitated p-median: homes with limited capacity, every demand served whole by one.

A Lagrangian relaxation gives a lower bound and good sets of homes; an iterated search
allocates by regret, repairs and improves by moving and exchanging demands, and moves each
home to the best candidate of its own demands (after Mulvey and Beck, European Journal of
Operational Research 18, 1984).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import HIGHS, Solver
from ..errors import InfeasibleProblem
from ..progress import SILENT, Progress
from ..texts import readable
from .capacitated_bound import relaxation
from .capacitated_search import AllocationState, CapacitatedSearch
from .capacities import CapacitatedEffort, Capacities
from .median_problem import (
    PROVEN_GAP,
    MedianProblem,
    SiteChoice,
    cost_resolution,
    weighted_costs,
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
            "one lacks {excess}. Raise the capacities (CAPACITY) or the number of "
            "representatives (COUNT).",
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
            "capacities; {count} place stays without a route: {ids}. Raise the capacities "
            "(CAPACITY), or complete the cost matrix (COST_MATRIX).",
            "No choice of {homes} homes was found that reaches every place within the "
            "capacities; {count} places stay without a route: {ids}. Raise the capacities "
            "(CAPACITY), or complete the cost matrix (COST_MATRIX).",
            homes=problem.count,
            ids=problem.name(lost),
        )
    if progress.is_cancelled():
        return replace(choice, status="cancelled")
    if choice.lower_bound >= choice.objective * (1.0 - PROVEN_GAP):
        return replace(choice, status="optimal")
    return choice


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
