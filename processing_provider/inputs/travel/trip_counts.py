"""The parameters TRIPS and TRIPS_FIELD: how often each area is visited."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
)

from ....core.arrays import FloatArray
from ....core.errors import InvalidInput
from ....core.plan.areas import one_trip_each
from ...common.texts import tr
from ..layers.number_fields import NumberField
from ..layers.units import SpatialUnits
from ..parameters import add_advanced, explained, label_of, weight_field

BY_WEIGHT, ONE_EACH = 0, 1


class TripParameters:
    """The pair TRIPS and TRIPS_FIELD."""

    TRIPS = "TRIPS"
    TRIPS_FIELD = "TRIPS_FIELD"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm, *, layer: str = "INPUT") -> None:
        """Add the parameters, folded away."""
        add_advanced(
            algorithm,
            explained(
                QgsProcessingParameterEnum(
                    cls.TRIPS,
                    tr("Trips"),
                    [tr("in proportion to the weight"), tr("one to each area that has weight")],
                    defaultValue=BY_WEIGHT,
                ),
                tr("How often areas are visited: what counts in mean trips and short travel."),
            ),
            explained(
                weight_field(
                    tr("Field with the number of trips (empty: as “Trips” says)"),
                    name=cls.TRIPS_FIELD,
                    layer=layer,
                ),
                tr("E.g. visits per year. Areas with 0 are not visited."),
            ),
        )

    @classmethod
    def read(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        units: SpatialUnits,
        weights: FloatArray,
    ) -> FloatArray:
        """Trips to each area (n,); ``weights`` (n,) are what they go by without a field.

        Raises
        ------
        InvalidInput
            If the field is no field of numbers from 0, or 0 everywhere.
        """
        name = algorithm.parameterAsString(parameters, cls.TRIPS_FIELD, context)
        if name:
            label = label_of(algorithm, cls.TRIPS_FIELD)
            field = NumberField.of(units.fields, name, units.layer_name, label)
            trips = field.weights(units.features, units.ids, feedback, label)
            if not (trips > 0.0).any():
                raise InvalidInput(
                    "“Field with the number of trips” (TRIPS_FIELD) '{field}' is 0 or NULL in "
                    "every area. Choose another field, or leave it empty.",
                    field=name,
                )
            return trips
        if algorithm.parameterAsEnum(parameters, cls.TRIPS, context) == ONE_EACH:
            return one_trip_each(weights)
        return weights
