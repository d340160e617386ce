"""The two layers between which travel is measured, and how."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ....core.errors import InvalidInput
from ...common.request import Request
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from ..travel.road_parameters import RoadParameters
from ..travel.road_settings import default_speed_kmh, road_settings
from ..travel.roads import Roads, read_roads
from .parameters import ROAD_NETWORK, CostPairParameters


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


def collect(request: Request) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    ours = CostPairParameters
    origins = read_layer(request, ours.ORIGINS, id_field=request.text(ours.ORIGIN_ID))
    destinations = read_layer(
        request, ours.DESTINATIONS, id_field=request.text(ours.DESTINATION_ID)
    )
    speed = default_speed_kmh(request)
    if request.choice(ours.METHOD) != ROAD_NETWORK:
        return Collected(origins, destinations, speed, None, math.inf)
    source = request.source(RoadParameters.NETWORK)
    if source is None:
        raise InvalidInput(
            "Travel on a road network needs the roads: choose “Road network” (NETWORK)."
        )
    settings = road_settings(request, source.fields())
    snap = request.optional_number(ours.SNAP_DISTANCE)
    roads = read_roads(request, source, settings)
    return Collected(origins, destinations, speed, roads, math.inf if snap is None else snap)
