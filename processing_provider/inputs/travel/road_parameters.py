"""The parameter NETWORK, and those that say how the attributes of its roads are read."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
)

from ....core.travel.settings import BOTH
from ...common.texts import tr
from ..parameters import Definitions, add_advanced, explained, length, number, optional_field

# As in QGIS's own network analysis.
DEFAULT_SPEED_KMH = 50.0


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
