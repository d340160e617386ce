"""The kinds of array that the whole plugin speaks of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
"""Labels, counts, positions in other arrays: one integer type, on every platform."""
BoolArray = NDArray[np.bool_]
