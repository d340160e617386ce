"""Connected clusters of areas, which stand for their members in first plans."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from .space import SearchSpace


def clusters(space: SearchSpace, per_territory: int) -> IntArray:
    """Connected clusters of areas with one lock, about so many per territory, shape (n,)."""
    wanted = per_territory * space.territory_count
    if space.area_count <= 2 * wanted:
        return np.arange(space.area_count)
    order = _along_curve(space.points)
    nearest = np.empty(space.area_count, dtype=np.int64)
    nearest[order] = np.arange(space.area_count) * wanted // space.area_count
    key = nearest * (space.territory_count + 1) + space.held + 1
    _, cluster = space.graph.parts(key)
    return cluster


def _along_curve(points: FloatArray) -> IntArray:
    """Order of points along a Hilbert curve, whose runs are compact blobs."""
    low, extent = points.min(axis=0), float(np.ptp(points, axis=0).max()) or 1.0
    side = 1 << 12
    x, y = np.minimum((points - low) / extent * side, side - 1).astype(np.int64).T
    position = np.zeros(len(points), dtype=np.int64)
    step = side >> 1
    while step:
        right, upper = (x & step) > 0, (y & step) > 0
        position += step * step * ((3 * right) ^ upper)
        turn = ~upper
        flip = turn & right
        x, y = np.where(flip, side - 1 - x, x), np.where(flip, side - 1 - y, y)
        x, y = np.where(turn, y, x), np.where(turn, x, y)
        step >>= 1
    return np.argsort(position, kind="stable")
