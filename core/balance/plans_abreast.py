"""Plans that change abreast, and what all of them cost by now."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..rounding import ROUNDING
from .balance_prices import BalancePrices
from .criteria import Scales
from .inertia_abreast import InertiaAbreast
from .place_costs import PlaceCosts
from .proposals import After, Proposal
from .settings import STANDARD_DEVIATION
from .space import SearchSpace

_POWER, _MEAN, _EXCESS, _WORST = range(4)
"""What :meth:`PlansAbreast._measured` says of a territory after its deviations."""
_MEASURES = 4
"""How many that are."""
_NOTHING = 1e-12
"""Difference of sums that is rounding."""


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
    state : ndarray of float, shape (c + 4, p * k)
        Deviations and measures of all territories.
    cost, other : ndarray of float, shape (p,)
        What the plans cost through balance, with a norm for the worst deviation, and besides.
    """

    def __init__(
        self, space: SearchSpace, scales: Scales, labels: NDArray, price_of_excess: float
    ) -> None:
        self.space, self.scales, self.price_of_excess = space, scales, price_of_excess
        self.count, areas = labels.shape
        self.rows: IntArray = np.arange(self.count)
        self.labels: IntArray = np.column_stack([labels, np.full(self.count, -1)])
        self.prices = BalancePrices.of(space, scales.bound, scales.balance)
        self.limit = space.problem.rules.max_deviation + ROUNDING
        self.squares = space.problem.criteria.objective == STANDARD_DEVIATION
        self.shares: FloatArray = space.criterion_shares[:, None]
        self.equal_shares = bool((self.shares == self.shares[0]).all())
        self.relative: FloatArray = self.shares / self.shares.max()
        self.weights: FloatArray = np.ascontiguousarray(space.weights.T)
        self.inverse: FloatArray = np.ascontiguousarray(space.inverse_targets.T)
        # Mostly all targets are the same, and a weight is the same share of each.
        self.alike = bool((self.inverse == self.inverse[:, :1]).all())
        self.loads: FloatArray = self.weights * self.inverse[:, :1]
        self.movable = np.append(space.movable, False)
        self.receiving = space.receiving
        self.stability = 0.0 if space.initial is None else scales.stability
        nobody = np.full(areas, -1, dtype=np.int64)
        self.initial: IntArray = nobody if space.initial is None else space.initial
        # Squares from free centres are reckoned with masses and moments.
        inertia = space.travel_cost is None and space.travel_power == 2
        self.inertia = InertiaAbreast(space) if inertia else None
        centred = scales.travel > 0.0 and space.travel_cost is None and not inertia
        self.places = PlaceCosts(space, scales, self.count, centred)
        self.best: IntArray = self.labels[:, :-1].copy()
        self._sum_up()
        self.best_cost = self._fitness(self.rows)
        self.candidate, self.candidate_cost = self.best.copy(), self.best_cost.copy()

    def refresh(self) -> None:
        """Compute all sums anew, and take the candidates that are as fit as they seemed."""
        changed = np.flatnonzero(self.candidate_cost < self.best_cost)
        if len(changed):
            present = self.labels
            padded = np.column_stack([self.candidate, np.full(self.count, -1)])
            self.labels = padded
            self._sum_up_plans()
            exact = self._fitness(changed)
            fitter = exact < self.best_cost[changed]
            self.best[changed[fitter]] = self.candidate[changed[fitter]]
            self.best_cost[changed[fitter]] = exact[fitter]
            self.labels = present
        self.candidate[:] = self.best
        self.candidate_cost[:] = self.best_cost
        self._sum_up()

    def copy(self, there: IntArray, here: IntArray) -> None:
        """Let the walks ``there`` go on from the plans of those ``here``, with all their sums."""
        shape = (-1, self.count, self.space.territory_count)
        state = self.state.reshape(shape)
        state[:, there] = state[:, here]
        self.sums[:, there] = self.sums[:, here]
        rows = [self.labels, self.cost, self.other, self.places.table]
        if self.inertia is not None:
            rows.append(self.inertia.moments)
        for own in rows:
            own[there] = own[here]

    def after(self, drawn: Proposal) -> After:
        """What some moves lead to."""
        walk, area = drawn.walk, drawn.area
        criteria = self.space.criterion_count
        both = np.array([drawn.source, drawn.target])
        moved = self._moved(area, both)
        if drawn.partner is not None:
            moved -= self._moved(drawn.partner, both)
        old = self.state.take(self._place(walk, both), axis=1)
        deviation = np.empty((criteria, *both.shape))
        np.subtract(old[:criteria, 0], moved[:, 0], out=deviation[:, 0])
        np.add(old[:criteria, 1], moved[:, -1], out=deviation[:, 1])
        state = self._measured(deviation)
        gone = old[criteria:-1]
        come = state[criteria:-1]
        sums = self.sums.take(walk, axis=1)
        sums += come[:, 0] + come[:, 1] - gone[:, 0] - gone[:, 1]
        other = self._other_change(drawn, both)
        return After(state, sums, other, other + self._balance(sums) - self.cost[walk])

    def _moved(self, area: IntArray, both: IntArray) -> FloatArray:
        """Weights of areas as shares of the targets of both sides, (c, 1 or 2, q)."""
        if self.alike:
            return np.asarray(self.loads.take(area, axis=1)[:, None])
        weights = self.weights.take(area, axis=1)[:, None]
        return np.asarray(weights * self.inverse.take(both, axis=1))

    def settle(self, drawn: Proposal, after: After) -> None:
        """Make the moves, and keep plans that are fitter than those before.

        Several moves of one plan are between different territories.
        """
        walk, area, source, target = drawn.walk, drawn.area, drawn.source, drawn.target
        both = np.array([source, target])
        self.labels[walk, area] = target
        self.places.move(walk, area, source, target)
        if drawn.partner is not None:
            self.labels[walk, drawn.partner] = source
            self.places.move(walk, drawn.partner, target, source)
        self.state[:, self._place(walk, both)] = after.state
        for sums, difference in zip(self.sums, after.sums - self.sums.take(walk, axis=1)):
            sums += np.bincount(walk, difference, minlength=self.count)
        self.other += np.bincount(walk, after.other, minlength=self.count)
        self.cost = self._balance(self.sums)
        if self.inertia is not None:
            self.inertia.move(walk, both, area, drawn.partner)
        changed = np.flatnonzero(np.bincount(walk, minlength=self.count))
        hopeful = changed[self._least_fitness(changed) < self.candidate_cost[changed]]
        if len(hopeful):
            self._keep_fitter(hopeful)

    def _keep_fitter(self, walk: IntArray) -> None:
        """Take the present plans of some walks for candidates if they are."""
        fitness = self._fitness(walk)
        fitter = fitness < self.candidate_cost[walk] - _NOTHING
        better = walk[fitter]
        self.candidate[better] = self.labels[better, :-1]
        self.candidate_cost[better] = fitness[fitter]

    def _place(self, walk: IntArray, territory: IntArray) -> IntArray:
        """Columns of :attr:`state`."""
        return walk * self.space.territory_count + territory

    def _sum_up(self) -> None:
        """All sums of the present plans, and what moves from them cost."""
        centres = self._sum_up_plans()
        self.places.sum_up(self.labels, centres)

    def _sum_up_plans(self) -> FloatArray:
        """All sums of the present plans; returns centres (p, k, 2)."""
        space, labels = self.space, self.labels[:, :-1]
        totals = np.stack([self._sums(column) for column in self.weights])
        aim = space.wanted + space.reachable
        deviation = totals * self.inverse[:, None] - aim.T[:, None]
        self.state = self._measured(deviation.reshape(space.criterion_count, -1))
        shape = (_MEASURES, self.count, space.territory_count)
        measures = self.state[space.criterion_count :].reshape(shape)
        self.sums: FloatArray = measures[:-1].sum(axis=2)
        self.cost = self._balance(self.sums)
        centres = self._centres()
        self.other: FloatArray = self.scales.border * self._borders()
        if self.scales.travel > 0.0:
            self.other += self.scales.travel * self._travel(labels, centres)
        if self.stability > 0.0:
            moved = (self.initial >= 0) & (labels != self.initial)
            self.other += self.stability * (moved * space.change_mass).sum(axis=1)
        return centres

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

    def _centres(self) -> FloatArray:
        """Weighted centres (p, k, 2) of all territories, from which trips are reckoned."""
        space = self.space
        if space.travel_cost is not None:
            return np.zeros((self.count, space.territory_count, 2))
        mass = self._sums(space.mass)
        moments = [self._sums(space.mass * column) for column in space.points.T]
        if self.inertia is not None:
            self.inertia.moments = np.stack([mass, *moments], axis=-1)
        divisor = np.where(mass > 0.0, mass, 1.0)
        return np.stack([part / divisor for part in moments], axis=-1)

    def _travel(self, labels: IntArray, centres: FloatArray) -> FloatArray:
        """Mean cost of a trip (p,), from homes or present centres."""
        space = self.space
        if space.travel_cost is not None:
            cost = space.travel_cost[np.arange(space.area_count), labels]
            return np.asarray((cost * space.mass).sum(axis=1))
        off = space.points - centres[self.rows[:, None], labels]
        if self.inertia is not None:
            distance = off[..., 0] ** 2 + off[..., 1] ** 2
        else:
            distance = np.hypot(off[..., 0], off[..., 1])
        return np.asarray((distance * space.mass).sum(axis=1))

    def _other_change(self, drawn: Proposal, both: IntArray) -> FloatArray:
        """What moves cost through travel, border and stability."""
        walk, area, partner, places = drawn.walk, drawn.area, drawn.partner, self.places
        change = places.change(walk, area, drawn.source, drawn.target)
        if partner is not None:
            change += places.change(walk, partner, drawn.target, drawn.source)
            change += 2.0 * places.shared[area, partner]
        if self.inertia is not None and self.scales.travel > 0.0:
            change += self.scales.travel * self.inertia.change(walk, both, area, partner)
        return change

    def _measured(self, deviation: FloatArray) -> FloatArray:
        """Deviations (c, …) and what they cost through balance, (c + 4, …).

        The measures are the worst deviation to the power of the norm (or the mean square), the
        mean absolute deviation, the excess over the limit, and the worst deviation as it counts.
        """
        space, criteria = self.space, self.space.criterion_count
        state = np.empty((criteria + _MEASURES, *deviation.shape[1:]))
        state[:criteria] = deviation
        power, mean, excess, worst = state[criteria:]
        off = np.abs(deviation)
        excess[:] = 0.0
        if np.isfinite(self.limit):
            np.maximum(off.max(axis=0) - self.limit, 0.0, out=excess)
        if space.tolerated > 0.0:
            off = np.maximum(off - space.tolerated, 0.0)
        flat = off.reshape(criteria, -1)
        if self.equal_shares:
            off.max(axis=0, out=worst)
            off.sum(axis=0, out=mean)
            mean *= self.shares[0, 0]
        else:
            worst[:] = (flat * self.relative).max(axis=0).reshape(worst.shape)
            mean[:] = (flat * self.shares).sum(axis=0).reshape(mean.shape)
        if self.squares:
            power[:] = (flat * flat * self.shares).sum(axis=0).reshape(power.shape)
        else:
            np.multiply(worst, worst, out=power)
            power *= power
            power *= power
        return state

    def _balance(self, sums: FloatArray) -> FloatArray:
        """Fitness of sums of powers, of mean deviations and of excesses (3, q)."""
        cost = self.prices.of_balances(self._value(sums[_POWER]), sums[_MEAN])
        if np.isfinite(self.limit):
            excess = sums[_EXCESS]
            cost += self.price_of_excess * excess * (excess > _NOTHING)
        return np.asarray(cost)

    def _value(self, power: FloatArray) -> FloatArray:
        """Standard deviation, or norm in the place of the worst deviation."""
        power = np.maximum(power, 0.0)
        if self.squares:
            return np.sqrt(power / self.space.territory_count)
        return np.sqrt(np.sqrt(np.sqrt(power)))

    def _least_fitness(self, walk: IntArray) -> FloatArray:
        """What the fitness (q,) of present plans is at least, given the norm of deviations."""
        sums = self.sums.take(walk, axis=1)
        worst = self._value(sums[_POWER])
        if not self.squares:
            worst *= self.space.territory_count ** (-1.0 / 8.0)
        return np.asarray(self.other[walk] + self.prices.of_balances(worst, sums[_MEAN]))

    def _fitness(self, walk: IntArray) -> FloatArray:
        """Fitness (q,) of the present plans of some walks, with their worst deviation itself."""
        sums = self.sums[:, walk]
        shape = (2, self.count, self.space.territory_count)
        excess, worst = self.state[-2:].reshape(shape)[:, walk].max(axis=2)
        if self.squares:
            worst = self._value(sums[_POWER])
        fitness = self.other[walk] + self.prices.of_balances(worst, sums[_MEAN])
        return np.asarray(fitness + (excess > 0.0) * self.scales.breach * (1.0 + excess))
