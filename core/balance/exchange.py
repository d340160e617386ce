"""Final balancing: moves and exchanges between neighbouring territories.

Single moves stall when every border area is heavier than the difference to be closed. A
pair of areas that change places moves just the difference of their weights, so that totals
can be met far more closely than the grain of the areas; where areas are few and coarse, up
to two on each side take part. All exchanges across the border of two territories are
evaluated at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..progress import SILENT, Progress
from .border_moves import BorderMoves
from .criteria import Scales, evaluate, noticeable
from .local_search import Pressure, emphasis_of
from .plan import Plan
from .space import SearchSpace

THOROUGH = (2e-3, 6e-4, 2e-4, 6e-5)
BRIEF = (1e-3,)
_MAX_MOVES_PER_SIDE = 100
_FEW = 20
_CANDIDATES_TRIED = 8
_ROUNDING = 1e-15
_NEGLIGIBLE = 0.3


def exchange_areas(
    space: SearchSpace,
    scales: Scales,
    labels: NDArray,
    tolerances: tuple[float, ...] = THOROUGH,
    max_passes: int = 12,
    two_at_a_time: bool = True,
    progress: Progress = SILENT,
) -> NDArray[np.int64]:
    """Balance a contiguous plan as long as its fitness gains from it.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
    tolerances : tuple of float
        Growing pressure of balance, as in :class:`~.local_search.Schedule`.
    two_at_a_time : bool
        Whether two areas of a side may take part where border areas are few. It finds finer
        balance and takes longer.
    max_passes : int
        Largest number of passes over all pairs of neighbouring territories, each time.

    Returns
    -------
    ndarray of int, shape (n,)
        The fittest plan on the way; never less fit than ``labels``.
    """
    best, best_fitness = np.asarray(labels), evaluate(space, scales, labels).fitness
    plan = Plan(space, labels)
    pressure: Pressure | None = None
    change_price = 0.0
    for tolerance in tolerances:
        for _ in range(max_passes):
            progress.stop_if_cancelled()
            moves = BorderMoves.of(space, scales, plan.labels, change_price=change_price)
            if pressure is None:
                pressure = Pressure.of(space, scales, moves)
                if space.change_limit < 1.0:
                    change_price = pressure.price_of_change
            applied = _pass_over_pairs(
                plan, scales, moves, pressure.at(tolerance), _NEGLIGIBLE * tolerance, two_at_a_time
            )
            plan.refresh()
            if not applied:
                break
        fitness = evaluate(space, scales, plan.labels).fitness
        if fitness < best_fitness:
            best, best_fitness = plan.labels.copy(), fitness
    return best


def _pass_over_pairs(
    plan: Plan,
    scales: Scales,
    moves: BorderMoves,
    balance_rate: float,
    negligible: float,
    two_at_a_time: bool,
) -> int:
    if not len(moves):
        return 0
    count = plan.space.territory_count
    low = np.minimum(moves.source, moves.target)
    pair = low * count + np.maximum(moves.source, moves.target)
    order = np.argsort(pair, kind="stable")
    keys, start = np.unique(pair[order], return_index=True)
    groups = np.split(order, start[1:])
    deviations = np.array(plan.deviation)
    difference = np.abs(deviations[keys // count] - deviations[keys % count]).max(axis=1)
    cost = scales.border * moves.border_change + moves.other_cost
    applied = 0
    few = _FEW if two_at_a_time else 0
    limits = noticeable(plan.space, plan.labels, scales.bound)
    for index in np.argsort(-difference, kind="stable").tolist():
        if difference[index] < negligible:
            break
        group = groups[index]
        first = int(keys[index] // count)
        applied += _balance_pair(plan, scales, moves, cost, group, first, balance_rate, few, limits)
    return applied


def _balance_pair(
    plan: Plan,
    scales: Scales,
    moves: BorderMoves,
    cost: NDArray[np.float64],
    group: NDArray[np.int64],
    first: int,
    balance_rate: float,
    few: int,
    limits: NDArray[np.float64],
) -> int:
    """Apply the best move or exchange between two territories, if any helps."""
    leaving = _Options.of(moves, cost, group[moves.source[group] == first], few)
    entering = _Options.of(moves, cost, group[moves.source[group] != first], few)
    if len(leaving.cost) + len(entering.cost) < 3:
        return 0
    some = int(group[0])
    second = int(moves.source[some] + moves.target[some] - first)
    total = leaving.cost[:, None] + entering.cost[None, :]
    emphasis = emphasis_of(
        np.array([plan.deviation[first], plan.deviation[second]]),
        plan.space.criterion_shares,
        limits[[first, second]],
    ).tolist()
    for j in range(plan.space.criterion_count):
        one, other = plan.deviation[first][j], plan.deviation[second][j]
        changed_one = one - leaving.lost[:, None, j] + entering.gained[None, :, j]
        changed_other = other + leaving.gained[:, None, j] - entering.lost[None, :, j]
        total += balance_rate * emphasis[0][j] * (changed_one**2 - one**2)
        total += balance_rate * emphasis[1][j] * (changed_other**2 - other**2)
    flat = total.ravel()
    tried = min(_CANDIDATES_TRIED, flat.size - 1)
    promising = np.argpartition(flat, tried)[:tried]
    for choice in promising[np.argsort(flat[promising], kind="stable")].tolist():
        if flat[choice] >= -_ROUNDING:
            return 0
        row, column = divmod(choice, len(entering.cost))
        chosen = [i for i in (*leaving.moves[row], *entering.moves[column]) if i >= 0]
        if _apply(plan, scales, moves, chosen, float(flat[choice])):
            return 1
    return 0


@dataclass(frozen=True)
class _Options:
    """What one side of an exchange may give: nothing, one area, or two where there are few.

    Attributes
    ----------
    moves : list of tuple of int
        Numbers of at most two moves; -1 for none.
    cost : ndarray of float, shape (p,)
    lost, gained : ndarray of float, shape (p, c)
    """

    moves: list[tuple[int, int]]
    cost: NDArray[np.float64]
    lost: NDArray[np.float64]
    gained: NDArray[np.float64]

    @classmethod
    def of(cls, moves: BorderMoves, cost: NDArray[np.float64], side: NDArray, few: int) -> _Options:
        if len(side) > _MAX_MOVES_PER_SIDE:
            side = side[np.argsort(cost[side], kind="stable")[:_MAX_MOVES_PER_SIDE]]
        none = np.array([-1])
        first, second = np.concatenate([none, side]), np.full(len(side) + 1, -1)
        if 2 <= len(side) <= few:
            one, other = np.triu_indices(len(side), 1)
            first = np.concatenate([first, side[one]])
            second = np.concatenate([second, side[other]])

        def summed(values: NDArray[np.float64]) -> NDArray[np.float64]:
            # The number -1 of a missing move picks the zero at the end.
            padded = np.concatenate([values, np.zeros((1, *values.shape[1:]))])
            return np.asarray(padded[first] + padded[second])

        return cls(
            moves=list(zip(first.tolist(), second.tolist())),
            cost=summed(cost),
            lost=summed(moves.lost),
            gained=summed(moves.gained),
        )


def _apply(plan: Plan, scales: Scales, moves: BorderMoves, chosen: list[int], gain: float) -> bool:
    """Apply moves one after the other; take all back if one fails or the sum is no gain."""
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
            total += scales.border * surprise
            plan.move(area, target)
            done.append((area, source))
        if not fits or (index == chosen[-1] and total >= 0.0):
            for area_back, territory_back in reversed(done):
                plan.move(area_back, territory_back)
            return False
    return True
