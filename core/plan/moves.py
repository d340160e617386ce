"""What single moves would do to a plan: many areas × territories at once, nothing moved."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..certain import certain
from ..contiguity.half_edges import border_by_territory, metres_of_border
from .areas import NO_AREA, Areas, Homes
from .plan import Plan
from .statistics import deviation_pct, territory_totals
from .travel_figures import travel_in_metres, visits_of

if TYPE_CHECKING:
    from scipy import sparse

# Stands for an infinite deviation (a total where nothing is wanted) in sums.
_BOUNDLESS_PCT = 1e9


@dataclass(frozen=True)
class Preference:
    """What makes one move better than another; the defaults are those of the search.

    A move costs ¾ of the change of the plan's worst deviation plus ¼ of that of its mean
    absolute deviation (in percentage points), plus the changes of travel and of border in
    percent of what the plan has, by these weights. See :mod:`.criteria` in ``core/balance``.
    """

    balance: float = 1.0
    travel: float = 0.1
    border: float = 0.1


@dataclass(frozen=True)
class State:
    """A view of a plan, as moves see it: homes stay where they are while areas move.

    Attributes
    ----------
    plan : Plan
        With homes; where nobody lives, the centres of the territories stand for them.
    totals : ndarray of float, shape (k, c)
    travel_m : float
        Sum of visits × metres from the homes, as far as areas can be reached.
    """

    plan: Plan
    totals: FloatArray
    travel_m: float

    @classmethod
    def of(cls, plan: Plan) -> State:
        totals = territory_totals(plan.labels, plan.areas.weights, plan.territory_count)
        travel_m = float(travel_in_metres(plan).all_visits.sum())
        return cls(plan.from_homes(homes_or_centres(plan)), totals, travel_m)

    @property
    def areas(self) -> Areas:
        """What moves."""
        return self.plan.areas

    @property
    def labels(self) -> IntArray:
        """Territory (n,) of each area."""
        return self.plan.labels

    @property
    def homes(self) -> Homes:
        """Homes or centres of the k territories."""
        return certain(self.plan.homes)

    @property
    def territory_count(self) -> int:
        """Number k of territories."""
        return self.plan.territory_count

    @cached_property
    def borders(self) -> sparse.csr_matrix | None:
        """Border of each area with each territory, see :func:`.border_by_territory`."""
        if self.areas.graph is None:
            return None
        return border_by_territory(self.areas.graph, self.labels, self.territory_count)

    @cached_property
    def deviation(self) -> FloatArray:
        """Signed deviation (k, c) in percent."""
        return deviation_pct(self.totals, self.plan.targets)

    @cached_property
    def worst_by_territory(self) -> FloatArray:
        """Largest absolute deviation (k,) in percent, over the criteria."""
        return np.abs(self.deviation).max(axis=1, initial=0.0)


@dataclass(frozen=True)
class MoveEffects:
    """What p moves would do, each on its own; arrays of shape (p,).

    Attributes
    ----------
    area, territory : ndarray of int
        Which area would go where.
    worst_pp : ndarray of float
        Change of the plan's worst deviation in percentage points.
    giving_pp, receiving_pp : ndarray of float
        Change of the worst absolute deviation of the territory that gives (0 where nobody
        has the area) and of the one that receives.
    after_pct : ndarray of float
        Worst absolute deviation of these two after the move.
    trip_m : ndarray of float
        Metres by which one trip to the area grows; NaN where either is not known.
    trip_after_m : ndarray of float
        The trip after the move.
    trip_s : ndarray of float or None
        Seconds, where times are known.
    border_m : ndarray of float
        Metres by which the border between territories grows.
    cost : ndarray of float
        All in one number by a :class:`Preference`; negative for a move that helps.
    """

    area: IntArray
    territory: IntArray
    worst_pp: FloatArray
    giving_pp: FloatArray
    receiving_pp: FloatArray
    after_pct: FloatArray
    trip_m: FloatArray
    trip_after_m: FloatArray
    trip_s: FloatArray | None
    border_m: FloatArray
    cost: FloatArray

    def only(self, rows: IntArray) -> MoveEffects:
        """Effects of some of the moves."""
        values: dict[str, Any] = {}
        for field in fields(self):
            array = getattr(self, field.name)
            values[field.name] = None if array is None else array[rows]
        return MoveEffects(**values)


def move_effects(
    state: State, area: IntArray, territory: IntArray, preference: Preference | None = None
) -> MoveEffects:
    """What each move of ``area`` (p,) to another ``territory`` (p,) would do."""
    own, weights = state.labels[area], state.areas.weights[area]
    has_own = own >= 0
    giver = np.maximum(own, 0)
    giving = _deviation_after(state, giver, -weights)
    receiving = _deviation_after(state, territory, weights)
    before = state.worst_by_territory
    worst_giving = np.where(has_own, np.abs(giving).max(axis=1, initial=0.0), 0.0)
    worst_receiving = np.abs(receiving).max(axis=1, initial=0.0)
    after_pct = np.maximum(worst_giving, worst_receiving)
    elsewhere = _worst_elsewhere(before, np.where(has_own, giver, territory), territory)
    worst_pp = _difference(np.maximum(after_pct, elsewhere), before.max(initial=0.0))
    trip_after_m = _trips_m(state, area, territory)
    with np.errstate(invalid="ignore"):
        trip_m = trip_after_m - _trips_m(state, area, own)
    border_m = _border_change(state, area, own, territory)
    mean_pp = np.zeros(len(area))
    for deviation, who, counted in ((giving, giver, has_own), (receiving, territory, True)):
        change = _bounded(np.abs(deviation)) - _bounded(np.abs(state.deviation[who]))
        mean_pp += np.where(counted, change.sum(axis=1), 0.0) / max(state.deviation.size, 1)
    return MoveEffects(
        area=area,
        territory=territory,
        worst_pp=worst_pp,
        giving_pp=np.where(has_own, _difference(worst_giving, before[giver]), 0.0),
        receiving_pp=_difference(worst_receiving, before[territory]),
        after_pct=after_pct,
        trip_m=trip_m,
        trip_after_m=trip_after_m,
        trip_s=_trip_change_s(state, area, own, territory),
        border_m=border_m,
        cost=_cost(
            state,
            area,
            0.75 * np.clip(worst_pp, -_BOUNDLESS_PCT, _BOUNDLESS_PCT) + 0.25 * mean_pp,
            np.where(has_own, trip_m, trip_after_m),
            border_m,
            preference or Preference(),
        ),
    )


def homes_or_centres(plan: Plan) -> Homes:
    """Homes of the plan, or else the weighted centres of its territories."""
    if plan.homes is not None:
        return plan.homes
    return Homes(plan.centres, np.full(plan.territory_count, NO_AREA))


def _deviation_after(state: State, territory: IntArray, weights: FloatArray) -> FloatArray:
    return deviation_pct(state.totals[territory] + weights, state.plan.targets[territory])


def _worst_elsewhere(worst: FloatArray, first: IntArray, second: IntArray) -> FloatArray:
    """Largest value (p,) of ``worst`` (k,) outside two territories each; 0 if there is none."""
    top = np.argsort(-worst, kind="stable")[:3]
    result = np.zeros(len(first))
    for territory in top[::-1].tolist():
        outside = (first != territory) & (second != territory)
        result = np.where(outside, worst[territory], result)
    return result


def _difference(after: FloatArray, before: FloatArray | float) -> FloatArray:
    """After minus before, 0 where both are infinite."""
    with np.errstate(invalid="ignore"):
        return np.where(after == before, 0.0, after - before)


def _bounded(values: FloatArray) -> FloatArray:
    return np.minimum(values, _BOUNDLESS_PCT)


def _trips_m(state: State, area: IntArray, territory: IntArray) -> FloatArray:
    homes = state.homes
    known = territory >= 0
    home = np.maximum(territory, 0)
    if homes.trip_m is not None:
        table = homes.trip_m[area, home]
        return np.where(known, np.where(np.isnan(table), np.inf, table), np.nan)
    trips = np.full(len(area), np.nan)
    rows = np.flatnonzero(known & homes.exists[home])
    positions = state.areas.positions
    trips[rows] = state.areas.metric.between(positions[area[rows]], homes.positions[home[rows]])
    return trips


def _trip_change_s(
    state: State, area: IntArray, own: IntArray, territory: IntArray
) -> FloatArray | None:
    table = state.homes.trip_s
    if table is None:
        return None
    before = np.where(own >= 0, table[area, np.maximum(own, 0)], np.nan)
    with np.errstate(invalid="ignore"):
        return np.asarray(table[area, territory] - before)


def _border_change(state: State, area: IntArray, own: IntArray, territory: IntArray) -> FloatArray:
    if state.borders is None:
        return np.zeros(len(area))
    return metres_of_border(state.borders, area, own) - metres_of_border(
        state.borders, area, territory
    )


def _cost(
    state: State,
    area: IntArray,
    balance_pp: FloatArray,
    trip_m: FloatArray,
    border_m: FloatArray,
    preference: Preference,
) -> FloatArray:
    cost: FloatArray = preference.balance * balance_pp
    if preference.travel > 0.0 and state.travel_m > 0.0:
        with np.errstate(invalid="ignore"):
            growth = trip_m * visits_of(state.areas.trips)[area] / state.travel_m
        # To lose the way to an area is as bad as all travel of the plan again.
        growth = np.clip(np.where(np.isnan(growth), 0.0, growth), -1.0, 1.0)
        cost = cost + preference.travel * 100.0 * growth
    if preference.border > 0.0 and state.areas.graph is not None:
        total = state.areas.graph.border_length(state.labels)
        if total > 0.0:
            cost = cost + preference.border * 100.0 * border_m / total
    return cost
