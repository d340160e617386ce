"""Border mutation guided by the ranking of territories.

An area on a border may move to a neighbouring territory, but only from a richer territory
to a poorer one (thesis, algorithm 8 with the guidance of sect. 5.2.2: giving areas of poor
territories to rich ones only wastes time).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
from ..sums import weighted_rows
from .border_moves import BorderMoves
from .criteria import Scales
from .search_plan import SearchPlan
from .space import SearchSpace


def mutate(
    space: SearchSpace,
    scales: Scales,
    labels: NDArray,
    rate: float,
    rng: np.random.Generator,
    unguided: float = 0.0,
) -> IntArray:
    """Move a random share of the border areas towards poorer territories.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        A contiguous plan.
    rate : float
        Probability that a border area mutates; at least one is tried.
    unguided : float
        Probability of a mutation that goes anywhere (thesis, algorithm 8), relative to the
        rate. What such moves upset, guided ones settle at once, all that help. Without local
        search they alone lead through a territory that is as rich as both sides.

    Returns
    -------
    ndarray of int, shape (n,)
        A contiguous plan; moves that would cut a territory are left out.
    """
    plan = SearchPlan(space, labels)
    _move_towards_poorer(plan, scales, rate, rng)
    if unguided > 0.0 and _move_anywhere(plan, scales, unguided * rate, rng):
        _move_towards_poorer(plan, scales, 1.0, rng)
    return plan.labels


def _move_towards_poorer(
    plan: SearchPlan, scales: Scales, rate: float, rng: np.random.Generator
) -> None:
    """Guided moves: each makes the two territories more alike."""
    space = plan.space
    moves = BorderMoves.of(space, scales, plan.labels)
    wealth = weighted_rows(np.array(plan.deviation), space.criterion_shares)
    downhill = np.flatnonzero(wealth[moves.source] > wealth[moves.target])
    if not len(downhill):
        return
    tried = downhill[rng.random(len(downhill)) < rate]
    if not len(tried):
        tried = downhill[rng.integers(len(downhill), size=1)]
    shares = space.criterion_shares.tolist()
    deviation = plan.deviation
    for index in rng.permutation(tried).tolist():
        source, target = int(moves.source[index]), int(moves.target[index])
        ahead = sum(
            share * (giving - taking - lost)
            for share, giving, taking, lost in zip(
                shares, deviation[source], deviation[target], moves.lost[index].tolist()
            )
        )
        if ahead > 0.0:
            _move_if_possible(plan, int(moves.area[index]), source, target)


def _move_anywhere(plan: SearchPlan, scales: Scales, rate: float, rng: np.random.Generator) -> bool:
    """Moves without guidance (thesis, algorithm 8); whether there was any."""
    moves = BorderMoves.of(plan.space, scales, plan.labels)
    drawn = np.flatnonzero(rng.random(len(moves)) < rate)
    moved = False
    for index in rng.permutation(drawn).tolist():
        area, source, target = (
            int(values[index]) for values in (moves.area, moves.source, moves.target)
        )
        moved |= _move_if_possible(plan, area, source, target)
    return moved


def _move_if_possible(plan: SearchPlan, area: int, source: int, target: int) -> bool:
    """Move an area that is still there, if contiguity and the limit on change permit."""
    possible = (
        plan.label_list[area] == source
        and plan.touches(area, target)
        and plan.within_change_limit(area, target)
        and plan.can_leave(area)
    )
    if possible:
        plan.move(area, target)
    return possible
