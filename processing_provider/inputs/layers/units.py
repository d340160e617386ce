"""Layers to arrays: reads features once and hands positions, weights and outlines to the core."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingFeedback,
    QgsRectangle,
)

from ....core.arrays import FloatArray, IntArray
from ....core.errors import InvalidInput
from ....core.geometry.box_tree import BoxTree
from ....core.geometry.geodesy import Metric
from ....core.geometry.outlines import PolygonRings, rings_from_wkb
from ....core.geometry.perimeters import perimeters, ring_segments
from ....core.ids import id_key
from .attributes import attribute_values, field_index, refuse_unusable_names
from .number_fields import NumberField
from .shapes import polygonal_part
from .space import Space

_NOWHERE = (math.nan, math.nan, math.nan, math.nan)
"""Sides of a box that meets no other."""


@dataclass(frozen=True)
class SpatialUnits:
    """Features with a location, as arrays, in an order that does not depend on reading.

    Attributes
    ----------
    features : list of QgsFeature
        Sorted by position (then id and weights), so that a seed gives the same result for
        any order in which a provider happens to deliver them.
    without_location : list of QgsFeature
        Features with NULL or empty geometry; they pass through unassigned.
    ids : list
        Values of the id field, or feature ids.
    id_field : QgsField
        A field that can hold them.
    coordinates : ndarray of float, shape (n, 2)
        Map coordinates of one point per feature (centroid of lines and polygons).
    positions : ndarray of float, shape (n, 2)
        See :class:`Space`.
    weights : ndarray of float, shape (n, c)
        Values of the weight fields, NULL as 0.
    geometry_type : Qgis.WkbType
        Of a layer into which the features go as they came; unknown where polygons and
        collections are mixed.
    arrival : ndarray of int, shape (n,)
        Place of each feature in the order in which they came in; ids may repeat.
    arrival_without : ndarray of int
        The same of those without a location.
    feedback : QgsProcessingFeedback or None
        Where it is told how further fields are read.
    """

    fields: QgsFields
    space: Space
    features: list[QgsFeature]
    without_location: list[QgsFeature]
    ids: list[Any]
    coordinates: FloatArray
    positions: FloatArray
    weights: FloatArray
    id_field: QgsField
    geometry_type: Qgis.WkbType
    arrival: IntArray
    arrival_without: IntArray
    weight_fields: tuple[str, ...] = ()
    layer_name: str = "INPUT"
    feedback: QgsProcessingFeedback | None = None

    def __len__(self) -> int:
        return len(self.features)

    @cached_property
    def are_polygons(self) -> bool:
        return bool(self.features) and not polygonal_part(self.features[0].geometry()).isEmpty()

    def refuse_if_empty(self) -> None:
        """Refuse a layer (or selection) in which nothing has a location.

        Raises
        ------
        InvalidInput
        """
        if not self.features:
            raise InvalidInput(
                "{layer} holds no feature with a geometry. Check the layer, its filter, and "
                "whether only selected features are used.",
                layer=self.layer_name,
            )

    def only(self, rows: IntArray) -> SpatialUnits:
        """Some of the features; the others are as if they had never been there."""
        chosen = rows.tolist()
        return replace(
            self,
            features=[self.features[row] for row in chosen],
            ids=[self.ids[row] for row in chosen],
            coordinates=self.coordinates[rows],
            positions=self.positions[rows],
            weights=self.weights[rows],
            arrival=self.arrival[rows],
        )

    def refuse_points(self) -> None:
        """Refuse a layer that holds no areas, where borders count.

        Raises
        ------
        InvalidInput
        """
        if not self.are_polygons:
            raise InvalidInput(
                "{layer} holds points, but territories of connected areas are made of polygons. "
                "Choose a layer of areas, or group points with “Cluster customers”.",
                layer=self.layer_name,
            )

    @cached_property
    def metric(self) -> Metric:
        return self.space.metric(self.positions)

    @cached_property
    def points(self) -> FloatArray:
        """Positions on a local plane in metres, shape (n, 2)."""
        return self.metric.to_plane(self.positions)

    @cached_property
    def polygons(self) -> list[QgsGeometry]:
        """What counts as area of each feature (n,), without curves; null for points."""
        return [polygonal_part(feature.geometry()) for feature in self.features]

    @cached_property
    def shapes(self) -> list[QgsGeometry]:
        """What counts of each feature (n,): its polygons, or the points as they are."""
        if self.are_polygons:
            return self.polygons
        return [feature.geometry() for feature in self.features]

    @cached_property
    def rings(self) -> PolygonRings:
        """Outlines of polygon features in map coordinates."""
        return rings_from_wkb([polygon.asWkb().data() for polygon in self.polygons])

    @cached_property
    def plane_rings(self) -> PolygonRings:
        """The same on the local plane, in metres."""
        rings = self.rings
        return rings.moved_to(self.metric.to_plane(self.space.positions(rings.coordinates)))

    @cached_property
    def perimeters_m(self) -> FloatArray:
        """Outline of each polygon in metres (n,), holes included."""
        begin, end = ring_segments(self.rings)
        lengths = self.space.segment_lengths(begin[:, 0], begin[:, 1], end[:, 0], end[:, 1])
        return perimeters(self.rings, lengths)

    @cached_property
    def inner_points(self) -> FloatArray:
        """A point inside each polygon (n, 2) in map coordinates; other places as they are."""
        points = self.coordinates.copy()
        for number, polygon in enumerate(self.polygons):
            inner = polygon.pointOnSurface()
            if not (inner.isNull() or inner.isEmpty()):
                points[number] = inner.asPoint().x(), inner.asPoint().y()
        return points

    def values(self, field_name: str, parameter: str = "") -> list[Any]:
        """Value of a field for each feature; None for NULL and for empty text.

        Raises
        ------
        InvalidInput
            If there is no such field, or a value is neither a text nor a finite number.
        """
        index = field_index(self.fields, field_name, self.layer_name, parameter)
        values = attribute_values(self.features, index)
        refuse_unusable_names(values, self.ids, field_name, parameter or self.layer_name)
        return values

    def called(self, field_name: str, parameter: str) -> list[Any]:
        """What the features are called: values of any field, their ids where it is empty.

        Raises
        ------
        InvalidInput
            If there is no such field.
        """
        index = field_index(self.fields, field_name, self.layer_name, parameter)
        field = self.fields.at(index)
        names = [
            field.displayString(name) if _needs_words(name) else name
            for name in attribute_values(self.features, index)
        ]
        return [own if name is None else name for name, own in zip(names, self.ids)]

    def bounds(self, field_name: str, parameter: str) -> FloatArray:
        """Numbers (n,) in a field, each 0 or more; NaN for NULL, where there is no bound.

        Raises
        ------
        InvalidInput
            If there is no such field of numbers, or a number is negative or not finite.
        """
        field = NumberField.of(self.fields, field_name, self.layer_name, parameter)
        return field.bounds(self.features, self.ids, self.feedback, parameter)

    def weight(self, field_name: str) -> FloatArray:
        """Values (n,) of one of the weight fields."""
        return self.weights[:, self.weight_fields.index(field_name)]

    def area_at(self, x: float, y: float) -> int | None:
        """The area that holds a point in map coordinates, None if there is none."""
        point = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        for number in self.areas_near(point.boundingBox()):
            if self.polygons[number].intersects(point):
                return number
        return None

    def areas_near(self, rectangle: QgsRectangle) -> list[int]:
        """Areas whose bounding boxes meet a rectangle in map coordinates, ascending."""
        asked = np.array([_sides(rectangle)])
        near = [areas for _, areas in self._boxes.meeting(asked)]
        return [int(area) for area in np.sort(np.concatenate(near))]

    @cached_property
    def _boxes(self) -> BoxTree:
        """Bounding boxes of the areas, none where nothing is left of an area.

        A tree of QGIS takes four times as long to fill.
        """
        sides = [
            _NOWHERE if polygon.isEmpty() else _sides(polygon.boundingBox())
            for polygon in self.polygons
        ]
        return BoxTree(np.array(sides).reshape(-1, 4))

    @cached_property
    def index_by_id(self) -> dict[str, int]:
        """Position in :attr:`features` by :func:`~territory_design.core.ids.id_key`."""
        return {id_key(value): index for index, value in enumerate(self.ids)}


def _sides(rectangle: QgsRectangle) -> tuple[float, float, float, float]:
    """Least x and y, largest x and y."""
    return (
        rectangle.xMinimum(),
        rectangle.yMinimum(),
        rectangle.xMaximum(),
        rectangle.yMaximum(),
    )


def _needs_words(value: Any) -> bool:
    """Whether a value, such as a date, is shown to users as its field has it."""
    return value is not None and not isinstance(value, (str, int, float))
