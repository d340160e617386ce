"""How evenly a plan divides: σ, CV, Gini, max/min ratio, absolute and worst deviation.

The thesis measures balance by the standard deviation of the totals, the paper (eq. 2) by the
sum of the absolute differences from the mean. Where representatives have targets of their own,
the target takes the place of the mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..sums import weighted_sum
from .statistics import deviation_pct


@dataclass(frozen=True)
class Evenness:
    """Figures of one criterion over all k territories; ``units`` are those of its weights.

    Attributes
    ----------
    sigma : float
        Root mean square of total minus target, in units (thesis, sect. 3.1: standard deviation
        from the target value). With equal targets and no area left over it is the population
        standard deviation of the totals.
    cv_pct : float
        Coefficient of variation of total over target, in percent (population standard
        deviation), as in :class:`.PlanStatistics`.
    gini : float
        Gini coefficient of total over target: 0 if all are alike, near 1 if one has all
        (Gini 1912; mean absolute difference of all pairs over twice the mean).
    max_min_ratio : float
        Largest over smallest total over target; infinite where a territory holds nothing.
    mean_absolute, sum_absolute : float
        Mean and sum of the absolute difference of total and target, in units (paper, eq. 2).
    mean_absolute_pct, worst_pct : float
        Mean and largest absolute deviation, in percent of the target.
    sigma_pct : float
        ``sigma`` in percent of the mean target; 0 where nothing is wanted.
    """

    sigma: float
    cv_pct: float
    gini: float
    max_min_ratio: float
    mean_absolute: float
    sum_absolute: float
    mean_absolute_pct: float
    worst_pct: float
    sigma_pct: float


def evenness(totals: FloatArray, targets: FloatArray) -> Evenness:
    """Figures of one criterion.

    Parameters
    ----------
    totals, targets : ndarray of float, shape (k,)
        Without territories all figures are 0. Ratios leave out territories with target 0.
    """
    if not len(totals):
        return Evenness(0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    difference = totals - targets
    absolute = np.abs(difference)
    deviation = np.abs(deviation_pct(totals[:, None], targets[:, None]))
    wanted = targets > 0.0
    ratio = totals[wanted] / targets[wanted]
    sigma, wanted_mean = float(np.sqrt(np.mean(difference**2))), float(targets.mean())
    return Evenness(
        sigma=sigma,
        cv_pct=100.0 * float(ratio.std()) if len(ratio) else 0.0,
        gini=gini(ratio),
        max_min_ratio=_max_min_ratio(ratio),
        mean_absolute=float(absolute.mean()),
        sum_absolute=float(absolute.sum()),
        mean_absolute_pct=float(deviation.mean()),
        worst_pct=float(deviation.max()),
        sigma_pct=100.0 * sigma / wanted_mean if wanted_mean > 0.0 else 0.0,
    )


def gini(values: FloatArray) -> float:
    """Gini coefficient of non-negative values: 0 if they are alike, (k - 1)/k if one has all.

    From sorted values, G = 2 Σ i·x_i / (k Σ x) - (k + 1)/k with ranks i from 1, which equals
    the mean absolute difference of all pairs over twice the mean.
    """
    count, total = len(values), float(values.sum())
    if count == 0 or total <= 0.0:
        return 0.0
    rank = np.arange(1.0, count + 1.0)
    return max(
        0.0,
        float(2.0 * weighted_sum(rank, np.sort(values)) / (count * total) - (count + 1) / count),
    )


def _max_min_ratio(values: FloatArray) -> float:
    if not len(values) or values.max() <= 0.0:
        return 1.0
    return float(values.max() / values.min()) if values.min() > 0.0 else float("inf")
