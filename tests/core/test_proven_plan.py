"""Within a narrow limit on deviation the best plan is chosen from all territories, and proven."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.balance.bit_sets import neighbour_bits
from territory_design.core.balance.connected_sets import (
    connected_sets,
    members_of,
    pieces_hold_territories,
)
from territory_design.core.balance.criteria import Scales, evaluate
from territory_design.core.balance.problem import Rules, proportional_targets
from territory_design.core.balance.proven_plan import most_even_plan, proven_plan
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.balance.space import SearchSpace
from territory_design.core.errors import InfeasibleProblem
from territory_design.tests.core.balance_grids import (
    all_contiguous_plans,
    contiguous,
    grid_graph,
    grid_problem,
    worst_deviation,
    worst_deviations,
)
from territory_design.tests.core.balance_grids import connected_sets as known_sets

TRIPS_ALONE = CriteriaWeights(balance=0.0, travel=1.0, compactness=0.0, travel_power=2)
BORDERS_ALONE = CriteriaWeights(balance=0.0, travel=0.0, compactness=1.0)


def neighbours_of(graph) -> list[int]:
    return neighbour_bits([graph.neighbours_of(a).tolist() for a in range(graph.area_count)])


def test_each_connected_set_is_met_once():
    graph = grid_graph(3, 4)
    weights = np.arange(1.0, 13.0)[:, None]
    everything = (np.zeros(1), np.full(1, np.inf))
    sets, totals = connected_sets(neighbours_of(graph), weights, everything, 10**6)
    assert sorted(sets.tolist()) == np.flatnonzero(known_sets(graph)).tolist()
    assert (members_of(sets, 12) @ weights == totals).all()


def test_sets_outside_the_limits_are_left_out():
    graph, weights = grid_graph(1, 4), np.array([[1.0], [2.0], [3.0], [4.0]])
    sets, totals = connected_sets(
        neighbours_of(graph), weights, (np.array([3.0]), np.array([5.0])), 100
    )
    #   4 3 2 1: 12 is the third and fourth area, which weigh seven
    assert sorted(sets.tolist()) == [0b0011, 0b0100, 0b0110, 0b1000]
    assert sorted(totals[:, 0].tolist()) == [3.0, 3.0, 4.0, 5.0]


def test_too_many_sets_are_given_up():
    everything = (np.zeros(1), np.full(1, np.inf))
    weights = np.ones((12, 1))
    assert connected_sets(neighbours_of(grid_graph(3, 4)), weights, everything, 100) is None


def test_what_is_left_must_make_whole_territories():
    # 1 1 1 1 1 1: without the second area a piece of one is left, without the first two none
    weights = np.ones((6, 1))
    good = pieces_hold_territories(
        np.array([0b111101, 0b111100, 0b110000, 0]),
        neighbours_of(grid_graph(1, 6)),
        weights,
        (np.array([2.0]), np.array([2.0])),
    )
    assert good.tolist() == [False, True, True, True]


def best_of_all(space: SearchSpace, scales: Scales) -> float:
    """Fitness of the best plan within the limits; infinite if there is none."""
    plans = all_contiguous_plans(space.problem)
    held = space.held
    kept = ((held < 0) | (plans == held)).all(axis=1)
    frozen = space.problem.rules.frozen_territories
    if frozen is not None:
        kept &= ~(frozen[plans] & (plans != space.initial)).any(axis=1)
    found = [evaluate(space, scales, plan) for plan in plans[kept]]
    return min((plan.fitness for plan in found if not plan.breach), default=np.inf)


def some_problem(seed: int):
    """A tiny problem with some rules and criteria."""
    rng = np.random.default_rng(seed)
    rows, columns, count = [(2, 4, 2), (3, 3, 2), (3, 3, 3), (2, 4, 3)][seed % 4]
    areas = rows * columns
    weights = rng.integers(1, 6, (areas, int(rng.integers(1, 3)))).astype(float)
    initial = None
    rules = Rules(max_deviation=float(rng.choice([0.1, 0.25, 0.5])))
    if rng.random() < 0.5:
        initial = np.sort(rng.integers(count, size=areas))
        initial[:count] = np.arange(count)
        initial = np.sort(initial)
        rules = replace(rules, max_change=float(rng.choice([1.0, 0.4])))
        if rng.random() < 0.3:
            rules = replace(rules, frozen_territories=np.arange(count) == int(rng.integers(count)))
    if rng.random() < 0.4:
        locked = np.full(areas, -1)
        area, territory = int(rng.integers(areas)), int(rng.integers(count))
        if rules.frozen_territories is not None:
            territory = initial[area]  # another one would contradict what is frozen
        locked[area] = territory
        rules = replace(rules, locked=locked)
    criteria = CriteriaWeights(
        balance=float(rng.choice([0.0, 1.0])),
        travel=float(rng.choice([0.0, 0.5])),
        compactness=float(rng.choice([0.1, 1.0])),
        stability=float(rng.choice([0.0, 0.3])) if initial is not None else 0.0,
        travel_power=int(rng.integers(1, 3)),
    )
    others = {}
    if rng.random() < 0.3:
        others["travel_cost"] = rng.uniform(0.0, 5000.0, (areas, count))
    if rng.random() < 0.3:
        others["targets"] = proportional_targets(weights, rng.uniform(0.6, 1.5, count))
    return grid_problem(
        rows, columns, count, weights, rules=rules, criteria=criteria, initial=initial, **others
    )


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_no_plan_is_better_whatever_the_rules(seed):
    space = SearchSpace(some_problem(seed))
    space.tolerated = space.problem.rules.max_deviation
    criteria = space.problem.criteria
    scales = Scales(
        criteria.balance, criteria.travel / 1e3**criteria.travel_power, 1e-4, criteria.stability
    )
    proof = proven_plan(space, scales)
    if space.overweight:
        assert not proof.proved
        return
    best = best_of_all(space, scales)
    assert proof.proved
    if proof.labels is None:
        assert best == np.inf
        return
    found = evaluate(space, scales, proof.labels)
    assert contiguous(space.problem, proof.labels)
    assert found.breach == 0.0
    assert found.fitness == pytest.approx(best)


@pytest.mark.parametrize("criteria", [TRIPS_ALONE, BORDERS_ALONE])
def test_all_seeds_find_the_best_plan_within_a_narrow_limit(criteria):
    weights = np.random.default_rng(7).integers(20, 81, 36).astype(float)
    problem = grid_problem(6, 6, 5, weights, criteria=criteria, rules=Rules(max_deviation=0.01))
    plans = [balance(problem, SearchSettings(seed=seed, workers=1)) for seed in (1, 2)]
    assert (plans[0].labels == plans[1].labels).all()
    assert len(plans[0].convergence) <= 2  # nothing was searched
    assert worst_deviation(problem, plans[0].labels) <= 0.01 + 1e-9
    assert contiguous(problem, plans[0].labels)


@pytest.mark.parametrize("seed", range(6))
def test_the_most_even_plan_is_found_where_none_keeps_the_limit(seed):
    weights = np.random.default_rng(seed).integers(20, 81, 9).astype(float)
    problem = grid_problem(3, 3, 3, weights, rules=Rules(max_deviation=0.03))
    even = float(worst_deviations(problem, all_contiguous_plans(problem)).min())
    if even <= 0.03:
        problem = replace(problem, rules=Rules(max_deviation=0.5 * even))
    proof = most_even_plan(SearchSpace(problem))
    if not proof.proved or proof.labels is None:
        assert even > 6.0 * problem.rules.max_deviation
        return
    assert contiguous(problem, proof.labels)
    assert worst_deviation(problem, proof.labels) == pytest.approx(even)


def test_what_no_plan_keeps_is_refused_with_the_best_deviation_there_is():
    weights = np.random.default_rng(4).integers(20, 81, 30).astype(float)
    problem = grid_problem(
        5, 6, 4, weights, criteria=BORDERS_ALONE, rules=Rules(max_deviation=0.002)
    )
    refusals = set()
    for seed in (1, 2):
        with pytest.raises(InfeasibleProblem, match=r"worst deviation of 0\.2943 %") as refusal:
            balance(problem, SearchSettings(seed=seed, workers=1))
        refusals.add(str(refusal.value))
    assert len(refusals) == 1
