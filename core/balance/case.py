"""One run of balancing: all that was collected, as the problem to search and as plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InfeasibleProblem, InvalidInput
from ..plan.areas import NO_AREA, Areas
from ..plan.groups import Groups, agree_on_lock, agree_on_territory
from ..plan.plan import Plan
from ..plan.resiting import labels_of_least_travel
from ..plan.rules import PlanRules
from ..plan.statistics import territory_totals
from ..progress import SILENT, Progress
from ..travel.trips import Trips
from .feasibility import Checked, check
from .free_homes import Division, site_free_homes
from .least_change import CurrentTotals
from .locks import Locks, refuse_groups_across_frozen
from .problem import BalanceProblem, Rules, equal_targets, proportional_targets
from .settings import CriteriaWeights
from .start import Start
from .travel_bound import Trips as BoundedTrips
from .travel_bound import mean_travel_bound


@dataclass(frozen=True)
class Limits:
    """Largest deviation from the target and largest change, as shares."""

    max_deviation: float = np.inf
    max_change: float = 1.0


@dataclass(frozen=True)
class BalanceCase:
    """Everything that one run of balancing is about.

    Attributes
    ----------
    areas : Areas
        With a contiguity graph.
    start : Start
    target_shares : ndarray of float, shape (k,), or None
        Share of each territory; equal without them.
    criterion_shares : ndarray of float, shape (c,)
        Relative importance of the balance criteria; they sum to 1.
    criteria : CriteriaWeights
    limits : Limits
    locks : Locks
    groups : Groups
    area_names : sequence, or None
        What messages call the areas; their ids without it.
    territory_names : sequence, or None
        The same for the territories.
    """

    areas: Areas
    start: Start
    criterion_shares: FloatArray
    locks: Locks
    groups: Groups
    target_shares: FloatArray | None = None
    criteria: CriteriaWeights = field(default_factory=CriteriaWeights)
    limits: Limits = field(default_factory=Limits)
    area_names: Sequence[Any] | None = None
    territory_names: Sequence[Any] | None = None

    @property
    def _called(self) -> Sequence[Any]:
        return self.areas.ids if self.area_names is None else self.area_names

    @property
    def _territories_called(self) -> Sequence[Any]:
        return self.start.names if self.territory_names is None else self.territory_names

    @cached_property
    def targets(self) -> FloatArray:
        """Wanted totals (k, c)."""
        if self.target_shares is None:
            return equal_targets(self.areas.weights, self.start.territory_count)
        return proportional_targets(self.areas.weights, self.target_shares)

    @cached_property
    def problem(self) -> BalanceProblem:
        """The problem that is searched: groups of areas count as one area.

        Raises
        ------
        InvalidInput, InfeasibleProblem
            If a rule needs a plan that is not there, or rules contradict each other.
        """
        problem = self._problem_with(self.groups.joined)
        if self.groups.are_single_areas:
            return problem
        return problem.contracted(self.groups.joined)

    def with_free_homes(self, trips: Trips, seed: int, progress: Progress = SILENT) -> BalanceCase:
        """Assume homes for people who may move, and for new ones, beside those who stay.

        Where all stay, or all may move and are known, there is nothing to assume.
        """
        start = self.start
        if start.stays is None or start.cost is None or start.stays.all():
            return self
        if not start.stays.any() and np.isfinite(start.cost).all():
            return self
        division = Division(self.areas, self.targets, self.criterion_shares, trips)
        sited = site_free_homes(division, start.cost, start.stays, seed, progress)
        labels = sited.plan.labels if not start.is_current else start.staying
        return replace(self, start=replace(start, search_cost=sited.cost, search_labels=labels))

    def check(self) -> Checked:
        """Refuse what no plan can fulfil; say what is known beforehand.

        Raises
        ------
        InvalidInput, InfeasibleProblem
        """
        relaxed = None
        if self.groups.have_choice:
            wanted = self.groups.wanted
            relaxed = self._problem_with(wanted).contracted(wanted)
        return check(
            self.problem,
            ids=[self._called[i] for i in self.groups.first_of_each().tolist()],
            territory_ids=list(self._territories_called),
            relaxed=relaxed,
        )

    def plan(self, labels: IntArray) -> Plan:
        """The plan with these labels of the searched problem's areas, from the current homes.

        Territories that have only a number are numbered from north to south. Those whose people
        may move, or are new, go to the people who travel least in them; with a current plan
        the search has kept most weight with its people already.
        """
        start = self.start
        plan = self._plan_of(labels[self.groups.joined])
        if start.labels is None:
            return plan.numbered_from_north()
        if start.is_current:
            return replace(plan, current=self.first_plan)
        if start.stays is not None and start.cost is not None and not start.stays.all():
            plan = plan.with_labels(
                labels_of_least_travel(plan, start.cost, self._exchangeable(start.stays))
            )
        return plan

    @property
    def rules(self) -> PlanRules:
        """What is asked of every plan, for checking one."""
        return PlanRules(
            group=None if self.groups.are_single_areas else self.groups.joined,
            max_deviation_pct=100.0 * self.limits.max_deviation,
            max_change=self.limits.max_change,
        )

    def current_totals(self, plan: Plan) -> CurrentTotals | None:
        """What the current plan holds beside what it should, as balanced as a new plan.

        None where there is no current plan, or some area has no territory in it.
        """
        start, graph = self.start, self.areas.graph
        labels = start.labels
        if not start.is_current or labels is None or graph is None or (labels < 0).any():
            return None
        count = start.territory_count
        home_area = np.full(count, NO_AREA) if start.homes is None else start.homes.area
        return CurrentTotals(
            labels,
            graph,
            home_area,
            self.areas.weights,
            self.locks.locked,
            territory_totals(labels, self.areas.weights, count + len(start.left)),
            self.targets,
            self.criterion_shares,
            plan.statistics.max_deviation_pct / 100.0,
        )

    def travel_bound_m(self, plan: Plan, progress: Progress = SILENT) -> float | None:
        """Mean trip in metres that no plan with these homes, as balanced, can be below.

        None where travel does not count from homes, or not all trips are known.

        Raises
        ------
        Cancelled
        """
        homes = plan.homes
        if self.start.search_cost is None or homes is None or not homes.exists.all():
            return None
        metres = homes.all_trips_m(self.areas)
        if not np.isfinite(metres).all():
            return None
        locked = self.locks.locked
        trips = BoundedTrips(
            metres,
            self.areas.trips,
            self.areas.weights,
            self.targets,
            locked if (locked >= 0).any() else None,
            self.locks.frozen if self.locks.frozen.any() else None,
        )
        return mean_travel_bound(trips, plan.statistics.max_deviation_pct / 100.0, progress)

    def _exchangeable(self, stays: BoolArray) -> BoolArray:
        """Territories (k,) whose people may take another one."""
        free = ~stays & ~self.locks.frozen
        free[self.locks.locked[self.locks.locked >= 0]] = False
        return free

    @cached_property
    def first_plan(self) -> Plan | None:
        """The current plan, or that of the nearest homes; None where neither is known.

        A plan that follows from travel costs alone is none that anybody knows.
        """
        start = self.start
        if start.labels is None or not (start.is_current or start.stays is not None):
            return None
        if not start.left:
            return self._plan_of(start.labels)
        names = [*start.names, *start.left]
        homes = None if start.homes is None else start.homes.extended(len(start.left))
        return Plan(
            self.areas, start.labels, names, equal_targets(self.areas.weights, len(names)), homes
        )

    def _plan_of(self, labels: IntArray) -> Plan:
        return Plan(self.areas, labels, self.start.names, self.targets, self.start.homes)

    @property
    def _plan_to_begin_with(self) -> IntArray | None:
        """Labels (n,) from which the search sets out and takes its names, or None.

        A plan of the nearest homes that nobody lives with would only tell which territory is
        whose. Where all homes may move and territories are alike, those who live nearest get them
        afterwards, and a search that is bound to nothing finds shorter trips.
        """
        start = self.start
        if start.search_labels is not None:
            return start.search_labels
        alike = bool(np.allclose(self.targets, self.targets[:1]))
        if alike and not (start.is_current or start.search_cost is not None or self.locks.bind):
            return None
        return start.staying

    def _problem_with(self, group: IntArray) -> BalanceProblem:
        """The problem on single areas; contract it by ``group`` (n,) before the search."""
        areas, start, locks = self.areas, self.start, self.locks
        if areas.graph is None:
            raise ValueError("balancing needs the neighbours of the areas")
        if self.limits.max_change < 1.0 and not start.is_current:
            raise InvalidInput(
                "“Maximum change” (MAX_CHANGE) limits how much of a plan that exists may change: "
                "give that plan (TERRITORY_FIELD), or leave the limit empty."
            )
        common = agree_on_lock(group, locks.locked, list(self._called))
        refuse_groups_across_frozen(
            group,
            start.staying,
            Locks(common, locks.frozen),
            self._territories_called,
            self._called,
        )
        problem = BalanceProblem(
            graph=areas.graph,
            weights=areas.weights,
            targets=self.targets,
            points=areas.points,
            criterion_shares=self.criterion_shares,
            travel_cost=start.search_cost,
            trips=None if areas.trips is areas.handed_over else areas.trips,
            initial=self._plan_to_begin_with,
            rules=Rules(
                locked=common if (locks.locked >= 0).any() else None,
                frozen_territories=locks.frozen if locks.frozen.any() else None,
                max_deviation=self.limits.max_deviation,
                max_change=self.limits.max_change,
            ),
            criteria=self.criteria,
        )
        return _with_united_groups(problem, group)


def _with_united_groups(problem: BalanceProblem, group: IntArray) -> BalanceProblem:
    """Let groups agree on their current territory; what that moves counts as change."""
    if problem.initial is None or len(np.unique(group)) == problem.area_count:
        return problem
    weights = problem.balance_weights
    united = agree_on_territory(group, problem.initial, weights)
    if problem.rules.locked is not None:
        # A locked group has no choice, even where most of it lies elsewhere today.
        united = np.where(problem.rules.locked >= 0, problem.rules.locked, united)
    moved = (problem.initial >= 0) & (united != problem.initial)
    forced = float(weights[moved].sum())
    budget = problem.rules.max_change
    if forced > budget:
        raise InfeasibleProblem(
            "“Areas with the same value here stay together” (TOGETHER_FIELD) alone moves "
            "{forced:.1f} % of the weight to another territory, more than “Maximum change” "
            "(MAX_CHANGE), {budget:g} %, allows. Raise it, or take areas out of the groups.",
            forced=100.0 * forced,
            budget=100.0 * budget,
        )
    left = budget - forced if budget < 1.0 else budget
    return replace(
        problem,
        initial=united,
        # The others have changed hands already, wherever the group goes.
        change_weights=np.where(united == problem.initial, weights, 0.0),
        rules=replace(problem.rules, max_change=left),
    )
