"""What territory:smoothoutliers was given, read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingFeedback

from ....core.assignment import Limit
from ....core.customers.rules import limits_of_plan
from ....core.errors import name_some
from ...common.request import Request
from ...common.texts import counted
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from .layer import Portfolios, read_portfolios
from .limit_parameters import LimitParameters
from .limits import attributes_in, limit_rows, limits_of
from .smoothing_parameters import SmoothingParameters


@dataclass(frozen=True)
class SmoothingCase:
    """Customers with a territory, the field it stands in, and limits that must hold."""

    units: SpatialUnits
    portfolios: Portfolios
    field_name: str
    limits: Sequence[Limit]
    neighbours: int


def collect(request: Request) -> SmoothingCase:
    """Read all parameters and layers, each once; says which limits are broken already.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    ours = SmoothingParameters
    rows = limit_rows(request)
    units = read_layer(
        request, weights=dict.fromkeys(attributes_in(rows), request.label(LimitParameters.LIMITS))
    )
    field_name = request.text(ours.TERRITORY_FIELD)
    portfolios = read_portfolios(units, field_name, request.label(ours.TERRITORY_FIELD))
    weights = dict(zip(units.weight_fields, units.weights.T))
    limits = limits_of_plan(limits_of(rows), weights, portfolios.plan.labels, len(portfolios))
    warn_of_broken(limits, portfolios, request.feedback)
    return SmoothingCase(units, portfolios, field_name, limits, request.integer(ours.NEIGHBORS))


def warn_of_broken(
    limits: Sequence[Limit], portfolios: Portfolios, feedback: QgsProcessingFeedback
) -> None:
    """Say which limits the assignment breaks as it is given."""
    for limit in limits:
        broken = np.flatnonzero(limit.breaches(portfolios.plan.labels) != 0.0)
        if len(broken):
            feedback.pushWarning(
                counted(
                    len(broken),
                    "The limit on '{name}' is broken already in {count} territory ({names}); no "
                    "move makes it worse.",
                    "The limit on '{name}' is broken already in {count} territories ({names}); no "
                    "move makes it worse.",
                    name=limit.name,
                    names=name_some([portfolios.names.of(int(j)) for j in broken]),
                )
            )
