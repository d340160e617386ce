"""Lower bound and prices of an assignment whose customers may be divided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..errors import InfeasibleProblem
from ..progress import SILENT, Progress
from .best_prices import best_prices
from .dual_prices import approximate_prices
from .limits import Limit
from .names import Names
from .normalised import NormalisedProblem
from .solvers import HIGHS


@dataclass(frozen=True)
class Relaxation:
    """The linear relaxation of an assignment problem, by its dual.

    Attributes
    ----------
    lower_bound : float
        No assignment within the limits costs less, whether or not customers are divided.
    prices : ndarray of float, shape (limits, k)
        What one more unit of each total is worth at each centre, in units of cost.
    """

    lower_bound: float
    prices: FloatArray

    @property
    def prices_by_centre(self) -> FloatArray:
        """The same, shape (k, limits)."""
        return np.ascontiguousarray(self.prices.T)


def relax(cost: FloatArray, limits: Sequence[Limit], progress: Progress = SILENT) -> Relaxation:
    """Solve the relaxation, to rounding.

    Parameters
    ----------
    cost : ndarray of float, shape (n, k)
        ``inf`` where a pair is forbidden.
    limits : sequence of Limit

    Notes
    -----
    The bound is the Lagrangean dual at the prices found, which is valid at any prices; where
    the linear programmes fail, it is a little lower.

    Raises
    ------
    Cancelled
        If the caller asks to stop.
    """
    problem = NormalisedProblem.of(cost, limits)
    prices = approximate_prices(problem, progress=progress)
    bound = problem.bound(problem.best(prices)[1], prices)
    try:
        better, _ = best_prices(problem, prices, Names(), HIGHS, progress)
    except (InfeasibleProblem, RuntimeError):
        better = prices
    better_bound = problem.bound(problem.best(better)[1], better)
    if better_bound > bound:
        prices, bound = better, better_bound
    to_scaled = problem.weight_scales[:, None] / problem.cost_scale
    return Relaxation(bound * problem.cost_scale, prices / to_scaled)
