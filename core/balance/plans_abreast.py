"""Plans of a small map side by side, with the sums that joint divisions are reckoned from."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from .bit_sets import neighbour_bits, reached, set_of
from .border_blocks import BLOCK_SIZE, PARTIES, Blocks
from .criteria import Scales
from .joint_divisions import JointDivisions
from .space import SearchSpace

_TRIED = 8
"""Divisions of a block that are tried, the cheapest first, until one leaves all connected. With
three, as fewer blocks change, fifteen maps of 55 to 180 areas, one seed each, end 7 % less fit,
skewed ones up to a quarter."""
_NOTHING = 1e-9
"""Difference of fitness that is rounding."""


_MEMBERS = [
    tuple(i for i in range(number.bit_length()) if number >> i & 1)
    for number in range(1 << BLOCK_SIZE)
]
"""Areas of a block that move in each division."""
_NUMBERS = np.arange(1 << BLOCK_SIZE, dtype=np.int16)
_BITS = 1 << np.arange(BLOCK_SIZE)


class PlansAbreast:
    """Plans that change, and the fittest that each has been.

    Parameters
    ----------
    divisions : JointDivisions
    scales : Scales
    plans : ndarray of int, shape (p, n)
        Contiguous; no territory is empty.

    Attributes
    ----------
    labels : ndarray of int, shape (p, n + 1)
        The last column is -1, for no area.
    best : ndarray of int, shape (p, n)
    best_fitness : ndarray of float, shape (p,)
        With trips as they were reckoned on the way.
    trips : ndarray of float, shape (p, n + 1, k + 1)
        What trips to each area cost from each territory, in fitness: from its home, or from where
        its middle was at the last :meth:`refresh`.
    deviation : ndarray of float, shape (p, k + 1, c)
        Signed, each criterion times what it counts; the last territory is none.
    other : ndarray of float, shape (p,)
        What trips and borders cost.
    """

    def __init__(self, divisions: JointDivisions, scales: Scales, plans: NDArray) -> None:
        self.divisions, self.scales = divisions, scales
        self.space: SearchSpace = divisions.space
        self.count = len(plans)
        # The last area stands for none.
        self.bits = [*neighbour_bits(self.space.lists.neighbours), 0]
        self.single = [*(1 << area for area in range(self.space.area_count)), 0]
        self.labels: IntArray = np.column_stack([plans, np.full(self.count, -1)])
        self.best: IntArray = self.labels[:, :-1].copy()
        names = range(self.space.territory_count)
        self.sets = [[set_of(row == name) for name in names] + [0] for row in self.best]
        self.refresh()
        self.best_fitness = self.fitness()

    def refresh(self) -> None:
        """All sums of the present plans anew."""
        space, scales, labels = self.space, self.scales, self.labels[:, :-1]
        count, territories = self.count, space.territory_count
        divisions = self.divisions
        totals = np.stack([self._sums(column) for column in divisions.weights[:-1].T], axis=2)
        aim = (space.wanted + space.reachable) * divisions.relative
        shape = (count, territories + 1, space.criterion_count)
        self.deviation: FloatArray = np.zeros(shape)
        self.deviation[:, :-1] = totals * space.inverse_targets - aim
        self.trips: FloatArray = np.zeros(
            (count, space.area_count + 1, territories + 1), dtype=np.float32
        )
        cost = scales.travel * space.mass[:, None] * self._trips()
        self.trips[:, :-1, :-1] = cost
        cut = labels[:, space.graph.first] != labels[:, space.graph.second]
        self.other: FloatArray = scales.border * (cut * space.graph.border_m).sum(axis=1)
        own = np.broadcast_to(cost, self.trips[:, :-1, :-1].shape)
        self.other += np.take_along_axis(own, labels[..., None], axis=2).sum(axis=(1, 2))
        self.worst, self.total = divisions.measured(self.deviation)

    def fitness(self) -> FloatArray:
        """Fitness (p,) of the present plans."""
        return self._fitness_of(np.arange(self.count))

    def _fitness_of(self, plans: IntArray) -> FloatArray:
        worst, total = self.worst.take(plans, axis=0), self.total.take(plans, axis=0)
        fitness = self.other[plans] + self.divisions.price_of(worst.max(axis=1), total.sum(axis=1))
        limit = self.divisions.limit
        if np.isfinite(limit):
            off = np.abs(self.deviation[plans] / self.divisions.relative).max(axis=(1, 2))
            excess = np.maximum(off - limit, 0.0)
            fitness += (excess > 0.0) * self.scales.breach * (1.0 + excess)
        return np.asarray(fitness)

    def copy(self, there: IntArray, here: IntArray) -> None:
        """Let the plans ``there`` go on from those ``here``, with all their sums."""
        for own in (self.labels, self.deviation, self.trips, self.other, self.worst, self.total):
            own[there] = own[here]
        for one, other in zip(there.tolist(), here.tolist()):
            self.sets[one] = list(self.sets[other])

    def divide(self, blocks: Blocks, other: FloatArray, cost: FloatArray) -> int:
        """Divide each block anew: the cheapest way of the first few that leaves all connected.

        Parameters
        ----------
        other : ndarray of float, shape (p, 2^b)
            What divisions cost through trips and borders beyond the present one.
        cost : ndarray of float, shape (p, 2^b)
            By which they are chosen; it is spent.

        Returns
        -------
        int
            Plans that have changed.
        """
        changed: list[int] = []
        moves: list[tuple[int, int, int, int]] = []
        party = np.arange(PARTIES)[:, None, None]
        cheapest = cost.argmin(axis=1)
        # Nothing is to be done where that is the present division, as it is of most in the end.
        others = np.flatnonzero(cheapest)
        sources, targets = blocks.source.take(others, axis=0), blocks.target.take(others, axis=0)
        involved = (sources == party) | (targets == party)
        rows = zip(
            others.tolist(),
            cheapest.take(others).tolist(),
            blocks.parties.take(others, axis=0).tolist(),
            blocks.area.take(others, axis=0).tolist(),
            sources.tolist(),
            targets.tolist(),
            (involved * _BITS).sum(axis=2).T.tolist(),
        )
        for plan, chosen, names, area, source, target, own in rows:
            for _ in range(_TRIED):
                if chosen == 0:
                    break
                ways = [(area[i], source[i], target[i]) for i in _MEMBERS[chosen]]
                sets, apart = self._divided(self.sets[plan], ways, names)
                if apart < 0:
                    for name, divided in zip(names, sets):
                        self.sets[plan][name] = divided
                    moves += [(plan, one, names[a], names[b]) for one, a, b in ways]
                    self.other[plan] += float(other[plan, chosen])
                    changed.append(plan)
                    break
                # It falls apart whatever becomes of areas that are none of its business.
                alike = (_NUMBERS & own[apart]) == (chosen & own[apart])
                np.putmask(cost[plan], alike, np.inf)
                chosen = int(cost[plan].argmin())
        if changed:
            self._settle(moves)
            self._keep_fitter(np.array(changed))
        return len(changed)

    def _divided(
        self, sets: list[int], ways: list[tuple[int, int, int]], parties: list[int]
    ) -> tuple[list[int], int]:
        """The parties' areas after some have gone ways from one party to another.

        And the party that is empty or falls apart, -1 if none is.
        """
        bits, single = self.bits, self.single
        gone, come, beside = [0] * PARTIES, [0] * PARTIES, [0] * PARTIES
        for area, source, target in ways:
            gone[source] |= single[area]
            come[target] |= single[area]
            beside[source] |= bits[area]
        divided: list[int] = []
        for party, (leaving, coming, touching) in enumerate(zip(gone, come, beside)):
            left = sets[parties[party]] & ~leaving | coming
            if leaving or coming:
                # What was connected before is so if what touched those who left still is.
                wanted = (touching | coming) & left
                if not wanted or not reached(wanted & -wanted, wanted, left, bits):
                    return divided, party
            divided.append(left)
        return divided, -1

    def _settle(self, moves: list[tuple[int, int, int, int]]) -> None:
        """Let areas change hands: their plans, themselves, who gives and who takes them."""
        plan, area, giving, taking = np.array(moves).T
        real = area < self.space.area_count
        self.labels[plan[real], area[real]] = taking[real]
        weights, inverse = self.divisions.weights[area], self.divisions.inverse
        np.subtract.at(self.deviation, (plan, giving), weights * inverse[giving])
        np.add.at(self.deviation, (plan, taking), weights * inverse[taking])

    def _keep_fitter(self, changed: IntArray) -> None:
        """Measure plans that have changed, and keep those that are fitter than ever."""
        self.worst[changed], self.total[changed] = self.divisions.measured(self.deviation[changed])
        fitness = self._fitness_of(changed)
        fitter = fitness < self.best_fitness[changed] - _NOTHING
        if fitter.any():
            self.best[changed[fitter]] = self.labels[changed[fitter], :-1]
            self.best_fitness[changed[fitter]] = fitness[fitter]

    def _sums(self, values: FloatArray) -> FloatArray:
        """Sums (p, k) of values (n,) over the territories of each plan."""
        count, territories = self.count, self.space.territory_count
        place = (self.labels[:, :-1] + territories * np.arange(count)[:, None]).ravel()
        sums = np.bincount(place, np.tile(values, count), minlength=count * territories)
        return np.asarray(sums, dtype=np.float64).reshape(count, territories)

    def _trips(self) -> FloatArray:
        """Cost of one trip to each area from each territory, (p or 1, n, k)."""
        space = self.space
        if space.travel_cost is not None:
            return space.travel_cost[None]
        mass = self._sums(space.mass)
        mass = np.where(mass > 0.0, mass, 1.0)
        squares: FloatArray = np.zeros(())
        for column in space.points.T:
            middle = self._sums(space.mass * column) / mass
            squares = squares + (column[None, :, None] - middle[:, None]) ** 2
        return squares if space.travel_power == 2 else np.sqrt(squares)
