"""How good a plan is: the figures that are written to layers, tables and reports."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from ..geometry.geodesy import Metric


@dataclass(frozen=True)
class PlanStatistics:
    """Figures of a plan with k territories and c criteria.

    Attributes
    ----------
    area_count : ndarray of int, shape (k,)
    totals : ndarray of float, shape (k, c)
        Sum of the weights in each territory.
    deviation_pct : ndarray of float, shape (k, c)
        Signed difference of total and target, in percent of the target.
    parts : ndarray of int, shape (k,)
        Contiguous parts of each territory (1 is wanted; 0 means empty).
    mean_distance_m : ndarray of float, shape (k,)
        Mean distance from the home, weighted; NaN for an empty territory.
    border_m : ndarray of float, shape (k,)
        Border shared with other territories.
    max_deviation_pct, cv_pct, overall_mean_distance_m, border_length_m : float
        Largest absolute deviation; coefficient of variation of total over target (population
        standard deviation, the worst criterion); mean distance over all areas; length of all
        borders between territories, each counted once.
    """

    area_count: IntArray
    totals: FloatArray
    deviation_pct: FloatArray
    parts: IntArray
    mean_distance_m: FloatArray
    border_m: FloatArray
    max_deviation_pct: float
    cv_pct: float
    overall_mean_distance_m: float
    border_length_m: float

    @property
    def worst_territory(self) -> int:
        """Territory with the largest absolute deviation; the first of several."""
        return int(np.argmax(np.abs(self.deviation_pct).max(axis=1, initial=0.0)))

    @property
    def overall_totals(self) -> FloatArray:
        """Sum of each weight (c,) over all territories."""
        return self.totals.sum(axis=0)

    @property
    def worst_deviation_pct(self) -> FloatArray:
        """Signed deviation (k,) of the criterion in which each territory is farthest off."""
        worst = np.argmax(np.abs(self.deviation_pct), axis=1)
        return self.deviation_pct[np.arange(len(worst)), worst]


def territory_members(labels: NDArray, territory_count: int) -> list[IntArray]:
    """Areas of each territory, ascending; those with a negative label are in none."""
    order = np.argsort(labels, kind="stable")
    bounds = np.searchsorted(labels[order], np.arange(territory_count + 1))
    return [order[low:high] for low, high in zip(bounds[:-1], bounds[1:])]


def territory_totals(labels: NDArray, weights: FloatArray, territory_count: int) -> FloatArray:
    """Sum of the weights (n, c) per territory, shape (k, c); unassigned areas are left out."""
    assigned = labels >= 0
    totals = np.zeros((territory_count, weights.shape[1]))
    for number, column in enumerate(weights.T):
        totals[:, number] = np.bincount(
            labels[assigned], weights=column[assigned], minlength=territory_count
        )
    return totals


def deviation_pct(totals: FloatArray, targets: FloatArray) -> FloatArray:
    """Signed deviation of totals from targets in percent, shape (k, c); 0 where both are 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(
            targets > 0.0,
            (totals - targets) / targets * 100.0,
            np.where(totals > 0.0, np.inf, 0.0),
        )


def weighted_centres(
    labels: NDArray, points: FloatArray, mass: FloatArray, territory_count: int
) -> FloatArray:
    """Weighted centre (k, 2) of each territory on the plane; NaN for an empty territory.

    A territory whose areas all have mass 0 gets the plain mean of its points.
    """
    assigned = labels >= 0
    labels, points, mass = labels[assigned], points[assigned], mass[assigned]
    total = np.bincount(labels, weights=mass, minlength=territory_count)
    count = np.bincount(labels, minlength=territory_count)
    weight = np.where(total[labels] > 0.0, mass, 1.0)
    divisor = np.where(total > 0.0, total, count)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.column_stack(
            [
                np.bincount(labels, weights=weight * axis, minlength=territory_count) / divisor
                for axis in points.T
            ]
        )


def centre_distances(
    labels: NDArray, positions: FloatArray, mass: FloatArray, territory_count: int, metric: Metric
) -> tuple[FloatArray, FloatArray]:
    """Weighted centres as positions (k, 2), and each area's distance in metres (n,) to its own.

    Unassigned areas get NaN.
    """
    centres = weighted_centres(labels, metric.to_plane(positions), mass, territory_count)
    filled = np.where(np.isnan(centres), 0.0, centres)
    centre_positions = np.where(np.isnan(centres), np.nan, metric.from_plane(filled))
    distance = np.full(len(labels), np.nan)
    assigned = labels >= 0
    distance[assigned] = metric.between(positions[assigned], centre_positions[labels[assigned]])
    return centre_positions, distance


def plan_statistics(
    labels: NDArray,
    weights: FloatArray,
    targets: FloatArray,
    distance_m: FloatArray,
    mass: FloatArray,
    graph: ContiguityGraph | None,
) -> PlanStatistics:
    """Evaluate a plan.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        Territory of each area; negative where unassigned.
    weights, targets : ndarray of float, shapes (n, c) and (k, c)
    distance_m : ndarray of float, shape (n,)
        Distance of each area from its territory's home in metres.
    mass : ndarray of float, shape (n,)
        Weight of each area in mean distances.
    graph : ContiguityGraph or None
        None for points: every non-empty territory then counts as one part without border.
    """
    labels = np.asarray(labels)
    territory_count = len(targets)
    totals = territory_totals(labels, weights, territory_count)
    deviation = deviation_pct(totals, targets)
    assigned = (labels >= 0) & np.isfinite(distance_m)
    own, own_mass = labels[assigned], mass[assigned]
    count = np.bincount(labels[labels >= 0], minlength=territory_count)
    moment = np.bincount(own, weights=own_mass * distance_m[assigned], minlength=territory_count)
    total_mass = np.bincount(own, weights=own_mass, minlength=territory_count)
    plain = np.bincount(own, weights=distance_m[assigned], minlength=territory_count)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.where(total_mass > 0.0, moment / total_mass, plain / count)
        ratio = np.where(targets > 0.0, totals / targets, np.nan)
    spread = [np.nanstd(column) for column in ratio.T if np.isfinite(column).any()]
    if graph is None:
        parts, border, border_total = (count > 0).astype(np.int64), np.zeros(territory_count), 0.0
    else:
        parts = graph.parts_per_territory(labels, territory_count)
        cut = labels[graph.first] != labels[graph.second]
        ends = np.concatenate([labels[graph.first[cut]], labels[graph.second[cut]]])
        length = np.tile(graph.border_m[cut], 2)
        outer = ends >= 0
        border = np.bincount(ends[outer], length[outer], territory_count).astype(float)
        border_total = graph.border_length(labels)
    all_mass = total_mass.sum()
    overall = moment.sum() / all_mass if all_mass > 0.0 else np.nan
    if not np.isfinite(overall):
        overall = float(distance_m[assigned].mean()) if assigned.any() else 0.0
    return PlanStatistics(
        area_count=count,
        totals=totals,
        deviation_pct=deviation,
        parts=parts,
        mean_distance_m=mean,
        border_m=border,
        max_deviation_pct=float(np.abs(deviation).max(initial=0.0)),
        cv_pct=float(100.0 * max(spread, default=0.0)),
        overall_mean_distance_m=float(overall),
        border_length_m=border_total,
    )
