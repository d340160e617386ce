"""How balanced plans of some areas and targets can be at best."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from territory_design.core.balance.plan_problem import _problem, lower_bound_of_plan
from territory_design.core.plan.rules import PlanRules
from territory_design.tests.core.balance_grids import all_contiguous_plans, worst_deviations
from territory_design.tests.core.plan_grids import grid_plan


@pytest.mark.parametrize("seed", range(6))
def test_no_plan_is_better_than_the_bound(seed):
    rng = np.random.default_rng(seed)
    plan = grid_plan(3, 3, [0, 0, 0, 1, 1, 1, 2, 2, 2], rng.integers(1, 9, 9).astype(float))
    rules = PlanRules(locked=np.arange(9) == rng.integers(9))
    problem = _problem(plan, plan.areas.graph, rules)
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
