"""Blocks of border areas near each other, whose joint divisions are compared.

A block of a plan is made of movable areas on the borders of three territories, its parties, around
a place where two of them meet. Each area may stay or go to one of the others that it touches.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
from .space import SearchSpace

PARTIES = 3
"""Three territories meet in a point; with two alone nothing goes around in a ring."""


@dataclass(frozen=True)
class _Tuning:
    """How blocks are drawn; chosen on generated maps of 65 to 200 areas, one to three criteria.

    Attributes
    ----------
    size : int
        Areas of a block. With eight, whose divisions take a quarter of the time, a search ends 4 %
        less fit after as many steps, which take four fifths of the time.
    near : int
        Areas around the middle of a block that are looked at.
    draws : int
        Edges of the map that are drawn, of which the first one that is on a border counts: as a
        third of all edges is or more, there hardly ever is none.
    scatter : float
        Ranks by which areas of a block may be farther away than others that are left out.
    at_the_worst : float
        Share of the blocks that are at the territory that deviates most. Half of it ends as fit.
    """

    size: int = 10
    near: int = 32
    draws: int = 48
    scatter: float = 8.0
    at_the_worst: float = 0.6


_TUNING = _Tuning()
_NAME: IntArray = np.array([0, 0, 1, 0, 2])
"""Party of its bit."""
_CHOICE: IntArray = np.array(
    [[0, 0], [0, 0], [1, 1], [0, 1], [2, 2], [0, 2], [1, 2], [0, 0]], dtype=np.int64
)
"""Parties to choose from of each set of at most two."""


@dataclass(frozen=True)
class Blocks:
    """A block of each plan (p,).

    Attributes
    ----------
    parties : ndarray of int, shape (p, 3)
        Territories; k in the place of a third one where there are two only.
    area : ndarray of int, shape (p, b)
        The last one (n) where a block has fewer areas.
    source, target : ndarray of int, shape (p, b)
        Party that has each area, and the one that it may go to.
    """

    parties: IntArray
    area: IntArray
    source: IntArray
    target: IntArray


class BorderBlocks:
    """Draws blocks of plans of one map.

    Parameters
    ----------
    space : SearchSpace

    Attributes
    ----------
    neighbours : ndarray of int, shape (n + 1, d)
        Neighbours of each area, n for none.
    """

    def __init__(self, space: SearchSpace) -> None:
        areas, lists = space.area_count, space.lists.neighbours
        self.territories = space.territory_count
        self.neighbours: IntArray = np.full(
            (areas + 1, max((len(own) for own in lists), default=0) or 1), areas
        )
        for area, own in enumerate(lists):
            self.neighbours[area, : len(own)] = own
        off = space.points[:, None] - space.points[None]
        distance = np.hypot(off[..., 0], off[..., 1])
        self.near: IntArray = np.full((areas, max(min(_TUNING.near, areas), _TUNING.size)), areas)
        nearest = np.argsort(distance, axis=1, kind="stable")[:, : self.near.shape[1]]
        self.near[:, : nearest.shape[1]] = nearest
        self.movable = np.append(space.movable, False)
        # The last two stand for no third party, and for no neighbour.
        self.receiving: IntArray = np.append(space.receiving, [False, False]).astype(np.int64)
        leaving = space.movable[space.origin]
        self.origin: IntArray = space.origin[leaving]
        self.beyond: IntArray = space.neighbour[leaving]

    @property
    def size(self) -> int:
        """Areas of a block."""
        return _TUNING.size

    def draw(self, labels: NDArray, worst: NDArray, rng: np.random.Generator) -> Blocks:
        """A block of each plan.

        Parameters
        ----------
        labels : ndarray of int, shape (p, n + 1)
            The last column is -1.
        worst : ndarray of int, shape (p,)
            Territory that deviates most.
        """
        count, territories = len(labels), self.territories
        rows = np.arange(count)
        column = rows[:, None]
        middle, first, second = self._crossings(labels, worst, rng)
        near = self.near[middle]
        own = labels[column, near]
        third = (own != first) & (own != second) & (own >= 0)
        chosen = third.argmax(axis=1)
        other = np.where(third[rows, chosen], own[rows, chosen], territories)[:, None]
        parties = np.concatenate([first, second, other], axis=1)
        bit = np.zeros((count, territories + 2), dtype=np.int64)
        bit[column, parties] = (1, 2, 4)
        bit[:, territories] = 0
        has = bit[column, own]
        beside = labels[column[..., None], self.neighbours[near]]
        touched = np.bitwise_or.reduce((bit * self.receiving)[column[..., None], beside], axis=2)
        options = touched & ~has
        draws = rng.random((2, *near.shape), dtype=np.float32)
        fits = (has > 0) & (options > 0) & self.movable[near]
        order = np.arange(near.shape[1]) + np.float32(_TUNING.scatter) * draws[0]
        order[~fits] = np.inf
        places = np.argsort(order, axis=1, kind="stable")[:, : _TUNING.size]
        some = fits[column, places]
        target = _CHOICE[options[column, places], (draws[1][column, places] < 0.5).astype(np.int64)]
        nowhere = labels.shape[1] - 1
        return Blocks(
            parties,
            np.where(some, near[column, places], nowhere),
            np.where(some, _NAME[has[column, places]], 0),
            np.where(some, target, 0),
        )

    def _crossings(
        self, labels: NDArray, worst: NDArray, rng: np.random.Generator
    ) -> tuple[IntArray, IntArray, IntArray]:
        """Area (p,) on a border of each plan, and the territories (p, 1) that meet there."""
        count = len(labels)
        rows = np.arange(count)
        column = rows[:, None]
        edge = rng.integers(len(self.origin), size=(count, _TUNING.draws))
        origin = self.origin[edge]
        own, other = labels[column, origin], labels[column, self.beyond[edge]]
        urgent = np.where(rng.random(count) < _TUNING.at_the_worst, worst, -1)[:, None]
        rank = ((own != other) & (self.receiving[other] > 0)).astype(np.int8)
        rank += rank * ((own == urgent) | (other == urgent))
        chosen = rank.argmax(axis=1)
        return origin[rows, chosen], own[rows, chosen][:, None], other[rows, chosen][:, None]
