"""Where a map with areas on both sides of the 180th meridian is opened."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.contiguity.opening import opened, opened_segments, opening_of
from territory_design.tests.core.polygons import box, rings

EDGES = (-180.0, 180.0)


@pytest.mark.parametrize(
    ("boxes", "opening"),
    [
        ([box(170, 0, 180, 1), box(-180, 0, -170, 1)], 0.0),  # on both sides of the meridian
        ([box(170, 0, 179.99, 1), box(-179.99, 0, -170, 1)], 0.0),  # with a gap on it
        ([box(0, 0, 10, 1), box(10, 0, 20, 1)], None),  # far from it
        ([box(-180, 0, 0, 1), box(0, 0, 180, 1)], None),  # all around the earth
        ([box(-180, 0, 180, 1)], None),
        ([box(-170, 0, -160, 1), box(20, 0, 170, 1)], -70.0),
    ],
)
def test_a_map_is_opened_in_its_widest_gap(boxes, opening):
    assert opening_of(rings(*boxes), EDGES) == opening


def test_what_lies_west_of_the_opening_follows_upon_the_east():
    points = np.array([[179.0, 1.0], [-180.0, 2.0], [0.5, 3.0]])
    assert opened(points, 0.0, EDGES).tolist() == [[179.0, 1.0], [180.0, 2.0], [0.5, 3.0]]
    segments = np.array([[-180.0, 0.0, -179.0, 1.0], [-1.0, 0.0, 1.0, 0.0]])
    assert opened_segments(segments, 0.0, EDGES).tolist() == [
        [180.0, 0.0, 181.0, 1.0],
        [-1.0, 0.0, 1.0, 0.0],
    ]
