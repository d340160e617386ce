"""A plan beside what was before it and what may come after, for reports: today, new, re-sited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..ids import positions_in
from .compare import Comparison, compare_plans
from .measures import Measures, measures_of
from .people import People, people_in, rank_in_flow, under_common_names
from .plan import Plan

BEFORE, AFTER, RESITED = "before", "after", "resited"


@dataclass(frozen=True)
class Shares:
    """What K territories hold of one criterion (thesis, tables 5.2 and 5.3).

    Attributes
    ----------
    total, target, difference, deviation_pct : ndarray of float, shape (K,)
        Difference is total minus target in the criterion's unit; NaN for who is not in the plan.
    """

    total: FloatArray
    target: FloatArray
    difference: FloatArray
    deviation_pct: FloatArray

    @property
    def largest_target(self) -> float:
        """The largest target; 0 where there is none."""
        return float(np.nanmax(self.target, initial=0.0))

    @property
    def sum(self) -> float:
        """Total of all territories."""
        return float(np.nansum(self.total))


@dataclass(frozen=True)
class Stages:
    """Up to three plans over the same areas, with all figures under common names.

    Attributes
    ----------
    after : Plan
        The plan that the report is about, from the current homes.
    before : Plan or None
        The plan before, from the current homes.
    resited : Plan or None
        ``after`` from the new homes.
    all_trips : bool
        Whether sums of travel add up all trips; else one to each visited area.
    """

    after: Plan
    before: Plan | None = None
    resited: Plan | None = None
    all_trips: bool = False

    @cached_property
    def plans(self) -> dict[str, Plan]:
        """The plans by stage, in the order of time."""
        plans = {BEFORE: self.before, AFTER: self.after, RESITED: self.resited}
        return {stage: plan for stage, plan in plans.items() if plan is not None}

    @cached_property
    def comparison(self) -> Comparison | None:
        """What changes from before to after; None without a plan before."""
        if self.before is None:
            return None
        return compare_plans(self.before, self.after, self.resited)

    @cached_property
    def measures(self) -> dict[str, Measures]:
        """All figures by stage."""
        if self.comparison is None:
            return {stage: measures_of(plan) for stage, plan in self.plans.items()}
        known = {
            BEFORE: self.comparison.before,
            AFTER: self.comparison.after,
            RESITED: self.comparison.resited,
        }
        return {stage: one for stage, one in known.items() if one is not None}

    @cached_property
    def names(self) -> Sequence[Any]:
        """The K territories of all stages."""
        return self.after.names if self.comparison is None else self.comparison.exchange.names

    @cached_property
    def people(self) -> dict[str, People]:
        """Deviation and travel of everybody, by stage."""
        return {
            stage: people_in(self.names, plan, self.measures[stage], all_trips=self.all_trips)
            for stage, plan in self.plans.items()
        }

    @property
    def knows_times(self) -> bool:
        """Whether every stage knows how long trips take."""
        return all(one.seconds is not None for one in self.measures.values())

    @property
    def criterion_count(self) -> int:
        """Number c of the criteria that are balanced."""
        return self.after.targets.shape[1]

    def shares(self, stage: str, criterion: int) -> Shares:
        """What everybody holds of one criterion in one stage."""
        plan = self.plans[stage]
        row = positions_in(self.names, plan.names)

        def at(values: FloatArray) -> FloatArray:
            return np.where(row >= 0, values[np.maximum(row, 0), criterion], np.nan)

        return Shares(
            at(plan.statistics.totals),
            at(plan.targets),
            at(plan.difference),
            at(plan.statistics.deviation_pct),
        )

    @cached_property
    def common(self) -> dict[str, Plan]:
        """Before and after under the common names, for maps; without homes."""
        return {
            stage: under_common_names(self.plans[stage], self.names)
            for stage in (BEFORE, AFTER)
            if stage in self.plans
        }

    @cached_property
    def changing(self) -> IntArray:
        """Areas that leave somebody or come to somebody, ascending."""
        if self.comparison is None:
            return np.empty(0, dtype=np.int64)
        changes = self.comparison.changes_hands | self.comparison.newly_assigned
        return np.flatnonzero(changes)

    @cached_property
    def rank_in_flow(self) -> IntArray:
        """Rank (r,) by weight of the changing areas among those that go the same way."""
        if self.before is None:
            return np.empty(0, dtype=np.int64)
        return rank_in_flow(self.before, self.after, self.changing)


def readable_limit(values: Sequence[FloatArray], times: float = 4.0, share: float = 0.9) -> float:
    """Largest absolute value that bars of one chart are drawn to.

    That of the largest, unless it dwarfs the others, as a city may that is many times one
    territory's share: then bars end a little above all others, and the few that are cut say
    their value.

    Parameters
    ----------
    values : sequence of ndarray of float
        All bars; NaN and infinities are left out.
    times, share : float
        The largest dwarfs the others if it is more than ``times`` what ``share`` of them stay
        below. Four times: a bar of a quarter of the height can still be compared with others.
    """
    finite = np.abs(np.concatenate([np.zeros(0), *values]))
    finite = np.sort(finite[np.isfinite(finite) & (finite > 0.0)])
    if not len(finite):
        return 1.0
    most = float(finite[-1])
    usual = float(finite[int(share * (len(finite) - 1))])
    if most <= times * usual:
        return most
    return float(finite[finite <= times * usual][-1]) * 1.15


def is_dwarfed(values: FloatArray, others: FloatArray, times: float = 20.0) -> bool:
    """Whether bars of some values cannot be seen beside those of others, but are there.

    Twenty times: at the height of our charts the bar is then five pixels high.
    """
    most = float(np.nanmax(np.abs(values), initial=0.0))
    return 0.0 < most * times < readable_limit([others])
