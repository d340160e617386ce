"""Plans that change abreast, and what all of them cost by now."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..rounding import ROUNDING
from .criteria import BalancePrices, Scales
from .settings import STANDARD_DEVIATION
from .space import SearchSpace

_MEASURES = 4
"""What :meth:`PlansAbreast._measured` says of a territory."""
_NOTHING = 1e-12
"""Difference of sums that is rounding."""


@dataclass(frozen=True)
class Proposal:
    """One move of some walks each; all arrays of shape (q,).

    Attributes
    ----------
    walk, area, source, target : ndarray of int
        Which walk moves which area from whom to whom.
    partner : ndarray of int, or None
        Areas that come back for them.
    """

    walk: IntArray
    area: IntArray
    source: IntArray
    target: IntArray
    partner: IntArray | None = None

    def some(self, chosen: IntArray, partner: IntArray | None = None) -> Proposal:
        """Those of the given numbers, with partners if they have them already or get them now."""
        if partner is None and self.partner is not None:
            partner = self.partner[chosen]
        return Proposal(
            self.walk[chosen],
            self.area[chosen],
            self.source[chosen],
            self.target[chosen],
            partner,
        )


@dataclass(frozen=True)
class After:
    """What moves lead to.

    Attributes
    ----------
    state : ndarray of float, shape (2, q, c + 4)
        Deviations and measures of who gives and who takes.
    sums : ndarray of float, shape (q, 3)
        Measures that are summed over all territories.
    other, change : ndarray of float, shape (q,)
        What the move costs besides balance, and in all.
    """

    state: FloatArray
    sums: FloatArray
    other: FloatArray
    change: FloatArray

    def some(self, chosen: IntArray) -> After:
        """Those of the given numbers."""
        return After(
            self.state[:, chosen], self.sums[chosen], self.other[chosen], self.change[chosen]
        )


class PlansAbreast:
    """Labels (p, n + 1) of many plans, the last column for none, with all sums they need.

    Parameters
    ----------
    space : SearchSpace
    scales : Scales
    labels : ndarray of int, shape (p, n)
    price_of_excess : float
        Fitness per share by which territories exceed the limit on deviation.

    Attributes
    ----------
    best : ndarray of int, shape (p, n)
        The fittest plan of each walk up to the last :meth:`refresh`.
    """

    def __init__(
        self, space: SearchSpace, scales: Scales, labels: NDArray, price_of_excess: float
    ) -> None:
        self.space, self.scales, self.price_of_excess = space, scales, price_of_excess
        self.count, areas = labels.shape
        self.rows: IntArray = np.arange(self.count)
        self.labels: IntArray = np.column_stack([labels, np.full(self.count, -1)])
        self.prices = BalancePrices.of(space, scales)
        self.limit = space.problem.rules.max_deviation + ROUNDING
        self.squares = space.problem.criteria.objective == STANDARD_DEVIATION
        self.relative = space.criterion_shares / space.criterion_shares.max()
        self.degree: IntArray = np.array([len(own) for own in space.lists.neighbours])
        width = int(self.degree.max(initial=1))
        self.neighbours: IntArray = np.full((areas, width), areas)
        self.border: FloatArray = np.zeros((areas, width))
        self.shared: FloatArray = np.zeros((areas, areas))
        for area, (own, border) in enumerate(zip(space.lists.neighbours, space.lists.borders)):
            self.neighbours[area, : len(own)] = own
            self.border[area, : len(own)] = border
            self.shared[area, own] = border
        self.movable = np.append(space.movable, False)
        self.receiving = space.receiving
        self.stability = 0.0 if space.initial is None else scales.stability
        nobody = np.full(areas, -1, dtype=np.int64)
        self.initial: IntArray = nobody if space.initial is None else space.initial
        # Squares from free centres are reckoned with masses and moments (p, k, 3).
        self.inertia = space.travel_cost is None and space.travel_power == 2
        self.moments: FloatArray = np.zeros((0, 0, 3))
        self.best: IntArray = self.labels[:, :-1].copy()
        self._sum_up()
        self.best_cost = self._fitness(self.rows)
        self.candidate, self.candidate_cost = self.best.copy(), self.best_cost.copy()

    def label_of(self, areas: IntArray) -> IntArray:
        """Territories (p, d) of areas (p, d) of each walk."""
        return np.asarray(self.labels[self.rows[:, None], areas])

    def refresh(self) -> None:
        """Compute all sums anew, and take the candidates that are as fit as they seemed."""
        changed = np.flatnonzero(self.candidate_cost < self.best_cost)
        if len(changed):
            present = self.labels
            padded = np.column_stack([self.candidate, np.full(self.count, -1)])
            self.labels = padded
            self._sum_up()
            exact = self._fitness(changed)
            fitter = exact < self.best_cost[changed]
            self.best[changed[fitter]] = self.candidate[changed[fitter]]
            self.best_cost[changed[fitter]] = exact[fitter]
            self.labels = present
        self.candidate[:] = self.best
        self.candidate_cost[:] = self.best_cost
        self._sum_up()

    def copy(self, there: IntArray, here: IntArray) -> None:
        """Let the walks ``there`` go on from the plans of those ``here``."""
        self.labels[there] = self.labels[here]
        self._sum_up()

    def after(self, drawn: Proposal) -> After:
        """What some moves lead to."""
        walk, area, source, target = drawn.walk, drawn.area, drawn.source, drawn.target
        space, criteria = self.space, self.space.criterion_count
        weight = space.weights[area]
        if drawn.partner is not None:
            weight = weight - space.weights[drawn.partner]
        both = np.array([source, target])
        old = self.state[walk, both]
        change = weight * space.inverse_targets[both]
        np.negative(change[0], out=change[0])
        state = self._measured(old[..., :criteria] + change)
        sums = self.sums[walk] + (state - old)[..., criteria:-1].sum(axis=0)
        cost = self._balance(sums)
        other = self._other_change(drawn)
        return After(state, sums, other, other + cost - self.cost[walk])

    def settle(self, drawn: Proposal, after: After) -> None:
        """Make the moves, and keep plans that are fitter than those before."""
        walk = drawn.walk
        self.labels[walk, drawn.area] = drawn.target
        if drawn.partner is not None:
            self.labels[walk, drawn.partner] = drawn.source
        self.state[walk, np.array([drawn.source, drawn.target])] = after.state
        self.sums[walk] = after.sums
        self.cost[walk] += after.change - after.other
        self.other[walk] += after.other
        if self.inertia:
            self._move_moments(drawn)
        fitness = self._fitness(walk)
        fitter = fitness < self.candidate_cost[walk] - _NOTHING
        better = walk[fitter]
        self.candidate[better] = self.labels[better, :-1]
        self.candidate_cost[better] = fitness[fitter]

    def _sum_up(self) -> None:
        """All sums of the present plans."""
        space, labels = self.space, self.labels[:, :-1]
        totals = np.stack([self._sums(column) for column in space.weights.T], axis=-1)
        self.state = self._measured(totals * space.inverse_targets - space.wanted - space.reachable)
        self.sums: FloatArray = self.state[..., space.criterion_count : -1].sum(axis=1)
        self.cost = self._balance(self.sums)
        self.other: FloatArray = self.scales.border * self._borders() + self.scales.travel * (
            self._travel(labels)
        )
        if self.stability > 0.0:
            moved = (self.initial >= 0) & (labels != self.initial)
            self.other += self.stability * (moved * space.change_mass).sum(axis=1)

    def _sums(self, values: FloatArray) -> FloatArray:
        """Sums (p, k) of values (n,) over the territories of each plan."""
        count = self.space.territory_count
        place = (self.labels[:, :-1] + count * self.rows[:, None]).ravel()
        sums = np.bincount(place, np.tile(values, self.count), minlength=count * self.count)
        return np.asarray(sums, dtype=np.float64).reshape(self.count, count)

    def _borders(self) -> FloatArray:
        graph = self.space.graph
        cut = self.labels[:, graph.first] != self.labels[:, graph.second]
        return np.asarray((cut * graph.border_m).sum(axis=1))

    def _travel(self, labels: IntArray) -> FloatArray:
        """Mean cost of a trip (p,), from homes or present centres, which are kept."""
        space = self.space
        areas = np.arange(space.area_count)
        if space.travel_cost is not None:
            return np.asarray((space.travel_cost[areas, labels] * space.mass).sum(axis=1))
        mass = self._sums(space.mass)
        moments = [self._sums(space.mass * column) for column in space.points.T]
        divisor = np.where(mass > 0.0, mass, 1.0)
        self.centres: FloatArray = np.stack([part / divisor for part in moments], axis=-1)
        off = space.points - self.centres[self.rows[:, None], labels]
        if self.inertia:
            self.moments = np.stack([mass, *moments], axis=-1)
            distance = off[..., 0] ** 2 + off[..., 1] ** 2
        else:
            distance = np.hypot(off[..., 0], off[..., 1])
        return np.asarray((distance * space.mass).sum(axis=1))

    def _other_change(self, drawn: Proposal) -> FloatArray:
        """What moves cost through travel, border and stability."""
        change = np.zeros(len(drawn.walk))
        if self.scales.travel > 0.0:
            change += self.scales.travel * self._travel_change(drawn)
        turns = [(drawn.area, drawn.source, drawn.target)]
        if drawn.partner is not None:
            turns.append((drawn.partner, drawn.target, drawn.source))
            change += 2.0 * self.scales.border * self.shared[drawn.area, drawn.partner]
        for area, source, target in turns:
            if self.scales.border > 0.0:
                labels = self.labels[drawn.walk[:, None], self.neighbours[area]]
                border = self.border[area]
                longer = border * (labels == source[:, None])
                longer -= border * (labels == target[:, None])
                change += self.scales.border * longer.sum(axis=1)
            if self.stability > 0.0:
                initial, mass = self.initial[area], self.space.change_mass[area]
                away = (target != initial).astype(float) - (source != initial)
                change += self.stability * mass * np.where(initial >= 0, away, 0.0)
        return change

    def _travel_change(self, drawn: Proposal) -> FloatArray:
        space, walk = self.space, drawn.walk
        if self.inertia:
            return self._inertia_change(drawn)
        turns = [(drawn.area, drawn.source, drawn.target)]
        if drawn.partner is not None:
            turns.append((drawn.partner, drawn.target, drawn.source))
        change = np.zeros(len(walk))
        for area, source, target in turns:
            if space.travel_cost is not None:
                cost = space.travel_cost[area]
                rows = np.arange(len(area))
                change += space.mass[area] * (cost[rows, target] - cost[rows, source])
                continue
            away = space.points[area] - self.centres[walk, target]
            home = space.points[area] - self.centres[walk, source]
            farther = np.hypot(away[:, 0], away[:, 1]) - np.hypot(home[:, 0], home[:, 1])
            change += space.mass[area] * farther
        return change

    def _moved_moments(self, drawn: Proposal) -> FloatArray:
        """Mass and moments (2, q, 3) of who gives and who takes, after the moves."""
        space = self.space
        rows = np.column_stack([np.ones(space.area_count), space.points]) * space.mass[:, None]
        moved = rows[drawn.area]
        if drawn.partner is not None:
            moved = moved - rows[drawn.partner]
        both = np.array([drawn.source, drawn.target])
        return np.asarray(self.moments[drawn.walk, both] + np.stack([-moved, moved]))

    def _inertia_change(self, drawn: Proposal) -> FloatArray:
        """Change of the sum of squared distances from weighted centres that move along.

        It is the sum of squares about any fixed point, less the squared moments over the masses.
        """
        both = np.array([drawn.source, drawn.target])
        before = self.moments[drawn.walk, both]
        change = _concentrated(before).sum(axis=0)
        change -= _concentrated(self._moved_moments(drawn)).sum(axis=0)
        return np.asarray(change)

    def _move_moments(self, drawn: Proposal) -> None:
        both = np.array([drawn.source, drawn.target])
        self.moments[drawn.walk, both] = self._moved_moments(drawn)

    def _measured(self, deviation: FloatArray) -> FloatArray:
        """Deviations (…, c) and what they cost through balance, (…, c + 4).

        The measures are the worst deviation to the power of the norm (or the mean square), the
        mean absolute deviation, the excess over the limit, and the worst deviation as it counts.
        """
        space = self.space
        off = np.abs(deviation)
        excess = np.maximum(off.max(axis=-1) - self.limit, 0.0)
        if space.tolerated > 0.0:
            off = np.maximum(off - space.tolerated, 0.0)
        worst = (off * self.relative).max(axis=-1)
        mean = (off * space.criterion_shares).sum(axis=-1)
        if self.squares:
            power = (off * off * space.criterion_shares).sum(axis=-1)
        else:
            power = worst * worst
            power *= power
            power *= power
        criteria = space.criterion_count
        state = np.empty((*deviation.shape[:-1], criteria + _MEASURES))
        state[..., :criteria] = deviation
        for number, values in enumerate((power, mean, excess, worst)):
            state[..., criteria + number] = values
        return state

    def _balance(self, sums: FloatArray) -> FloatArray:
        """Fitness of sums of powers, of mean deviations and of excesses (q, 3)."""
        excess = sums[:, 2] * (sums[:, 2] > _NOTHING)
        cost = self.prices.of_balances(self._value(sums[:, 0]), sums[:, 1])
        return np.asarray(cost + self.price_of_excess * excess)

    def _value(self, power: FloatArray) -> FloatArray:
        """Standard deviation, or norm in the place of the worst deviation."""
        power = np.maximum(power, 0.0)
        if self.squares:
            return np.sqrt(power / self.space.territory_count)
        return np.sqrt(np.sqrt(np.sqrt(power)))

    def _fitness(self, walk: IntArray) -> FloatArray:
        """Fitness (q,) of the present plans of some walks, with their worst deviation itself."""
        sums = self.sums[walk]
        most = self.state[walk, :, -2:].max(axis=1)
        worst = self._value(sums[:, 0]) if self.squares else most[:, 1]
        fitness = self.other[walk] + self.prices.of_balances(worst, sums[:, 1])
        excess = most[:, 0]
        return np.asarray(fitness + (excess > 0.0) * self.scales.breach * (1.0 + excess))


def _concentrated(moments: FloatArray) -> FloatArray:
    """Squared moments over masses of (…, 3); 0 without mass."""
    mass = moments[..., 0]
    squares = moments[..., 1] ** 2 + moments[..., 2] ** 2
    return np.asarray(np.where(mass > 1e-15, squares / np.where(mass > 1e-15, mass, 1.0), 0.0))
