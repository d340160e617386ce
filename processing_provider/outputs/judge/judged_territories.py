"""Territories with all figures by which they are judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ....core.arrays import FloatArray
from ....core.plan.compactness import polsby_popper
from ....core.plan.enclaves import Enclave, enclaves_by_territory
from ....core.plan.measures import Measures
from ....core.plan.overlap import Overlap
from ....core.plan.plan import Plan
from ....core.plan.shapes import Shapes
from ....core.plan.statistics import territory_members
from ....core.plan.travel_figures import TravelFigures
from ....core.unit_factors import METRES_PER_KM, SECONDS_PER_HOUR, SQUARE_METRES_PER_KM2
from ...common.fields import (
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
)
from ...inputs.layers.units import SpatialUnits
from ..plans.dissolved import DissolvedAreas
from ..plans.territories import EllipsoidalSurface
from ..writing.fields import append_field, output_value


@dataclass(frozen=True)
class Judgement:
    """A plan with all that is known about it.

    Attributes
    ----------
    plan : Plan
    measures : Measures
    overlap : Overlap
    enclaves : list of Enclave
    shapes : Shapes or None
        None for customers.
    all_trips : bool
        Whether sums of travel add up all trips; else one to each area.
    """

    plan: Plan
    measures: Measures
    overlap: Overlap
    enclaves: list[Enclave]
    shapes: Shapes | None
    all_trips: bool

    def travelled(self, figures: TravelFigures) -> FloatArray:
        """Sum of the trips (k,) as they count."""
        return figures.all_visits if self.all_trips else figures.one_each


class JudgedTerritories:
    """Fields and features of the territories, dissolved from their areas."""

    def __init__(
        self,
        units: SpatialUnits,
        names: TerritoryNames,
        judgement: Judgement,
        context: QgsProcessingContext,
        dissolved: DissolvedAreas,
    ) -> None:
        self._units = units
        self._dissolved = dissolved
        self._names = names
        self._judgement = judgement
        self._surface = EllipsoidalSurface(units.space, context)
        self.fields = QgsFields()
        self.fields.append(like_field(TERRITORY_FIELD, names.field))
        columns = self._columns()
        for name, values in columns:
            kind = integer_field if isinstance(values[:1][0], int) else number_field
            append_field(self.fields, kind(name))
        self._rows = list(zip(*(values for _, values in columns)))
        if units.are_polygons:
            for name in ("area_km2", "perimeter_km", "compactness"):
                append_field(self.fields, number_field(name))

    @property
    def geometry_type(self) -> Qgis.WkbType:
        """Polygons, or points for customers."""
        kind = self._units.features[0].geometry().type()
        if kind == Qgis.GeometryType.Point:
            return Qgis.WkbType.MultiPoint
        return Qgis.WkbType.MultiPolygon

    def features(self, feedback: QgsProcessingFeedback) -> Iterable[QgsFeature]:
        """One feature per territory; one without areas has no geometry."""
        count = len(self._names)
        for territory, members in enumerate(territory_members(self._judgement.plan.labels, count)):
            feature = QgsFeature(self.fields)
            values = [self._names.of(territory), *self._rows[territory]]
            shape: list[float | None] = [None, None, None] if self._units.are_polygons else []
            if len(members):
                geometry = self._dissolved.of(members)
                feature.setGeometry(geometry)
                if self._units.are_polygons:
                    area, outline = self._surface.area_and_perimeter(geometry)
                    roundness = float(polsby_popper(np.array(area), np.array(outline)))
                    shape = [area / SQUARE_METRES_PER_KM2, outline / METRES_PER_KM, roundness]
            feature.setAttributes([output_value(value) for value in [*values, *shape]])
            feedback.setProgress(90.0 + 10.0 * (territory + 1) / count)
            yield feature

    def _columns(self) -> list[tuple[str, list[Any]]]:
        """Name and value by territory of each column that needs no geometry."""
        judgement = self._judgement
        statistics = judgement.measures.statistics
        columns: list[tuple[str, list[Any]]] = [("areas", statistics.area_count.tolist())]
        columns += self._balance()
        columns.append(("parts", statistics.parts.tolist()))
        if self._units.are_polygons:
            own, holes = enclaves_by_territory(judgement.enclaves, len(self._names))
            columns += [("enclaves", own.tolist()), ("holes", holes.tolist())]
            columns.append(("border_m", statistics.border_m.tolist()))
        if judgement.shapes is not None:
            columns.append(("reock", judgement.shapes.reock.tolist()))
            columns.append(("inertia", judgement.shapes.inertia.tolist()))
        columns.append(("overlap_pct", [100.0 * share for share in judgement.overlap.share]))
        return columns + self._travel()

    def _balance(self) -> list[tuple[str, list[Any]]]:
        """Totals under the names of their fields, targets, and deviations both ways."""
        plan, statistics = self._judgement.plan, self._judgement.measures.statistics
        fields = self._units.weight_fields
        columns: list[tuple[str, list[Any]]] = []
        for name, totals in zip(fields, statistics.totals.T):
            columns.append((name, totals.tolist()))
        for j, name in enumerate(fields or ("",)):
            prefix = f"{name}_" if len(fields) > 1 else ""
            columns.append((f"{prefix}target", plan.targets[:, j].tolist()))
            columns.append((f"{prefix}deviation", plan.difference[:, j].tolist()))
            if prefix:
                columns.append((f"{prefix}pct", statistics.deviation_pct[:, j].tolist()))
        columns.append(("deviation_pct", statistics.worst_deviation_pct.tolist()))
        return columns

    def _travel(self) -> list[tuple[str, list[Any]]]:
        judgement = self._judgement
        metres, seconds = judgement.measures.metres, judgement.measures.seconds
        columns: list[tuple[str, list[Any]]] = [
            ("visited", metres.visited.tolist()),
            ("unreachable", metres.unreachable.tolist()),
            ("mean_dist_m", metres.mean.tolist()),
            ("max_dist_m", metres.longest.tolist()),
            ("travel_m", judgement.travelled(metres).tolist()),
        ]
        if seconds is not None:
            hours = judgement.travelled(seconds) / SECONDS_PER_HOUR
            columns += [
                ("mean_time_s", seconds.mean.tolist()),
                ("max_time_s", seconds.longest.tolist()),
                ("travel_h", hours.tolist()),
            ]
        return columns
