"""Exact answers over the customers that are nearly indifferent between centres.

Given prices, almost every customer has one clearly cheapest centre. A :class:`Choice` holds
the few other pairs (arcs) worth considering. Choosing among them is a small linear or
integer programme with one row per limit and centre: the cheapest centre of a customer needs
no variable of its own, being what remains when none of the others is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..background import run_cancellable
from ..libraries import optimize, sparse
from ..progress import Progress
from .scaled import ScaledProblem

_WHOLE = 1e-7
_LP_SECONDS = 60.0
_INFEASIBLE = 2
_NODES = 150
_SMALLEST_UNIT = 1e-5
_ROUNDING = 1e-12


@dataclass(frozen=True)
class Choice:
    """Pairs worth considering besides each customer's cheapest centre.

    Attributes
    ----------
    customers, centres : ndarray of int, shape (arcs,)
        The other pairs, ordered by customer.
    extra : ndarray of float, shape (arcs,)
        Reduced cost above that of the customer's base centre.
    """

    customers: IntArray
    centres: IntArray
    extra: FloatArray

    @property
    def size(self) -> int:
        return self.customers.size


def nearly_indifferent(
    problem: ScaledProblem,
    prices: FloatArray,
    base: IntArray,
    base_cost: FloatArray,
    customers: IntArray,
    width: FloatArray,
) -> Choice:
    """Other pairs of ``customers`` whose reduced cost is within ``width`` of the base's.

    Parameters
    ----------
    base, base_cost : ndarray, shape (n,)
        Base centre of each customer and its reduced cost.
    customers : ndarray of int, shape (m,)
        Customers to look at.
    width : ndarray of float, shape (m,)
        Greatest extra reduced cost of each of them.
    """
    found_customers, found_centres, found_extra = [], [], []
    rows_per_block = max((1 << 16) // problem.centres, 1)
    for start in range(0, customers.size, rows_per_block):
        part = customers[start : start + rows_per_block]
        extra = problem.reduced(part, prices) - base_cost[part][:, None]
        extra[np.arange(part.size), base[part]] = np.inf
        row, centre = np.nonzero(extra <= width[start : start + rows_per_block][:, None])
        found_customers.append(part[row])
        found_centres.append(centre)
        found_extra.append(extra[row, centre])
    if not found_customers:
        nothing = np.empty(0, dtype=np.int64)
        return Choice(nothing, nothing, np.empty(0))
    return Choice(
        np.concatenate(found_customers),
        np.concatenate(found_centres),
        np.concatenate(found_extra),
    )


@dataclass(frozen=True)
class Relaxed:
    """Answer of the linear programme over a choice.

    Attributes
    ----------
    shares : ndarray of float, shape (arcs,)
        How much of each customer goes along each arc.
    change : ndarray of float, shape (limits, k)
        Change of the prices.
    shortfall : ndarray of float, shape (limits, k)
        By how much totals miss their bounds (> 0 too little, < 0 too much).
    """

    shares: FloatArray
    change: FloatArray
    shortfall: FloatArray

    @property
    def whole(self) -> bool:
        """Whether no customer is divided."""
        return bool(np.all((self.shares < _WHOLE) | (self.shares > 1.0 - _WHOLE)))


def solve_relaxed(
    problem: ScaledProblem,
    prices: FloatArray,
    base: IntArray,
    choice: Choice,
    box: float,
    progress: Progress,
) -> Relaxed:
    """Linear programme over a choice; prices may change by ``box`` at most.

    Missing a bound by one unit costs ``box``, which limits the change of the prices (the
    box-step method of Marsten, Hogan and Blankenship 1975) and keeps the programme feasible.
    """
    moves = _move_matrix(problem, base, choice)
    cells = prices.size
    identity = sparse.identity(cells, format="csr")
    equalities = sparse.hstack([moves, -identity, identity, -identity], format="csr")
    one_place = _one_place_rows(choice, 3 * cells)
    result = run_cancellable(
        lambda: optimize.linprog(
            np.concatenate([choice.extra, prices.ravel(), np.full(2 * cells, box)]),
            A_eq=equalities,
            b_eq=-problem.totals(base).ravel(),
            A_ub=one_place,
            b_ub=None if one_place is None else np.ones(one_place.shape[0]),
            bounds=np.concatenate(
                [
                    np.tile([0.0, 1.0], (choice.size, 1)),
                    np.column_stack([problem.lower.ravel(), problem.upper.ravel()]),
                    np.tile([0.0, np.inf], (2 * cells, 1)),
                ]
            ),
            method="highs-ds",
            options={"time_limit": _LP_SECONDS},
        ),
        progress,
    )
    if result.x is None:
        raise RuntimeError(f"the linear programme was not solved: {result.message}")
    lacking, exceeding = result.x[choice.size + cells :].reshape(2, *prices.shape)
    return Relaxed(
        np.clip(result.x[: choice.size], 0.0, 1.0),
        np.asarray(result.eqlin.marginals).reshape(prices.shape),
        lacking - exceeding,
    )


@dataclass(frozen=True)
class Whole:
    """Answer of the integer programme over a choice.

    Attributes
    ----------
    labels : ndarray of int, shape (n,) or None
        Assignment, if one was found.
    bound : float
        No whole assignment over the choice has less extra reduced cost.
    proved_impossible : bool
        Whether the choice holds no assignment within the limits.
    """

    labels: IntArray | None
    bound: float
    proved_impossible: bool


@dataclass(frozen=True)
class Programme:
    """Integer programme over a choice, for any solver.

    Attributes
    ----------
    base : ndarray of int, shape (n,)
        Base centre of each customer.
    choice : Choice
        The arcs, of which each customer takes one at most.
    cost : ndarray of float, shape (arcs,)
        Scaled cost of moving a customer along each arc.
    moves : sparse matrix, shape (limits × k, arcs)
        What that changes in the totals.
    lower, upper : ndarray of float, shape (limits × k,)
        Bounds of the change.
    resting : float
        Scaled cost of moving nobody.
    floor : float
        Scaled cost that no assignment undercuts; an answer's bound is counted from there.
    relative_gap : float
        Gap of the whole cost at which the search may stop.
    """

    base: IntArray
    choice: Choice
    cost: FloatArray
    moves: sparse.csr_matrix
    lower: FloatArray
    upper: FloatArray
    resting: float
    floor: float
    relative_gap: float

    @classmethod
    def of(
        cls,
        problem: ScaledProblem,
        prices: FloatArray,
        base: IntArray,
        choice: Choice,
        *,
        floor: float,
        relative_gap: float,
        margin: float,
    ) -> Programme:
        """Programme of a choice.

        Parameters
        ----------
        margin : float
            By how much (scaled) totals stay inside their bounds where there is room, because
            solvers take a small breach for none.
        """
        moves = _move_matrix(problem, base, choice)
        lower, upper = _inside(problem, margin)
        start = problem.totals(base)
        at_bound = np.where(prices > 0.0, problem.lower, problem.upper)
        resting = floor + float(np.sum(prices * (start - at_bound)))
        cost = np.maximum(choice.extra, 0.0) + moves.T @ prices.ravel()
        return cls(
            base,
            choice,
            cost,
            moves,
            (lower - start).ravel(),
            (upper - start).ravel(),
            resting,
            floor,
            relative_gap,
        )

    def whole(self, chosen: NDArray[np.bool_], bound: float) -> Whole:
        """Answer that moves customers along the chosen arcs; ``bound`` is of the whole cost."""
        labels = self.base.copy()
        labels[self.choice.customers[chosen]] = self.choice.centres[chosen]
        return Whole(labels, max(bound - self.floor, 0.0), False)


def solve_whole(programme: Programme, seconds: float, progress: Progress) -> Whole:
    """Integer programme by HiGHS; after ``seconds`` the best answer so far is taken."""
    size = programme.choice.size
    # The last variable is fixed at 1 and carries the cost of moving nobody, so that the
    # solver's relative gap is one of the whole cost.
    constraints = [
        optimize.LinearConstraint(
            sparse.hstack(
                [programme.moves, sparse.csr_matrix((programme.lower.size, 1))], format="csr"
            ),
            programme.lower,
            programme.upper,
        )
    ]
    one_place = _one_place_rows(programme.choice, 1)
    if one_place is not None:
        constraints.append(optimize.LinearConstraint(one_place, -np.inf, 1.0))
    cost = np.append(programme.cost, programme.resting)
    bounds = optimize.Bounds(np.append(np.zeros(size), 1.0), np.ones(size + 1))

    def search(presolve: bool) -> optimize.OptimizeResult:
        return optimize.milp(
            cost,
            integrality=np.append(np.ones(size), 0.0),
            bounds=bounds,
            constraints=constraints,
            options={
                "time_limit": seconds,
                # Usually reached before the time, so that the answer does not depend on how
                # fast or busy the computer is.
                "node_limit": _NODES,
                "mip_rel_gap": programme.relative_gap,
                "presolve": presolve,
            },
        )

    result = run_cancellable(lambda: search(True), progress)
    if result.x is None and result.status == _INFEASIBLE:
        # HiGHS 1.2 (SciPy 1.10) has called small sound problems infeasible in its presolve.
        result = run_cancellable(lambda: search(False), progress)
    if result.x is None:
        return Whole(None, 0.0, result.status == _INFEASIBLE)
    bound = result.mip_dual_bound
    bound = result.fun if bound is None or not np.isfinite(bound) else bound
    return programme.whole(result.x[:size] > 0.5, float(bound))


def _inside(problem: ScaledProblem, margin: float) -> tuple[FloatArray, FloatArray]:
    """Bounds that the solver cannot miss by its tolerance.

    Between whole numbers nothing can lie, so bounds on totals of whole weights move outwards
    to the middle; others move inwards by the margin, where that leaves room between them.
    """
    lower, upper = problem.lower.copy(), problem.upper.copy()
    for row, limit in enumerate(problem.limits):
        unit = 1.0 / problem.weight_scales[row]
        if limit.weights is None or (unit > _SMALLEST_UNIT and _are_whole(limit.weights)):
            least, most = lower[row] / unit, upper[row] / unit
            lower[row] = (np.ceil(least - _ROUNDING * (1.0 + least)) - 0.4) * unit
            upper[row] = (np.floor(most + _ROUNDING * (1.0 + most)) + 0.4) * unit
            continue
        room = upper[row] - lower[row] > 4.0 * margin
        lower[row] += np.where(room & (lower[row] > 0.0), margin, 0.0)
        upper[row] -= np.where(room, margin, 0.0)
    return lower, upper


def _are_whole(weights: FloatArray) -> bool:
    return bool(np.all(weights == np.round(weights)))


def _move_matrix(problem: ScaledProblem, base: IntArray, choice: Choice) -> sparse.csr_matrix:
    """Change of the totals, shape (limits × k, arcs), per customer moved along each arc."""
    k = problem.centres
    arcs = np.arange(choice.size)
    leaving = base[choice.customers]
    rows, columns, values = [], [], []
    for row in range(len(problem.limits)):
        for sign, centres in ((1.0, choice.centres), (-1.0, leaving)):
            amount = problem.coefficient(row, choice.customers, centres)
            counted = np.flatnonzero(amount)
            rows.append(row * k + centres[counted])
            columns.append(arcs[counted])
            values.append(sign * amount[counted])
    return sparse.csr_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))),
        shape=(len(problem.limits) * k, choice.size),
    )


def _one_place_rows(choice: Choice, further_columns: int) -> sparse.csr_matrix | None:
    """Rows that keep a customer with several arcs from being chosen more than once."""
    _, position, arcs = np.unique(choice.customers, return_inverse=True, return_counts=True)
    several = np.flatnonzero(arcs[position] > 1)
    if several.size == 0:
        return None
    _, rows = np.unique(choice.customers[several], return_inverse=True)
    return sparse.csr_matrix(
        (np.ones(several.size), (rows, several)),
        shape=(rows.max() + 1, choice.size + further_columns),
    )
