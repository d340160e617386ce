"""What a river or a railway cuts, and what it does not."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.contiguity import find_contiguities
from territory_design.core.contiguity.barriers import Barriers
from territory_design.tests.core.polygons import borders, box, moved, rings

# +---+---+
# | 2 | 3 |
# +---+---+
# | 0 | 1 |      squares of 10 x 10
# +---+---+
SQUARES = rings(box(0, 0, 10, 10), box(10, 0, 20, 10), box(0, 10, 10, 20), box(10, 10, 20, 20))
NOTHING = np.empty((0, 4))
ALL = {(0, 1): 10, (0, 2): 10, (1, 3): 10, (2, 3): 10}


def polyline(*points):
    return np.array([[*start, *end] for start, end in zip(points[:-1], points[1:])], dtype=float)


def cut(line, polygons=SQUARES, **options):
    return borders(find_contiguities(polygons, barriers=Barriers(line, NOTHING), **options))


def without(*pairs):
    return {pair: length for pair, length in ALL.items() if pair not in pairs}


def uncut(found):
    return list(zip(found.uncut_first.tolist(), found.uncut_second.tolist()))


@pytest.mark.parametrize("corners", [False, True])
def test_what_there_would_be_without_barriers_is_told_too(corners):
    wall = polyline((10, -1), (10, 21))
    found = find_contiguities(SQUARES, barriers=Barriers(wall, NOTHING), corners=corners)
    free = find_contiguities(SQUARES, corners=corners)
    assert len(found.first) < len(free.first)
    assert uncut(found) == uncut(free) == list(zip(free.first.tolist(), free.second.tolist()))


def test_line_along_borders_removes_them():
    assert cut(polyline((-5, 10), (25, 10))) == without((0, 2), (1, 3))


def test_line_along_borders_with_its_own_vertices():
    assert cut(polyline((0, 10), (3, 10), (10, 10), (17, 10), (20, 10))) == without((0, 2), (1, 3))


def test_line_along_part_of_a_border_shortens_it():
    assert cut(polyline((4, 10), (-5, 10))) == {**ALL, (0, 2): 6}


def test_line_near_borders_removes_them_within_the_tolerance():
    river = polyline((-5, 10.1), (3, 9.9), (10, 10.1), (15, 9.95), (25, 10.1))
    assert cut(river, tolerance=0.2) == without((0, 2), (1, 3))


def test_line_across_a_border_cuts_the_pair():
    assert cut(polyline((8, 4), (12, 5))) == without((0, 1))


def test_line_across_with_a_vertex_on_the_border():
    assert cut(polyline((8, 4), (10, 5), (12, 4))) == without((0, 1))


def test_line_that_bounces_off_the_border_cuts_nothing():
    assert cut(polyline((8, 4), (10, 5), (8, 6))) == ALL


def test_line_that_ends_at_the_border_cuts_nothing():
    assert cut(polyline((8, 4), (10, 5))) == ALL


def test_line_across_at_a_vertex_of_the_border():
    polygons = rings(
        [(0, 0), (10, 0), (12, 5), (10, 10), (0, 10), (0, 0)],
        [(10, 0), (20, 0), (20, 10), (10, 10), (12, 5), (10, 0)],
    )
    assert cut(polyline((5, 5), (15, 5)), polygons) == {}
    assert cut(polyline((12, 2), (12, 8)), polygons) == cut(NOTHING, polygons)


def test_line_elsewhere_in_the_areas_cuts_nothing():
    assert cut(polyline((5, 5), (8, 5), (5, -5))) == ALL


def test_line_along_one_border_does_not_cut_those_where_it_ends():
    assert cut(polyline((10, 0), (10, 10))) == without((0, 1))


def test_line_through_a_meeting_point_cuts_nothing_there():
    assert cut(polyline((7, 7), (13, 13))) == ALL


def test_overshoot_within_the_tolerance_does_not_cut_the_next_border():
    # Along the border of 0 and 1, and 0.1 too far to the side of 2 and 3.
    found = cut(polyline((10.1, -1), (9.9, 10.1)), tolerance=0.3)
    assert found == pytest.approx(without((0, 1)), abs=0.6)


def test_barrier_on_borders_without_shared_vertices():
    polygons = rings(box(0, 0, 20, 10), box(0, 10, 8, 20), box(8, 10, 20, 20))
    assert cut(polyline((0, 10), (8, 10)), polygons) == {(0, 2): 12, (1, 2): 10}
    assert cut(polyline((3, 9), (3, 11)), polygons) == {(0, 2): 12, (1, 2): 10}


@pytest.mark.parametrize("angle", [0.3, 2.0])
def test_direction_of_the_map_does_not_matter(angle):
    line = polyline((-5, 10), (25, 10))
    turned = moved(rings([tuple(row[:2]) for row in line] + [tuple(line[-1, 2:])]), angle, 400.0)
    barrier = np.concatenate([turned.coordinates[:-1], turned.coordinates[1:]], axis=1)
    assert cut(barrier, moved(SQUARES, angle, 400.0)) == without((0, 2), (1, 3))


def test_barriers_without_length_cut_nothing():
    assert cut(np.array([[10.0, 5.0, 10.0, 5.0]])) == ALL
    assert cut(np.empty((0, 4))) == ALL


def covered(*points, polygons=SQUARES, **options):
    barriers = Barriers(NOTHING, polyline(*points))
    return borders(find_contiguities(polygons, barriers=barriers, **options))


@pytest.mark.parametrize(
    ("reaches", "left"),
    [
        (0.0, ALL),
        (3.0, ALL | {(0, 2): 7}),  # a border that only ends at the river
        (8.9, ALL | {(0, 2): 1.1}),
        (9.1, without((0, 2))),  # less than a tenth is left
        (10.0, without((0, 2))),
    ],
)
def test_a_surface_takes_what_lies_inside_it(reaches, left):
    assert covered((10, 10), (10 - reaches, 10)) == pytest.approx(left)


def test_a_surface_that_crosses_a_border_leaves_the_rest():
    assert covered((4, 10), (6, 10)) == pytest.approx(ALL | {(0, 2): 8})


@pytest.mark.parametrize(("aside", "left"), [(0.004, 0), (0.03, 1)])
def test_a_line_with_fewer_vertices_than_the_border_is_that_border(aside, left):
    """The border of length 1 bends in its middle; the line runs straight past the bend."""
    bend = [(0.5, 0.0), (0.5 - aside, 0.5), (0.5, 1.0)]
    west = [(0.0, 0.0), *bend, (0.0, 1.0)]
    east = [(1.0, 0.0), (1.0, 1.0), *bend[::-1]]
    straight = polyline((0.5, -0.2), (0.5, 1.2))
    assert len(cut(straight, polygons=rings(west, east))) == left
