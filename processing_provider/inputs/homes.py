"""Where representatives live, and the trips from there, by straight lines or a cost matrix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...core.arrays import FloatArray, IntArray
from ...core.errors import InvalidInput
from ...core.plan.areas import NO_AREA, Homes, nearest_place
from ...core.plan.nearest import nearest_representative
from ...core.plan.resiting import homes_with_trips
from ...core.travel.trips import Trips
from .representatives import Representatives
from .units import SpatialUnits

_SAME_PLACE_M = 1.0
"""A home within a metre of a customer's point lives at the customer's."""


class PeopleAtHome:
    """Representatives where they live, with what the trips from there cost.

    With a cost matrix these are its rows from the representatives' ids (``by_id``), or from
    the areas in which they live.
    """

    def __init__(
        self, units: SpatialUnits, representatives: Representatives, trips: Trips, *, by_id: bool
    ) -> None:
        self._units = units
        self._positions = representatives.positions
        self._trips = trips
        self.area = areas_of_homes(representatives, units)
        self._ids = self._ids_in_table(representatives, by_id)

    def _ids_in_table(self, representatives: Representatives, by_id: bool) -> Sequence[Any]:
        trips, ids = self._trips, self._units.ids
        if by_id and trips.knows_homes(representatives.ids):
            return representatives.ids
        return [
            ids[a] if a != NO_AREA and trips.may_be_home[a] else None for a in self.area.tolist()
        ]

    def nearest(self) -> IntArray | None:
        """Representative (n,) whose trip to each area costs least; None where that is not known.

        A matrix that holds trips inside some plan alone does not tell who is nearest.
        """
        if self._trips.table is None:
            metric = self._units.metric
            return nearest_representative(metric.matrix(self._units.positions, self._positions))
        cost = self._known_costs()
        return None if cost is None else nearest_representative(cost)

    def _known_costs(self) -> FloatArray | None:
        everywhere = np.arange(len(self._units))
        if None in self._ids:
            return None
        try:
            found = self._trips.between(self._ids, everywhere, self._trips.unit)
        except InvalidInput:  # pairs are missing
            return None
        return None if found is None else found.T

    def homes(self, *labelings: IntArray) -> Homes:
        """The homes, with trips to the areas that they serve in the given plans (n,)."""
        homes = Homes(self._positions, self.area)
        if self._trips.table is None:
            return homes
        return homes_with_trips(homes, self._ids, self._trips, labelings)


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
