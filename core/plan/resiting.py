"""Where the people of a plan could live better, and which territory is whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..libraries import optimize
from ..progress import SILENT, Progress
from ..siting.homes import best_homes
from ..travel.trips import METRES, SECONDS, Trips
from .areas import NO_AREA, UNASSIGNED, Areas, Homes
from .plan import Plan
from .statistics import territory_totals


@dataclass(frozen=True)
class Resited:
    """A view of a plan: from the homes that people have, and from those that would serve it best.

    Attributes
    ----------
    before : Plan or None
        What was before, from the current homes: the current plan, or that of the nearest
        representative. None where neither is known.
    after : Plan
        The new plan from the current homes; from its weighted centres where nobody lives.
    best : Plan
        The new plan from the best home inside each territory.
    moved : Plan
        The new plan from the homes after this run: the best ones, but for people who stay.
    has_people : bool
        Whether the current homes are known.
    """

    before: Plan | None
    after: Plan
    best: Plan
    moved: Plan
    has_people: bool

    @classmethod
    def of(
        cls,
        after: Plan,
        before: Plan | None,
        trips: Trips | None,
        stays: BoolArray | None,
        candidates: BoolArray | None = None,
        progress: Progress = SILENT,
    ) -> Resited:
        """Find the best home inside each territory.

        Parameters
        ----------
        after, before : Plan
            From the current homes, where these are known.
        trips : Trips or None
            What trips between areas cost; None where nothing is known about other homes than
            the current ones.
        stays : ndarray of bool, shape (k,), or None
            Territories whose representative stays; None if nobody lives anywhere yet.
        candidates : ndarray of bool, shape (n,), optional
            Areas that may be homes.
        """
        areas = after.areas
        if trips is None:
            return cls(before, after, after, after, stays is not None)
        area = best_homes(
            trips, after.labels, areas.trips, after.territory_count, candidates, progress
        )
        best = homes_in_areas(areas, area, trips, [after.labels])
        moved = best
        if stays is not None and after.homes is not None:
            moved = Homes.merged(areas, stays & after.homes.exists, after.homes, best)
            if not after.homes.exists.all():
                # Who is new has no home yet but the one that is proposed.
                current = Homes.merged(areas, after.homes.exists, after.homes, best)
                after = after.from_homes(current)
        return cls(
            before, after, after.from_homes(best), after.from_homes(moved), stays is not None
        )

    def with_lines_for_gaps(self) -> Resited:
        """The same with straight lines where the travel table knows no length from a later home.

        So means over all areas can be compared with those from current homes that have such
        lines, too.
        """

        def filled(plan: Plan) -> Plan:
            if plan.homes is None:
                return plan
            return plan.from_homes(plan.homes.with_lines_for_gaps(plan.areas, plan.labels))

        return replace(self, best=filled(self.best), moved=filled(self.moved))

    def distance_moved(self) -> FloatArray:
        """Metres (k,) between current and later home; NaN where one of them is not known."""
        current, later = self.after.homes, self.moved.homes
        if not self.has_people or current is None or later is None:
            return np.full(self.after.territory_count, np.nan)
        return distance_moved(self.after.areas, current, later)


def distance_moved(areas: Areas, before: Homes, after: Homes) -> FloatArray:
    """Metres (k,) between the homes of each territory; NaN where one of them is missing."""
    moved = areas.metric.between(np.nan_to_num(before.positions), np.nan_to_num(after.positions))
    return np.where(before.exists & after.exists, moved, np.nan)


def homes_in_areas(
    areas: Areas, area: IntArray, trips: Trips, labelings: Sequence[IntArray]
) -> Homes:
    """Homes (k,) in areas, ``NO_AREA`` for none, with trips where a table gives them.

    Parameters
    ----------
    labelings : sequence of ndarray of int, shape (n,)
        Plans for which trips to the own areas are looked up.
    """
    homes = Homes.in_areas(areas, area)
    if trips.table is None:
        return homes
    ids = [None if a == NO_AREA else areas.ids[a] for a in area.tolist()]
    return homes_with_trips(homes, ids, trips, labelings)


def homes_with_trips(
    homes: Homes, ids: Sequence[Any], trips: Trips, labelings: Sequence[IntArray]
) -> Homes:
    """The homes with trips (n, k) of the table to the areas that they serve in any of the plans.

    ``ids`` names the rows (k,) of the table, None for a home whose trips are not known.
    """

    def table(quantity: str) -> FloatArray | None:
        values = np.full((len(trips.areas), len(ids)), np.nan)
        for labels in labelings:
            own = trips.from_own_home(labels, ids, quantity)
            if own is None:
                return None
            rows = np.flatnonzero(labels != UNASSIGNED)
            values[rows, labels[rows]] = own[rows]
        return values

    metres, seconds = table(METRES), table(SECONDS)
    if metres is None:
        # Straight lines must not pass for lengths of the table's trips.
        metres = np.full((len(trips.areas), len(ids)), np.nan)
    return Homes(homes.positions, homes.area, metres, seconds)


def labels_of_least_travel(plan: Plan, cost: FloatArray, exchangeable: BoolArray) -> IntArray:
    """Labels (n,) of the same territories, given to the people who travel least in them.

    Parameters
    ----------
    plan : Plan
    cost : ndarray of float, shape (n, k)
        Trips from the home of each territory's representative; NaN throughout for one who has
        no home yet and takes what is left.
    exchangeable : ndarray of bool, shape (k,)
        Territories that may change hands; only ones with equal targets do.
    """
    count = plan.territory_count
    trips = np.where(np.isfinite(cost), cost, 0.0) * plan.areas.trips[:, None]
    travel = territory_totals(plan.labels, trips, count)
    _, kind = np.unique(plan.targets, axis=0, return_inverse=True)
    kind = kind.reshape(-1)
    allowed = (kind[:, None] == kind[None, :]) & exchangeable[:, None] & exchangeable[None, :]
    allowed |= np.eye(count, dtype=bool)
    forbidden = 1.0 + float(travel.sum())
    # A trace of the numbers keeps names where they are if nothing is gained.
    trace = 1e-9 * forbidden / count * (1.0 - np.eye(count))
    _, owner = optimize.linear_sum_assignment(np.where(allowed, travel + trace, forbidden))
    return np.where(plan.labels >= 0, owner[np.maximum(plan.labels, 0)], plan.labels)
