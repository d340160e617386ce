"""Centres, flows to their customers, and how they were found, as layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProperty,
    QgsRenderContext,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ...core.geometry.flow_paths import flow_path
from ...core.siting.greenfield import CentrePlan, GreenfieldResult
from ..fields import TerritoryNames, integer_field, like_field, number_field, text_field
from ..inputs.units import SpatialUnits
from .fields import point_feature, table_feature, table_fields
from .styles import TerritoryColours

_DISTANCES = ("min_dist_m", "mean_dist_m", "max_dist_m", "wmean_dist_m", "travel", "radius_m")


def style_centres(colours: TerritoryColours) -> Callable[[QgsVectorLayer], None]:
    """Centres in the colours of their territories; squares are those that exist already."""

    def style(layer: QgsVectorLayer) -> None:
        colours.labelled_representatives(layer, "territory")
        shape = QgsProperty.fromExpression("if(\"kind\" = 'existing', 'square', 'circle')")
        for symbol in layer.renderer().symbols(QgsRenderContext()):
            for part in symbol.symbolLayers():
                part.setDataDefinedProperty(QgsSymbolLayer.Property.Name, shape)

    return style


@dataclass(frozen=True)
class CentreLayers:
    """What is written about the recommended number of centres, and about all that were tried."""

    units: SpatialUnits
    result: GreenfieldResult

    @cached_property
    def best(self) -> CentrePlan:
        """The plan that is written."""
        return self.result.best

    @cached_property
    def names(self) -> TerritoryNames:
        """Values of the ``territory`` field."""
        return TerritoryNames.numbered(self.best.count)

    @cached_property
    def colours(self) -> TerritoryColours:
        """One colour per territory."""
        points = self.units.metric.to_plane(self.best.centres)
        return TerritoryColours.around_homes(self.names, points)

    @cached_property
    def centre_fields(self) -> QgsFields:
        """Fields of CENTERS."""
        fields = QgsFields()
        for field in (
            integer_field("territory"),
            text_field("kind"),
            integer_field("customers"),
            number_field("demand"),
            *(number_field(name) for name in _DISTANCES),
        ):
            fields.append(field)
        return fields

    def centres(self) -> Iterable[QgsFeature]:
        """One point per centre."""
        totals, figures = self.best.plan.statistics, self.best.figures
        places = self.units.space.map_coordinates(self.best.centres)
        existing = self.result.problem.existing_count
        for centre, place in enumerate(places):
            values: list[Any] = [
                self.names.of(centre),
                "existing" if centre < existing else "new",
                int(totals.area_count[centre]),
                float(totals.totals[centre, 0]),
                float(figures.minimum[centre]),
                float(figures.mean[centre]),
                float(figures.maximum[centre]),
                float(totals.mean_distance_m[centre]),
                float(figures.travel[centre]),
                float(figures.maximum[centre]),
            ]
            yield point_feature(self.centre_fields, place, values)

    @cached_property
    def flow_fields(self) -> QgsFields:
        """Fields of FLOWS."""
        fields = QgsFields()
        for field in (
            like_field("territory", self.names.field),
            QgsField(like_field("customer", self.units.id_field)),
            number_field("demand"),
            number_field("distance_m"),
        ):
            fields.append(field)
        return fields

    def flows(self) -> Iterable[QgsFeature]:
        """One line per customer, from the centre; long ones follow the earth's curve."""
        units, best = self.units, self.best
        places = units.space.map_coordinates(best.centres).tolist()
        for row, label in enumerate(best.labels.tolist()):
            line = QgsFeature(self.flow_fields)
            line.setGeometry(self._flow_line(row, label, places[label]))
            line.setAttributes(
                [
                    self.names.of(label),
                    units.ids[row],
                    float(self.result.problem.demand[row]),
                    float(best.distance_m[row]),
                ]
            )
            yield line

    def _flow_line(self, row: int, centre: int, place: list[float]) -> QgsGeometry:
        units, best = self.units, self.best
        path = flow_path(
            units.metric, best.centres[centre], units.positions[row], float(best.distance_m[row])
        )
        if path is None:
            ends = [QgsPointXY(*place), QgsPointXY(*units.coordinates[row])]
            return QgsGeometry.fromMultiPolylineXY([ends])
        parts = [units.space.map_coordinates(part).tolist() for part in path]
        return QgsGeometry.fromMultiPolylineXY([[QgsPointXY(x, y) for x, y in p] for p in parts])

    iteration_fields = table_fields(
        count=int, restart=int, iteration=int, objective=float, beyond_m=float
    )
    curve_fields = table_fields(count=int, objective=float, improvement_pct=float)

    def iterations(self) -> Iterable[QgsFeature]:
        """One row per allocation."""
        for record in self.result.iterations:
            values = (
                record.count,
                record.restart,
                record.iteration,
                record.objective,
                record.beyond,
            )
            yield table_feature(self.iteration_fields, values)

    def curve(self) -> Iterable[QgsFeature]:
        """One row per number of centres."""
        for point in self.result.curve:
            values = (point.count, point.objective, point.improvement_pct)
            yield table_feature(self.curve_fields, values)
