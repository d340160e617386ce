"""Points inside outlines."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from territory_design.core.geometry.inside import points_inside

SQUARE = np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]])


@pytest.mark.parametrize(
    ("point", "inside"),
    [((2.0, 2.0), True), ((5.0, 2.0), False), ((2.0, -1.0), False), ((0.1, 3.9), True)],
)
def test_a_square(point, inside):
    assert points_inside(np.array([point]), SQUARE).tolist() == [inside]


def test_a_notch_is_outside():
    # 4 ┌─╲ ╱─┐
    #   │  V  │   the notch reaches down to (2, 1)
    # 0 └─────┘
    outline = np.array([[0, 0], [4, 0], [4, 4], [2, 1], [0, 4]], dtype=float)
    points = np.array([[2.0, 3.0], [2.0, 0.5], [0.5, 3.0], [3.5, 3.0]])
    assert points_inside(points, outline).tolist() == [False, True, True, True]


def test_where_a_lasso_crosses_itself_the_twice_surrounded_part_is_outside():
    twice = np.vstack([SQUARE, SQUARE])
    assert not points_inside(np.array([[2.0, 2.0]]), twice).any()


@pytest.mark.parametrize("corners", [0, 1, 2])
def test_less_than_a_triangle_holds_nothing(corners):
    assert not points_inside(np.array([[0.0, 0.0], [2.0, 2.0]]), SQUARE[:corners]).any()


@given(st.integers(0, 10_000), st.integers(3, 12))
def test_a_star_around_the_origin_as_angles_say(seed, corners):
    rng = np.random.default_rng(seed)
    angles = np.sort(rng.uniform(0.0, 2.0 * np.pi, corners))
    if np.diff(np.append(angles, angles[0] + 2.0 * np.pi)).max() > 3.0:
        return  # the origin may lie outside
    outline = np.column_stack([np.cos(angles), np.sin(angles)]) * rng.uniform(1, 3, (corners, 1))
    assert points_inside(np.zeros((1, 2)), outline).all()
    assert not points_inside(np.full((1, 2), 3.1), outline).any()
    shifted = points_inside(np.full((1, 2), 5.0), outline + 5.0)
    assert shifted.all()
