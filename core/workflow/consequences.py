"""What a number of territories means: balance, travel, borders, the largest territory, money."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from ..arrays import FloatArray
from ..plan.measures import TravelPrices, measures_of
from ..plan.plan import Plan
from ..plan.resiting import homes_in_areas
from ..siting.curve import Recommendation, recommended_by_cost, recommended_by_saving
from ..siting.homes import best_homes
from ..travel.trips import Trips
from ..unit_factors import METRES_PER_KM, SECONDS_PER_HOUR


@dataclass(frozen=True)
class Prices:
    """Costs of representatives and their travel, in any currency.

    Attributes
    ----------
    travel : TravelPrices
        Per hour and kilometre.
    per_representative : float
        For the period to which the travel belongs.
    speed_kmh : float or None
        Of trips of which no times are known; None: their hours cost nothing.
    """

    travel: TravelPrices
    per_representative: float = 0.0
    speed_kmh: float | None = None

    @property
    def are_given(self) -> bool:
        """Whether anything costs anything."""
        return max(self.travel.per_km, self.travel.per_hour, self.per_representative) > 0.0


@dataclass(frozen=True)
class Consequences:
    """One row of the table of counts.

    Attributes
    ----------
    territories : int
    max_deviation_pct, sigma_pct : float
        Worst deviation, and standard deviation in percent of the mean target.
    mean_trip_m, mean_trip_s : float
        From the homes after the run; seconds are NaN where no times are known.
    travel_km, travel_h : float
        All representatives together; hours are NaN where neither times nor a speed are known.
    border_m : float
        Length of the borders between territories.
    total, largest, smallest : float
        Of the criterion that capacity is about, in its unit.
    load_pct : float
        The largest territory in percent of what one representative can carry; NaN without.
    cost_reps, cost_travel, cost : float
        Money; NaN where nothing costs anything.
    """

    territories: int
    max_deviation_pct: float
    sigma_pct: float
    mean_trip_m: float
    mean_trip_s: float
    travel_km: float
    travel_h: float
    border_m: float
    total: float
    largest: float
    smallest: float
    load_pct: float
    cost_reps: float
    cost_travel: float
    cost: float

    @classmethod
    def columns(cls) -> list[str]:
        """Names of the columns, in their order."""
        return [field.name for field in fields(cls)]


@dataclass(frozen=True)
class Judging:
    """How counts are judged.

    Attributes
    ----------
    column : int
        The criterion that capacity is about.
    capacity : float or None
        What one representative can carry of it.
    prices : Prices
    all_visits : bool
        Whether travel adds up all visits; else one trip to each visited area.
    """

    column: int
    capacity: float | None
    prices: Prices
    all_visits: bool = False

    def of(self, plan: Plan) -> Consequences:
        """The consequences of a plan, from its own homes."""
        measures = measures_of(plan)
        statistics = plan.statistics
        km = _sum(measures.metres, self.all_visits) / METRES_PER_KM
        hours, cost_hours = float("nan"), 0.0
        if measures.seconds is not None and np.isfinite(measures.seconds.overall_mean):
            hours = _sum(measures.seconds, self.all_visits) / SECONDS_PER_HOUR
        elif self.prices.speed_kmh:
            hours = km / self.prices.speed_kmh
        if np.isfinite(hours):
            cost_hours = hours * self.prices.travel.per_hour
        totals = statistics.totals[:, self.column]
        largest = float(totals.max())
        nothing = float("nan")
        cost_travel = cost_hours + km * self.prices.travel.per_km
        cost_reps = plan.territory_count * self.prices.per_representative
        given = self.prices.are_given
        seconds = plan.overall_mean_trip_s
        return Consequences(
            territories=plan.territory_count,
            max_deviation_pct=statistics.max_deviation_pct,
            sigma_pct=measures.worst_evenness.sigma_pct,
            mean_trip_m=statistics.overall_mean_distance_m,
            mean_trip_s=nothing if seconds is None else seconds,
            travel_km=km,
            travel_h=hours,
            border_m=statistics.border_length_m,
            total=float(totals.sum()),
            largest=largest,
            smallest=float(totals.min()),
            load_pct=100.0 * largest / self.capacity if self.capacity else nothing,
            cost_reps=cost_reps if given else nothing,
            cost_travel=cost_travel if given else nothing,
            cost=cost_reps + cost_travel if given else nothing,
        )

    def recommended(self, rows: dict[int, Consequences], single_trip_m: float) -> Recommendation:
        """The count to choose among several.

        The smallest whose largest territory one representative can carry; without a capacity
        the cheapest; without costs the smallest beyond which a further territory saves too
        little travel.

        Parameters
        ----------
        rows : dict of int to Consequences
            By count, ascending.
        single_trip_m : float
            Mean trip from one home alone.
        """
        counts = list(rows)
        if self.capacity is not None:
            fitting = [count for count in counts if rows[count].load_pct <= 100.0 + 1e-9]
            chosen = fitting[0] if fitting else counts[-1]
            return Recommendation(chosen, False, not fitting)
        if self.prices.are_given:
            return recommended_by_cost({count: rows[count].cost for count in counts})
        trips = {count: rows[count].mean_trip_m for count in counts}
        return recommended_by_saving(trips, single_trip_m)


def single_trip_m(plan: Plan, trips: Trips) -> float:
    """Mean trip in metres from the one area that is nearest to everything."""
    areas = plan.areas
    labels = np.zeros(len(areas), dtype=np.int64)
    home = best_homes(trips, labels, areas.trips, 1)
    targets: FloatArray = areas.weights.sum(axis=0, keepdims=True)
    alone = Plan(areas, labels, [1], targets, homes_in_areas(areas, home, trips, [labels]))
    return alone.statistics.overall_mean_distance_m


def _sum(figures: object, all_visits: bool) -> float:
    return float(getattr(figures, "all_visits" if all_visits else "one_each").sum())
