"""Strokes: areas that change hands together, what they would do, and what forbids them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, IntArray
from .areas import UNASSIGNED
from .rules import Forbidden
from .territory_figures import TerritoryFigures


@dataclass(frozen=True)
class Stroke:
    """Areas and where they go, all at once.

    Attributes
    ----------
    areas : ndarray of int, shape (s,)
        Each at most once.
    territories : ndarray of int, shape (s,)
        ``UNASSIGNED`` takes an area from everybody.
    """

    areas: IntArray
    territories: IntArray

    @classmethod
    def to(cls, areas: IntArray, territory: int) -> Stroke:
        """All areas to one territory; repeated areas count once."""
        once = np.unique(np.asarray(areas, dtype=np.int64))
        return cls(once, np.full(len(once), territory, dtype=np.int64))

    def __len__(self) -> int:
        return len(self.areas)

    def where(self, kept: BoolArray) -> Stroke:
        """The part of the stroke that a mask (s,) keeps."""
        return Stroke(self.areas[kept], self.territories[kept])


@dataclass(frozen=True)
class Refusal:
    """A rule that a stroke would break.

    Attributes
    ----------
    rule : Forbidden
    territory : int
        Whose territory the rule is about; ``UNASSIGNED`` where it is about areas.
    areas : ndarray of int
        Areas of the stroke that break it.
    parts : int
        For ``CUTS``: in how many parts the territory would lie.
    """

    rule: Forbidden
    territory: int
    areas: IntArray
    parts: int = 0


@dataclass(frozen=True)
class Preview:
    """What a stroke would do.

    Attributes
    ----------
    stroke : Stroke
        Without areas that would stay where they are.
    territories : ndarray of int, shape (t,)
        Who is touched, ascending; k stands for nobody.
    before, after : TerritoryFigures
        Of these t territories.
    worst_pct : tuple of float
        Worst deviation of the plan before and after.
    changed_share : tuple of float
        Share (0 to 1) of the trips that left their current territory, before and after.
    refusals : tuple of Refusal
        Empty where the stroke is allowed.
    """

    stroke: Stroke
    territories: IntArray
    before: TerritoryFigures
    after: TerritoryFigures
    worst_pct: tuple[float, float]
    changed_share: tuple[float, float]
    refusals: tuple[Refusal, ...]

    @property
    def allowed(self) -> bool:
        """Whether no rule forbids the stroke."""
        return not self.refusals

    @property
    def travel_change_m(self) -> float:
        """Metres by which the travel of all visits grows."""
        return float(self.after.metres.all_visits.sum() - self.before.metres.all_visits.sum())

    @property
    def travel_change_s(self) -> float | None:
        """Seconds by which it grows; None where no times are known."""
        if self.after.seconds is None or self.before.seconds is None:
            return None
        return float(self.after.seconds.all_visits.sum() - self.before.seconds.all_visits.sum())


NO_STROKE = Stroke(np.empty(0, dtype=np.int64), np.full(0, UNASSIGNED, dtype=np.int64))
