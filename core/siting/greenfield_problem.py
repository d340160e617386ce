"""The greenfield problem: customers, bounds per centre, and why they may not be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import Limit, Names, count_limit, sum_limit
from ..assignment.explain import readable
from ..errors import InfeasibleProblem, InvalidInput, name_some
from ..geometry.geodesy import Metric

CENTRE_RULES = ("weighted_mean", "mean", "weighted_median")


@dataclass(frozen=True)
class GreenfieldProblem:
    """Customers that are to be served, and what a centre may get.

    Parameters
    ----------
    positions : ndarray, shape (n, 2)
        Customers, in the metric's coordinates (longitude and latitude, or map units).
    demand : ndarray, shape (n,)
        Demand per customer, at least 0.
    metric : Metric
        Measures distances.
    existing : ndarray, shape (e, 2), optional
        Centres that stay where they are; they count among the centres.
    min_customers, max_customers : float, optional
        Bounds on the number of customers of each centre.
    size_range_pct : float, optional
        Bounds on the number of customers as ± percent of the mean number, rounded down to
        whole customers (188 customers, 9 centres, 20 %: 16 to 25); instead of the two above.
    min_demand, max_demand : float, optional
        Bounds on each centre's demand.
    max_distance : float, optional
        Greatest distance between a customer and its centre, in metres.
    centre_rule : {"weighted_mean", "mean", "weighted_median"}
        Where a centre lies among its customers.
    customer_ids : sequence, optional
        Names of the customers, for messages.
    """

    positions: FloatArray
    demand: FloatArray
    metric: Metric
    existing: FloatArray | None = None
    min_customers: float | None = None
    max_customers: float | None = None
    size_range_pct: float | None = None
    min_demand: float | None = None
    max_demand: float | None = None
    max_distance: float | None = None
    centre_rule: str = "weighted_mean"
    customer_ids: Sequence[object] | None = None

    def __post_init__(self) -> None:
        n = len(self.positions)
        if self.centre_rule not in CENTRE_RULES:
            raise InvalidInput("{rule} is no rule for centres.", rule=self.centre_rule)
        if n == 0:
            raise InvalidInput("There are no customers.")
        demand = np.asarray(self.demand, dtype=float)
        bad = np.flatnonzero(~(np.isfinite(demand) & (demand >= 0.0)))
        if demand.shape != (n,) or bad.size:
            raise InvalidInput(
                "{bad} customers have a negative or missing demand: {ids}.",
                bad=bad.size,
                ids=self.name(bad),
            )
        if not demand.sum() > 0.0:
            raise InvalidInput(
                "All {n} customers have a demand of 0: there is nothing to serve. Choose another "
                "field, or leave it out so that each customer counts 1.",
                n=n,
            )
        if self.size_range_pct is not None:
            for bound, what in ((self.min_customers, "least"), (self.max_customers, "greatest")):
                if bound is not None:
                    raise InvalidInput(
                        "Give either the {what} number of customers per centre ({bound}) or the "
                        "range around the mean (± {range} %), not both.",
                        what=what,
                        bound=readable(bound),
                        range=readable(self.size_range_pct),
                    )
        for low, high, what in (
            (self.min_customers, self.max_customers, "customers"),
            (self.min_demand, self.max_demand, "demand"),
        ):
            if low is not None and high is not None and low > high:
                raise InvalidInput(
                    "The least {what} per centre ({low}) is above the greatest ({high}). Lower "
                    "the one or raise the other.",
                    what=what,
                    low=readable(low),
                    high=readable(high),
                )

    @property
    def customer_count(self) -> int:
        return len(self.positions)

    @property
    def existing_count(self) -> int:
        return 0 if self.existing is None else len(self.existing)

    def name(self, rows: IntArray) -> str:
        """Ids of some customers, for a message."""
        if self.customer_ids is None:
            return name_some((np.asarray(rows) + 1).tolist())
        return name_some([self.customer_ids[row] for row in rows])

    def names(self) -> Names:
        """How messages of the allocation call things."""
        ids = self.customer_ids
        return Names(
            customers=list(range(1, self.customer_count + 1)) if ids is None else ids,
            centre_word="centre",
            pair_rules=["maximum distance"],
        )

    def customer_bounds(self, count: int) -> tuple[float, float]:
        """Least and greatest number of customers per centre, for so many centres."""
        if self.size_range_pct is not None:
            mean = self.customer_count / count
            low = np.floor(mean * (1.0 - self.size_range_pct / 100.0) + 1e-9)
            high = np.floor(mean * (1.0 + self.size_range_pct / 100.0) + 1e-9)
            return max(float(low), 0.0), max(float(high), float(np.ceil(mean)))
        low = 0.0 if self.min_customers is None else float(np.ceil(self.min_customers))
        high = np.inf if self.max_customers is None else float(np.floor(self.max_customers))
        return low, high

    def bounds_text(self, count: int) -> str:
        """Bounds of each centre in words, for a message."""
        low, high = self.customer_bounds(count)
        parts = [
            f"{name} per centre: {readable(least)} to {readable(min(most, total))}"
            for name, least, most, total in (
                ("customers", low, high, float(self.customer_count)),
                (
                    "demand",
                    self.min_demand or 0.0,
                    np.inf if self.max_demand is None else self.max_demand,
                    float(np.sum(self.demand)),
                ),
            )
            if least > 0.0 or most < total
        ]
        return "; ".join(parts) or "no bounds"

    def limits(self, count: int) -> list[Limit]:
        """Limits of the allocation to so many centres."""
        limits = []
        low, high = self.customer_bounds(count)
        if low > 0.0 or high < self.customer_count:
            limits.append(count_limit(count, low, high))
        if self.min_demand is not None or self.max_demand is not None:
            limits.append(sum_limit("demand", self.demand, count, self.min_demand, self.max_demand))
        return limits

    def refuse_impossible(self, count: int) -> None:
        """Raise :class:`InfeasibleProblem` if counting shows that no plan exists."""
        n = self.customer_count
        # Sites that exist already may stay empty; nobody builds more than there are customers.
        most = max(n, self.existing_count)
        if count < 1 or count > most:
            raise InfeasibleProblem(
                "The number of centres is {count}, but that of customers {n}. Choose a number of "
                "centres from {least} to {most}.",
                count=count,
                n=n,
                least=max(1, self.existing_count),
                most=most,
            )
        if count < self.existing_count:
            raise InfeasibleProblem(
                "The number of centres is {count}, but {existing} exist already and stay open. "
                "Raise the number to at least {existing}, or close some.",
                count=count,
                existing=self.existing_count,
            )
        self._refuse_customer_bounds(count)
        self._refuse_demand_bounds(count)
        if self.max_distance is not None:
            self._refuse_distance(count)

    def _refuse_customer_bounds(self, count: int) -> None:
        n = self.customer_count
        low, high = self.customer_bounds(count)
        if count * low > n:
            raise InfeasibleProblem(
                "{count} centres × at least {low} customers = {need}, but there are only "
                "{n} customers. Lower the minimum or the number of centres.",
                count=count,
                low=readable(low),
                need=readable(count * low),
                n=n,
            )
        if count * high < n:
            raise InfeasibleProblem(
                "{count} centres × at most {high} customers = {room}, but there are {n} "
                "customers. Raise the maximum or the number of centres.",
                count=count,
                high=readable(high),
                room=readable(count * high),
                n=n,
            )

    def _refuse_demand_bounds(self, count: int) -> None:
        total = float(np.sum(self.demand))
        if self.min_demand is not None and count * self.min_demand > total * (1.0 + 1e-12):
            raise InfeasibleProblem(
                "{count} centres × at least {low} demand = {need}, but the customers' "
                "demand is {total} in all. Lower the minimum or the number of centres.",
                count=count,
                low=readable(self.min_demand),
                need=readable(count * self.min_demand),
                total=readable(total),
            )
        if self.max_demand is None:
            return
        if count * self.max_demand < total * (1.0 - 1e-12):
            raise InfeasibleProblem(
                "{count} centres × at most {high} demand = {room}, but the customers' "
                "demand is {total} in all. Raise the maximum or the number of centres.",
                count=count,
                high=readable(self.max_demand),
                room=readable(count * self.max_demand),
                total=readable(total),
            )
        large = np.flatnonzero(np.asarray(self.demand) > self.max_demand * (1.0 + 1e-12))
        if large.size:
            raise InfeasibleProblem(
                "{large} customers alone have more demand than one centre may get ({high}): "
                "{ids}. Raise the maximum or divide these customers.",
                large=large.size,
                high=readable(self.max_demand),
                ids=self.name(large),
            )

    def _refuse_distance(self, count: int) -> None:
        limit = float(self.max_distance or 0.0)
        nearest = np.full(self.customer_count, np.inf)
        if self.existing is not None and len(self.existing):
            nearest = self.metric.matrix(self.positions, self.existing).min(axis=1)
        free = count - self.existing_count
        if free == 0:
            far = np.flatnonzero(nearest > limit)
            if far.size:
                raise InfeasibleProblem(
                    "{far} customers are farther than {limit} m from every existing centre, "
                    "and no new centre is asked for: {ids}. Raise the distance or the count.",
                    far=far.size,
                    limit=readable(limit),
                    ids=self.name(far),
                )
            return
        # Customers more than twice the limit apart can never share a new centre.
        uncovered = np.flatnonzero(nearest > limit)
        apart: list[int] = []
        spread, closest = np.full(uncovered.size, np.inf), np.inf
        while uncovered.size and len(apart) <= free and spread.max() > 2.0 * limit:
            closest = float(spread.max())
            apart.append(int(uncovered[np.argmax(spread)]))
            distance = self.metric.matrix(self.positions[uncovered], self.positions[apart[-1:]])
            spread = np.minimum(spread, distance[:, 0])
        if len(apart) <= free:
            return
        # Two of them share a centre, or one is reached from an existing centre, from here on.
        enough = min(0.5 * closest, float(nearest[apart].min()))
        raise InfeasibleProblem(
            "{need} customers are more than twice {limit} m apart from each other and so need "
            "a new centre each, but only {free} can be placed: {ids}. Raise the number of centres, "
            "or the distance to at least {enough} m.",
            need=len(apart),
            limit=readable(limit),
            free=free,
            ids=self.name(np.array(apart)),
            enough=readable(np.ceil(enough)),
        )
