"""Improvement of a plan by border moves: simulated annealing with growing balance pressure.

Each sweep evaluates all border moves at once with arrays. A move must beat a random
threshold drawn in advance (Metropolis' rule); the few that may pass are then tried one by
one against the plan as it stands by then, with an exact test of contiguity. Balance enters
as the sum of squared deviations, whose weight grows during the search.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray, IntArray
from ..progress import SILENT, Progress
from ..sums import weighted_rows
from .balance_prices import noticeable
from .border_moves import BorderMoves
from .criteria import Scales
from .pressure import Pressure, emphasis_of
from .search_plan import SearchPlan
from .space import SearchSpace


@dataclass(frozen=True)
class _Tuning:
    """Thresholds of the annealing; chosen on the cases of ``benchmarks/balance.py``.

    Attributes
    ----------
    drift_in_areas : float
        Moves are tried that as many typical areas, moved meanwhile, could make acceptable.
        More finds a few more moves and takes longer for all.
    sweeps_per_centre : int
        Sweeps after which travel is linearised anew at the centres, which hardly move.
    scarce, price_step : float
        Share of the change budget from which its price rises, and the factor per sweep by
        which it rises or falls.
    """

    drift_in_areas: float = 1.5
    sweeps_per_centre: int = 4
    scarce: float = 0.97
    price_step: float = 1.25


_TUNING = _Tuning()


@dataclass(frozen=True)
class Schedule:
    """How a local search anneals.

    Attributes
    ----------
    sweeps : int
    heat_start, heat_end : float
        Temperature in units of the typical cost of a border move; 0 is greedy.
    tolerance_start, tolerance_end : float
        Deviation (share) at which balance pulls on a typical area as hard as its travel
        and border do, if the criteria have their default weights.
    """

    sweeps: int
    heat_start: float
    heat_end: float
    tolerance_start: float
    tolerance_end: float

    def at(self, sweep: int) -> tuple[float, float]:
        """Heat and tolerance of a sweep; both fall geometrically."""
        share = sweep / max(self.sweeps - 1, 1)
        heat = 0.0
        if self.heat_start > 0.0:
            heat = self.heat_start * (self.heat_end / self.heat_start) ** share
        return heat, self.tolerance_start * (self.tolerance_end / self.tolerance_start) ** share


def improve(
    space: SearchSpace,
    scales: Scales,
    labels: NDArray,
    schedule: Schedule,
    rng: np.random.Generator,
    progress: Progress = SILENT,
) -> IntArray:
    """Anneal a contiguous plan; the plan returned is contiguous and keeps all rules.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
    schedule : Schedule
    rng : numpy.random.Generator

    Raises
    ------
    Cancelled
        If the caller asks to stop.
    """
    plan = SearchPlan(space, labels)
    pressure = None
    change_price = 0.0
    for sweep in range(schedule.sweeps):
        progress.stop_if_cancelled()
        if sweep % _TUNING.sweeps_per_centre == 0:
            centres = space.centres(plan.labels)
        moves = BorderMoves.of(space, scales, plan.labels, centres, change_price)
        if not len(moves):
            break
        if pressure is None:
            pressure = Pressure.of(space, scales, moves)
            if space.change_limit < 1.0:
                change_price = pressure.price_of_change
                continue
        heat, tolerance = schedule.at(sweep)
        threshold = heat * pressure.typical_cost * rng.standard_exponential(len(moves))
        prices = _Prices(scales, pressure.at(tolerance), change_price, centres)
        accepted = _Sweep(plan, prices).run(moves, threshold, rng)
        plan.refresh()
        if space.change_limit < 1.0:
            scarce = plan.changed > _TUNING.scarce * space.change_limit
            change_price *= _TUNING.price_step if scarce else 1.0 / _TUNING.price_step
        if accepted == 0 and heat == 0.0 and tolerance == schedule.tolerance_end:
            break
    return plan.labels


@dataclass(frozen=True)
class _Prices:
    """What one sweep reckons with.

    Attributes
    ----------
    scales : Scales
    balance : float
        Fitness per unit of squared deviation.
    change : float
        Least price of a unit of weight that changes hands.
    centres : ndarray of float, shape (k, 2)
        Where travel is measured from if homes are free.
    """

    scales: Scales
    balance: float
    change: float
    centres: FloatArray


class _Sweep:
    """One pass over the border moves that may pass their random thresholds."""

    def __init__(self, plan: SearchPlan, prices: _Prices) -> None:
        space = plan.space
        self.plan = plan
        self.prices = prices
        self.border_price = prices.scales.border
        self.limited = space.change_limit < 1.0
        self.tolerated = space.tolerated
        self.neighbours, self.borders = space.lists.neighbours, space.lists.borders
        self.deviations = np.array(plan.deviation)
        limits = noticeable(space, plan.labels, prices.scales.bound)
        self.emphasis = emphasis_of(space, self.deviations, limits)
        self.rates: list[list[float]] = (prices.balance * self.emphasis).tolist()
        # Areas beside one that has moved in this sweep: their borders are not what they were.
        self.disturbed = bytearray(space.area_count)

    def run(self, moves: BorderMoves, threshold: FloatArray, rng: np.random.Generator) -> int:
        """Number of moves made; each costs less than its threshold (p,) on top of balance."""
        allowance = threshold - moves.other_cost
        tried = rng.permutation(np.flatnonzero(self._promising(moves, allowance)))
        if self.plan.space.criterion_count == 1:
            return self._run_one_criterion(moves, allowance, tried)
        accepted = 0
        for area, source, target, allowed, border, lost, gained in zip(
            moves.area[tried].tolist(),
            moves.source[tried].tolist(),
            moves.target[tried].tolist(),
            allowance[tried].tolist(),
            (self.prices.scales.border * moves.border_change[tried]).tolist(),
            moves.lost[tried].tolist(),
            moves.gained[tried].tolist(),
        ):
            if self.plan.label_list[area] != source:
                continue
            allowed_border = allowed - self._imbalance_change(source, target, lost, gained)
            if border >= allowed_border and not self.disturbed[area]:
                continue
            accepted += self._try(area, target, allowed_border, allowed)
        return accepted

    def _run_one_criterion(self, moves: BorderMoves, allowance: FloatArray, tried: IntArray) -> int:
        """The same with a single criterion: here nearly all the time of a search goes."""
        plan, tolerated, disturbed = self.plan, self.tolerated, self.disturbed
        labels, deviation = plan.label_list, plan.deviation
        rates = [rate[0] for rate in self.rates]
        accepted = 0
        for area, source, target, allowed, border, lost, gained in zip(
            moves.area[tried].tolist(),
            moves.source[tried].tolist(),
            moves.target[tried].tolist(),
            allowance[tried].tolist(),
            (self.prices.scales.border * moves.border_change[tried]).tolist(),
            moves.lost[tried, 0].tolist(),
            moves.gained[tried, 0].tolist(),
        ):
            if labels[area] != source:
                continue
            giving, taking = deviation[source][0], deviation[target][0]
            if tolerated <= 0.0:
                change = rates[source] * lost * (lost - 2.0 * giving)
                change += rates[target] * gained * (gained + 2.0 * taking)
            else:
                change = rates[source] * self._square_change(giving, -lost)
                change += rates[target] * self._square_change(taking, gained)
            if border < allowed - change or disturbed[area]:
                accepted += self._try(area, target, allowed - change, allowed)
        return accepted

    def _moved(self, areas: list[int]) -> None:
        """Note that the areas have changed territory."""
        for area in areas:
            for other in self.neighbours[area]:
                self.disturbed[other] = 1

    def _promising(self, moves: BorderMoves, allowance: FloatArray) -> BoolArray:
        """Moves that pass now, or that some other moves could make acceptable meanwhile."""
        balance_rate = self.prices.balance
        hope = (
            allowance
            - self.prices.scales.border * moves.border_change
            - balance_rate * moves.imbalance_change(self.deviations, self.emphasis, self.tolerated)
        )
        load = weighted_rows(moves.lost + moves.gained, self.plan.space.criterion_shares)
        drift = _TUNING.drift_in_areas * float(load.mean())
        return np.asarray(hope > -balance_rate * load * drift)

    def _imbalance_change(
        self, source: int, target: int, lost: list[float], gained: list[float]
    ) -> float:
        """What a move costs through balance, as the plan stands by now."""
        cost = 0.0
        for rate, out, giving in zip(self.rates[source], lost, self.plan.deviation[source]):
            cost += rate * self._square_change(giving, -out)
        for rate, into, taking in zip(self.rates[target], gained, self.plan.deviation[target]):
            cost += rate * self._square_change(taking, into)
        return cost

    def _square_change(self, deviation: float, change: float) -> float:
        """The same as :func:`.square_change` of single numbers, many times faster."""
        if self.tolerated <= 0.0:
            return change * (change + 2.0 * deviation)
        after = max(abs(deviation + change) - self.tolerated, 0.0)
        before = max(abs(deviation) - self.tolerated, 0.0)
        return after * after - before * before

    def _try(self, area: int, target: int, allowed_border: float, allowed: float) -> bool:
        """Move an area if its border costs less than allowed and contiguity permits."""
        plan = self.plan
        labels = plan.label_list
        source = labels[area]
        staying = []
        touching = False
        border_change = 0.0
        neighbours = self.neighbours[area]
        for other, border in zip(neighbours, self.borders[area]):
            label = labels[other]
            if label == source:
                border_change += border
                staying.append(other)
            elif label == target:
                border_change -= border
                touching = True
        if not touching or self.border_price * border_change >= allowed_border:
            return False
        if self.limited and not plan.within_change_limit(area, target):
            return False
        if plan.stays_connected(area, staying):
            plan.move(area, target)
            disturbed = self.disturbed
            for other in neighbours:
                disturbed[other] = 1
            return True
        dependents = plan.cut_off_by(area, staying) if len(staying) > 1 else []
        return bool(dependents) and self._move_together([area, *dependents], target, allowed)

    def _move_together(self, areas: list[int], target: int, allowed: float) -> bool:
        """Move an area with all that depend on it; take it back if it costs more than allowed.

        ``allowed`` is what the first area alone may cost, its travel and stability included.
        """
        plan, space, prices = self.plan, self.plan.space, self.prices
        source = plan.label_list[areas[0]]
        farther = 0.0
        for area in areas[1:]:
            if not space.movable[area]:
                return False
            farther += space.travel_change_of(area, source, target, prices.centres)
        cost = prices.scales.travel * farther
        price = max(prices.scales.stability, prices.change)
        before = self._squared_deviation(source, target)
        within = True
        for area in areas:
            within = within and plan.within_change_limit(area, target)
            cost += prices.scales.border * plan.border_change(area, target)
            if area != areas[0]:
                cost += price * plan.changed_by(area, target)
            plan.move(area, target)
        if within and cost + self._squared_deviation(source, target) - before < allowed:
            self._moved(areas)
            return True
        for area in reversed(areas):
            plan.move(area, source)
        return False

    def _squared_deviation(self, source: int, target: int) -> float:
        return sum(
            rate * max(abs(deviation) - self.tolerated, 0.0) ** 2
            for territory in (source, target)
            for rate, deviation in zip(self.rates[territory], self.plan.deviation[territory])
        )
