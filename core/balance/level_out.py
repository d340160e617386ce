"""Final balancing: moves and exchanges between neighbouring territories.

Single moves stall when every border area is heavier than the difference to be closed. A
pair of areas that change places moves just the difference of their weights, so that totals
can be met far more closely than the grain of the areas. All pairs across the border of two
territories are evaluated at once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..progress import SILENT, Progress
from .border_moves import BorderMoves
from .criteria import Scales, evaluate
from .local_search import Pressure
from .plan import Plan
from .space import SearchSpace

THOROUGH = (2e-3, 6e-4, 2e-4, 6e-5)
BRIEF = (1e-3,)
_MAX_MOVES_PER_SIDE = 100
_CANDIDATES_TRIED = 6
_NEGLIGIBLE = 0.3


def level_out(
    space: SearchSpace,
    scales: Scales,
    labels: NDArray,
    tolerances: tuple[float, ...] = THOROUGH,
    max_passes: int = 12,
    progress: Progress = SILENT,
) -> NDArray[np.int64]:
    """Balance a contiguous plan as long as its fitness gains from it.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
    tolerances : tuple of float
        Growing pressure of balance, as in :class:`~.local_search.Schedule`.
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
                plan, scales, moves, pressure.at(tolerance), _NEGLIGIBLE * tolerance
            )
            plan.refresh()
            if not applied:
                break
        fitness = evaluate(space, scales, plan.labels).fitness
        if fitness < best_fitness:
            best, best_fitness = plan.labels.copy(), fitness
    return best


def _pass_over_pairs(
    plan: Plan, scales: Scales, moves: BorderMoves, balance_rate: float, negligible: float
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
    for index in np.argsort(-difference, kind="stable").tolist():
        if difference[index] < negligible:
            break
        group = groups[index]
        first = int(keys[index] // count)
        applied += _balance_pair(plan, scales, moves, cost, group, first, balance_rate)
    return applied


def _balance_pair(
    plan: Plan,
    scales: Scales,
    moves: BorderMoves,
    cost: NDArray[np.float64],
    group: NDArray[np.int64],
    first: int,
    balance_rate: float,
) -> int:
    """Apply the best single move or exchange between two territories, if any helps."""
    leaving = group[moves.source[group] == first]
    entering = group[moves.source[group] != first]
    sides = []
    for side in (leaving, entering):
        if len(side) > _MAX_MOVES_PER_SIDE:
            side = side[np.argsort(cost[side], kind="stable")[:_MAX_MOVES_PER_SIDE]]
        sides.append(side)
    leaving, entering = sides
    second = int(moves.target[leaving[0]] if len(leaving) else moves.source[entering[0]])
    shares = plan.space.criterion_shares
    total = np.zeros((len(leaving) + 1, len(entering) + 1))
    total[1:, :] += cost[leaving][:, None]
    total[:, 1:] += cost[entering][None, :]
    for j, share in enumerate(shares.tolist()):
        one, other = plan.deviation[first][j], plan.deviation[second][j]
        out = np.concatenate([[0.0], moves.lost[leaving, j]])
        back = np.concatenate([[0.0], moves.gained[entering, j]])
        into = np.concatenate([[0.0], moves.gained[leaving, j]])
        away = np.concatenate([[0.0], moves.lost[entering, j]])
        changed_one = one - out[:, None] + back[None, :]
        changed_other = other + into[:, None] - away[None, :]
        total += balance_rate * share * (changed_one**2 - one**2 + changed_other**2 - other**2)
    flat = total.ravel()
    tried = min(_CANDIDATES_TRIED, flat.size - 1)
    if tried < 1:
        return 0
    promising = np.argpartition(flat, tried)[:tried]
    for choice in promising[np.argsort(flat[promising], kind="stable")].tolist():
        if flat[choice] >= -1e-15:
            return 0
        row, column = divmod(choice, len(entering) + 1)
        chosen = [leaving[row - 1]] if row else []
        chosen += [entering[column - 1]] if column else []
        if _apply(plan, scales, moves, [int(i) for i in chosen], float(flat[choice])):
            return 1
    return 0


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
