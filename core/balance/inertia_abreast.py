"""Squared distances from centres that move along with every area, of many plans."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from .space import SearchSpace

_NO_MASS = 1e-15
"""What sums that should be 0 come to."""


class InertiaAbreast:
    """Mass and moments (p, k, 3) of all territories of many plans.

    Parameters
    ----------
    space : SearchSpace
    """

    def __init__(self, space: SearchSpace) -> None:
        rows = np.column_stack([np.ones(space.area_count), space.points])
        self.rows: FloatArray = rows * space.mass[:, None]
        self.moments: FloatArray = np.zeros((0, 0, 3))

    def change(
        self, walk: IntArray, both: IntArray, area: IntArray, partner: IntArray | None
    ) -> FloatArray:
        """What moves (q,) between territories (2, q) do to the sum of squared distances.

        It is the sum of squares about any fixed point, less the squared moments over the masses.
        """
        change = _concentrated(self.moments[walk, both]).sum(axis=0)
        change -= _concentrated(self._moved(walk, both, area, partner)).sum(axis=0)
        return np.asarray(change)

    def move(
        self, walk: IntArray, both: IntArray, area: IntArray, partner: IntArray | None
    ) -> None:
        """Note such moves."""
        self.moments[walk, both] = self._moved(walk, both, area, partner)

    def _moved(
        self, walk: IntArray, both: IntArray, area: IntArray, partner: IntArray | None
    ) -> FloatArray:
        """Mass and moments (2, q, 3) of who gives and who takes, after the moves."""
        moved = self.rows[area]
        if partner is not None:
            moved = moved - self.rows[partner]
        return np.asarray(self.moments[walk, both] + np.stack([-moved, moved]))


def _concentrated(moments: FloatArray) -> FloatArray:
    """Squared moments over masses of (…, 3); 0 without mass."""
    mass = moments[..., 0]
    squares = moments[..., 1] ** 2 + moments[..., 2] ** 2
    some = mass > _NO_MASS
    return np.asarray(np.where(some, squares / np.where(some, mass, 1.0), 0.0))
