"""Which points are neighbours."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.geometry.triangulation import neighbouring_points


def neighbours(*points):
    return [tuple(edge) for edge in neighbouring_points(np.array(points, dtype=float)).tolist()]


def test_a_square_with_its_middle():
    """Every corner sees the middle and the next two corners, not the one across::

    3   2
      4
    0   1
    """
    found = neighbours((0, 0), (2, 0), (2, 2), (0, 2), (1, 1))
    assert found == [(0, 1), (0, 3), (0, 4), (1, 2), (1, 4), (2, 3), (2, 4), (3, 4)]


def test_points_on_a_line_see_the_next_ones():
    assert sorted(tuple(sorted(edge)) for edge in neighbours((2, 2), (0, 0), (1, 1))) == [
        (0, 2),
        (1, 2),
    ]
    assert neighbours((5, 5), (6, 5)) == [(0, 1)]


@pytest.mark.parametrize("count", [0, 1])
def test_one_point_is_nobody_s_neighbour(count):
    assert neighbouring_points(np.zeros((count, 2))).shape == (0, 2)


@pytest.mark.parametrize(
    "line",
    [
        [(0.0, -11119.506), (0.0, -2779.877), (0.0, 11119.506), (1.156e-10, 2779.877)],
        [(-1.6e-9, -910.4), (0.0, 11826.7), (0.0, -15180.8), (0.0, 11191.0), (2.3e-12, -910.4)],
    ],
)
def test_points_all_but_on_a_line_have_neighbours_among_themselves(line):
    found = neighbours(*line)
    assert {number for edge in found for number in edge} == set(range(len(line)))
