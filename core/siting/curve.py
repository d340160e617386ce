"""How many centres: the curve of travel against their number, and a recommendation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..unit_factors import METRES_PER_KM
from .settings import DEFAULT_MIN_SAVING_PCT

_LOOK_AHEAD = 3
"""Further centres that are looked at together, so that one number for which the search did badly
does not end the curve."""


@dataclass(frozen=True)
class CentreCosts:
    """What centres and travel cost.

    Attributes
    ----------
    opening : float
        Cost of one centre; 0 for none. In money, or in demand × metres without a cost of transport.
    transport_per_km : float or None
        Cost of moving one unit of demand by a kilometre; None where it is not known.
    """

    opening: float = 0.0
    transport_per_km: float | None = None

    @property
    def are_given(self) -> bool:
        """Whether the number of centres follows from costs."""
        return self.opening > 0.0 or bool(self.transport_per_km)

    @property
    def are_money(self) -> bool:
        """Whether totals are money rather than demand × metres."""
        return bool(self.transport_per_km)

    def total(self, objective: float, count: int) -> float:
        """Cost of so many centres and of the travel (demand × metres) to them."""
        travel = objective
        if self.transport_per_km:
            travel = objective / METRES_PER_KM * self.transport_per_km
        return travel + self.opening * count


@dataclass(frozen=True)
class Recommendation:
    """A number of centres, and whether the range that was tried may have cut it off.

    Attributes
    ----------
    count : int
    fewer_may_do, more_may_do : bool
        It is the first or the last of several numbers, so that one outside may be better.
    """

    count: int
    fewer_may_do: bool = False
    more_may_do: bool = False


def improvement_pct(objectives: Sequence[float]) -> FloatArray:
    """Fall of each objective against the one before it, in percent; 0 for the first."""
    values = np.asarray(objectives, dtype=float)
    before = np.concatenate([values[:1], values[:-1]])
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(before > 0.0, 100.0 * (before - values) / before, 0.0)


def recommended_by_cost(totals: dict[int, float]) -> Recommendation:
    """The number of centres with the least total cost, the smallest of several.

    Parameters
    ----------
    totals : dict of int to float
        Total cost by number of centres, ascending.
    """
    return _within(min(totals, key=lambda count: (totals[count], count)), list(totals))


def recommended_by_saving(
    objectives: dict[int, float],
    single_objective: float,
    min_saving_pct: float = DEFAULT_MIN_SAVING_PCT,
) -> Recommendation:
    """The smallest number of centres beyond which a further one saves too little.

    A saving is measured in percent of the travel with one centre alone, which does not depend on
    the numbers that are tried. (The knee of a curve, e.g. Satopää et al. 2011, does: it is the
    point farthest from the line between the first and the last number.) The article chooses alike:
    "the objective function improves slightly for n > 9 and opening a new distribution center is
    costly".

    Parameters
    ----------
    objectives : dict of int to float
        Demand × metres by number of centres, ascending.
    single_objective : float
        Demand × metres with one centre in the middle of all customers, whatever the bounds.
    min_saving_pct : float
        Saving per further centre from which on it is worth while.
    """
    counts = list(objectives)
    least = min_saving_pct / 100.0 * single_objective
    for at, count in enumerate(counts):
        ahead = [c for c in counts[at + 1 :] if c - count <= _LOOK_AHEAD] or counts[at + 1 : at + 2]
        if all(objectives[count] - objectives[c] < least * (c - count) for c in ahead):
            return _within(count, counts)
    return _within(counts[-1], counts)


def _within(count: int, counts: Sequence[int]) -> Recommendation:
    several = len(counts) > 1
    return Recommendation(count, several and count == counts[0], several and count == counts[-1])
