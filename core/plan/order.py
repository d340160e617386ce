"""The orders in which things are numbered, whatever the order of reading."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray


def north_to_south(points: FloatArray) -> IntArray:
    """Order (k,) of points (k, 2) from north to south, then from west to east; NaN comes last."""
    return np.lexsort((points[:, 0], -points[:, 1])).astype(np.int64)
