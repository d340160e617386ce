"""Lines from centres to customers as they are drawn: along the earth, torn at the antimeridian."""

from __future__ import annotations

import math

import numpy as np

from ..arrays import FloatArray, IntArray
from .geodesy import EarthMetric, Metric

_LONG_M = 500_000.0
"""From here on a straight line on a map is seen to leave the earth's curve."""
_STEP_M = 50_000.0
"""Length of the pieces of a long line: no corner is seen on the map of a continent."""


def flow_path(
    metric: Metric, start: FloatArray, end: FloatArray, length_m: float
) -> list[FloatArray] | None:
    """Vertices of the line between two positions, in two parts where it crosses the antimeridian.

    Parameters
    ----------
    metric : Metric
    start, end : ndarray, shape (2,)
        Positions.
    length_m : float
        Distance between them in metres.

    Returns
    -------
    list of ndarray, shape (v, 2), or None
        Positions of the vertices, by part; None where a straight line on the map will do.
    """
    if not isinstance(metric, EarthMetric):
        return None
    crosses = abs(end[0] - start[0]) > 180.0
    if not crosses and length_m < _LONG_M:
        return None
    ends = metric.to_plane(np.vstack([start, end]))
    pieces = max(2, math.ceil(length_m / _STEP_M))
    share = np.linspace(0.0, 1.0, pieces + 1)[:, None]
    path = metric.from_plane(ends[0] + share * (ends[1] - ends[0]))
    path[0], path[-1] = start, end
    return _torn(path, np.flatnonzero(np.abs(np.diff(path[:, 0])) > 180.0))


def _torn(path: FloatArray, jumps: IntArray) -> list[FloatArray]:
    """The parts of a path, each ending on the antimeridian after one of the given vertices."""
    parts, start, before = [], 0, np.empty((0, 2))
    for index in jumps.tolist():
        west, east = path[index], path[index + 1]
        edge = math.copysign(180.0, west[0])
        far = east[0] + 2.0 * edge
        share = (edge - west[0]) / (far - west[0]) if far != west[0] else 0.0
        latitude = west[1] + share * (east[1] - west[1])
        parts.append(np.vstack([before, path[start : index + 1], [edge, latitude]]))
        before, start = np.array([[-edge, latitude]]), index + 1
    parts.append(np.vstack([before, path[start:]]))
    return parts
