"""Prices that nearly balance the centres: ascent of the smoothed dual.

Bounds on totals get prices: a centre pays for what it lacks and charges for what it has too
much of. Each customer goes where cost minus payment is least, and the best prices maximise
the Lagrangean dual, a function of only limits × centres unknowns. Its kinks are smoothed by
a soft minimum at a temperature that falls step by step (the entropic regularisation of
optimal transport, Cuturi 2013; Peyré and Cuturi 2019, section 4.4), first on a sample of the
customers and then on all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from ..progress import SILENT, Progress
from .limits import FloatArray
from .scaled import ScaledProblem

_SAMPLE = 3000
_COARSE_TEMPERATURES = (1.0, 0.3, 0.1)
_FINE_TEMPERATURE = 0.03
_COARSE_ITERATIONS = 12
_FINE_ITERATIONS = 6
_BALANCED = 2e-3
_STIFFNESS = 1e-6
_LONGEST_STEP = 5.0
_GREATEST_PRICE = 4.0
_HALVINGS = 8


def approximate_prices(
    problem: ScaledProblem,
    start: FloatArray | None = None,
    *,
    progress: Progress = SILENT,
) -> FloatArray:
    """Prices near the optimum.

    Parameters
    ----------
    problem : ScaledProblem
        What to assign.
    start : ndarray of float, shape (limits, k), optional
        Scaled prices of a similar problem; the steps on a sample are skipped then.

    Returns
    -------
    ndarray of float, shape (limits, k)
        Scaled prices.
    """
    if start is None:
        prices = np.zeros_like(problem.lower)
        sample = _sample(problem)
        for temperature in _COARSE_TEMPERATURES:
            progress.stop_if_cancelled()
            prices = ascend(sample, prices, temperature, _COARSE_ITERATIONS, progress)
    else:
        prices = start
    return ascend(problem, prices, _FINE_TEMPERATURE, _FINE_ITERATIONS, progress)


def ascend(
    problem: ScaledProblem,
    prices: FloatArray,
    temperature: float,
    iterations: int,
    progress: Progress = SILENT,
) -> FloatArray:
    """Maximise the dual smoothed at one temperature, with a projected Newton method.

    The price of a total is split into what its minimum pays and what its maximum charges,
    both not negative, which makes the function smooth. Unknowns at zero that want to become
    negative are left out of the Newton step (Bertsekas 1982).
    """
    bounded = _Bounded(problem)
    if bounded.size == 0:
        return np.zeros_like(problem.lower)
    unknowns = bounded.split(prices)
    step = _Step.at(problem, bounded, unknowns, temperature)
    enough = _BALANCED * problem.customers / problem.centres
    for _ in range(iterations):
        progress.stop_if_cancelled()
        free = (unknowns > 0.0) | (step.gradient > 0.0)
        if not free.any() or np.abs(step.gradient[free]).max() <= enough:
            break
        curvature = step.curvature(bounded)[np.ix_(free, free)]
        stiffness = _STIFFNESS * (np.trace(curvature) / len(curvature) + 1e-9)
        curvature[np.diag_indices_from(curvature)] += stiffness
        direction = np.zeros_like(unknowns)
        direction[free] = np.linalg.solve(curvature, step.gradient[free])
        # A step much longer than the costs differ would leave what the curvature knows.
        direction *= min(1.0, _LONGEST_STEP / max(np.abs(direction).max(), 1e-300))
        for halving in range(_HALVINGS):
            candidate = np.clip(unknowns + 0.5**halving * direction, 0.0, bounded.greatest)
            new = _Step.at(problem, bounded, candidate, temperature)
            if new.value > step.value:
                break
        else:
            break
        unknowns, step = candidate, new
    return bounded.joined(unknowns)


class _Bounded:
    """The bounds that have a price, and the two ways to write prices."""

    def __init__(self, problem: ScaledProblem) -> None:
        everything = problem.coefficients.sum(axis=1)[:, None]
        self.minimum = problem.lower > 0.0
        self.maximum = problem.upper < everything + 0.5
        self.bounds = np.concatenate(
            [problem.lower[self.minimum], -problem.upper[self.maximum]]
        )
        cells = np.arange(problem.lower.size).reshape(problem.lower.shape)
        self.cells = np.concatenate([cells[self.minimum], cells[self.maximum]])
        self.signs = np.concatenate(
            [np.ones(self.minimum.sum()), -np.ones(self.maximum.sum())]
        )
        sample = problem.cost[:: max(problem.customers // 1000, 1)]
        finite = sample[np.isfinite(sample)]
        spread = float(np.ptp(finite)) if finite.size else 0.0
        self.greatest = _GREATEST_PRICE * (1.0 + spread / problem.cost_scale)
        self.shape = problem.lower.shape

    @property
    def size(self) -> int:
        return self.cells.size

    def split(self, prices: FloatArray) -> FloatArray:
        return np.clip(self.signs * prices.ravel()[self.cells], 0.0, self.greatest)

    def joined(self, unknowns: FloatArray) -> FloatArray:
        flat = np.bincount(
            self.cells, weights=self.signs * unknowns, minlength=self.shape[0] * self.shape[1]
        )
        return flat.reshape(self.shape)


@dataclass
class _Step:
    """The smoothed dual at one point: value, gradient and, on demand, curvature."""

    problem: ScaledProblem
    prices: FloatArray
    temperature: float
    value: float
    gradient: FloatArray

    @classmethod
    def at(
        cls, problem: ScaledProblem, bounded: _Bounded, unknowns: FloatArray, temperature: float
    ) -> _Step:
        prices = bounded.joined(unknowns)
        value = float(bounded.bounds @ unknowns)
        totals = np.zeros_like(prices)
        for rows in problem.blocks():
            least, sums, shares = _shares(problem, rows, prices, temperature)
            value += float(least.sum() - temperature * np.log(sums).sum())
            for row in range(len(problem.limits)):
                totals[row] += _weighed(problem, row, rows, shares).sum(axis=0)
        gradient = bounded.bounds - bounded.signs * totals.ravel()[bounded.cells]
        return cls(problem, prices, temperature, value, gradient)

    def curvature(self, bounded: _Bounded) -> FloatArray:
        """Minus the matrix of second derivatives."""
        problem = self.problem
        number, k = problem.lower.shape
        matrix = np.zeros((number, k, number, k))
        diagonal = np.arange(k)
        for rows in problem.blocks():
            _, _, shares = _shares(problem, rows, self.prices, self.temperature)
            weighed = [_weighed(problem, row, rows, shares) for row in range(number)]
            for one in range(number):
                for other in range(one + 1):
                    part = -(weighed[one].T @ weighed[other])
                    both = _weighed(problem, other, rows, weighed[one])
                    part[diagonal, diagonal] += both.sum(axis=0)
                    matrix[one, :, other, :] += part
                    if other < one:
                        matrix[other, :, one, :] += part.T
        flat = matrix.reshape(number * k, number * k) / self.temperature
        chosen = flat[np.ix_(bounded.cells, bounded.cells)]
        return chosen * bounded.signs[:, None] * bounded.signs[None, :]


def _shares(
    problem: ScaledProblem, rows: slice, prices: FloatArray, temperature: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Least reduced cost, normalising sum, and shares (rows, k) of the soft minimum."""
    shares = problem.reduced(rows, prices)
    least = shares.min(axis=1)
    shares -= least[:, None]
    shares *= -1.0 / temperature
    np.exp(shares, out=shares)
    sums = shares.sum(axis=1)
    shares /= sums[:, None]
    return least, sums, shares


def _weighed(problem: ScaledProblem, row: int, rows: slice, shares: FloatArray) -> FloatArray:
    """Shares times what they count in one limit, shape (rows, k)."""
    limit = problem.limits[row]
    if limit.members is None:
        return shares if limit.weights is None else shares * problem.coefficients[row][rows, None]
    members = limit.members[rows]
    counted = np.flatnonzero(members >= 0)
    centres = members[counted]
    result = np.zeros_like(shares)
    result[counted, centres] = (
        shares[counted, centres] * problem.coefficients[row][rows][counted]
    )
    return result


def _sample(problem: ScaledProblem) -> ScaledProblem:
    """A part of the customers that stands for all, with bounds in proportion."""
    n = problem.customers
    if n <= 2 * _SAMPLE:
        return problem
    # Neighbouring rows are often neighbouring customers, so a random sample rather than
    # every so many; seeded by the size alone, so that equal problems get equal samples.
    chosen = np.sort(np.random.default_rng(n).choice(n, _SAMPLE, replace=False))
    coefficients = problem.coefficients[:, chosen]
    shares = coefficients.sum(axis=1) / np.maximum(problem.coefficients.sum(axis=1), 1e-300)
    return ScaledProblem(
        problem.cost[chosen],
        problem.cost_scale,
        [limit.subset(chosen) for limit in problem.limits],
        coefficients,
        problem.weight_scales,
        problem.lower * shares[:, None],
        np.where(
            problem.upper > problem.coefficients.sum(axis=1)[:, None] + 0.5,
            coefficients.sum(axis=1)[:, None] + 1.0,
            problem.upper * shares[:, None],
        ),
    )
