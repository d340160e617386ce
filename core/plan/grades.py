"""How firm each area is, in a few words for a map."""

from __future__ import annotations

from enum import Enum

import numpy as np

from ..arrays import IntArray
from .areas import UNASSIGNED
from .firmness import Firmness
from .rules import Forbidden


class Grade(str, Enum):
    """How firm an area is in its territory; the values are written to layers."""

    INSIDE = "inside"
    """It touches no other territory: nothing pulls at it."""
    HELD = "held"
    """A rule forbids the best move."""
    FIRM = "firm"
    MEDIUM = "medium"
    LOOSE = "loose"
    """Of the areas that could move and should not: thirds by what the move would cost."""
    MISPLACED = "misplaced"
    """The plan would be better with the area elsewhere."""


def grades_of(firm: Firmness) -> list[Grade]:
    """Grade (n,) of each area.

    The thirds are relative to the plan: what a move costs depends on sizes and distances, so
    that no fixed number says what is much.
    """
    number = np.full(len(firm.cost), _ORDER.index(Grade.INSIDE), dtype=np.int64)
    pulled = firm.second_best != UNASSIGNED
    held = pulled & (firm.forbidden != Forbidden.NOTHING)
    free = pulled & ~held
    number[held] = _ORDER.index(Grade.HELD)
    number[free] = _ORDER.index(Grade.MISPLACED)
    stays = np.flatnonzero(free & (firm.cost >= 0.0))
    number[stays] = _thirds(firm, stays)
    return [_ORDER[place] for place in number.tolist()]


_ORDER = list(Grade)


def _thirds(firm: Firmness, rows: IntArray) -> IntArray:
    if not len(rows):
        return np.empty(0, dtype=np.int64)
    low, high = np.quantile(firm.cost[rows], [1.0 / 3.0, 2.0 / 3.0])
    cost = firm.cost[rows]
    grade = np.where(cost <= low, _ORDER.index(Grade.LOOSE), _ORDER.index(Grade.MEDIUM))
    return np.where(cost > high, _ORDER.index(Grade.FIRM), grade)
