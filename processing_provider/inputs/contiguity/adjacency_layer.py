"""Contiguity from a line layer as ``territory:adjacency`` writes it, edited or not."""

from __future__ import annotations

import math

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsFeature, QgsGeometry, QgsProcessingFeatureSource

from ....core.contiguity.graph import KIND_NAMES, MANUAL, ContiguityGraph
from ....core.errors import InvalidInput, name_some
from ...common.request import Request
from ...common.texts import counted
from ..layers.attributes import is_null, plain_value, spelled
from ..layers.features import each_feature
from ..layers.space import geometry_on_map
from ..layers.units import SpatialUnits


def edited_graph(
    request: Request, source: QgsProcessingFeatureSource, units: SpatialUnits
) -> ContiguityGraph:
    """Graph from a line layer as ``territory:adjacency`` writes it, edited or not.

    A line without ids (drawn by hand) joins the areas in which its ends lie.

    Raises
    ------
    InvalidInput
        If lines name unknown areas, end outside every area or have no place on the map.
    """
    fields = source.fields()
    from_index, to_index = fields.lookupField("from_id"), fields.lookupField("to_id")
    border_index, kind_index = fields.lookupField("border_m"), fields.lookupField("kind")
    index_by_id = units.index_by_id
    transform = QgsCoordinateTransform(
        source.sourceCrs(), units.space.crs, request.context.transformContext()
    )
    edges: list[tuple[int, int, float, int]] = []
    unknown: list[str] = []
    outside: list[int] = []
    for feature in each_feature(source, request.feedback):
        named = [
            spelled(feature[index])
            for index in (from_index, to_index)
            if index >= 0 and not is_null(feature[index]) and spelled(feature[index])
        ]
        if len(named) == 2:
            ends = [index_by_id.get(value) for value in named]
            unknown.extend(value for value, end in zip(named, ends) if end is None)
            kind = _kind(feature, kind_index)
        else:
            drawn = geometry_on_map(feature, transform, request.label("ADJACENCY"))
            ends, kind = _areas_at_ends(drawn, units), MANUAL
            if None in ends:
                outside.append(feature.id())
        start, end = ends
        if start is not None and end is not None:
            edges.append((start, end, _border_length(feature, border_index), kind))
    if unknown:
        raise InvalidInput(
            "“Edited adjacency layer” (ADJACENCY) names areas that are not in {layer}: {ids}. "
            "Choose as “Field that identifies an area” (AREA_ID_FIELD) the field by which the "
            "adjacency was made, and use all areas of that time.",
            layer=units.layer_name,
            ids=name_some(sorted(set(unknown))),
        )
    if outside:
        raise InvalidInput.counted(
            len(outside),
            "“Edited adjacency layer” (ADJACENCY): {count} drawn line does not begin and end "
            "inside an area (feature id {ids}). Draw it from one area into the other, or fill "
            "from_id and to_id.",
            "“Edited adjacency layer” (ADJACENCY): {count} drawn lines do not begin and end inside "
            "an area (feature ids {ids}). Draw them from one area into the other, or fill from_id "
            "and to_id.",
            ids=name_some(outside),
        )
    table = np.array(edges, dtype=float).reshape(-1, 4)
    request.feedback.pushInfo(
        counted(
            len(table),
            "{count} pair of neighbours is taken from the adjacency layer.",
            "{count} pairs of neighbours are taken from the adjacency layer.",
        )
    )
    return ContiguityGraph.from_edges(
        len(units),
        table[:, 0].astype(np.int64),
        table[:, 1].astype(np.int64),
        table[:, 2],
        table[:, 3].astype(np.int8),
    )


def _kind(feature: QgsFeature, index: int) -> int:
    value = feature[index] if index >= 0 else None
    return KIND_NAMES.index(value) if value in KIND_NAMES else MANUAL


def _border_length(feature: QgsFeature, index: int) -> float:
    value = plain_value(feature[index]) if index >= 0 else None
    if value is None or not spelled(value):
        return 0.0
    try:
        length = float(value)
    except (TypeError, ValueError):
        length = math.nan
    if not (math.isfinite(length) and length >= 0.0):
        raise InvalidInput(
            "“Edited adjacency layer” (ADJACENCY): border_m is '{value}' in feature {feature}; it "
            "must be a length in metres.",
            value=spelled(value),
            feature=feature.id(),
        )
    return length


def _areas_at_ends(geometry: QgsGeometry, units: SpatialUnits) -> list[int | None]:
    if geometry.isNull() or geometry.isEmpty():
        return [None, None]
    vertices = list(geometry.vertices())
    return [_area_at(vertex.x(), vertex.y(), units) for vertex in (vertices[0], vertices[-1])]


def _area_at(x: float, y: float, units: SpatialUnits) -> int | None:
    """The area at a place, which in degrees may lie beyond 180°, as a line across it leads."""
    turns = (0.0, -360.0, 360.0) if units.space.crs.isGeographic() else (0.0,)
    found = (units.area_at(x + turn, y) for turn in turns)
    return next((area for area in found if area is not None), None)
