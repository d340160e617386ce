"""Few areas to a territory: what they cannot even out is not worth longer borders and trips."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.balance_prices import expected_deviation
from territory_design.core.balance.criteria import Scales, evaluate
from territory_design.core.balance.schedules import COOL, Schedules
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.space import SearchSpace
from territory_design.core.balance.starts import StartFactory
from territory_design.tests.core.balance_grids import contiguous, grid_problem, worst_deviation


def space(rows: int, columns: int, territories: int, **others: object) -> SearchSpace:
    return SearchSpace(grid_problem(rows, columns, territories, **others))


def test_deviations_are_expected_of_many_territories_of_few_areas():
    assert expected_deviation(space(40, 40, 160)) == pytest.approx(0.075)  # ten areas each
    assert expected_deviation(space(50, 40, 100)) == pytest.approx(1000 / 20**4)
    assert expected_deviation(space(100, 100, 100)) < 2e-5
    # Of few territories each is expected to find its areas.
    assert expected_deviation(space(5, 4, 2)) == pytest.approx(0.02 * 0.075)


def test_coarse_areas_are_searched_for_longer_and_at_less_pressure():
    fine, coarse = Schedules.of(space(50, 50, 5)), Schedules.of(space(50, 50, 250))
    assert coarse.start.sweeps > fine.start.sweeps
    assert coarse.start.tolerance_end == pytest.approx(0.18)
    assert fine.start.tolerance_end < 0.15
    assert coarse.thorough.tolerances[0] == pytest.approx(0.09)
    assert coarse.thorough.tolerances[-1] == fine.thorough.tolerances[-1]


def test_a_present_plan_is_not_heated_away():
    labels = np.repeat(np.arange(5), 20)
    assert Schedules.of(space(10, 10, 5, initial=labels)).start is COOL


def test_a_short_time_limit_leaves_short_searches():
    large = space(100, 100, 20)
    assert Schedules.of(large, 3.0).start is COOL
    assert Schedules.of(large, 60.0).start == Schedules.of(large).start != COOL


@pytest.mark.slow
def test_coarse_areas_gain_borders_over_a_power_diagram():
    """Of three maps: 5.2 to 6.7 % for 14 to 21 %, and 567 to 591 km for 577 to 586 km."""
    weights = np.round(1000 * np.random.default_rng(1).lognormal(sigma=0.3, size=900))
    problem = grid_problem(30, 30, 90, weights)
    known = SearchSpace(problem)
    diagram = StartFactory(known).power_diagram(np.random.default_rng(1))
    labels = balance(problem, SearchSettings(population=4, islands=1, max_generations=0)).labels
    assert contiguous(problem, labels)
    assert worst_deviation(problem, labels) < 0.5 * worst_deviation(problem, diagram)
    assert worst_deviation(problem, labels) < 0.1
    scales = Scales.from_reference(known, labels)
    assert evaluate(known, scales, labels).border_m < 1.03 * known.border_length(diagram)
