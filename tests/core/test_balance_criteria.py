"""Several balance criteria at once: how they count, and first plans that meet them all."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from territory_design.core.balance.balance_prices import balance_value
from territory_design.core.balance.power_diagram import DiagramAreas, PowerDiagram
from territory_design.core.balance.problem import equal_targets
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.soft_diagram import meet_targets
from territory_design.tests.core.balance_grids import (
    contiguous,
    grid_points,
    grid_problem,
    worst_deviation,
)

HALF = np.array([0.5, 0.5])


def test_the_worst_criterion_counts_not_the_mean_of_the_worst():
    even = np.array([[0.3, -0.3], [-0.3, 0.3]])
    lopsided = np.array([[0.5, -0.1], [-0.5, 0.1]])
    assert balance_value(even, HALF, 0.0) < balance_value(lopsided, HALF, 0.0)


def test_a_criterion_with_half_the_share_may_be_off_twice_as_far():
    shares = np.array([2.0, 1.0]) / 3.0
    first = np.array([[0.1, 0.0], [-0.1, 0.0]])
    second = np.array([[0.0, 0.2], [0.0, -0.2]])
    assert balance_value(first, shares, 0.0) == pytest.approx(balance_value(second, shares, 0.0))


@given(st.floats(0.0, 0.5), st.floats(0.0, 0.5), st.floats(0.0, 0.3))
def test_a_larger_worst_deviation_never_counts_less(one, other, bound):
    small, large = sorted((one, other))
    values = [balance_value(np.array([[d], [-d]]), np.ones(1), bound) for d in (small, large)]
    assert values[0] <= values[1]


# Weights of the first criterion lie in the west, those of the second in the east:
#   4 4 4 1 1 1
#   4 4 4 1 1 1     and the other way round
@pytest.mark.parametrize("seed", range(4))
def test_a_diagram_meets_the_targets_of_two_opposite_criteria(seed):
    rows, columns, count = 12, 18, 4
    column = np.arange(rows * columns) % columns
    west = np.where(column < columns // 2, 4.0, 1.0)
    weights = np.column_stack([west, 5.0 - west])
    points = grid_points(rows, columns)
    centres = points[np.random.default_rng(seed).choice(len(points), count, replace=False)]
    diagram = PowerDiagram(equal_targets(weights, count), HALF, centres)
    areas = DiagramAreas(weights, weights.sum(axis=1), points, None, np.full(len(points), -1))
    labels = diagram.divide(areas, recentring_rounds=30, rounds=20)
    # The criteria cancel out in their mean, which is all that the prices see.
    assert np.abs(diagram.deviations(labels, weights)).max() > 0.5
    meet_targets(diagram, areas)
    labels = diagram.assign(areas)
    assert np.abs(diagram.deviations(labels, weights)).max() < 0.05


def test_a_diagram_with_fixed_homes_moves_prices_only_and_keeps_held_areas():
    rng = np.random.default_rng(4)
    points = grid_points(12, 12)
    weights = rng.integers(1, 9, (144, 2)).astype(float)
    homes = points[[14, 22, 128]]
    cost = np.hypot(*(points[:, None, :] - homes[None, :, :]).transpose(2, 0, 1))
    held = np.full(144, -1)
    held[143] = 0
    diagram = PowerDiagram(equal_targets(weights, 3), HALF, None)
    areas = DiagramAreas(weights, weights.sum(axis=1), points, cost, held)
    diagram.divide(areas, rounds=1)
    uneven = np.abs(diagram.deviations(diagram.assign(areas), weights)).max()
    meet_targets(diagram, areas)
    labels = diagram.assign(areas)
    assert diagram.centres is None
    assert labels[143] == 0
    assert np.abs(diagram.deviations(labels, weights)).max() < min(0.15, uneven)


@pytest.mark.slow
def test_opposite_criteria_are_both_balanced_by_the_search():
    column = np.arange(14 * 18) % 18
    west = np.where(column < 9, 4.0, 1.0)
    problem = grid_problem(14, 18, 4, np.column_stack([west, 5.0 - west]))
    result = balance(problem, SearchSettings(target_deviation=0.01, workers=1))
    assert contiguous(problem, result.labels)
    assert worst_deviation(problem, result.labels) <= 0.01
