"""Area, centre of gravity and moment of inertia of polygons, exactly, from their corners."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from .outlines import PolygonRings


@dataclass(frozen=True)
class Moments:
    """Moments of n polygons on a plane, in its units (metres on a plane in metres).

    Attributes
    ----------
    area : ndarray of float, shape (n,)
        Holes taken out.
    centre : ndarray of float, shape (n, 2)
        Centre of gravity; NaN for a polygon without area.
    inertia : ndarray of float, shape (n,)
        Second moment of the area about the centre (polar), to the fourth power of the unit.
    """

    area: FloatArray
    centre: FloatArray
    inertia: FloatArray


def polygon_moments(rings: PolygonRings) -> Moments:
    """Moments of each area by Green's theorem: sums over the edges of its rings.

    Li, Goodchild and Church (2013, sect. 3.2) cut polygons into trapezia, which is the same
    sum. Rings may run either way round; ``ring_is_hole`` must be right.
    """
    count = rings.area_count
    ring_area, ring_centre, ring_inertia = _ring_moments(rings)
    holes = rings.ring_is_hole
    sign = np.ones(len(ring_area)) if holes is None else np.where(holes, -1.0, 1.0)

    def summed(values: FloatArray) -> FloatArray:
        total = np.bincount(rings.ring_area, weights=sign * values, minlength=count)
        return total.astype(float)

    area = summed(ring_area)
    with np.errstate(invalid="ignore", divide="ignore"):
        centre = np.column_stack([summed(ring_area * axis) / area for axis in ring_centre.T])
        offset = ring_centre - centre[rings.ring_area]
    shifted = np.where(ring_area > 0.0, ring_area * (offset**2).sum(axis=1), 0.0)
    return Moments(area, centre, summed(ring_inertia) + summed(shifted))


def _ring_moments(rings: PolygonRings) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Area (R,), centre (R, 2) and moment about it (R,) of what each ring encloses."""
    start, points = rings.ring_start, rings.coordinates
    ring = np.repeat(np.arange(len(start) - 1), np.diff(start))
    # The next corner, and after the last one the first: a ring need not be closed.
    following = np.arange(1, len(points) + 1)
    filled = np.flatnonzero(np.diff(start) > 0)
    following[start[filled + 1] - 1] = start[filled]
    first = points[start[:-1][ring]]
    # From a corner of the ring, so that far coordinates do not swallow the digits.
    here, there = points - first, points[following] - first
    cross = here[:, 0] * there[:, 1] - here[:, 1] * there[:, 0]

    def summed(values: FloatArray) -> FloatArray:
        return np.bincount(ring, weights=values, minlength=len(start) - 1).astype(float)

    signed = summed(cross) / 2.0
    area = np.abs(signed)
    safe = np.where(area > 0.0, signed, 1.0)
    centre = np.column_stack(
        [summed(cross * (here[:, axis] + there[:, axis])) / 6.0 / safe for axis in (0, 1)]
    )
    squares = (here**2 + here * there + there**2).sum(axis=1)
    about_corner = summed(cross * squares) / 12.0 * np.sign(signed)
    inertia = np.maximum(about_corner - area * (centre**2).sum(axis=1), 0.0)
    corner = np.zeros((len(start) - 1, 2))
    corner[filled] = points[start[filled]]
    return area, centre + corner, inertia
