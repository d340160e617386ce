"""Where centres may lie: the sphere for geographic positions, or a plane.

Both know the same few things: distances, weighted means and weighted medians of groups of
points. Points are unit vectors on the sphere, so nothing tears at the antimeridian or at a
pole, and metres on the plane.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from ..arrays import FloatArray, IntArray
from ..geometry.geodesy import MEAN_EARTH_RADIUS_M, EarthMetric, Metric, unit_vectors
from ..libraries import spatial

# Weiszfeld's steps shrink geometrically; where 200 do not suffice, metres no longer change.
_MEDIAN_STEPS = 200
# A millimetre: far below what a place on a map is known to.
_MEDIAN_TOLERANCE_M = 1e-3


class Surface(Protocol):
    """Geometry that the search for centres needs."""

    def points(self, positions: FloatArray) -> FloatArray:
        """Positions (n, 2) as points (n, d) on this surface."""

    def positions(self, points: FloatArray) -> FloatArray:
        """Inverse of :meth:`points`."""

    def distances(self, points: FloatArray, centres: FloatArray) -> FloatArray:
        """Distances in metres, shape (n, k)."""

    def headings(self, centres: FloatArray, points: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Direction (unit length) and distance in metres from each centre to its point."""

    def moved(self, centres: FloatArray, steps: FloatArray) -> FloatArray:
        """Centres after going the given steps (metres along directions)."""

    def settled(self, sums: FloatArray, fallback: FloatArray) -> FloatArray:
        """Means from weighted sums whose weights are normalised."""

    def equidistant(self, first: FloatArray, second: FloatArray, radius: float) -> FloatArray:
        """Points at the radius (metres) from both, two per pair; halfway if they are apart."""


class Plane:
    """Points in metres on the plane of a metric."""

    def __init__(self, metric: Metric) -> None:
        self._metric = metric

    def points(self, positions: FloatArray) -> FloatArray:
        return np.asarray(self._metric.to_plane(np.asarray(positions, dtype=float).reshape(-1, 2)))

    def positions(self, points: FloatArray) -> FloatArray:
        return np.asarray(self._metric.from_plane(points))

    def distances(self, points: FloatArray, centres: FloatArray) -> FloatArray:
        return np.asarray(spatial.distance.cdist(points, centres))

    def headings(self, centres: FloatArray, points: FloatArray) -> tuple[FloatArray, FloatArray]:
        difference = points - centres
        length = np.hypot(difference[:, 0], difference[:, 1])
        return difference / np.maximum(length, 1e-300)[:, None], length

    def moved(self, centres: FloatArray, steps: FloatArray) -> FloatArray:
        return centres + steps

    def settled(self, sums: FloatArray, fallback: FloatArray) -> FloatArray:
        return sums

    def equidistant(self, first: FloatArray, second: FloatArray, radius: float) -> FloatArray:
        half = 0.5 * (second - first)
        length = np.hypot(half[:, 0], half[:, 1])
        height = np.sqrt(np.maximum(radius**2 - length**2, 0.0))
        across = np.column_stack([-half[:, 1], half[:, 0]])
        across *= (height / np.maximum(length, 1e-300))[:, None]
        return np.vstack([first + half + across, first + half - across])


class Sphere:
    """Unit vectors; distances are great circles on the mean sphere."""

    def points(self, positions: FloatArray) -> FloatArray:
        return unit_vectors(np.asarray(positions, dtype=float).reshape(-1, 2))

    def positions(self, points: FloatArray) -> FloatArray:
        x, y, z = points.T
        return np.degrees(np.column_stack([np.arctan2(y, x), np.arctan2(z, np.hypot(x, y))]))

    def distances(self, points: FloatArray, centres: FloatArray) -> FloatArray:
        half_chord = 0.5 * spatial.distance.cdist(points, centres)
        return np.asarray(2.0 * MEAN_EARTH_RADIUS_M * np.arcsin(np.minimum(half_chord, 1.0)))

    def headings(self, centres: FloatArray, points: FloatArray) -> tuple[FloatArray, FloatArray]:
        cosine = np.einsum("ij,ij->i", centres, points)
        tangent = points - cosine[:, None] * centres
        sine = np.sqrt(np.einsum("ij,ij->i", tangent, tangent))
        angle = np.arctan2(sine, cosine)
        return tangent / np.maximum(sine, 1e-300)[:, None], MEAN_EARTH_RADIUS_M * angle

    def moved(self, centres: FloatArray, steps: FloatArray) -> FloatArray:
        length = np.sqrt(np.einsum("ij,ij->i", steps, steps))
        angle = (length / MEAN_EARTH_RADIUS_M)[:, None]
        heading = steps / np.maximum(length, 1e-300)[:, None]
        points = np.cos(angle) * centres + np.sin(angle) * heading
        return np.asarray(points / np.linalg.norm(points, axis=1)[:, None])

    def settled(self, sums: FloatArray, fallback: FloatArray) -> FloatArray:
        length = np.linalg.norm(sums, axis=1)[:, None]
        # Points all around the globe have no mean direction.
        return np.where(length > 1e-9, sums / np.maximum(length, 1e-300), fallback)

    def equidistant(self, first: FloatArray, second: FloatArray, radius: float) -> FloatArray:
        middle = self.settled(first + second, first)
        cosine = np.einsum("ij,ij->i", first, middle)
        reached = np.cos(min(radius / MEAN_EARTH_RADIUS_M, np.pi))
        height = np.arccos(np.clip(reached / np.maximum(cosine, 1e-12), -1.0, 1.0))
        across = np.cross(first, second)
        across /= np.maximum(np.linalg.norm(across, axis=1), 1e-300)[:, None]
        across *= (MEAN_EARTH_RADIUS_M * height)[:, None]
        return np.vstack([self.moved(middle, across), self.moved(middle, -across)])


def surface_of(metric: Metric) -> Surface:
    """Surface on which centres are sought for positions measured by the metric."""
    return Sphere() if isinstance(metric, EarthMetric) else Plane(metric)


def group_sums(labels: IntArray, values: FloatArray, groups: int) -> FloatArray:
    """Sums of rows of values per group, shape (groups, d)."""
    return np.column_stack(
        [np.bincount(labels, weights=column, minlength=groups) for column in values.T]
    )


def group_means(
    surface: Surface,
    points: FloatArray,
    weights: FloatArray,
    labels: IntArray,
    centres: FloatArray,
) -> FloatArray:
    """Weighted mean of each group; groups without weight keep their centre.

    Parameters
    ----------
    points : ndarray, shape (n, d)
    weights : ndarray, shape (n,)
    labels : ndarray of int, shape (n,)
        Group of each point.
    centres : ndarray, shape (k, d)
        Present centres.
    """
    k = centres.shape[0]
    total = np.bincount(labels, weights=weights, minlength=k)
    sums = group_sums(labels, points * weights[:, None], k)
    filled = total > 0.0
    means = centres.copy()
    means[filled] = surface.settled(sums[filled] / total[filled, None], centres[filled])
    return means


def group_medians(
    surface: Surface,
    points: FloatArray,
    weights: FloatArray,
    labels: IntArray,
    centres: FloatArray,
    *,
    max_steps: int = _MEDIAN_STEPS,
) -> FloatArray:
    """Point with the least weighted sum of distances to each group (geometric median).

    Weiszfeld's iteration with Vardi and Zhang's rule for centres that meet a data point
    (Proceedings of the National Academy of Sciences 97, 2000), in the tangent plane of each
    centre, for all groups at once. At the end the data point next to each centre is tried,
    because a median often is one and the iteration nears it slowly only.

    Parameters
    ----------
    points, weights, labels, centres
        As for :func:`group_means`.
    max_steps : int
        Fewer steps give a centre that is not quite the median, but never a worse one than
        the present centre or the mean.
    """
    k = centres.shape[0]
    weighted = weights > 0.0
    points, weights, labels = points[weighted], weights[weighted], labels[weighted]
    if labels.size == 0:
        return centres.copy()
    everybody = (points, weights, labels)
    means = group_means(surface, points, weights, labels, centres)
    centres = _better(surface, points, weights, labels, centres, means)
    active = np.bincount(labels, minlength=k) > 0
    for _ in range(max_steps):
        step = weiszfeld_step(surface, points, weights, labels, centres)
        length = np.sqrt(np.einsum("ij,ij->i", step, step))
        moving = active & (length > _MEDIAN_TOLERANCE_M)
        if not moving.any():
            break
        centres = np.where(moving[:, None], surface.moved(centres, step), centres)
        active = moving
        rows = active[labels]
        if rows.mean() < 0.7:
            points, weights, labels = points[rows], weights[rows], labels[rows]
    return _at_data_points(surface, *everybody, centres)


def _at_data_points(
    surface: Surface,
    points: FloatArray,
    weights: FloatArray,
    labels: IntArray,
    centres: FloatArray,
) -> FloatArray:
    """Centres moved to the nearest point of their group where that lowers the sum."""
    _, distance = surface.headings(centres[labels], points)
    order = np.lexsort((distance, labels))
    groups, first = np.unique(labels[order], return_index=True)
    trial = centres.copy()
    trial[groups] = points[order[first]]
    return _better(surface, points, weights, labels, centres, trial)


def _better(
    surface: Surface,
    points: FloatArray,
    weights: FloatArray,
    labels: IntArray,
    centres: FloatArray,
    trial: FloatArray,
) -> FloatArray:
    """Per group the centre with the smaller weighted sum of distances."""
    sums = []
    for tried in (centres, trial):
        _, distance = surface.headings(tried[labels], points)
        sums.append(np.bincount(labels, weights=weights * distance, minlength=len(centres)))
    return np.where((sums[1] < sums[0])[:, None], trial, centres)


def weiszfeld_step(
    surface: Surface,
    points: FloatArray,
    weights: FloatArray,
    labels: IntArray,
    centres: FloatArray,
) -> FloatArray:
    """Steps (k, d) of all centres towards the medians; 0 where a data point holds its centre."""
    k = centres.shape[0]
    heading, distance = surface.headings(centres[labels], points)
    apart = distance > _MEDIAN_TOLERANCE_M
    pull = group_sums(labels, heading * np.where(apart, weights, 0.0)[:, None], k)
    stiffness = np.bincount(
        labels,
        weights=np.where(apart, weights / np.maximum(distance, _MEDIAN_TOLERANCE_M), 0.0),
        minlength=k,
    )
    held = np.bincount(labels, weights=np.where(apart, 0.0, weights), minlength=k)
    strength = np.sqrt(np.einsum("ij,ij->i", pull, pull))
    share = np.where(strength > held, 1.0 - held / np.maximum(strength, 1e-300), 0.0)
    return pull * (share / np.maximum(stiffness, 1e-300))[:, None]
