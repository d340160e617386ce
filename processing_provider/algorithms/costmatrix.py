"""territory:costmatrix: what it costs to get from each place to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.arrays import FloatArray
from ...core.errors import MAX_NAMED_IDS, InvalidInput, name_some
from ...core.ids import id_order
from ...core.progress import Progress
from ...core.travel.travel_costs import TravelCosts, travel_costs
from ..feedback import FeedbackProgress
from ..fields import like_field, number_field
from ..inputs.parameters import length, optional_field, places_source
from ..inputs.roads import RoadParameters, read_roads
from ..inputs.units import SpatialUnits, read_units
from ..outputs.fields import table_feature
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..texts import tr
from .base import TerritoryAlgorithm

STRAIGHT_LINE, ROAD_NETWORK = 0, 1
_FAR_M = 1000.0
_PAIRS_PER_BLOCK = 200_000


@dataclass(frozen=True)
class CostTableRows:
    """Costs of all pairs, in the order in which they are written.

    Attributes
    ----------
    distance_m, time_s : ndarray of float, shape (n, m)
        ``inf`` where there is no way.
    """

    origins: list[Any]
    destinations: list[Any]
    distance_m: FloatArray
    time_s: FloatArray

    @property
    def unreachable(self) -> NDArray[np.int64]:
        """Pairs (row, column) without a way."""
        return np.argwhere(~np.isfinite(self.time_s))

    def features(self, fields: QgsFields, progress: Progress) -> Iterable[QgsFeature]:
        """One row per pair; costs of a pair without a way are NULL."""
        distance = np.where(np.isfinite(self.distance_m), self.distance_m, np.nan)
        time = np.where(np.isfinite(self.time_s), self.time_s, np.nan)
        for row, origin in enumerate(self.origins):
            progress.stop_if_cancelled()
            progress.report(row / len(self.origins))
            costs = zip(self.destinations, distance[row].tolist(), time[row].tolist())
            for destination, metres, seconds in costs:
                yield table_feature(fields, (origin, destination, metres, seconds))


class CostMatrixAlgorithm(TerritoryAlgorithm):
    """Many-to-many travel cost, in a straight line or on roads."""

    NAME = "costmatrix"
    TITLE = "Travel cost matrix"
    GROUP = "Prepare"
    SUMMARY = "Measures distance and travel time from each origin to each destination."
    TAGS = ("od matrix", "origin destination", "network analysis", "shortest path", "routing")
    HELP = """Measures distance and travel time from every origin to every destination, in a \
straight line on the ellipsoid or by the fastest way on a road layer. The table can be handed to \
every algorithm that takes a cost matrix.

Origins and destinations may be points or polygons (their centroids), and the same layer. Each \
place is tied to the nearest point of the nearest road; the way there is not counted. Places \
farther from any road than the snap distance, and pairs between disconnected parts of the \
network, have no way: their costs are NULL, and UNREACHABLE counts them.

Roads connect wherever they share a vertex. Speed and direction fields are read as in QGIS's own \
network analysis; a speed may also be a text such as "50" or "30 mph", and roads without a usable \
speed get the default. The layers may have different coordinate reference systems; lengths are \
ellipsoidal. The time of a straight line is its length at the default speed."""

    ORIGINS = "ORIGINS"
    ORIGIN_ID = "ORIGIN_ID"
    DESTINATIONS = "DESTINATIONS"
    DESTINATION_ID = "DESTINATION_ID"
    METHOD = "METHOD"
    SNAP_DISTANCE = "SNAP_DISTANCE"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for layer, text, id_field, id_text in (
            (self.ORIGINS, "Origins", self.ORIGIN_ID, "Field that identifies an origin"),
            (
                self.DESTINATIONS,
                "Destinations",
                self.DESTINATION_ID,
                "Field that identifies a destination",
            ),
        ):
            self.addParameter(places_source(layer, text))
            self.addParameter(
                optional_field(id_field, tr(f"{id_text} (feature ids if not set)"), layer)
            )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.METHOD,
                tr("Travel"),
                [tr("in a straight line"), tr("on a road network")],
                defaultValue=STRAIGHT_LINE,
            )
        )
        RoadParameters.add_to(self)
        self.add_advanced(
            length(
                self.SNAP_DISTANCE,
                tr(
                    "Snap distance: places farther from any road cannot be reached "
                    "(no limit if empty)"
                ),
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Cost matrix"), Qgis.ProcessingSourceType.Vector
            )
        )
        self.add_number_outputs(
            UNREACHABLE=tr("Pairs without a way"), PAIR_COUNT=tr("Pairs of origin and destination")
        )

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        refuse_unwritable_outputs(self, parameters)
        ends = []
        for layer, id_parameter in (
            (self.ORIGINS, self.ORIGIN_ID),
            (self.DESTINATIONS, self.DESTINATION_ID),
        ):
            units = read_units(
                self.required_source(parameters, layer, context),
                context,
                feedback,
                id_field=self.parameterAsString(parameters, id_parameter, context),
                layer_name=layer,
            )
            units.refuse_if_empty()
            ends.append(units)
        origins, destinations = ends
        progress = FeedbackProgress(feedback)
        if self.parameterAsEnum(parameters, self.METHOD, context) == ROAD_NETWORK:
            rows = self._by_road(parameters, context, feedback, origins, destinations)
        else:
            speed = RoadParameters.default_speed(self, parameters, context)
            rows = straight_lines(origins, destinations, speed, progress.part(0.0, 0.7))
        _tell_unreachable(rows, feedback)

        fields = QgsFields()
        for name, layer, units in (
            ("origin", self.ORIGIN_ID, origins),
            ("destination", self.DESTINATION_ID, destinations),
        ):
            id_field = self.parameterAsString(parameters, layer, context)
            fields.append(
                like_field(name, units.fields.field(id_field))
                if id_field
                else QgsField(name, QMetaType.Type.LongLong)
            )
        fields.append(number_field("distance_m"))
        fields.append(number_field("time_s"))
        table = OutputLayer(
            self.OUTPUT,
            fields,
            Qgis.WkbType.NoGeometry,
            lambda: rows.features(fields, progress.part(0.7, 1.0)),
        )
        return {
            **write_layers(self, parameters, context, origins.space.crs, [table]),
            "UNREACHABLE": len(rows.unreachable),
            "PAIR_COUNT": rows.time_s.size,
        }

    def _by_road(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        origins: SpatialUnits,
        destinations: SpatialUnits,
    ) -> CostTableRows:
        source = self.parameterAsSource(parameters, RoadParameters.NETWORK, context)
        if source is None:
            raise InvalidInput("Travel on a road network needs the roads: give NETWORK.")
        settings = RoadParameters.settings(self, parameters, context, source.fields())
        snap = np.inf
        if parameters.get(self.SNAP_DISTANCE) not in (None, ""):
            snap = self.parameterAsDouble(parameters, self.SNAP_DISTANCE, context)
        roads = read_roads(source, settings, context, feedback)
        feedback.pushInfo(
            tr("Network: {line_count:,} lines; {origins:,} × {destinations:,} places.").format(
                line_count=roads.network.line_count,
                origins=len(origins),
                destinations=len(destinations),
            )
        )

        def on_network(units: SpatialUnits) -> FloatArray:
            positions = roads.space.positions(units.coordinates, units.space.crs)
            return roads.metric.to_plane(positions)

        costs = travel_costs(
            roads.network,
            on_network(origins),
            on_network(destinations),
            snap_distance=snap,
            progress=FeedbackProgress(feedback).part(0.1, 0.7),
        )
        _tell_gaps(origins, destinations, costs, snap, feedback)
        return in_order_of_ids(
            origins,
            destinations,
            costs.distance_m,
            costs.time_s,
            FeedbackProgress(feedback).part(0.7, 0.7),
        )


def straight_lines(
    origins: SpatialUnits, destinations: SpatialUnits, speed_kmh: float, progress: Progress
) -> CostTableRows:
    """Geodesics, and the time they take at a speed.

    Both layers are measured in the space of the origins, or of the destinations if these alone
    have a reference system.
    """
    space = origins.space if origins.space.is_earth else destinations.space
    starts, places = (
        space.positions(units.coordinates, units.space.crs) for units in (origins, destinations)
    )
    metric = space.metric(starts)
    distance, time_s = (np.empty((len(origins), len(destinations))) for _ in range(2))
    step = max(1, _PAIRS_PER_BLOCK // len(destinations))
    for first in range(0, len(origins), step):
        progress.stop_if_cancelled()
        progress.report(first / len(origins))
        block = slice(first, first + step)
        distance[block] = metric.matrix(starts[block], places)
        time_s[block] = distance[block] / (speed_kmh / 3.6)
    return in_order_of_ids(origins, destinations, distance, time_s, progress.part(1.0, 1.0))


def in_order_of_ids(
    origins: SpatialUnits,
    destinations: SpatialUnits,
    distance_m: FloatArray,
    time_s: FloatArray,
    progress: Progress,
) -> CostTableRows:
    """Rows sorted by the ids, which is how people look them up."""
    rows, columns = (_order(units.ids) for units in (origins, destinations))

    def ordered(costs: FloatArray) -> FloatArray:
        result = np.empty_like(costs)
        step = max(1, _PAIRS_PER_BLOCK // len(columns))
        for first in range(0, len(rows), step):
            progress.stop_if_cancelled()
            block = slice(first, first + step)
            result[block] = costs[rows[block]][:, columns]
        return result

    return CostTableRows(
        [origins.ids[i] for i in rows],
        [destinations.ids[i] for i in columns],
        ordered(distance_m),
        ordered(time_s),
    )


def _order(ids: list[Any]) -> list[int]:
    return sorted(range(len(ids)), key=lambda i: id_order(ids[i]))


def _tell_gaps(
    origins: SpatialUnits,
    destinations: SpatialUnits,
    costs: TravelCosts,
    snap: float,
    feedback: QgsProcessingFeedback,
) -> None:
    for what, units, untied, gap in (
        (tr("origin"), origins, costs.unsnapped_origins, costs.origin_gap_m),
        (tr("destination"), destinations, costs.unsnapped_destinations, costs.destination_gap_m),
    ):
        if len(untied):
            feedback.pushWarning(
                tr(
                    "{count} {what}(s) lie farther than {snap:,.0f} m from any road and cannot "
                    "be reached: {names}."
                ).format(
                    count=len(untied),
                    what=what,
                    snap=snap,
                    names=name_some([units.ids[i] for i in untied]),
                )
            )
        tied = gap[np.isfinite(gap) & (gap <= snap)]
        if len(tied) == 0:
            continue
        far = np.flatnonzero((gap > _FAR_M) & (gap <= snap))
        text = tr("The farthest {what} on the network lies {gap:,.0f} m from its road.").format(
            what=what, gap=tied.max()
        )
        if len(far):
            names = name_some([units.ids[i] for i in far])
            feedback.pushWarning(
                tr(
                    "{text} {count} lie more than {far_m:,.0f} m away ({names}); the way to "
                    "the road is not counted. SNAP_DISTANCE leaves such places out."
                ).format(text=text, count=len(far), far_m=_FAR_M, names=names)
            )
        else:
            feedback.pushInfo(text)


def _tell_unreachable(rows: CostTableRows, feedback: QgsProcessingFeedback) -> None:
    pairs = rows.unreachable
    if len(pairs) == 0:
        return
    cut_off = ~np.isfinite(rows.time_s)
    shown = pairs[:MAX_NAMED_IDS].tolist()
    names = ", ".join(f"{rows.origins[i]} → {rows.destinations[j]}" for i, j in shown)
    more = ", …" if len(pairs) > len(shown) else ""
    feedback.pushWarning(
        tr("{count:,} of {size:,} pairs have no way (NULL costs): {names}{more}.").format(
            count=len(pairs), size=rows.time_s.size, names=names, more=more
        )
    )
    for what, ids, lost in (
        (tr("origin"), rows.origins, cut_off.all(axis=1)),
        (tr("destination"), rows.destinations, cut_off.all(axis=0)),
    ):
        if lost.any():
            feedback.pushWarning(
                tr("{lost} {what}(s) have no way at all: {names}.").format(
                    lost=int(lost.sum()),
                    what=what,
                    names=name_some([ids[i] for i in np.flatnonzero(lost)]),
                )
            )
