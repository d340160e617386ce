"""Moments of polygons and smallest circles, by hand and by brute force."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.geometry.enclosing_circle import enclosing_circle, enclosing_radii
from territory_design.core.geometry.moments import polygon_moments
from territory_design.core.geometry.outlines import PolygonRings

SQUARE = [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]]


def rings_of(*rings, areas, holes, closed=True):
    corners = [np.array(ring + ring[:1] if closed else ring, dtype=float) for ring in rings]
    start = np.concatenate([[0], np.cumsum([len(ring) for ring in corners])])
    return PolygonRings(np.vstack(corners), start, areas, max(areas) + 1, np.array(holes))


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("backwards", [1, -1])
@pytest.mark.parametrize("shift", [0.0, 6e6])
def test_a_square_with_a_hole_and_a_triangle(closed, backwards, shift):
    """The hole takes a unit square out of the corner of a square of side 2."""

    def moved(ring):
        return (np.array(ring) + shift).tolist()[::backwards]

    hole = [[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 2.0]]
    triangle = [[0.0, 0.0], [3.0, 0.0], [0.0, 3.0]]
    found = polygon_moments(
        rings_of(
            moved(SQUARE),
            moved(hole),
            moved(triangle),
            areas=[0, 0, 2],
            holes=[False, True, False],
            closed=closed,
        )
    )
    assert found.area == pytest.approx([3.0, 0.0, 4.5])
    assert found.centre[0] - shift == pytest.approx([2.5 / 3.0, 2.5 / 3.0])
    assert found.centre[2] - shift == pytest.approx([1.0, 1.0])
    assert np.isnan(found.centre[1]).all()
    # Squares a × a have a⁴ / 6; the parallel axis theorem brings both to the common centre.
    common = np.array([2.5 / 3.0, 2.5 / 3.0])
    whole = 16.0 / 6.0 + 4.0 * ((common - 1.0) ** 2).sum()
    taken = 1.0 / 6.0 + 1.0 * ((common - 1.5) ** 2).sum()
    # A right triangle with legs 3 has 3⁴ / 36 about each axis through its centre.
    assert found.inertia == pytest.approx([whole - taken, 0.0, 2.0 * 81.0 / 36.0])


def test_two_parts_of_one_area():
    far = [[x + 10.0, y] for x, y in SQUARE]
    found = polygon_moments(rings_of(SQUARE, far, areas=[0, 0], holes=[False, False]))
    assert found.area.tolist() == [8.0]
    assert found.centre.tolist() == [[6.0, 1.0]]
    assert found.inertia == pytest.approx([2 * (16.0 / 6.0 + 4.0 * 25.0)])


def smallest_by_trying(points):
    """The best of all circles through two or three points that hold the rest."""
    best = np.inf
    for a, b in combinations(points, 2):
        centre = (a + b) / 2
        radius = np.hypot(*(points - centre).T).max()
        if radius <= np.hypot(*(a - centre)) * (1 + 1e-9):
            best = min(best, radius)
    for a, b, c in combinations(points, 3):
        matrix = 2 * np.array([b - a, c - a])
        if abs(np.linalg.det(matrix)) > 1e-12:
            centre = np.linalg.solve(matrix, [b @ b - a @ a, c @ c - a @ a])
            radius = np.hypot(*(a - centre))
            if np.hypot(*(points - centre).T).max() <= radius * (1 + 1e-9):
                best = min(best, radius)
    return best


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**31), st.integers(2, 9), st.booleans())
def test_no_smaller_circle_holds_all(seed, count, on_a_grid):
    rng = np.random.default_rng(seed)
    points = rng.integers(0, 4, (count, 2)).astype(float) if on_a_grid else rng.random((count, 2))
    if (points == points[0]).all():
        points[0] += 1.0
    x, y, radius = enclosing_circle(points)
    assert radius == pytest.approx(smallest_by_trying(points))
    assert (np.hypot(*(points - [x, y]).T) <= radius * (1 + 1e-9)).all()


def test_circles_of_single_points_lines_and_nothing():
    points = np.array([[5.0, 5.0], [0.0, 0.0], [1.0, 1.0], [3.0, 3.0], [4.0, 4.0], [9.0, 0.0]])
    radii = enclosing_radii(points, np.array([0, 2, 2, 2, 2, -1]), 3)
    assert radii[[0, 2]] == pytest.approx([0.0, np.hypot(2.0, 2.0)])
    assert np.isnan(radii[1])
