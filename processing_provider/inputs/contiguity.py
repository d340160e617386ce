"""Parameters and reading of contiguity: from the outlines, or from an edited adjacency layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
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
from ...core.contiguity import Contiguities, bridge_components, find_contiguities
from ...core.contiguity.graph import ContiguityGraph
from ...core.geometry.outlines import lines_from_wkb
from ..feedback import FeedbackProgress
from ..texts import counted, tr
from .adjacency_layer import edited_graph
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
        found = find_contiguities(
            units.rings,
            corners=algorithm.parameterAsEnum(parameters, cls.CONTIGUITY, context) == 1,
            tolerance=algorithm.parameterAsDouble(parameters, cls.TOLERANCE, context),
            barriers=barriers,
            segment_length=units.space.segment_lengths,
            progress=FeedbackProgress(feedback).part(0.0, 0.05),
        )
        graph = ContiguityGraph.from_edges(
            len(units), found.first, found.second, found.border_m, found.kind
        )
        if algorithm.parameterAsBool(parameters, cls.BRIDGE, context):
            return _bridged(graph, found, units, feedback)
        return graph


def _bridged(
    graph: ContiguityGraph,
    found: Contiguities,
    units: SpatialUnits,
    feedback: QgsProcessingFeedback,
) -> ContiguityGraph:
    """The graph with bridges from each island or exclave to its nearest neighbour.

    Islands are what lies apart without barriers: a bridge must not undo a barrier.
    """
    bridges = bridge_components(units.plane_rings, found.uncut_first, found.uncut_second)
    if len(bridges.first) == 0:
        return graph
    feedback.pushInfo(
        counted(
            len(bridges.first),
            "{count} bridge joins islands and exclaves to their nearest neighbour.",
            "{count} bridges join islands and exclaves to their nearest neighbour.",
        )
    )
    return graph.with_bridges(bridges.first, bridges.second)


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
