"""How many representatives a given amount of work needs."""

from __future__ import annotations

import math

import numpy as np

from ..errors import InfeasibleProblem, TerritoryError, name_some
from ..plan.areas import Areas
from ..progress import SILENT, Progress
from ..texts import Text
from .consequences import Consequences, Judging
from .planning import Planned, PlannedOrRefused, Workflow, start_plan

_ESTIMATES = 20
"""Counts that are tried on nearest plans before anything is balanced; each takes one siting."""
_FURTHER = 4
"""Counts beyond k - 1 to k + 1 that are planned, where none of these fits or all do."""

Plans = dict[int, PlannedOrRefused]


def refuse_too_heavy(areas: Areas, judging: Judging) -> None:
    """Refuse areas that one representative alone cannot carry.

    Raises
    ------
    InfeasibleProblem
    """
    capacity = judging.capacity
    if capacity is None:
        return
    weights = areas.weights[:, judging.column]
    heavy = np.flatnonzero(weights > capacity)
    if len(heavy):
        first = int(heavy[np.argmax(weights[heavy])])
        raise InfeasibleProblem.counted(
            len(heavy),
            "{count} area holds more than one representative can carry ({ids}): {first} alone "
            "has {share:.0f} % of it. Raise “What one representative can carry” (CAPACITY), or "
            "divide the area.",
            "{count} areas hold more than one representative can carry ({ids}): {first} alone "
            "has {share:.0f} % of it. Raise “What one representative can carry” (CAPACITY), or "
            "divide the areas.",
            ids=name_some([areas.called[i] for i in heavy]),
            first=areas.called[first],
            share=100.0 * float(weights[first]) / capacity,
        )


def planned_for_capacity(
    workflow: Workflow,
    judging: Judging,
    areas: Areas,
    least: int,
    progress: Progress = SILENT,
) -> Plans:
    """Plans for the number of representatives that carry the work, and for one less and more.

    Parameters
    ----------
    workflow : Workflow
    judging : Judging
        With a capacity.
    areas : Areas
        With the work that there is without any trip.
    least : int
        Fewer territories cannot be: so many representatives are there.

    Raises
    ------
    InvalidInput, InfeasibleProblem, Cancelled
    """
    refuse_too_heavy(areas, judging)
    estimate = estimated_count(workflow, judging, areas, least, progress.part(0.0, 0.1))
    progress.message(
        Text.of("By the work that there is, {count} representatives are needed.", count=estimate)
    )
    first = range(max(least, estimate - 1), min(estimate + 1, len(areas)) + 1)
    plans = workflow.planned(first, progress.part(0.1, 0.6))
    for turn in range(_FURTHER):
        count = _next_count(plans, judging, least, len(areas))
        if count is None or progress.is_cancelled():
            break
        part = progress.part(0.6 + 0.1 * turn, 0.7 + 0.1 * turn)
        try:
            more = workflow.planned([count], part)
        except TerritoryError as error:
            more = {count: error}
        plans = dict(sorted((plans | more).items()))
    return plans


def estimated_count(
    workflow: Workflow,
    judging: Judging,
    areas: Areas,
    least: int,
    progress: Progress = SILENT,
) -> int:
    """Representatives who carry the work of the nearest plans, if it were divided evenly."""
    capacity = judging.capacity or math.inf
    total = float(areas.weights[:, judging.column].sum())
    count = min(max(least, _needed(total, capacity)), len(areas))
    if workflow.work is None:
        return count
    for turn in range(_ESTIMATES):
        progress.stop_if_cancelled()
        progress.report(turn / _ESTIMATES)
        total = float(workflow.work.in_plan(start_plan(workflow.case_of(count))).sum())
        needed = min(max(least, _needed(total, capacity)), len(areas))
        if needed <= count:
            break
        count = needed
    return count


def _needed(total: float, capacity: float) -> int:
    return max(1, math.ceil(total / capacity - 1e-9))


def _next_count(plans: Plans, judging: Judging, least: int, most: int) -> int | None:
    """A count next to those that were tried, if the smallest that fits may lie beyond them."""
    fits = {
        count: _fits(judging.of(plan.plan))
        for count, plan in plans.items()
        if isinstance(plan, Planned)
    }
    first, last = min(plans), max(plans)
    if not any(fits.values()):
        return last + 1 if last < most else None
    return first - 1 if fits.get(first, False) and first > least and first > 1 else None


def _fits(row: Consequences) -> bool:
    return row.load_pct <= 100.0 + 1e-9
