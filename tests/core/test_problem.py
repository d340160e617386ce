"""The balancing problem, and the same problem on groups of areas.

0 1 2 3      areas in a row, 1 km apart
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from territory_design.core.balance.problem import (
    UNASSIGNED,
    BalanceProblem,
    Rules,
    equal_targets,
    proportional_targets,
)
from territory_design.core.balance.space import SearchSpace
from territory_design.core.contiguity.graph import ContiguityGraph

POINTS = np.array([[0.0, 0.0], [1000.0, 0.0], [2000.0, 0.0], [3000.0, 0.0]])


def problem(weights, shares=(1.0,), **options):
    weights = np.array(weights, dtype=float).reshape(len(POINTS), -1)
    row = ContiguityGraph.from_edges(4, [0, 1, 2], [1, 2, 3], [10.0, 20.0, 30.0])
    return BalanceProblem(
        graph=row,
        weights=weights,
        targets=equal_targets(weights, 2),
        points=POINTS,
        criterion_shares=np.array(shares),
        **options,
    )


def test_targets_share_the_whole():
    weights = np.array([[1.0, 10.0], [3.0, 0.0], [2.0, 2.0]])
    assert equal_targets(weights, 3).tolist() == [[2.0, 4.0]] * 3
    # A representative at half time gets half of the others' target.
    shares = proportional_targets(weights, np.array([1.0, 1.0, 0.5]))
    assert shares[2].tolist() == pytest.approx((shares[0] / 2).tolist())
    assert shares.sum(axis=0).tolist() == pytest.approx([6.0, 12.0])


def test_trips_go_where_the_weight_is():
    assert problem([1, 2, 3, 4]).travel_weights == pytest.approx([0.1, 0.2, 0.3, 0.4])
    both = problem([[1, 0], [1, 0], [0, 5], [2, 5]], shares=(0.75, 0.25))
    assert both.travel_weights == pytest.approx([0.1875, 0.1875, 0.125, 0.5])


def test_without_any_weight_all_areas_are_visited():
    assert problem([0, 0, 0, 0]).travel_weights.tolist() == [0.25] * 4
    # A field in which all is zero does not take trips away from the others.
    half = problem([[1, 0], [1, 0], [1, 0], [1, 0]], shares=(0.5, 0.5))
    assert half.travel_weights == pytest.approx([0.25] * 4)
    hidden = problem([[1, 0], [1, 0], [1, 0], [1, 0]], shares=(0.0, 1.0))
    assert hidden.travel_weights == pytest.approx([0.25] * 4)


class TestGroups:
    GROUP = np.array([1, 1, 0, 2])

    def test_sums_are_kept(self):
        whole = problem([[1, 5], [3, 5], [2, 0], [4, 10]], shares=(0.5, 0.5))
        small = whole.contracted(self.GROUP)
        assert small.area_count == 3
        assert small.weights.tolist() == [[2, 0], [4, 10], [4, 10]]
        assert small.targets.tolist() == whole.targets.tolist()
        assert small.travel_weights.sum() == pytest.approx(1.0)
        assert small.travel_weights[1] == pytest.approx(whole.travel_weights[:2].sum())

    def test_a_group_lies_at_its_weighted_mean(self):
        small = problem([1, 3, 2, 4]).contracted(self.GROUP)
        assert small.points[:, 0] == pytest.approx([2000.0, 750.0, 3000.0])
        empty = problem([0, 0, 2, 4]).contracted(self.GROUP)
        assert empty.points[1, 0] == 500.0

    def test_the_mean_trip_stays_the_same(self):
        cost = np.array([[1.0, 9.0], [2.0, 8.0], [3.0, 7.0], [4.0, 6.0]])
        whole = problem([1, 3, 2, 4], travel_cost=cost)
        small = whole.contracted(self.GROUP)
        labels = np.array([1, 0, 1])
        trips = (small.travel_weights * small.travel_cost[np.arange(3), labels]).sum()
        spread = labels[self.GROUP]
        expected = (whole.travel_weights * cost[np.arange(4), spread]).sum()
        assert trips == pytest.approx(expected)

    def test_borders_within_groups_vanish(self):
        small = problem([1, 1, 1, 1]).contracted(self.GROUP)
        assert list(zip(small.graph.first, small.graph.second)) == [(0, 1), (0, 2)]
        assert small.graph.border_m.tolist() == [20.0, 30.0]

    def test_locks_and_the_present_plan_are_those_of_the_members(self):
        rules = Rules(locked=np.array([UNASSIGNED, UNASSIGNED, 1, UNASSIGNED]))
        initial = np.array([0, 0, 1, UNASSIGNED])
        small = problem([1, 1, 1, 1], rules=rules, initial=initial).contracted(self.GROUP)
        assert small.rules.locked.tolist() == [1, UNASSIGNED, UNASSIGNED]
        assert small.initial.tolist() == [1, 0, UNASSIGNED]


def test_trips_may_be_other_than_weights_and_change_counts_weights():
    # Areas 0 1 2 in a row; all trips go to area 2, all weight is in 0 and 1.
    graph = ContiguityGraph.from_edges(3, [0, 1], [1, 2], np.full(2, 10.0))
    visits = BalanceProblem(
        graph,
        np.array([[1.0], [3.0], [0.0]]),
        np.full((2, 1), 2.0),
        np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]),
        np.ones(1),
        initial=np.array([0, 0, 1]),
        trips=np.array([0.0, 0.0, 5.0]),
    )
    assert visits.travel_weights.tolist() == [0.0, 0.0, 1.0]
    assert visits.balance_weights.tolist() == [0.25, 0.75, 0.0]
    space = SearchSpace(visits)
    assert space.changed(np.array([0, 1, 1])) == 0.75
    assert space.changed(np.array([0, 0, 0])) == 0.0
    together = visits.contracted(np.array([0, 0, 1]))
    assert together.travel_weights.tolist() == [0.0, 1.0]
    unvisited = replace(visits, trips=np.zeros(3))
    assert unvisited.travel_weights.tolist() == [0.25, 0.75, 0.0]
