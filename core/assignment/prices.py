"""Prices that nearly balance the centres: ascent of the smoothed dual.

Bounds on totals get prices: a centre pays for what it lacks and charges for what it has too
much of. Each customer goes where cost minus payment is least, and the best prices maximise
the Lagrangean dual, a function of only limits × centres unknowns. Its kinks are smoothed by
a soft minimum at a temperature that falls step by step (the entropic regularisation of
optimal transport, Cuturi 2013; Peyré and Cuturi 2019, section 4.4), first on a sample of the
customers and then on all.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize

from ..progress import SILENT, Progress
from .limits import FloatArray
from .scaled import ScaledProblem

_SAMPLE = 3000
_COARSE_TEMPERATURES = (1.0, 0.3, 0.1)
_FINE_TEMPERATURE = 0.03
_COARSE_ITERATIONS = 40
_FINE_ITERATIONS = 15


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
    """Maximise the dual smoothed at one temperature, with L-BFGS-B.

    The price of a total is split into what its minimum pays and what its maximum charges,
    both not negative, which makes the function smooth.
    """
    has_minimum = problem.lower > 0.0
    has_maximum = problem.upper < problem.coefficients.sum(axis=1)[:, None] + 0.5
    lower, upper = problem.lower[has_minimum], problem.upper[has_maximum]
    split = lower.size
    if split + upper.size == 0:
        return np.zeros_like(problem.lower)

    def joined(unknowns: FloatArray) -> FloatArray:
        both = np.zeros_like(problem.lower)
        both[has_minimum] += unknowns[:split]
        both[has_maximum] -= unknowns[split:]
        return both

    def negative_dual(unknowns: FloatArray) -> tuple[float, FloatArray]:
        progress.stop_if_cancelled()
        value, totals = _soft_minimum(problem, joined(unknowns), temperature)
        value += float(lower @ unknowns[:split] - upper @ unknowns[split:])
        gradient = np.concatenate([lower - totals[has_minimum], totals[has_maximum] - upper])
        return -value / problem.customers, -gradient / problem.customers

    start = np.concatenate(
        [np.maximum(prices, 0.0)[has_minimum], np.maximum(-prices, 0.0)[has_maximum]]
    )
    found = minimize(
        negative_dual,
        start,
        jac=True,
        method="L-BFGS-B",
        bounds=[(0.0, None)] * start.size,
        options={"maxiter": iterations, "maxfun": 2 * iterations, "maxcor": 20},
    )
    return joined(found.x)


def _soft_minimum(
    problem: ScaledProblem, prices: FloatArray, temperature: float
) -> tuple[float, FloatArray]:
    """Sum of the customers' soft minima, and the totals (limits, k) that they imply."""
    value = 0.0
    totals = np.zeros_like(prices)
    for rows in problem.blocks():
        shares = problem.reduced(rows, prices)
        least = shares.min(axis=1)
        shares -= least[:, None]
        shares *= -1.0 / temperature
        np.exp(shares, out=shares)
        sums = shares.sum(axis=1)
        value += float(least.sum() - temperature * np.log(sums).sum())
        shares /= sums[:, None]
        for row, limit in enumerate(problem.limits):
            coefficient = problem.coefficients[row][rows]
            if limit.members is None:
                totals[row] += coefficient @ shares
            else:
                members = limit.members[rows]
                counted = np.flatnonzero(members >= 0)
                centres = members[counted]
                totals[row] += np.bincount(
                    centres,
                    weights=coefficient[counted] * shares[counted, centres],
                    minlength=problem.centres,
                )
    return value, totals


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
