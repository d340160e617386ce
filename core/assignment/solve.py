"""Assign many customers to few centres at least cost, within limits on the centres' totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import FloatArray, IntArray
from ..errors import InfeasibleProblem, InvalidInput
from ..progress import SILENT, Progress
from .candidate_pairs import CandidatePairs, nearly_indifferent
from .dual_prices import approximate_prices
from .effort import AssignmentEffort
from .integer_search import integer_assignment
from .limits import Assignment, AssignmentStart, Limit, breached
from .names import Names
from .normalised import NormalisedProblem
from .refusals import refuse_conflict, refuse_contradictions
from .solvers import HIGHS, Solver

# Objective and bound agree to this part where the answer is proved best.
_ROUNDING = 1e-9


@dataclass(frozen=True)
class _Boxes:
    """How far prices may move in one linear programme.

    A wide box needs more pairs and a larger programme, a narrow one more programmes.

    Attributes
    ----------
    pairs_per_price, fewest_customers : int
        The first box holds so many indifferent customers, so that each price has some to move;
        below the fewest a programme takes milliseconds anyway.
    growth : float
        Factor from one box to the next: prices far away are reached in few programmes.
    steps_before_doubt : int
        After so many programmes it is checked whether the limits contradict each other, which
        takes longer than one of them.
    most_steps : int
        A safeguard against rounding that goes round in circles.
    """

    pairs_per_price: int = 10
    fewest_customers: int = 300
    growth: float = 4.0
    steps_before_doubt: int = 6
    most_steps: int = 40


_BOXES = _Boxes()


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
        status = "optimal" if relative <= _ROUNDING else "feasible"
    return Assignment(labels, objective, lower_bound, relative, prices / unit, status)


def best_prices(
    problem: NormalisedProblem, prices: FloatArray, names: Names, solver: Solver, progress: Progress
) -> tuple[FloatArray, IntArray | None]:
    """Optimal prices, and the optimal assignment if no customer has to be divided.

    Each step finds the best prices within a box around the last ones, and needs only those
    pairs that can become attractive within the box. Best prices inside the box are best of
    all, because the dual is concave.
    """
    heaviness = np.maximum(problem.coefficients.sum(axis=0), 1e-12)
    first_size = max(_BOXES.fewest_customers, _BOXES.pairs_per_price * prices.size)
    first_size = min(problem.customers, first_size)
    box = 0.0
    for step in range(_BOXES.most_steps):
        progress.stop_if_cancelled()
        base, first, second = problem.best(prices)
        indifference = (second - first) / (2.0 * heaviness)
        if step == 0:
            box = max(float(np.partition(indifference, first_size - 1)[first_size - 1]), 1e-6)
            finite = indifference[np.isfinite(indifference)]
            box = min(box, float(finite.max()) + 1.0 if finite.size else 1.0)
        else:
            box *= _BOXES.growth
        customers = np.flatnonzero(indifference <= box)
        pairs = nearly_indifferent(
            problem, prices, base, first, customers, 2.0 * box * heaviness[customers]
        )
        answer = solver.linear(problem, prices, base, pairs, box, progress)
        prices = prices + answer.change
        if np.all(np.abs(answer.shortfall) <= _ROUNDING * problem.customers):
            return prices, _labels(base, pairs, answer.shares) if answer.whole else None
        if step >= _BOXES.steps_before_doubt:
            refuse_conflict(problem.cost, problem.limits, names, progress)
    raise InfeasibleProblem(
        "The limits are so tight that no assignment was found; widen them a little."
    )


def _labels(base: IntArray, pairs: CandidatePairs, shares: FloatArray) -> IntArray:
    labels = base.copy()
    chosen = shares > 0.5
    labels[pairs.customers[chosen]] = pairs.centres[chosen]
    return labels


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
