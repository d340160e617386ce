"""What lies near each area of a small map, found once before plans are annealed on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import IntArray
from .bit_sets import neighbour_bits
from .space import SearchSpace
from .surroundings import Surroundings


@dataclass(frozen=True)
class Neighbourhoods:
    """What lies near each area of a map, in the forms that walks look it up in.

    Attributes
    ----------
    bits : list of int
        Neighbours of each area as a set.
    surroundings : Surroundings
    near : ndarray of int, shape (n, m)
        Areas near by, of which partners of exchanges are drawn.
    """

    bits: list[int]
    surroundings: Surroundings
    near: IntArray

    @classmethod
    def of(cls, space: SearchSpace) -> Neighbourhoods:
        neighbours = space.lists.neighbours
        return cls(neighbour_bits(neighbours), Surroundings(neighbours), _near(space))


def _near(space: SearchSpace) -> IntArray:
    """Areas (n, m) at most two borders away, which are where a partner is; the last n for none.

    Rows are filled by repeating them, so that any of a row may be drawn.
    """
    neighbours = space.lists.neighbours
    rows = []
    for area, own in enumerate(neighbours):
        found = set(own)
        for other in own:
            found.update(neighbours[other])
        found.discard(area)
        rows.append(sorted(found) or [space.area_count])
    width = max(len(row) for row in rows)
    return np.array([(row * (width // len(row) + 1))[:width] for row in rows])
