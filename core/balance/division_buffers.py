"""Arrays in which costs of all divisions are reckoned, kept from step to step."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..arrays import FloatArray

_APART = 80
"""Numbers between two arrays: where the next one begins at a multiple of four kilobytes, a core
takes one for the other and goes through them half as fast."""


class DivisionBuffers(NamedTuple):
    """Arrays of all divisions of a block of each plan, shape (p, 2^l, 2^(b - l)).

    Attributes
    ----------
    mean, norm : ndarray of float
        What the parties' deviations are summed up in: as they are, and raised to a power.
    excess : ndarray of float
        Sum of the parties' deviations beyond the limit (share).
    beyond : ndarray of float
        One party's deviation from which that comes.
    worst, other : ndarray of float
        One party's worst deviation so far, and that by one more criterion.
    cost : ndarray of float
        Of balance, in fitness.
    spare : ndarray of float
        For what is needed at once.
    """

    mean: FloatArray
    norm: FloatArray
    excess: FloatArray
    beyond: FloatArray
    worst: FloatArray
    other: FloatArray
    cost: FloatArray
    spare: FloatArray

    @classmethod
    def of(cls, plans: int, size: int, last: int) -> DivisionBuffers:
        """For p plans and blocks of b areas, of which the ``last`` ones are reckoned apart."""
        length = plans << size
        arrays = np.zeros((len(cls._fields), length + _APART), dtype=np.float32)
        return cls(
            *(array[:length].reshape(plans, 1 << last, 1 << (size - last)) for array in arrays)
        )
