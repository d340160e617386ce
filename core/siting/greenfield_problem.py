"""The greenfield problem: customers, and what each centre may get."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..assignment import Limit, Names, count_limit, sum_limit
from ..errors import InvalidInput, name_some
from ..plan.areas import Areas
from ..texts import readable

CENTRE_RULES = ("weighted_mean", "mean", "weighted_median")


@dataclass(frozen=True)
class CentreBounds:
    """What each centre may get; None where there is no bound.

    Attributes
    ----------
    min_customers, max_customers : float or None
        Number of customers of each centre.
    size_range_pct : float or None
        Number of customers as ± percent of the mean number, rounded down to whole customers
        (188 customers, 9 centres, 20 %: 16 to 25); instead of the two above.
    min_demand, max_demand : float or None
        Each centre's demand.
    max_distance : float or None
        Maximum distance between a customer and its centre, in metres.
    """

    min_customers: float | None = None
    max_customers: float | None = None
    size_range_pct: float | None = None
    min_demand: float | None = None
    max_demand: float | None = None
    max_distance: float | None = None

    def __post_init__(self) -> None:
        if self.size_range_pct is not None:
            given = [b for b in (self.min_customers, self.max_customers) if b is not None]
            if given:
                raise InvalidInput(
                    "Give either “Minimum customers per centre” or “Maximum customers per centre” "
                    "({bound}) or the range around the mean (± {range} %), not both.",
                    bound=readable(given[0]),
                    range=readable(self.size_range_pct),
                )
        low, high = self.min_customers, self.max_customers
        if low is not None and high is not None and low > high:
            raise InvalidInput(
                "“Minimum customers per centre” ({low}) is above “Maximum customers per centre” "
                "({high}). Lower the one or raise the other.",
                low=readable(low),
                high=readable(high),
            )
        low, high = self.min_demand, self.max_demand
        if low is not None and high is not None and low > high:
            raise InvalidInput(
                "“Minimum demand per centre” ({low}) is above “Maximum demand per centre” "
                "({high}). Lower the one or raise the other.",
                low=readable(low),
                high=readable(high),
            )

    def customers(self, customer_count: int, count: int) -> tuple[float, float]:
        """Least and greatest number of customers of each of so many centres."""
        if self.size_range_pct is not None:
            mean = customer_count / count
            low = np.floor(mean * (1.0 - self.size_range_pct / 100.0) + 1e-9)
            high = np.floor(mean * (1.0 + self.size_range_pct / 100.0) + 1e-9)
            return max(float(low), 0.0), max(float(high), float(np.ceil(mean)))
        low = 0.0 if self.min_customers is None else float(np.ceil(self.min_customers))
        high = np.inf if self.max_customers is None else float(np.floor(self.max_customers))
        return low, high

    @property
    def demand(self) -> tuple[float, float]:
        """Least and greatest demand of each centre."""
        high = np.inf if self.max_demand is None else self.max_demand
        return self.min_demand or 0.0, high

    @property
    def reach(self) -> float:
        """Maximum distance in metres, infinite without one."""
        return np.inf if self.max_distance is None else self.max_distance


def _no_bounds() -> FloatArray:
    return np.empty(0)


@dataclass(frozen=True)
class ExistingCentres:
    """Centres that stay where they are, each with bounds of its own where it has some.

    Attributes
    ----------
    positions : ndarray, shape (e, 2)
    min_customers, max_customers, max_demand, max_distance : ndarray, shape (e,)
        Bounds of each centre (customers, demand, metres): NaN where it has that of all centres,
        () where none has one of its own.
    names : sequence or None
        What the centres are called; 1 to e without.

    Raises
    ------
    InvalidInput
        A bound is negative or infinite, or a minimum above its maximum.
    """

    positions: FloatArray
    min_customers: FloatArray = field(default_factory=_no_bounds)
    max_customers: FloatArray = field(default_factory=_no_bounds)
    max_demand: FloatArray = field(default_factory=_no_bounds)
    max_distance: FloatArray = field(default_factory=_no_bounds)
    names: Sequence[object] | None = None

    def __post_init__(self) -> None:
        bounds = (self.min_customers, self.max_customers, self.max_demand, self.max_distance)
        for values in bounds:
            bad = np.flatnonzero((values < 0.0) | np.isinf(values))
            if bad.size:
                raise InvalidInput.counted(
                    bad.size,
                    "A bound of {count} existing centre is negative or infinite: {names}. Correct "
                    "it in the fields of “Existing centres that stay” (EXISTING), or leave it "
                    "empty where the bound of all centres holds.",
                    "A bound of {count} existing centres is negative or infinite: {names}. Correct"
                    " it in the fields of “Existing centres that stay” (EXISTING), or leave it "
                    "empty where the bound of all centres holds.",
                    names=self.called(bad),
                )
        if self.min_customers.size and self.max_customers.size:
            bad = np.flatnonzero(self.min_customers > self.max_customers)
            if bad.size:
                raise InvalidInput.counted(
                    bad.size,
                    "The minimum number of customers of {count} existing centre is above its "
                    "maximum: {names}. Lower the one or raise the other.",
                    "The minimum number of customers of {count} existing centres is above their "
                    "maximum: {names}. Lower the one or raise the other.",
                    names=self.called(bad),
                )

    def __len__(self) -> int:
        return len(self.positions)

    def called(self, rows: IntArray) -> str:
        """Names of some centres, for a message."""
        names = self.names
        return name_some([int(row) + 1 if names is None else names[row] for row in rows])


@dataclass(frozen=True)
class GreenfieldProblem:
    """Customers that are to be served, and what a centre may get.

    Parameters
    ----------
    customers : Areas
        Who is served; their trips are the demand, at least 0.
    bounds : CentreBounds
    existing : ExistingCentres
        Centres that stay; they count among the centres and come first.
    centre_rule : {"weighted_mean", "mean", "weighted_median"}
        Where a centre lies among its customers.

    Raises
    ------
    InvalidInput
        No customers, negative or missing demand, no demand at all.
    """

    customers: Areas
    bounds: CentreBounds = field(default_factory=CentreBounds)
    existing: ExistingCentres = field(default_factory=lambda: ExistingCentres(np.empty((0, 2))))
    centre_rule: str = "weighted_mean"

    def __post_init__(self) -> None:
        if self.centre_rule not in CENTRE_RULES:
            raise InvalidInput("{rule} is no rule for centres.", rule=self.centre_rule)
        n, demand = len(self.customers), self.demand
        if n == 0:
            raise InvalidInput("There are no customers.")
        bad = np.flatnonzero(~(np.isfinite(demand) & (demand >= 0.0)))
        if bad.size:
            raise InvalidInput.counted(
                bad.size,
                "{count} customer has a negative or missing demand: {ids}.",
                "{count} customers have a negative or missing demand: {ids}.",
                ids=self.name(bad),
            )
        if not demand.sum() > 0.0:
            raise InvalidInput(
                "“Demand” (WEIGHT_FIELD) of all {n} customers is 0: there is nothing to serve. "
                "Choose another field, or leave it out so that each customer counts 1.",
                n=n,
            )

    @property
    def demand(self) -> FloatArray:
        """Demand per customer, shape (n,)."""
        return self.customers.trips

    @property
    def total_demand(self) -> float:
        """Demand of all customers."""
        return float(self.demand.sum())

    @property
    def customer_count(self) -> int:
        return len(self.customers)

    @property
    def existing_count(self) -> int:
        return len(self.existing)

    def name(self, rows: IntArray) -> str:
        """Ids of some customers, for a message."""
        return name_some([self.customers.called[row] for row in rows])

    def names(self) -> Names:
        """How messages of the allocation call things."""
        return Names(
            customers=self.customers.called,
            fixed_pairs=False,
        )

    def customer_bounds(self, count: int) -> tuple[FloatArray, FloatArray]:
        """Least and greatest number of customers (k,) of each centre, for so many centres."""
        low, high = self.bounds.customers(self.customer_count, count)
        lows, highs = self._own(
            count, low, high, self.existing.min_customers, self.existing.max_customers
        )
        return np.ceil(lows), np.floor(highs)

    def demand_bounds(self, count: int) -> tuple[FloatArray, FloatArray]:
        """Least and greatest demand (k,) of each centre."""
        return self._own(count, *self.bounds.demand, np.empty(0), self.existing.max_demand)

    def reach(self, count: int) -> FloatArray:
        """Maximum distance (k,) of each centre from its customers in metres, infinite for none."""
        reach = np.full(count, self.bounds.reach)
        return _replaced(reach, self.existing.max_distance)

    @property
    def has_reach(self) -> bool:
        """Whether any centre has a maximum distance."""
        return bool(np.isfinite(self.reach(max(self.existing_count, 1))).any())

    @staticmethod
    def _own(
        count: int, low: float, high: float, own_low: FloatArray, own_high: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """Bounds (k,) of all centres; an own bound lifts a common one that contradicts it."""
        lows = _replaced(np.full(count, low), own_low)
        highs = _replaced(np.full(count, high), own_high)
        lowered = np.where(_given(count, own_high), np.minimum(lows, highs), lows)
        raised = np.where(_given(count, own_low), np.maximum(highs, lows), highs)
        return lowered, raised

    def limits(self, count: int) -> list[Limit]:
        """Limits of the allocation to so many centres."""
        limits = []
        low, high = self.customer_bounds(count)
        if (low > 0.0).any() or (high < self.customer_count).any():
            limits.append(count_limit(count, low, high))
        low, high = self.demand_bounds(count)
        if (low > 0.0).any() or np.isfinite(high).any():
            limits.append(sum_limit("demand", self.demand, count, low, high))
        return limits


def _given(count: int, own: FloatArray) -> BoolArray:
    """Centres (k,) that have a bound of their own."""
    given = np.zeros(count, dtype=bool)
    given[: own.size] = ~np.isnan(own)
    return given


def _replaced(common: FloatArray, own: FloatArray) -> FloatArray:
    """Common bounds (k,) with those of the existing centres, which come first, in their place."""
    bounds = common.copy()
    first = bounds[: own.size]
    bounds[: own.size] = np.where(np.isnan(own), first, own)
    return bounds
