"""Assign many customers to few centres at least cost, within limits on the centres' totals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import FloatArray
from ..errors import InvalidInput
from ..progress import SILENT, Cancelled, Progress
from .best_prices import ROUNDING, best_prices
from .chains import chained
from .dual_prices import approximate_prices
from .effort import AssignmentEffort
from .integer_search import integer_assignment
from .limits import Assignment, AssignmentStart, Limit, breached
from .names import Names
from .normalised import NormalisedProblem
from .refusals import refuse_contradictions
from .repair import HIGH, repaired
from .solvers import HIGHS, Solver


def assign(
    cost: ArrayLike,
    limits: Sequence[Limit] = (),
    *,
    start: AssignmentStart | None = None,
    effort: AssignmentEffort | None = None,
    names: Names | None = None,
    solver: Solver = HIGHS,
    progress: Progress = SILENT,
) -> Assignment:
    """Assign every customer to one centre at least total cost, within all limits.

    Prices on the limits turn the problem into one of k unknowns per limit (Lagrangean
    duality); the few customers that are nearly indifferent at good prices are left to an
    exact linear programme and, if it divides any of them, to an integer programme. With
    limits on counts and retention alone the answer is optimal.

    Parameters
    ----------
    cost : array_like, shape (n, k)
        Cost of each pair; ``inf`` where it is forbidden.
    limits : sequence of Limit
        See :func:`count_limit`, :func:`sum_limit` and :func:`retention_limit`.
    start : AssignmentStart, optional
        What the answer to a similar problem with the same limits tells.
    effort : AssignmentEffort, optional
        When the search for a cheaper whole assignment may stop.
    names : Names, optional
        How messages call the centres and customers.
    solver : Solver
        Who answers the programmes, see :func:`~.solvers.open_solver`.
    progress : Progress
        Asked for cancellation.

    Returns
    -------
    Assignment

    Raises
    ------
    InvalidInput
        If costs are not numbers, or shapes do not match.
    InfeasibleProblem
        If no assignment keeps all limits; the message names those that contradict.
    Cancelled
        If cancelled before there was an assignment within the limits.
    """
    cost = _checked_cost(cost, limits)
    names = names or Names()
    n, k = cost.shape
    allowed = None if cost.max(initial=0.0) < np.inf else np.isfinite(cost)
    refuse_contradictions(allowed, (n, k), limits, names)
    if n == 0 or not limits:
        labels = cost.argmin(axis=1) if n else np.empty(0, dtype=np.int64)
        objective = float(cost[np.arange(n), labels].sum())
        nothing = np.zeros((len(limits), k))
        return Assignment(labels, objective, objective, 0.0, nothing, "optimal")

    problem = NormalisedProblem.undivided(cost, limits)
    unit = problem.weight_scales[:, None] / problem.cost_scale
    known = None if start is None else start.prices * unit
    prices = approximate_prices(problem, known, progress=progress)
    prices, labels = best_prices(problem, prices, names, solver, progress)
    _, first, _ = problem.best(prices)
    bound = problem.bound(first, prices)
    status = "optimal"
    if labels is None or breached(limits, labels):
        before = None if start is None else start.labels
        labels, bound, status = integer_assignment(
            problem, prices, effort or AssignmentEffort(), names, solver, progress, before
        )
    objective = float(cost[np.arange(n), labels].sum())
    lower_bound = min(bound * problem.cost_scale, objective)
    relative = (objective - lower_bound) / abs(objective) if objective else 0.0
    if status != "cancelled":
        status = "optimal" if relative <= ROUNDING else "feasible"
    return Assignment(labels, objective, lower_bound, relative, prices / unit, status)


def assign_at_once(
    cost: FloatArray,
    limits: Sequence[Limit],
    start: AssignmentStart,
    progress: Progress = SILENT,
) -> Assignment:
    """An assignment within all limits in little time, found by chains of moves from known prices.

    It is not the cheapest one, and nothing is proved: for plans that a cancel leaves half done.

    Parameters
    ----------
    cost : ndarray of float, shape (n, k)
        See :func:`assign`.
    start : AssignmentStart
        With about the prices of the limits.
    progress : Progress
        Ends the search for cheaper moves.

    Raises
    ------
    Cancelled
        If moves find no assignment within the limits, or somebody may go to none of the centres.
    """
    problem = NormalisedProblem.undivided(cost, limits)
    prices = start.prices * (problem.weight_scales[:, None] / problem.cost_scale)
    labels, first, _ = problem.best(prices)
    if not np.isfinite(first).all():
        raise Cancelled
    if breached(limits, labels):
        labels = chained(problem, prices, labels, progress)
    if breached(limits, labels):
        moved = repaired(problem, prices, labels, progress, (HIGH,))
        if moved is None:
            raise Cancelled
        labels = moved
    objective = float(cost[np.arange(len(labels)), labels].sum())
    bound = min(problem.bound(first, prices) * problem.cost_scale, objective)
    gap = (objective - bound) / abs(objective) if objective else 0.0
    return Assignment(labels, objective, bound, gap, start.prices, "cancelled")


def _checked_cost(cost: ArrayLike, limits: Sequence[Limit]) -> FloatArray:
    values = np.asarray(cost, dtype=float)
    if values.ndim != 2 or values.shape[1] == 0:
        raise InvalidInput("There are no centres to assign customers to.")
    # Not a number is also the least of all, if it is there.
    if not values.min(initial=np.inf) > -np.inf:
        raise InvalidInput("Some costs are not numbers; check the distances.")
    n, k = values.shape
    for limit in limits:
        shapes = [limit.minimum.shape == (k,), limit.maximum.shape == (k,)]
        shapes += [a is None or a.shape == (n,) for a in (limit.weights, limit.members)]
        if not all(shapes):
            raise InvalidInput(
                "The limit on “{name}” does not fit {customers} customers and {centres} centres.",
                name=limit.name,
                customers=n,
                centres=k,
            )
    return values
