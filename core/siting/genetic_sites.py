"""Genetic search for homes among candidates (paper, section 6 and eq. 1).

Equation 1 sums the travel from the needed locations to the municipalities. Read literally
(every home to every municipality) it is a sum of one figure per candidate, and its optimum is
the k most central candidates side by side, however large the country. The search therefore
minimises the sum over municipalities of the travel to the *nearest* chosen home, which is what
siting is for; the literal sum is available as :data:`TOTAL`.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from .median_problem import PROVEN_GAP, MedianProblem, SiteChoice
from .p_median import median_bound
from .settings import NEAREST, TOTAL, GeneticSettings
from .swap_search import SwapState

# Blocks of 16 MB stay near the cache and leave room to hear a cancel.
_ELEMENTS_PER_BLOCK = 2_000_000
_DRAWN, _IDLE_DRAWINGS = 0.3, 20
"""Part of the homes that are drawn anew, and how often in vain before the search ends."""
_LEAST_GAIN = 1e-9
"""Relative; less is rounding."""


def genetic_sites(
    problem: MedianProblem,
    rng: np.random.Generator,
    *,
    criterion: str = NEAREST,
    settings: GeneticSettings | None = None,
    progress: Progress = SILENT,
) -> SiteChoice:
    """Choose candidates by genetic search.

    A choice is a set of different candidates. Children keep what both parents chose and
    draw the rest from what either chose; mutation replaces candidates at random; the best
    choice of the end is improved by best swaps.

    Parameters
    ----------
    problem : MedianProblem
        Without fixed candidates.
    rng : numpy.random.Generator
    criterion : {"nearest", "total"}
        Travel to the nearest chosen home, or from every chosen home to every demand (eq. 1 read
        literally, which is solved exactly).
    settings : GeneticSettings, optional

    Returns
    -------
    SiteChoice
        With a Lagrangian lower bound. For ``"total"`` the objective is that sum.

    Raises
    ------
    InfeasibleProblem
        No choice was found that reaches all demands.
    Cancelled
        Cancelled before there was a choice that reaches all demands.
    """
    settings = settings or GeneticSettings()
    usable = problem.weighted
    if criterion == TOTAL:
        return _most_central(problem)
    chosen = evolved(usable, problem.count, rng, settings, progress.part(0.0, 0.8))
    chosen = swapped(usable, chosen, rng, progress.part(0.8, 0.9))
    choice = problem.choice(np.sort(chosen), None, 0.0, "feasible")
    problem.refuse_unreached(choice, progress)
    if progress.is_cancelled():
        return replace(choice, status="cancelled")
    lower = median_bound(problem, choice, progress)
    proven = lower >= choice.objective * (1.0 - PROVEN_GAP)
    status = "cancelled" if progress.is_cancelled() else "optimal" if proven else "feasible"
    return replace(choice, lower_bound=lower, status=status)


def swapped(
    cost: FloatArray, chosen: IntArray, rng: np.random.Generator, progress: Progress
) -> IntArray:
    """A choice (k,) that best swaps better, also after some of its homes were drawn anew.

    The best choice of a population rests where no swap of two helps. From there a few other
    homes often lead to a better place to rest.
    """
    best = SwapState(cost, chosen)
    best.descend(progress=progress)
    count, candidates = best.chosen.size, cost.shape[1]
    drawn = max(min(round(_DRAWN * count), candidates - count), 1)
    idle = 0
    while idle < _IDLE_DRAWINGS and count < candidates and not progress.is_cancelled():
        state = best.copy()
        others = np.flatnonzero(~state.is_open())
        slots = rng.choice(count, drawn, replace=False)
        for slot, candidate in zip(slots.tolist(), rng.choice(others, drawn, replace=False)):
            state.swap(slot, int(candidate))
        state.descend(progress=progress)
        idle += 1
        if state.objective < best.objective * (1.0 - _LEAST_GAIN):
            best, idle = state, 0
    return best.chosen


def _most_central(problem: MedianProblem) -> SiteChoice:
    totals = problem.weighted.sum(axis=0)
    chosen = np.sort(np.argsort(totals, kind="stable")[: problem.count])
    objective = float(totals[chosen].sum())
    choice = problem.choice(chosen, None, 0.0, "optimal")
    return replace(choice, objective=objective, lower_bound=objective)


def evolved(
    cost: FloatArray,
    count: int,
    rng: np.random.Generator,
    settings: GeneticSettings,
    progress: Progress,
) -> IntArray:
    """The best choice (k,) after so many generations, before it is improved by swaps."""
    m = cost.shape[1]
    size = settings.population
    population = np.array([np.sort(rng.choice(m, count, replace=False)) for _ in range(size)])
    fitness = _fitness(cost, population)
    elite = min(max(1, round(settings.elitism * size)), size - 1)
    stale, best = 0, float(fitness.min())
    for generation in range(settings.max_generations):
        if progress.is_cancelled() or stale >= settings.stagnation:
            break
        progress.report(generation / settings.max_generations)
        order = np.argsort(fitness, kind="stable")
        population, fitness = population[order], fitness[order]
        children = [child_of(population, fitness, m, rng, settings) for _ in range(size - elite)]
        population = np.vstack([population[:elite], np.array(children)])
        fitness = np.concatenate([fitness[:elite], _fitness(cost, population[elite:])])
        now = float(fitness.min())
        stale = 0 if now < best * (1.0 - 1e-12) else stale + 1
        best = min(best, now)
    return np.asarray(population[int(np.argmin(fitness))], dtype=np.int64)


def _fitness(cost: FloatArray, population: IntArray) -> FloatArray:
    total = np.zeros(population.shape[0])
    rows = max(1, _ELEMENTS_PER_BLOCK // population.shape[1])
    for start in range(0, cost.shape[0], rows):
        block = cost[start : start + rows]
        total += np.array([block[:, chosen].min(axis=1).sum() for chosen in population])
    return total


def child_of(
    population: IntArray,
    fitness: FloatArray,
    candidate_count: int,
    rng: np.random.Generator,
    settings: GeneticSettings,
) -> IntArray:
    """A child (k,) of two parents out of a population (p, k), the best of which comes first."""
    first, second = (settings.winner(len(population), rng) for _ in range(2))
    better = min(first, second)
    crossover = adapted_rate(fitness, better, settings.crossover_min, settings.crossover_max)
    child = population[better]
    if rng.random() < crossover:
        common = np.intersect1d(population[first], population[second])
        other = np.setxor1d(population[first], population[second])
        rest = rng.choice(other, child.size - common.size, replace=False)
        child = np.concatenate([common, rest])
    mutation = adapted_rate(fitness, better, settings.mutation_min, settings.mutation_max)
    changed = np.flatnonzero(rng.random(child.size) < mutation)
    closed = np.setdiff1d(np.arange(candidate_count), child)
    changed = changed[: closed.size]
    if changed.size:
        child = child.copy()
        child[changed] = rng.choice(closed, changed.size, replace=False)
    return np.sort(child)


def adapted_rate(fitness: FloatArray, index: int, least: float, most: float) -> float:
    """Rate for a parent: the greatest at the mean fitness or worse, the least for the best."""
    best, mean = float(fitness[0]), float(fitness.mean())
    if fitness[index] >= mean or mean <= best:
        return most
    return least + (most - least) * (float(fitness[index]) - best) / (mean - best)
