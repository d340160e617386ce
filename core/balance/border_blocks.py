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
BLOCK_SIZE = _TUNING.size
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
    neighbours : ndarray of int, shape (d, n + 1)
        Neighbours of each area, n for none.
    """

    def __init__(self, space: SearchSpace) -> None:
        areas, lists = space.area_count, space.lists.neighbours
        self.territories = space.territory_count
        self.neighbours: IntArray = np.full(
            (max((len(own) for own in lists), default=0) or 1, areas + 1), areas
        )
        for area, own in enumerate(lists):
            self.neighbours[: len(own), area] = own
        off = space.points[:, None] - space.points[None]
        distance = np.hypot(off[..., 0], off[..., 1])
        self.near: IntArray = np.full((areas, max(min(_TUNING.near, areas), _TUNING.size)), areas)
        nearest = np.argsort(distance, axis=1, kind="stable")[:, : self.near.shape[1]]
        self.near[:, : nearest.shape[1]] = nearest
        self.beside_near: IntArray = np.ascontiguousarray(
            self.neighbours[:, self.near].transpose(1, 0, 2)
        )
        self.movable = np.append(space.movable, False)
        # The last two stand for no third party, and for no neighbour.
        self.receiving = np.append(space.receiving, [False, False])
        leaving = space.movable[space.origin]
        self.origin: IntArray = space.origin[leaving]
        self.beyond: IntArray = space.neighbour[leaving]

    def draw(self, labels: NDArray, worst: NDArray, rng: np.random.Generator) -> Blocks:
        """A block of each plan.

        Parameters
        ----------
        labels : ndarray of int, shape (p, n + 1)
            The last column is -1.
        worst : ndarray of int, shape (p,)
            Territory that deviates most.
        """
        count, areas = labels.shape
        territories = self.territories
        plan = np.arange(count)[:, None]
        middle, first, second = self._crossings(labels, worst, rng)
        near = self.near.take(middle, axis=0)
        there = near + areas * plan
        own = labels.take(there)
        third = (own != first) & (own != second) & (own >= 0)
        chosen = third.argmax(axis=1)[:, None]
        chosen += near.shape[1] * plan
        other = np.where(third.take(chosen), own.take(chosen), territories)
        parties = np.concatenate([first, second, other], axis=1)
        bit = np.zeros((count, territories + 2), dtype=np.int8)
        bit[plan, parties] = (1, 2, 4)
        bit[:, territories] = 0
        # What is in no territory (-1) finds the zero at the end of the row before.
        place = labels + (territories + 2) * plan
        party = bit.take(place)
        has = party.take(there)
        if not self.receiving[:territories].all():
            party = (bit * self.receiving).take(place)
        beside = self.beside_near.take(middle, axis=0)
        beside += areas * plan[:, None]
        options = np.bitwise_or.reduce(party.take(beside), axis=1)
        options &= ~has
        draws = rng.random((2, *near.shape), dtype=np.float32)
        fits = (has > 0) & (options > 0) & self.movable.take(near)
        order = np.float32(_TUNING.scatter) * draws[0]
        order += np.arange(near.shape[1], dtype=np.float32)
        order[~fits] = np.inf
        places = np.argsort(order, axis=1, kind="stable")[:, : _TUNING.size]
        places += near.shape[1] * plan
        some = fits.take(places)
        choice = 2 * options.take(places)
        choice += draws[1].take(places) < 0.5
        return Blocks(
            parties,
            np.where(some, near.take(places), areas - 1),
            _NAME.take(has.take(places) * some),
            _CHOICE.take(choice * some),
        )

    def _crossings(
        self, labels: NDArray, worst: NDArray, rng: np.random.Generator
    ) -> tuple[IntArray, IntArray, IntArray]:
        """Area (p,) on a border of each plan, and the territories (p, 1) that meet there."""
        count, areas = labels.shape
        plan = np.arange(count)[:, None]
        edge = rng.integers(len(self.origin), size=(count, _TUNING.draws))
        origin = self.origin.take(edge)
        own = labels.take(origin + areas * plan)
        other = labels.take(self.beyond.take(edge) + areas * plan)
        urgent = np.where(rng.random(count) < _TUNING.at_the_worst, worst, -1)[:, None]
        crosses = own != other
        crosses &= self.receiving.take(other)
        at_the_worst = own == urgent
        at_the_worst |= other == urgent
        rank = crosses.view(np.int8) + (crosses & at_the_worst)
        chosen = rank.argmax(axis=1)[:, None]
        chosen += _TUNING.draws * plan
        return origin.take(chosen[:, 0]), own.take(chosen), other.take(chosen)
