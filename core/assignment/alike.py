"""Customers who weigh alike, assigned exactly around all others.

Where most customers weigh the same, a sum is nearly a count: full centres all miss the bound by
one customer, and moves of single customers see no way to a centre with room that is not next
door, because each step on it is as good as the last (:mod:`.repair`). For the alike it is a
transport problem, though, whose linear programme divides nobody.
"""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InfeasibleProblem
from ..progress import Progress
from .best_prices import best_prices
from .dual_prices import approximate_prices
from .limits import Limit, breached, count_limit
from .names import Names
from .normalised import NormalisedProblem
from .solvers import Solver

_MOST = 0.9
"""Share of all customers."""
# Quotients of sums and weights are whole to this relative error of floating point.
_ROUNDING = 1e-12


def alike_around_others(
    problem: NormalisedProblem,
    prices: FloatArray,
    labels: IntArray,
    solver: Solver,
    progress: Progress,
) -> IntArray | None:
    """Cheapest assignment of the largest group of customers with the same weights.

    Parameters
    ----------
    problem : NormalisedProblem
    prices : ndarray of float, shape (limits, k)
        Scaled prices of the whole problem, which are about those of the group.
    labels : ndarray of int, shape (n,)
        Centres of all customers; those outside the group stay where they are.

    Returns
    -------
    ndarray of int, shape (n,), or None
        None if nothing within the limits leaves the others where they are, or if a limit is on
        customers to keep, who do not count alike everywhere.

    Raises
    ------
    Cancelled
    """
    if any(limit.is_retention for limit in problem.limits):
        return None
    alike = _largest_group(problem)
    bounds = _counts_left(problem, labels, alike)
    if bounds is None:
        return None
    counts = count_limit(problem.centres, *bounds)
    part = NormalisedProblem.of(problem.cost[alike], [counts])
    try:
        known = approximate_prices(part, _of_one(problem, prices, alike, part), progress=progress)
        _, found = best_prices(part, known, Names(), solver, progress)
    except InfeasibleProblem:  # forbidden pairs
        return None
    if found is None:
        return None
    answer = labels.copy()
    answer[alike] = found
    return None if breached(problem.limits, answer) else answer


def others_with_room(problem: NormalisedProblem, prices: FloatArray, labels: IntArray) -> IntArray:
    """Labels (n,) after all others have gone where there is room for them.

    Prices alone may send two to a centre that holds one, and then nothing is found around them.
    """
    others = np.flatnonzero(~_largest_group(problem))
    answer = labels.copy()
    answer[others] = cheapest_with_room(problem, prices, others)
    return answer


def cheapest_with_room(
    problem: NormalisedProblem, prices: FloatArray, customers: IntArray
) -> IntArray:
    """Centres of some customers (m,), who choose one after the other, the heaviest first.

    Each takes the centre that is cheapest at the prices of those that hold it besides the ones
    before; where none does, the cheapest.
    """
    heaviness = problem.coefficients[:, customers].sum(axis=0)
    room = problem.upper + _ROUNDING * (1.0 + np.abs(problem.upper))
    reduced = problem.reduced(customers, prices)
    chosen = np.empty(customers.size, dtype=np.int64)
    for row in np.argsort(-heaviness, kind="stable").tolist():
        weight = problem.coefficients[:, customers[row]]
        fits = (room >= weight[:, None]).all(axis=0) & np.isfinite(reduced[row])
        chosen[row] = np.where(fits | ~fits.any(), reduced[row], np.inf).argmin()
        room[:, chosen[row]] -= weight
    return chosen


def most_are_alike(problem: NormalisedProblem) -> bool:
    """Whether so many customers weigh the same that all others are exceptions."""
    return bool(_largest_group(problem).mean() >= _MOST)


def _largest_group(problem: NormalisedProblem) -> BoolArray:
    """Which customers (n,) have the commonest weights."""
    _, group, sizes = np.unique(
        problem.coefficients, axis=1, return_inverse=True, return_counts=True
    )
    chosen: BoolArray = np.ravel(group) == sizes.argmax()
    return chosen


def _of_one(
    problem: NormalisedProblem, prices: FloatArray, alike: BoolArray, part: NormalisedProblem
) -> FloatArray:
    """What a centre pays (1, k) for one of those who are alike, as scaled in their own problem."""
    one = int(np.flatnonzero(alike)[0])
    paid = (prices * problem.coefficients[:, one, None]).sum(axis=0, keepdims=True)
    return np.asarray(paid * (problem.cost_scale / part.cost_scale))


def _counts_left(
    problem: NormalisedProblem, labels: IntArray, alike: BoolArray
) -> tuple[FloatArray, FloatArray] | None:
    """How many (k,) of those who are alike each centre needs and has room for; None if too few."""
    size = int(alike.sum())
    least, most = np.zeros(problem.centres), np.full(problem.centres, float(size))
    one = int(np.flatnonzero(alike)[0])
    others = np.where(alike, -1, labels)
    for limit in problem.limits:
        taken = limit.totals(others)
        lower, upper = limit.minimum - taken, limit.maximum - taken
        weight = _weight(limit, one)
        if weight > 0.0:
            needed, room = lower / weight, upper / weight
            least = np.maximum(least, np.ceil(needed - _ROUNDING * (1.0 + np.abs(needed))))
            most = np.minimum(most, np.floor(room + _ROUNDING * (1.0 + np.abs(room))))
        elif (lower > 0.0).any() or (upper < 0.0).any():
            return None
    if (least > most).any() or not least.sum() <= size <= most.sum():
        return None
    return least, most


def _weight(limit: Limit, customer: int) -> float:
    return 1.0 if limit.weights is None else float(limit.weights[customer])
