"""Where to open a map of the earth that has areas on both sides of the 180th meridian."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from ..geometry.outlines import PolygonRings


def opening_of(rings: PolygonRings, seam: tuple[float, float]) -> float | None:
    """The x at which a map is better opened than at its edges; None where the edges are best.

    That is in the widest gap between areas, if it is wider than the one across the edges: areas
    on both sides of the meridian then lie together on one map.

    Parameters
    ----------
    rings : PolygonRings
        Areas in map coordinates.
    seam : (float, float)
        The x of the western and the eastern edge, which are one meridian.
    """
    if len(rings.ring_area) < 2:
        return None
    x, starts = rings.coordinates[:, 0], rings.ring_start[:-1]
    west, east = np.minimum.reduceat(x, starts), np.maximum.reduceat(x, starts)
    order = np.argsort(west, kind="stable")
    reached, begins = np.maximum.accumulate(east[order])[:-1], west[order][1:]
    gaps = begins - reached
    across = (west.min() - seam[0]) + (seam[1] - east.max())
    widest = int(np.argmax(gaps))
    if gaps[widest] <= max(across, 0.0):
        return None
    return float(reached[widest] + gaps[widest] / 2.0)


def opened(points: FloatArray, opening: float, seam: tuple[float, float]) -> FloatArray:
    """Points (n, 2) on the map that is opened elsewhere: its west follows upon its east."""
    moved = points.copy()
    moved[points[:, 0] < opening, 0] += seam[1] - seam[0]
    return moved


def opened_segments(segments: FloatArray, opening: float, seam: tuple[float, float]) -> FloatArray:
    """The same of segments (n, 4); those across the opening stay where they are."""
    moved = segments.copy()
    beyond = (segments[:, 0] < opening) & (segments[:, 2] < opening)
    moved[beyond, 0::2] += seam[1] - seam[0]
    return moved
