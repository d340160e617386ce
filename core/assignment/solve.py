"""Assign many customers to few centres at least cost, within limits on the centres' totals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import FloatArray, IntArray
from ..errors import InfeasibleProblem, InvalidInput
from ..progress import SILENT, Progress
from .explain import Names, explain_conflict, refuse_contradictions
from .limits import Assignment, Limit, breached
from .prices import approximate_prices
from .restricted import Choice, nearly_indifferent
from .scaled import ScaledProblem
from .solvers import HIGHS, Solver
from .whole import make_whole

_ROUNDING = 1e-9
_MAX_BOX_STEPS = 40
_STEPS_BEFORE_DOUBT = 6
_STEPS_WITH_SMALL_PROGRAMMES = 12
_GROWTH = 10


def assign(
    cost: ArrayLike,
    limits: Sequence[Limit] = (),
    *,
    start_prices: FloatArray | None = None,
    gap: float = 1e-4,
    max_seconds: float = 20.0,
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
    start_prices : ndarray, shape (limits, k), optional
        ``prices`` of the answer to a similar problem with the same limits.
    gap : float
        Relative gap at which the search for a cheaper whole assignment may stop.
    max_seconds : float
        Longest time for all integer programmes together; the best answer found so far is taken
        then.
    names : Names, optional
        How messages call the centres and customers.
    solver : Solver
        Who answers the restricted problems, see :func:`~.solvers.open_solver`.
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
    refuse_contradictions(cost, limits, names)
    if n == 0 or not limits:
        labels = cost.argmin(axis=1) if n else np.empty(0, dtype=np.int64)
        objective = float(cost[np.arange(n), labels].sum())
        nothing = np.zeros((len(limits), k))
        return Assignment(labels, objective, objective, 0.0, nothing, "optimal")

    problem = ScaledProblem.of(cost, limits)
    to_scaled = problem.weight_scales[:, None] / problem.cost_scale
    start = None if start_prices is None else start_prices * to_scaled
    prices = approximate_prices(problem, start, progress=progress)
    prices, labels = optimal_prices(problem, prices, names, solver, progress)
    _, first, _ = problem.best(prices)
    bound = problem.bound(first, prices)
    status = "optimal"
    if labels is None or breached(limits, labels):
        labels, bound, status = make_whole(
            problem,
            prices,
            gap=gap,
            max_seconds=max_seconds,
            names=names,
            solver=solver,
            progress=progress,
        )
    objective = float(cost[np.arange(n), labels].sum())
    lower_bound = min(bound * problem.cost_scale, objective)
    relative = (objective - lower_bound) / abs(objective) if objective else 0.0
    if status != "cancelled":
        status = "optimal" if relative <= _ROUNDING else "feasible"
    return Assignment(labels, objective, lower_bound, relative, prices / to_scaled, status)


def optimal_prices(
    problem: ScaledProblem, prices: FloatArray, names: Names, solver: Solver, progress: Progress
) -> tuple[FloatArray, IntArray | None]:
    """Optimal prices, and the optimal assignment if no customer has to be divided.

    Each step finds the best prices within a box around the last ones, and needs only those
    pairs that can become attractive within the box. Best prices inside the box are best of
    all, because the dual is concave.
    """
    heaviness = np.maximum(problem.coefficients.sum(axis=0), 1e-12)
    target = min(problem.customers, max(300, 10 * prices.size))
    box = 0.0
    for step in range(_MAX_BOX_STEPS):
        progress.stop_if_cancelled()
        base, first, second = problem.best(prices)
        indifference = (second - first) / (2.0 * heaviness)
        if step == 0:
            box = max(float(np.partition(indifference, target - 1)[target - 1]), 1e-6)
            finite = indifference[np.isfinite(indifference)]
            box = min(box, float(finite.max()) + 1.0 if finite.size else 1.0)
        else:
            box *= 4.0
            if step < _STEPS_WITH_SMALL_PROGRAMMES:
                # Several small programmes take less than a large one, as each moves the box.
                most = min(problem.customers, _GROWTH * target) - 1
                box = min(box, max(float(np.partition(indifference, most)[most]), 1e-6))
        customers = np.flatnonzero(indifference <= box)
        choice = nearly_indifferent(
            problem, prices, base, first, customers, 2.0 * box * heaviness[customers]
        )
        relaxed = solver.relaxed(problem, prices, base, choice, box, progress)
        prices = prices + relaxed.change
        if np.all(np.abs(relaxed.shortfall) <= _ROUNDING * problem.customers):
            return prices, _labels(base, choice, relaxed.shares) if relaxed.whole else None
        if step >= _STEPS_BEFORE_DOUBT:
            explain_conflict(problem.cost, problem.limits, names, progress)
    raise InfeasibleProblem(
        "The limits are so tight that no assignment was found; widen them a little."
    )


def _labels(base: IntArray, choice: Choice, shares: FloatArray) -> IntArray:
    labels = base.copy()
    chosen = shares > 0.5
    labels[choice.customers[chosen]] = choice.centres[chosen]
    return labels


def _checked_cost(cost: ArrayLike, limits: Sequence[Limit]) -> FloatArray:
    values = np.asarray(cost, dtype=float)
    if values.ndim != 2 or values.shape[1] == 0:
        raise InvalidInput("There are no centres to assign customers to.")
    if np.isnan(values).any() or np.isneginf(values).any():
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
