"""How messy a map is.

y
4  0 . 0      territory 0 holds the corners of a square, 1 its middle
2  . 1 . 1
0  0 . 0
   0 2 4 6  x
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.plan.overlap import foreign_neighbours, hull_overlap

PLACES = np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 4.0], [4.0, 4.0], [2.0, 2.0], [6.0, 2.0]])
LABELS = np.array([0, 0, 0, 0, 1, 1])


def test_the_middle_of_a_square_is_somebody_elses():
    found = hull_overlap(LABELS, PLACES, np.array([1.0, 1.0, 1.0, 1.0, 6.0, 1.0]), 3)
    assert found.foreign.tolist() == [6.0, 0.0, 0.0]
    assert found.inside.tolist() == [10.0, 7.0, 0.0]
    assert found.share.tolist() == [0.6, 0.0, 0.0]
    assert found.overall == pytest.approx(6.0 / 17.0)


def test_tidy_halves_do_not_overlap_even_where_they_touch():
    labels = np.array([0, 1, 0, 1, 0, 1])
    assert hull_overlap(labels, PLACES, np.ones(6), 2).overall == 0.0


def test_what_nobody_has_is_no_overlap():
    labels = np.where(LABELS == 1, -1, LABELS)
    found = hull_overlap(labels, PLACES, np.ones(6), 1)
    assert (found.foreign.tolist(), found.inside.tolist()) == ([0.0], [4.0])


def test_lines_and_single_places_enclose_nothing():
    line = np.column_stack([np.arange(6.0), np.arange(6.0)])
    assert hull_overlap(np.array([0, 1, 0, 1, 0, 2]), line, np.ones(6), 3).overall == 0.0
    same = np.zeros((6, 2))
    assert hull_overlap(LABELS, same, np.ones(6), 2).overall == 0.0
    assert hull_overlap(np.zeros(0, dtype=int), np.zeros((0, 2)), np.zeros(0), 2).overall == 0.0


def in_triangle(a, b, c, p):
    def side(u, v):
        return (v[0] - u[0]) * (p[1] - u[1]) - (v[1] - u[1]) * (p[0] - u[0])

    turns = side(a, b), side(b, c), side(c, a)
    return all(turn > 1e-6 for turn in turns) or all(turn < -1e-6 for turn in turns)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31))
def test_a_triangle_holds_what_lies_on_the_same_side_of_all_edges(seed):
    places = np.random.default_rng(seed).uniform(0, 1e6, (40, 2)) + 5e6
    labels = np.array([0] * 3 + [1] * 37)
    expected = sum(in_triangle(*places[:3], place) for place in places[3:])
    assert hull_overlap(labels, places, np.ones(40), 2).foreign[0] == expected


def test_neighbours_of_customers():
    labels = np.array([0, 0, 1, -1])
    rows = np.array([[1, 2], [0, 3], [-1, -1], [0, 1]])
    share = foreign_neighbours(labels, rows)
    assert share[:2].tolist() == [0.5, 0.0]
    assert np.isnan(share[2:]).all(), "without neighbours, and without a territory"
