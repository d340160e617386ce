"""The plan: who serves which area, from where, and the figures that follow.

Solvers return plans; layers and reports are written from plans; the judge, comparisons and the
workbench read plans. Figures are computed once, when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from .areas import NO_AREA, UNASSIGNED, Areas, Homes
from .order import north_to_south
from .statistics import PlanStatistics, plan_statistics, territory_members, weighted_centres


@dataclass(frozen=True)
class Plan:
    """A division of n areas among k territories.

    Attributes
    ----------
    areas : Areas
        What is divided.
    labels : ndarray of int, shape (n,)
        Territory 0 to k - 1 of each area, ``UNASSIGNED`` where it has none.
    names : sequence
        What the k territories are called: values of the ``territory`` field.
    targets : ndarray of float, shape (k, c)
        Wanted total of each territory for each criterion.
    homes : Homes or None
        Where travel counts from; None: the weighted centre of each territory.
    current : Plan or None
        The plan that people live with today, with the same areas and names, after which come
        those of people who have left; None where there is none. A start that only a computer
        knows is no current plan.

    Notes
    -----
    *Before* is ``plan.current`` from the current homes, *after* is ``plan`` from the current homes,
    *after re-siting* is ``plan.from_homes(new)``.
    """

    areas: Areas
    labels: IntArray
    names: Sequence[Any]
    targets: FloatArray
    homes: Homes | None = None
    current: Plan | None = None

    @property
    def territory_count(self) -> int:
        """Number k of territories, empty ones included."""
        return len(self.names)

    def name_of(self, label: int) -> Any:
        """Name of a territory; None for a negative label."""
        return self.names[label] if label >= 0 else None

    def from_homes(self, homes: Homes | None) -> Plan:
        """The same territories with travel counted from other homes."""
        return replace(self, homes=homes)

    def with_labels(self, labels: IntArray) -> Plan:
        """Another division with the same names, targets and homes."""
        return replace(self, labels=np.asarray(labels, dtype=np.int64))

    def numbered_from_north(self) -> Plan:
        """Territories that have only numbers, counted from north to south, then west to east."""
        count = self.territory_count
        centres = weighted_centres(self.labels, self.areas.points, np.zeros(len(self.areas)), count)
        order = north_to_south(centres)
        rank = np.empty(count, dtype=np.int64)
        rank[order] = np.arange(count)
        labels = np.where(self.labels >= 0, rank[np.maximum(self.labels, 0)], UNASSIGNED)
        return replace(self, labels=labels, targets=self.targets[order])

    @cached_property
    def centres(self) -> FloatArray:
        """Weighted centre (k, 2) of each territory as a position; NaN for an empty one."""
        plane = weighted_centres(
            self.labels, self.areas.points, self.areas.trips, self.territory_count
        )
        empty = np.isnan(plane)
        return np.where(empty, np.nan, self.areas.metric.from_plane(np.where(empty, 0.0, plane)))

    @cached_property
    def visited(self) -> IntArray:
        """Areas (k,) of each territory to which trips are made."""
        made = (self.labels >= 0) & (self.areas.trips > 0.0)
        return np.bincount(self.labels[made], minlength=self.territory_count)

    def some_positions(self) -> FloatArray:
        """Position (k, 2) of some area in each territory, for telling neighbours apart."""
        members = territory_members(self.labels, self.territory_count)
        return self.areas.positions[[own[0] if len(own) else 0 for own in members]]

    @cached_property
    def trip_m(self) -> FloatArray:
        """Metres (n,) to each area from the home (or centre) of its territory; NaN for none."""
        homes = self.homes
        if homes is None:
            homes = Homes(self.centres, np.full(self.territory_count, NO_AREA))
        return homes.own_trips_m(self.areas, self.labels)

    @cached_property
    def trip_s(self) -> FloatArray | None:
        """Seconds (n,) of the same trips; None where no times are known."""
        return None if self.homes is None else self.homes.own_trips_s(self.labels)

    @cached_property
    def statistics(self) -> PlanStatistics:
        """All figures by territory and overall."""
        return plan_statistics(
            self.labels,
            self.areas.weights,
            self.targets,
            self.trip_m,
            self.areas.trips,
            self.areas.graph,
        )

    @property
    def difference(self) -> FloatArray:
        """Total minus target (k, c), in the units of the criteria."""
        return self.statistics.totals - self.targets

    @cached_property
    def mean_trip_s(self) -> FloatArray | None:
        """Mean seconds (k,) of a trip, weighted by trips; None where no times are known."""
        if self.trip_s is None:
            return None
        return mean_by_territory(self.trip_s, self.areas.trips, self.labels, self.territory_count)

    @cached_property
    def overall_mean_trip_s(self) -> float | None:
        """Mean seconds of a trip over all areas; None where no times are known."""
        if self.trip_s is None:
            return None
        everything = np.where(self.labels >= 0, 0, UNASSIGNED)
        return float(mean_by_territory(self.trip_s, self.areas.trips, everything, 1)[0])

    @cached_property
    def without_route(self) -> IntArray:
        """Visited areas without a known time from their home, where other times are known."""
        if self.trip_s is None or not np.isfinite(self.trip_s).any():
            return np.empty(0, dtype=np.int64)
        visited = (self.labels >= 0) & (self.areas.trips > 0.0)
        return np.flatnonzero(visited & ~np.isfinite(self.trip_s))

    @cached_property
    def changed(self) -> BoolArray:
        """Areas (n,) that leave a territory which they have in the current plan."""
        if self.current is None:
            return np.zeros(len(self.labels), dtype=bool)
        before = self.current.labels
        return np.asarray((before >= 0) & (before != self.labels))

    @property
    def changed_share(self) -> float | None:
        """Share (0 to 1) of the weight whose territory changes; None without a current plan."""
        if self.current is None:
            return None
        weight = self.areas.handed_over
        total = float(weight.sum())
        return float(weight[self.changed].sum()) / total if total > 0.0 else 0.0

    @property
    def lives(self) -> IntArray:
        """Territory (n,) whose home lies in each area, ``UNASSIGNED`` for none.

        Of several homes in one area that of the area's own territory counts, if it is there.
        """
        result = np.full(len(self.labels), UNASSIGNED, dtype=np.int64)
        if self.homes is None:
            return result
        inside = np.flatnonzero(self.homes.area != NO_AREA)
        area = self.homes.area[inside]
        own = self.labels[area] == inside
        for some in (~own, own):
            result[area[some]] = inside[some]
        return result

    def homes_outside(self) -> IntArray:
        """Territories whose home lies in an area of somebody else, ascending."""
        if self.homes is None:
            return np.empty(0, dtype=np.int64)
        area = self.homes.area
        known = area >= 0
        owner = np.where(known, self.labels[np.maximum(area, 0)], UNASSIGNED)
        return np.flatnonzero(known & (owner != np.arange(len(area))))


def mean_by_territory(
    values: FloatArray, weights: FloatArray, labels: IntArray, territory_count: int
) -> FloatArray:
    """Weighted mean (k,) of finite values (n,); the plain mean where all weights are 0.

    NaN for a territory without any finite value.
    """
    known = (labels >= 0) & np.isfinite(values)
    own, value, weight = labels[known], values[known], weights[known]
    mass = np.bincount(own, weights=weight, minlength=territory_count)
    count = np.bincount(own, minlength=territory_count)
    moment = np.bincount(own, weights=weight * value, minlength=territory_count)
    plain = np.bincount(own, weights=value, minlength=territory_count)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(mass > 0.0, moment / mass, plain / count)
