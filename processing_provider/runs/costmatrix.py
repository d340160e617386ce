"""territory:costmatrix: what it costs to get from each place to each other."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProcessingFeedback

from ...core.arrays import FloatArray
from ...core.progress import Progress
from ...core.texts import Text
from ...core.travel.cost_rows import CostRows, straight_line_costs
from ...core.travel.travel_costs import travel_costs
from ..common.feedback import FeedbackProgress
from ..common.texts import tr, worded
from ..inputs.layers.units import SpatialUnits
from ..inputs.prepare.cost_pairs import Collected, collect
from ..inputs.prepare.parameters import CostPairParameters
from ..inputs.travel.roads import Roads
from ..outputs.prepare.travel_table import TravelTable, tell_gaps, tell_unreachable
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.sinks import write_layers
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    collected = collect(run)
    progress = FeedbackProgress(run.feedback)
    costs = _costs(collected, progress.part(0.1, 0.7), run.feedback)
    costs = costs.in_order_of_ids(progress.part(0.7, 0.7))
    tell_unreachable(costs, run.feedback)
    origins, destinations = collected.origins, collected.destinations
    table = TravelTable(costs, origins.id_field, destinations.id_field)
    layer = OutputLayer(
        CostPairParameters.OUTPUT,
        table.fields,
        Qgis.WkbType.NoGeometry,
        lambda: table.features(progress.part(0.7, 1.0)),
        rows=lambda: table.rows(progress.part(0.7, 1.0)),
    )
    return {
        **write_layers(run, origins.space.crs, [layer], progress=progress),
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
        (tr("Destinations"), destinations, costs.destination_gap_m, costs.unsnapped_destinations),
    ):
        tell_gaps(layer, units.ids, gap_m, unsnapped, snap, feedback)
    return costs.distance_m, costs.time_s
