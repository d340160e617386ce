"""Whether moves of many plans leave all territories connected."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, IntArray
from .bit_sets import connected, set_of, stays_connected
from .neighbourhoods import Neighbourhoods
from .plans_abreast import PlansAbreast
from .proposals import Proposal


class ConnectionsAbreast:
    """Judges moves of plans as they are by now.

    Parameters
    ----------
    plans : PlansAbreast
    neighbourhoods : Neighbourhoods
    """

    def __init__(self, plans: PlansAbreast, neighbourhoods: Neighbourhoods) -> None:
        self.plans, self.neighbourhoods = plans, neighbourhoods

    def surely_kept(self, moves: Proposal) -> BoolArray:
        """Moves (q,) after which both territories hold together around the areas themselves."""
        sure = self._leaves_together(moves.walk, moves.area, moves.source, moves.partner)
        if moves.partner is not None:
            sure &= self._leaves_together(moves.walk, moves.partner, moves.target, moves.area)
        return sure

    def _leaves_together(
        self, walk: IntArray, area: IntArray, source: IntArray, coming: IntArray | None
    ) -> BoolArray:
        """Whether a territory holds together around an area that leaves and one that comes."""
        around = self.neighbourhoods.surroundings
        beside = around.neighbours.take(area, axis=0)
        own = self._labels(walk, beside) == source[:, None]
        if coming is None:
            return around.hold_together(area, own)
        own |= beside == coming[:, None]
        touching = self.plans.places.neighbours.take(coming, axis=0)
        touches = self._labels(walk, touching) == source[:, None]
        touches &= touching != area[:, None]
        return np.asarray(around.hold_together(area, own) & touches.any(axis=1))

    def _labels(self, walk: IntArray, areas: IntArray) -> IntArray:
        """Territories of areas (q, m), each row in another plan."""
        first = self.plans.places.first.take(walk)
        return self.plans.labels.reshape(-1).take(first[:, None] + areas)

    def kept(self, moves: Proposal, i: int) -> bool:
        """Whether a move leaves both territories connected, by whatever way."""
        bits, labels = self.neighbourhoods.bits, self.plans.labels[moves.walk[i], :-1]
        area, source = int(moves.area[i]), moves.source[i]
        left = set_of(labels == source) & ~(1 << area)
        if moves.partner is None:
            return stays_connected(left, bits[area], bits)
        partner = int(moves.partner[i])
        right = set_of(labels == moves.target[i]) & ~(1 << partner) | 1 << area
        left |= 1 << partner
        touching = bits[partner] & left and bits[area] & right
        return bool(touching) and connected(left, bits) and connected(right, bits)
