"""Who is whose neighbour: from the outlines, or from an edited adjacency layer."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

from ....core.contiguity import Contiguities, bridge_components
from ....core.contiguity.graph import ContiguityGraph
from ...common.feedback import FeedbackProgress
from ...common.request import Request
from ...common.texts import counted, tr
from ..layers.units import SpatialUnits
from .adjacency_layer import edited_graph
from .borders import borders_of, read_barriers
from .parameters import ContiguityParameters


def contiguity_graph(request: Request, units: SpatialUnits) -> ContiguityGraph:
    """Contiguity graph of the units as the parameters ask for it.

    Raises
    ------
    InvalidInput
        If the units are points, or the edited layer does not fit them.
    """
    ours, feedback = ContiguityParameters, request.feedback
    edited = request.source(ours.ADJACENCY) if request.declares(ours.ADJACENCY) else None
    if edited is not None:
        return edited_graph(request, edited, units)
    units.refuse_points()
    source = request.source(ours.BARRIERS)
    barriers = None if source is None else read_barriers(request, source, units)
    found = borders_of(
        units,
        corners=request.choice(ours.CONTIGUITY) == 1,
        tolerance_m=request.number(ours.TOLERANCE),
        barriers=barriers,
        progress=FeedbackProgress(feedback).part(0.0, 0.05),
    )
    FeedbackProgress(feedback).stop_if_cancelled()
    if barriers is not None:
        _tell_cuts(found, feedback)
    graph = ContiguityGraph.from_edges(
        len(units), found.first, found.second, found.border_m, found.kind
    )
    return _bridged(graph, found, units, feedback) if request.switch(ours.BRIDGE) else graph


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
