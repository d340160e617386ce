"""Any labels become a plan: contiguous, complete, no territory empty, locks kept."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.balance.problem import Rules
from territory_design.core.balance.repair import repair
from territory_design.core.balance.space import SearchSpace
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.errors import InfeasibleProblem
from territory_design.tests.core.balance_grids import contiguous, grid_problem


def rng() -> np.random.Generator:
    return np.random.default_rng(7)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_any_labels_become_a_plan(seed):
    random = np.random.default_rng(seed)
    problem = grid_problem(6, 7, 5, random.integers(0, 5, 42))
    plan = repair(SearchSpace(problem), random.integers(-1, 5, 42), random)
    assert contiguous(problem, plan)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_one_lock_per_territory_is_kept(seed):
    random = np.random.default_rng(seed)
    locked = np.full(42, -1)
    locked[random.choice(42, 4, replace=False)] = np.arange(4)
    problem = grid_problem(6, 7, 4, rules=Rules(locked=locked))
    plan = repair(SearchSpace(problem), random.integers(-1, 4, 42), random)
    assert contiguous(problem, plan)
    assert (plan[locked >= 0] == locked[locked >= 0]).all()


def test_contiguous_plan_stays_as_it_is():
    labels = np.repeat([0, 1, 2], 8)
    assert (repair(SearchSpace(grid_problem(6, 4, 3)), labels, rng()) == labels).all()


def test_cut_off_area_joins_the_neighbour_it_touches_most():
    # 0 0 1 1         0 0 1 1
    # 0 0 1 0    ->   0 0 1 1
    # 0 0 1 1         0 0 1 1
    labels = np.array([0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1])
    plan = repair(SearchSpace(grid_problem(3, 4, 2)), labels, rng())
    assert plan.tolist() == [0, 0, 1, 1] * 3


def test_locked_areas_are_connected_around_those_of_others():
    # 0 . . 1      the zeros in the corners must be joined without touching the ones,
    # . . . 1      the ones around the zeros
    # 0 . 1 .
    locked = np.array([0, -1, -1, 1, -1, -1, -1, 1, 0, -1, 1, -1])
    problem = grid_problem(3, 4, 2, rules=Rules(locked=locked))
    plan = repair(SearchSpace(problem), np.tile([1, 1, 0, 0], 3), rng())
    assert contiguous(problem, plan)
    assert (plan[locked >= 0] == locked[locked >= 0]).all()


def test_crossing_locks_are_refused():
    # 0 . 1
    # . . .       both diagonals cannot be connected in a square
    # 1 . 0
    locked = np.array([0, -1, 1, -1, -1, -1, 1, -1, 0])
    problem = grid_problem(3, 3, 2, rules=Rules(locked=locked))
    with pytest.raises(InfeasibleProblem, match="cannot be connected"):
        repair(SearchSpace(problem), np.zeros(9, dtype=int), rng())


def test_frozen_territory_neither_gains_nor_loses():
    # 2 2 .      territory 2 is frozen; the free areas may not join it
    # 2 2 .
    frozen = np.array([False, False, True])
    initial = np.array([2, 2, -1, 2, 2, -1])
    problem = grid_problem(2, 3, 3, initial=initial, rules=Rules(frozen_territories=frozen))
    plan = repair(SearchSpace(problem), np.full(6, 2), rng())
    assert (plan == 2).tolist() == [True, True, False, True, True, False]
    assert contiguous(problem, plan)


def test_every_disconnected_part_gets_a_territory():
    # two chains of three squares; all labels name territories of the first
    graph = ContiguityGraph.from_edges(6, [0, 1, 3, 4], [1, 2, 4, 5])
    problem = grid_problem(1, 6, 2, graph=graph)
    plan = repair(SearchSpace(problem), np.array([0, 0, 1, -1, -1, -1]), rng())
    assert contiguous(problem, plan)


def test_all_areas_unassigned():
    problem = grid_problem(3, 3, 3)
    assert contiguous(problem, repair(SearchSpace(problem), np.full(9, -1), rng()))
