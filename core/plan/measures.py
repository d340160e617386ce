"""All figures of one plan together, as evaluate and compare show them."""

from __future__ import annotations

from dataclasses import dataclass, fields

from ..unit_factors import METRES_PER_KM, SECONDS_PER_HOUR
from .evenness import Evenness, evenness
from .plan import Plan
from .statistics import PlanStatistics
from .travel_figures import TravelFigures, travel_in_metres, travel_in_seconds


@dataclass(frozen=True)
class TravelPrices:
    """What travel costs; 0 where it is not given.

    Attributes
    ----------
    per_hour, per_km : float
        Money for an hour and for a kilometre on the road.
    """

    per_hour: float = 0.0
    per_km: float = 0.0

    @property
    def are_zero(self) -> bool:
        """Whether travel costs nothing."""
        return self.per_hour == self.per_km == 0.0


@dataclass(frozen=True)
class Measures:
    """Figures of a plan with k territories and c criteria.

    Attributes
    ----------
    statistics : PlanStatistics
    evenness : tuple of Evenness
        One for each criterion.
    metres : TravelFigures
    seconds : TravelFigures or None
        None where no times are known.
    """

    statistics: PlanStatistics
    evenness: tuple[Evenness, ...]
    metres: TravelFigures
    seconds: TravelFigures | None

    @property
    def worst_evenness(self) -> Evenness:
        """The largest of each figure over all criteria."""
        return Evenness(
            **{
                field.name: max(getattr(one, field.name) for one in self.evenness)
                for field in fields(Evenness)
            }
        )

    def lacks_trips(self, prices: TravelPrices) -> bool:
        """Whether a trip that has a price is not known: no home, or no way."""
        lacks_metres = bool(self.metres.unreachable.any()) and prices.per_km > 0.0
        if self.seconds is None:
            return lacks_metres or prices.per_km == 0.0
        return lacks_metres or (bool(self.seconds.unreachable.any()) and prices.per_hour > 0.0)

    def travel_price(self, prices: TravelPrices, *, all_visits: bool = False) -> float:
        """Money for the travel of all representatives.

        For one trip to each visited area (thesis, sect. 5.1.5), or for all visits. Where no
        times are known, hours cost nothing.
        """

        def total(figures: TravelFigures) -> float:
            return float((figures.all_visits if all_visits else figures.one_each).sum())

        price = prices.per_km * total(self.metres) / METRES_PER_KM
        if self.seconds is not None:
            price += prices.per_hour * total(self.seconds) / SECONDS_PER_HOUR
        return price


def measures_of(plan: Plan) -> Measures:
    """All figures of a plan, from its homes or weighted centres."""
    statistics = plan.statistics
    return Measures(
        statistics=statistics,
        evenness=tuple(
            evenness(totals, targets)
            for totals, targets in zip(statistics.totals.T, plan.targets.T)
        ),
        metres=travel_in_metres(plan),
        seconds=travel_in_seconds(plan),
    )
