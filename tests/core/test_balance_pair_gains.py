"""What exchanges can gain, and what a limit on deviation leaves to the other criteria."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.border_moves import BorderMoves, square_change
from territory_design.core.balance.criteria import Scales
from territory_design.core.balance.pair_gains import NeighbouringPairs, least_changes
from territory_design.core.balance.problem import Rules
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.balance.space import SearchSpace
from territory_design.tests.core.balance_grids import grid_problem, worst_deviation


def test_squares_count_beyond_what_is_tolerated():
    deviations, change = np.array([0.03, -0.03, 0.01]), np.array([0.02, 0.02, 0.01])
    plain = (deviations + change) ** 2 - deviations**2
    assert square_change(deviations, change, 0.0) == pytest.approx(plain)
    # 3 % grows to 5 %, -3 % shrinks to -1 %, and 1 % stays inside 2 %.
    expected = [0.03**2 - 0.01**2, -(0.01**2), 0.0]
    assert square_change(deviations, change, 0.02) == pytest.approx(expected)


@pytest.mark.parametrize("tolerated", [0.0, 0.1])
def test_the_least_change_of_each_pair_is_that_of_all_combinations(tolerated):
    # 0 0 1 1 Four territories in the corners of a grid: each touches two others, and the
    # 0 0 1 1 opposite one at no border.
    # 2 2 3 3
    # 2 2 3 3
    rng = np.random.default_rng(3)
    problem = grid_problem(4, 4, 4, rng.integers(1, 9, 16))
    space = SearchSpace(problem)
    row, column = np.divmod(np.arange(16), 4)
    labels = 2 * (row // 2) + column // 2
    moves = BorderMoves.of(space, Scales.from_reference(space, labels), labels)
    cost = rng.normal(size=len(moves)) * 0.01
    deviations = space.deviations(labels)
    rates = rng.uniform(0.5, 2.0, deviations.shape)
    pairs = NeighbouringPairs.of(moves, 4)
    found = least_changes(pairs, np.arange(4), moves, cost, deviations, rates, tolerated)

    def squares(territory: int, total: float) -> float:
        return float(rates[territory, 0] * max(abs(total) - tolerated, 0.0) ** 2)

    for pair, (first, second) in enumerate([(0, 1), (0, 2), (1, 3), (2, 3)]):
        one, other = float(deviations[first, 0]), float(deviations[second, 0])
        before = squares(first, one) + squares(second, other)
        least = np.inf
        for out in [None, *np.flatnonzero((moves.source == first) & (moves.target == second))]:
            for into in [None, *np.flatnonzero((moves.source == second) & (moves.target == first))]:
                chosen = [int(move) for move in (out, into) if move is not None]
                weight = 0.0 if out is None else float(moves.lost[out, 0])
                weight -= 0.0 if into is None else float(moves.lost[into, 0])
                after = squares(first, one - weight) + squares(second, other + weight)
                least = min(least, float(cost[chosen].sum()) + after - before)
        assert found[pair] == pytest.approx(least)


@pytest.mark.slow
def test_a_wider_limit_leaves_room_for_shorter_borders():
    weights = np.random.default_rng(2).integers(20, 60, 12 * 12)
    settings = SearchSettings(population=4, islands=1, max_generations=0, workers=1)
    criteria = CriteriaWeights(travel=0.0, compactness=1.0)
    borders = []
    for limit in (0.01, 0.05, 0.2):
        problem = grid_problem(
            12, 12, 6, weights, criteria=criteria, rules=Rules(max_deviation=limit)
        )
        labels = balance(problem, settings).labels
        assert worst_deviation(problem, labels) <= limit + 1e-9
        borders.append(problem.graph.border_length(labels))
    assert borders[0] >= borders[1] >= borders[2]
    assert borders[2] < borders[0]
