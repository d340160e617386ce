"""A plan of blocks becomes a plan of areas: level by level its borders move by smaller steps.

Blocks know nothing of trips within them, and are too coarse for the centres of territories to find
their places. Where homes are free and trips count, a second plan is made on the first level below
the blocks: the power diagram around the centres of the plan of blocks, searched like any first
plan. The one that promises more goes on.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import IntArray
from ..progress import Cancelled, TimeLimit
from .coarsening import Levels
from .criteria import Evaluation, Scales, evaluate
from .exchange import exchange_areas
from .local_search import Schedule, improve
from .repair import repair
from .schedules import Schedules
from .space import SearchSpace
from .starts import StartFactory

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
    share_for_second : float
        Part of the time left that a second plan may take.
    unsettled : float
        Part of the fitness by which a plan with shorter trips may be behind. On 100,000 areas × 100
        two plans differ by 0.2 % either way where the one with shorter trips ends 0.5 % fitter.
    """

    seconds_per_sweep_and_area: float = 3e-7
    share_for_sweeps: float = 0.4
    share_for_second: float = 0.3
    unsettled: float = 0.01


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
    free = space.travel_cost is None and space.initial is None and scales.travel > 0.0
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
            if free and problem is levels.problems[-2]:
                plan = _or_around_its_centres(space, scales, plan, rng, limit)
            effort = schedules.thorough if problem is levels.problems[0] else schedules.brief
            plan = exchange_areas(space, scales, plan, effort, limit)
    return space, plan


def _or_around_its_centres(
    space: SearchSpace,
    scales: Scales,
    plan: IntArray,
    rng: np.random.Generator,
    limit: TimeLimit,
) -> IntArray:
    """The plan, or one that is made anew around its centres if that promises more."""
    time_for_it = limit.share(_TUNING.share_for_second)
    schedules = Schedules.of(space)
    with contextlib.suppress(Cancelled):
        plan = exchange_areas(space, scales, plan, schedules.brief, time_for_it)
        raw = repair(space, StartFactory(space).settled(plan, time_for_it), rng)
        schedule = in_time(space.area_count, time_for_it, schedules.start)
        other = improve(space, scales, raw, schedule, rng, time_for_it)
        other = exchange_areas(space, scales, other, schedules.brief, time_for_it)
        if _promises_more(evaluate(space, scales, other), evaluate(space, scales, plan)):
            return other
    return plan


def _promises_more(other: Evaluation, plan: Evaluation) -> bool:
    """Whether another plan will be the fitter one on the levels below.

    Borders and balance are settled anew there, while trips hardly change any more.
    """
    unsettled = _TUNING.unsettled if other.travel < plan.travel else 0.0
    return other.fitness < (1.0 + unsettled) * plan.fitness


def in_time(areas: int, limit: TimeLimit, schedule: Schedule = _GENTLE) -> Schedule:
    """How so many areas are annealed within a time limit."""
    left = limit.seconds_left
    if not np.isfinite(left):
        return schedule
    sweeps = int(_TUNING.share_for_sweeps * left / (_TUNING.seconds_per_sweep_and_area * areas))
    return replace(schedule, sweeps=min(max(sweeps, 1), schedule.sweeps))
