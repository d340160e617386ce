"""Maps of plans: territories before and after, and what changes hands."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, TypeVar

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ...core.arrays import FloatArray
from ...core.plan.plan import Plan
from ...core.plan.stages import AFTER, BEFORE, RESITED, Stages
from ..common.fields import TERRITORY_FIELD, integer_field, like_field, number_field
from ..common.texts import tr
from ..inputs.layers.shapes import polygonal_part
from ..inputs.layers.units import SpatialUnits
from ..outputs.judge.handover import FROM_FIELD, RANK_FIELD, TO_FIELD
from ..outputs.looks.judge_styles import style_exchange
from ..outputs.looks.styles import TerritoryColours
from ..outputs.looks.symbols import area_symbol, customer_symbol, outline_symbol
from ..outputs.plans.dissolved import DissolvedAreas
from ..outputs.writing.fields import output_value, point_feature
from .maps import DrawnLayer, MapPicture

_Look = TypeVar("_Look", bound=Hashable)

_CELLS_ACROSS = 2500.0
"""Outlines of areas are drawn on a grid of this many cells across: a third of a pixel."""
_FEW_POINTS = 1_000_000
"""Outlines with fewer points altogether are drawn as they are: a second at most, and territories
of areas that share their borders point by point dissolve in a tenth of the time."""
_NAMED_TERRITORIES = 150
"""Names of more territories than this cannot be read on a map of this size."""


@dataclass(frozen=True)
class PlanMaps:
    """Draws plans over the same areas.

    Attributes
    ----------
    units : SpatialUnits
    name_field : QgsField
        Holds the names of territories.
    colours : TerritoryColours
    context : QgsProcessingContext
    shared : DissolvedAreas or None
        Outlines that layers of the run show, too.
    """

    units: SpatialUnits
    name_field: QgsField
    colours: TerritoryColours
    context: QgsProcessingContext
    shared: DissolvedAreas | None = None

    def of_stages(self, stages: Stages, titles: dict[str, str]) -> list[MapPicture]:
        """Before, after and what changes hands; each plan with the homes that it has.

        Parameters
        ----------
        stages : Stages
        titles : dict
            What the maps of the stages before and after are called.
        """
        maps = []
        for stage, plan in stages.common.items():
            deviation = stages.people[stage].deviation_pct
            lived_in = stages.plans[stage]
            if stage == AFTER and RESITED in stages.plans:
                lived_in = stages.plans[RESITED]
            layers = partial(self._homes_on_territories, lived_in, plan, deviation)
            maps.append(self._picture(titles[stage], layers))
        if BEFORE in stages.common and len(stages.changing):
            layers = partial(self._exchange, stages)
            maps.append(self._picture(tr("What changes hands"), layers))
        return maps

    def of_plan(self, title: str, plan: Plan) -> MapPicture:
        """One plan with its homes."""
        deviation = plan.statistics.worst_deviation_pct
        return self._picture(title, partial(self._homes_on_territories, plan, plan, deviation))

    def _homes_on_territories(
        self, lived_in: Plan, plan: Plan, deviation_pct: FloatArray
    ) -> list[DrawnLayer]:
        return [*self.homes(lived_in), *self.territories(plan, deviation_pct)]

    def territories(self, plan: Plan, deviation_pct: FloatArray) -> list[DrawnLayer]:
        """Territories with names and deviations above their areas; customers have no outlines."""
        areas = self._areas(plan, self.colours.areas)
        if not self.units.are_polygons:
            return [areas]
        return [self._dissolved(plan, deviation_pct, self._style_territories), areas]

    def homes(self, plan: Plan) -> list[DrawnLayer]:
        """Homes of a plan, named for customers, whose territories have no outlines to name."""
        if plan.homes is None or not plan.homes.exists.any():
            return []
        known = np.flatnonzero(plan.homes.exists)
        fields = self._territory_fields()
        places = self.units.space.map_coordinates(plan.homes.positions[known])
        features = [
            point_feature(fields, place, [plan.names[territory]])
            for territory, place in zip(known.tolist(), places)
        ]

        def style(layer: QgsVectorLayer) -> None:
            if self.units.are_polygons:
                self.colours.representatives(layer)
            else:
                self.colours.labelled_representatives(layer, TERRITORY_FIELD)

        return [DrawnLayer(fields, Qgis.WkbType.Point, features, style)]

    def _exchange(self, stages: Stages) -> list[DrawnLayer]:
        """What changes hands: new colours hatched with the old ones, on plain ground."""
        fields = QgsFields()
        for name in (FROM_FIELD, TO_FIELD):
            fields.append(like_field(name, self.name_field))
        fields.append(integer_field(RANK_FIELD))
        before, after = stages.common[BEFORE], stages.common[AFTER]
        rows = stages.changing
        old, new = before.labels[rows].tolist(), after.labels[rows].tolist()
        # The area that is labelled apart from all others that go the same way.
        looks = zip(old, new, (stages.rank_in_flow == 1).tolist())
        features = [
            self._feature(
                fields,
                rows[members].tolist(),
                [before.name_of(old), after.name_of(new), 1 if is_labelled else None],
            )
            for (old, new, is_labelled), members in rows_by_look(looks).items()
        ]
        moved = DrawnLayer(fields, self._geometry_type, features, style_exchange(self.colours))
        layers = [moved]
        if self.units.are_polygons:
            nothing = np.full(len(stages.names), np.nan)
            layers.insert(0, self._dissolved(after, nothing, _outlines_only))
        layers.append(self._areas(after, _plain_ground))
        return layers

    @cached_property
    def dissolved(self) -> DissolvedAreas:
        """Outlines of territories; two maps of one plan share them, as this takes longest."""
        return DissolvedAreas(self.units) if self.shared is None else self.shared

    @cached_property
    def outlines(self) -> list[QgsGeometry]:
        """Geometries as they are drawn: with no more points than a picture can show."""
        shapes = self.units.shapes
        if not self._has_many_points:
            return shapes
        return [_coarse(shape, self._cell) for shape in shapes]

    @cached_property
    def _has_many_points(self) -> bool:
        """Whether outlines take long to draw as they are."""
        if not self.units.are_polygons:
            return False
        return sum(shape.constGet().nCoordinates() for shape in self.units.shapes) > _FEW_POINTS

    @property
    def _cell(self) -> float:
        """Width in map units of what a picture can show."""
        return max(self.extent.width(), self.extent.height()) / _CELLS_ACROSS

    @cached_property
    def extent(self) -> QgsRectangle:
        """Around all areas."""
        extent = QgsRectangle()
        for shape in self.units.shapes:
            extent.combineExtentWith(shape.boundingBox())
        return extent

    @property
    def _geometry_type(self) -> Qgis.WkbType:
        return Qgis.WkbType.MultiPolygon if self.units.are_polygons else Qgis.WkbType.MultiPoint

    def _territory_fields(self) -> QgsFields:
        fields = QgsFields()
        fields.append(like_field(TERRITORY_FIELD, self.name_field))
        return fields

    def _areas(self, plan: Plan, style: Callable[[QgsVectorLayer], None]) -> DrawnLayer:
        fields = self._territory_fields()
        features = [
            self._feature(fields, members, [plan.name_of(label)])
            for label, members in rows_by_look(plan.labels.tolist()).items()
        ]
        return DrawnLayer(fields, self._geometry_type, features, style)

    def _feature(self, fields: QgsFields, rows: Sequence[int], values: list[Any]) -> QgsFeature:
        """Areas that look alike as one feature: QGIS draws it several times faster."""
        feature = QgsFeature(fields)
        feature.setGeometry(QgsGeometry.collectGeometry([self.outlines[row] for row in rows]))
        feature.setAttributes(values)
        return feature

    def _dissolved(
        self,
        plan: Plan,
        deviation_pct: FloatArray,
        style: Callable[[QgsVectorLayer], None],
    ) -> DrawnLayer:
        fields = self._territory_fields()
        fields.append(number_field("deviation_pct"))
        features = []
        for territory, shape in enumerate(self._shapes_of(plan)):
            if not shape.isEmpty():
                feature = QgsFeature(fields)
                feature.setGeometry(shape)
                values: list[Any] = [plan.names[territory], deviation_pct[territory]]
                feature.setAttributes([output_value(value) for value in values])
                features.append(feature)
        return DrawnLayer(fields, Qgis.WkbType.MultiPolygon, features, style)

    def _shapes_of(self, plan: Plan) -> list[QgsGeometry]:
        """Outlines of territories with no more points than a picture can show."""
        # As they are, areas share their borders, and dissolve fast; coarse ones do not.
        outlines = self.dissolved.of_territories(plan.labels, plan.territory_count)
        if self._has_many_points:
            outlines = [one if one.isEmpty() else _coarse(one, self._cell) for one in outlines]
        return outlines

    def _style_territories(self, layer: QgsVectorLayer) -> None:
        self.colours.territories(layer)
        if layer.featureCount() > _NAMED_TERRITORIES:
            layer.setLabelsEnabled(False)

    def _picture(self, title: str, layers: Callable[[], Sequence[DrawnLayer]]) -> MapPicture:
        return MapPicture(
            title,
            layers,
            self.units.space.crs,
            lambda: QgsRectangle(self.extent),
            self.context.transformContext(),
        )


def rows_by_look(looks: Iterable[_Look]) -> dict[_Look, list[int]]:
    """Rows that are drawn alike, by how they are drawn, each in its order."""
    rows: dict[_Look, list[int]] = {}
    for row, look in enumerate(looks):
        rows.setdefault(look, []).append(row)
    return rows


def _coarse(shape: QgsGeometry, cell: float) -> QgsGeometry:
    """On a grid, where neighbours keep the same points; as it is if nothing would be left."""
    coarse = shape.snappedToGrid(cell, cell)
    if not coarse.isEmpty() and not coarse.isGeosValid():
        coarse = polygonal_part(coarse.makeValid())
    return shape if coarse.isEmpty() else coarse


def _plain_ground(layer: QgsVectorLayer) -> None:
    symbol = area_symbol if layer.geometryType() == Qgis.GeometryType.Polygon else customer_symbol
    layer.setRenderer(QgsSingleSymbolRenderer(symbol("#dfe4e6")))


def _outlines_only(layer: QgsVectorLayer) -> None:
    layer.setRenderer(QgsSingleSymbolRenderer(outline_symbol()))
