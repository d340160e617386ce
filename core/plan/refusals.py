"""Which rules a stroke would break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..rounding import ROUNDING
from .areas import UNASSIGNED, Areas, Homes
from .rules import Forbidden, PlanRules
from .strokes import Refusal, Stroke
from .territory_figures import TerritoryFigures, own_trips_m


@dataclass(frozen=True)
class Change:
    """A stroke with all that rules ask about.

    Attributes
    ----------
    stroke : Stroke
        Without areas that would stay where they are.
    labels, labels_after : ndarray of int, shape (n,)
    territories : ndarray of int, shape (t,)
        Who is touched; k stands for nobody.
    before, after : TerritoryFigures
        Of these t territories.
    changed_share : tuple of float
        Share of the trips that left their current territory, before and after.
    """

    stroke: Stroke
    labels: IntArray
    labels_after: IntArray
    territories: IntArray
    before: TerritoryFigures
    after: TerritoryFigures
    changed_share: tuple[float, float]


def refusals_of(
    change: Change, rules: PlanRules, areas: Areas, homes: Homes
) -> tuple[Refusal, ...]:
    """All rules that the stroke would break, in the order of :class:`.Forbidden`.

    A rule that is broken already forbids only what breaks it further.
    """
    if not len(change.stroke):
        return ()
    checks = (
        _locks(change, rules),
        _sizes_and_parts(change, rules, has_graph=areas.graph is not None),
        _groups(change, rules),
        _plan_change(change, rules),
        _distances(change, rules, areas, homes),
        _deviations(change, rules),
    )
    return tuple(refusal for check in checks for refusal in check)


def _locks(change: Change, rules: PlanRules) -> Iterator[Refusal]:
    areas = change.stroke.areas
    if rules.locked is not None and rules.locked[areas].any():
        yield Refusal(Forbidden.LOCKED, UNASSIGNED, areas[rules.locked[areas]])
    own, new = change.labels[areas], change.stroke.territories
    if rules.lives is not None:
        leaves = (own >= 0) & (rules.lives[areas] == own)
        for territory in np.unique(own[leaves]).tolist():
            yield Refusal(Forbidden.HOME, territory, areas[leaves & (own == territory)])
    if rules.frozen is None:
        return
    for territory in change.territories.tolist():
        if territory < len(rules.frozen) and rules.frozen[territory]:
            touched = (own == territory) | (new == territory)
            yield Refusal(Forbidden.FROZEN, territory, areas[touched])


def _sizes_and_parts(change: Change, rules: PlanRules, *, has_graph: bool) -> Iterator[Refusal]:
    """Nobody goes empty; nobody is cut in two or gets what lies apart."""
    before, after = change.before, change.after
    areas = change.stroke.areas
    own, new = change.labels[areas], change.stroke.territories
    assigned = np.isin(change.territories, np.concatenate([own, new]))  # k, nobody, is no label
    for row in np.flatnonzero(assigned & (after.size == 0) & (before.size > 0)).tolist():
        territory = int(change.territories[row])
        yield Refusal(Forbidden.EMPTIES, territory, areas[own == territory])
    if not (rules.contiguous and has_graph):
        return
    apart = assigned & (after.parts > np.maximum(before.parts, 1))
    for row in np.flatnonzero(apart).tolist():
        territory = int(change.territories[row])
        moved = areas[(own == territory) | (new == territory)]
        yield Refusal(Forbidden.CUTS, territory, moved, int(after.parts[row]))


def _groups(change: Change, rules: PlanRules) -> Iterator[Refusal]:
    """No group lies in more territories than before."""
    if rules.group is None:
        return
    areas = change.stroke.areas
    touched = np.unique(rules.group[areas])
    touched = touched[touched >= 0]
    if not len(touched):
        return
    members = np.flatnonzero(np.isin(rules.group, touched))
    group = np.searchsorted(touched, rules.group[members])

    def owners(labels: IntArray) -> IntArray:
        pairs = np.unique(np.column_stack([group, labels[members]]), axis=0)
        return np.bincount(pairs[:, 0], minlength=len(touched))

    split = touched[owners(change.labels_after) > owners(change.labels)]
    if len(split):
        yield Refusal(Forbidden.SPLITS_GROUP, UNASSIGNED, areas[np.isin(rules.group[areas], split)])


def _plan_change(change: Change, rules: PlanRules) -> Iterator[Refusal]:
    before, after = change.changed_share
    if after > max(rules.max_change, before) + ROUNDING:
        yield Refusal(Forbidden.CHANGE, UNASSIGNED, change.stroke.areas)


def _distances(change: Change, rules: PlanRules, areas: Areas, homes: Homes) -> Iterator[Refusal]:
    if not np.isfinite(rules.max_trip_m):
        return
    moved, new = change.stroke.areas, change.stroke.territories
    after = own_trips_m(areas, homes, moved, new)
    before = own_trips_m(areas, homes, moved, change.labels[moved])
    too_far = (after > rules.max_trip_m) & ~(after <= before)
    if too_far.any():
        yield Refusal(Forbidden.DISTANCE, UNASSIGNED, moved[too_far])


def _deviations(change: Change, rules: PlanRules) -> Iterator[Refusal]:
    if not np.isfinite(rules.max_deviation_pct):
        return
    before, after = _worst(change.before), _worst(change.after)
    areas = change.stroke.areas
    own, new = change.labels[areas], change.stroke.territories
    beyond = after > np.maximum(before, rules.max_deviation_pct) + ROUNDING
    for row in np.flatnonzero(beyond).tolist():
        territory = int(change.territories[row])
        moved = areas[(own == territory) | (new == territory)]
        yield Refusal(Forbidden.DEVIATION, territory, moved)


def _worst(figures: TerritoryFigures) -> FloatArray:
    return np.abs(figures.deviation_pct).max(axis=1, initial=0.0)
