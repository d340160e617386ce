"""The kinds of array that the whole plugin speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]
    IntArray = NDArray[np.int64]
    """Labels, counts, positions in other arrays: one integer type, on every platform."""
    BoolArray = NDArray[np.bool_]
else:  # numpy.typing costs a tenth of the plugin's start, and only type checkers need it
    FloatArray = IntArray = BoolArray = np.ndarray
