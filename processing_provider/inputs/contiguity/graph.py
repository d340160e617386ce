"""Parameters and reading of contiguity: from the outlines, or from an edited adjacency layer."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
)

from ....core.contiguity import Contiguities, bridge_components
from ....core.contiguity.graph import ContiguityGraph
from ...common.feedback import FeedbackProgress
from ...common.texts import counted, tr
from ..layers.units import SpatialUnits
from ..parameters import add_advanced, explained, length
from .adjacency_layer import edited_graph
from .borders import borders_of, read_barriers


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
                length(cls.TOLERANCE, tr("Snap distance (m)"), 0.0),
                tr(
                    "Gaps and overlaps up to this width count as shared borders, and barriers up "
                    "to this far from a border as running along it."
                ),
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
                "Rivers, motorways, …: a line takes away the border along which it runs, and all "
                "of a border that it crosses; a surface takes away what lies inside it. Areas of "
                "whose border less than a tenth is left are no neighbours."
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
        units.refuse_points()
        source = algorithm.parameterAsSource(parameters, cls.BARRIERS, context)
        barriers = None if source is None else read_barriers(source, units, context, feedback)
        found = borders_of(
            units,
            corners=algorithm.parameterAsEnum(parameters, cls.CONTIGUITY, context) == 1,
            tolerance_m=algorithm.parameterAsDouble(parameters, cls.TOLERANCE, context),
            barriers=barriers,
            progress=FeedbackProgress(feedback).part(0.0, 0.05),
        )
        if barriers is not None:
            _tell_cuts(found, feedback)
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


def _tell_cuts(found: Contiguities, feedback: QgsProcessingFeedback) -> None:
    """Say how many borders the barriers cut; none is most likely a slip."""
    cut = len(found.uncut_first) - len(found.first)
    if cut:
        feedback.pushInfo(
            counted(
                cut,
                "Barriers cut {count} border of {all}.",
                "Barriers cut {count} borders of {all}.",
                all=len(found.uncut_first),
            )
        )
        return
    feedback.pushWarning(
        tr(
            "“Barriers that cut shared borders” (BARRIERS) cut no border. A line cuts where it "
            "runs along a border or crosses it, a surface where a border runs inside it. A "
            "generalised line needs a “Snap distance” (TOLERANCE) as large as its distance from "
            "the borders."
        )
    )
