"""Moves of single areas: totals that follow, borders, and the test of contiguity."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.balance.border_moves import BorderMoves
from territory_design.core.balance.criteria import Scales, evaluate
from territory_design.core.balance.local_search import Schedule, improve
from territory_design.core.balance.problem import BalanceProblem, Rules
from territory_design.core.balance.search_plan import SearchPlan
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.balance.space import SearchSpace
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.tests.core.balance_grids import contiguous, grid_problem

SCALES = Scales(balance=1.0, travel=1e-4, border=1e-5, stability=0.5)


def stripes(rows: int, columns: int, territories: int) -> np.ndarray:
    return np.tile(np.arange(columns) * territories // columns, rows)


def test_area_whose_leaving_cuts_its_territory_in_two():
    # 0 0 0
    # 1 1 0      the middle of the upper row holds its left end
    plan = SearchPlan(SearchSpace(grid_problem(2, 3, 2)), np.array([0, 0, 0, 1, 1, 0]))
    assert [plan.can_leave(area) for area in range(6)] == [True, False, False, True, True, True]


def test_ring_may_be_opened_anywhere():
    # 0 0 0
    # 0 1 0      around the lake every area can leave: the others stay connected
    # 0 0 0      the other way round
    plan = SearchPlan(SearchSpace(grid_problem(3, 3, 2)), np.array([0, 0, 0, 0, 1, 0, 0, 0, 0]))
    assert all(plan.can_leave(area) for area in range(9) if area != 4)


def test_last_area_of_a_territory_cannot_leave():
    plan = SearchPlan(SearchSpace(grid_problem(1, 3, 2)), np.array([0, 1, 1]))
    assert not plan.can_leave(0)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_totals_and_changes_follow_moves(seed):
    rng = np.random.default_rng(seed)
    weights = rng.integers(0, 9, size=(30, 2)).astype(float) + 1.0
    start = stripes(5, 6, 3)
    problem = grid_problem(5, 6, 3, weights, initial=start, rules=Rules(max_change=0.6))
    space = SearchSpace(problem)
    plan = SearchPlan(space, start)
    for _ in range(25):
        area, territory = int(rng.integers(30)), int(rng.integers(3))
        if territory != plan.label_list[area]:
            expected = space.border_length(
                np.where(np.arange(30) == area, territory, plan.labels)
            ) - space.border_length(plan.labels)
            assert plan.border_change(area, territory) == pytest.approx(expected)
            plan.move(area, territory)
    assert plan.labels.tolist() == plan.label_list
    assert np.allclose(plan.deviation, space.deviations(plan.labels))
    assert plan.changed == pytest.approx(space.changed(plan.labels))
    assert plan.size == [*np.bincount(plan.labels, minlength=3).tolist(), 0]  # none without


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_can_leave_agrees_with_connected_components(seed):
    rng = np.random.default_rng(seed)
    problem = grid_problem(6, 6, 3)
    plan = SearchPlan(SearchSpace(problem), stripes(6, 6, 3))
    for _ in range(60):
        area = int(rng.integers(36))
        neighbours = problem.graph.neighbours_of(area)
        territory = int(plan.labels[rng.choice(neighbours)])
        if territory == plan.label_list[area]:
            continue
        moved = plan.labels.copy()
        moved[area] = territory
        assert plan.can_leave(area) == contiguous(problem, moved)
        if plan.can_leave(area):
            plan.move(area, territory)


def test_all_border_moves_and_what_they_cost():
    # 0 0 1
    # 0 1 1
    problem = grid_problem(
        2, 3, 2, initial=np.zeros(6, dtype=int), criteria=CriteriaWeights(1, 1, 1, 1)
    )
    space = SearchSpace(problem)
    labels = np.array([0, 0, 1, 0, 1, 1])
    moves = BorderMoves.of(space, SCALES, labels)
    assert sorted(zip(moves.area.tolist(), moves.target.tolist())) == [
        (1, 1),
        (2, 0),
        (3, 1),
        (4, 0),
    ]
    before = evaluate(space, SCALES, labels)
    for i in range(len(moves)):
        moved = labels.copy()
        moved[moves.area[i]] = moves.target[i]
        after = evaluate(space, SCALES, moved)
        assert moves.border_change[i] == pytest.approx(after.border_m - before.border_m)
        # Travel is linearised at the old centres, which are never the better ones for the
        # new plan by more than they moved: it must be close, stability exact.
        change = SCALES.travel * (after.travel - before.travel) + SCALES.stability * (
            after.changed - before.changed
        )
        assert moves.other_cost[i] == pytest.approx(change, abs=SCALES.travel * 150.0)


def test_held_areas_and_closed_territories_have_no_moves():
    # 0 0 1 2      area 1 is locked, territory 2 is frozen
    rules = Rules(
        locked=np.array([-1, 0, -1, -1]), frozen_territories=np.array([False, False, True])
    )
    labels = np.array([0, 0, 1, 2])
    space = SearchSpace(grid_problem(1, 4, 3, initial=labels, rules=rules))
    moves = BorderMoves.of(space, SCALES, labels)
    assert list(zip(moves.area.tolist(), moves.target.tolist())) == [(2, 0)]


def test_enclosed_area_depends_on_the_one_around_it():
    # 1 0 0 0 0 0 0 0
    # 1 0 1 1 1 1 1 1      area 9, in the lower row, hangs on area 1 alone
    labels = np.array([1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1])
    plan = SearchPlan(SearchSpace(grid_problem(2, 8, 2)), labels)
    assert plan.cut_off_by(1, [2, 9]) == [9]
    # area 2 would cut off areas 1 and 9; area 4 leaves too few on the right to be the bulk
    assert plan.cut_off_by(2, [1, 3]) == [1, 9]
    assert plan.cut_off_by(4, [3, 5]) == []


def test_an_area_moves_together_with_the_one_it_encloses():
    #   0 0 0 0 0 0 1 1 1      area 5 alone touches territory 1, and area 9 hangs on it alone:
    #             0            both must move, or none
    before, behind = np.array([0, 1, 2, 3, 4, 5, 6, 7, 5]), np.array([1, 2, 3, 4, 5, 6, 7, 8, 9])
    graph = ContiguityGraph.from_edges(10, before, behind, np.full(9, 1e3))
    points = np.array([[n, 0.0] for n in range(9)] + [[5.0, -1.0]]) * 1e3
    problem = BalanceProblem(graph, np.ones((10, 1)), np.full((2, 1), 5.0), points, np.ones(1))
    start = np.array([0, 0, 0, 0, 0, 0, 1, 1, 1, 0])
    space = SearchSpace(problem)
    scales = Scales.from_reference(space, start)
    greedy = Schedule(3, heat_start=0.0, heat_end=0.0, tolerance_start=1e-4, tolerance_end=1e-4)
    moved = improve(space, scales, start, greedy, np.random.default_rng(1))
    assert moved.tolist() == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
