"""What deviations cost: the balance criterion of the fitness (see :mod:`.criteria`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray
from ..rounding import ROUNDING
from ..sums import weighted_sum
from .settings import MEAN_DEVIATION, STANDARD_DEVIATION, WORST_DEVIATION
from .space import SearchSpace


@dataclass(frozen=True)
class _Tuning:
    """What deviations cost, beyond the weight of balance.

    Attributes
    ----------
    negligible, more : float
        Deviation (share) beyond which each further percent costs ``more`` times as much on
        top: 0.05 % is what the search reaches on 10,000 areas without giving up travel.
    noticeable, much_more : float
        The same for what a sales force would call unfair: 1 %.
    main_part : float
        Part of the objective in the balance criterion; the rest is the mean, so that not only
        the worst territory of a plan is worth bettering.
    stricter_for_others : float
        How much smaller than the bound their own noticeable deviation is.
    coarse, coarsest, many, unavoidable : float
        ``coarse / m⁴`` is expected of many territories with ``m`` areas each, at most
        ``coarsest`` areas: so quickly do combinations get fewer that come close to a target, and
        among ``many`` territories some find none; fewer are expected to do better in
        proportion. It takes the place of the negligible and the noticeable deviation, and up
        to it a percent counts a quarter. With 300 territories of ten areas 4 instead of 6 %
        would make borders 10 % longer; with twenty areas each 0.4 % is expected, with a hundred
        nothing.
    """

    negligible: float = 5e-4
    more: float = 1.0
    noticeable: float = 0.01
    much_more: float = 6.0
    main_part: float = 0.75
    stricter_for_others: float = 8.0
    coarse: float = 1000.0
    coarsest: float = 0.75
    many: float = 100.0
    unavoidable: float = 0.15


_TUNING = _Tuning()


def expected_deviation(space: SearchSpace) -> float:
    """Deviation (share) that coarse areas lead to, where nothing else does."""
    grain = space.grain
    share = min(space.territory_count / _TUNING.many, 1.0)
    return share * min(_TUNING.coarse * grain**4, _TUNING.coarsest * grain)


def noticeable(space: SearchSpace, labels: NDArray, bound: float) -> FloatArray:
    """Deviation (share) of each territory (k, 1) from which on balance is much dearer."""
    limit = np.full((space.territory_count, 1), max(_TUNING.noticeable, bound))
    if space.overweight:
        # An overweight area is as heavy in one territory as in the next: to pull its holder
        # harder only hands it about.
        limit[:] = np.inf
        others = ~space.overweight.holders(labels)
        limit[others] = max(_TUNING.noticeable, bound / _TUNING.stricter_for_others)
    return limit


def objective_value(deviations: FloatArray, criterion_shares: FloatArray, objective: int) -> float:
    """Objective of deviations (k, c) as a share of the targets, in its own unit."""
    if objective == MEAN_DEVIATION:
        return weighted_sum(np.abs(deviations).mean(axis=0), criterion_shares)
    if objective == STANDARD_DEVIATION:
        return weighted_sum(np.sqrt((deviations**2).mean(axis=0)), criterion_shares)
    relative = criterion_shares / criterion_shares.max()
    return float((np.abs(deviations) * relative).max(initial=0.0))


Lines = list[tuple[float, float]]
"""Slopes and starts."""
_AS_WORST = {MEAN_DEVIATION: 4.0, STANDARD_DEVIATION: 3.0}


def balance_value(
    deviations: FloatArray,
    criterion_shares: FloatArray,
    bound: float,
    objective: int = WORST_DEVIATION,
    coarse: float = 0.0,
) -> float:
    """Balance criterion of deviations (k, c), as in the table of :mod:`.criteria`.

    ``bound`` is the deviation (share) that no plan goes below, ``coarse`` what coarse areas lead
    to.
    """
    scale = _AS_WORST.get(objective, 1.0)
    value = scale * objective_value(deviations, criterion_shares, objective)
    mean = weighted_sum(np.abs(deviations).mean(axis=0), criterion_shares)
    if objective != WORST_DEVIATION:
        mean = value
    return BalancePrices(bound, coarse).of_worst_and_mean(value, mean)


@dataclass(frozen=True)
class BalancePrices:
    """What the balance criterion costs, given the worst deviation and the mean one.

    Attributes
    ----------
    bound : float
        Deviation (share) that no plan goes below.
    coarse : float
        What coarse areas lead to (share).
    per_share : float
        Fitness per share of deviation.
    objective : int
    """

    bound: float
    coarse: float
    per_share: float = 1.0
    objective: int = WORST_DEVIATION

    @classmethod
    def of(cls, space: SearchSpace, bound: float, per_share: float) -> BalancePrices:
        """Prices of deviations beyond what is tolerated, for sums over territories."""
        bound = max(bound - space.tolerated, 0.0)
        coarse = max(expected_deviation(space) - space.tolerated, 0.0)
        objective = space.problem.criteria.objective
        return cls(bound, coarse, per_share, objective)

    def of_worst_and_mean(self, value: float, mean: float) -> float:
        """Balance criterion of a worst (or other) deviation and of the mean one, as shares."""
        coarse = self.coarse
        free = max(self.bound, coarse)
        dear = _TUNING.more * max(value - max(_TUNING.negligible, free), 0.0)
        dearer = _TUNING.much_more * max(value - max(_TUNING.noticeable, free), 0.0)
        spared = 1.0 - _TUNING.unavoidable
        value -= spared * min(value, coarse)
        mean -= spared * min(mean, coarse)
        part = _TUNING.main_part
        return part * (value + dear + dearer) + (1.0 - part) * mean

    @cached_property
    def lines_of_mean(self) -> Lines:
        """Straight lines the highest of which is the cost of the mean deviation.

        Where a mean or the standard deviation is the objective, all that it costs.
        """
        if self.objective == WORST_DEVIATION:
            return self._lines(lambda mean: self.of_worst_and_mean(0.0, mean))
        scale = _AS_WORST[self.objective]
        return self._lines(lambda value: self.of_worst_and_mean(value, value), scale)

    def lines_of_worst(self, fair: bool) -> Lines:
        """The same of the worst deviation; none where it does not count.

        ``fair``: whether it counts beside another objective, see :func:`unfair`.
        """
        if self.objective == WORST_DEVIATION:
            return self._lines(lambda value: self.of_worst_and_mean(value, 0.0))
        free = max(self.bound, self.coarse)
        return self._lines(lambda worst: unfair(worst, free)) if fair else []

    def _lines(self, cost: Callable[[float], float], scale: float = 1.0) -> Lines:
        """Lines of a convex cost that is straight between the deviations where prices change."""
        free = max(self.bound, self.coarse)
        dear, dearer = max(_TUNING.negligible, free), max(_TUNING.noticeable, free)
        bends = sorted({0.0, self.coarse, dear, dearer})
        lines: Lines = []
        for left, right in zip(bends, [*bends[1:], bends[-1] + 1.0]):
            slope = (cost(right) - cost(left)) / (right - left)
            if not lines or slope > lines[-1][0] * (1.0 + ROUNDING) + ROUNDING:
                lines.append((slope, cost(left) - slope * left))
        return [(self.per_share * scale * a, self.per_share * b) for a, b in lines]


def unfair(worst: float, free: float) -> float:
    """What one unfair territory costs where means count, which hardly feel it.

    A search that keeps such plans ends with a larger mean, too: 400 districts × 20 with a
    territory off by 2.3 % at σ 0.58 %, where the worst deviation as objective found 0.51 %;
    with this 0.42 %.
    """
    beyond = max(worst - max(_TUNING.noticeable, free), 0.0)
    return _TUNING.main_part * _TUNING.much_more * beyond
