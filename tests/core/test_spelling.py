"""Names that are nearly alike, and representatives who share one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from territory_design.core.plan.areas import Homes
from territory_design.core.plan.spelling import spelling_breaches
from territory_design.core.plan.validate import (
    Breach,
    Rule,
    breaches_in_order,
    find_breaches,
    repeated_homes,
)
from territory_design.tests.core.plan_grids import grid_plan


def test_each_further_spelling_is_a_breach():
    plan = grid_plan(1, 6, [0, 0, 0, 1, 1, -1])
    breaches = list(spelling_breaches(plan, ["7", "7", " 7", "b", "b ", None]))
    assert [(one.rule, one.territory, one.areas.tolist(), one.value) for one in breaches] == [
        (Rule.DUPLICATE_NAME, 0, [2], 2.0),
        (Rule.DUPLICATE_NAME, 1, [4], 2.0),
    ]
    assert list(spelling_breaches(plan, [7, 7, 7, 8, 8, None])) == []
    empty = replace(grid_plan(1, 2, [0, 0]), names=("a", "b"), targets=np.ones((2, 1)))
    assert list(spelling_breaches(empty, ["a", "a"])) == []


def test_names_that_differ_by_capitals():
    plan = replace(grid_plan(1, 2, [0, 1]), names=("Anna", "anna "))
    (breach,) = find_breaches(plan)
    assert (breach.rule, breach.territory, breach.other) == (Rule.DUPLICATE_NAME, 1, 0)


def test_several_representatives_of_one_name():
    breaches = repeated_homes([(1, 4), (1, -1), (0, 2)])
    assert [one.value for one in breaches] == [3.0, 3.0, 2.0]
    assert [one.areas.tolist() for one in breaches] == [[4], [], [2]]
    assert all(one.other == one.territory for one in breaches)


def test_a_home_outside_every_area():
    plan = grid_plan(1, 2, [0, 1])
    homes = Homes(np.array([[0.0, 0.0], [9e6, 0.0]]), np.array([0, -1]))
    (breach,) = find_breaches(plan.from_homes(homes))
    assert (breach.rule, breach.territory, len(breach.areas)) == (Rule.HOME_OUTSIDE, 1, 0)
    customers = replace(plan, areas=replace(plan.areas, graph=None))
    assert find_breaches(customers.from_homes(homes)) == [], "customers do not fill the ground"


def test_breaches_come_by_rule():
    rules = [Rule.DUPLICATE_NAME, Rule.EMPTY, Rule.UNASSIGNED, Rule.EMPTY]
    ordered = breaches_in_order([Breach(rule, n) for n, rule in enumerate(rules)])
    assert [one.territory for one in ordered] == [2, 1, 3, 0]
