"""How the attributes of the roads of NETWORK are read."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import QgsFields

from ....core.errors import InvalidInput
from ....core.ids import id_key
from ....core.travel.settings import BACKWARD, BOTH, FORWARD
from ...common.request import Request
from ..layers.attributes import field_index, refuse_unusable_type
from .road_parameters import RoadParameters


@dataclass(frozen=True)
class RoadSettings:
    """How the attributes of a road layer are read; -1 for a field that is not set."""

    speed_index: int
    default_speed_kmh: float
    direction_index: int
    default_direction: int
    direction_by_code: dict[str, int]
    tolerance_m: float


def default_speed_kmh(request: Request) -> float:
    """DEFAULT_SPEED in km/h.

    Raises
    ------
    InvalidInput
        If it is not above 0.
    """
    speed = request.number(RoadParameters.DEFAULT_SPEED)
    if not (math.isfinite(speed) and speed > 0.0):
        raise InvalidInput(
            "“Default speed” (DEFAULT_SPEED) is {speed:g} km/h; it must be above 0.", speed=speed
        )
    return speed


def road_settings(request: Request, fields: QgsFields) -> RoadSettings:
    """Read the parameters for a network with these fields.

    Raises
    ------
    InvalidInput
        Unknown fields, values without a field, one value for two directions.
    """
    ours = RoadParameters
    network = request.label(ours.NETWORK)

    def index_of(name: str) -> int:
        wanted = request.text(name)
        return field_index(fields, wanted, network, request.label(name)) if wanted else -1

    speed_index, direction_index = index_of(ours.SPEED_FIELD), index_of(ours.DIRECTION_FIELD)
    for name, index in ((ours.SPEED_FIELD, speed_index), (ours.DIRECTION_FIELD, direction_index)):
        refuse_unusable_type(fields, index, request.label(name))
    codes: dict[str, int] = {}
    for name, direction in (
        (ours.VALUE_FORWARD, FORWARD),
        (ours.VALUE_BACKWARD, BACKWARD),
        (ours.VALUE_BOTH, BOTH),
    ):
        key = id_key(request.text(name))
        if key and codes.setdefault(key, direction) != direction:
            raise InvalidInput(
                "The direction value '{value}' stands for two directions. Give each of the "
                "three “Value for … direction” (VALUE_FORWARD, VALUE_BACKWARD, VALUE_BOTH) a "
                "value of its own.",
                value=key,
            )
    if direction_index >= 0 and not codes:
        raise InvalidInput(
            "“Direction field” (DIRECTION_FIELD) is given, but none of its values: fill in "
            "“Value for forward direction” (VALUE_FORWARD), “… backward direction” "
            "(VALUE_BACKWARD) or “… both directions” (VALUE_BOTH)."
        )
    if codes and direction_index < 0:
        raise InvalidInput(
            "Direction values are given ({values}), but no “Direction field” "
            "(DIRECTION_FIELD) that holds them. Choose the field, or clear the values.",
            values=", ".join(f"'{code}'" for code in codes),
        )
    return RoadSettings(
        speed_index=speed_index,
        default_speed_kmh=default_speed_kmh(request),
        direction_index=direction_index,
        default_direction=request.choice(ours.DEFAULT_DIRECTION),
        direction_by_code=codes,
        tolerance_m=request.number(ours.TOLERANCE),
    )
