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
from .dissolved import DissolvedAreas


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
        dissolved: DissolvedAreas | None = None,
    ) -> None:
        """Prepare the fields; ``more`` are further figures (k,) by field name, NaN for NULL."""
        self._dissolved = DissolvedAreas(units) if dissolved is None else dissolved
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
            geometry = self._dissolved.of(members)
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
