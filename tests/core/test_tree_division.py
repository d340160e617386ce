"""Even plans where a map is all but a tree: along a spanning tree, as even as it allows.

A comb of three teeth; each tooth with its square of the spine is one territory:

0-0-0-0
|
1-1-1-1
|
2-2-2-2
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.balance.problem import BalanceProblem, equal_targets
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.tree_division import divided_along_tree, is_all_but_a_tree
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.tests.core.balance_grids import (
    all_contiguous_plans,
    contiguous,
    grid_graph,
    worst_deviation,
    worst_deviations,
)


def comb(teeth: int, length: int) -> ContiguityGraph:
    spine = [(length * tooth, length * (tooth + 1)) for tooth in range(teeth - 1)]
    rows = [(length * t + s, length * t + s + 1) for t in range(teeth) for s in range(length - 1)]
    return graph_of(spine + rows, teeth * length)


def graph_of(edges, count: int) -> ContiguityGraph:
    first, second = np.array(edges).T
    return ContiguityGraph.from_edges(count, first, second, np.ones(len(edges)))


def problem_on(graph: ContiguityGraph, weights, territories: int, **others) -> BalanceProblem:
    column = np.asarray(weights, dtype=float)[:, None]
    places = np.arange(len(column), dtype=float)
    return BalanceProblem(
        graph=graph,
        weights=column,
        targets=equal_targets(column, territories),
        points=1000.0 * np.column_stack([places % 7, places // 7]),
        criterion_shares=np.ones(1),
        **others,
    )


def off_pct(labels, weights, territories: int) -> float:
    totals = np.bincount(labels, weights=weights, minlength=territories)
    return 100.0 * float(np.abs(totals * territories / np.sum(weights) - 1.0).max())


def test_each_tooth_of_a_comb_is_a_territory():
    labels = divided_along_tree(comb(3, 4), np.ones(12), 3, np.random.default_rng(1))
    assert labels is not None
    assert [len(set(labels[4 * tooth : 4 * tooth + 4])) for tooth in range(3)] == [1, 1, 1]
    assert len(set(labels)) == 3


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 3), st.integers(4, 9), st.booleans())
def test_no_plan_of_a_tree_is_more_even(seed, territories, count, whole):
    rng = np.random.default_rng(seed)
    edges = [(int(rng.integers(0, area)), area) for area in range(1, count)]
    weights = rng.integers(1, 30, count).astype(float) if whole else rng.lognormal(size=count)
    problem = problem_on(graph_of(edges, count), weights, territories)
    labels = divided_along_tree(problem.graph, weights, territories, np.random.default_rng(0))
    assert labels is not None
    assert contiguous(problem, labels)
    best = 100.0 * float(worst_deviations(problem, all_contiguous_plans(problem)).min())
    # Four halvings of the step in which it was found leave some of it.
    assert best - 1e-6 <= off_pct(labels, weights, territories) <= best * 1.1 + 1.0


def test_parts_of_the_map_get_territories_by_their_weight():
    apart = graph_of([(0, 1), (2, 3), (3, 4), (4, 5)], 6)
    labels = divided_along_tree(apart, np.ones(6), 3, np.random.default_rng(1))
    assert labels is not None
    assert sorted(np.bincount(labels)) == [2, 2, 2]
    assert divided_along_tree(apart, np.ones(6), 1, np.random.default_rng(1)) is None


def test_only_maps_that_single_areas_hold_together_are_all_but_a_tree():
    assert is_all_but_a_tree(comb(5, 5))
    assert not is_all_but_a_tree(grid_graph(5, 5))


@pytest.mark.slow
def test_the_search_keeps_the_proved_optimum_of_a_maze():
    """Twelve teeth in eight territories: border moves alone end far from the bound."""
    problem = problem_on(comb(12, 14), np.ones(168), 8)
    result = balance(problem, SearchSettings(population=4, max_generations=2, workers=1))
    assert contiguous(problem, result.labels)
    assert 100.0 * worst_deviation(problem, result.labels) == pytest.approx(
        result.lower_bound_pct, abs=0.05
    )


@pytest.mark.slow
def test_homes_keep_their_areas_in_a_maze():
    graph = comb(6, 8)
    homes = np.array([7, 23, 47])
    away = np.abs(np.arange(48)[:, None] - homes[None, :]) * 1000.0
    problem = problem_on(graph, np.ones(48), 3, travel_cost=away)
    locked = np.full(48, -1)
    locked[homes] = np.arange(3)
    rules = replace(problem.rules, locked=locked)
    plan = balance(replace(problem, rules=rules), SearchSettings(max_generations=2, workers=1))
    assert plan.labels[homes].tolist() == [0, 1, 2]
    assert contiguous(problem, plan.labels)
    assert worst_deviation(problem, plan.labels) == pytest.approx(0.0)
