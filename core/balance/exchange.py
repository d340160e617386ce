"""Final balancing: moves and exchanges between neighbouring territories.

Single moves stall when every border area is heavier than the difference to be closed. A
pair of areas that change places moves just the difference of their weights, so that totals
can be met far more closely than the grain of the areas; where areas are few and coarse, up
to two on each side take part. All exchanges across the border of two territories are
evaluated at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from .balance_prices import expected_deviation, noticeable
from .border_moves import BorderMoves, square_change
from .criteria import Scales, evaluate
from .pair_gains import NeighbouringPairs, least_changes
from .pressure import Pressure, emphasis_of
from .search_plan import SearchPlan
from .space import SearchSpace


@dataclass(frozen=True)
class Effort:
    """How thoroughly territories are balanced in pairs.

    Attributes
    ----------
    tolerances : tuple of float
        Growing pressure of balance, as in :class:`~.local_search.Schedule`.
    max_passes : int
        Largest number of passes over all pairs of neighbouring territories at each pressure;
        most end earlier, when no exchange helps.
    two_at_a_time : bool
        Whether two areas of a side may take part where border areas are few. It finds finer
        balance and takes longer.
    in_steps : bool
        Whether a territory takes part once in a pass, so that all exchanges can be screened
        at once: faster by half where there are many territories.
    rises : int
        Pressures in a row that leave a less fit plan each, after which exchanges end; 0 for some,
        counted only where areas are too coarse for the tolerance anyway.
    """

    tolerances: tuple[float, ...]
    max_passes: int
    two_at_a_time: bool
    in_steps: bool = False
    rises: int = 0


@dataclass(frozen=True)
class _Tuning:
    """Limits of one exchange, which trade its time for what it might find.

    Attributes
    ----------
    moves_per_side : int
        Moves considered on each side of a border: all but on the longest borders.
    few : int
        Moves on a side up to which pairs of them are considered too (190 pairs at most).
    tried : int
        Best exchanges of a border that are tried; most fail by contiguity, if at all.
    negligible : float
        Difference of two territories, relative to the tolerance, that is left as it is.
    rounding : float
        Gain of fitness that is none.
    rises : int
        Pressures in a row, each of which leaves a less fit plan than the one before, that end it
        where coarse areas lead to more than the tolerance anyway: more pressure only costs
        borders. A start that is far from even may be less fit after two and fittest after the
        third.
    """

    moves_per_side: int = 100
    few: int = 20
    tried: int = 8
    negligible: float = 0.3
    rounding: float = 1e-15
    rises: int = 3


_TUNING = _Tuning()
_NO_MOVE: IntArray = np.array([-1])


def exchange_areas(
    space: SearchSpace,
    scales: Scales,
    labels: NDArray,
    effort: Effort,
    progress: Progress = SILENT,
) -> IntArray:
    """Balance a contiguous plan as long as its fitness gains from it.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
    effort : Effort

    Returns
    -------
    ndarray of int, shape (n,)
        The fittest plan on the way, also when the caller stops it; never less fit than
        ``labels``.
    """
    best, best_fitness = np.asarray(labels), evaluate(space, scales, labels).fitness
    last_fitness, rises, unavoidable = best_fitness, 0, expected_deviation(space)
    plan = SearchPlan(space, labels)
    pressure: Pressure | None = None
    change_price = 0.0
    for tolerance in effort.tolerances:
        # Between two territories that are as they were, a further try finds nothing either.
        settled: dict[tuple[int, int], tuple[int, int]] = {}
        for _ in range(effort.max_passes):
            if progress.is_cancelled():
                break
            moves = BorderMoves.of(space, scales, plan.labels, change_price=change_price)
            if pressure is None:
                pressure = Pressure.of(space, scales, moves)
                if space.change_limit < 1.0:
                    change_price = pressure.price_of_change
            rate = pressure.at(tolerance)
            pairs = _Pairs(plan, scales, moves, rate, settled)
            applied = pairs.balance(tolerance, effort)
            plan.refresh()
            if not applied:
                break
        fitness = evaluate(space, scales, plan.labels).fitness
        if fitness < best_fitness:
            best, best_fitness = plan.labels.copy(), fitness
        futile = bool(effort.rises) or tolerance <= unavoidable
        rises = rises + 1 if fitness > last_fitness and futile else 0
        if rises >= (effort.rises or _TUNING.rises):
            break
        last_fitness = fitness
    return best


class _Pairs:
    """One pass over all pairs of neighbouring territories.

    Parameters
    ----------
    plan : SearchPlan
        Changed in place.
    moves : BorderMoves
        All moves of the plan as it stands.
    balance_rate : float
        Fitness per unit of squared deviation.
    settled : dict
        Pairs tried in vain, with the versions that their territories had then.
    """

    def __init__(
        self,
        plan: SearchPlan,
        scales: Scales,
        moves: BorderMoves,
        balance_rate: float,
        settled: dict[tuple[int, int], tuple[int, int]],
    ) -> None:
        self.plan = plan
        self.scales = scales
        self.moves = moves
        self.balance_rate = balance_rate
        self.settled = settled
        self.cost: FloatArray = scales.border * moves.border_change + moves.other_cost
        # The number -1 of a missing move picks the zero at the end.
        self.padded = tuple(
            np.concatenate([values, np.zeros((1, *values.shape[1:]))])
            for values in (self.cost, moves.lost, moves.gained)
        )
        self.limits = noticeable(plan.space, plan.labels, scales.bound)

    def balance(self, tolerance: float, effort: Effort) -> int:
        """Number of pairs between which areas moved; the most different pairs come first."""
        moves, plan = self.moves, self.plan
        if not len(moves):
            return 0
        pairs = NeighbouringPairs.of(moves, plan.space.territory_count)
        deviations = np.array(plan.deviation)
        beyond = plan.space.beyond_tolerated(deviations)
        difference = np.abs(beyond[pairs.first] - beyond[pairs.second]).max(axis=1)
        few = _TUNING.few if effort.two_at_a_time else 0
        order = np.argsort(-difference, kind="stable")
        order = order[difference[order] >= _TUNING.negligible * tolerance]
        state = [self._state(pairs, pair) for pair in order.tolist()]
        open_ones = [self.settled.get(s[:2]) != s[2:] for s in state]
        order, state = order[open_ones], [s for s, is_open in zip(state, open_ones) if is_open]
        hopeful = np.ones(len(order), dtype=bool)
        if not few:
            rates = self.balance_rate * emphasis_of(plan.space, deviations, self.limits)
            gains = least_changes(
                pairs, order, moves, self.cost, deviations, rates, plan.space.tolerated
            )
            hopeful = gains < -_TUNING.rounding
        applied = 0
        for pair, before, hope in zip(order.tolist(), state, hopeful.tolist()):
            now = self._state(pairs, pair)
            if now != before and effort.in_steps:
                # The next pass knows its moves as they are by then, and whether there is hope.
                continue
            if (hope or now != before) and self._balance_pair(pairs, pair, few):
                applied += 1
                for territory in now[:2]:
                    plan.version[territory] += 1
            elif now == before:
                # Otherwise there are moves by now that this pass does not know.
                self.settled[now[:2]] = now[2:]
        return applied

    def _state(self, pairs: NeighbouringPairs, pair: int) -> tuple[int, int, int, int]:
        """The territories of a pair and their versions."""
        first, second = int(pairs.first[pair]), int(pairs.second[pair])
        return first, second, self.plan.version[first], self.plan.version[second]

    def _balance_pair(self, pairs: NeighbouringPairs, pair: int, few: int) -> bool:
        """Apply the best move or exchange between two territories, if any helps."""
        first, second = int(pairs.first[pair]), int(pairs.second[pair])
        leaving, entering = (_Options.of(self.padded, side, few) for side in pairs.sides(pair))
        if len(leaving.cost) + len(entering.cost) < 3:
            return False
        total = self._fitness_change(leaving, entering, first, second).ravel()
        tried = min(_TUNING.tried, total.size - 1)
        promising = np.argpartition(total, tried)[:tried]
        for choice in promising[np.argsort(total[promising], kind="stable")].tolist():
            if total[choice] >= -_TUNING.rounding:
                return False
            row, column = divmod(choice, len(entering.cost))
            both = *leaving.moves[:, row].tolist(), *entering.moves[:, column].tolist()
            chosen = [i for i in both if i >= 0]
            if self._apply(chosen, float(total[choice])):
                return True
        return False

    def _fitness_change(
        self, leaving: _Options, entering: _Options, first: int, second: int
    ) -> FloatArray:
        """What each option of one side with each of the other does to the fitness, (p, q)."""
        plan, rate, tolerated = self.plan, self.balance_rate, self.plan.space.tolerated
        total: FloatArray = leaving.cost[:, None] + entering.cost[None, :]
        emphasis = emphasis_of(
            plan.space,
            np.array([plan.deviation[first], plan.deviation[second]]),
            self.limits[[first, second]],
        ).tolist()
        for j in range(plan.space.criterion_count):
            one, other = plan.deviation[first][j], plan.deviation[second][j]
            to_one = entering.gained[None, :, j] - leaving.lost[:, None, j]
            to_other = leaving.gained[:, None, j] - entering.lost[None, :, j]
            total += rate * emphasis[0][j] * square_change(one, to_one, tolerated)
            total += rate * emphasis[1][j] * square_change(other, to_other, tolerated)
        return total

    def _apply(self, chosen: list[int], gain: float) -> bool:
        """Apply moves one after the other; take all back if one fails or the sum is no gain."""
        plan, moves = self.plan, self.moves
        done: list[tuple[int, int]] = []
        total = gain
        for index in chosen:
            area, source, target = (
                int(values[index]) for values in (moves.area, moves.source, moves.target)
            )
            fits = (
                plan.label_list[area] == source
                and plan.touches(area, target)
                and plan.within_change_limit(area, target)
                and plan.can_leave(area)
            )
            if fits:
                surprise = plan.border_change(area, target) - float(moves.border_change[index])
                total += self.scales.border * surprise
                plan.move(area, target)
                done.append((area, source))
            if not fits or (index == chosen[-1] and total >= 0.0):
                for area_back, territory_back in reversed(done):
                    plan.move(area_back, territory_back)
                return False
        return True


@dataclass(frozen=True)
class _Options:
    """What one side of an exchange may give: nothing, one area, or two where there are few.

    Attributes
    ----------
    moves : ndarray of int, shape (2, p)
        Numbers of at most two moves; -1 for none.
    cost : ndarray of float, shape (p,)
    lost, gained : ndarray of float, shape (p, c)
    """

    moves: IntArray
    cost: FloatArray
    lost: FloatArray
    gained: FloatArray

    @classmethod
    def of(cls, padded: tuple[FloatArray, ...], side: IntArray, few: int) -> _Options:
        """Options of the given moves, whose cost, lost and gained shares end with a zero."""
        cost = padded[0]
        if len(side) > _TUNING.moves_per_side:
            side = side[np.argsort(cost[side], kind="stable")[: _TUNING.moves_per_side]]
        first = np.concatenate([_NO_MOVE, side])
        second = np.full(len(first), -1)
        if not 2 <= len(side) <= few:
            return cls(
                np.stack([first, second]), *(values.take(first, axis=0) for values in padded)
            )
        one, other = _pairs_of(len(side))
        first = np.concatenate([first, side[one]])
        second = np.concatenate([second, side[other]])
        moves = np.stack([first, second])
        return cls(
            moves, *(values.take(first, axis=0) + values.take(second, axis=0) for values in padded)
        )


@lru_cache
def _pairs_of(count: int) -> tuple[IntArray, IntArray]:
    """Numbers of all pairs of so many."""
    one, other = np.triu_indices(count, 1)
    return one, other
