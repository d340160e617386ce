"""What no plan can fulfil is refused before the search, with the numbers."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.feasibility import check
from territory_design.core.balance.problem import BalanceProblem, Rules, equal_targets
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.errors import InfeasibleProblem, InvalidInput
from territory_design.tests.core.balance_grids import grid_problem


def refused(problem: BalanceProblem, *words: str, kind: type[Exception] = InfeasibleProblem):
    with pytest.raises(kind) as caught:
        check(problem)
    for word in words:
        assert word in str(caught.value)


def test_sound_problem_has_no_warnings():
    assert check(grid_problem(4, 4, 4)).warnings == []


def test_more_territories_than_areas():
    refused(grid_problem(1, 3, 4), "4 territories", "3 areas")
    refused(grid_problem(1, 1, 2), "2 territories cannot be made of 1 area: ")


def test_weights_that_cannot_be_balanced():
    refused(grid_problem(1, 3, 2, [1, -1, 1]), "1 area has", "2", kind=InvalidInput)
    refused(grid_problem(1, 3, 2, [1, np.inf, 1]), "negative or infinite", kind=InvalidInput)
    refused(grid_problem(1, 3, 2, [0, 0, 0]), "zero", kind=InvalidInput)


def test_no_areas():
    empty = BalanceProblem(
        ContiguityGraph.from_edges(0, [], []),
        np.zeros((0, 1)),
        equal_targets(np.zeros((0, 1)), 2),
        np.zeros((0, 2)),
        np.ones(1),
    )
    refused(empty, "no areas", kind=InvalidInput)


def test_more_disconnected_parts_than_territories():
    graph = ContiguityGraph.from_edges(5, [0, 2], [1, 3])
    refused(grid_problem(1, 5, 2, graph=graph), "3 disconnected parts", "BRIDGE", "2 territories")


def test_lock_of_all_territories_to_one_part():
    # two chains of two, both territories locked to the first one
    graph = ContiguityGraph.from_edges(4, [0, 2], [1, 3])
    rules = Rules(locked=np.array([0, 1, -1, -1]))
    refused(grid_problem(1, 4, 2, graph=graph, rules=rules), "2 disconnected parts")


def test_locked_areas_behind_those_of_another_territory():
    rules = Rules(locked=np.array([0, 1, 0, -1]))
    refused(grid_problem(1, 4, 2, rules=rules), "territory 1", "2 places", "1, 3")


def test_messages_name_territories_and_areas_by_their_ids():
    rules = Rules(locked=np.array([0, 1, 0, -1]))
    with pytest.raises(InfeasibleProblem, match=r"locked to territory Nord lie .*: A, C"):
        check(grid_problem(1, 4, 2, rules=rules), ids="ABCD", territory_ids=["Nord", "Süd"])


def test_locked_areas_in_two_disconnected_parts():
    graph = ContiguityGraph.from_edges(4, [0, 2], [1, 3])
    rules = Rules(locked=np.array([0, -1, 0, -1]))
    refused(grid_problem(1, 4, 2, graph=graph, rules=rules), "territory 1", "BRIDGE")


def test_lock_into_a_frozen_territory():
    rules = Rules(locked=np.array([1, -1, -1, -1]), frozen_territories=np.array([False, True]))
    problem = grid_problem(1, 4, 2, initial=np.array([0, 0, 1, 1]), rules=rules)
    refused(problem, "1 area is", "may not change", "Unlock it")


def test_frozen_territory_that_leaves_a_part_without_territory():
    # 0 | 1 1 | .      territory 1 is frozen in the middle, only territory 0 is left
    rules = Rules(frozen_territories=np.array([False, True]))
    problem = grid_problem(1, 4, 2, initial=np.array([0, 1, 1, -1]), rules=rules)
    refused(problem, "2 disconnected parts")


def test_deviation_limit_below_the_bound():
    refused(
        grid_problem(1, 4, 2, [9, 1, 1, 1], rules=Rules(max_deviation=0.1)),
        "10 %",
        "50 %",
        "MAX_DEVIATION",
    )


def test_areas_too_heavy_for_the_limit_are_named():
    problem = grid_problem(1, 4, 2, [9, 1, 1, 1], rules=Rules(max_deviation=0.1))
    with pytest.raises(InfeasibleProblem, match=r"Area Köln holds 150 % of one territory's target"):
        check(problem, ids=["Köln", "b", "c", "d"])
    problem = grid_problem(1, 6, 3, [9, 7, 1, 1, 1, 1], rules=Rules(max_deviation=0.0))
    refused(problem, "2 areas hold", "up to 135 %: 1, 2", "35 %")
    # 5 5 | 5 5 with three locked together: no area is too heavy, the lock is.
    locked = Rules(locked=np.array([0, 0, 0, -1]), max_deviation=0.1)
    refused(grid_problem(1, 4, 2, [5, 5, 5, 5], rules=locked), "cannot fall below 50 %", "locks")


def test_deviation_limit_out_of_reach_of_the_change_budget():
    rules = Rules(max_deviation=0.1, max_change=0.125)
    initial = np.array([0, 0, 0, 0, 0, 0, 1, 1])
    refused(grid_problem(1, 8, 2, initial=initial, rules=rules), "12.5 %", "25 %", "MAX_CHANGE")


def test_change_budget_without_a_present_plan():
    refused(grid_problem(1, 4, 2, rules=Rules(max_change=0.1)), "current plan", kind=InvalidInput)


def test_present_plan_whose_repair_exceeds_the_change_budget():
    # 0 1 0 1 must become 0 0 1 1 or the like: at least a quarter of the weight moves
    problem = grid_problem(1, 4, 2, initial=np.array([0, 1, 0, 1]), rules=Rules(max_change=0.1))
    with pytest.raises(InfeasibleProblem, match=r"25 % of the weight.*10 %"):
        balance(problem, SearchSettings())


def test_unknown_territory_and_missing_cost():
    problem = grid_problem(1, 4, 2, initial=np.array([0, 0, 1, 2]))
    refused(problem, "does not exist", kind=InvalidInput)
    cost = np.ones((4, 2))
    cost[2, 1] = np.nan
    refused(grid_problem(1, 4, 2, travel_cost=cost), "(COST_MATRIX)", "3", kind=InvalidInput)


def test_heavy_area_is_a_warning_with_its_id_and_the_bound():
    checked = check(grid_problem(1, 4, 2, [9, 1, 1, 1]), ids=["a7", "b", "c", "d"])
    first, second, third = map(str, checked.warnings)
    assert "a7" in first
    assert "150 %" in first
    assert "50 %" in second
    assert "share evenly" in third


@pytest.mark.parametrize(
    "bad",
    [
        {"population": 3},
        {"elitism": 1.0},
        {"tournament": 0},
        {"crossover_min": 0.9, "crossover_max": 0.5},
        {"mutation_max": 1.5},
        {"initialisation": 2},
        {"stagnation": -1},
        {"max_seconds": -1.0},
    ],
)
def test_settings_out_of_range(bad):
    with pytest.raises(InvalidInput):
        SearchSettings(**bad)
