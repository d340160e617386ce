"""Customers shared out softly over the centres, at prices: sums, curvature, means.

The soft minimum of the entropic regularisation of optimal transport (Cuturi 2013; Peyré and
Cuturi 2019, section 4.4); :mod:`.dual_prices` climbs with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from ..arrays import FloatArray, IntArray
from .normalised import NormalisedProblem, places

_CURVATURE_SAMPLE = 6000
"""Customers for the curvature, which only steers the search."""
# exp(−40) is below the seven digits in which shares are computed.
_NEGLIGIBLE = np.float32(-40.0)
_LEVELS = float(1 << 18)
"""Steps of a share: more exact than what steers the search has to be, see :func:`_in_steps`."""


def curvature_stride(customers: int) -> int:
    """Every how many customers one stands for them in the curvature."""
    return max(customers // _CURVATURE_SAMPLE, 1)


@dataclass(frozen=True)
class SoftAssignment:
    """A soft assignment at one set of prices.

    Attributes
    ----------
    value : float
        Sum of the customers' soft minima (scaled).
    dual : float
        The smoothed dual (scaled), which also counts what the bounds are worth.
    totals : ndarray of float, shape (limits, k)
        Scaled totals of the centres.
    curvature : callable
        Computes the derivative of the totals by the prices, shape (limits × k, limits × k). Only
        prices that step on need it.
    means : ndarray of float, shape (k, dimensions) or None
        Where centres belong, if points were given; NaN for a centre without any share.
    few_share : bool
        Whether each customer is shared by a few of many centres, so that most of the curvature
        is 0.
    """

    value: float
    dual: float
    totals: FloatArray
    curvature: Callable[[], FloatArray]
    means: FloatArray | None
    few_share: bool = False


def soft_assignment(
    problem: NormalisedProblem,
    prices: FloatArray,
    temperature: float,
    points: FloatArray | None = None,
) -> SoftAssignment:
    """Share every customer out over the centres by reduced cost.

    Parameters
    ----------
    problem : NormalisedProblem
        What to assign.
    prices : ndarray of float, shape (limits, k)
        Scaled prices.
    temperature : float
        Scaled cost within which centres are about equally good.
    points : ndarray of float, shape (n, dimensions), optional
        Positions whose means are wanted.
    """
    number, k = problem.lower.shape
    value = 0.0
    totals = np.zeros((number, k))
    thinned: list[_Thinned] = []
    # The curvature only steers the search, so that a part of the customers is enough for it.
    stride = curvature_stride(problem.customers)
    mass = np.zeros(k)
    sums = None if points is None else np.zeros((k, points.shape[1]))
    for rows in problem.blocks():
        near = problem.worth_a_look(rows, prices, -float(_NEGLIGIBLE) * temperature)
        shares = problem.reduced(rows, prices, near)
        least = shares.min(axis=1)
        shares -= least[:, None]
        shares *= -1.0 / temperature
        # Seven digits are enough for what steers the search, in half the time.
        exponents = shares.astype(np.float32)
        shares = np.exp(np.maximum(exponents, _NEGLIGIBLE))
        # Numbers next to zero would make all that follows several times slower.
        shares *= exponents > _NEGLIGIBLE
        norms = shares.sum(axis=1, dtype=np.float64)
        shares *= (1.0 / norms).astype(np.float32)[:, None]
        value += float(least.sum() - temperature * np.log(norms).sum())
        of = np.arange(k) if near is None else near
        weighed = [_weighed(problem, row, rows, shares, near) for row in range(number)]
        for row in range(number):
            totals[row, of] += weighed[row].sum(axis=0)
        # Copies of a part, lest the whole of all blocks stays.
        part = weighed if stride == 1 else [one[::stride].copy(order="K") for one in weighed]
        thinned.append(_Thinned(slice(rows.start, rows.stop, stride), part, near))
        if points is not None and sums is not None:
            mass[of] += shares.sum(axis=0)
            for axis, place in enumerate(points[rows].T):
                sums[of, axis] += (shares * place[:, None]).sum(axis=0)
    means = None
    if sums is not None:
        with np.errstate(invalid="ignore", divide="ignore"):
            means = sums / mass[:, None]
    curvature = partial(_curvature, problem, thinned, stride / temperature)
    return SoftAssignment(value, value, totals, curvature, means)


@dataclass(frozen=True)
class _Thinned:
    """What the customers of a block who stand for all of it count in each limit.

    Attributes
    ----------
    rows : slice
        Who they are.
    weighed : list of ndarray of float, shape (rows, centres)
        Shares times what they count, for each limit.
    near : ndarray of int, or None
        The centres; None for all.
    """

    rows: slice
    weighed: list[FloatArray]
    near: IntArray | None


def _curvature(problem: NormalisedProblem, blocks: list[_Thinned], scale: float) -> FloatArray:
    """Derivative of the totals by the prices, shape (limits × k, limits × k)."""
    number, k = problem.lower.shape
    matrix = np.zeros((number, k, number, k))
    for block in blocks:
        of = np.arange(k) if block.near is None else block.near
        exact = [_in_steps(one) for one in block.weighed]
        for one in range(number):
            for other in range(one + 1):
                part = _product(exact[one], exact[other])
                diagonal = _weighed(problem, other, block.rows, block.weighed[one], block.near)
                part[np.diag_indices(of.size)] += diagonal.sum(axis=0)
                matrix[one, of[:, None], other, of] += part
                if other < one:
                    matrix[other, of[:, None], one, of] += part.T
    return np.asarray(matrix.reshape(number * k, number * k) * scale)


def _in_steps(values: FloatArray) -> tuple[FloatArray, float]:
    """Values (r, k) as whole numbers below 2^18, and the step that is 1.

    Products of such numbers and their sums over 2^16 rows are whole numbers below 2^53, which
    floating point holds exactly. So the product of two such matrices is the same in whatever
    order a library sums it up, on one thread or several.
    """
    step = max(float(values.max(initial=0.0)), 1e-300) / _LEVELS
    return np.rint(np.asarray(values, dtype=np.float64) * (1.0 / step)), step


def _product(first: tuple[FloatArray, float], second: tuple[FloatArray, float]) -> FloatArray:
    """Minus the transposed first matrix times the second one; see :func:`_in_steps`."""
    product: FloatArray = (first[0].T @ second[0]) * (-first[1] * second[1])
    return product


def _weighed(
    problem: NormalisedProblem,
    row: int,
    rows: slice,
    shares: FloatArray,
    centres: IntArray | None,
) -> FloatArray:
    """Shares times what they count in one limit, shape (rows, k), or of some centres only."""
    limit = problem.limits[row]
    if limit.members is None:
        return shares if limit.weights is None else shares * problem.coefficients[row][rows, None]
    counted, place = places(limit.members[rows], problem.centres, centres)
    result = np.zeros_like(shares)
    result[counted, place] = shares[counted, place] * problem.coefficients[row][rows][counted]
    return result
