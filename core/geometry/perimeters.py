"""How long the outlines of polygons are, segment by segment."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from .outlines import PolygonRings


def perimeters(rings: PolygonRings, edge_m: FloatArray) -> FloatArray:
    """Outline (n,) of each area in metres, holes included.

    Parameters
    ----------
    rings : PolygonRings
    edge_m : ndarray of float, shape (E,)
        Length of each segment of :func:`ring_segments`.
    """
    owner = rings.ring_area[_ring_of_segments(rings)]
    return np.bincount(owner, weights=edge_m, minlength=rings.area_count).astype(float)


def ring_segments(rings: PolygonRings) -> tuple[FloatArray, FloatArray]:
    """Begin and end (E, 2) of all segments of the rings, ring by ring."""
    first, last = _ends(rings)
    return rings.coordinates[first], rings.coordinates[last]


def _ends(rings: PolygonRings) -> tuple[IntArray, IntArray]:
    """Vertices at both ends of each segment; what closes a ring is one, too."""
    start = rings.ring_start
    first = np.arange(len(rings.coordinates))
    last = first + 1
    filled = np.flatnonzero(np.diff(start) > 0)
    last[start[filled + 1] - 1] = start[filled]
    return first, last


def _ring_of_segments(rings: PolygonRings) -> IntArray:
    return np.repeat(np.arange(len(rings.ring_start) - 1), np.diff(rings.ring_start))
