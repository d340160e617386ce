"""Small problems are solved exactly; the bound is right."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.balance.bounds import lower_bound_pct
from territory_design.core.balance.node_cuts import node_cut_bound
from territory_design.core.balance.problem import Rules, proportional_targets
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.tests.core.balance_grids import (
    all_contiguous_plans,
    connected_sets,
    contiguous,
    grid_problem,
    worst_deviation,
    worst_deviations,
)

BALANCE_ONLY = CriteriaWeights(balance=1.0, travel=0.0, compactness=0.0)


def optimum(problem) -> float:
    return float(worst_deviations(problem, all_contiguous_plans(problem)).min())


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([(2, 3, 2), (2, 4, 3), (3, 3, 2), (3, 3, 3), (2, 5, 2)]),
    st.integers(0, 10**6),
    st.booleans(),
)
def test_plan_is_the_best_there_is(shape, seed, balance_only):
    rows, columns, territories = shape
    weights = np.random.default_rng(seed).integers(0, 20, rows * columns) + 1.0
    criteria = BALANCE_ONLY if balance_only else CriteriaWeights()
    problem = grid_problem(rows, columns, territories, weights, criteria=criteria)
    result = balance(problem, SearchSettings(seed=seed))
    best = optimum(problem)
    assert contiguous(problem, result.labels)
    assert worst_deviation(problem, result.labels) == pytest.approx(best)
    assert result.lower_bound_pct <= 100.0 * best + 1e-9


@pytest.mark.parametrize("seed", range(12))
def test_four_by_four_in_three_finds_what_a_table_of_all_regions_says(seed):
    weights = np.random.default_rng(seed).integers(1, 30, 16).astype(float)
    problem = grid_problem(4, 4, 3, weights)
    result = balance(problem, SearchSettings(seed=seed))
    assert worst_deviation(problem, result.labels) == pytest.approx(_optimum_of_regions(problem))


def _optimum_of_regions(problem) -> float:
    """Best of all triples of connected regions, by a table of the connected sets of areas."""
    count = problem.area_count
    connected = connected_sets(problem.graph)
    total = np.zeros(1 << count)
    for area in range(count):
        bit = 1 << area
        total[bit : 2 * bit] = total[:bit] + problem.weights[area, 0]
    target = problem.targets[0, 0]
    regions = np.flatnonzero(connected)
    everything = (1 << count) - 1
    best = np.inf
    deviation = np.abs(total / target - 1.0)
    for region in regions[regions & 1 == 1]:
        if deviation[region] >= best:
            continue
        rest = everything & ~int(region)
        others = regions[(regions & int(region)) == 0]
        others = others[connected[rest & ~others] & (others != rest)]
        if len(others):
            worst = np.maximum(deviation[others], deviation[rest & ~others]).min()
            best = min(best, max(float(worst), float(deviation[region])))
    return best


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_bound_is_below_every_plan(seed):
    rng = np.random.default_rng(seed)
    weights = rng.integers(0, 12, 8) * rng.choice([1.0, 3.0, 0.5]) + 0.5 * rng.integers(0, 2)
    weights[0] += 1.0
    territories = int(rng.integers(2, 4))
    locked = np.full(8, -1)
    if rng.random() < 0.5:
        locked[rng.integers(8)] = rng.integers(territories)
    initial = np.tile(np.arange(4) * territories // 4, 2)
    max_change = float(rng.choice([1.0, 0.3]))
    problem = grid_problem(
        2,
        4,
        territories,
        weights,
        initial=initial,
        rules=Rules(locked=locked, max_change=max_change),
    )
    if rng.random() < 0.5:
        shares = rng.uniform(0.5, 2.0, territories)
        problem = grid_problem(
            2,
            4,
            territories,
            weights,
            initial=initial,
            rules=problem.rules,
            targets=proportional_targets(problem.weights, shares),
        )
    bound = lower_bound_pct(problem)
    mass = problem.travel_weights
    plans = all_contiguous_plans(problem)
    allowed = ((locked < 0) | (plans == locked)).all(axis=1)
    allowed &= (plans != initial) @ mass <= max_change + 1e-9
    if allowed.any():
        assert bound <= 100.0 * worst_deviations(problem, plans[allowed]).min() + 1e-6


def test_known_bounds():
    # one area of 9 among 12, in two territories of 6 each: 50 % too much at best
    assert lower_bound_pct(grid_problem(1, 4, 2, [9, 1, 1, 1])) == pytest.approx(50.0)
    # 7 does not divide by 2: 4 and 3 instead of 3.5
    assert lower_bound_pct(grid_problem(1, 7, 2)) == pytest.approx(100.0 / 7.0)
    # halves can be equal
    assert lower_bound_pct(grid_problem(1, 4, 2)) == 0.0
    # three areas of 4 in two territories of 6: two of them must share one
    assert lower_bound_pct(grid_problem(1, 3, 2, [4, 4, 4])) == pytest.approx(100.0 / 3.0)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.sampled_from([(2, 4, 2), (1, 7, 2), (3, 3, 3), (2, 4, 3)]), st.integers(0, 10**6))
def test_bound_on_the_company_of_heavy_areas_is_right(shape, seed):
    rows, columns, territories = shape
    rng = np.random.default_rng(seed)
    weights = rng.integers(0, 9, (rows * columns, 2)).astype(float) + 0.1
    weights[rng.integers(rows * columns), 0] = weights[:, 0].sum()
    problem = grid_problem(rows, columns, territories, weights)
    best = 100.0 * optimum(problem)
    assert 0.0 < lower_bound_pct(problem) <= best + 1e-6


def test_company_from_afar_brings_along_what_lies_between():
    # A city (10 people, no farm), then five towns (1 person each), then farms without people.
    people = [10.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0]
    farms = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0, 5.0]
    problem = grid_problem(1, 8, 2, np.column_stack([people, farms]))
    # Next to the farms the city needs one of them, and has a third more people than its target.
    shuffled = grid_problem(1, 8, 2, np.column_stack([people, farms])[[1, 2, 6, 0, 7, 3, 4, 5]])
    assert node_cut_bound(shuffled) == pytest.approx(1.0 / 3.0)
    assert node_cut_bound(problem) > 0.4
    for row in (problem, shuffled):
        assert 100.0 * node_cut_bound(row) <= lower_bound_pct(row) <= 100.0 * optimum(row) + 1e-6


def test_disconnected_parts_bound_the_deviation():
    # two islands of 2 and 4 squares, three territories of 2: possible; of 1 and 5: not
    even = ContiguityGraph.from_edges(6, [0, 2, 3, 4], [1, 3, 4, 5])
    odd = ContiguityGraph.from_edges(6, [1, 2, 3, 4], [2, 3, 4, 5])
    assert lower_bound_pct(grid_problem(1, 6, 3, graph=even)) == 0.0
    assert lower_bound_pct(grid_problem(1, 6, 3, graph=odd)) == pytest.approx(50.0)


def test_locks_bound_the_deviation():
    locked = np.array([0, 0, 0, -1])
    problem = grid_problem(1, 4, 2, rules=Rules(locked=locked))
    assert lower_bound_pct(problem) == pytest.approx(50.0)


def test_change_budget_bounds_the_deviation():
    # 6 squares against 2; one square (1/8 of the weight) may change hands: 5 against 3
    initial = np.array([0, 0, 0, 0, 0, 0, 1, 1])
    problem = grid_problem(1, 8, 2, initial=initial, rules=Rules(max_change=0.125))
    assert lower_bound_pct(problem) == pytest.approx(25.0)
    result = balance(problem, SearchSettings())
    assert result.labels.tolist() == [0, 0, 0, 0, 0, 1, 1, 1]


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_bound_of_two_criteria_is_below_every_plan(seed):
    rng = np.random.default_rng(seed)
    weights = rng.integers(1, 9, (8, 2)).astype(float)
    weights[rng.integers(8), 0] += 25.0
    problem = grid_problem(2, 4, int(rng.integers(2, 4)), weights)
    plans = all_contiguous_plans(problem)
    assert lower_bound_pct(problem) <= 100.0 * worst_deviations(problem, plans).min() + 1e-6


def test_heavy_area_needs_company_for_the_other_criterion():
    # The first area is all that a territory may have of the first criterion, and has nothing
    # of the second: company for half the second brings half as much of the first again.
    weights = np.array([[6, 0], [2, 4], [2, 4], [2, 4]])
    assert lower_bound_pct(grid_problem(1, 4, 2, weights)) == pytest.approx(100.0 / 3.0)
