"""Borders on the 180th meridian, the western and the eastern edge of the map."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.contiguity import BORDER, CORNER, find_contiguities
from territory_design.core.contiguity.seam import joined_at_seam
from territory_design.tests.core.polygons import borders, box, rings

SEAM = (-180.0, 180.0)


def planar(ax, ay, bx, by):
    return np.hypot(bx - ax, by - ay)


def round_the_back(*polygons, corners=False):
    areas = rings(*polygons)
    found = find_contiguities(areas, corners=corners)
    return joined_at_seam(found, areas, SEAM, corners=corners, segment_length=planar)


#  -180                       180
#   | 1 |                 | 0 |      0 and 1 share 5 of the meridian, 0 and 2 a corner of it
#   | 2 |
EAST = box(170, 5, 180, 10)
WEST = box(-180, 5, -170, 20)
SOUTH_WEST = box(-180, 0, -170, 5)


def test_areas_on_both_sides_are_neighbours():
    assert borders(round_the_back(EAST, WEST, SOUTH_WEST)) == {(0, 1): 5, (1, 2): 10}


def test_a_point_of_the_meridian_is_a_corner():
    found = round_the_back(EAST, WEST, SOUTH_WEST, corners=True)
    pairs = list(zip(found.first.tolist(), found.second.tolist(), found.kind.tolist()))
    assert pairs == [(0, 1, BORDER), (0, 2, CORNER), (1, 2, BORDER)]
    assert (0, 2) in zip(found.uncut_first.tolist(), found.uncut_second.tolist())


def test_a_ring_of_areas_round_the_earth_is_closed():
    ring = [box(x, 0, x + 30, 10) for x in range(-180, 180, 30)]
    found = borders(round_the_back(*ring))
    assert found == {(n, n + 1): 10 for n in range(11)} | {(0, 11): 10}


def test_what_is_neighbour_elsewhere_too_gets_the_sum():
    # Two halves of the earth: they meet at 0° and at 180°.
    assert borders(round_the_back(box(-180, 0, 0, 10), box(0, 0, 180, 10))) == {(0, 1): 20}


def test_one_area_on_both_sides_is_no_neighbour_of_itself():
    both = rings(EAST)
    areas = type(both)(
        np.concatenate([rings(EAST).coordinates, rings(WEST).coordinates]),
        np.array([0, len(rings(EAST).coordinates), len(both.coordinates) * 2]),
        np.array([0, 0]),
        1,
    )
    found = joined_at_seam(find_contiguities(areas), areas, SEAM, segment_length=planar)
    assert len(found.first) == 0


@pytest.mark.parametrize("polygon", [box(150, 0, 160, 10), box(-170, 0, -160, 10)])
def test_away_from_the_meridian_nothing_changes(polygon):
    assert borders(round_the_back(EAST, polygon)) == {}
