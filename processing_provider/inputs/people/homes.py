"""Where representatives live, and the trips from there, by straight lines or a cost matrix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ....core.arrays import FloatArray, IntArray
from ....core.errors import InvalidInput
from ....core.plan.areas import NO_AREA, Homes, nearest_place
from ....core.plan.nearest import nearest_representative
from ....core.plan.resiting import homes_with_trips
from ....core.travel.cost_table import CostTable
from ....core.travel.home_costs import HomeCosts, HomeRows
from ....core.travel.trips import Trips
from ...common.feedback import FeedbackProgress
from ...common.texts import counted, tr
from ..layers.units import SpatialUnits
from .representatives import Representatives

_SAME_PLACE_M = 1.0
"""A home within a metre of a customer's point lives at the customer's."""


class PeopleAtHome:
    """Representatives where they live, with what the trips from there cost.

    With a cost matrix these are its rows from the representatives' ids, or from the areas in
    which they live (:class:`HomeRows`).
    """

    def __init__(
        self,
        units: SpatialUnits,
        representatives: Representatives,
        trips: Trips,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self._units = units
        self._positions = representatives.positions
        self._trips = trips
        self._feedback = feedback
        self.area = areas_of_homes(representatives, units)
        self._ids: Sequence[Any] = [None] * len(representatives)
        if trips.table is not None:
            self._ids = rows_of_homes(trips.table, units, representatives, self.area, feedback).ids

    def nearest(self) -> IntArray | None:
        """Representative (n,) whose trip to each area costs least; None where that is not known.

        A matrix that holds trips inside some plan alone does not tell who is nearest.
        """
        if self._trips.table is None:
            metric, progress = self._units.metric, FeedbackProgress(self._feedback)
            lines = metric.matrix(self._units.positions, self._positions, progress.part(0.0, 0.0))
            return nearest_representative(lines)
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


def rows_of_homes(
    table: CostTable,
    units: SpatialUnits,
    representatives: Representatives,
    area: IntArray,
    feedback: QgsProcessingFeedback,
) -> HomeRows:
    """What a cost matrix calls the homes, which lie in areas (k,); says so if it is the areas."""
    rows = HomeRows.of(
        table,
        units.ids,
        representatives.ids,
        [None if a == NO_AREA else units.ids[a] for a in area.tolist()],
        named=representatives.are_named,
    )
    if rows.are_areas and any(row is not None for row in rows.ids):
        feedback.pushInfo(
            tr(
                "The cost matrix does not name the representatives; their trips begin in the area "
                "in which each one lives."
            )
        )
    return rows


def costs_from_homes(
    table: CostTable,
    units: SpatialUnits,
    representatives: Representatives,
    feedback: QgsProcessingFeedback,
) -> HomeCosts:
    """Costs from each home to each area; says what they are and where there is no route.

    Who lives outside every area travels from the nearest one, if trips begin in areas.

    Raises
    ------
    InvalidInput
        If pairs are missing.
    """
    area = areas_of_homes(representatives, units)
    for k in np.flatnonzero(area == NO_AREA):
        area[k], _ = nearest_place(units.positions, units.metric, representatives.positions[k])
    rows = rows_of_homes(table, units, representatives, area, feedback)
    by_area = rows.are_areas and None not in rows.ids
    homes = rows.ids if by_area else representatives.ids
    costs = HomeCosts.from_table(table, units.ids, homes, own_free=by_area)
    feedback.pushInfo(
        tr("Travel cost is taken from the cost matrix ({unit}).").format(unit=table.quantity())
    )
    if costs.unreachable:
        feedback.pushWarning(
            counted(
                costs.unreachable,
                "{count:,} of {size:,} pairs in the cost matrix has no route (NULL cost).",
                "{count:,} of {size:,} pairs in the cost matrix have no route (NULL cost).",
                size=costs.cost.size,
            )
        )
    return costs


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
