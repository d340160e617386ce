"""Rule checks, each shown by a plan that breaks it alone.

R0 R0 R1      clean: four areas each would be too many, three are enough
R0 R1 R1
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.plan.areas import NO_AREA, UNASSIGNED, Homes
from territory_design.core.plan.rules import Limits, PlanRules
from territory_design.core.plan.validate import Rule, find_breaches
from territory_design.tests.core.balance_grids import SIDE_M
from territory_design.tests.core.plan_grids import grid_plan, random_plan

CLEAN = [0, 0, 1, 0, 1, 1]
PERIMETER = np.full(6, 4 * SIDE_M)


@pytest.fixture
def clean():
    plan = grid_plan(2, 3, CLEAN)
    return plan.from_homes(Homes.in_areas(plan.areas, np.array([0, 5])))


def breaches(plan, rules=None, limits=None):
    found = find_breaches(plan, rules, limits, np.full(len(plan.areas), 4 * SIDE_M))
    return [(one.rule, one.territory, one.areas.tolist(), one.value, one.limit) for one in found]


def test_a_clean_plan_has_none(clean):
    rules = PlanRules(
        group=np.array([1, 1, 2, -1, 2, -1]),
        max_deviation_pct=0.0,
        max_change=0.0,
        max_trip_m=1000.0,
    )
    limits = Limits(3, 3, np.array([3.0]), np.array([3.0]))
    assert breaches(replace(clean, current=clean), rules, limits) == []


def test_unassigned_areas_and_empty_territories(clean):
    plan = clean.with_labels(np.array([0, 0, 0, 0, -1, -1])).from_homes(None)
    assert breaches(plan) == [
        (Rule.UNASSIGNED, UNASSIGNED, [4, 5], 2.0, 0.0),
        (Rule.EMPTY, 1, [], 0.0, 1.0),
    ]


def test_the_smaller_parts_show_where_a_territory_falls_apart(clean):
    plan = clean.with_labels(np.array([0, 1, 0, 0, 1, 1]))
    assert breaches(plan) == [(Rule.NOT_CONTIGUOUS, 0, [2], 2.0, 1.0)]
    assert breaches(plan, PlanRules(contiguous=False)) == []


def test_enclaves_say_who_is_around():
    plan = grid_plan(3, 3, [0, 0, 0, 0, 1, 0, 0, 0, 0])
    (one,) = find_breaches(plan, perimeter_m=np.full(9, 4 * SIDE_M))
    assert (one.rule, one.territory, one.other, one.areas.tolist()) == (Rule.ENCLAVE, 1, 0, [4])
    assert find_breaches(plan) == [], "without outlines nobody knows"


def test_groups_in_several_territories(clean):
    rules = PlanRules(group=np.array([3, -1, 3, 3, 5, 5]))
    assert breaches(clean, rules) == [(Rule.SPLIT_GROUP, 0, [0, 2, 3], 2.0, 1.0)]


def test_limits_on_counts_and_sums(clean):
    plan = replace(clean, labels=np.array([0, 0, 1, 0, 0, 1])).from_homes(None)
    assert breaches(plan, None, Limits(min_areas=3, max_areas=3)) == [
        (Rule.TOO_FEW_AREAS, 1, [2, 5], 2.0, 3.0),
        (Rule.TOO_MANY_AREAS, 0, [0, 1, 3, 4], 4.0, 3.0),
    ]
    sums = Limits(min_totals=np.array([2.5]), max_totals=np.array([3.5]))
    assert breaches(plan, None, sums) == [
        (Rule.TOTAL_TOO_SMALL, 1, [2, 5], 2.0, 2.5),
        (Rule.TOTAL_TOO_LARGE, 0, [0, 1, 3, 4], 4.0, 3.5),
    ]


def test_deviation_and_change(clean):
    plan = replace(clean.with_labels(np.array([0, 0, 1, 0, 0, 1])), current=clean)
    found = breaches(plan.from_homes(None), PlanRules(max_deviation_pct=30.0, max_change=0.1))
    assert [(rule, territory, areas) for rule, territory, areas, *_ in found] == [
        (Rule.DEVIATION, 0, [0, 1, 3, 4]),
        (Rule.DEVIATION, 1, [2, 5]),
        (Rule.CHANGE, UNASSIGNED, [4]),
    ]
    assert [value for *_, value, _ in found] == pytest.approx([100 / 3, -100 / 3, 100 / 6])


def test_homes(clean):
    away = clean.from_homes(Homes.in_areas(clean.areas, np.array([0, 1])))
    (one,) = find_breaches(away)
    assert (one.rule, one.territory, one.other, one.areas.tolist()) == (
        Rule.HOME_OUTSIDE,
        1,
        0,
        [1],
    )
    none = clean.from_homes(Homes.in_areas(clean.areas, np.array([0, NO_AREA])))
    assert [one.rule for one in find_breaches(none, PlanRules(max_trip_m=1e6))] == [Rule.NO_HOME]


def test_areas_beyond_the_radius(clean):
    found = breaches(clean, PlanRules(max_trip_m=999.0))
    assert found == [
        (Rule.TOO_FAR, 0, [1, 3], 1000.0, 999.0),
        (Rule.TOO_FAR, 1, [2, 4], 1000.0, 999.0),
    ]
    table = np.where(np.arange(6)[:, None] == 4, np.nan, 1.0) * np.ones((6, 2))
    no_way = clean.from_homes(replace(clean.homes, trip_m=table))
    assert breaches(no_way, PlanRules(max_trip_m=999.0)) == [(Rule.TOO_FAR, 1, [4], np.inf, 999.0)]


def test_names_that_look_alike(clean):
    (one,) = find_breaches(replace(clean, names=("Nord", "Nord ")))
    assert (one.rule, one.territory, one.other, one.value) == (Rule.DUPLICATE_NAME, 1, 0, 2.0)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31))
def test_records_agree_with_the_figures_of_the_plan(seed):
    plan = random_plan(np.random.default_rng(seed), 3, 4, 3)
    found = find_breaches(plan, PlanRules(max_deviation_pct=20.001))
    by_rule = {rule: [one for one in found if one.rule == rule] for rule in Rule}
    figures = plan.statistics
    surplus = np.maximum(figures.parts - 1, 0).sum()
    assert len(by_rule[Rule.NOT_CONTIGUOUS]) == surplus
    assert len(by_rule[Rule.DEVIATION]) == (np.abs(figures.deviation_pct) > 20.001).sum()
    assert len(by_rule[Rule.EMPTY]) == (figures.area_count == 0).sum()
    loose = [area for one in by_rule[Rule.UNASSIGNED] for area in one.areas.tolist()]
    assert loose == np.flatnonzero(plan.labels < 0).tolist()
