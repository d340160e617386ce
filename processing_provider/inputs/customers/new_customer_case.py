"""What territory:assignnew was given, read once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ....core.arrays import FloatArray
from ....core.errors import InvalidInput
from ...common.request import Request
from ...common.texts import counted
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from .layer import Portfolios, read_portfolios, refuse_two_spaces
from .new_customer_parameters import POLYGONS, NewCustomerParameters


@dataclass(frozen=True)
class NewCustomersCase:
    """New customers, and a reference, whose places are also on the plane of the former."""

    units: SpatialUnits
    reference: SpatialUnits
    portfolios: Portfolios
    places: FloatArray
    by_polygons: bool
    neighbours: int


def collect(request: Request) -> NewCustomersCase:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    ours = NewCustomerParameters
    units = read_layer(request, ours.INPUT)
    reference = read_layer(request, ours.REFERENCE)
    portfolios = read_portfolios(
        reference, request.text(ours.TERRITORY_FIELD), request.label(ours.TERRITORY_FIELD)
    )
    unassigned = int(np.count_nonzero(portfolios.plan.labels < 0))
    if unassigned:
        request.feedback.pushWarning(
            counted(
                unassigned,
                "{layer}: {count} feature has no territory and is not asked.",
                "{layer}: {count} features have no territory and are not asked.",
                layer=reference.layer_name,
            )
        )
    refuse_two_spaces(units, reference)
    by_polygons = request.choice(ours.METHOD) == POLYGONS
    if by_polygons and not reference.are_polygons:
        raise InvalidInput(
            "“the polygon around the customer” (METHOD) needs polygons in {layer}, but it "
            "holds points or lines. Choose the nearest neighbours, or another layer.",
            layer=reference.layer_name,
        )
    places = units.space.positions(reference.coordinates, reference.space.crs, reference.layer_name)
    return NewCustomersCase(
        units,
        reference,
        portfolios,
        units.metric.to_space(places),
        by_polygons,
        request.integer(ours.NEIGHBORS),
    )
