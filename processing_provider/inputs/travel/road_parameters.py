"""The parameter NETWORK, and how the attributes of its roads are read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    Qgis,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from ....core.errors import InvalidInput
from ....core.ids import id_key
from ....core.travel.road_lines import BACKWARD, BOTH, FORWARD
from ...common.texts import tr
from ..layers.attributes import field_index, refuse_unusable_type
from ..parameters import Definitions, add_advanced, explained, length, number, optional_field

# As in QGIS's own network analysis.
DEFAULT_SPEED_KMH = 50.0


@dataclass(frozen=True)
class RoadSettings:
    """How the attributes of a road layer are read; -1 for a field that is not set."""

    speed_index: int
    default_speed_kmh: float
    direction_index: int
    default_direction: int
    direction_by_code: dict[str, int]
    tolerance_m: float


class RoadParameters:
    """NETWORK and its fields, worded and preset as in QGIS's own network analysis."""

    NETWORK = "NETWORK"
    SPEED_FIELD = "SPEED_FIELD"
    DEFAULT_SPEED = "DEFAULT_SPEED"
    DIRECTION_FIELD = "DIRECTION_FIELD"
    VALUE_FORWARD = "VALUE_FORWARD"
    VALUE_BACKWARD = "VALUE_BACKWARD"
    VALUE_BOTH = "VALUE_BOTH"
    DEFAULT_DIRECTION = "DEFAULT_DIRECTION"
    TOLERANCE = "TOLERANCE"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        algorithm.addParameter(
            explained(
                QgsProcessingParameterFeatureSource(
                    cls.NETWORK,
                    tr("Road network"),
                    [Qgis.ProcessingSourceType.VectorLine],
                    optional=True,
                ),
                tr("Lines that connect wherever they share a vertex. Needed for travel on roads."),
            )
        )
        add_advanced(
            algorithm,
            explained(
                optional_field(cls.SPEED_FIELD, tr("Speed field (km/h)"), cls.NETWORK),
                tr("Numbers, or texts such as “50” or “30 mph”."),
            ),
            explained(
                number(cls.DEFAULT_SPEED, tr("Default speed (km/h)"), DEFAULT_SPEED_KMH),
                tr("For roads without a usable speed, and for straight lines."),
            ),
            explained(
                optional_field(cls.DIRECTION_FIELD, tr("Direction field"), cls.NETWORK),
                tr("Tells one-way roads by the three values below."),
            ),
            *cls._direction_values(),
            explained(
                QgsProcessingParameterEnum(
                    cls.DEFAULT_DIRECTION,
                    tr("Default direction"),
                    [tr("Forward direction"), tr("Backward direction"), tr("Both directions")],
                    defaultValue=BOTH,
                ),
                tr("Of roads that carry none of the three values."),
            ),
            explained(
                length(cls.TOLERANCE, tr("Topology tolerance (m)"), 0.0),
                tr("Ends of roads that are this close to each other are joined."),
            ),
        )

    @classmethod
    def _direction_values(cls) -> Definitions:
        for name, label, text in (
            (
                cls.VALUE_FORWARD,
                tr("Value for forward direction"),
                tr("Roads that may be used only from their first vertex to their last."),
            ),
            (
                cls.VALUE_BACKWARD,
                tr("Value for backward direction"),
                tr("Roads that may be used only from their last vertex to their first."),
            ),
            (
                cls.VALUE_BOTH,
                tr("Value for both directions"),
                tr("Roads that may be used both ways."),
            ),
        ):
            yield explained(QgsProcessingParameterString(name, label, optional=True), text)

    @classmethod
    def default_speed(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> float:
        """DEFAULT_SPEED in km/h.

        Raises
        ------
        InvalidInput
            If it is not above 0.
        """
        speed = algorithm.parameterAsDouble(parameters, cls.DEFAULT_SPEED, context)
        if not (math.isfinite(speed) and speed > 0.0):
            raise InvalidInput(
                "“Default speed” (DEFAULT_SPEED) is {speed:g} km/h; it must be above 0.",
                speed=speed,
            )
        return speed

    @classmethod
    def settings(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        fields: QgsFields,
    ) -> RoadSettings:
        """Read the parameters for a network with these fields.

        Raises
        ------
        InvalidInput
            Unknown fields, values without a field, one value for two directions.
        """

        def index_of(name: str) -> int:
            wanted = algorithm.parameterAsString(parameters, name, context)
            return field_index(fields, wanted, cls.NETWORK, name) if wanted else -1

        speed_index, direction_index = index_of(cls.SPEED_FIELD), index_of(cls.DIRECTION_FIELD)
        for name, index in (
            (cls.SPEED_FIELD, speed_index),
            (cls.DIRECTION_FIELD, direction_index),
        ):
            refuse_unusable_type(fields, index, name)
        codes: dict[str, int] = {}
        for name, direction in (
            (cls.VALUE_FORWARD, FORWARD),
            (cls.VALUE_BACKWARD, BACKWARD),
            (cls.VALUE_BOTH, BOTH),
        ):
            key = id_key(algorithm.parameterAsString(parameters, name, context))
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
            default_speed_kmh=cls.default_speed(algorithm, parameters, context),
            direction_index=direction_index,
            default_direction=algorithm.parameterAsEnum(parameters, cls.DEFAULT_DIRECTION, context),
            direction_by_code=codes,
            tolerance_m=algorithm.parameterAsDouble(parameters, cls.TOLERANCE, context),
        )
