"""Sums of products whose last digits do not depend on the number of threads.

The libraries behind ``@``, ``dot`` and the solvers of ``linalg`` divide long sums between the
threads they have, and each division rounds in its own way. Where a decision hangs on such a sum,
a plan would change with the computer, so the core asks here instead. Products of SciPy's
sparse matrices run on one thread and need no such care.
"""

from __future__ import annotations

import numpy as np

from .arrays import FloatArray

_PANEL = 32
"""Columns that are eliminated together: the terms of each sum in a product, see :func:`solved`."""


def weighted_sum(values: FloatArray, weights: FloatArray) -> float:
    """Sum of values (n,), each times its weight (n,)."""
    return float((values * weights).sum())


def weighted_rows(rows: FloatArray, weights: FloatArray) -> FloatArray:
    """Sum (n,) of each row of values (n, c), each times the weight (c,) of its column."""
    # Without ``optimize`` this never turns to a library.
    return np.einsum("ij,j->i", rows, weights)


def solved(matrix: FloatArray, right: FloatArray) -> FloatArray | None:
    """Solution (n,) of a symmetric positive definite system (n, n); None if it is not that.

    Plain elimination, some columns at a time: the libraries' factorisations differ with the number
    of threads. The products here add up so few terms that no library divides a sum between
    threads, only the rows and columns.
    """
    rest = np.column_stack([matrix, right])
    size = right.size
    for begin in range(0, size, _PANEL):
        end = min(begin + _PANEL, size)
        for j in range(begin, end):
            if not rest[j, j] > 0.0:
                return None
            rest[j + 1 :, j] /= rest[j, j]
            rest[j + 1 :, j + 1 : end] -= rest[j + 1 :, j, None] * rest[j, j + 1 : end]
        for j in range(begin, end):
            rest[j + 1 : end, end:] -= rest[j + 1 : end, j, None] * rest[j, end:]
        rest[end:, end:] -= rest[end:, begin:end] @ rest[begin:end, end:]
    solution = np.empty(size)
    for j in range(size - 1, -1, -1):
        known = float((rest[j, j + 1 : size] * solution[j + 1 :]).sum())
        solution[j] = (rest[j, size] - known) / rest[j, j]
    return solution
