"""Some territories as a plan of their own.

R0 R0 R1 R1      R1 and R2 are selected: areas 2 3 6 7 and 4 5
R2 R2 R1 R1
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.balance.plan_problem import lower_bound_of_plan, problem_of_plan
from territory_design.core.plan.areas import UNASSIGNED, Homes
from territory_design.core.plan.editor import PlanEditor
from territory_design.core.plan.rules import PlanRules
from territory_design.core.plan.selection import select_territories
from territory_design.tests.core.balance_grids import all_contiguous_plans, worst_deviations
from territory_design.tests.core.plan_grids import grid_plan, random_plan


@pytest.fixture
def plan():
    plan = grid_plan(2, 4, [0, 0, 1, 1, 2, 2, 1, 1])
    table = np.arange(24.0).reshape(8, 3)
    homes = Homes.in_areas(plan.areas, np.array([0, 7, 1]))
    return replace(plan, homes=replace(homes, trip_m=table, trip_s=2 * table))


def test_the_selection_is_a_plan_of_its_own(plan):
    chosen = select_territories(plan, np.array([1, 2]))
    part = chosen.plan
    assert chosen.areas.tolist() == [2, 3, 4, 5, 6, 7]
    assert part.labels.tolist() == [0, 0, 1, 1, 0, 0]
    assert part.names == ["R1", "R2"]
    assert list(part.areas.ids) == ["a2", "a3", "a4", "a5", "a6", "a7"]
    assert part.targets.tolist() == [[3.0], [3.0]], "six areas, of which each gets half"
    assert part.homes.area.tolist() == [5, -1], "one home lies in an area of R0"
    assert part.homes.trip_m.tolist() == plan.homes.trip_m[2:, 1:].tolist()
    assert part.homes.trip_s.tolist() == plan.homes.trip_s[2:, 1:].tolist()
    edges = list(zip(part.areas.graph.first.tolist(), part.areas.graph.second.tolist()))
    assert edges == [(0, 1), (0, 4), (1, 5), (2, 3), (3, 4), (4, 5)]
    assert part.statistics.parts.tolist() == [1, 1]


def test_new_labels_become_a_stroke_on_the_whole_plan(plan):
    chosen = select_territories(plan, np.array([1, 2]))
    stroke = chosen.stroke(np.array([0, 0, 1, 1, 1, UNASSIGNED]))
    assert stroke.areas.tolist() == [6, 7]
    assert stroke.territories.tolist() == [2, UNASSIGNED]


def test_locks_groups_and_the_current_plan_come_along(plan):
    rules = PlanRules(
        locked=np.arange(8) == 3, frozen=np.array([False, False, True]), group=np.arange(8)
    )
    today = replace(plan, current=plan.with_labels(np.array([0, 1, 1, 0, 2, 2, 2, -1])))
    chosen = select_territories(today, np.array([1, 2]), rules)
    assert chosen.rules.group.tolist() == [2, 3, 4, 5, 6, 7]
    assert chosen.locked_labels().tolist() == [-1, 0, 1, 1, -1, -1]
    assert chosen.plan.current.labels.tolist() == [0, -1, 1, 1, 1, -1]
    assert select_territories(plan, np.array([1])).locked_labels().tolist() == [-1] * 4


def test_areas_that_nobody_has_come_along_if_asked(plan):
    loose = plan.with_labels(np.array([-1, 0, 1, 1, 2, 2, 1, 1]))
    assert select_territories(loose, np.array([1])).areas.tolist() == [2, 3, 6, 7]
    chosen = select_territories(loose, np.array([1]), with_unassigned=True)
    assert chosen.areas.tolist() == [0, 2, 3, 6, 7]
    assert chosen.plan.labels.tolist() == [-1, 0, 0, 0, 0]
    assert chosen.plan.targets.tolist() == [[5.0]]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31))
def test_what_is_not_selected_stays(seed):
    rng = np.random.default_rng(seed)
    plan = random_plan(rng, 4, 4, 4)
    territories = rng.permutation(4)[:2]
    chosen = select_territories(plan, territories)
    assert chosen.plan.targets.sum(axis=0) == pytest.approx(chosen.plan.areas.weights.sum(axis=0))
    editor = PlanEditor(plan)
    new = rng.integers(0, 2, len(chosen.areas))
    editor.apply(chosen.stroke(new), force=True)
    others = ~np.isin(plan.labels, territories)
    assert (editor.labels[others] == plan.labels[others]).all()
    assert (editor.labels[chosen.areas] == territories[new]).all()


@pytest.mark.parametrize("seed", range(6))
def test_no_plan_is_better_than_the_bound(seed):
    rng = np.random.default_rng(seed)
    plan = grid_plan(3, 3, [0, 0, 0, 1, 1, 1, 2, 2, 2], rng.integers(1, 9, 9).astype(float))
    rules = PlanRules(locked=np.arange(9) == rng.integers(9))
    problem = problem_of_plan(plan, rules)
    plans = all_contiguous_plans(problem)
    kept = plans[(plans == plan.labels)[:, rules.locked].all(axis=1)]
    best = 100.0 * worst_deviations(problem, kept).min()
    assert lower_bound_of_plan(plan, rules) <= best + 1e-9
    frozen = PlanRules(frozen=np.array([True, False, False]))
    own = np.abs(plan.statistics.deviation_pct[0]).max()
    assert lower_bound_of_plan(plan, frozen) >= own * (1.0 - 1e-6)


def test_the_bound_of_customers_knows_no_neighbours():
    """Weights 9 1 1 1 of two: the 9 is half too heavy for a target of 6."""
    plan = grid_plan(1, 4, [0, 0, 1, 1], np.array([1.0, 9.0, 1.0, 1.0]))
    customers = replace(plan, areas=replace(plan.areas, graph=None))
    assert lower_bound_of_plan(customers) == pytest.approx(50.0)
    assert lower_bound_of_plan(replace(plan, targets=np.zeros((0, 1)), names=())) == 0.0


def test_the_limit_on_change_counts_from_the_current_plan():
    plan = grid_plan(1, 4, [0, 0, 0, 1])
    today = replace(plan, current=plan.with_labels(np.array([0, 0, 0, 1])))
    moved = today.with_labels(np.array([0, 0, 1, 1]))
    assert lower_bound_of_plan(moved, PlanRules(max_change=0.0)) == pytest.approx(50.0)
    assert lower_bound_of_plan(moved, PlanRules(max_change=0.25)) == 0.0
