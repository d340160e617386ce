"""The balance of a plan that moves about one area at a time: measures of territories, and sums."""

from __future__ import annotations

from typing import NamedTuple

from ..rounding import ROUNDING
from .balance_prices import BalancePrices
from .criteria import Scales
from .search_plan import SearchPlan
from .settings import STANDARD_DEVIATION
from .space import SearchSpace

Measure = tuple[float, float, float, float]
_ROOT = 1.0 / 8.0
"""Eighth powers make the norm that stands for the worst deviation: what evens out all territories
near the worst one leads to where it can be lowered."""
NOTHING = 1e-12
"""Difference of sums that is rounding."""
_NONE: Measure = (0.0, 0.0, 0.0, 0.0)
"""Measures of no territory."""


class Sums(NamedTuple):
    """What balance comes to over all territories, and of the two that differ.

    Attributes
    ----------
    giving, taking : tuple of float
        Measures of the two: worst deviation as it counts, mean absolute deviation, excess over
        the limit, and the worst deviation to the power of the norm (or the mean square).
    power, mean, excess : float
        Sums of measures.
    cost : float
        Fitness, with a norm in the place of the worst deviation, and the price of the excess.
    """

    giving: Measure
    taking: Measure
    power: float
    mean: float
    excess: float
    cost: float


class WalkBalance:
    """What the territories of a plan cost through balance, in units of the fitness.

    Parameters
    ----------
    space : SearchSpace
    scales : Scales
    plan : SearchPlan
        Changed by whoever moves areas.

    Attributes
    ----------
    measures : list of tuple
        Of each territory, see :class:`Sums`.
    sums : Sums
        Over all territories.
    price_of_excess : float
        Fitness per share by which territories exceed the limit on deviation.
    """

    def __init__(self, space: SearchSpace, scales: Scales, plan: SearchPlan) -> None:
        self.space, self.plan = space, plan
        self.prices = BalancePrices.of(space, scales.bound, scales.balance)
        self.shares: list[float] = space.criterion_shares.tolist()
        self.relative = [share / max(self.shares) for share in self.shares]
        self.limit = space.problem.rules.max_deviation + ROUNDING
        self.inverse = space.inverse_rows
        self.squares = space.problem.criteria.objective == STANDARD_DEVIATION
        self.price_of_excess = 0.0
        self.measure_anew()

    def measure_anew(self) -> None:
        """Measures and sums of the plan as it stands."""
        self.measures = [self._measure(deviation) for deviation in self.plan.deviation]
        _, mean, excess, power = (sum(column) for column in zip(*self.measures))
        self.sums = self._summed(_NONE, _NONE, power, mean, excess)

    def after(self, source: int, target: int, weights: list[float]) -> Sums:
        """What balance comes to if so much weight goes from one territory to another."""
        deviation, inverse = self.plan.deviation, self.inverse
        giving = self._measure(
            [d - w * i for d, w, i in zip(deviation[source], weights, inverse[source])]
        )
        taking = self._measure(
            [d + w * i for d, w, i in zip(deviation[target], weights, inverse[target])]
        )
        old, other, sums = self.measures[source], self.measures[target], self.sums
        power = sums.power + giving[3] + taking[3] - old[3] - other[3]
        mean = sums.mean + giving[1] + taking[1] - old[1] - other[1]
        excess = sums.excess + giving[2] + taking[2] - old[2] - other[2]
        return self._summed(giving, taking, power, mean, excess)

    def _summed(
        self, giving: Measure, taking: Measure, power: float, mean: float, excess: float
    ) -> Sums:
        if excess < NOTHING:
            excess = 0.0
        cost = self.prices.of_balance(self.value(power), mean)
        if excess > 0.0:
            cost += self.price_of_excess * excess
        return Sums(giving, taking, power, mean, excess, cost)

    def value(self, power: float) -> float:
        """Standard deviation, or norm in the place of the worst deviation, of a sum of powers."""
        if power <= 0.0:
            return 0.0
        return (power / len(self.measures)) ** 0.5 if self.squares else power**_ROOT

    def _measure(self, deviations: list[float]) -> Measure:
        tolerated = self.space.tolerated
        worst = mean = most = square = 0.0
        for deviation, share, relative in zip(deviations, self.shares, self.relative):
            if deviation < 0.0:
                deviation = -deviation
            if deviation > most:
                most = deviation
            deviation -= tolerated
            if deviation > 0.0:
                mean += deviation * share
                square += deviation * deviation * share
                deviation *= relative
                if deviation > worst:
                    worst = deviation
        excess = most - self.limit
        if not self.squares:
            square = worst * worst
            square *= square
            square *= square
        return worst, mean, excess if excess > 0.0 else 0.0, square
