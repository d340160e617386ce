"""What portfolios must keep, how to search for them, and what came out for one group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...core.arrays import BoolArray, FloatArray, IntArray
from ...core.assignment import Limit
from .limits import AttributeLimit


@dataclass(frozen=True)
class CustomerRules:
    """What portfolios must keep; the same in all groups.

    Attributes
    ----------
    min_count, max_count : int or None
        Customers of one territory.
    limits : sequence of AttributeLimit
        Sums (and further counts).
    min_retention : float or None
        Share (0 to 1) of today's customers that each representative keeps.
    max_distance : float or None
        Greatest distance of a customer to the centre in metres.
    fixed : bool
        Whether the centres stay where the representatives are.
    """

    min_count: int | None = None
    max_count: int | None = None
    limits: Sequence[AttributeLimit] = ()
    min_retention: float | None = None
    max_distance: float | None = None
    fixed: bool = False


@dataclass(frozen=True)
class SearchSettings:
    """How hard to search, and what to do afterwards."""

    restarts: int = 10
    seed: int = 1
    smooth: bool = False
    neighbours: int = 5
    price_rules: bool = True


@dataclass(frozen=True)
class PriceStep:
    """Compactness with the rules up to one: inertia in m², mean distance in m."""

    rule: str
    inertia: float
    mean_distance_m: float
    is_today: bool = False


@dataclass(frozen=True)
class GroupPlan:
    """Portfolios of one group.

    Attributes
    ----------
    names : list
        Territories 0 to k - 1, then representatives of today who get none.
    territory_count : int
        k
    labels : ndarray of int, shape (n,)
        Territory of each customer.
    before : ndarray of int, shape (n,)
        Today's representative (a position in ``names``), -1 for none.
    centres : ndarray of float, shape (k, 2)
        Positions of the centres.
    distance_m : ndarray of float, shape (n,)
        Distance of each customer to the centre.
    outlier : ndarray of bool, shape (n,)
        Customers most of whose neighbours are in another territory.
    limits : list of Limit
        All limits on totals, as they hold.
    prices : list of PriceStep
    status : str
        ``"converged"``, ``"rounds"`` or ``"cancelled"``.
    gap_pct : float
        How far the last assignment may be from the best one for its centres.
    """

    names: list[Any]
    territory_count: int
    labels: IntArray
    before: IntArray
    centres: FloatArray
    distance_m: FloatArray
    outlier: BoolArray
    limits: list[Limit]
    prices: list[PriceStep]
    status: str
    gap_pct: float

    @property
    def inertia(self) -> float:
        """Sum of the squared distances in m²."""
        return float((self.distance_m**2).sum())
