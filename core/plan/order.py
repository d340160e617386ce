"""The orders in which things are numbered, whatever the order of reading."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray


def north_to_south(points: FloatArray) -> IntArray:
    """Order (k,) of points (k, 2) from north to south, then from west to east; NaN comes last."""
    return np.lexsort((points[:, 0], -points[:, 1])).astype(np.int64)


def numbers_from_north(points: FloatArray) -> IntArray:
    """Number, 0 to k - 1, of each of the points (k, 2) in the order from north to south."""
    number = np.empty(len(points), dtype=np.int64)
    number[north_to_south(points)] = np.arange(len(points))
    return number


def rank_in_group(group: IntArray, amount: FloatArray) -> IntArray:
    """Rank (n,) of each member by its amount within its group: 1 has most; ties by row."""
    order = np.lexsort((-amount, group))
    rank = np.empty(len(group), dtype=np.int64)
    first = np.searchsorted(group[order], group[order])
    rank[order] = np.arange(len(group)) - first + 1
    return rank
