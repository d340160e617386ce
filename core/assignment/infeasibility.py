"""How nearly the limits can be kept when customers may be divided and cost does not matter.

An elastic linear programme: bounds may be missed, the sum of all misses is least. The prices of
its answer name the limits that take part in a contradiction (Chinneck 2008, chapter 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..libraries import optimize, sparse
from ..progress import Progress
from .limits import Limit
from .linear_programme import solved_by_highs


@dataclass(frozen=True)
class _Precision:
    """What the elastic programme trades between being exact and being quick.

    Attributes
    ----------
    exact_cells : int
        Customers × centres up to which every weight counts as it is.
    strata : int
        In larger problems customers are put into so many classes by rank of weight, each with
        its own mean, so that the size of the programme no longer grows with their number.
    rounding : float
        Share of all weights that counts as the solver's rounding.
    price : float
        Part of a contradiction below which a bound does not count as involved; the solver's
        prices are right to 1e-7.
    longest_s : float
        A safeguard: the user waits for an explanation, not for an answer.
    """

    exact_cells: int = 60_000
    strata: int = 24
    rounding: float = 1e-6
    price: float = 1e-6
    longest_s: float = 60.0


_PRECISION = _Precision()


@dataclass(frozen=True)
class Miss:
    """A total that comes no nearer to its bound than this."""

    limit: Limit
    centre: int
    reached: float
    bound: float


@dataclass(frozen=True)
class LimitsConflict:
    """Limits that contradict each other even if customers could be divided.

    Attributes
    ----------
    minima, maxima : sequence of (Limit, ndarray of int)
        Bounds that take part, with the centres.
    misses : sequence of Miss
        How near one can come.
    pairs_are_forbidden : bool
        Whether some customers may not go everywhere, which takes part too.
    """

    minima: Sequence[tuple[Limit, IntArray]]
    maxima: Sequence[tuple[Limit, IntArray]]
    misses: Sequence[Miss]
    pairs_are_forbidden: bool


@dataclass(frozen=True)
class InseparableCustomers:
    """The limits could be kept only by dividing a customer, as far as is known.

    Attributes
    ----------
    limit : Limit or None
        The narrowest limit on a sum; None if there is none.
    room : float
        How much its totals may vary at all.
    total, heaviest : float
        Sum and maximum of its weights.
    seconds : float or None
        How long an answer was looked for; None where it is proved that there is none.
    """

    limit: Limit | None
    room: float = 0.0
    total: float = 0.0
    heaviest: float = 0.0
    seconds: float | None = None


def limits_conflict(
    cost: FloatArray, limits: Sequence[Limit], progress: Progress
) -> LimitsConflict | None:
    """Which limits contradict each other; None if divided customers could keep them all.

    Parameters
    ----------
    cost : ndarray of float, shape (n, k)
        ``inf`` where a pair is forbidden.
    """
    found = least_infeasibility(cost, limits, progress)
    missed = np.abs(found.missed) > found.tolerance
    if not missed.any():
        return None
    involved: dict[float, list[tuple[Limit, IntArray]]] = {1.0: [], -1.0: []}
    misses = []
    for row, limit in enumerate(limits):
        for sign, parts in involved.items():
            centres = np.flatnonzero(sign * found.prices[row] > _PRECISION.price)
            if centres.size:
                parts.append((limit, centres))
        for j in np.flatnonzero(missed[row]).tolist():
            miss = float(found.missed[row, j])
            bound = float(limit.minimum[j] if miss < 0.0 else limit.maximum[j])
            misses.append(Miss(limit, j, bound + miss, bound))
    return LimitsConflict(involved[1.0], involved[-1.0], misses, not bool(np.isfinite(cost).all()))


def inseparable_customers(
    limits: Sequence[Limit], seconds: float | None = None
) -> InseparableCustomers:
    """The narrowest limit where only divided customers could keep all."""
    bounded = [limit for limit in limits if limit.weights is not None]
    if not bounded:
        return InseparableCustomers(None, seconds=seconds)
    limit = min(bounded, key=lambda one: _room(one) / max(_heaviest(one), 1e-300))
    return InseparableCustomers(limit, _room(limit), _total(limit), _heaviest(limit), seconds)


def _total(limit: Limit) -> float:
    return 0.0 if limit.weights is None else float(limit.weights.sum())


def _heaviest(limit: Limit) -> float:
    return 0.0 if limit.weights is None else float(limit.weights.max(initial=0.0))


def _room(limit: Limit) -> float:
    """How much a total may vary at all: within its own bounds, and for what others must get."""
    total = _total(limit)
    least, most = np.maximum(limit.minimum, 0.0), np.minimum(limit.maximum, total)
    return max(min(float(np.min(most - least)), total - least.sum(), most.sum() - total), 0.0)


@dataclass(frozen=True)
class LeastInfeasibility:
    """Least total miss of all bounds.

    Attributes
    ----------
    missed : ndarray of float, shape (limits, k)
        By how much each total misses its bounds: < 0 too little, > 0 too much.
    prices : ndarray of float, shape (limits, k)
        Part of each bound in the contradiction: > 0 a minimum's, < 0 a maximum's.
    tolerance : ndarray of float, shape (limits, 1)
        Misses up to here are rounding.
    """

    missed: FloatArray
    prices: FloatArray
    tolerance: FloatArray


def least_infeasibility(
    cost: FloatArray, limits: Sequence[Limit], progress: Progress
) -> LeastInfeasibility:
    """Solve the elastic linear programme over classes of equal customers.

    Customers with the same allowed centres, memberships and weights are one class. In large
    problems weights within a narrow stratum count as equal (each class has its own mean).
    """
    n, k = cost.shape
    classes, sizes, sums = _classes(cost, limits)
    allowed = np.isfinite(cost[classes])
    row, centre = np.nonzero(allowed)
    arcs = np.arange(row.size)
    cells = len(limits) * k
    totals = np.array([1.0 if s is None else max(float(s.sum()), 1e-300) for s in sums])
    rows, columns, values = [], [], []
    for number, limit in enumerate(limits):
        of_class = sums[number]
        weights = (sizes if of_class is None else of_class)[row] / _unit(number, totals, n, limits)
        if limit.members is not None:
            weights = np.where(limit.members[classes][row] == centre, weights, 0.0)
        counted = np.flatnonzero(weights)
        rows.append(number * k + centre[counted])
        columns.append(arcs[counted])
        values.append(weights[counted])
    activity = sparse.csr_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))),
        shape=(cells, row.size),
    )
    one = sparse.csr_matrix((np.ones(row.size), (row, arcs)), shape=(len(classes), row.size))
    units = np.array([[_unit(number, totals, n, limits)] for number in range(len(limits))])
    least = np.array([limit.minimum for limit in limits]) / units
    most = np.array([limit.maximum for limit in limits]) / units
    least, most = np.maximum(least, 0.0), np.minimum(most, 2.0 * n)
    identity = sparse.identity(cells, format="csr")
    result = solved_by_highs(
        lambda method: optimize.linprog(
            np.concatenate([np.zeros(row.size + cells), np.ones(2 * cells)]),
            A_eq=sparse.bmat(
                [
                    [one, sparse.csr_matrix((len(classes), 3 * cells))],
                    [activity, sparse.hstack([-identity, identity, -identity])],
                ],
                format="csr",
            ),
            b_eq=np.concatenate([np.ones(len(classes)), np.zeros(cells)]),
            bounds=np.concatenate(
                [
                    np.tile([0.0, 1.0], (row.size, 1)),
                    np.column_stack([least.ravel(), most.ravel()]),
                    np.tile([0.0, np.inf], (2 * cells, 1)),
                ]
            ),
            method=method,
            options={"time_limit": _PRECISION.longest_s},
        ),
        ("highs", "highs-ipm"),
        progress,
    )
    lacking, exceeding = result.x[row.size + cells :].reshape(2, len(limits), k)
    prices = np.asarray(result.eqlin.marginals)[len(classes) :].reshape(len(limits), k)
    return LeastInfeasibility(
        (exceeding - lacking) * units, prices, _PRECISION.rounding * n * units
    )


def _unit(number: int, totals: FloatArray, customers: int, limits: Sequence[Limit]) -> float:
    """Weight of an average customer, so that misses of different limits can be compared."""
    return 1.0 if limits[number].weights is None else float(totals[number]) / customers


def _classes(
    cost: FloatArray, limits: Sequence[Limit]
) -> tuple[IntArray, FloatArray, list[FloatArray | None]]:
    """First customer, size, and sums of weights of each class."""
    n, k = cost.shape
    allowed = np.isfinite(cost)
    keys = [] if allowed.all() else [_pattern_ids(allowed)]
    coarse = n * k > _PRECISION.exact_cells
    for limit in limits:
        if limit.members is not None:
            keys.append(limit.members)
        if limit.weights is not None:
            ranks = np.unique(limit.weights, return_inverse=True)[1].astype(np.int64)
            keys.append(ranks * _PRECISION.strata // (int(ranks.max()) + 1) if coarse else ranks)
    if not keys:
        keys = [np.zeros(n, dtype=np.int64)]
    _, first, position, sizes = np.unique(
        np.column_stack(keys), axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    position = position.reshape(-1)
    sums = [
        None
        if limit.weights is None
        else np.bincount(position, weights=limit.weights, minlength=len(first)).astype(float)
        for limit in limits
    ]
    return first, sizes.astype(float), sums


def _pattern_ids(allowed: BoolArray) -> IntArray:
    packed = np.packbits(allowed, axis=1)
    return np.unique(packed, axis=0, return_inverse=True)[1].reshape(-1).astype(np.int64)
