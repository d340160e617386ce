"""How nearly the limits can be kept when customers may be divided and cost does not matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..background import run_cancellable
from ..libraries import optimize, sparse
from ..progress import Progress
from .limits import Limit

_STRATA = 24
_EXACT_CELLS = 60_000
_SECONDS = 60.0
_RELATIVE_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Elastic:
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


def elastic_relaxation(cost: FloatArray, limits: Sequence[Limit], progress: Progress) -> Elastic:
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
    result = run_cancellable(
        lambda: optimize.linprog(
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
            method="highs",
            options={"time_limit": _SECONDS},
        ),
        progress,
    )
    if result.x is None:
        raise RuntimeError(f"the linear programme was not solved: {result.message}")
    lacking, exceeding = result.x[row.size + cells :].reshape(2, len(limits), k)
    prices = np.asarray(result.eqlin.marginals)[len(classes) :].reshape(len(limits), k)
    return Elastic((exceeding - lacking) * units, prices, _RELATIVE_TOLERANCE * n * units)


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
    coarse = n * k > _EXACT_CELLS
    for limit in limits:
        if limit.members is not None:
            keys.append(limit.members)
        if limit.weights is not None:
            ranks = np.unique(limit.weights, return_inverse=True)[1].astype(np.int64)
            keys.append(ranks * _STRATA // (int(ranks.max()) + 1) if coarse else ranks)
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


def _pattern_ids(allowed: NDArray[np.bool_]) -> IntArray:
    packed = np.packbits(allowed, axis=1)
    return np.unique(packed, axis=0, return_inverse=True)[1].reshape(-1).astype(np.int64)
