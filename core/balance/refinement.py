"""A plan of blocks becomes a plan of areas: level by level its borders move by smaller steps."""

from __future__ import annotations

import contextlib

import numpy as np

from ..arrays import IntArray
from ..progress import Cancelled, Progress
from .coarsening import Levels
from .criteria import Scales
from .exchange import exchange_areas
from .local_search import Schedule, improve
from .schedules import Schedules
from .space import SearchSpace

_GENTLE = Schedule(
    sweeps=80, heat_start=0.3, heat_end=0.02, tolerance_start=0.2, tolerance_end=0.02
)
"""Borders are where they belong but for the width of a block, and balance is as good as blocks
allow."""


def refined(
    levels: Levels,
    space: SearchSpace,
    scales: Scales,
    plan: IntArray,
    rng: np.random.Generator,
    progress: Progress,
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
    progress : Progress
        Once it is cancelled, the plan is handed back as it is by then: connected, and within
        all rules.
    """
    for problem, block in zip(levels.problems[-2::-1], levels.blocks[::-1]):
        finer = SearchSpace(problem)
        finer.prices, finer.even_travel = space.prices, space.even_travel
        finer.reachable = space.reachable
        space, plan = finer, plan[block]
        if progress.is_cancelled():
            continue
        schedules = Schedules.of(space)
        with contextlib.suppress(Cancelled):
            plan = improve(space, scales, plan, _GENTLE, rng, progress)
            effort = schedules.thorough if problem is levels.problems[0] else schedules.brief
            plan = exchange_areas(space, scales, plan, effort, progress)
    return space, plan
