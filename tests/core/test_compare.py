"""Two plans over four areas in a row, 1 km apart, weights 1 2 3 4.

before  west west east  -       homes at both ends; the last area is nobody's
after   west east east  new
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.errors import InvalidInput
from territory_design.core.plan.areas import UNASSIGNED, Homes
from territory_design.core.plan.compare import compare_plans, with_common_names
from territory_design.core.plan.joining import join_by_id
from territory_design.core.plan.measures import TravelPrices
from territory_design.core.plan.plan import Plan
from territory_design.tests.core.plan_grids import grid_areas, random_plan

AREAS = grid_areas(1, 4, np.array([1.0, 2.0, 3.0, 4.0]))


def plan_of(labels, names, home_areas, speed_m_s=None):
    places = AREAS.positions[home_areas]
    metres = np.abs(AREAS.positions[:, :1] - places[:, 0])
    seconds = None if speed_m_s is None else metres / speed_m_s
    homes = Homes(places, np.array(home_areas), metres, seconds)
    return Plan(AREAS, np.array(labels), names, np.full((len(names), 1), 5.0), homes)


@pytest.fixture
def before():
    return plan_of([0, 0, 1, UNASSIGNED], ("west", "east"), [0, 3], speed_m_s=10.0)


@pytest.fixture
def after():
    # Other order of names on purpose: they are matched by name.
    return plan_of([1, 0, 0, 2], ("east", "west", "new"), [3, 0, 3], speed_m_s=10.0)


def test_what_changes_hands(before, after):
    found = compare_plans(before, after)
    assert found.changes_hands.tolist() == [False, True, False, False]
    assert found.newly_assigned.tolist() == [False, False, False, True]
    assert found.changed_share == pytest.approx(0.2)
    exchange = found.exchange
    assert exchange.names == ["west", "east", "new"]
    assert exchange.areas.tolist() == [[1, 1, 0, 0], [0, 1, 0, 0], [0] * 4, [0, 0, 1, 0]]
    assert exchange.weights[:, :, 0].tolist() == exchange.trips.tolist()
    assert exchange.keeps.weights[:, 0].tolist() == [1.0, 3.0, 0.0]
    assert exchange.gives.areas.tolist() == [1, 0, 0]
    assert exchange.gives.trips.tolist() == [2.0, 0.0, 0.0]
    assert exchange.receives.trips.tolist() == [0.0, 2.0, 4.0]


def test_travel_before_after_and_after_resiting(before, after):
    new_homes = plan_of([1, 0, 0, 2], after.names, [2, 0, 3], speed_m_s=10.0).homes
    found = compare_plans(before, after, after.from_homes(new_homes))
    assert found.before.metres.one_each.tolist() == [1000.0, 1000.0]
    assert found.after.metres.one_each.tolist() == [3000.0, 0.0, 0.0]
    assert found.resited.metres.one_each.tolist() == [1000.0, 0.0, 0.0]
    assert found.before.seconds.one_each.tolist() == [100.0, 100.0]
    assert found.before.metres.mean.tolist() == pytest.approx([2000.0 / 3.0, 1000.0])
    prices = TravelPrices(per_hour=36.0, per_km=1.0)
    # 200 s and 2 km before, 100 s and 1 km after: 1 for the time and 1 for the road.
    assert found.saving(prices) == pytest.approx(2.0)
    assert found.saving(prices, all_visits=True) == pytest.approx((5 + 5) - (2 + 2))
    assert compare_plans(before, after).saving(prices) == pytest.approx(-2.0)


def test_without_times_hours_cost_nothing(before, after):
    plain = [plan.from_homes(replace(plan.homes, trip_s=None)) for plan in (before, after)]
    found = compare_plans(*plain)
    assert found.before.seconds is None
    assert found.saving(TravelPrices(per_hour=36.0, per_km=1.0)) == pytest.approx(-1.0)


def test_plans_over_other_areas_are_refused(before, after):
    other = replace(after, areas=replace(AREAS, ids=("x", "a1", "a2", "a3")))
    with pytest.raises(InvalidInput, match="Join them by id"):
        compare_plans(before, other)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31))
def test_nothing_is_lost_in_the_hand_over(seed):
    rng = np.random.default_rng(seed)
    before = random_plan(rng, 3, 4, 3)
    after = replace(before.with_labels(rng.integers(-1, 3, 12)), names=("R2", "R0", "R7"))
    found = compare_plans(before, after)
    names, old, new = with_common_names(before, after)
    assert [names[label] if label >= 0 else None for label in new.tolist()] == [
        after.name_of(int(label)) for label in after.labels
    ]
    exchange = found.exchange
    for plan, labels, part in (
        (before, old, exchange.gives),
        (after, new, exchange.receives),
    ):
        held = np.bincount(labels[labels >= 0], minlength=len(names))
        assert (part.areas + exchange.keeps.areas).tolist() == held.tolist()
        for j in range(2):
            weights = np.bincount(
                labels[labels >= 0],
                weights=plan.areas.weights[labels >= 0, j],
                minlength=len(names),
            )
            assert part.weights[:, j] + exchange.keeps.weights[:, j] == pytest.approx(weights)
    same = compare_plans(before, before)
    assert not same.changes_hands.any()
    assert same.saving(TravelPrices(1.0, 1.0)) == 0.0
    assert same.exchange.gives.areas.sum() == 0


def test_ids_are_joined_whatever_their_order():
    join = join_by_id(["a", "b", "c"], ["c", "a", "b"])
    assert (join.left.tolist(), join.right.tolist()) == ([0, 1, 2], [1, 2, 0])
    assert join.complete


def test_ids_that_do_not_match_are_listed_on_both_sides():
    join = join_by_id(["007", "b", None, "x", "x"], [7, "b", "b2", "x", None, None])
    assert (join.left.tolist(), join.right.tolist()) == ([1], [1])
    assert (join.only_left, join.only_right) == (["007"], [7, "b2"])
    assert (join.repeated_left, join.repeated_right) == (["x"], [])
    assert (join.missing_left, join.missing_right) == (1, 2)
    assert not join.complete
    assert join_by_id([], ["a"]).left.tolist() == []


def test_ids_without_a_counterpart_are_listed_in_order():
    join = join_by_id(["10", "9", "b", "a", "2", "2", "1", "1"], [30, 4, 7])
    assert join.only_left == ["1", "2", "9", "10", "a", "b"]
    assert join.repeated_left == ["1", "2"]
    assert join.only_right == [4, 7, 30]


@given(st.lists(st.integers(0, 6)), st.lists(st.integers(0, 6)))
def test_only_ids_that_are_unique_on_both_sides_are_joined(left, right):
    join = join_by_id(left, right)
    joined = [left[row] for row in join.left]
    assert joined == [right[row] for row in join.right]
    assert set(joined) == {i for i in left if left.count(i) == 1 and right.count(i) == 1}
