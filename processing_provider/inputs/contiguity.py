"""Parameters and reading of contiguity: from the outlines, or from an edited adjacency layer."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
)

from ...core.arrays import FloatArray
from ...core.contiguity import bridge_components, find_contiguities
from ...core.contiguity.graph import BRIDGE, KIND_NAMES, MANUAL, ContiguityGraph
from ...core.errors import InvalidInput, name_some
from ...core.geometry.outlines import lines_from_wkb
from ...core.ids import id_key
from ..feedback import FeedbackProgress
from ..texts import counted, tr
from .attributes import is_null, plain_value
from .parameters import add_advanced, explained
from .units import SpatialUnits, straight_geometry


class ContiguityParameters:
    """The family CONTIGUITY, TOLERANCE, BRIDGE, BARRIERS (and ADJACENCY, where asked for)."""

    CONTIGUITY = "CONTIGUITY"
    TOLERANCE = "TOLERANCE"
    BRIDGE = "BRIDGE"
    BARRIERS = "BARRIERS"
    ADJACENCY = "ADJACENCY"

    @classmethod
    def add_to(
        cls, algorithm: QgsProcessingAlgorithm, *, adjacency: bool, visible: bool = False
    ) -> None:
        """Add the parameters; ``visible`` keeps the first three out of the advanced ones."""
        edited = explained(
            QgsProcessingParameterFeatureSource(
                cls.ADJACENCY,
                tr("Edited adjacency layer"),
                [Qgis.ProcessingSourceType.VectorLine],
                optional=True,
            ),
            tr(
                "Lines as “Adjacency of areas” writes them. They replace the four settings that "
                "follow."
            ),
        )
        basic = (
            explained(
                QgsProcessingParameterEnum(
                    cls.CONTIGUITY,
                    tr("Areas are neighbours if they share"),
                    [tr("a border"), tr("a border or a corner")],
                    defaultValue=0,
                ),
                tr("Territories are connected by way of neighbouring areas."),
            ),
            explained(
                QgsProcessingParameterDistance(
                    cls.TOLERANCE,
                    tr("Snap distance (map units)"),
                    defaultValue=0.0,
                    parentParameterName="INPUT",
                    minValue=0.0,
                ),
                tr("Gaps and overlaps up to this width count as shared borders."),
            ),
            explained(
                QgsProcessingParameterBoolean(
                    cls.BRIDGE, tr("Join islands to their nearest neighbour"), defaultValue=True
                ),
                tr("Otherwise an island can only be a territory, or several, of its own."),
            ),
        )
        barriers = explained(
            QgsProcessingParameterFeatureSource(
                cls.BARRIERS,
                tr("Barriers that cut shared borders"),
                [Qgis.ProcessingSourceType.VectorLine, Qgis.ProcessingSourceType.VectorPolygon],
                optional=True,
            ),
            tr(
                "Rivers, motorways, …: where a line runs along a border or crosses it, the areas "
                "on both sides are no neighbours there."
            ),
        )
        if visible:
            for definition in basic:
                algorithm.addParameter(definition)
            add_advanced(algorithm, barriers)
        else:
            add_advanced(algorithm, *((edited,) if adjacency else ()), *basic, barriers)

    @classmethod
    def graph(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        units: SpatialUnits,
    ) -> ContiguityGraph:
        """Contiguity graph of the units as the parameters ask for it."""
        edited = (
            algorithm.parameterAsSource(parameters, cls.ADJACENCY, context)
            if algorithm.parameterDefinition(cls.ADJACENCY)
            else None
        )
        if edited is not None:
            return edited_graph(edited, units, context, feedback)
        source = algorithm.parameterAsSource(parameters, cls.BARRIERS, context)
        barriers = None if source is None else barrier_segments(source, units, context)
        progress = FeedbackProgress(feedback)

        def graph_with(barrier_lines: FloatArray | None) -> ContiguityGraph:
            found = find_contiguities(
                units.rings,
                corners=algorithm.parameterAsEnum(parameters, cls.CONTIGUITY, context) == 1,
                tolerance=algorithm.parameterAsDouble(parameters, cls.TOLERANCE, context),
                barriers=barrier_lines,
                segment_length=units.space.segment_lengths,
                progress=progress.part(0.0, 0.05),
            )
            return ContiguityGraph.from_edges(
                len(units), found.first, found.second, found.border_m, found.kind
            )

        graph = graph_with(barriers)
        if not algorithm.parameterAsBool(parameters, cls.BRIDGE, context):
            return graph
        # Islands are what lies apart without barriers: a bridge must not undo a barrier.
        unhindered = graph if barriers is None else graph_with(None)
        return with_bridges(graph, unhindered, units, feedback)


def with_bridges(
    graph: ContiguityGraph,
    unhindered: ContiguityGraph,
    units: SpatialUnits,
    feedback: QgsProcessingFeedback,
) -> ContiguityGraph:
    """The graph with bridges from each island or exclave to its nearest neighbour.

    Islands are the components of ``unhindered``, the same graph without barriers.
    """
    bridges = bridge_components(units.plane_rings, unhindered.first, unhindered.second)
    count = len(bridges.first)
    if count == 0:
        return graph
    feedback.pushInfo(
        counted(
            count,
            "{count} bridge joins islands and exclaves to their nearest neighbour.",
            "{count} bridges join islands and exclaves to their nearest neighbour.",
        )
    )
    return ContiguityGraph.from_edges(
        graph.area_count,
        np.concatenate([graph.first, bridges.first]),
        np.concatenate([graph.second, bridges.second]),
        np.concatenate([graph.border_m, np.zeros(count)]),
        np.concatenate([graph.kind, np.full(count, BRIDGE, dtype=np.int8)]),
    )


def barrier_segments(
    source: QgsFeatureSource, units: SpatialUnits, context: QgsProcessingContext
) -> FloatArray:
    """Segments (s, 4) of lines and polygons in the units' map coordinates.

    A polygon, such as the surface of a river, gives its outline and the borders of areas that
    run within it.
    """
    transform = QgsCoordinateTransform(
        source.sourceCrs(), units.space.crs, context.transformContext()
    )
    pieces = [np.empty((0, 4))]
    for feature in source.getFeatures(QgsFeatureRequest()):
        geometry = QgsGeometry(feature.geometry())
        if geometry.isNull() or geometry.isEmpty():
            continue
        if transform.isValid():
            geometry.transform(transform)
        shape = straight_geometry(geometry)
        if shape.type() == Qgis.GeometryType.Polygon:
            pieces.extend(_segments(_outline(shape)))
            for area in units.areas_near(shape.boundingBox()):
                border = _outline(straight_geometry(units.features[area].geometry()))
                pieces.extend(_segments(border.intersection(shape)))
        else:
            pieces.extend(_segments(shape))
    return np.vstack(pieces)


def _outline(polygon: QgsGeometry) -> QgsGeometry:
    return polygon.convertToType(Qgis.GeometryType.Line, True)


def _segments(geometry: QgsGeometry) -> Iterator[FloatArray]:
    """Segments (s, 4) of each line in a geometry, which may hold points, too."""
    for vertices in lines_from_wkb(geometry.asWkb().data()):
        yield np.hstack([vertices[:-1], vertices[1:]])


def edited_graph(
    source: QgsFeatureSource,
    units: SpatialUnits,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> ContiguityGraph:
    """Graph from a line layer as ``territory:adjacency`` writes it, edited or not.

    A line without ids (drawn by hand) joins the areas in which its ends lie.

    Raises
    ------
    InvalidInput
        If lines name unknown areas, or end outside every area.
    """
    fields = source.fields()
    from_index, to_index = fields.lookupField("from_id"), fields.lookupField("to_id")
    border_index, kind_index = fields.lookupField("border_m"), fields.lookupField("kind")
    index_by_id = units.index_by_id
    transform = QgsCoordinateTransform(
        source.sourceCrs(), units.space.crs, context.transformContext()
    )
    edges: list[tuple[int, int, float, int]] = []
    unknown: list[Any] = []
    outside: list[int] = []
    for feature in source.getFeatures(QgsFeatureRequest()):
        named = [
            feature[index]
            for index in (from_index, to_index)
            if index >= 0 and not is_null(feature[index]) and str(feature[index]).strip()
        ]
        if len(named) == 2:
            ends = [index_by_id.get(id_key(value)) for value in named]
            unknown.extend(value for value, end in zip(named, ends) if end is None)
            kind = _kind(feature, kind_index)
        else:
            ends, kind = _areas_at_ends(feature, units, transform), MANUAL
            if None in ends:
                outside.append(feature.id())
        start, end = ends
        if start is not None and end is not None:
            edges.append((start, end, _border_length(feature, border_index), kind))
    if unknown:
        raise InvalidInput(
            "“Edited adjacency layer” (ADJACENCY) names areas that are not in INPUT: {ids}. Choose "
            "as “Field that identifies an area” (AREA_ID_FIELD) the field by which the adjacency "
            "was made, and use all areas of that time.",
            ids=name_some(sorted(set(unknown), key=id_key)),
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
    feedback.pushInfo(
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
    if value is None or not str(value).strip():
        return 0.0
    try:
        length = float(value)
    except ValueError:
        length = math.nan
    if not (math.isfinite(length) and length >= 0.0):
        raise InvalidInput(
            "“Edited adjacency layer” (ADJACENCY): border_m is '{value}' in feature {feature}; it "
            "must be a length in metres.",
            value=value,
            feature=feature.id(),
        )
    return length


def _areas_at_ends(
    feature: QgsFeature, units: SpatialUnits, transform: QgsCoordinateTransform
) -> list[int | None]:
    geometry = QgsGeometry(feature.geometry())
    if geometry.isNull() or geometry.isEmpty():
        return [None, None]
    if transform.isValid():
        geometry.transform(transform)
    vertices = list(geometry.vertices())
    return [units.area_at(vertex.x(), vertex.y()) for vertex in (vertices[0], vertices[-1])]
