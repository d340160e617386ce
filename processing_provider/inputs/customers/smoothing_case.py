"""What territory:smoothoutliers was given, read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingFeedback

from ....core.assignment import Limit
from ....core.errors import name_some
from ...common.texts import counted
from ..layers.units import SpatialUnits
from .layer import Portfolios


@dataclass(frozen=True)
class SmoothingCase:
    """Customers with a territory, the field it stands in, and limits that must hold."""

    units: SpatialUnits
    portfolios: Portfolios
    field_name: str
    limits: Sequence[Limit]
    neighbours: int


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
