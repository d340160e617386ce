"""The orders in which things are numbered, whatever the order of reading."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray


def north_to_south(points: FloatArray) -> IntArray:
    """Order (k,) of points (k, 2) from north to south, then from west to east; NaN comes last."""
    return np.lexsort((points[:, 0], -points[:, 1])).astype(np.int64)


def rank_in_group(group: IntArray, amount: FloatArray) -> IntArray:
    """Rank (n,) of each member by its amount within its group: 1 has most; ties by row."""
    order = np.lexsort((-amount, group))
    rank = np.empty(len(group), dtype=np.int64)
    first = np.searchsorted(group[order], group[order])
    rank[order] = np.arange(len(group)) - first + 1
    return rank
