"""Work that depends on trips: a plan and its hours brought to agree, while homes stay.

A search moves many borders, and homes are sought anew in what comes of it: hours jump from one
search to the next. Behind the last one homes stay where they are, and only areas along borders
change hands. Such an area is about as far from both homes, so that the hours change little, and
each step less.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..balance.case import BalanceCase
from ..balance.evening import evened
from ..balance.locks import Locks
from ..balance.result import BalanceResult
from ..balance.solve import resited_plan
from ..certain import certain
from ..plan.areas import NO_AREA
from ..plan.plan import Plan
from ..plan.statistics import territory_totals
from ..progress import SILENT, Progress
from ..texts import Text
from ..travel.trips import Trips
from .workload import Work

AGREEMENT = 1e-3
"""Hours agree when no territory's differ by more, as a share of the mean: two hours in a year."""
_STEPS = 12
"""10,946 areas × 27 need two or three."""


@dataclass(frozen=True)
class Settled:
    """A plan and the hours that it brings.

    Attributes
    ----------
    case : BalanceCase
        With the hours of the plan.
    result : BalanceResult
        As a search of the case's problem gives it.
    homes : ndarray of bool, shape (n,)
        Areas in which people live, or where trips count from.
    gap : float
        How far hours of the plan and those it was balanced on are apart; 0 where nothing more
        is gained by balancing on its own hours.
    """

    case: BalanceCase
    result: BalanceResult
    homes: BoolArray
    gap: float

    @property
    def agrees(self) -> bool:
        """Whether the plan was balanced on the hours that it brings."""
        return self.gap <= AGREEMENT

    def told(self) -> Text:
        """How near to each other they are, in words."""
        count = self.case.start.territory_count
        if self.gap == 0.0:
            return Text.of(
                "{count} territories, homes kept: balanced anew on its own hours, the plan stays "
                "as it is.",
                count=count,
            )
        return Text.of(
            "{count} territories, homes kept: hours of the plan and hours it was balanced on "
            "differ by at most {gap:.2f} %.",
            count=count,
            gap=100.0 * self.gap,
        )


def with_hours(case: BalanceCase, work: Work, hours: FloatArray) -> BalanceCase:
    """The case with other hours (n,) of work; who is visited how often stays as it was."""
    weights = case.areas.weights.copy()
    weights[:, work.column] = hours
    return replace(case, areas=replace(case.areas, weights=weights))


def largest_gap(plan: Plan, first: FloatArray, second: FloatArray) -> float:
    """Largest difference between a territory's hours, given twice by area (n,), over their mean."""
    count = plan.territory_count
    totals = territory_totals(plan.labels, np.stack([first, second], axis=1), count)
    mean = float(totals[:, 1].mean())
    return float(np.abs(totals[:, 1] - totals[:, 0]).max()) / mean if mean > 0.0 else 0.0


@dataclass(frozen=True)
class Settling:
    """What stays the same from step to step.

    Attributes
    ----------
    trips : Trips
    work : Work
    homes : ndarray of bool, shape (n,)
        Areas that may be homes: those that are.
    """

    trips: Trips
    work: Work
    homes: BoolArray

    @classmethod
    def at_homes_of(cls, plan: Plan, trips: Trips, work: Work) -> Settling:
        """Homes stay where a plan has them."""
        homes = np.zeros(len(plan.areas), dtype=bool)
        area = certain(plan.homes).area
        homes[area[area != NO_AREA]] = True
        return cls(trips, work, homes)

    def unsettled(self, case: BalanceCase, result: BalanceResult, gap: float) -> Settled:
        """The plan as it is; what no plan can be below, the search has said of other hours."""
        own = replace(result, lower_bound_pct=case.check().lower_bound_pct)
        return Settled(case, own, self.homes, gap)

    def settled(
        self, case: BalanceCase, result: BalanceResult, gap: float, progress: Progress = SILENT
    ) -> Settled:
        """Balance on the plan's own hours, by steps along its borders, until the two agree.

        Parameters
        ----------
        case : BalanceCase
            With the hours of the plan.
        result : BalanceResult
            The plan, as a search of the case's problem gives it.
        gap : float
            How far these hours and those it was balanced on are apart.

        Raises
        ------
        InfeasibleProblem
            If no plan keeps the rules with the hours of some step.
        """
        now = self.unsettled(case, result, gap)
        for step in range(_STEPS):
            if now.agrees or progress.is_cancelled():
                break
            progress.report(step / _STEPS)
            better = self._step(now, progress)
            if better is None:
                return replace(now, gap=0.0)
            now = better
        return now

    def _step(self, now: Settled, progress: Progress) -> Settled | None:
        """A plan that is more even by its own hours; None if none was found."""
        hours = now.case.areas.weights[:, self.work.column]
        aim = hours
        for _ in range(2):
            found = self._balanced_on(now, aim, progress)
            if _deviation_pct(found) < _deviation_pct(now):
                return found
            # The step was too wide: half of it.
            aim = (hours + found.case.areas.weights[:, self.work.column]) / 2.0
        return None

    def _balanced_on(self, now: Settled, hours: FloatArray, progress: Progress) -> Settled:
        case = with_hours(now.case, self.work, hours)
        problem = replace(case, locks=self._homes_locked(now)).problem
        result = now.result
        labels = evened(problem, result.labels, result.lower_bound_pct, progress)
        plan = self._plan(case, labels)
        own = self.work.in_plan(plan)
        true = with_hours(case, self.work, own)
        gap = largest_gap(plan, hours, own)
        return self.unsettled(true, replace(result, labels=labels), gap)

    def _plan(self, case: BalanceCase, labels: IntArray) -> Plan:
        return resited_plan(case, self.trips, case.plan(labels), self.homes).moved

    def _homes_locked(self, now: Settled) -> Locks:
        """Rules of the case, and nobody loses the home."""
        locks, own = now.case.locks, now.result.labels[now.case.groups.joined]
        free = self.homes & (locks.locked < 0)
        return replace(locks, locked=np.where(free, own, locks.locked))


def _deviation_pct(settled: Settled) -> float:
    case = settled.case
    plan = case.plan(settled.result.labels)
    return Plan(case.areas, plan.labels, plan.names, case.targets).statistics.max_deviation_pct
