"""Why an area is where it is.

+---+---+---+---+    weights 4 1 1 2, target 4 each: R0 = 5, R1 = 3
|R0 |R0 |R1 |R1 |    giving the second square to R1 evens out; the third can go to R0,
+---+---+---+---+    the outer ones touch nobody else
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.plan.areas import UNASSIGNED, Homes
from territory_design.core.plan.candidates import nearest_moves, neighbouring_moves
from territory_design.core.plan.firmness import firmness
from territory_design.core.plan.moves import Preference, State, move_effects
from territory_design.core.plan.rules import Forbidden, PlanRules
from territory_design.tests.core.plan_grids import grid_plan, random_plan


@pytest.fixture
def row():
    plan = grid_plan(1, 4, [0, 0, 1, 1], np.array([4.0, 1.0, 1.0, 2.0]))
    return plan.from_homes(Homes.in_areas(plan.areas, np.array([0, 3])))


def test_the_second_best_of_a_row(row):
    firm = firmness(row)
    assert firm.second_best.tolist() == [UNASSIGNED, 1, 0, UNASSIGNED]
    assert firm.worst_pp[1:3] == pytest.approx([-25.0, 25.0])
    assert firm.own_pp[1:3] == pytest.approx([-25.0, 25.0])
    assert firm.trip_m[1:3].tolist() == [1000.0, 1000.0]
    assert firm.trip_s is None
    assert firm.border_m[1:3].tolist() == [0.0, 0.0]
    assert firm.cost[1] < 0.0 < firm.cost[2]
    assert np.isnan(firm.cost[[0, 3]]).all()
    assert (firm.forbidden == Forbidden.NOTHING).all()


def moved_second(row, **rules):
    return Forbidden(firmness(row, PlanRules(**rules)).forbidden[1])


def test_each_rule_that_forbids(row):
    locked = np.array([False, True, False, False])
    assert moved_second(row, locked=locked) == Forbidden.LOCKED
    assert moved_second(row, frozen=np.array([False, True])) == Forbidden.FROZEN
    assert moved_second(row, frozen=np.array([True, False])) == Forbidden.FROZEN
    assert moved_second(row, group=np.array([7, 7, -1, -1])) == Forbidden.SPLITS_GROUP
    assert moved_second(row, group=np.array([-1, 7, 7, -1])) == Forbidden.NOTHING, "joins it"
    assert moved_second(row, max_trip_m=1500.0) == Forbidden.DISTANCE
    assert moved_second(row, max_trip_m=2000.0) == Forbidden.NOTHING
    assert moved_second(row, max_deviation_pct=10.0) == Forbidden.NOTHING, "it gets better"
    third = firmness(row, PlanRules(max_deviation_pct=10.0)).forbidden[2]
    assert Forbidden(third) == Forbidden.DEVIATION
    with_today = replace(row, current=row)
    assert moved_second(with_today, max_change=0.12) == Forbidden.CHANGE
    assert moved_second(with_today, max_change=0.125) == Forbidden.NOTHING


def test_what_would_empty_or_cut_a_territory():
    plan = grid_plan(1, 4, [0, 1, 1, 1])
    assert Forbidden(firmness(plan).forbidden[0]) == Forbidden.EMPTIES
    cross = grid_plan(3, 3, [0, 1, 0, 1, 1, 1, 0, 1, 0])
    rule = firmness(cross).forbidden
    assert [Forbidden(rule[area]) for area in (1, 4)] == [Forbidden.NOTHING] * 2
    row = grid_plan(2, 3, [0, 0, 0, 1, 1, 1])
    assert Forbidden(firmness(row).forbidden[1]) == Forbidden.CUTS
    assert Forbidden(firmness(row, PlanRules(contiguous=False)).forbidden[1]) == Forbidden.NOTHING


def test_an_allowed_move_comes_before_a_cheaper_one_that_is_forbidden():
    """R1 is light and frozen; the middle can still go to R2."""
    plan = grid_plan(1, 5, [1, 0, 0, 2, 2], np.array([1.0, 4.0, 1.0, 3.0, 3.0]))
    between = grid_plan(3, 3, [1, 1, 1, 0, 0, 0, 2, 2, 2], np.array([1.0] * 6 + [2.0] * 3))
    free = firmness(between, preference=Preference(travel=0.0, border=0.0))
    bound = firmness(between, PlanRules(frozen=np.array([False, True, False])))
    assert free.second_best[3] == 1
    assert bound.second_best[3] == 2
    assert firmness(plan).second_best[0] == 0


def test_customers_compare_the_nearest_homes():
    plan = grid_plan(1, 4, [0, 0, 1, 2])
    customers = replace(plan, areas=replace(plan.areas, graph=None))
    customers = customers.from_homes(Homes.in_areas(plan.areas, np.array([0, 2, 3])))
    area, territory = nearest_moves(State.of(customers), 1)
    assert list(zip(area.tolist(), territory.tolist())) == [(0, 1), (1, 1), (2, 2), (3, 1)]
    assert firmness(customers, nearest=1).second_best.tolist() == [1, 1, 2, 1]
    table = np.array([[0.0, 9, 1], [0, 9, 1], [0, 0, np.inf], [np.nan, np.nan, 0]])
    by_road = customers.from_homes(replace(customers.homes, trip_m=table))
    assert firmness(by_road, nearest=1).second_best.tolist() == [2, 2, 0, UNASSIGNED]


def test_times_come_along(row):
    seconds = np.array([[0.0, 90.0], [10.0, 50.0], [20.0, 25.0], [70.0, 0.0]])
    timed = row.from_homes(replace(row.homes, trip_s=seconds))
    assert firmness(timed).trip_s[1:3].tolist() == [40.0, -5.0]


def moved(plan, area, territory):
    labels = plan.labels.copy()
    labels[area] = territory
    return plan.with_labels(labels)


def worst_of(plan, territory):
    return np.abs(plan.statistics.deviation_pct[territory]).max() if territory >= 0 else 0.0


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**31))
def test_effects_agree_with_moving_and_judging_again(seed):
    rng = np.random.default_rng(seed)
    plan = random_plan(rng, 3, 4, 3)
    plan = plan.from_homes(Homes.in_areas(plan.areas, rng.permutation(12)[:3]))
    area, territory = neighbouring_moves(State.of(plan))
    effects = move_effects(State.of(plan), area, territory)
    pairs = {
        (a, int(plan.labels[b]))
        for a in range(12)
        for b in plan.areas.graph.neighbours_of(a)
        if plan.labels[b] not in (-1, plan.labels[a])
    }
    assert set(zip(area.tolist(), territory.tolist())) == pairs
    for row, (a, t) in enumerate(zip(area.tolist(), territory.tolist())):
        after, own = moved(plan, a, t), int(plan.labels[a])
        before = plan.statistics
        assert effects.worst_pp[row] == pytest.approx(
            after.statistics.max_deviation_pct - before.max_deviation_pct
        )
        assert effects.giving_pp[row] == pytest.approx(worst_of(after, own) - worst_of(plan, own))
        assert effects.receiving_pp[row] == pytest.approx(worst_of(after, t) - worst_of(plan, t))
        assert effects.border_m[row] == pytest.approx(
            after.statistics.border_length_m - before.border_length_m
        )
        assert effects.trip_after_m[row] == pytest.approx(after.trip_m[a])


def test_a_target_of_nothing_does_not_poison_the_numbers():
    plan = grid_plan(1, 3, [0, 1, 2])
    plan = replace(plan, targets=np.array([[3.0], [0.0], [0.0]]))
    effects = move_effects(State.of(plan), np.array([1, 1]), np.array([0, 2]))
    assert not np.isnan(effects.worst_pp).any()
    assert not np.isnan(effects.cost).any()
    assert effects.cost[0] < effects.cost[1]


def test_losing_the_way_to_an_area_is_the_worst_that_travel_can_do():
    plan = grid_plan(3, 3, [1, 1, 1, 0, 0, 0, 2, 2, 2])
    for gap in (np.nan, np.inf):
        table = np.full((9, 3), 50.0)
        table[4, 1], table[3, 2] = gap, gap
        by_road = plan.from_homes(Homes(np.zeros((3, 2)), np.zeros(3, dtype=int), table))
        firm = firmness(by_road, preference=Preference(0.0, 1.0, 0.0))
        assert firm.second_best[3:6].tolist() == [
            1,
            2,
            1,
        ]
