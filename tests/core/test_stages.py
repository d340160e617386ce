"""Plans side by side for reports, limits of bars, and rules as a table."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.plan.areas import Areas
from territory_design.core.plan.plan import Plan
from territory_design.core.plan.rule_table import checked_rules
from territory_design.core.plan.rules import Limits, PlanRules
from territory_design.core.plan.stages import AFTER, BEFORE, Stages, is_dwarfed, readable_limit
from territory_design.core.plan.validate import Rule

# Six areas in a row, one unit apart; weights 1 to 6:
#   a a a b b b   before
#   a a b b c c   after


def row_of_six() -> Areas:
    weights = np.arange(1.0, 7.0)[:, None]
    positions = np.column_stack([np.arange(6.0) * 1000.0, np.zeros(6)])
    graph = ContiguityGraph.from_edges(6, np.arange(5), np.arange(1, 6))
    return Areas(
        list("123456"), positions, PlaneMetric(1.0), weights, weights[:, 0], graph, weights[:, 0]
    )


@pytest.fixture
def stages() -> Stages:
    areas = row_of_six()
    before = Plan(areas, np.array([0, 0, 0, 1, 1, 1]), ["a", "b"], np.full((2, 1), 10.5))
    after = Plan(areas, np.array([0, 0, 1, 1, 2, 2]), ["a", "b", "c"], np.full((3, 1), 7.0))
    return Stages(after, before)


def test_shares_stand_beside_common_names(stages):
    assert list(stages.names) == ["a", "b", "c"]
    before, after = stages.shares(BEFORE, 0), stages.shares(AFTER, 0)
    np.testing.assert_array_equal(before.total, [6.0, 15.0, np.nan])
    np.testing.assert_array_equal(after.total, [3.0, 7.0, 11.0])
    np.testing.assert_array_equal(after.difference, [-4.0, 0.0, 4.0])
    assert before.sum == after.sum == 21.0


def test_what_changes_hands_is_listed(stages):
    assert stages.changing.tolist() == [2, 4, 5]
    assert stages.rank_in_flow.tolist() == [1, 2, 1]  # 6 weighs more than 5
    assert stages.common[BEFORE].territory_count == 3


def test_one_plan_alone(stages):
    alone = replace(stages, before=None)
    assert alone.comparison is None
    assert alone.changing.tolist() == []
    assert list(alone.plans) == [AFTER]
    assert not alone.knows_times


@pytest.mark.parametrize(
    ("values", "limit"),
    [
        ([1.0, 2.0, 3.0], 3.0),
        ([-1.0, 2.0, 800.0, 1.5, 2.0, 1.0, 1.0, 1.0, 1.0, 2.0], 2.3),  # one city
        ([np.nan, np.inf, 4.0], 4.0),
        ([0.0, 0.0], 1.0),
        ([], 1.0),
    ],
)
def test_one_city_leaves_the_others_readable(values, limit):
    assert readable_limit([np.array(values)]) == pytest.approx(limit)


def test_small_bars_beside_large_ones():
    assert is_dwarfed(np.array([0.1, -0.2]), np.array([50.0, -20.0]))
    assert not is_dwarfed(np.array([10.0]), np.array([50.0]))
    assert not is_dwarfed(np.array([0.0]), np.array([50.0]))


def test_rules_that_hold_and_rules_that_do_not(stages):
    checked = checked_rules(
        stages.after, PlanRules(max_deviation_pct=60.0), Limits(min_areas=3, max_areas=9)
    )
    result = {one.rule: one for one in checked}
    assert result[Rule.NOT_CONTIGUOUS].holds
    assert result[Rule.DEVIATION].holds
    assert result[Rule.DEVIATION].limit == 60.0
    assert len(result[Rule.TOO_FEW_AREAS].breaches) == 3
    assert result[Rule.TOO_MANY_AREAS].holds
    assert Rule.TOO_FAR not in result  # nobody asked
    assert Rule.NO_HOME not in result
