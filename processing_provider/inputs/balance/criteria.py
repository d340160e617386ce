"""What is balanced besides fields, and how much each criterion counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from qgis.core import QgsProcessingFeedback

from ....core.arrays import FloatArray
from ....core.balance.settings import CriteriaWeights
from ....core.balance.start import Start
from ...common.texts import tr
from ..layers.units import SpatialUnits
from .values import BalanceValues


@dataclass(frozen=True)
class Criterion:
    """A criterion to balance that is no field: its name and its values (n,)."""

    name: str
    values: FloatArray


def with_expressions(units: SpatialUnits, values: FloatArray) -> SpatialUnits:
    """The units with further weights (n, e), called criterion_1, criterion_2 and so on."""
    return with_criteria(
        units, [f"criterion_{number + 1}" for number in range(values.shape[1])], values
    )


def with_criteria(units: SpatialUnits, names: Sequence[str], values: FloatArray) -> SpatialUnits:
    """The units with further weights (n, e) by these names."""
    if not names:
        return units
    return replace(
        units,
        weights=np.hstack([units.weights, values]),
        weight_fields=(*units.weight_fields, *names),
    )


def criteria_of(
    values: BalanceValues, start: Start, feedback: QgsProcessingFeedback
) -> CriteriaWeights:
    """The four weights; stability only where there is a plan to keep."""
    criteria = values.criteria()
    if criteria.stability > 0.0 and not start.is_current:
        feedback.pushWarning(
            tr(
                "“Weight of keeping the current plan” (WEIGHT_STABILITY) has no effect: there is "
                "no current plan (TERRITORY_FIELD)."
            )
        )
    return replace(criteria, stability=start.stability(criteria.stability))
