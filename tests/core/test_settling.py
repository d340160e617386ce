"""Work that depends on trips: a plan and its hours agree in the end, while homes stay."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.case import BalanceCase
from territory_design.core.balance.evening import evened
from territory_design.core.balance.locks import Locks
from territory_design.core.balance.result import BalanceResult
from territory_design.core.balance.solve import resited_plan
from territory_design.core.balance.start import Start
from territory_design.core.plan.areas import Homes
from territory_design.core.plan.groups import Groups
from territory_design.core.plan.plan import Plan
from territory_design.core.plan.start import nearest_plan
from territory_design.core.progress import SILENT
from territory_design.core.travel.trips import Trips
from territory_design.core.workflow.settling import (
    AGREEMENT,
    Settling,
    largest_gap,
    with_hours,
)
from territory_design.core.workflow.workload import Work
from territory_design.tests.core.effort import slow

from .plan_grids import grid_areas, grid_plan

SIDE = 12
"""Squares of 1 km; homes in the corner and in the middle:

    . . . . . .
    . . . . . .
    . . . B . .
    . . . . . .
    A . . . . .
"""


def case_with(home: list[int]) -> BalanceCase:
    """A grid in which each area is an hour's work on the spot, and the nearest plan."""
    areas = grid_areas(SIDE, SIDE)
    home = np.array(home)
    homes = Homes.in_areas(areas, home)
    cost = homes.all_trips_m(areas)
    start = Start(
        list(range(1, len(home) + 1)),
        nearest_plan(areas.graph, cost, home),
        homes=homes,
        cost=cost,
        stays=np.zeros(len(home), dtype=bool),
    )
    locks = Locks.none(SIDE * SIDE, len(home))
    return BalanceCase(areas, start, np.ones(1), locks, Groups.single(SIDE * SIDE))


def searched(labels) -> BalanceResult:
    """A plan as if a search had found it."""
    return BalanceResult(labels, [], "converged", 0, 0.0, 0.0, 0.0, 0.0, [])


def settled(hours_per_km: float, home: list[int]):
    """The nearest plan and its hours, before and after settling."""
    case, work = case_with(home), Work(lambda trips: 1.0 + hours_per_km * trips.km, 0)
    trips = Trips(case.areas)
    labels = case.start.labels
    plan = resited_plan(case, trips, case.plan(labels)).moved
    own = with_hours(case, work, work.in_plan(plan))
    before = Plan(own.areas, labels, plan.names, own.targets).statistics.max_deviation_pct
    settling = Settling.at_homes_of(plan, trips, work)
    return settling.settled(own, searched(labels), 1.0), settling, work, before


@pytest.mark.parametrize("hours_per_km", [0.5, *slow(0.05, 5.0)])
@pytest.mark.parametrize("home", [[0, 78], [0, 5, 70, 140]])
def test_the_hours_of_the_plan_are_those_it_was_balanced_on(hours_per_km, home):
    found, settling, work, before = settled(hours_per_km, home)
    assert found.agrees
    assert found.gap <= AGREEMENT
    case = found.case
    plan = resited_plan(case, settling.trips, case.plan(found.result.labels), found.homes).moved
    np.testing.assert_allclose(case.areas.weights[:, 0], work.in_plan(plan))
    after = Plan(case.areas, plan.labels, plan.names, case.targets).statistics
    assert after.max_deviation_pct < before
    assert after.max_deviation_pct < 6.0  # a single far area is 5 % of a territory
    assert (after.parts == 1).all()
    assert found.result.lower_bound_pct <= after.max_deviation_pct + 1e-9


def test_homes_stay_and_nobody_loses_the_own_one():
    found, settling, _, _ = settled(0.5, [0, 78])
    assert (found.homes == settling.homes).all()
    assert found.homes.sum() == 2
    own = found.result.labels[np.flatnonzero(found.homes)]
    assert sorted(own.tolist()) == [0, 1]


def test_a_plan_that_is_even_already_stays_as_it_is():
    """Trips cost nothing, and both halves are alike."""
    case = case_with([62, 69])
    work = Work(lambda trips: 1.0 + 0.0 * trips.km, 0)
    trips = Trips(case.areas)
    plan = resited_plan(case, trips, case.plan(case.start.labels)).moved
    assert plan.statistics.max_deviation_pct == 0.0
    settling = Settling.at_homes_of(plan, trips, work)
    found = settling.settled(case, searched(case.start.labels), 1.0)
    assert found.gap == 0.0
    assert found.agrees
    assert "the plan stays as it is" in str(found.told())
    assert (found.result.labels == case.start.labels).all()


def test_a_cancel_leaves_the_plan_as_it_is():
    case = case_with([0, 78])
    work = Work(lambda trips: 1.0 + trips.km, 0)
    plan = resited_plan(case, Trips(case.areas), case.plan(case.start.labels)).moved

    class Cancelled(type(SILENT)):
        def is_cancelled(self) -> bool:
            return True

    settling = Settling.at_homes_of(plan, Trips(case.areas), work)
    found = settling.settled(case, searched(case.start.labels), 0.5, Cancelled())
    assert not found.agrees
    assert (found.result.labels == case.start.labels).all()


def test_the_gap_is_that_of_the_worst_territory():
    """Two and two areas: 2 h and 3 h of one, 2 h and 2 h of the other; the mean is 2.5 h."""
    plan = grid_plan(1, 4, [0, 0, 1, 1])
    first, second = np.array([1.0, 1.0, 1.0, 1.0]), np.array([1.0, 2.0, 1.0, 1.0])
    assert largest_gap(plan, first, second) == pytest.approx(1.0 / 2.5)
    assert largest_gap(plan, first, first) == 0.0
    assert largest_gap(plan, first, 0.0 * first) == 0.0


def test_evening_moves_along_borders_alone():
    """Six and two squares in a row become four and four::

    A A A A A A B B
    """
    areas = grid_areas(1, 8)
    start = Start(["A", "B"], np.array([0] * 6 + [1] * 2), is_current=True)
    locks = Locks.none(8, 2)
    case = BalanceCase(areas, start, np.ones(1), locks, Groups.single(8))
    assert evened(case.problem, start.labels).tolist() == [0] * 4 + [1] * 4
