"""Part of a plan as a plan of its own, so that some territories are balanced among themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..contiguity.half_edges import subgraph
from .areas import NO_AREA, UNASSIGNED, Areas, Homes
from .plan import Plan
from .rules import PlanRules
from .strokes import Stroke


@dataclass(frozen=True)
class Selection:
    """Some territories with their areas, and nothing else of the plan.

    Attributes
    ----------
    plan : Plan
        The selected territories. Targets are scaled so that they add up to what the areas
        weigh: nobody else gives or takes. Where an area came from elsewhere, its current
        territory is ``UNASSIGNED``.
    rules : PlanRules
        Locks and groups of these areas.
    areas : ndarray of int, shape (m,)
        Their numbers in the whole plan, ascending.
    territories : ndarray of int, shape (s,)
        Numbers of the territories in the whole plan.
    """

    plan: Plan
    rules: PlanRules
    areas: IntArray
    territories: IntArray

    def stroke(self, labels: IntArray) -> Stroke:
        """What turns the whole plan into one with new labels (m,) for the selection."""
        moved = np.flatnonzero(labels != self.plan.labels)
        new = labels[moved]
        whole = np.where(new >= 0, self.territories[np.maximum(new, 0)], UNASSIGNED)
        return Stroke(self.areas[moved], whole)

    def locked_labels(self) -> IntArray:
        """Territory of the selection in which each area (m,) is held; ``UNASSIGNED``: free."""
        labels = self.plan.labels
        held = np.zeros(len(labels), bool) if self.rules.locked is None else self.rules.locked
        if self.rules.frozen is not None:
            held = held | ((labels >= 0) & self.rules.frozen[np.maximum(labels, 0)])
        return np.where(held, labels, UNASSIGNED)


def select_territories(
    plan: Plan,
    territories: IntArray,
    rules: PlanRules | None = None,
    *,
    with_unassigned: bool = False,
) -> Selection:
    """Take some territories out of a plan.

    Parameters
    ----------
    plan : Plan
    territories : ndarray of int, shape (s,)
        All different.
    rules : PlanRules, optional
    with_unassigned : bool
        Whether areas that nobody has come along, to be given to these territories.
    """
    place = np.full(plan.territory_count + 1, UNASSIGNED, dtype=np.int64)
    place[territories] = np.arange(len(territories))
    taken = place[plan.labels] >= 0
    if with_unassigned:
        taken |= plan.labels < 0
    rows = np.flatnonzero(taken)
    labels = place[plan.labels[rows]]
    areas = _some_areas(plan.areas, rows)
    homes = None if plan.homes is None else _some_homes(plan.homes, rows, taken, territories)
    names = [plan.names[territory] for territory in territories.tolist()]
    targets = _scaled(plan.targets[territories], areas.weights)
    current = None
    if plan.current is not None:
        before = place[plan.current.labels[rows]]
        current = Plan(areas, before, names, targets, homes)
    return Selection(
        plan=Plan(areas, labels, names, targets, homes, current),
        rules=_some_rules(rules or PlanRules(), rows, territories),
        areas=rows,
        territories=territories,
    )


def _some_areas(areas: Areas, rows: IntArray) -> Areas:
    ids: Sequence[Any] = [areas.ids[row] for row in rows.tolist()]
    graph = None if areas.graph is None else subgraph(areas.graph, rows)
    return Areas(
        ids, areas.positions[rows], areas.metric, areas.weights[rows], areas.trips[rows], graph
    )


def _some_homes(homes: Homes, rows: IntArray, taken: BoolArray, territories: IntArray) -> Homes:
    area = homes.area[territories]
    inside = (area != NO_AREA) & taken[area]

    def some(table: FloatArray | None) -> FloatArray | None:
        return None if table is None else table[np.ix_(rows, territories)]

    return Homes(
        homes.positions[territories],
        np.where(inside, np.searchsorted(rows, area), NO_AREA),
        some(homes.trip_m),
        some(homes.trip_s),
    )


def _some_rules(rules: PlanRules, rows: IntArray, territories: IntArray) -> PlanRules:
    return replace(
        rules,
        locked=None if rules.locked is None else rules.locked[rows],
        frozen=None if rules.frozen is None else rules.frozen[territories],
        group=None if rules.group is None else rules.group[rows],
    )


def _scaled(targets: FloatArray, weights: FloatArray) -> FloatArray:
    """Targets (s, c) in the same proportion that add up to the weights (m, c)."""
    wanted, there = targets.sum(axis=0), weights.sum(axis=0)
    equal = np.broadcast_to(there / max(len(targets), 1), targets.shape)
    return np.where(wanted > 0.0, targets * (there / np.where(wanted > 0.0, wanted, 1.0)), equal)
