"""The rows of the table of territories, for all of them or only for those that changed."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..contiguity.half_edges import half_edges_of, parts_among
from .areas import NO_AREA, Areas, Homes
from .plan import Plan
from .statistics import deviation_pct, territory_totals, weighted_centres
from .travel_figures import TravelFigures, travel_figures, visits_of


@dataclass(frozen=True)
class TerritoryFigures:
    """Figures of t territories; the areas that nobody has count as a territory, too.

    Attributes
    ----------
    size : ndarray of int, shape (t,)
        Areas in each.
    totals, deviation_pct : ndarray of float, shape (t, c)
        Deviations are NaN for areas that nobody has.
    parts : ndarray of int, shape (t,)
        Contiguous parts; 1 for every non-empty territory of customers.
    border_m : ndarray of float, shape (t,)
        Border with all others, with ground that nobody has among them.
    centres : ndarray of float, shape (t, 2)
        Weighted centres as positions; NaN for an empty territory.
    metres : TravelFigures
        Travel from the homes, or else from the weighted centres.
    seconds : TravelFigures or None
        None where no times are known.
    """

    size: IntArray
    totals: FloatArray
    deviation_pct: FloatArray
    parts: IntArray
    border_m: FloatArray
    centres: FloatArray
    metres: TravelFigures
    seconds: TravelFigures | None

    def rows(self, territories: IntArray) -> TerritoryFigures:
        """Figures of some of the territories."""
        return _combine(lambda own, _: own[territories], self, self)

    def with_rows(self, territories: IntArray, rows: TerritoryFigures) -> TerritoryFigures:
        """The same with other figures for some of the territories; this one stays as it is."""

        def put(own: Any, new: Any) -> Any:
            result = own.copy()
            result[territories] = new
            return result

        return _combine(put, self, rows)


def _combine(of: Any, first: Any, second: Any) -> Any:
    """A record whose arrays are made of those of two records, records within it likewise."""
    values: dict[str, Any] = {}
    for field in fields(first):
        one, other = getattr(first, field.name), getattr(second, field.name)
        if one is None:
            values[field.name] = None
        elif isinstance(one, np.ndarray):
            values[field.name] = of(one, other)
        else:
            values[field.name] = _combine(of, one, other)
    return replace(first, **values)


def figures_of(
    plan: Plan,
    labels: IntArray,
    territories: IntArray,
    shapes: TerritoryFigures | None = None,
) -> TerritoryFigures:
    """Figures of some territories under other labels.

    Takes time for the areas of these territories, and a glance at all labels.

    Parameters
    ----------
    plan : Plan
        Areas, targets and homes.
    labels : ndarray of int, shape (n,)
        Instead of the plan's own.
    territories : ndarray of int, shape (t,)
        0 to k - 1, and k for the areas that nobody has.
    shapes : TerritoryFigures, optional
        Figures of the same territories and areas with other weights: parts and borders are theirs.
    """
    areas, count = plan.areas, len(territories)
    # Unassigned areas have label -1, which is the last place of k + 1.
    place = np.full(plan.territory_count + 1, -1, dtype=np.int64)
    place[territories] = np.arange(count)
    members = np.flatnonzero(place[labels] >= 0)
    own = place[labels[members]]
    totals = np.column_stack(
        [
            np.bincount(own, weights=column[members], minlength=count).astype(float)
            for column in areas.weights.T
        ]
    )
    assigned = territories < plan.territory_count
    targets = plan.targets[np.where(assigned, territories, 0)]
    centres = _centres(areas, members, own, count)
    metres, seconds = _travel(plan, labels, members, own, centres)
    if shapes is None:
        parts, border_m = _contiguity(areas, labels, members, own, count)
    else:
        parts, border_m = shapes.parts, shapes.border_m
    return TerritoryFigures(
        size=np.bincount(own, minlength=count),
        totals=totals,
        deviation_pct=np.where(assigned[:, None], deviation_pct(totals, targets), np.nan),
        parts=parts,
        border_m=border_m,
        centres=centres,
        metres=metres,
        seconds=seconds,
    )


def deviations_of(plan: Plan, labels: IntArray) -> FloatArray:
    """Signed deviations (k + 1, c) in percent under other labels.

    NaN for what nobody has, and for territories that have no area under them: who joins later was
    not there.
    """
    count = plan.territory_count
    found = deviation_pct(territory_totals(labels, plan.areas.weights, count), plan.targets)
    there = np.bincount(labels[labels >= 0], minlength=count) > 0
    nobody = np.full((1, plan.targets.shape[1]), np.nan)
    return np.concatenate([np.where(there[:, None], found, np.nan), nobody])


def _centres(areas: Areas, members: IntArray, own: IntArray, count: int) -> FloatArray:
    plane = weighted_centres(own, areas.points[members], areas.trips[members], count)
    empty = np.isnan(plane)
    return np.where(empty, np.nan, areas.metric.from_plane(np.where(empty, 0.0, plane)))


def _travel(
    plan: Plan, labels: IntArray, members: IntArray, own: IntArray, centres: FloatArray
) -> tuple[TravelFigures, TravelFigures | None]:
    areas, count = plan.areas, len(centres)
    homes = plan.homes
    visits = visits_of(areas.trips)[members]
    # Nobody travels to areas that nobody has.
    served = np.where(labels[members] >= 0, own, -1)
    if homes is None:
        homes = Homes(centres, np.full(count, NO_AREA))
        trip_m = homes.own_trips_m(_some(areas, members), served)
        return travel_figures(trip_m, visits, served, count), None
    trip_m = own_trips_m(areas, homes, members, labels[members])
    metres = travel_figures(trip_m, visits, served, count)
    if homes.trip_s is None:
        return metres, None
    trip_s = homes.trip_s[members, np.maximum(labels[members], 0)]
    return metres, travel_figures(trip_s, visits, served, count)


def own_trips_m(areas: Areas, homes: Homes, members: IntArray, labels: IntArray) -> FloatArray:
    """Metres (m,) of the trip to some areas from the homes of given territories; else NaN."""
    if homes.trip_m is None:
        return homes.own_trips_m(_some(areas, members), labels)
    return np.where(labels >= 0, homes.trip_m[members, np.maximum(labels, 0)], np.nan)


def _some(areas: Areas, members: IntArray) -> Areas:
    """Areas with the positions of some of them; the rest is not asked for."""
    return replace(areas, positions=areas.positions[members], graph=None)


def _contiguity(
    areas: Areas, labels: IntArray, members: IntArray, own: IntArray, count: int
) -> tuple[IntArray, FloatArray]:
    graph = areas.graph
    if graph is None:
        return np.minimum(np.bincount(own, minlength=count), 1), np.zeros(count)
    origin, index = half_edges_of(graph, members)
    outer = labels[graph.neighbours[index]] != labels[members[origin]]
    border = np.bincount(
        own[origin[outer]],
        weights=graph.border_m[graph.neighbour_edge[index[outer]]],
        minlength=count,
    ).astype(float)
    return parts_among(graph, members, own, count), border
