"""What the editor proposes: the move that helps most, and where cut-off parts should go."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from .areas import NO_AREA, UNASSIGNED, Areas, Homes
from .candidates import nearest_moves, neighbouring_moves
from .editor import PlanEditor
from .firmness import forbidden_moves
from .moves import MoveEffects, Preference, State, homes_or_centres, move_effects
from .plan import Plan, mean_by_territory
from .rules import PlanRules
from .statistics import territory_totals
from .strokes import NO_STROKE, Stroke

_NEAREST_HOMES = 3
"""Customers who may go anywhere are offered the nearest homes only: the others travel farther."""
# A gain of less is rounding, not help.
_ROUNDING = 1e-9


def best_next_move(
    editor: PlanEditor, preference: Preference | None = None
) -> tuple[Stroke, MoveEffects] | None:
    """The single allowed move that helps most; None if none helps.

    Returns
    -------
    stroke : Stroke
        Of one area.
    effects : MoveEffects
        Of this move alone.
    """
    plan, state = editor.plan, editor.state()
    graph = plan.areas.graph
    moves = nearest_moves(state, _NEAREST_HOMES) if graph is None else neighbouring_moves(state)
    effects = move_effects(state, *moves, preference)
    order = np.lexsort((effects.territory, effects.area, effects.cost))
    order = order[effects.cost[order] < -_ROUNDING]
    if not len(order):
        return None
    # Whether an area can leave is asked last and only until one can.
    nobody_cuts = np.zeros(len(plan.areas), dtype=bool)
    forbidden = forbidden_moves(plan, effects, editor.rules, nobody_cuts)
    strict = editor.rules.contiguous and graph is not None
    for row in order[forbidden[order] == 0].tolist():
        area = int(effects.area[row])
        if not strict or plan.labels[area] < 0 or _can_leave(editor, area):
            stroke = Stroke.to(effects.area[[row]], int(effects.territory[row]))
            return stroke, effects.only(np.array([row]))
    return None


def _can_leave(editor: PlanEditor, area: int) -> bool:
    """Whether the area's part stays one, or is the area alone and not all its territory has."""
    return not editor.division.staying(area) or editor.division.can_leave(area)


def repair_stroke(
    plan: Plan, rules: PlanRules | None = None, preference: Preference | None = None
) -> Stroke:
    """A stroke that gives every cut-off part to the neighbour that takes it best.

    Each territory keeps one part: the one with its home, else with most locked areas, else
    with most visits, else the largest. The others are as if nobody had them, and round by
    round each territory takes the neighbouring part that it takes best by the preference
    (balance, travel, border), until no part is left that touches one. Parts with locked areas
    and frozen territories stay as they are; so do areas that nobody had.

    Parameters
    ----------
    plan : Plan
        With a contiguity graph.
    rules : PlanRules, optional
        Only locks are regarded.
    preference : Preference, optional
    """
    graph, rules = plan.areas.graph, rules or PlanRules()
    if graph is None:
        return NO_STROKE
    count, part = graph.parts(plan.labels)
    label = np.empty(count, dtype=np.int64)
    label[part] = plan.labels
    loose = _cut_off(plan, rules, part, label)
    if not loose.any():
        return NO_STROKE
    parts = _PartsOfPlan(plan, part, graph.contracted(part, count))
    frozen = np.zeros(plan.territory_count, bool) if rules.frozen is None else rules.frozen
    taken = parts.hand_out(label, loose, frozen, preference)
    after = np.where(loose[part], taken[part], plan.labels)
    moved = np.flatnonzero(after != plan.labels)
    return Stroke(moved, after[moved])


def _cut_off(plan: Plan, rules: PlanRules, part: IntArray, label: IntArray) -> BoolArray:
    """Parts (p,) that are not the one their territory keeps, and that nothing holds."""
    count = len(label)
    size = np.bincount(part, minlength=count)
    visits = np.bincount(part, weights=plan.areas.trips, minlength=count)
    locked = np.zeros(count)
    if rules.locked is not None:
        locked = np.bincount(part, weights=rules.locked, minlength=count).astype(float)
    has_home = np.zeros(count, dtype=bool)
    if plan.homes is not None:
        area = plan.homes.area
        known = np.flatnonzero(area != NO_AREA)
        own = plan.labels[area[known]] == known
        has_home[part[area[known[own]]]] = True
    order = np.lexsort((np.arange(count), -size, -visits, -locked, ~has_home, label))
    kept = np.ones(count, dtype=bool)
    kept[order[1:]] = label[order[1:]] != label[order[:-1]]
    free = (label >= 0) & (locked == 0.0)
    if rules.frozen is not None:
        free &= ~rules.frozen[np.maximum(label, 0)]
    return ~kept & free


@dataclass(frozen=True)
class _PartsOfPlan:
    """A plan whose contiguous parts are taken as areas."""

    plan: Plan
    part: IntArray
    graph: ContiguityGraph

    def hand_out(
        self,
        label: IntArray,
        loose: BoolArray,
        frozen: BoolArray,
        preference: Preference | None,
    ) -> IntArray:
        """Labels (p,) after all loose parts that can be reached are taken."""
        whole = State.of(self.plan)
        parts = replace(self.plan, areas=self._areas(), homes=self._homes(), current=None)
        label, own = np.where(loose, UNASSIGNED, label), label
        waiting = loose.copy()
        while waiting.any():
            totals = territory_totals(label, parts.areas.weights, parts.territory_count)
            state = State(parts.with_labels(label), totals, whole.travel_m)
            area, territory = neighbouring_moves(state, np.flatnonzero(waiting))
            open_to = ~frozen[territory]
            effects = move_effects(state, area[open_to], territory[open_to], preference)
            best = _best_of_each(effects.area, effects.cost)
            best = best[_best_of_each(effects.territory[best], effects.cost[best])]
            if not len(best):
                break
            label[effects.area[best]] = effects.territory[best]
            waiting[effects.area[best]] = False
        return np.where(waiting, own, label)

    def _areas(self) -> Areas:
        areas, count = self.plan.areas, self.graph.area_count

        def summed(values: FloatArray) -> FloatArray:
            return np.bincount(self.part, weights=values, minlength=count).astype(float)

        points = np.column_stack(
            [mean_by_territory(axis, areas.trips, self.part, count) for axis in areas.points.T]
        )
        return Areas(
            ids=range(count),
            positions=areas.metric.from_plane(points),
            metric=areas.metric,
            weights=np.column_stack([summed(column) for column in areas.weights.T]),
            trips=summed(areas.trips),
            graph=self.graph,
        )

    def _homes(self) -> Homes:
        """The homes, with the mean trip to each part where trips stand in a table."""
        homes = homes_or_centres(self.plan)
        if homes.trip_m is None:
            return homes
        visits, count = self.plan.areas.trips, self.graph.area_count
        trip_m = np.column_stack(
            [mean_by_territory(column, visits, self.part, count) for column in homes.trip_m.T]
        )
        return Homes(homes.positions, homes.area, trip_m)


def _best_of_each(key: IntArray, cost: FloatArray) -> IntArray:
    """Row of least cost for each key, in the order of keys."""
    order = np.lexsort((np.arange(len(key)), cost, key))
    first = np.ones(len(order), dtype=bool)
    first[1:] = key[order[1:]] != key[order[:-1]]
    return order[first]
