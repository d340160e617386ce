"""What territory:matchreps was given, read once."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.arrays import FloatArray
from .customers import Portfolios
from .units import SpatialUnits


@dataclass(frozen=True)
class MatchCase:
    """Customers with their clusters, their current portfolios and their weights (n,)."""

    units: SpatialUnits
    clusters: Portfolios
    current: Portfolios
    weights: FloatArray
