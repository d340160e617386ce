"""Which neighbours of an area hold together around it: looked up for many moves at once.

A connected territory that an area leaves stays connected if its areas around that one touch each
other. Of most areas there are so few neighbours that the answer for every choice of them fits a
table; what it says no to may still be connected by a longer way.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, IntArray

_MOST_NEIGHBOURS = 10
"""Of an area with a table: a thousand choices are reckoned in a millisecond."""


class Surroundings:
    """Tables for all areas of a map.

    Parameters
    ----------
    neighbours : sequence of sequence of int
        Of each area.
    """

    def __init__(self, neighbours: Sequence[Sequence[int]]) -> None:
        areas = len(neighbours)
        tables = [np.zeros(1, dtype=bool)]
        self.start: IntArray = np.zeros(areas, dtype=np.int64)
        self.neighbours: IntArray = np.full((areas, _MOST_NEIGHBOURS), areas)
        known = 1
        for area, own in enumerate(neighbours):
            if len(own) > _MOST_NEIGHBOURS:
                continue
            self.neighbours[area, : len(own)] = own
            tables.append(_holding_together(own, neighbours))
            self.start[area] = known
            known += len(tables[-1])
        self.table: BoolArray = np.concatenate(tables)
        self.bit: IntArray = 1 << np.arange(_MOST_NEIGHBOURS)

    def hold_together(self, area: IntArray, own: NDArray) -> BoolArray:
        """Whether neighbours (q, m) that are chosen touch each other around areas (q,).

        False for none, and where there is no table: then no neighbours are known.
        """
        return np.asarray(self.table.take(self.start.take(area) + (own * self.bit).sum(axis=1)))


def _holding_together(own: Sequence[int], neighbours: Sequence[Sequence[int]]) -> BoolArray:
    """For each choice of neighbours, one bit each, whether they are connected; none are not."""
    place = {area: number for number, area in enumerate(own)}
    beside = [
        sum(1 << place[other] for other in neighbours[area] if other in place) for area in own
    ]
    choice = np.arange(1 << len(own))
    reached = choice & -choice
    while True:
        further = reached.copy()
        for number, around in enumerate(beside):
            further |= np.where(reached >> number & 1, around & choice, 0)
        if (further == reached).all():
            break
        reached = further
    together = reached == choice
    together[0] = False
    return together
