"""territory:costmatrix: what it costs to get from each place to each other."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ...core.arrays import FloatArray
from ...core.progress import Progress
from ...core.texts import Text
from ...core.travel.cost_rows import CostRows, straight_line_costs
from ...core.travel.travel_costs import travel_costs
from ..common.feedback import FeedbackProgress
from ..common.texts import tr, translatable, worded
from ..inputs.layers.units import SpatialUnits
from ..inputs.parameters import (
    explained,
    output_layer,
)
from ..inputs.prepare.cost_pairs import Collected, CostPairParameters, collect
from ..inputs.travel.roads import Roads
from ..outputs.prepare.travel_table import TravelTable, tell_gaps, tell_unreachable
from ..outputs.writing.sinks import OutputLayer, write_layers
from .base import TerritoryAlgorithm


class CostMatrixAlgorithm(TerritoryAlgorithm):
    """Many-to-many travel cost, in a straight line or on roads."""

    NAME = "costmatrix"
    TITLE = translatable("Travel cost matrix")
    GROUP = translatable("Prepare")
    SUMMARY = translatable(
        "Measures distance and travel time from each origin to each destination."
    )
    TAGS = (
        translatable("od matrix"),
        translatable("origin destination"),
        translatable("network analysis"),
        translatable("shortest path"),
        translatable("routing"),
    )
    HELP = translatable(
        """Measures distance and travel time from every origin to every destination, in a \
straight line on the ellipsoid or by the fastest route on a road layer. The table can be handed to \
every algorithm that takes a cost matrix.

Origins and destinations may be points or polygons (their centroids), and the same layer. Each \
place is snapped to the nearest point of the nearest road; the way there is not counted. Places \
farther from any road than the snap distance, and pairs in parts of the network that are not \
connected, have no route: their costs are NULL, and “Pairs without a route” counts them.

Roads connect wherever they share a vertex. Speed and direction fields are read as in QGIS's own \
network analysis; a speed may also be a text such as "50" or "30 mph", and roads without a usable \
speed get the default. The layers may have different coordinate reference systems; lengths are \
ellipsoidal. The time of a straight line is its length at the default speed."""
    )

    NEEDS = ()  # SciPy for roads only

    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        CostPairParameters.add_to(self)
        self.addParameter(
            explained(
                output_layer(
                    self.OUTPUT,
                    tr("Cost matrix"),
                    Qgis.ProcessingSourceType.Vector,
                    optional=False,
                ),
                tr("One row per pair: origin, destination, distance_m (metres), time_s (seconds)."),
            )
        )
        self.add_number_outputs(
            UNREACHABLE=tr("Pairs without a route"),
            PAIR_COUNT=tr("Pairs of origin and destination"),
        )

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        collected = collect(self, parameters, context, feedback)
        progress = FeedbackProgress(feedback)
        costs = _costs(collected, progress.part(0.1, 0.7), feedback)
        costs = costs.in_order_of_ids(progress.part(0.7, 0.7))
        tell_unreachable(costs, feedback)
        origins, destinations = collected.origins, collected.destinations
        table = TravelTable(costs, origins.id_field, destinations.id_field)
        layer = OutputLayer(
            self.OUTPUT,
            table.fields,
            Qgis.WkbType.NoGeometry,
            lambda: table.features(progress.part(0.7, 1.0)),
        )
        return {
            **write_layers(self, parameters, context, origins.space.crs, [layer]),
            "UNREACHABLE": len(costs.unreachable),
            "PAIR_COUNT": costs.pair_count,
        }


def _costs(collected: Collected, progress: Progress, feedback: QgsProcessingFeedback) -> CostRows:
    """Costs of all pairs, in the order of reading."""
    origins, destinations = collected.origins, collected.destinations
    if collected.roads is None:
        costs = _straight_lines(origins, destinations, collected.speed_kmh, progress)
    else:
        costs = _by_road(collected, collected.roads, progress, feedback)
    return CostRows(origins.ids, destinations.ids, *costs)


def _straight_lines(
    origins: SpatialUnits, destinations: SpatialUnits, speed_kmh: float, progress: Progress
) -> tuple[FloatArray, FloatArray]:
    """Geodesics, and the time they take at a speed.

    Both layers are measured in the space of the origins, or of the destinations if these alone
    have a reference system.
    """
    space = origins.space if origins.space.is_earth else destinations.space
    starts, places = (
        space.positions(units.coordinates, units.space.crs, units.layer_name)
        for units in (origins, destinations)
    )
    return straight_line_costs(space.metric(starts), starts, places, speed_kmh, progress)


def _by_road(
    collected: Collected, roads: Roads, progress: Progress, feedback: QgsProcessingFeedback
) -> tuple[FloatArray, FloatArray]:
    """Lengths and times of the fastest routes; says which places lie far from the network."""
    origins, destinations = collected.origins, collected.destinations
    feedback.pushInfo(
        worded(
            Text.of(
                "Network: {line_count:,} lines; {origins:,} × {destinations:,} places.",
                line_count=roads.network.line_count,
                origins=len(origins),
                destinations=len(destinations),
            )
        )
    )
    snap = collected.snap_distance
    costs = travel_costs(
        roads.network,
        roads.points_of(origins),
        roads.points_of(destinations),
        snap_distance=snap,
        progress=progress,
    )
    for layer, units, gap_m, unsnapped in (
        (tr("Origins"), origins, costs.origin_gap_m, costs.unsnapped_origins),
        (
            tr("Destinations"),
            destinations,
            costs.destination_gap_m,
            costs.unsnapped_destinations,
        ),
    ):
        tell_gaps(layer, units.ids, gap_m, unsnapped, snap, feedback)
    return costs.distance_m, costs.time_s
