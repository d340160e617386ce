"""Homes and the trips from there: straight lines, or rows of a cost matrix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...core.arrays import FloatArray, IntArray
from ...core.plan.areas import NO_AREA, UNASSIGNED, Areas, Homes, nearest_place
from ...core.travel.trips import METRES, SECONDS, Trips
from .representatives import Representatives
from .units import SpatialUnits

_SAME_PLACE_M = 1.0
"""A home within a metre of a customer's point lives at the customer's."""


def homes_in_areas(areas: Areas, area: IntArray, trips: Trips, *labelings: IntArray) -> Homes:
    """Homes (k,) in areas, ``NO_AREA`` for none, with trips where the cost matrix gives them.

    Parameters
    ----------
    labelings : ndarrays of int, shape (n,)
        Plans for which trips to the own areas are looked up.
    """
    homes = Homes.in_areas(areas, area)
    if trips.table is None:
        return homes
    ids = [None if a == NO_AREA else areas.ids[a] for a in area.tolist()]
    return _with_trips(homes, ids, trips, labelings)


def homes_of_representatives(
    units: SpatialUnits,
    representatives: Representatives,
    trips: Trips,
    *labelings: IntArray,
    by_id: bool,
) -> Homes:
    """Where the representatives live, with trips where the cost matrix gives them.

    With a cost matrix these are its rows from the representatives' ids (``by_id``), or
    from the areas in which they live.
    """
    area = areas_of_homes(representatives, units)
    homes = Homes(representatives.positions, area)
    if trips.table is None:
        return homes
    if by_id and trips.knows_homes(representatives.ids):
        ids: list[Any] = list(representatives.ids)
    else:
        ids = [
            units.ids[a] if a != NO_AREA and trips.may_be_home[a] else None for a in area.tolist()
        ]
    return _with_trips(homes, ids, trips, labelings)


def areas_of_homes(representatives: Representatives, units: SpatialUnits) -> IntArray:
    """Area (k,) in which each representative lives; of points, the one at the same place."""
    area = np.full(len(representatives), NO_AREA, dtype=np.int64)
    places = representatives.map_coordinates(units).tolist()
    for number, (position, (x, y)) in enumerate(zip(representatives.positions, places)):
        place = units.area_at(x, y)
        if place is None:
            nearest, metres = nearest_place(units.positions, units.metric, position)
            place = nearest if metres <= _SAME_PLACE_M else None
        if place is not None:
            area[number] = place
    return area


def _with_trips(
    homes: Homes, ids: Sequence[Any], trips: Trips, labelings: Sequence[IntArray]
) -> Homes:
    """The homes with trips (n, k) to the areas that they serve in any of the plans."""

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
        # Straight lines must not pass for lengths of the cost matrix's trips.
        metres = np.full((len(trips.areas), len(ids)), np.nan)
    return Homes(homes.positions, homes.area, metres, seconds)
