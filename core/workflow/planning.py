"""From homes to a balanced, re-sited plan: for one number of territories, or for several.

The workflow of the paper's figure 5: homes are chosen, known, or follow from a plan; every area
goes to the nearest; the plan is balanced; homes are sought anew inside it. Where work depends on
trips, balancing goes on until the hours on which a plan was balanced are those that it brings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Union

import numpy as np

from ..arrays import BoolArray, IntArray
from ..balance.case import BalanceCase
from ..balance.feasibility import Checked
from ..balance.many import Outcome, balance_all
from ..balance.result import CANCELLED, BalanceResult
from ..balance.settings import SearchSettings
from ..balance.solve import resited_plan, solved_from
from ..balance.solved import Solved
from ..certain import certain
from ..errors import InfeasibleProblem, TerritoryError
from ..plan.plan import Plan
from ..plan.start import nearest_plan
from ..progress import SILENT, Cancelled, Progress
from ..siting.homes import best_homes
from ..texts import Text
from ..travel.trips import Trips
from .settling import Settled, Settling, largest_gap, with_hours
from .workload import Work

_ROUNDS = 3
"""Searches on hours closer and closer to those of the last plan; what is left to agree on after
them is settled along the borders (:mod:`.settling`)."""
_NEAR = 0.01
"""Another search is not worth its time when no territory's hours differ by more, as a share of
the mean, or when the plan is that near to the most even one by its own hours: what planners take
for balanced (thesis, sect. 5.2)."""


@dataclass(frozen=True)
class Workflow:
    """What is to be planned, for whatever number of territories.

    Attributes
    ----------
    case_of : callable
        The case of balancing for a number of territories, with homes and nearest plan.
    trips : Trips
    settings : SearchSettings
    candidates : ndarray of bool, shape (n,), or None
        Areas that may be homes; None for all.
    work : Work or None
        Work that depends on trips.
    """

    case_of: Callable[[int], BalanceCase]
    trips: Trips
    settings: SearchSettings
    candidates: BoolArray | None = None
    work: Work | None = None

    def planned(
        self, counts: Iterable[int], progress: Progress = SILENT
    ) -> dict[int, Planned | TerritoryError]:
        """A plan for each count, or why there is none; those that a cancel left out are missing.

        Raises
        ------
        InvalidInput, InfeasibleProblem
            If there is no plan for any count.
        Cancelled
            If the caller stops before there is any plan.
        """
        attempts, refused = self._attempts(list(counts), progress.part(0.0, 0.1))
        found: dict[int, Planned | TerritoryError] = dict(refused)
        rounds = _ROUNDS if self.work is not None else 1
        for number in range(rounds):
            going_on = [attempt for attempt in attempts if attempt.count not in found]
            if not going_on:
                break
            part = progress.part(0.1 + 0.85 * number / rounds, 0.1 + 0.85 * (number + 1) / rounds)
            outcomes = balance_all(
                [attempt.case.problem for attempt in going_on],
                [attempt.checked for attempt in going_on],
                self.settings,
                part,
            )
            for attempt, outcome in zip(going_on, outcomes):
                self._take(attempt, outcome, progress)
                if attempt.is_done or number == rounds - 1 or progress.is_cancelled():
                    found |= attempt.outcome(self, progress)
            if progress.is_cancelled():
                break
        plans = {count: found[count] for count in sorted(found)}
        if not any(isinstance(plan, Planned) for plan in plans.values()):
            errors = [plan for plan in plans.values() if isinstance(plan, TerritoryError)]
            if not errors or progress.is_cancelled():
                raise Cancelled
            raise errors[0]
        return plans

    def _attempts(
        self, counts: list[int], progress: Progress
    ) -> tuple[list[_Attempt], dict[int, TerritoryError]]:
        """The cases of all counts, checked before any work; and those that cannot be."""
        attempts, refused = [], {}
        for position, count in enumerate(counts):
            progress.stop_if_cancelled()
            progress.report(position / len(counts))
            try:
                case = self.case_of(count)
                if self.work is not None:
                    case = with_hours(case, self.work, self.work.in_plan(start_plan(case)))
                attempts.append(_Attempt(count, case, case.check()))
            except TerritoryError as error:
                if len(counts) == 1:
                    raise
                refused[count] = error
        if not attempts:
            raise next(iter(refused.values()))
        return attempts, refused

    def _take(self, attempt: _Attempt, outcome: Outcome, progress: Progress) -> None:
        """Note the outcome of one search, and what it means for the hours."""
        if not isinstance(outcome, BalanceResult):
            attempt.refusal = attempt.refusal or outcome
            attempt.is_done = True
            return
        case = attempt.case
        work = self.work
        if work is None:
            attempt.keep(case, outcome, 0.0, 0.0)
            attempt.is_done = True
            return
        plan = self._moved(case, outcome)
        true = with_hours(case, work, work.in_plan(plan))
        column = work.column
        gap = largest_gap(plan, case.areas.weights[:, column], true.areas.weights[:, column])
        judged = Plan(true.areas, plan.labels, plan.names, true.targets).statistics
        attempt.keep(true, outcome, judged.max_deviation_pct, gap)
        above_bound = judged.max_deviation_pct - true.check().lower_bound_pct
        near = gap <= _NEAR or above_bound <= 100.0 * _NEAR
        attempt.is_done = near or outcome.status == CANCELLED
        if not attempt.is_done:
            attempt.case = true
            if gap > attempt.gap / 2.0:
                # Half-way, or two plans would take turns.
                halfway = (case.areas.weights[:, column] + true.areas.weights[:, column]) / 2.0
                attempt.case = with_hours(case, work, halfway)
            attempt.gap = gap
            attempt.checked = attempt.case.check()
        progress.message(
            Text.of(
                "{count} territories: hours of the plan and hours it was balanced on differ by at "
                "most {gap:.2f} %.",
                count=plan.territory_count,
                gap=100.0 * gap,
            )
        )

    def settled(
        self, case: BalanceCase, result: BalanceResult, gap: float, progress: Progress
    ) -> Settled:
        """The plan of the last search and its hours, brought to agree."""
        settling = Settling.at_homes_of(self._moved(case, result), self.trips, certain(self.work))
        try:
            settled = settling.settled(case, result, gap, progress)
        except InfeasibleProblem:  # the plan of the search keeps the rules
            settled = settling.unsettled(case, result, gap)
        if not progress.is_cancelled():
            progress.message(settled.told())
        return settled

    def _moved(self, case: BalanceCase, result: BalanceResult) -> Plan:
        plan = case.plan(result.labels)
        return resited_plan(case, self.trips, plan, self.candidates).moved


@dataclass(frozen=True)
class Planned:
    """The plan for one number of territories.

    Attributes
    ----------
    case : BalanceCase
        With the weights by which the plan is judged.
    solved : Solved
    nearest : ndarray of int, shape (n,)
        Whose home is nearest to each area, in connected territories: the plan before balancing.
    agrees : bool
        Whether the hours of the plan are those that it was balanced on; True where work does
        not depend on trips.
    """

    case: BalanceCase
    solved: Solved
    nearest: IntArray
    agrees: bool = True

    @property
    def plan(self) -> Plan:
        """From the homes after the run."""
        return self.solved.resited.moved

    @property
    def labels(self) -> IntArray:
        """Territory (n,) of each area."""
        return self.plan.labels


@dataclass
class _Attempt:
    """The search for one count, round by round."""

    count: int
    case: BalanceCase
    checked: Checked
    is_done: bool = False
    gap: float = np.inf
    refusal: TerritoryError | None = None
    best: tuple[BalanceCase, BalanceResult, float] | None = None
    _best_deviation: float = field(default=np.inf, repr=False)

    def keep(
        self, case: BalanceCase, result: BalanceResult, deviation_pct: float, gap: float
    ) -> None:
        """Remember the plan whose own hours are the most even, and what these are apart."""
        if deviation_pct < self._best_deviation:
            self.best, self._best_deviation = (case, result, gap), deviation_pct

    def outcome(
        self, workflow: Workflow, progress: Progress
    ) -> dict[int, Planned | TerritoryError]:
        """The plan by its count, or the refusal; empty where a cancel came first."""
        if self.best is None:
            return {} if self.refusal is None else {self.count: self.refusal}
        case, result, gap = self.best
        candidates, agrees = workflow.candidates, True
        if workflow.work is not None:
            settled = workflow.settled(case, result, gap, progress)
            case, result = settled.case, settled.result
            candidates, agrees = settled.homes, settled.agrees
        solved = solved_from(case, workflow.trips, result, candidates, progress)
        nearest = nearest_labels(case, workflow.trips, workflow.candidates)
        return {self.count: Planned(case, solved, nearest, agrees)}


PlannedOrRefused = Union[Planned, TerritoryError]


def start_plan(case: BalanceCase) -> Plan:
    """The plan from which a search starts, from the homes that are known."""
    labels = certain(case.start.staying)
    return Plan(case.areas, labels, case.start.names, case.targets, case.start.homes)


def nearest_labels(
    case: BalanceCase, trips: Trips, candidates: BoolArray | None = None
) -> IntArray:
    """Labels (n,): every area to the nearest home, in connected territories.

    Homes are those of the start; with a current plan alone, the best ones inside its territories.
    """
    start = case.start
    if start.labels is not None and not start.is_current:
        return start.labels
    graph = certain(case.areas.graph)
    if start.homes is not None and start.cost is not None:
        return nearest_plan(graph, start.cost, start.homes.area)
    labels = certain(start.staying)
    areas, count = case.areas, start.territory_count
    home = best_homes(trips, labels, areas.trips, count, candidates)
    missing = np.flatnonzero(home < 0)
    if len(missing):  # no candidate inside: the best of all its areas
        home[missing] = best_homes(trips, labels, areas.trips, count)[missing]
    return nearest_plan(graph, trips.finite_cost(home, np.arange(len(areas))).T, home)
