"""The best of all choices of a few candidates: where there are not many, all are looked at."""

from __future__ import annotations

from itertools import chain, combinations
from math import comb

import numpy as np

from ..arrays import FloatArray, IntArray

_MOST_ENTRIES = 1e7
"""Cost entries that all choices look at: a twentieth of a second. On maps as even as a grid, branch
and bound takes a second for 16 candidates of which six are chosen (8,008 choices)."""
_BLOCK_ENTRIES = 1_000_000
"""8 MB stay near the cache."""


def best_of_all(cost: FloatArray, count: int, fixed: IntArray) -> tuple[IntArray, float] | None:
    """The choice that costs least, and what it costs; None where there are too many choices.

    Parameters
    ----------
    cost : ndarray, shape (n, m)
        Finite cost of serving each demand from each candidate, weights included.
    count : int
        How many candidates to choose.
    fixed : array of int
        Candidates that are chosen anyway.

    Returns
    -------
    chosen : ndarray of int, shape (count,)
    objective : float
    """
    n, m = cost.shape
    added = count - fixed.size
    choices = comb(m - fixed.size, added)
    if not added or choices * added * n > _MOST_ENTRIES:
        return None
    free = np.setdiff1d(np.arange(m), fixed).tolist()
    members = np.fromiter(
        chain.from_iterable(combinations(free, added)), dtype=np.int64, count=choices * added
    ).reshape(choices, added)
    by_candidate = np.ascontiguousarray(cost.T)
    served = cost[:, fixed].min(axis=1) if fixed.size else np.full(n, np.inf)
    objective = np.empty(choices)
    step = max(1, _BLOCK_ENTRIES // (added * n))
    for start in range(0, choices, step):
        part = slice(start, start + step)
        nearest = by_candidate[members[part]].min(axis=1)
        objective[part] = np.minimum(nearest, served).sum(axis=1)
    best = int(np.argmin(objective))
    return np.concatenate([fixed, members[best]]), float(objective[best])
