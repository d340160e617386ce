"""Annealing of small maps by single moves: sums, rules, and plans that are known to be best."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.annealed_travel import annealed_travel
from territory_design.core.balance.annealing import _Walk, anneal, is_annealed
from territory_design.core.balance.criteria import Scales, evaluate
from territory_design.core.balance.problem import Rules
from territory_design.core.balance.repair import repair
from territory_design.core.balance.schedules import SINGLE_MOVES, Schedules
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.settings import (
    MEAN_DEVIATION,
    STANDARD_DEVIATION,
    WORST_DEVIATION,
    CriteriaWeights,
)
from territory_design.core.balance.space import SearchSpace
from territory_design.core.errors import InvalidInput

from .balance_grids import contiguous, grid_problem, worst_deviation

SQUARED = CriteriaWeights(balance=0.0, travel=1.0, compactness=0.0, travel_power=2)
QUICK = SearchSettings(population=4, islands=1, max_generations=1, workers=1)


def uneven(count: int, columns: int = 1) -> np.ndarray:
    return np.random.default_rng(3).integers(1, 9, (count, columns)).astype(float)


def start(problem, seed: int = 0):
    space = SearchSpace(problem)
    labels = np.arange(space.area_count) % space.territory_count
    plan = repair(space, labels, np.random.default_rng(seed))
    return space, Scales.from_reference(space, plan), plan


@pytest.mark.parametrize("objective", [WORST_DEVIATION, MEAN_DEVIATION, STANDARD_DEVIATION])
@pytest.mark.parametrize("power", [1, 2])
def test_sums_kept_by_moves_are_those_of_the_plan(objective, power):
    criteria = CriteriaWeights(1.0, 0.5, 0.5, objective=objective, travel_power=power)
    space, scales, plan = start(grid_problem(6, 6, 4, uneven(36, 1), criteria=criteria))
    walk = _Walk(space, scales, plan, np.random.default_rng(1))
    for _ in range(3):
        walk.sweep(0.5)
    kept = walk.sums, walk.other_cost
    walk.refresh()
    assert walk.moved > 10
    assert kept[0][2:] == pytest.approx(walk.sums[2:], abs=1e-9)
    if power == 2:  # Plain distances are measured from centres that stay until the next refresh.
        assert kept[1] == pytest.approx(walk.other_cost)
    worst = max(measure[0] for measure in walk.measures)
    if objective == STANDARD_DEVIATION:
        worst = float(space.deviations(walk.plan.labels).std())
    fitness = walk.other_cost + walk.prices.of_balance(worst, walk.sums.mean)
    assert fitness == pytest.approx(evaluate(space, scales, walk.plan.labels).fitness)


def test_squared_travel_follows_each_move():
    space, _, plan = start(grid_problem(5, 5, 3, uneven(25), criteria=SQUARED))
    travel = annealed_travel(space, 1.0)
    travel.refresh(plan)
    before = space.travel(plan)
    for area in (7, 12, 18):
        target = (plan[area] + 1) % 3
        told = travel.change(area, plan[area], target)
        travel.move(area, plan[area], target)
        plan = plan.copy()
        plan[area] = target
        assert told == pytest.approx(space.travel(plan) - before)
        before = space.travel(plan)


# Two territories of unit squares in a 2 x 6 grid. The moment of inertia of halves side by side
# (3 x 2) is 2/3 + 1/4 to a square, of two rows one above the other (6 x 1) 35/12.
def test_moment_of_inertia_of_a_grid_is_least():
    problem = grid_problem(2, 6, 2, criteria=SQUARED, rules=Rules(max_deviation=0.001))
    labels = balance(problem, QUICK).labels
    assert len(set(labels[[0, 1, 2, 6, 7, 8]])) == 1
    assert SearchSpace(problem).travel(labels) == pytest.approx(
        (2 / 3 + 1 / 4) * (problem.points[1, 0] - problem.points[0, 0]) ** 2
    )


def test_squares_of_given_travel_count():
    cost = np.array([[1.0, 3.0], [2.0, 1.0]])
    problem = grid_problem(1, 2, 2, travel_cost=cost, criteria=SQUARED)
    assert SearchSpace(problem).travel(np.array([0, 1])) == pytest.approx(1.0)
    assert SearchSpace(problem).travel(np.array([1, 0])) == pytest.approx(6.5)


def test_other_powers_are_refused():
    with pytest.raises(InvalidInput, match="TRAVEL_POWER"):
        CriteriaWeights(travel_power=3)


def test_annealing_keeps_locks_and_connection_and_gets_no_worse():
    locked = np.full(48, -1)
    locked[[0, 47]] = [1, 0]
    problem = grid_problem(6, 8, 4, uneven(48, 2), rules=Rules(locked=locked))
    space, scales, plan = start(problem)
    rng = np.random.default_rng(2)
    annealed = anneal(space, scales, plan, SINGLE_MOVES, rng)
    assert contiguous(problem, annealed)
    assert annealed[0] == 1
    assert annealed[47] == 0
    assert evaluate(space, scales, annealed).fitness < evaluate(space, scales, plan).fitness


# A city (4) enclosed by a ring of district 3 that only it touches: both move together.
#   0 1 2
#   5 3-4    4 has no neighbour but 3
def test_an_enclosed_area_moves_with_the_one_around_it():
    from territory_design.core.contiguity.graph import ContiguityGraph

    ends = np.array([[0, 1], [1, 2], [1, 3], [0, 5], [3, 4], [3, 5], [2, 3]]).T
    graph = ContiguityGraph.from_edges(6, *ends, np.ones(7))
    weights = np.array([3.0, 1.0, 1.0, 2.0, 1.0, 2.0])
    problem = grid_problem(2, 3, 2, weights, graph=graph, criteria=CriteriaWeights(1.0, 0.0, 0.0))
    space = SearchSpace(problem)
    plan = np.array([0, 0, 1, 0, 0, 0])
    scales = Scales.from_reference(space, plan)
    annealed = anneal(space, scales, plan, SINGLE_MOVES, np.random.default_rng(0))
    assert contiguous(problem, annealed)
    assert annealed[3] == annealed[4]
    assert worst_deviation(problem, annealed) == pytest.approx(0.0)


@pytest.mark.slow
def test_a_limit_on_deviation_is_met_though_balance_counts_nothing():
    weights = np.random.default_rng(1).integers(20, 81, 36).astype(float)
    criteria = CriteriaWeights(balance=0.0, travel=0.0, compactness=1.0)
    problem = grid_problem(6, 6, 4, weights, rules=Rules(max_deviation=0.01), criteria=criteria)
    labels = balance(problem, QUICK).labels
    assert contiguous(problem, labels)
    assert worst_deviation(problem, labels) <= 0.01 + 1e-9


def test_which_maps_are_annealed():
    small, large = grid_problem(6, 10, 5), grid_problem(7, 10, 5)
    assert is_annealed(SearchSpace(small))
    assert not is_annealed(SearchSpace(large))
    assert Schedules.of(SearchSpace(small)).single_moves
    limited = grid_problem(
        6, 10, 5, initial=np.repeat(np.arange(5), 12), rules=Rules(max_change=0.1)
    )
    assert not is_annealed(SearchSpace(limited))
