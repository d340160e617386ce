"""All connected sets of areas whose totals lie within limits.

A set grows from its lowest area. Of the areas that it touches each is added in turn, and those
that were tried before it are refused from then on, so that every set is met exactly once (the
scheme of reverse search: Avis and Fukuda, Discrete Applied Mathematics 65, 1996). All sets of one
size grow at once, as whole numbers with one bit per area.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..progress import SILENT, Progress

MAX_AREAS = 62
"""Bits of a signed whole number of 64, but for the sign, and one to spare."""


_SAMPLE = 16
"""Of so many sets one tells how many there will be: a sixteenth of the time that they take."""


def connected_sets(
    neighbours: Sequence[int],
    weights: FloatArray,
    limits: tuple[FloatArray, FloatArray],
    most: int,
    progress: Progress = SILENT,
) -> tuple[IntArray, FloatArray] | None:
    """Connected sets of areas within limits on their totals.

    Parameters
    ----------
    neighbours : sequence of int
        Neighbours of each of at most ``MAX_AREAS`` areas, as sets (see :mod:`.bit_sets`).
    weights : ndarray of float, shape (n, c)
        Not negative.
    limits : tuple of ndarray of float, shape (c,)
        Least and greatest total.
    most : int
        Connected sets that may be met, too light ones among them.

    Returns
    -------
    tuple of ndarray of int, shape (s,), and of float, shape (s, c), or None
        Sets with one bit per area, and their totals; None if there are too many.

    Raises
    ------
    Cancelled
    """
    least, greatest = limits
    growth = _Growth(np.array(neighbours, dtype=np.int64), weights, greatest)
    level = growth.first()
    found, met = [], 0
    while len(level.chosen):
        progress.stop_if_cancelled()
        met += len(level.chosen)
        # While sets get more with each area, the next ones will be more again.
        more = growth.next_count(level)
        expected = 2 * more if more > len(level.chosen) else more
        if met + expected > most:
            return None
        enough = (level.totals >= least).all(axis=1)
        found.append((level.chosen[enough], level.totals[enough]))
        level = growth.next(level)
    return np.concatenate([own for own, _ in found]), np.vstack([sums for _, sums in found])


class _Level(NamedTuple):
    """Sets of one size: what they hold, may still take, and refuse; their totals (s, c)."""

    chosen: IntArray
    open_areas: IntArray
    refused: IntArray
    totals: FloatArray


class _Growth:
    """How sets grow by an area (``beside``: neighbours of each area as a set)."""

    def __init__(self, beside: IntArray, weights: FloatArray, greatest: FloatArray) -> None:
        self.beside, self.weights, self.greatest = beside, weights, greatest
        self.bit = 1 << np.arange(len(beside), dtype=np.int64)

    def first(self) -> _Level:
        """All areas that are not too heavy, each to be the lowest of its sets."""
        light = (self.weights <= self.greatest).all(axis=1)
        chosen = self.bit[light]
        refused = chosen - 1
        return _Level(chosen, self.beside[light] & ~refused, refused, self.weights[light])

    def next_count(self, level: _Level) -> int:
        """About how many sets have an area more."""
        parents, _, _ = self._pairs(level.open_areas[::_SAMPLE], level.totals[::_SAMPLE])
        return len(parents) * _SAMPLE

    def next(self, level: _Level) -> _Level:
        """The sets with an area more."""
        parent, area, totals = self._pairs(level.open_areas, level.totals)
        open_areas, added = level.open_areas[parent], self.bit[area]
        # Those with lower numbers were tried before.
        refused = level.refused[parent] | (open_areas & (added - 1))
        chosen = level.chosen[parent] | added
        reached = open_areas | self.beside[area]
        return _Level(chosen, reached & ~chosen & ~refused, refused, totals)

    def _pairs(
        self, open_areas: IntArray, sums: FloatArray
    ) -> tuple[IntArray, IntArray, FloatArray]:
        """Number of each set, an area that it may take, and the totals with it."""
        parent, area = np.nonzero(members_of(open_areas, len(self.beside)))
        totals = sums[parent] + self.weights[area]
        fits = (totals <= self.greatest).all(axis=1)
        return parent[fits], area[fits], totals[fits]


def members_of(sets: IntArray, count: int) -> BoolArray:
    """Which of ``count`` areas are in which sets (s,), shape (s, count)."""
    octets = sets.astype("<i8").view(np.uint8).reshape(-1, 8)
    bits = np.unpackbits(octets, axis=1, bitorder="little")
    return np.asarray(bits[:, :count], dtype=bool)


def pieces_hold_territories(
    rest: IntArray,
    neighbours: Sequence[int],
    weights: FloatArray,
    limits: tuple[FloatArray, FloatArray],
) -> BoolArray:
    """Whether each connected piece of what is left can be some whole number of territories.

    Parameters
    ----------
    rest : ndarray of int, shape (s,)
        Sets of areas.
    neighbours, weights
        As for :func:`connected_sets`.
    limits : tuple of ndarray of float, shape (c,)
        Least and greatest total of any territory.
    """
    least, greatest = limits
    good = np.ones(len(rest), dtype=bool)
    left = rest.copy()
    count = len(neighbours)
    while (left != 0).any():
        own = np.flatnonzero(good & (left != 0))
        if not len(own):
            break
        piece = _piece_of_lowest(left[own], neighbours)
        members = members_of(piece, count)
        fewest, largest = np.ones(len(own)), np.full(len(own), np.inf)
        for column, low, high in zip(weights.T, least.tolist(), greatest.tolist()):
            total = np.where(members, column, 0.0).sum(axis=1)
            if high > 0.0:
                fewest = np.maximum(fewest, np.ceil(total / high - _SLACK))
            if low > 0.0:
                largest = np.minimum(largest, np.floor(total / low + _SLACK))
        good[own] = fewest <= largest
        left[own] &= ~piece
    return good


_SLACK = 1e-9
"""Territories by which a total may miss a whole number: rounding."""


def _piece_of_lowest(sets: IntArray, neighbours: Sequence[int]) -> IntArray:
    """The connected piece around the lowest area of each set, none of them empty."""
    piece = sets & -sets
    growing = np.arange(len(sets))
    while len(growing):
        reached = piece[growing]
        before = reached.copy()
        for area, beside in enumerate(neighbours):
            reached |= np.where(before >> area & 1, beside, 0)
        reached &= sets[growing]
        piece[growing] = reached
        growing = growing[reached != before]
    return piece
