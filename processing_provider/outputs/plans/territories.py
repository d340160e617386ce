"""Territories dissolved from their areas, with their figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ....core.arrays import FloatArray, IntArray
from ....core.plan.compactness import polsby_popper
from ....core.plan.statistics import PlanStatistics, territory_members
from ....core.unit_factors import SQUARE_METRES_PER_KM2
from ...common.fields import (
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
)
from ...inputs.layers.space import Space
from ...inputs.layers.units import SpatialUnits
from ..writing.fields import append_field, output_value

# Share of an area that rounding takes from sums of thousands of areas in coordinates of millions
# of metres (4e-14 on 10,946 municipalities); an overlap worth drawing is far larger.
_SAME_AREA = 1e-9
_SMALLEST_COVERAGE = 16
"""Fewer areas are united in a millisecond anyway; halving them on and on takes longer."""


class EllipsoidalSurface:
    """Measures polygons of a layer on the ellipsoid; on the plane without a reference system."""

    def __init__(self, space: Space, context: QgsProcessingContext) -> None:
        self._measure = QgsDistanceArea()
        self._to_degrees = QgsCoordinateTransform()
        self._unit_m = space.metres_per_unit
        if space.is_earth:
            # With an ellipsoid given by its axes, QGIS measures degrees only.
            degrees, ellipsoid = space.geographic_crs, space.ellipsoid
            transforms = context.transformContext()
            self._to_degrees = QgsCoordinateTransform(space.crs, degrees, transforms)
            self._measure.setSourceCrs(degrees, transforms)
            self._measure.setEllipsoid(
                f"PARAMETER:{ellipsoid.semi_major_m!r}:{ellipsoid.semi_minor_m!r}"
            )

    def area_and_perimeter(self, geometry: QgsGeometry) -> tuple[float, float]:
        """Square metres and metres; 0 for anything but polygons."""
        if geometry.type() != Qgis.GeometryType.Polygon:
            return 0.0, 0.0
        outline = QgsGeometry(geometry)
        outline.transform(self._to_degrees)
        area = self._measure.measureArea(outline) * self._unit_m**2
        return area, self._measure.measurePerimeter(outline) * self._unit_m


class TerritoryTable:
    """Fields and features of the dissolved territories with their statistics.

    The total of a weight field keeps the field's name, so that a dissolved layer can be
    used like its areas, and names survive the ten characters of a shapefile.
    """

    def __init__(
        self,
        units: SpatialUnits,
        names: TerritoryNames,
        context: QgsProcessingContext,
        more: Mapping[str, FloatArray] | None = None,
    ) -> None:
        """Prepare the fields; ``more`` are further figures (k,) by field name, NaN for NULL."""
        self._more = more or {}
        self._units = units
        self._names = names
        self._surface = EllipsoidalSurface(units.space, context)
        self.fields = QgsFields()
        self.fields.append(like_field(TERRITORY_FIELD, names.field))
        self.fields.append(integer_field("areas"))
        self._weight_columns = [
            append_field(self.fields, number_field(n)) for n in units.weight_fields
        ]
        self.fields.append(number_field("deviation_pct"))
        self._several = len(units.weight_fields) > 1
        if self._several:
            for name in units.weight_fields:
                append_field(self.fields, number_field(f"{name}_pct"))
        for name in ("mean_dist_m", "border_m", "area_km2", "compactness"):
            append_field(self.fields, number_field(name))
        append_field(self.fields, integer_field("parts"))
        for name in self._more:
            append_field(self.fields, number_field(name))

    @property
    def geometry_type(self) -> Qgis.WkbType:
        first = next(iter(self._units.features), None)
        if first is not None and first.geometry().type() == Qgis.GeometryType.Point:
            return Qgis.WkbType.MultiPoint
        return Qgis.WkbType.MultiPolygon

    def features(
        self,
        labels: IntArray,
        statistics: PlanStatistics,
        feedback: QgsProcessingFeedback,
    ) -> Iterable[QgsFeature]:
        """One feature per territory that has areas."""
        for territory, members in enumerate(territory_members(labels, len(self._names))):
            if len(members) == 0:
                continue
            geometry = dissolve([self._units.shapes[i] for i in members])
            feature = QgsFeature(self.fields)
            feature.setGeometry(geometry)
            feature.setAttributes(self._values(territory, geometry, statistics))
            feedback.setProgress(100.0 * (territory + 1) / len(self._names))
            yield feature

    def _values(
        self, territory: int, geometry: QgsGeometry, statistics: PlanStatistics
    ) -> list[Any]:
        deviation = statistics.deviation_pct[territory]
        totals = statistics.totals[territory][: len(self._weight_columns)]
        area, perimeter = self._surface.area_and_perimeter(geometry)
        values = [
            self._names.of(territory),
            int(statistics.area_count[territory]),
            *totals.tolist(),
            float(statistics.worst_deviation_pct[territory]),
            *(deviation.tolist() if self._several else ()),
            float(statistics.mean_distance_m[territory]),
            float(statistics.border_m[territory]),
            area / SQUARE_METRES_PER_KM2,
            float(polsby_popper(np.array(area), np.array(perimeter))),
            int(statistics.parts[territory]),
            *(float(column[territory]) for column in self._more.values()),
        ]
        return [output_value(value) for value in values]


def dissolve(geometries: list[QgsGeometry]) -> QgsGeometry:
    """Union as a multi-geometry; invalid parts are repaired first where the union needs it."""
    union = _union(geometries)
    if union.isNull() or union.isEmpty():
        union = QgsGeometry.unaryUnion([geometry.makeValid() for geometry in geometries])
    if union.type() != geometries[0].type():
        same = [
            part for part in union.asGeometryCollection() if part.type() == geometries[0].type()
        ]
        union = QgsGeometry.collectGeometry(same)
    union.convertToMultiType()
    return union


def _union(geometries: list[QgsGeometry]) -> QgsGeometry:
    """Union by halves: what keeps areas from being a coverage is in few places mostly."""
    union = _of_coverage(geometries)
    if union is not None:
        return union
    if len(geometries) <= _SMALLEST_COVERAGE:
        return QgsGeometry.unaryUnion(geometries)
    middle = len(geometries) // 2
    halves = [_union(geometries[:middle]), _union(geometries[middle:])]
    if any(half.isNull() or half.isEmpty() for half in halves):
        return QgsGeometry.unaryUnion(geometries)
    return QgsGeometry.unaryUnion(halves)


def _of_coverage(geometries: list[QgsGeometry]) -> QgsGeometry | None:
    """Union of polygons that share their borders vertex by vertex, in a tenth of the time.

    None where they do not: GEOS then gives nothing, or what is not valid, or has another area.
    """
    if geometries[0].type() != Qgis.GeometryType.Polygon:
        return None
    union = QgsGeometry.collectGeometry(geometries).unionCoverage()
    if union.isNull() or union.isEmpty() or not union.isGeosValid():
        return None
    area = sum(geometry.area() for geometry in geometries)
    return union if abs(union.area() - area) <= _SAME_AREA * area else None
