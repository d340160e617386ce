"""Homes inside territories, and what the trips cost from today's homes and from those."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsFeature, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from ...core.arrays import BoolArray, FloatArray, IntArray
from ...core.balance.problem import BalanceProblem
from ...core.plan.statistics import territory_totals
from ...core.siting.homes import best_homes
from ...core.travel.trips import METRES, SECONDS, Trips
from ..fields import TERRITORY_FIELD, TerritoryNames, like_field, number_field
from ..inputs.representatives import Representatives
from ..inputs.units import SpatialUnits
from .fields import point_feature

if TYPE_CHECKING:
    from ..algorithms.balance_start import Start


NO_HOME = -1
_SAME_PLACE_M = 1.0


@dataclass(frozen=True)
class Travel:
    """Trips from one home per territory to the areas of that territory.

    Attributes
    ----------
    distance_m, time_s : ndarray of float, shape (n,), or None
        Trip to each area; NaN where the territory has no home, None where nothing is known.
    """

    distance_m: FloatArray | None
    time_s: FloatArray | None

    @classmethod
    def nothing(cls) -> Travel:
        return cls(None, None)

    def total(self, quantity: str, labels: IntArray, trips: FloatArray, count: int) -> FloatArray:
        """Sum of trips × metres or seconds per territory (k,); NaN where it is not known."""
        values = self.distance_m if quantity == METRES else self.time_s
        if values is None:
            return np.full(count, np.nan)
        made = (labels >= 0) & (trips > 0.0)
        product = (trips[made] * values[made])[:, None]
        totals = territory_totals(labels[made], product, count)[:, 0]
        return np.where(np.isfinite(totals), totals, np.nan)

    def mean(self, quantity: str, labels: IntArray, mass: FloatArray, count: int) -> FloatArray:
        """Weighted mean trip per territory (k,)."""
        divisor = territory_totals(labels, mass[:, None], count)[:, 0]
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.total(quantity, labels, mass, count) / divisor


def travel_by_straight_lines(
    units: SpatialUnits, labels: IntArray, positions: FloatArray
) -> Travel:
    """Straight lines from homes at the given positions (k, 2), NaN for none."""
    own = np.nan_to_num(positions)[labels]
    distance = units.metric.between(units.positions, own)
    return Travel(np.where(np.isnan(positions[labels, 0]), np.nan, distance), None)


def travel_by_matrix(trips: Trips, labels: IntArray, home_ids: Sequence[Any]) -> Travel:
    """Rows of the cost matrix from homes with these ids, None for none."""
    return Travel(
        trips.from_own_home(labels, home_ids, METRES),
        trips.from_own_home(labels, home_ids, SECONDS),
    )


@dataclass(frozen=True)
class ResitedHomes:
    """One home per territory, with the trips from today's home and from the new one.

    Attributes
    ----------
    area : ndarray of int, shape (k,)
        Area of the new home, ``NO_HOME`` for an empty territory.
    coordinates : ndarray of float, shape (k, 2)
        New homes in the reference system of the areas.
    before, after : Travel
    moved_m : ndarray of float, shape (k,)
        Distance between the two homes.
    mass : ndarray of float, shape (n,)
        Weight of each area's trip in the mean.
    """

    names: TerritoryNames
    units: SpatialUnits
    labels: IntArray
    area: IntArray
    coordinates: FloatArray
    before: Travel
    after: Travel
    moved_m: FloatArray
    mass: FloatArray
    id_field: QgsField | None = None

    @property
    def fields(self) -> QgsFields:
        """Fields of a layer of homes."""
        fields = QgsFields()
        fields.append(like_field(TERRITORY_FIELD, self.names.field))
        fields.append(
            QgsField("area_id", QMetaType.Type.LongLong)
            if self.id_field is None
            else like_field("area_id", self.id_field)
        )
        for name in ("before_m", "after_m", "moved_m"):
            fields.append(number_field(name))
        return fields

    @property
    def knows_today(self) -> BoolArray:
        """Territories (k,) that have a home today and a new one."""
        return ~np.isnan(self.moved_m)

    @property
    def before_m(self) -> FloatArray:
        """Weighted mean trip (k,) from today's homes, in metres."""
        return self.before.mean(METRES, self.labels, self.mass, len(self.names))

    @property
    def after_m(self) -> FloatArray:
        """Weighted mean trip (k,) from the new homes, in metres."""
        return self.after.mean(METRES, self.labels, self.mass, len(self.names))

    def rows(self) -> list[list[Any]]:
        """Values of :attr:`fields`, one row per territory."""
        columns = (self.before_m, self.after_m, self.moved_m)
        return [
            [
                self.names.of(territory),
                None if area == NO_HOME else self.units.ids[area],
                *(float(column[territory]) for column in columns),
            ]
            for territory, area in enumerate(self.area.tolist())
        ]

    def features(self) -> Iterable[QgsFeature]:
        for coordinates, values in zip(self.coordinates, self.rows()):
            yield point_feature(self.fields, coordinates, values)


def travel_of_representatives(
    representatives: Representatives,
    units: SpatialUnits,
    labels: IntArray,
    trips: Trips,
    by_id: bool,
) -> Travel:
    """Trips from where the representatives live today.

    With a cost matrix these are its rows from the representatives' ids (``by_id``), or
    from the areas in which they live.
    """
    if trips.table is None:
        return travel_by_straight_lines(units, labels, representatives.positions)
    if by_id and trips.knows_homes(representatives.ids):
        return travel_by_matrix(trips, labels, representatives.ids)
    places = _areas_of(representatives, units)
    homes = [
        units.ids[place] if place is not None and trips.may_be_home[place] else None
        for place in places
    ]
    return travel_by_matrix(trips, labels, homes)


def _areas_of(representatives: Representatives, units: SpatialUnits) -> list[int | None]:
    """The area in which each representative lives; of points, the one at the same place."""
    places: list[int | None] = []
    for position, (x, y) in zip(
        representatives.positions, representatives.map_coordinates(units).tolist()
    ):
        place = units.area_at(x, y)
        if place is None:
            distance = units.metric.between(units.positions, position[None, :])
            nearest = int(np.argmin(distance))
            place = nearest if distance[nearest] <= _SAME_PLACE_M else None
        places.append(place)
    return places


def positions_of_areas(units: SpatialUnits, area: IntArray) -> FloatArray:
    """Positions (k, 2) of areas, NaN for ``NO_HOME``."""
    return np.where((area == NO_HOME)[:, None], np.nan, units.positions[area])


def resited(
    names: TerritoryNames,
    trips: Trips,
    labels: IntArray,
    area: IntArray,
    mass: FloatArray,
    today: FloatArray | None,
    before: Travel,
    *,
    places: FloatArray | None = None,
    after: Travel | None = None,
    id_field: QgsField | None = None,
) -> ResitedHomes:
    """Homes in the given areas, with their trips.

    Parameters
    ----------
    today : ndarray of float, shape (k, 2), optional
        Positions of today's homes.
    places, after : ndarray of float, shape (k, 2), and Travel, optional
        Positions of the new homes and trips from there; the areas' own if not given.
    """
    units = trips.areas
    places = positions_of_areas(units, area) if places is None else places
    if after is None and trips.table is not None:
        after = travel_by_matrix(
            trips, labels, [None if a == NO_HOME else units.ids[a] for a in area.tolist()]
        )
    if after is None:
        after = travel_by_straight_lines(units, labels, places)
    moved = np.full(len(names), np.nan)
    if today is not None:
        moved = units.metric.between(np.nan_to_num(today), np.nan_to_num(places))
        moved[np.isnan(places[:, 0]) | np.isnan(today[:, 0])] = np.nan
    coordinates = units.space.map_coordinates(np.nan_to_num(places))
    coordinates[np.isnan(places[:, 0])] = np.nan
    return ResitedHomes(
        names, units, labels, area, coordinates, before, after, moved, mass, id_field
    )


def resited_homes(
    units: SpatialUnits,
    problem: BalanceProblem,
    start: Start,
    representatives: Representatives | None,
    labels: IntArray,
    trips: Trips | None = None,
    *,
    may_move: bool = True,
    id_field: QgsField | None = None,
) -> ResitedHomes:
    """Homes after balancing: where they are fixed, else where weighted travel is least.

    ``trips`` are those of a cost matrix whose rows start at areas; without them a cost
    matrix knows today's homes only, and these stay.
    """
    count, mass = problem.territory_count, problem.travel_weights
    today = start.home_positions
    lines = Trips(units)
    if problem.homes is not None and today is not None and (trips is None or not may_move):
        area = np.full(count, NO_HOME) if start.home_areas is None else start.home_areas
        same = Travel(start.distance_m[np.arange(len(labels)), labels], None)
        return resited(
            start.names,
            lines,
            labels,
            area,
            mass,
            today,
            same,
            places=today,
            after=same,
            id_field=id_field,
        )
    trips = lines if trips is None else trips
    area = best_homes(trips, labels, mass, count)
    if representatives is not None:
        before = travel_of_representatives(representatives, units, labels, trips, by_id=True)
    elif start.home_areas is not None:
        before = travel_by_matrix(trips, labels, [units.ids[a] for a in start.home_areas])
    else:
        before = Travel.nothing()
    return resited(start.names, trips, labels, area, mass, today, before, id_field=id_field)
