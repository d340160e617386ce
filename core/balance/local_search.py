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

from ..progress import SILENT, Progress
from .border_moves import BorderMoves
from .criteria import Scales, noticeable
from .plan import Plan
from .space import SearchSpace

_SLACK_IN_AREAS = 1.5
_SWEEPS_PER_CENTRE = 4
_STRICT_LIMIT = 0.02
_EMPHASIS, _WORST_TIMES_NOTICEABLE = 1.5, 2.0
_SCARCE, _PRICE_STEP = 0.97, 1.25


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


@dataclass(frozen=True)
class Pressure:
    """Exchange rate between squared deviation and the other criteria.

    Attributes
    ----------
    typical_cost : float
        Fitness that a typical border move costs or gains through travel and border.
    typical_share : float
        Share of a territory's target that a typical area holds.
    importance : float
        Weight of balance over the other criteria, relative to the defaults.
    price_of_change : float
        Price per unit of changed weight at which a typical area's change costs as much as a
        typical border move. A limit on change is kept by such a price, which rises while
        the budget is nearly spent: it leaves the budget to the moves that need it most.
    """

    typical_cost: float
    typical_share: float
    importance: float
    price_of_change: float

    @classmethod
    def of(cls, space: SearchSpace, scales: Scales, moves: BorderMoves) -> Pressure:
        weights = space.problem.criteria
        others = weights.travel + weights.compactness + weights.stability
        cost = np.abs(scales.border * moves.border_change + moves.other_cost)
        share = space.weights @ (space.inverse_targets.mean(axis=0) * space.criterion_shares)
        importance = weights.balance * DEFAULT_OTHERS / others if others > 0.0 else np.inf
        limit = space.problem.rules.max_deviation
        if np.isfinite(limit):
            # A limit must be kept however little balance counts in the fitness.
            importance = max(importance, 1.0, _STRICT_LIMIT / max(limit, 1e-6))
        # Squared deviations are weighted by shares that sum to 1, but the worst criterion counts.
        importance /= float(space.criterion_shares.max())
        typical_cost = float(cost.mean()) if len(cost) else 0.0
        return cls(
            typical_cost=typical_cost,
            price_of_change=typical_cost * space.area_count / float(space.mass.sum()),
            typical_share=float(share.mean()),
            importance=importance,
        )

    def at(self, tolerance: float) -> float:
        """Fitness per unit of squared deviation."""
        if self.typical_cost == 0.0 or not np.isfinite(self.importance):
            return 1.0
        scale = 2.0 * self.typical_share * tolerance
        return self.importance * self.typical_cost / scale if scale > 0.0 else 0.0


DEFAULT_OTHERS = 0.2


def emphasis_of(
    deviations: NDArray[np.float64],
    criterion_shares: NDArray[np.float64],
    limits: NDArray[np.float64],
) -> NDArray[np.float64]:
    """How much each squared deviation (k, c) counts: the more it exceeds the limits (k, 1)."""
    excess = np.minimum(np.abs(deviations) / limits, _WORST_TIMES_NOTICEABLE)
    return criterion_shares * (1.0 + _EMPHASIS * excess**2)


def improve(
    space: SearchSpace,
    scales: Scales,
    labels: NDArray,
    schedule: Schedule,
    rng: np.random.Generator,
    progress: Progress = SILENT,
) -> NDArray[np.int64]:
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
    plan = Plan(space, labels)
    pressure = None
    change_price = 0.0
    for sweep in range(schedule.sweeps):
        progress.stop_if_cancelled()
        if sweep % _SWEEPS_PER_CENTRE == 0:
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
        rate = pressure.at(tolerance)
        accepted = _sweep(plan, scales, moves, threshold, rate, centres, change_price, rng)
        plan.refresh()
        if space.change_limit < 1.0:
            scarce = plan.changed > _SCARCE * space.change_limit
            change_price *= _PRICE_STEP if scarce else 1.0 / _PRICE_STEP
        if accepted == 0 and heat == 0.0 and tolerance == schedule.tolerance_end:
            break
    return plan.labels


def _sweep(
    plan: Plan,
    scales: Scales,
    moves: BorderMoves,
    threshold: NDArray[np.float64],
    balance_rate: float,
    centres: NDArray[np.float64],
    change_price: float,
    rng: np.random.Generator,
) -> int:
    space = plan.space
    deviations = np.array(plan.deviation)
    limits = noticeable(space, plan.labels, scales.bound)
    emphasis = emphasis_of(deviations, space.criterion_shares, limits)
    allowance = threshold - moves.other_cost
    hope = (
        allowance
        - scales.border * moves.border_change
        - balance_rate * moves.imbalance_change(deviations, emphasis)
    )
    # Totals drift while a sweep goes on; moves that a few other moves could make
    # acceptable are tried too.
    load = (moves.lost + moves.gained) @ space.criterion_shares
    drift = _SLACK_IN_AREAS * float(load.mean())
    tried = rng.permutation(np.flatnonzero(hope > -balance_rate * load * drift))

    label_list, deviation = plan.label_list, plan.deviation
    neighbour_lists, border_lists = space.neighbour_lists, space.border_lists
    criteria = range(space.criterion_count)
    rates = (balance_rate * emphasis).tolist()
    border_rate = scales.border
    limited = space.change_limit < 1.0
    accepted = 0
    for area, source, target, allowed, lost, gained in zip(
        moves.area[tried].tolist(),
        moves.source[tried].tolist(),
        moves.target[tried].tolist(),
        allowance[tried].tolist(),
        moves.lost[tried].tolist(),
        moves.gained[tried].tolist(),
    ):
        if label_list[area] != source:
            continue
        giving, taking = deviation[source], deviation[target]
        source_rates, target_rates = rates[source], rates[target]
        cost = 0.0
        for j in criteria:
            out, into = lost[j], gained[j]
            cost += source_rates[j] * out * (out - 2.0 * giving[j])
            cost += target_rates[j] * into * (into + 2.0 * taking[j])
        staying = []
        touching = False
        border_change = 0.0
        for other, border in zip(neighbour_lists[area], border_lists[area]):
            label = label_list[other]
            if label == source:
                border_change += border
                staying.append(other)
            elif label == target:
                border_change -= border
                touching = True
        if not touching or cost + border_rate * border_change >= allowed:
            continue
        if limited and not plan.within_change_limit(area, target):
            continue
        if plan.stays_connected(area, staying):
            plan.move(area, target)
            accepted += 1
        elif len(staying) > 1:
            dependents = plan.cut_off_by(area, staying)
            if dependents and _move_together(
                plan,
                scales,
                [area, *dependents],
                target,
                centres,
                rates,
                allowed,
                change_price,
            ):
                accepted += 1
    return accepted


def _move_together(
    plan: Plan,
    scales: Scales,
    areas: list[int],
    target: int,
    centres: NDArray[np.float64],
    rates: list[list[float]],
    allowed: float,
    change_price: float,
) -> bool:
    """Move an area with all that depend on it; take it back if it costs more than allowed.

    ``allowed`` is what the first area alone may cost, its travel and stability included.
    """
    space = plan.space
    source = plan.label_list[areas[0]]
    others = np.array(areas[1:])
    if not space.movable[others].all():
        return False
    away, home = np.full(len(others), target), np.full(len(others), source)
    farther = space.trip_cost(others, away, centres) - space.trip_cost(others, home, centres)
    cost = scales.travel * float(space.mass[others] @ farther)
    price = max(scales.stability, change_price)
    pair = [source, target]
    emphasis = np.array([rates[t] for t in pair])
    before = float((np.array([plan.deviation[t] for t in pair]) ** 2 * emphasis).sum())
    within = True
    for area in areas:
        within = within and plan.within_change_limit(area, target)
        cost += scales.border * plan.border_change(area, target)
        if area != areas[0]:
            cost += price * plan.changed_by(area, target)
        plan.move(area, target)
    after = float((np.array([plan.deviation[t] for t in pair]) ** 2 * emphasis).sum())
    if within and cost + after - before < allowed:
        return True
    for area in reversed(areas):
        plan.move(area, source)
    return False
