"""Why is this area here? The second-best territory of each area, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..contiguity.cut_areas import cut_areas
from ..rounding import ROUNDING
from .areas import UNASSIGNED
from .candidates import nearest_moves, neighbouring_moves
from .moves import MoveEffects, Preference, State, move_effects
from .plan import Plan
from .rules import Forbidden, PlanRules


@dataclass(frozen=True)
class Firmness:
    """How firm each area is in its territory; arrays of shape (n,).

    Attributes
    ----------
    second_best : ndarray of int
        Territory to which the area would go if it had to; ``UNASSIGNED`` for an area that
        touches no other territory: nothing pulls at it.
    worst_pp, own_pp : ndarray of float
        Change of the worst deviation of the plan, and of the territory that has the area, in
        percentage points; NaN where there is no second best, as in all that follow.
    trip_m, trip_s, border_m : ndarray of float
        Growth of one trip to the area and of the border between territories. ``trip_s`` is
        None where no times are known.
    cost : ndarray of float
        All in one number (:class:`.Preference`): the higher, the firmer; below 0 the area
        would be better off elsewhere.
    forbidden : ndarray of int
        :class:`.Forbidden` rule against the move; ``NOTHING`` where none is.
    """

    second_best: IntArray
    worst_pp: FloatArray
    own_pp: FloatArray
    trip_m: FloatArray
    trip_s: FloatArray | None
    border_m: FloatArray
    cost: FloatArray
    forbidden: IntArray


def firmness(
    plan: Plan,
    rules: PlanRules | None = None,
    preference: Preference | None = None,
    nearest: int = 3,
) -> Firmness:
    """Find the second-best territory of every area.

    That is the cheapest allowed move to a territory that the area touches (customers: whose
    home is among the ``nearest``), or the cheapest of all where every one is forbidden.
    """
    rules = rules or PlanRules()
    state = State.of(plan)
    if plan.areas.graph is None:
        area, territory = nearest_moves(state, nearest)
    else:
        area, territory = neighbouring_moves(state)
    effects = move_effects(state, area, territory, preference)
    forbidden = forbidden_moves(plan, effects, rules)
    order = np.lexsort((territory, effects.cost, forbidden != 0, area))
    first = np.ones(len(order), dtype=bool)
    first[1:] = area[order][1:] != area[order][:-1]
    return _by_area(len(plan.areas), effects, forbidden, order[first])


def forbidden_moves(
    plan: Plan, effects: MoveEffects, rules: PlanRules, cuts: BoolArray | None = None
) -> IntArray:
    """First rule (p,) that each move breaks, as :class:`.Forbidden`.

    Parameters
    ----------
    plan : Plan
    effects : MoveEffects
        Of p moves.
    rules : PlanRules
    cuts : ndarray of bool, shape (n,), optional
        Areas whose leaving cuts their territory, where the caller knows them.
    """
    area, territory = effects.area, effects.territory
    labels = plan.labels
    own = labels[area]
    size = np.bincount(labels[labels >= 0], minlength=plan.territory_count)
    broken: list[tuple[Forbidden, BoolArray]] = []
    if rules.locked is not None:
        broken.append((Forbidden.LOCKED, rules.locked[area]))
    if rules.frozen is not None:
        gives = (own >= 0) & rules.frozen[np.maximum(own, 0)]
        broken.append((Forbidden.FROZEN, gives | rules.frozen[territory]))
    if rules.lives is not None:
        broken.append((Forbidden.HOME, (own >= 0) & (rules.lives[area] == own)))
    broken.append((Forbidden.EMPTIES, (own >= 0) & (size[np.maximum(own, 0)] == 1)))
    if rules.contiguous and plan.areas.graph is not None:
        cuts = cut_areas(plan.areas.graph, labels) if cuts is None else cuts
        broken.append((Forbidden.CUTS, (own >= 0) & cuts[area]))
    broken.append((Forbidden.SPLITS_GROUP, _splits_group(labels, rules.group, area)))
    broken.append((Forbidden.CHANGE, _beyond_change(plan, area, territory, rules.max_change)))
    broken.append((Forbidden.DISTANCE, _beyond_distance(effects, rules.max_trip_m)))
    grows = (effects.giving_pp > 0.0) | (effects.receiving_pp > 0.0)
    over = effects.after_pct > rules.max_deviation_pct + ROUNDING
    broken.append((Forbidden.DEVIATION, over & grows))
    result = np.full(len(area), int(Forbidden.NOTHING), dtype=np.int64)
    for rule, breaks in reversed(broken):
        result[breaks] = int(rule)
    return result


def _splits_group(labels: IntArray, group: IntArray | None, area: IntArray) -> BoolArray:
    """Whether fellows of an area's group (p,) would be left behind in its territory."""
    if group is None:
        return np.zeros(len(area), dtype=bool)
    grouped = np.flatnonzero(group >= 0)
    pair = np.column_stack([group[grouped], labels[grouped]])
    _, inverse, count = np.unique(pair, axis=0, return_inverse=True, return_counts=True)
    fellows = np.zeros(len(group), dtype=np.int64)
    fellows[grouped] = count[np.ravel(inverse)] - 1
    return np.asarray((labels[area] >= 0) & (fellows[area] > 0))


def _beyond_change(plan: Plan, area: IntArray, territory: IntArray, max_change: float) -> BoolArray:
    if plan.current is None or max_change >= 1.0:
        return np.zeros(len(area), dtype=bool)
    trips, before = plan.areas.trips, plan.current.labels
    total = float(trips.sum())
    known = before[area] >= 0
    leaves = known & (before[area] != territory)
    left = known & (before[area] != plan.labels[area])
    growth = trips[area] * (leaves.astype(float) - left)
    changed = float(trips[plan.changed].sum())
    return np.asarray((growth > 0.0) & (changed + growth > (max_change + 1e-12) * total))


def _beyond_distance(effects: MoveEffects, max_trip_m: float) -> BoolArray:
    if not np.isfinite(max_trip_m):
        return np.zeros(len(effects.area), dtype=bool)
    return np.asarray((effects.trip_after_m > max_trip_m) & ~(effects.trip_m <= 0.0))


def _by_area(count: int, effects: MoveEffects, forbidden: IntArray, best: IntArray) -> Firmness:
    """Spread the best moves over all areas (n,)."""
    rows = effects.area[best]

    def spread(values: FloatArray) -> FloatArray:
        result = np.full(count, np.nan)
        result[rows] = values[best]
        return result

    second_best = np.full(count, UNASSIGNED, dtype=np.int64)
    second_best[rows] = effects.territory[best]
    rule = np.full(count, int(Forbidden.NOTHING), dtype=np.int64)
    rule[rows] = forbidden[best]
    return Firmness(
        second_best=second_best,
        worst_pp=spread(effects.worst_pp),
        own_pp=spread(effects.giving_pp),
        trip_m=spread(effects.trip_m),
        trip_s=None if effects.trip_s is None else spread(effects.trip_s),
        border_m=spread(effects.border_m),
        cost=spread(effects.cost),
        forbidden=rule,
    )
