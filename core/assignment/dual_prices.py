"""Prices that nearly balance the centres: ascent of the smoothed dual.

Bounds on totals get prices: a centre pays for what it lacks and charges for what it has too
much of. Each customer goes where cost minus payment is least, and the best prices maximise
the Lagrangean dual, a function of only limits × centres unknowns. Its kinks are smoothed by
a soft minimum at a temperature that falls step by step (the entropic regularisation of
optimal transport, Cuturi 2013; Peyré and Cuturi 2019, section 4.4), first on a sample of the
customers and then on all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from ..arrays import FloatArray
from ..libraries import sparse
from ..progress import SILENT, Progress
from ..sums import solved, weighted_rows
from .near_shares import NearProblem
from .normalised import NormalisedProblem
from .soft_shares import SoftAssignment, soft_assignment


@dataclass(frozen=True)
class _Ascent:
    """How the dual is climbed: few cheap steps far away, exact ones near the top.

    Temperatures are in units of the typical difference between a customer's two cheapest
    centres: at 30 hardly anybody prefers a centre, at 0.03 nearly everybody has one.

    Attributes
    ----------
    sample : int
        Customers on whom the first temperatures are settled; twice as many are needed for it to
        save time.
    coarse_temperatures, fine_temperatures : tuple of float
        On the sample, and then on all. About a factor of three between them keeps Newton's
        method within the few steps for which its curvature is right. Without the coarse ones
        30,000 × 50 customers with equal counts and 60 % kept end in a linear programme of more
        than 60 s; with them the whole assignment takes 28 s (processor time, HiGHS).
    coarse_steps, fine_steps, warm_steps : int
        Greatest number of steps at one temperature; the last where the prices of a similar
        problem are given.
    many_centres, near : int
        From so many centres only so few, the cheapest ones, count for each customer in the fine
        temperatures.
    balanced, near_balanced : float
        Share of an average centre by which totals may be off when a temperature is done; the
        second where only near centres count.
    good_start : float
        Share of all weights at the wrong centre up to which given prices are taken as they are.
    stiffness, stiffenings : float, int
        Part of the mean curvature that is added to its diagonal, ten times more whenever the
        matrix is not positive definite.
    slack, rough_step, conjugate_steps : float, float, int
        Where customers look at the centres near them: part of the curvature that is added to its
        diagonal, and when a step is good enough.
    few_unknowns : int
        Up to so many, a product with all of the curvature takes less time than to find its
        entries that are not zero.
    near_step : float
        Longest step of each price there, in temperatures: about as far as the curvature of shares
        e^(-cost / temperature) is right. Of three, most were tried again where some customers are
        heavy: a tenth more soft assignments of 5,000 × 100.
    longest_step : float
        Longest step of a price, in typical differences of cost.
    greatest_price : float
        In spreads of all costs: a price beyond it would not change anybody's choice any more.
    shortenings : int
        How often a step that does not climb is tried again, shorter.
    """

    sample: int = 3000
    coarse_temperatures: tuple[float, ...] = (30.0, 10.0, 3.0, 1.0, 0.3, 0.1)
    fine_temperatures: tuple[float, ...] = (0.3, 0.1, 0.03)
    coarse_steps: int = 12
    fine_steps: int = 6
    warm_steps: int = 2
    many_centres: int = 24
    near: int = 10
    balanced: float = 2e-3
    near_balanced: float = 1e-2
    good_start: float = 0.01
    stiffness: float = 1e-6
    stiffenings: int = 12
    slack: float = 1e-4
    rough_step: float = 0.1
    conjugate_steps: int = 100
    few_unknowns: int = 150
    near_step: float = 1.0
    longest_step: float = 5.0
    greatest_price: float = 4.0
    shortenings: int = 5


_ASCENT = _Ascent()


def approximate_prices(
    problem: NormalisedProblem,
    start: FloatArray | None = None,
    *,
    progress: Progress = SILENT,
) -> FloatArray:
    """Prices near the optimum.

    Parameters
    ----------
    problem : NormalisedProblem
        What to assign.
    start : ndarray of float, shape (limits, k), optional
        Scaled prices of a similar problem; the steps on a sample are skipped then.

    Returns
    -------
    ndarray of float, shape (limits, k)
        Scaled prices.
    """
    if start is not None and imbalance(problem, start) <= _ASCENT.good_start:
        return start
    warm = start is not None
    prices = np.zeros_like(problem.lower) if start is None else start
    if not warm:
        sample = _sample(problem)
        for temperature in _ASCENT.coarse_temperatures:
            prices, _ = maximise_dual(
                sample, prices, temperature, _ASCENT.coarse_steps, progress=progress
            )
    steps = _ASCENT.warm_steps if warm else _ASCENT.fine_steps
    fine: NormalisedProblem | NearProblem = problem
    if problem.centres >= _ASCENT.many_centres:
        fine = NearProblem.of(problem, prices, _ASCENT.near)
        # They cost little then.
        steps = _ASCENT.fine_steps
    for temperature in _ASCENT.fine_temperatures[-1 if warm else 0 :]:
        prices, _ = maximise_dual(fine, prices, temperature, steps, progress=progress)
    return prices


def imbalance(problem: NormalisedProblem, prices: FloatArray) -> float:
    """Share of the weights that is at the wrong centre if everybody goes where it is cheapest."""
    totals = problem.totals(problem.best(prices)[0])
    wanted = np.where(prices > 0.0, problem.lower, problem.upper)
    wanted = np.where(prices == 0.0, np.clip(totals, problem.lower, problem.upper), wanted)
    return float(np.abs(totals - wanted).sum()) / (2.0 * problem.customers)


def maximise_dual(
    problem: NormalisedProblem | NearProblem,
    prices: FloatArray,
    temperature: float,
    iterations: int,
    *,
    points: FloatArray | None = None,
    progress: Progress = SILENT,
) -> tuple[FloatArray, SoftAssignment]:
    """Maximise the dual smoothed at one temperature, with a projected Newton method.

    The price of a total is split into what its minimum pays and what its maximum charges,
    both not negative, which makes the function smooth. Unknowns at zero that want to become
    negative are left out of the Newton step (Bertsekas 1982).

    Returns
    -------
    ndarray of float, shape (limits, k)
        Prices.
    SoftAssignment
        The soft assignment at these prices.
    """
    share = (
        problem.soft_assignment
        if isinstance(problem, NearProblem)
        else partial(soft_assignment, problem)
    )
    bounded = _PricedBounds(problem)
    unknowns = bounded.split(prices)
    soft = share(bounded.joined(unknowns), temperature, points)
    dual = soft.value + float((bounded.bounds * unknowns).sum())
    balanced = _ASCENT.near_balanced if isinstance(problem, NearProblem) else _ASCENT.balanced
    enough = balanced * problem.customers / problem.centres
    for _ in range(iterations):
        progress.stop_if_cancelled()
        direction = bounded.newton_step(soft, unknowns, enough, temperature)
        if direction is None:
            break
        slope = float((bounded.gradient(soft) * direction).sum())
        length = 1.0
        for _ in range(_ASCENT.shortenings):
            candidate = np.clip(unknowns + length * direction, 0.0, bounded.greatest)
            new = share(bounded.joined(candidate), temperature, points)
            new_dual = new.value + float((bounded.bounds * candidate).sum())
            if new_dual > dual:
                break
            length *= _shortening(slope * length, new_dual - dual)
        else:
            break
        unknowns, soft, dual = candidate, new, new_dual
    return bounded.joined(unknowns), replace(soft, dual=dual)


class _PricedBounds:
    """The bounds that have a price, and the two ways to write prices."""

    def __init__(self, problem: NormalisedProblem | NearProblem) -> None:
        self.minimum = problem.lower > 0.0
        self.maximum = problem.upper < problem.everything[:, None] + 0.5
        self.bounds = np.concatenate([problem.lower[self.minimum], -problem.upper[self.maximum]])
        cells = np.arange(problem.lower.size).reshape(problem.lower.shape)
        self.cells = np.concatenate([cells[self.minimum], cells[self.maximum]])
        self.signs = np.concatenate([np.ones(self.minimum.sum()), -np.ones(self.maximum.sum())])
        self.greatest = _ASCENT.greatest_price * (1.0 + problem.cost_spread)
        self.shape = problem.lower.shape

    @property
    def size(self) -> int:
        return self.cells.size

    def newton_step(
        self, soft: SoftAssignment, unknowns: FloatArray, enough: float, temperature: float
    ) -> FloatArray | None:
        """Direction of ascent, or None where the totals fit to within ``enough``."""
        gradient = self.gradient(soft)
        free = np.flatnonzero((unknowns > 0.0) | (gradient > 0.0))
        if free.size == 0 or np.abs(gradient[free]).max() <= enough:
            return None
        cells, signs = self.cells[free], self.signs[free]
        curvature = soft.curvature()[np.ix_(cells, cells)]
        if soft.few_share:
            longest = _ASCENT.near_step * temperature
            step = signs * _conjugate_step(curvature, signs * gradient[free], longest)
            step = np.clip(step, -longest, longest)
        else:
            step = _stiffened_step(curvature * signs[:, None] * signs, gradient[free])
        if step is None:
            return None
        direction = np.zeros_like(unknowns)
        direction[free] = step
        # A step much longer than the costs differ would leave what the curvature knows.
        longest = max(float(np.abs(step).max()), 1e-300)
        return direction * min(1.0, _ASCENT.longest_step / longest)

    def gradient(self, soft: SoftAssignment) -> FloatArray:
        """By how much totals miss each bound: the derivative of the dual by its price."""
        return self.bounds - self.signs * soft.totals.ravel()[self.cells]

    def split(self, prices: FloatArray) -> FloatArray:
        unknowns: FloatArray = np.clip(self.signs * prices.ravel()[self.cells], 0.0, self.greatest)
        return unknowns

    def joined(self, unknowns: FloatArray) -> FloatArray:
        flat = np.bincount(
            self.cells, weights=self.signs * unknowns, minlength=self.shape[0] * self.shape[1]
        )
        return flat.astype(float).reshape(self.shape)


def _shortening(promised: float, gained: float) -> float:
    """By which factor a step that does not climb is too long.

    To the top of the parabola through both ends with the slope at the first one, but neither to
    more than a half nor to less than a tenth (Nocedal and Wright 2006, section 3.5).

    Parameters
    ----------
    promised : float
        What the slope at the first end says.
    gained : float
        What the step gains, less than that.
    """
    bent = promised - gained
    return min(max(0.5 * promised / bent, 0.1), 0.5) if bent > 0.0 else 0.5


def _stiffened_step(curvature: FloatArray, gradient: FloatArray) -> FloatArray | None:
    """Newton's step; where the curvature is not positive definite, it is made so."""
    stiffness = _ASCENT.stiffness * (np.trace(curvature) / gradient.size + 1e-9)
    for _ in range(_ASCENT.stiffenings):
        curvature[np.diag_indices_from(curvature)] += stiffness
        step = solved(curvature, gradient)
        if step is not None:
            return step
        stiffness *= 10.0
    return None


def _conjugate_step(curvature: FloatArray, gradient: FloatArray, longest: float) -> FloatArray:
    """Newton's step for few neighbours of each centre, by conjugate gradients.

    Wherever they end, the step points upwards (Dembo and Steihaug 1983), so that a rough one
    will do. Sparse products run on one thread.
    """
    few = gradient.size <= _ASCENT.few_unknowns
    neighbours = None if few else sparse.csr_matrix(curvature)
    diagonal = curvature.diagonal()
    diagonal = np.maximum(diagonal, _ASCENT.slack * max(float(diagonal.mean()), 1e-300))
    # A centre that shares nobody with others yet must not make everybody's step shorter.
    stiff = np.maximum(_ASCENT.slack * diagonal, np.abs(gradient) / longest - diagonal)
    diagonal = diagonal + stiff
    step = np.zeros_like(gradient)
    rest = gradient.copy()
    scaled = rest / diagonal
    along, product = scaled, float((rest * scaled).sum())
    enough = _ASCENT.rough_step**2 * product
    for _ in range(_ASCENT.conjugate_steps):
        curved = weighted_rows(curvature, along) if neighbours is None else neighbours @ along
        curved = curved + stiff * along
        length = float((along * curved).sum())
        if not length > 0.0:
            break
        step += product / length * along
        rest -= product / length * curved
        scaled = rest / diagonal
        before, product = product, float((rest * scaled).sum())
        if product <= enough:
            break
        along = scaled + product / before * along
    return step if step.any() else gradient / diagonal


def _sample(problem: NormalisedProblem) -> NormalisedProblem:
    """A part of the customers that stands for all, with bounds in proportion."""
    n = problem.customers
    if n <= 2 * _ASCENT.sample:
        return problem
    # Neighbouring rows are often neighbouring customers, so a random sample rather than
    # every so many; seeded by the size alone, so that equal problems get equal samples.
    chosen = np.sort(np.random.default_rng(n).choice(n, _ASCENT.sample, replace=False))
    return problem.part(chosen)
