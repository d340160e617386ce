"""Coarser maps of a problem: what is joined, what stays true of it, and the way back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.balance import coarsening, evolution, refinement
from territory_design.core.balance.coarsening import Levels, blocks, coarsened
from territory_design.core.balance.criteria import Scales, evaluate
from territory_design.core.balance.problem import BalanceProblem, Rules, equal_targets
from territory_design.core.balance.repair import repair
from territory_design.core.balance.result import CANCELLED, BalanceResult
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.balance.space import SearchSpace, held_territory
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.progress import SILENT, Progress, TimeLimit
from territory_design.tests.core.balance_grids import (
    contiguous,
    grid_graph,
    grid_problem,
    worst_deviation,
)

FREE = -1


def row_of_areas(borders, weights=None, territories=1, **others) -> BalanceProblem:
    """Areas in a row, each touching the next along so many metres."""
    count = len(borders) + 1
    weights = np.ones(count) if weights is None else np.array(weights, dtype=float)
    first = np.arange(count - 1)
    return BalanceProblem(
        ContiguityGraph.from_edges(count, first, first + 1, np.array(borders, dtype=float)),
        weights[:, None],
        equal_targets(weights[:, None], territories),
        np.column_stack([np.arange(count), np.zeros(count)]) * 1000.0,
        np.ones(1),
        **others,
    )


def joined(problem, wanted=1, pairings=1) -> list[list[int]]:
    """Areas of each block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coarsening, "_TUNING", replace(coarsening._TUNING, pairings=pairings))
        block = blocks(problem, wanted, np.random.default_rng(1))
    return [np.flatnonzero(block == number).tolist() for number in range(block.max() + 1)]


def test_areas_are_joined_along_their_longest_border():
    # 0 =9= 1 -1- 2 =9= 3 -1- 4 =9= 5
    problem = row_of_areas([9, 1, 9, 1, 9])
    assert joined(problem) == [[0, 1], [2, 3], [4, 5]]


def test_pairs_are_joined_in_pairs():
    # 0 =9= 1 -2- 2 =9= 3 -1- 4 =9= 5 -2- 6 =9= 7
    problem = row_of_areas([9, 2, 9, 1, 9, 2, 9])
    assert joined(problem, pairings=2) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_an_enclosed_area_goes_to_the_one_around_it():
    # Two towns at the ends, each inside a district; the districts have the longest border.
    assert joined(row_of_areas([4, 5, 4.5])) == [[0, 1], [2, 3]]


def test_areas_behind_a_bridge_are_joined_to_their_landing():
    # Bridges have no length.
    assert joined(row_of_areas([0, 5])) == [[0], [1, 2]]
    assert joined(row_of_areas([0])) == [[0, 1]]


def test_no_block_gets_much_heavier_than_the_mean():
    # Four territories from four blocks: at most two targets, 2 × 10, to a block.
    weights = [12, 12, 8, 8]
    problem = row_of_areas([9, 1, 9], weights, territories=4)
    assert joined(problem, wanted=4) == [[0], [1], [2, 3]]


def test_areas_under_different_rules_stay_apart():
    # 0 | 1  2 | 3  4 | 5: locked to 0, free, locked to 1
    locked = np.array([0, FREE, FREE, 1, 1, 0])
    problem = row_of_areas([9, 1, 9, 1, 9], territories=2, rules=Rules(locked=locked))
    assert joined(problem) == [[0], [1, 2], [3, 4], [5]]


def test_areas_of_different_present_territories_stay_apart():
    initial = np.array([0, 1, 1, FREE, FREE, 0])
    problem = row_of_areas([9, 1, 9, 1, 9], territories=2, initial=initial)
    assert joined(problem) == [[0], [1, 2], [3, 4], [5]]


def test_few_areas_and_a_search_without_moves_have_no_levels(monkeypatch):
    few = {"blocks_per_territory": 4, "fewest_blocks": 16, "worth": 2.0}
    monkeypatch.setattr(coarsening, "_TUNING", replace(coarsening._TUNING, **few))
    wide, narrow = grid_problem(8, 8, 4), grid_problem(5, 6, 4)
    assert len(coarsened(wide, SearchSettings()).blocks) == 1
    assert coarsened(narrow, SearchSettings()) == Levels.none(narrow)
    assert coarsened(wide, SearchSettings(local_search=False)) == Levels.none(wide)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.integers(2, 7),
    columns=st.integers(2, 7),
    territories=st.integers(1, 4),
    seed=st.integers(0, 10**6),
    ruled=st.booleans(),
)
def test_what_a_plan_of_blocks_says_holds_for_the_areas(rows, columns, territories, seed, ruled):
    rng = np.random.default_rng(seed)
    count = rows * columns
    graph = grid_graph(rows, columns)
    rules, others = Rules(), {}
    if ruled:
        present = np.where(rng.random(count) < 0.8, rng.integers(0, territories, count), FREE)
        rules = Rules(
            locked=np.where(rng.random(count) < 0.2, rng.integers(0, territories, count), FREE),
            frozen_territories=rng.random(territories) < 0.2,
        )
        others = {"initial": present, "travel_cost": rng.uniform(1, 9, (count, territories))}
    problem = grid_problem(
        rows, columns, territories, rng.integers(0, 9, (count, 2)) + 1, rules=rules, **others
    )
    block = blocks(problem, max(territories, count // 5), rng)
    coarse = problem.contracted(block)
    # Every block is one piece, under one rule, of one present territory.
    assert graph.parts(block)[0] == coarse.area_count
    assert np.array_equal(held_territory(coarse)[block], held_territory(problem))
    if ruled:
        assert np.array_equal(coarse.initial[block], problem.initial)
    plan = rng.integers(0, territories, coarse.area_count)
    wide, fine = SearchSpace(coarse), SearchSpace(problem)
    assert wide.deviations(plan) == pytest.approx(fine.deviations(plan[block]))
    assert wide.border_length(plan) == pytest.approx(fine.border_length(plan[block]))
    assert wide.changed(plan) == pytest.approx(fine.changed(plan[block]))
    if ruled:
        assert wide.travel(plan) == pytest.approx(fine.travel(plan[block]))
    # Two areas of a territory that a way joins are joined by one of blocks.
    parts, fine_parts = coarse.graph.parts(plan)[0], graph.parts(plan[block])[0]
    assert parts == fine_parts


SIDE, FOUR = 16, 4
QUICK = SearchSettings(population=4, islands=1, max_generations=1, workers=1)
FEW = {"blocks_per_territory": 4, "fewest_blocks": 16, "heaviest": 4.0}


@pytest.fixture
def small_levels(monkeypatch):
    """Levels for a grid of 256 squares: 256, then some seventy, then some twenty blocks."""
    monkeypatch.setattr(coarsening, "_TUNING", replace(coarsening._TUNING, **FEW))


@pytest.fixture(scope="module")
def through_levels() -> list[BalanceResult]:
    """What comes of two problems as they are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(coarsening, "_TUNING", replace(coarsening._TUNING, **FEW))
        return searched()


def searched() -> list[BalanceResult]:
    return [balance(ruled_problem(seed), QUICK) for seed in range(2)]


def mean(name: str, plans: list[BalanceResult]) -> float:
    """Mean of a figure of the plans over some problems."""
    return float(np.mean([getattr(plan.convergence[-1], name) for plan in plans]))


def ruled_problem(seed: int, **others: object) -> BalanceProblem:
    weights = np.random.default_rng(seed).integers(1, 40, SIDE * SIDE)
    return grid_problem(SIDE, SIDE, FOUR, weights, **others)


def quarters() -> np.ndarray:
    """Today's plan: four stripes from west to east."""
    return np.tile(np.repeat(np.arange(FOUR), SIDE // FOUR), SIDE)


@pytest.mark.slow
def test_plans_through_levels_are_connected_even_and_the_same_again(small_levels, through_levels):
    for seed, result in enumerate(through_levels):
        problem = ruled_problem(seed)
        assert len(coarsened(problem, QUICK).blocks) == 2
        assert contiguous(problem, result.labels)
        assert worst_deviation(problem, result.labels) < 0.01
        assert result.convergence[-1].deviation_pct / 100 == pytest.approx(
            worst_deviation(problem, result.labels)
        )
    assert np.array_equal(balance(ruled_problem(0), QUICK).labels, through_levels[0].labels)


@pytest.mark.parametrize("seed", range(3))
def test_locks_frozen_territories_and_limits_are_kept_through_levels(small_levels, seed):
    locked = np.full(SIDE * SIDE, FREE)
    # In the east of territory 1, beside their own.
    locked[np.arange(seed, SIDE, 4) * SIDE + 7] = 2
    rules = Rules(
        locked=locked,
        frozen_territories=np.array([True, False, False, False]),
        max_change=0.12,
    )
    present = quarters()
    problem = ruled_problem(seed, rules=rules, initial=present)
    labels = balance(problem, QUICK).labels
    assert contiguous(problem, labels)
    assert (labels[locked == 2] == 2).all()
    assert np.array_equal(labels == 0, present == 0)
    assert problem.balance_weights[labels != present].sum() <= 0.12


def test_fixed_homes_are_served_from_near_through_levels(small_levels):
    homes = np.array([[2, -2], [13, -2], [2, -13], [13, -13]]) * 1000.0
    problem = ruled_problem(1, homes=homes)
    result = balance(problem, QUICK)
    assert contiguous(problem, result.labels)
    cost = SearchSpace(problem).travel_cost
    nearest = float(problem.travel_weights @ cost.min(axis=1))
    assert result.convergence[-1].travel == pytest.approx(
        SearchSpace(problem).travel(result.labels)
    )
    assert result.convergence[-1].travel < 1.05 * nearest


@pytest.mark.slow
def test_levels_shorten_the_borders_that_blocks_leave(small_levels, through_levels, monkeypatch):
    monkeypatch.setattr(refinement, "improve", lambda *given: given[2])
    monkeypatch.setattr(refinement, "exchange_areas", lambda *given: given[2])
    assert mean("border_m", through_levels) < 0.9 * mean("border_m", searched())


@pytest.mark.slow
def test_a_plan_made_anew_around_its_centres_saves_trips(small_levels, through_levels, monkeypatch):
    monkeypatch.setattr(refinement, "_or_around_its_centres", lambda *given: given[2])
    assert mean("travel", through_levels) < 0.97 * mean("travel", searched())


@pytest.mark.slow
def test_where_trips_count_nothing_there_is_no_second_plan(small_levels, monkeypatch):
    made = []
    monkeypatch.setattr(refinement, "_or_around_its_centres", lambda *given: made.append(given))
    balance(ruled_problem(0, criteria=CriteriaWeights(travel=0.0)), QUICK)
    assert not made


@pytest.mark.parametrize(
    ("travel", "fitness", "taken"),
    [
        (0.9, 1.005, True),  # shorter trips excuse longer borders
        (0.9, 1.02, False),  # but no others than levels below make up for
        (1.1, 1.005, False),
        (1.1, 0.99, True),
    ],
)
def test_of_two_plans_the_one_with_shorter_trips_promises_more(travel, fitness, taken):
    space = SearchSpace(grid_problem(2, 2, 2))
    labels = np.array([0, 0, 1, 1])
    scales = Scales.from_reference(space, labels)
    plan = replace(evaluate(space, scales, labels), fitness=1.0, travel=1.0)
    other = replace(plan, fitness=fitness, travel=travel)
    assert refinement._promises_more(other, plan) == taken


def test_a_second_plan_ends_when_its_time_does(small_levels):
    problem = ruled_problem(1)
    space = SearchSpace(problem)
    plan = repair(space, quarters(), np.random.default_rng(1))
    scales = Scales.from_reference(space, plan)
    late = TimeLimit(SILENT, 1e-9)
    given = space, scales, plan, np.random.default_rng(1)
    assert contiguous(problem, refinement._or_around_its_centres(*given, late))


def test_levels_are_annealed_for_as_long_as_there_is_time():
    in_time = refinement.in_time
    assert in_time(1_000_000, TimeLimit(SILENT, 0.0)).sweeps == 80
    assert in_time(1_000_000, TimeLimit(SILENT, 1e-3)).sweeps == 1
    # 10 s: 4 s for sweeps of 0.3 s.
    assert 11 <= in_time(1_000_000, TimeLimit(SILENT, 10.0)).sweeps <= 13


def test_a_search_that_is_cancelled_hands_back_a_plan_of_areas(monkeypatch):
    few = {"blocks_per_territory": 10, "fewest_blocks": 16, "heaviest": 4.0}
    monkeypatch.setattr(coarsening, "_TUNING", replace(coarsening._TUNING, **few))

    class Impatient(Progress):
        cancelled = False

        def is_cancelled(self):
            return self.cancelled

    progress = Impatient()
    real = evolution.migrate

    def cancelling(islands):
        real(islands)
        progress.cancelled = True

    monkeypatch.setattr(evolution, "migrate", cancelling)
    problem = ruled_problem(2)
    result = balance(problem, QUICK, progress=progress)
    assert result.status == CANCELLED
    assert contiguous(problem, result.labels)


def test_where_blocks_are_too_coarse_for_the_rules_areas_are_searched(monkeypatch):
    """Two ways side by side, one for each territory's locked ends; in one block there is one."""
    few = {"blocks_per_territory": 1, "fewest_blocks": 2, "worth": 4.0, "least_gain": 1.0}
    monkeypatch.setattr(coarsening, "_TUNING", replace(coarsening._TUNING, **few))
    # 0 . . . 0
    # 1 . . . 1
    locked = np.array([0, FREE, FREE, FREE, 0, 1, FREE, FREE, FREE, 1])
    problem = grid_problem(2, 5, 2, rules=Rules(locked=locked))
    across = np.array([0, 2, 3, 4, 1, 5, 2, 3, 4, 6])
    monkeypatch.setattr(coarsening, "blocks", lambda *_: across)
    assert coarsened(problem, QUICK).coarsest.area_count == 7
    labels = balance(problem, QUICK).labels
    assert labels.tolist() == [0] * 5 + [1] * 5
