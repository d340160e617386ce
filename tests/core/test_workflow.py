"""The whole workflow: work that depends on trips, what a count means, how many are needed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from territory_design.core.balance.case import BalanceCase
from territory_design.core.balance.locks import Locks
from territory_design.core.balance.settings import SearchSettings
from territory_design.core.balance.start import Start
from territory_design.core.errors import InfeasibleProblem
from territory_design.core.plan import start as plan_start
from territory_design.core.plan.areas import Homes
from territory_design.core.plan.groups import Groups
from territory_design.core.plan.measures import TravelPrices
from territory_design.core.plan.plan import Plan
from territory_design.core.plan.start import likely_homes, nearest_plan
from territory_design.core.travel.trips import Trips
from territory_design.core.workflow.capacity import (
    estimated_count,
    planned_for_capacity,
    refuse_too_heavy,
)
from territory_design.core.workflow.consequences import Consequences, Judging, Prices
from territory_design.core.workflow.planning import Workflow, nearest_labels
from territory_design.core.workflow.workload import TripsTaken, Work

from .plan_grids import grid_areas, grid_plan

QUICK = SearchSettings(population=8, max_generations=1, local_search=False, workers=1)


def line_plan() -> Plan:
    """Four squares of 1000 units in a row, two and two; homes in the outer ones::

    A . . B
    """
    plan = grid_plan(1, 4, [0, 0, 1, 1])
    return plan.from_homes(Homes.in_areas(plan.areas, np.array([0, 3])))


class TestTrips:
    def test_minutes_follow_from_the_speed(self):
        plan = line_plan()
        trips = TripsTaken.of(plan, 60.0)
        np.testing.assert_allclose(trips.km, plan.trip_m / 1000.0)
        np.testing.assert_allclose(trips.minutes, trips.km)
        np.testing.assert_allclose(trips.mean_km, [trips.km[:2].mean()] * 4)
        np.testing.assert_allclose(TripsTaken.of(plan, 30.0).minutes, 2.0 * trips.minutes)

    def test_known_times_count_and_a_gap_is_the_mean(self):
        plan = line_plan()
        seconds = np.array([[0, 9], [600, 9], [9, 300], [9, np.nan]], dtype=float)
        timed = plan.from_homes(replace(plan.homes, trip_s=seconds))
        trips = TripsTaken.of(timed, 60.0)
        np.testing.assert_allclose(trips.minutes, [0.0, 10.0, 5.0, 5.0])
        np.testing.assert_allclose(trips.mean_minutes, [5.0, 5.0, 5.0, 5.0])

    def test_kilometres_follow_from_times_alone(self):
        plan = line_plan()
        nothing = np.full((4, 2), np.nan)
        seconds = np.full((4, 2), 1800.0)
        timed = plan.from_homes(replace(plan.homes, trip_m=nothing, trip_s=seconds))
        np.testing.assert_allclose(TripsTaken.of(timed, 50.0).km, 25.0)


def judging(**options) -> Judging:
    return Judging(**{"column": 0, "capacity": None, "prices": Prices(TravelPrices()), **options})


class TestConsequences:
    def test_money_is_people_kilometres_and_hours(self):
        plan = line_plan()
        prices = Prices(TravelPrices(per_hour=30.0, per_km=0.5), 1000.0, 50.0)
        row = judging(prices=prices).of(plan)
        km = float(plan.trip_m.sum()) / 1000.0
        assert row.travel_km == pytest.approx(km)
        assert row.travel_h == pytest.approx(km / 50.0)
        assert row.cost == pytest.approx(2000.0 + 0.5 * km + 30.0 * km / 50.0)
        assert (row.largest, row.smallest, row.total) == (2.0, 2.0, 4.0)
        assert np.isnan(row.load_pct)

    def test_without_prices_nothing_is_said_of_money(self):
        row = judging(capacity=4.0).of(line_plan())
        assert np.isnan(row.cost)
        assert row.load_pct == 50.0

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            ({"capacity": 10.0}, 3),  # the first that fits
            ({"capacity": 5.0}, 4),  # none fits: the last
            ({"prices": Prices(TravelPrices(), 1.0)}, 2),  # the cheapest
            ({}, 3),  # the fourth saves 1 % of the trip from a single home
        ],
    )
    def test_the_count_to_choose(self, options, expected):
        template = judging().of(line_plan())
        rows: dict[int, Consequences] = {}
        for count, largest, trip in ((2, 12.0, 60.0), (3, 9.0, 40.0), (4, 8.0, 39.0)):
            capacity = options.get("capacity")
            rows[count] = replace(
                template,
                load_pct=100.0 * largest / capacity if capacity else float("nan"),
                mean_trip_m=trip,
                cost=float(count),
            )
        assert judging(**options).recommended(rows, 100.0).count == expected


def workflow(work: Work | None = None) -> Workflow:
    """A row of eight squares; k homes spread along it."""
    areas = grid_areas(1, 8)

    def case_of(count: int) -> BalanceCase:
        home = np.round((np.arange(count) + 0.5) * 8 / count - 0.5).astype(int)
        homes = Homes.in_areas(areas, home)
        cost = homes.all_trips_m(areas)
        start = Start(
            list(range(1, count + 1)),
            nearest_plan(areas.graph, cost, home),
            homes=homes,
            cost=cost,
            stays=np.zeros(count, dtype=bool),
        )
        locks = Locks.none(8, count)
        return BalanceCase(areas, start, np.ones(1), locks, Groups.single(8))

    return Workflow(case_of, Trips(areas), QUICK, work=work)


class TestCapacity:
    def test_an_area_that_nobody_can_carry_is_refused(self):
        with pytest.raises(InfeasibleProblem, match="a1 alone has 300 %"):
            refuse_too_heavy(grid_areas(1, 3, [1, 6, 2]), judging(capacity=2.0))

    def test_the_fewest_that_fit_and_one_less_and_more(self):
        limit = judging(capacity=3.0)
        plans = planned_for_capacity(workflow(), limit, grid_areas(1, 8), 1)
        assert list(plans) == [2, 3, 4]
        loads = {count: limit.of(found.plan).load_pct for count, found in plans.items()}
        assert loads[2] > 100.0 >= loads[3]

    def test_trips_need_more_people(self):
        """An hour on the spot each, and half an hour for each kilometre."""
        work = Work(lambda trips: 1.0 + 0.5 * trips.km * 1000.0, 0)
        areas, limit = grid_areas(1, 8), judging(capacity=3.0)
        assert estimated_count(workflow(), limit, areas, 1) == 3
        assert estimated_count(workflow(work), limit, areas, 1) > 3
        assert estimated_count(workflow(), limit, areas, 5) == 5

    def test_hours_in_the_plan_are_those_of_its_trips(self):
        work = Work(lambda trips: 1.0 + trips.km, 0)
        (found,) = workflow(work).planned([2]).values()
        np.testing.assert_allclose(found.case.areas.weights[:, 0], work.in_plan(found.plan))
        bound = found.solved.result.lower_bound_pct
        assert bound <= found.solved.resited.after.statistics.max_deviation_pct + 1e-9


def test_nearest_to_the_homes_of_the_start():
    """Homes in a2 and a6; a4 lies between them, and the first one wins."""
    case = workflow().case_of(2)
    assert nearest_labels(case, workflow().trips).tolist() == [0] * 5 + [1] * 3


def test_nearest_to_the_best_homes_of_a_current_plan():
    """Six squares and two: the best homes are a2 and a6."""
    today = Start(["A", "B"], np.array([0] * 6 + [1] * 2), is_current=True)
    case = replace(workflow().case_of(2), start=today)
    assert nearest_labels(case, workflow().trips).tolist() == [0] * 5 + [1] * 3


def test_homes_are_sought_where_most_trips_go(monkeypatch):
    areas = grid_areas(1, 8, [1, 5, 2, 4, 3, 9, 8, 7])
    assert likely_homes(areas, Trips(areas), 2).all()
    monkeypatch.setattr(plan_start, "_LIKELY_PAIRS", 8 * 3)
    monkeypatch.setattr(plan_start, "_LIKELY_PER_HOME", 1)
    assert np.flatnonzero(likely_homes(areas, Trips(areas), 2)).tolist() == [5, 6, 7]
    assert np.flatnonzero(likely_homes(areas, Trips(areas), 4)).tolist() == [1, 5, 6, 7]
