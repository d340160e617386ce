"""Border mutation guided by the ranking of territories.

An area on a border may move to a neighbouring territory, but only from a richer territory
to a poorer one (thesis, algorithm 8 with the guidance of sect. 5.2.2: giving areas of poor
territories to rich ones only wastes time).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
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
) -> IntArray:
    """Move a random share of the border areas towards poorer territories.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        A contiguous plan.
    rate : float
        Probability that a border area mutates; at least one is tried.

    Returns
    -------
    ndarray of int, shape (n,)
        A contiguous plan; moves that would cut a territory are left out.
    """
    plan = SearchPlan(space, labels)
    moves = BorderMoves.of(space, scales, plan.labels)
    if not len(moves):
        return plan.labels
    wealth = np.array(plan.deviation) @ space.criterion_shares
    downhill = np.flatnonzero(wealth[moves.source] > wealth[moves.target])
    if not len(downhill):
        return plan.labels
    tried = downhill[rng.random(len(downhill)) < rate]
    if not len(tried):
        tried = downhill[rng.integers(len(downhill), size=1)]
    shares = space.criterion_shares.tolist()
    deviation = plan.deviation
    for index in rng.permutation(tried).tolist():
        area, source, target = (
            int(values[index]) for values in (moves.area, moves.source, moves.target)
        )
        if plan.label_list[area] != source or not plan.touches(area, target):
            continue
        ahead = sum(
            share * (giving - taking - lost)
            for share, giving, taking, lost in zip(
                shares, deviation[source], deviation[target], moves.lost[index].tolist()
            )
        )
        if ahead <= 0.0 or not plan.within_change_limit(area, target):
            continue
        if plan.can_leave(area):
            plan.move(area, target)
    return plan.labels
