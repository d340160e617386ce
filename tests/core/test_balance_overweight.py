"""Areas heavier than a target: their territory cannot be even, the others still can."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.border_moves import BorderMoves
from territory_design.core.balance.criteria import Scales
from territory_design.core.balance.exchange import Effort, _Pairs
from territory_design.core.balance.overweight import Overweight
from territory_design.core.balance.pressure import Pressure
from territory_design.core.balance.problem import equal_targets
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.search_plan import SearchPlan
from territory_design.core.balance.space import SearchSpace
from territory_design.tests.core.balance_grids import contiguous, grid_problem


def overweight_areas(weights, targets):
    columns = np.array(weights, dtype=float).reshape(len(weights), -1)
    return Overweight.of(columns, np.array(targets, dtype=float).reshape(len(targets), -1))


def test_an_area_with_more_than_one_target_is_overweight():
    weights = [9, 1, 1, 1, 1, 1, 1, 1]  # 4 territories: targets of 4
    assert overweight_areas(weights, [4] * 4).areas.tolist() == [0]


def test_what_the_heaviest_leaves_counts_for_the_next():
    weights = [20, 5, 1, 1, 1, 1, 1]  # targets of 10, but 10 / 2 = 5 after the heaviest
    assert overweight_areas(weights, [10] * 3).areas.tolist() == [0]
    weights[1] = 6  # more than half of the 11 that are left
    assert overweight_areas(weights, [10] * 3).areas.tolist() == [0, 1]


def test_the_heaviest_area_is_held_against_the_largest_target():
    weights = [9, 1, 1, 1, 1, 1]
    assert overweight_areas(weights, [10, 2, 2]).areas.tolist() == []
    assert overweight_areas(weights, [7, 4, 3]).areas.tolist() == [0]


def test_each_criterion_has_overweight_areas_of_its_own():
    weights = [[9, 1], [1, 9], [1, 1], [1, 1]]
    targets = equal_targets(np.array(weights, dtype=float), 2)
    assert overweight_areas(weights, targets).areas.tolist() == [0, 1]


def test_most_problems_have_none():
    problem = grid_problem(5, 5, 4, np.arange(1.0, 26.0))
    space = SearchSpace(problem)
    assert not space.overweight
    labels = np.arange(25) % 4
    assert np.array_equal(space.off_reachable(labels), space.deviations(labels))


def test_the_others_are_off_by_what_is_not_theirs_to_change():
    #  8 1 1 1    a b b b
    #  1 1 1 1    c c c c     targets of 5: c is as light as b can be
    problem = grid_problem(2, 4, 3, np.array([8.0, 1, 1, 1, 1, 1, 1, 1]))
    space = SearchSpace(problem)
    labels = np.array([0, 1, 1, 1, 2, 2, 2, 2])
    assert space.deviations(labels)[:, 0] == pytest.approx([0.6, -0.4, -0.2])
    assert space.off_reachable(labels)[:, 0] == pytest.approx([0.6, -0.1, 0.1])


# A city in the corner of a land of ones, 8 × 8, for 4 territories: with 30 in it the target is
# 23.25, with 100 it is 40.75. The city stands alone; 63 areas remain for three territories.
@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("city", [30.0, 100.0])
def test_the_territories_without_the_city_are_even(city, seed):
    weights = np.ones((8, 8))
    weights[0, 0] = city
    problem = grid_problem(8, 8, 4, weights)

    settings = SearchSettings(population=4, islands=1, max_generations=0, seed=seed, workers=1)
    result = balance(problem, settings)

    assert contiguous(problem, result.labels)
    totals = np.bincount(result.labels, weights=weights.ravel())
    assert sorted(totals.tolist()) == [21.0, 21.0, 21.0, city]


def test_a_city_of_three_targets_is_not_handed_about():
    # C 0 1 1
    # 0 0 1 2     Each square weighs 1, the city 20: 3.4 targets. The others are even.
    # 3 3 2 2
    # 3 4 4 4
    labels = np.array([5, 0, 1, 1, 0, 0, 1, 2, 3, 3, 2, 2, 3, 4, 4, 4])
    weights = np.ones(16)
    weights[0] = 20.0
    space = SearchSpace(grid_problem(4, 4, 6, weights))
    scales = Scales.from_reference(space, labels, bound=2.4)
    plan = SearchPlan(space, labels)
    moves = BorderMoves.of(space, scales, labels)
    rate = Pressure.of(space, scales, moves).at(0.01)
    effort = Effort((0.01,), max_passes=1, two_at_a_time=True)
    assert _Pairs(plan, scales, moves, rate, {}).balance(0.01, effort) == 0
    assert plan.labels.tolist() == labels.tolist()
