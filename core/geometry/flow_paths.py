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


_STRAIGHT = np.dtype(
    [
        ("order", "u1"),
        ("kind", "<u4"),
        ("parts", "<u4"),
        ("part_order", "u1"),
        ("part_kind", "<u4"),
        ("points", "<u4"),
        ("ends", "<f8", (2, 2)),
    ]
)
"""A multi-line of one line from one point to another, as well-known binary (OGC 06-103r4)."""
_LITTLE_ENDIAN, _LINE, _MULTI_LINE = 1, 2, 5  # codes of that standard


def flow_paths(
    metric: Metric, starts: FloatArray, ends: FloatArray, lengths_m: FloatArray
) -> dict[int, list[FloatArray]]:
    """Vertices of lines between positions, in two parts where they cross the antimeridian.

    Parameters
    ----------
    metric : Metric
    starts, ends : ndarray, shape (n, 2)
        Positions.
    lengths_m : ndarray, shape (n,)
        Distances between them in metres.

    Returns
    -------
    dict
        Positions of the vertices by line: for each of its parts an array of shape (v, 2). Lines
        for which a straight one on the map will do are left out.
    """
    if not isinstance(metric, EarthMetric):
        return {}
    crosses = np.abs(ends[:, 0] - starts[:, 0]) > 180.0
    curved = np.flatnonzero(crosses | (lengths_m >= _LONG_M))
    return {
        row: _curve(metric, starts[row], ends[row], float(lengths_m[row]))
        for row in curved.tolist()
    }


def straight_lines_as_wkb(starts: FloatArray, ends: FloatArray) -> list[bytes]:
    """Straight lines as multi-lines in well-known binary.

    Parameters
    ----------
    starts, ends : ndarray, shape (n, 2)
        Coordinates.
    """
    lines = np.zeros(len(starts), dtype=_STRAIGHT)
    lines["order"] = lines["part_order"] = _LITTLE_ENDIAN
    lines["kind"], lines["parts"] = _MULTI_LINE, 1
    lines["part_kind"], lines["points"] = _LINE, 2
    lines["ends"] = np.stack([starts, ends], axis=1)
    whole, size = lines.tobytes(), _STRAIGHT.itemsize
    return [whole[at : at + size] for at in range(0, len(whole), size)]


def _curve(
    metric: EarthMetric, start: FloatArray, end: FloatArray, length_m: float
) -> list[FloatArray]:
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
