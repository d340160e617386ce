"""How often each area is visited."""

from __future__ import annotations

from ....core.arrays import FloatArray
from ....core.errors import InvalidInput
from ....core.plan.areas import one_trip_each
from ...common.request import Request
from ..layers.number_fields import NumberField
from ..layers.units import SpatialUnits
from .parameters import ONE_EACH, TripParameters


def trip_counts(request: Request, units: SpatialUnits, weights: FloatArray) -> FloatArray:
    """Trips to each area (n,); ``weights`` (n,) are what they go by without a field.

    Raises
    ------
    InvalidInput
        If the field is no field of numbers from 0, or 0 everywhere.
    """
    name = request.text(TripParameters.TRIPS_FIELD)
    if name:
        label = request.label(TripParameters.TRIPS_FIELD)
        field = NumberField.of(units.fields, name, units.layer_name, label)
        trips = field.weights(units.features, units.ids, request.feedback, label)
        if not (trips > 0.0).any():
            raise InvalidInput(
                "“Field with the number of trips” (TRIPS_FIELD) '{field}' is 0 or NULL in "
                "every area. Choose another field, or leave it empty.",
                field=name,
            )
        return trips
    return one_trip_each(weights) if request.choice(TripParameters.TRIPS) == ONE_EACH else weights


def are_trips_known(request: Request) -> bool:
    """Whether a field says how often each area is visited."""
    return bool(request.text(TripParameters.TRIPS_FIELD))
