"""People of two plans side by side.

Before  a a b b .    after  a b b c c      weights 1 2 3 4 5
"""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.plan.areas import Areas, Homes
from territory_design.core.plan.compare import compare_plans
from territory_design.core.plan.measures import TravelPrices
from territory_design.core.plan.order import rank_in_group
from territory_design.core.plan.people import (
    flows,
    people_in,
    rank_in_flow,
    travel_totals,
    under_common_names,
    with_areas_only,
)
from territory_design.core.plan.plan import Plan


@pytest.fixture
def plans():
    points = np.column_stack([np.arange(5.0) * 1000.0, np.zeros(5)])
    weights = np.arange(1.0, 6.0)[:, None]
    trips = np.array([2.0, 1.0, 1.0, 0.0, 1.0])
    areas = Areas("vwxyz", points, PlaneMetric(), weights, trips, change_weights=weights[:, 0])
    seconds = np.full((5, 2), 1800.0)
    before = Plan(areas, np.array([0, 0, 1, 1, -1]), ["a", "b"], np.full((2, 1), 7.5))
    before = before.from_homes(Homes(points[[0, 3]], np.array([0, 3]), trip_s=seconds))
    after = Plan(areas, np.array([0, 1, 1, 2, 2]), ["a", "b", "c"], np.full((3, 1), 5.0))
    return before, after.from_homes(Homes(points[[0, 2, 4]], np.array([0, 2, 4])))


def test_the_weight_that_changes_hands_is_not_the_trips(plans):
    comparison = compare_plans(*plans)
    assert comparison.changes_hands.tolist() == [False, True, False, True, False]
    assert comparison.newly_assigned.tolist() == [False] * 4 + [True]
    assert comparison.changed_share == pytest.approx(6 / 15)


def test_people_by_name(plans):
    comparison = compare_plans(*plans)
    names = comparison.exchange.names
    assert names == ["a", "b", "c"]
    once = people_in(names, plans[0], comparison.before)
    assert once.km.tolist()[:2] == [1.0, 1.0], "the fourth is not visited"
    assert np.isnan(once.km[2])
    assert once.hours is not None
    assert once.hours.tolist()[:2] == [1.0, 0.5]
    often = people_in(names, plans[0], comparison.before, all_trips=True)
    assert often.hours is not None
    assert often.hours[0] == 1.5
    new = people_in(names, plans[1], comparison.after)
    assert new.hours is None
    assert new.deviation_pct.tolist() == pytest.approx([-80.0, 0.0, 80.0])
    assert travel_totals(comparison.before) == (2.0, 1.5)
    assert travel_totals(comparison.before, all_trips=True) == (2.0, 2.0)
    assert np.isnan(travel_totals(comparison.after)[1])
    assert np.isnan(comparison.saving(TravelPrices(per_hour=10.0))), "no hours are known after"


def test_flows_with_nobody(plans):
    exchange = compare_plans(*plans).exchange
    assert flows(exchange) == [(0, 0), (0, 1), (1, 1), (1, 2), (3, 2)]


def test_the_heaviest_of_those_that_go_the_same_way_comes_first(plans):
    before = plans[0].with_labels(np.array([0, 0, 0, 1, 0]))
    after = plans[1].with_labels(np.array([1, 1, 1, 1, 0]))
    assert rank_in_flow(before, after, np.arange(5)).tolist() == [3, 2, 1, 1, 1]
    assert rank_in_group(np.array([7, 3, 7]), np.ones(3)).tolist() == [1, 1, 2]


def test_names_that_a_plan_does_not_use():
    names, labels = with_areas_only(["a", "b", "c"], np.array([2, -1, 0, 2]))
    assert names == ["a", "c"]
    assert labels.tolist() == [1, -1, 0, 1]


def test_a_plan_under_the_names_of_both(plans):
    plan = under_common_names(plans[0], ["x", "b", "a"])
    assert [plan.name_of(label) for label in plan.labels.tolist()] == ["a", "a", "b", "b", None]
    assert plan.targets[:, 0].tolist() == [0.0, 7.5, 7.5]
