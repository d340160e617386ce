"""REPS_OUT: the representatives' homes after balancing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsFeature, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from ..core.problem import BalanceProblem
from ..core.siting.homes import NO_HOME, best_homes
from ..core.statistics import territory_totals
from .balance_problem import Start
from .layers import SpatialUnits
from .representatives import Representatives
from .writing import TERRITORY_FIELD, TerritoryNames, like_field, number_field, point_feature

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


@dataclass(frozen=True)
class ResitedHomes:
    """One home per territory, with the mean trip from today's home and from the new one.

    Attributes
    ----------
    area : ndarray of int, shape (k,)
        Area of the new home, ``NO_HOME`` for an empty territory.
    coordinates : ndarray of float, shape (k, 2)
        New homes in the reference system of the areas.
    before_m, after_m : ndarray of float, shape (k,)
        Weighted mean distance of a territory's areas from today's home (NaN if there is
        none) and from the new one.
    moved_m : ndarray of float, shape (k,)
        Distance between the two homes.
    """

    names: TerritoryNames
    units: SpatialUnits
    fields: QgsFields
    area: IntArray
    coordinates: FloatArray
    before_m: FloatArray
    after_m: FloatArray
    moved_m: FloatArray

    def features(self) -> Iterable[QgsFeature]:
        for territory, area in enumerate(self.area.tolist()):
            values = [
                self.names.of(territory),
                None if area == NO_HOME else self.units.ids[area],
                float(self.before_m[territory]),
                float(self.after_m[territory]),
                float(self.moved_m[territory]),
            ]
            yield point_feature(self.fields, self.coordinates[territory], values)


def resited_homes(
    units: SpatialUnits,
    problem: BalanceProblem,
    start: Start,
    representatives: Representatives | None,
    labels: IntArray,
    id_field: QgsField | None = None,
) -> ResitedHomes:
    """Home of each territory: where it is fixed, else where weighted travel is least."""
    count = problem.territory_count
    mass = problem.travel_weights
    if problem.homes is not None and representatives is not None:
        area = np.full(count, NO_HOME) if start.home_areas is None else start.home_areas
        places = representatives.positions
    else:
        area = best_homes(labels, units.points, mass, count)
        places = np.where((area == NO_HOME)[:, None], np.nan, units.positions[area])
    before = np.full(count, np.nan)
    moved = np.full(count, np.nan)
    if representatives is not None:
        before = _mean_distance(units, labels, mass, representatives.positions)
        moved = units.metric.between(representatives.positions, np.nan_to_num(places))
        moved[np.isnan(places[:, 0])] = np.nan
    fields = QgsFields()
    fields.append(like_field(TERRITORY_FIELD, start.names.field))
    fields.append(
        like_field("area_id", id_field)
        if id_field is not None
        else QgsField("area_id", QMetaType.Type.LongLong)
    )
    for name in ("before_m", "after_m", "moved_m"):
        fields.append(number_field(name))
    coordinates = units.space.map_coordinates(np.nan_to_num(places))
    coordinates[np.isnan(places[:, 0])] = np.nan
    return ResitedHomes(
        names=start.names,
        units=units,
        fields=fields,
        area=area,
        coordinates=coordinates,
        before_m=before,
        after_m=_mean_distance(units, labels, mass, places),
        moved_m=moved,
    )


def _mean_distance(
    units: SpatialUnits, labels: IntArray, mass: FloatArray, places: FloatArray
) -> FloatArray:
    distance = units.metric.between(units.positions, np.nan_to_num(places)[labels])
    moment = territory_totals(labels, (mass * distance)[:, None], len(places))[:, 0]
    total = territory_totals(labels, mass[:, None], len(places))[:, 0]
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(np.isnan(places[:, 0]), np.nan, moment / total)
