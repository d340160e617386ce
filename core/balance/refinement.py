"""A plan of blocks becomes a plan of areas: level by level its borders move by smaller steps."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import IntArray
from ..progress import Cancelled, TimeLimit
from .coarsening import Levels
from .criteria import Scales
from .exchange import exchange_areas
from .local_search import Schedule, improve
from .schedules import Schedules
from .space import SearchSpace

_GENTLE = Schedule(
    sweeps=80, heat_start=0.3, heat_end=0.02, tolerance_start=0.2, tolerance_end=0.02
)
"""Borders are where they belong but for the width of some blocks, and balance is as good as blocks
allow. On 100,000 areas × 100, 24 sweeps at a third of the heat are a second faster and end with 2 %
longer borders; 100 at more heat end no better."""


@dataclass(frozen=True)
class _Tuning:
    """How a time limit is kept.

    Attributes
    ----------
    seconds_per_sweep_and_area : float
        On a machine with other work.
    share_for_sweeps : float
        Part of the time left that annealing one level may take.
    """

    seconds_per_sweep_and_area: float = 3e-7
    share_for_sweeps: float = 0.4


_TUNING = _Tuning()


def refined(
    levels: Levels,
    space: SearchSpace,
    scales: Scales,
    plan: IntArray,
    rng: np.random.Generator,
    limit: TimeLimit,
) -> tuple[SearchSpace, IntArray]:
    """The space of the finest level, and the plan refined for it.

    Parameters
    ----------
    levels : Levels
    space : SearchSpace
        Of the coarsest problem.
    scales : Scales
    plan : ndarray of int, shape (blocks,)
        Of the coarsest problem.
    rng : numpy.random.Generator
    limit : TimeLimit
        Levels get fewer sweeps where it is close. Once it is cancelled, the plan is handed back
        as it is by then: connected, and within all rules.
    """
    for problem, block in zip(levels.problems[-2::-1], levels.blocks[::-1]):
        finer = SearchSpace(problem)
        finer.prices, finer.even_travel = space.prices, space.even_travel
        finer.reachable = space.reachable
        space, plan = finer, plan[block]
        if limit.is_cancelled():
            continue
        schedules = Schedules.of(space)
        with contextlib.suppress(Cancelled):
            plan = improve(space, scales, plan, in_time(space.area_count, limit), rng, limit)
            effort = schedules.thorough if problem is levels.problems[0] else schedules.brief
            plan = exchange_areas(space, scales, plan, effort, limit)
    return space, plan


def in_time(areas: int, limit: TimeLimit) -> Schedule:
    """How so many areas are annealed within a time limit."""
    left = limit.seconds_left
    if not np.isfinite(left):
        return _GENTLE
    sweeps = int(_TUNING.share_for_sweeps * left / (_TUNING.seconds_per_sweep_and_area * areas))
    return replace(_GENTLE, sweeps=min(max(sweeps, 1), _GENTLE.sweeps))
