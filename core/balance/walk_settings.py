"""How walks of :mod:`.abreast` go on by the size of the map."""

from __future__ import annotations

from dataclasses import dataclass

from .space import SearchSpace


@dataclass(frozen=True)
class WalkSettings:
    """How walks go on by the size of the map.

    Attributes
    ----------
    replaced : float
        Share of the walks that give way to the best ones whenever centres are computed. None
        where there are many areas: of 32 walks, which soon come from one or two, 100 × 8 with
        three criteria ended a fifth less fit with a tenth of them.
    first_draws, fewest_draws, most_draws : int
        Areas drawn for a step of each walk at first, and what that falls and rises to while
        more than ``busy`` and less than ``quiet`` moves are made in a step of a walk.
    busy, quiet : float
    at_once : int
        Moves of a walk in a step, each of other territories.
    few_moves : float
        Moves in a step of a walk that are hardly any.
    """

    replaced: float
    first_draws: int
    fewest_draws: int
    most_draws: int
    at_once: int
    few_moves: float
    busy: float = 0.7
    quiet: float = 0.3

    @classmethod
    def of(cls, space: SearchSpace) -> WalkSettings:
        """What suits a map of so many areas."""
        return _SMALLEST if space.is_small_and_plain else _SMALL


_SMALLEST = WalkSettings(0.2, 20, 20, 20, at_once=1, few_moves=1e-9)
"""Up to 60 areas; 24 to 48 draws and moves side by side took as long for no fitter plans."""
_SMALL = WalkSettings(0.0, 24, 6, 48, at_once=4, few_moves=2e-3)
"""Up to 100: draws as many as keep a move in each step of most walks."""
