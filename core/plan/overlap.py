"""How much territories overlap: the "messy map" that planning by hand leaves (thesis, 1.2).

Areas belong to one territory each, so that nothing overlaps on paper. On the road it does:
where representatives cross each other's ground. Two views of it: what lies inside a
territory's convex hull but is somebody else's, and which neighbours of a customer are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..libraries import spatial

# Share of the extent by which a point must lie inside a hull: far more than rounding moves the
# faces, far less than the distance of two places.
_INSIDE = 1e-9


@dataclass(frozen=True)
class HullOverlap:
    """What lies within the convex hulls of the k territories.

    Attributes
    ----------
    inside : ndarray of float, shape (k,)
        Amount within each hull that belongs to any territory.
    foreign : ndarray of float, shape (k,)
        The part of it that is somebody else's.
    """

    inside: FloatArray
    foreign: FloatArray

    @property
    def share(self) -> FloatArray:
        """Foreign share (k,) of each hull, 0 to 1; 0 where the hull encloses nothing."""
        some = self.inside > 0.0
        return np.where(some, self.foreign / np.where(some, self.inside, 1.0), 0.0)

    @property
    def overall(self) -> float:
        """Foreign share (0 to 1) of all hulls together."""
        inside = float(self.inside.sum())
        return float(self.foreign.sum()) / inside if inside > 0.0 else 0.0


def hull_overlap(
    labels: IntArray, points: FloatArray, amount: FloatArray, territory_count: int
) -> HullOverlap:
    """Measure what the convex hull of each territory's points holds of others.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        Territory of each area or customer; what has none is left out.
    points : ndarray of float, shape (n, 2)
        Places (of areas: their centres) on a plane, in metres.
    amount : ndarray of float, shape (n,)
        What is measured: square metres of an area, 1 for a customer, or a weight.
    territory_count : int

    Notes
    -----
    A point on the edge of a hull is not inside it. Fewer than three places, or places on one
    line, enclose nothing.
    """
    inside, foreign = np.zeros(territory_count), np.zeros(territory_count)
    known = np.flatnonzero(labels >= 0)
    place, own, much = points[known], labels[known], amount[known]
    order = np.argsort(own, kind="stable")
    start = np.searchsorted(own[order], np.arange(territory_count + 1))
    for territory in range(territory_count):
        members = order[start[territory] : start[territory + 1]]
        among = _rows_in_hull(place[members], place)
        others = among[own[among] != territory]
        foreign[territory] = much[others].sum()
        inside[territory] = foreign[territory] + much[members].sum() if len(members) else 0.0
    return HullOverlap(inside, foreign)


def _rows_in_hull(corners: FloatArray, places: FloatArray) -> IntArray:
    """Rows of the places (m, 2) that lie inside the convex hull of the corners."""
    nothing = np.empty(0, dtype=np.int64)
    if len(corners) < 3:
        return nothing
    low, high = corners.min(axis=0), corners.max(axis=0)
    extent = float((high - low).max())
    try:
        faces = spatial.ConvexHull(corners - low).equations
    except spatial.QhullError:  # all on one line
        return nothing
    near: BoolArray = ((places > low) & (places < high)).all(axis=1)
    rows = np.flatnonzero(near)
    offset = places[rows] - low
    for x, y, constant in faces.tolist():
        kept = offset[:, 0] * x + offset[:, 1] * y + constant < -_INSIDE * extent
        rows, offset = rows[kept], offset[kept]
    return rows


def foreign_neighbours(labels: IntArray, neighbours: IntArray) -> FloatArray:
    """Share (n,), 0 to 1, of each customer's nearest neighbours that are in another territory.

    NaN for customers without a territory, or without neighbours that have one. The mean over
    all customers is the share of the neighbourhoods that lies in somebody else's territory.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
    neighbours : ndarray of int, shape (n, m)
        Rows of the nearest others; -1 where there are fewer.
    """
    theirs = np.where(neighbours >= 0, labels[neighbours], -1)
    counted = theirs >= 0
    foreign = counted & (theirs != labels[:, None])
    count = counted.sum(axis=1)
    share = foreign.sum(axis=1) / np.maximum(count, 1)
    return np.where((labels >= 0) & (count > 0), share, np.nan)


@dataclass(frozen=True)
class Overlap:
    """How much of each territory, and of all, lies among others; shares from 0 to 1.

    Attributes
    ----------
    share : ndarray of float, shape (k,)
        NaN for an empty territory.
    overall : float
        0 where nothing overlaps, or there is nothing to measure.
    """

    share: FloatArray
    overall: float


def overlap_of_areas(
    labels: IntArray, points: FloatArray, ground_m2: FloatArray, territory_count: int
) -> Overlap:
    """Foreign ground in the convex hulls of the territories.

    ``overall`` adds up ground and foreign ground of all hulls. An exclave far away stretches
    its hull over all ground between: whoever serves it crosses that ground.
    """
    hulls = hull_overlap(labels, points, ground_m2, territory_count)
    some = np.bincount(labels[labels >= 0], minlength=territory_count) > 0
    return Overlap(np.where(some, hulls.share, np.nan), hulls.overall)


def overlap_of_customers(labels: IntArray, neighbours: IntArray, territory_count: int) -> Overlap:
    """Mean share of the nearest neighbours that are somebody else's customers."""
    share = foreign_neighbours(labels, neighbours)
    known = np.isfinite(share)
    count = np.bincount(labels[known], minlength=territory_count)
    total = np.bincount(labels[known], weights=share[known], minlength=territory_count)
    with np.errstate(invalid="ignore", divide="ignore"):
        by_territory = np.where(count > 0, total / count, np.nan)
    return Overlap(by_territory, float(share[known].mean()) if known.any() else 0.0)
