"""The pieces of borders that two areas share, from what was found to touch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..geometry.intervals import Portions
from .shared import Contacts, Search


@dataclass(frozen=True)
class BorderPieces:
    """The common borders, piece by piece.

    Attributes
    ----------
    pair : (n,) int array
        Smaller area * area_count + larger area.
    segment : (n,) int array
        The segment that the piece is a portion of.
    low, high : (n,) float arrays
        The portion, from 0 to 1.
    exact : (n,) bool array
        Whether both areas hold this very segment.
    """

    pair: IntArray
    segment: IntArray
    low: FloatArray
    high: FloatArray
    exact: BoolArray

    def where(self, chosen: BoolArray | IntArray) -> BorderPieces:
        """The chosen pieces."""
        return BorderPieces(
            self.pair[chosen],
            self.segment[chosen],
            self.low[chosen],
            self.high[chosen],
            self.exact[chosen],
        )


def border_pieces(search: Search, contacts: Contacts) -> BorderPieces:
    """Each common border once, although both areas may tell about it.

    Of two rings that run near each other the shorter side counts, so that a sliver within
    the tolerance counts once. Of two areas that overlap the longer one of the two rings'
    portions inside the other area counts: for an area that lies wholly inside another one
    this is its own ring, as if a hole had been cut for it.
    """
    segments, count = search.segments, search.area_count
    chosen = [
        _one_side(search, contacts.near, longer=False),
        _one_side(search, contacts.inside, longer=True),
    ]
    pair = [segments.area[search.one] * count + segments.area[search.other]]
    pair.extend(_pair_of(search, portions)[0] for portions in chosen)
    near = Portions.joined(chosen)
    exact = search.one.size
    return BorderPieces(
        pair=np.concatenate(pair),
        segment=np.concatenate([search.one, near.code // count]),
        low=np.concatenate([np.zeros(exact), near.low]),
        high=np.concatenate([np.ones(exact), near.high]),
        exact=np.arange(exact + near.code.size) < exact,
    )


def _pair_of(search: Search, portions: Portions) -> tuple[IntArray, BoolArray]:
    """Codes of the pairs of areas, and whether the segment is the smaller area's."""
    count = search.area_count
    area, other = search.segments.area[portions.code // count], portions.code % count
    return np.minimum(area, other) * count + np.maximum(area, other), area < other


def _one_side(search: Search, portions: Portions, *, longer: bool) -> Portions:
    """For each pair the portions of one area only: those that are longer or shorter in sum."""
    if portions.code.size == 0:
        return portions
    pair, forward = _pair_of(search, portions)
    pairs, place = np.unique(pair, return_inverse=True)
    length = (portions.high - portions.low) * search.segments.length[
        portions.code // search.area_count
    ]
    forwards = np.bincount(place, length * forward, pairs.size)
    backwards = np.bincount(place, length * ~forward, pairs.size)
    use_forward = forwards >= backwards if longer else forwards <= backwards
    return portions.where(forward == use_forward[place])
