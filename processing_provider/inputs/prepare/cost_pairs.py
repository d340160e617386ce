"""The two layers between which travel is measured, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
)

from ....core.errors import InvalidInput
from ...common.texts import tr
from ..layers.units import SpatialUnits, read_units
from ..parameters import (
    add_advanced,
    explained,
    is_given,
    length,
    optional_field,
    places_source,
    required_source,
)
from ..travel.road_parameters import RoadParameters
from ..travel.roads import Roads, read_roads

STRAIGHT_LINE, ROAD_NETWORK = 0, 1


class CostPairParameters:
    """The family from ORIGINS to SNAP_DISTANCE."""

    ORIGINS = "ORIGINS"
    ORIGIN_ID = "ORIGIN_ID"
    DESTINATIONS = "DESTINATIONS"
    DESTINATION_ID = "DESTINATION_ID"
    METHOD = "METHOD"
    SNAP_DISTANCE = "SNAP_DISTANCE"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        place = tr("Points, or polygons that count at their centroids.")
        name = tr("Its values name the places in the table. Empty: feature ids.")
        for definition in (
            explained(places_source(cls.ORIGINS, tr("Origins")), place),
            explained(
                optional_field(cls.ORIGIN_ID, tr("Field that identifies an origin"), cls.ORIGINS),
                name,
            ),
            explained(places_source(cls.DESTINATIONS, tr("Destinations")), place),
            explained(
                optional_field(
                    cls.DESTINATION_ID,
                    tr("Field that identifies a destination"),
                    cls.DESTINATIONS,
                ),
                name,
            ),
            explained(
                QgsProcessingParameterEnum(
                    cls.METHOD,
                    tr("Travel"),
                    [tr("in a straight line"), tr("on a road network")],
                    defaultValue=STRAIGHT_LINE,
                ),
                tr("A straight line on the ellipsoid, or the fastest route on “Road network”."),
            ),
        ):
            algorithm.addParameter(definition)
        RoadParameters.add_to(algorithm)
        add_advanced(
            algorithm,
            explained(
                length(cls.SNAP_DISTANCE, tr("Snap distance (m)")),
                tr("Places farther from any road cannot be reached. Empty: no limit."),
            ),
        )


@dataclass(frozen=True)
class Collected:
    """What one run reads.

    Attributes
    ----------
    origins, destinations : SpatialUnits
    speed_kmh : float
        On straight lines.
    roads : Roads or None
        None for straight lines.
    snap_distance : float
        In metres; infinite without a limit.
    """

    origins: SpatialUnits
    destinations: SpatialUnits
    speed_kmh: float
    roads: Roads | None
    snap_distance: float


def collect(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    names = CostPairParameters

    def places(layer: str, id_field: str) -> SpatialUnits:
        units = read_units(
            required_source(algorithm, parameters, layer, context),
            context,
            feedback,
            id_field=algorithm.parameterAsString(parameters, id_field, context),
            layer_name=layer,
        )
        units.refuse_if_empty()
        return units

    origins = places(names.ORIGINS, names.ORIGIN_ID)
    destinations = places(names.DESTINATIONS, names.DESTINATION_ID)
    speed = RoadParameters.default_speed(algorithm, parameters, context)
    if algorithm.parameterAsEnum(parameters, names.METHOD, context) != ROAD_NETWORK:
        return Collected(origins, destinations, speed, None, np.inf)
    source = algorithm.parameterAsSource(parameters, RoadParameters.NETWORK, context)
    if source is None:
        raise InvalidInput(
            "Travel on a road network needs the roads: choose “Road network” (NETWORK)."
        )
    settings = RoadParameters.settings(algorithm, parameters, context, source.fields())
    snap = np.inf
    if is_given(parameters, names.SNAP_DISTANCE):
        snap = algorithm.parameterAsDouble(parameters, names.SNAP_DISTANCE, context)
    roads = read_roads(source, settings, context, feedback)
    return Collected(origins, destinations, speed, roads, snap)
