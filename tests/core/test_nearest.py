"""Nearest-representative initialisation (thesis, algorithm 2) and its repair."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.errors import InvalidInput
from territory_design.core.plan.areas import UNASSIGNED
from territory_design.core.plan.nearest import (
    connect_territories,
    home_areas,
    nearest_representative,
)


def grid(columns, rows):
    """Squares numbered row by row."""
    number = np.arange(columns * rows).reshape(rows, columns)
    first = np.concatenate([number[:, :-1].ravel(), number[:-1].ravel()])
    second = np.concatenate([number[:, 1:].ravel(), number[1:].ravel()])
    return ContiguityGraph.from_edges(columns * rows, first, second)


def test_the_nearest_wins_and_the_first_a_tie():
    cost = np.array([[3.0, 1.0], [2.0, 2.0], [np.inf, 9.0], [np.inf, np.inf]])
    assert nearest_representative(cost).tolist() == [1, 0, 1, UNASSIGNED]


class TestHomes:
    def test_each_gets_the_nearest_area(self):
        cost = np.array([[0.0, 5.0], [2.0, 1.0], [9.0, 8.0]])
        assert home_areas(cost).tolist() == [0, 1]

    def test_two_in_one_area_share_out_as_near_as_possible(self):
        # Both live in area 0; area 1 is next for both, nearer for the second.
        cost = np.array([[0.0, 0.0], [4.0, 1.0], [9.0, 9.0]])
        assert home_areas(cost).tolist() == [0, 1]

    def test_unreachable_areas_are_the_last_choice(self):
        cost = np.array([[0.0, np.inf], [np.inf, np.inf], [1.0, 3.0]])
        assert home_areas(cost).tolist() == [0, 2]

    def test_too_many_representatives(self):
        with pytest.raises(InvalidInput, match=r"3 representatives \(REPS\) but only 2 areas"):
            home_areas(np.zeros((2, 3)))

    @settings(max_examples=40, deadline=None)
    @given(st.integers(1, 4), st.integers(0, 5), st.integers(0, 2**31))
    def test_homes_are_different_and_the_sum_is_least(self, k, more, seed):
        rng = np.random.default_rng(seed)
        cost = rng.integers(0, 9, (min(k + more, 6), k)).astype(float)
        homes = home_areas(cost)
        assert len(set(homes.tolist())) == cost.shape[1]
        columns = np.arange(cost.shape[1])
        best = min(
            cost[list(choice), columns].sum()
            for choice in permutations(range(cost.shape[0]), cost.shape[1])
        )
        assert cost[homes, columns].sum() == best


class TestRepair:
    def test_what_is_cut_off_joins_the_cheaper_neighbour(self):
        #   a b a      area 2 is cut off from home a in area 0;
        #   a b c      it touches b (in 1) and c (in 5), and c reaches it at less cost
        labels = np.array([0, 1, 0, 0, 1, 2])
        cost = np.full((6, 3), 10.0)
        cost[2] = [1.0, 5.0, 4.0]
        repaired = connect_territories(grid(3, 2), labels, cost, np.array([0, 1, 5]))
        assert repaired.tolist() == [0, 1, 2, 0, 1, 2]

    def test_a_chain_of_cut_off_areas_is_taken_one_by_one(self):
        # Home a is in 0, home b in 5; a's areas 2 and 3 lie behind b's area 1.
        labels = np.array([0, 1, 0, 0, 1, 1])
        row = ContiguityGraph.from_edges(6, np.arange(5), np.arange(1, 6))
        cost = np.abs(np.subtract.outer(np.arange(6.0), [0.0, 5.0]))
        repaired = connect_territories(row, labels, cost, np.array([0, 5]))
        assert row.parts_per_territory(repaired, 2).tolist() == [1, 1]
        assert repaired.tolist() == [0, 0, 0, 1, 1, 1]

    def test_a_home_belongs_to_its_own_territory(self):
        labels = np.array([0, 0, 0])
        row = ContiguityGraph.from_edges(3, [0, 1], [1, 2])
        cost = np.zeros((3, 2))
        assert connect_territories(row, labels, cost, np.array([0, 2])).tolist() == [0, 0, 1]

    def test_regions_without_a_home_keep_what_is_nearest(self):
        labels = np.array([0, 1, 0])
        apart = ContiguityGraph.from_edges(3, [0], [1])
        repaired = connect_territories(apart, labels, np.zeros((3, 2)), np.array([0, 1]))
        assert repaired.tolist() == [0, 1, 0]

    def test_unreached_areas_join_a_neighbour(self):
        labels = np.array([0, UNASSIGNED, 1])
        row = ContiguityGraph.from_edges(3, [0, 1], [1, 2])
        cost = np.array([[0.0, 9.0], [np.inf, np.inf], [9.0, 0.0]])
        repaired = connect_territories(row, labels, cost, np.array([0, 2]))
        assert repaired[1] in (0, 1)

    @settings(max_examples=40, deadline=None)
    @given(st.integers(2, 5), st.integers(0, 2**31))
    def test_every_territory_is_one_piece_with_its_home(self, k, seed):
        rng = np.random.default_rng(seed)
        board = grid(6, 5)
        cost = rng.random((30, k))
        homes = rng.choice(30, k, replace=False)
        labels = nearest_representative(cost)
        repaired = connect_territories(board, labels, cost, homes)
        assert repaired[homes].tolist() == list(range(k))
        assert board.parts_per_territory(repaired, k).tolist() == [1] * k
