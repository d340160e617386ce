"""What a bound says of maps that single areas hold together, against all plans of small ones.

10       a star: three arms of one area each and the centre, which only one
 |       territory can hold. In two territories one arm is alone, against
 2--10   all the rest: 10 and 22 of 32, and 16 is the target.
 |
10
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.balance.bounds import lower_bound_pct
from territory_design.core.balance.problem import BalanceProblem, Rules, equal_targets
from territory_design.core.contiguity.blocks import blocks_of
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.tests.core.balance_grids import (
    all_contiguous_plans,
    grid_graph,
    worst_deviations,
)


def problem_on(edges, weights, territories: int) -> BalanceProblem:
    first, second = np.array(edges).T
    column = np.asarray(weights, dtype=float)[:, None]
    graph = ContiguityGraph.from_edges(len(column), first, second, np.ones(len(edges)))
    return BalanceProblem(
        graph=graph,
        weights=column,
        targets=equal_targets(column, territories),
        points=np.column_stack([np.arange(len(column)), np.zeros(len(column))]).astype(float),
        criterion_shares=np.ones(1),
    )


def optimum_pct(problem: BalanceProblem) -> float:
    return 100.0 * float(worst_deviations(problem, all_contiguous_plans(problem)).min())


def random_tree(seed: int, count: int):
    rng = np.random.default_rng(seed)
    edges = [(int(rng.integers(0, area)), area) for area in range(1, count)]
    return edges, rng.integers(1, 30, count), rng


def test_one_arm_of_a_star_is_alone():
    star = problem_on([(0, 1), (0, 2), (0, 3)], [2, 10, 10, 10], 2)
    assert lower_bound_pct(star) == pytest.approx(100.0 * 6 / 16, abs=0.02)


def test_two_stars_on_a_map_share_the_territories():
    """Three territories for two stars of 32: one star is a territory, the other has two."""
    edges = [(0, 1), (0, 2), (0, 3), (4, 5), (4, 6), (4, 7)]
    stars = problem_on(edges, [2, 10, 10, 10] * 2, 3)
    assert lower_bound_pct(stars) == pytest.approx(optimum_pct(stars), abs=0.02)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 3), st.integers(4, 9))
def test_the_bound_of_a_tree_is_its_best_plan(seed, territories, count):
    edges, weights, _ = random_tree(seed, count)
    tree = problem_on(edges, weights, territories)
    best = optimum_pct(tree)
    assert lower_bound_pct(tree) <= best + 1e-9
    assert lower_bound_pct(tree) == pytest.approx(best, abs=0.05)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 3), st.integers(5, 9), st.integers(1, 4))
def test_no_plan_is_better_than_the_bound(seed, territories, count, more):
    edges, weights, rng = random_tree(seed, count)
    pairs = rng.integers(0, count, (more, 2))
    edges += [(int(min(p)), int(max(p))) for p in pairs if p[0] != p[1]]
    mixed = problem_on(edges, weights * (rng.random(count) < 0.8), territories)
    assert lower_bound_pct(mixed) <= optimum_pct(mixed) + 1e-9


@pytest.mark.slow
def test_a_maze_cannot_be_as_even_as_its_weights_allow():
    """A comb of 20 teeth of 9 squares on a spine: three territories cut whole teeth off."""
    spine = [(10 * tooth, 10 * (tooth + 1)) for tooth in range(19)]
    teeth = [(10 * t + s, 10 * t + s + 1) for t in range(20) for s in range(9)]
    comb = problem_on(spine + teeth, np.ones(200), 20)
    assert lower_bound_pct(comb) == 0.0, "a tooth with its square of the spine is a territory"
    assert lower_bound_pct(replace(comb, targets=equal_targets(comb.weights, 16))) > 5.0


def test_territories_that_keep_their_areas_may_be_in_pieces():
    row = problem_on([(0, 1), (1, 2)], [1, 1, 1], 2)
    present = replace(
        row,
        initial=np.array([0, 1, 0]),
        rules=Rules(frozen_territories=np.array([True, False])),
    )
    assert lower_bound_pct(present) == pytest.approx(100.0 / 3.0)


def test_blocks_of_a_chain_of_two_rings():
    """0-1-2-0 is a ring, 2-3 a bridge, 3-4-5-3 a ring; deeper blocks come first."""
    edges = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (3, 5)]
    graph = problem_on(edges, np.ones(6), 1).graph
    blocks = list(blocks_of(graph.neighbour_start.tolist(), graph.neighbours.tolist()))
    assert [(block.head, sorted(block.members)) for block in blocks] == [
        (3, [4, 5]),
        (2, [3]),
        (0, [1, 2]),
    ]


def test_a_grid_is_one_block():
    graph = grid_graph(3, 4)
    blocks = list(blocks_of(graph.neighbour_start.tolist(), graph.neighbours.tolist()))
    assert len(blocks) == 1
    assert len(blocks[0].members) == 11
