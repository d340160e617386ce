"""Sums of products whose last digits do not depend on the number of threads.

The libraries behind ``@``, ``dot`` and the solvers of ``linalg`` divide long sums between the
threads they have, and each division rounds in its own way. Where a decision hangs on such a sum,
a plan would change with the computer, so the core asks here instead. Products of SciPy's
sparse matrices run on one thread and need no such care.
"""

from __future__ import annotations

import numpy as np

from .arrays import FloatArray


def weighted_sum(values: FloatArray, weights: FloatArray) -> float:
    """Sum of values (n,), each times its weight (n,)."""
    return float((values * weights).sum())


def weighted_rows(rows: FloatArray, weights: FloatArray) -> FloatArray:
    """Sum (n,) of each row of values (n, c), each times the weight (c,) of its column."""
    # Without ``optimize`` this never turns to a library.
    return np.einsum("ij,j->i", rows, weights)


def solved(matrix: FloatArray, right: FloatArray) -> FloatArray | None:
    """Solution (n,) of a symmetric positive definite system (n, n); None if it is not that.

    Plain elimination, one column at a time. Products of panels of columns, if left to a library,
    differ even where a sum has 32 terms only: with OpenBLAS 0.3.21 on one thread and on two, from
    150 unknowns on.
    """
    rest = np.column_stack([matrix, right])
    size = right.size
    for j in range(size):
        if not rest[j, j] > 0.0:
            return None
        factors = rest[j + 1 :, j] / rest[j, j]
        rest[j + 1 :, j + 1 :] -= factors[:, None] * rest[j, j + 1 :]
    solution = np.empty(size)
    for j in range(size - 1, -1, -1):
        known = float((rest[j, j + 1 : size] * solution[j + 1 :]).sum())
        solution[j] = (rest[j, size] - known) / rest[j, j]
    return solution
