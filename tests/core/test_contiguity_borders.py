"""Which areas border each other, and along how much."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.contiguity import BORDER, CORNER, find_contiguities
from territory_design.core.errors import InvalidInput
from territory_design.core.geometry.outlines import PolygonRings
from territory_design.core.progress import Cancelled, Progress
from territory_design.tests.core.polygons import borders, box, edges, moved, rings

# +---+---+
# | 2 | 3 |
# +---+---+
# | 0 | 1 |
# +---+---+
FOUR_SQUARES = rings(box(0, 0, 1, 1), box(1, 0, 2, 1), box(0, 1, 1, 2), box(1, 1, 2, 2))


def test_four_squares_share_four_borders():
    assert borders(find_contiguities(FOUR_SQUARES)) == {(0, 1): 1, (0, 2): 1, (1, 3): 1, (2, 3): 1}


def test_four_squares_have_six_contacts_with_corners():
    found = edges(find_contiguities(FOUR_SQUARES, corners=True))
    assert len(found) == 6
    assert found[0, 3] == (0.0, CORNER)
    assert found[1, 2] == (0.0, CORNER)
    assert sum(kind == BORDER for _, kind in found.values()) == 4


def test_result_is_sorted_and_ordered_within_pairs():
    found = find_contiguities(FOUR_SQUARES, corners=True)
    assert np.all(found.first < found.second)
    assert np.all(np.diff(found.first * 4 + found.second) > 0)


@pytest.mark.parametrize("angle", [0.0, 0.3, 1.234])
@pytest.mark.parametrize("offset", [0.0, 5_500_000.0])
def test_long_border_facing_several_short_ones(angle, offset):
    # +-------+---+
    # |       | 1 |
    # |   0   +---+
    # |       | 2 |
    # +-------+---+
    polygons = rings(box(0, 0, 200, 300), box(200, 100, 300, 300), box(200, 0, 300, 100))
    found = borders(find_contiguities(moved(polygons, angle, offset, offset)))
    assert found == {(0, 1): 200, (0, 2): 100, (1, 2): 100}


def test_one_long_segment_facing_a_thousand_short_ones():
    steps = np.linspace(0.0, 1000.0, 1001)
    small = [box(low, 0, low + 1, 1) for low in steps[:-1]]
    found = borders(find_contiguities(moved(rings(box(0, 1, 1000, 900), *small), 0.7)))
    assert sum(length for (first, _), length in found.items() if first == 0) == pytest.approx(1000)
    assert len(found) == 1000 + 999


def test_vertex_on_the_middle_of_an_edge_is_a_point_contact():
    triangle = [(0.5, 1), (1, 2), (0, 2), (0.5, 1)]
    polygons = rings(box(0, 0, 1, 1), triangle)
    assert borders(find_contiguities(polygons)) == {}
    assert edges(find_contiguities(polygons, corners=True)) == {(0, 1): (0.0, CORNER)}


def test_gap_within_tolerance_is_contact_and_counts_once():
    polygons = rings(box(0, 0, 1, 1), box(1.01, 0, 2, 1))
    assert borders(find_contiguities(polygons)) == {}
    assert borders(find_contiguities(polygons, tolerance=0.009)) == {}
    assert borders(find_contiguities(polygons, tolerance=0.02)) == {(0, 1): 1}


def test_sliver_area_next_to_a_border_counts_once():
    # Both long sides of the thin area 1 lie within the tolerance of area 0.
    polygons = rings(box(0, 0, 10, 10), box(10.001, 0, 10.02, 10))
    found = borders(find_contiguities(polygons, tolerance=0.05))
    assert found[0, 1] == pytest.approx(10, abs=0.1)


def test_vertices_that_differ_by_less_than_the_tolerance():
    polygons = rings(
        [(0, 0), (10, 0.01), (20, 0), (20, 10), (0, 10), (0, 0)],
        [(0.01, 0), (0, -10), (20.01, -10), (20, 0.01), (10, 0), (0.01, 0)],
    )
    assert borders(find_contiguities(polygons)).get((0, 1), 0) < 20
    assert borders(find_contiguities(polygons, tolerance=0.05))[0, 1] == pytest.approx(20, rel=0.01)


def test_corner_with_displaced_vertices_stays_a_corner():
    generator = np.random.default_rng(3)
    noise = generator.uniform(-0.01, 0.01, FOUR_SQUARES.coordinates.shape)
    noise[4::5] = noise[0::5]
    found = edges(
        find_contiguities(
            FOUR_SQUARES.moved_to(FOUR_SQUARES.coordinates + noise), corners=True, tolerance=0.04
        )
    )
    kinds = {pair: kind for pair, (_, kind) in found.items()}
    assert kinds == {
        (0, 1): BORDER, (0, 2): BORDER, (1, 3): BORDER, (2, 3): BORDER, (0, 3): CORNER,
        (1, 2): CORNER,
    }  # fmt: skip
    assert found[0, 1][0] == pytest.approx(1.0, abs=0.06)


@pytest.mark.parametrize(("common", "kind"), [(0.15, CORNER), (0.25, BORDER)])
def test_contact_across_a_gap_is_a_border_from_two_tolerances_on(common, kind):
    other = box(1.05, 1 - common, 2, 2)
    found = edges(find_contiguities(rings(box(0, 0, 1, 1), other), corners=True, tolerance=0.1))
    assert found == {(0, 1): (pytest.approx(common if kind == BORDER else 0.0), kind)}


@pytest.mark.parametrize(("common", "kind"), [(0.15, BORDER), (4e-14, CORNER)])
def test_contact_without_a_gap_is_a_border_unless_it_is_rounding(common, kind):
    """Shorter than two tolerances of 0.1; the precision of these coordinates is 2.8e-14."""
    other = box(1, 1 - common, 2, 2)
    found = edges(find_contiguities(rings(box(0, 0, 1, 1), other), corners=True, tolerance=0.1))
    assert found == {(0, 1): (pytest.approx(common if kind == BORDER else 0.0), kind)}


def ray(degrees, length=10.0):
    return length * np.cos(np.radians(degrees)), length * np.sin(np.radians(degrees))


@pytest.mark.parametrize("angle", [62.0, 70.0, 89.0])
def test_corner_with_slanted_edges_stays_a_corner(angle):
    """Rays at 62 degrees are within the tolerance for 2.3 of it, as long as a short border."""
    square = [(0, 0), ray(180), (-10, -10), ray(270), (0, 0)]
    wedge = [(0, 0), ray(270 + angle), (10, 10), ray(180 - angle), (0, 0)]
    found = find_contiguities(rings(square, wedge), corners=True, tolerance=0.1)
    assert edges(found) == {(0, 1): (0.0, CORNER)}


@pytest.mark.parametrize("angle", [0.01, 1.0, 20.0])
@pytest.mark.parametrize("offset", [0.0, 1e6])
def test_rings_that_part_at_a_small_angle_meet_in_a_corner(angle, offset):
    """For a while they are nearer to each other than the precision of their coordinates."""
    below = [(0, 0), (10, 0), (10, -5), (0, 0)]
    above = [(0, 0), ray(angle), (0, 10), (0, 0)]
    polygons = moved(rings(below, above), angle=0.3, dx=offset, dy=offset)
    assert edges(find_contiguities(polygons, corners=True)) == {(0, 1): (0.0, CORNER)}


def test_overlap_is_contact():
    # Area 1 reaches 2 into area 0 over a width of 4: 2 + 4 + 2 of its ring lie inside.
    polygons = rings(box(0, 0, 10, 10), box(8, 3, 20, 7))
    assert borders(find_contiguities(polygons)) == {(0, 1): 8}


def test_polygon_inside_another_one_without_a_hole_borders_it_all_around():
    polygons = rings(box(0, 0, 10, 10), box(4, 4, 6, 6))
    assert borders(find_contiguities(polygons)) == {(0, 1): 8}


def test_enclave_in_a_hole_borders_it_all_around():
    polygons = rings([box(0, 0, 10, 10), box(4, 4, 6, 6)], box(4, 4, 6, 6))
    assert borders(find_contiguities(polygons)) == {(0, 1): 8}


def test_island_in_a_larger_hole_borders_nothing():
    polygons = rings([box(0, 0, 10, 10), box(2, 2, 8, 8)], box(4, 4, 6, 6))
    assert borders(find_contiguities(polygons, corners=True)) == {}


def test_polygon_given_twice_borders_its_twin_and_the_same_neighbours():
    polygons = rings(box(0, 0, 1, 1), box(1, 0, 2, 1), box(0, 0, 1, 1))
    assert borders(find_contiguities(polygons)) == {(0, 1): 1, (0, 2): 4, (1, 2): 1}


def test_areas_of_two_levels_in_one_layer():
    # A 4 x 4 grid of squares below one square that covers them all, given by its corners: the
    # four inner squares lie wholly inside and meet its ring nowhere.
    cells = [box(x, y, x + 1, y + 1) for y in range(4) for x in range(4)]
    found = borders(find_contiguities(rings(*cells, box(0, 0, 4, 4))))
    assert {first for first, second in found if second == 16} == set(range(16))
    assert len(found) == 24 + 16


@pytest.mark.parametrize("corner_vertices", [True, False])
def test_overlaid_layers_meet_wherever_they_overlap(corner_vertices):
    # 6 x 6 cells of 1 x 1 and, over the same ground, 4 x 4 cells of 1.5 x 1.5.
    fine = [box(x, y, x + 1, y + 1) for y in range(6) for x in range(6)]
    coarse = [box(x, y, x + 1.5, y + 1.5) for y in np.arange(4) * 1.5 for x in np.arange(4) * 1.5]
    if corner_vertices:
        coarse = [densified(ring) for ring in coarse]
    found = borders(find_contiguities(rings(*fine, *coarse)))
    for number, small in enumerate(fine):
        for other, large in enumerate(coarse, start=36):
            overlaps = all(
                max(small[0][axis], large[0][axis]) < min(small[2][axis], large[2][axis])
                for axis in (0, 1)
            )
            assert ((number, other) in found) >= overlaps


def densified(ring):
    """The ring with a vertex in the middle of every edge."""
    points = np.array(ring)
    middles = (points[:-1] + points[1:]) / 2
    return [*np.stack([points[:-1], middles], axis=1).reshape(-1, 2), points[-1]]


def test_parts_of_a_multipart_area_add_up():
    # +---+---+---+
    # | 0 | 1 | 0 |
    # +---+---+---+
    polygons = rings([box(0, 0, 1, 1), box(2, 0, 3, 1)], box(1, 0, 2, 1))
    assert borders(find_contiguities(polygons)) == {(0, 1): 2}


def test_degenerate_rings_do_no_harm():
    spike = [(0, 0), (1, 0), (1, 0), (1, 0.5), (3, 0.5), (1, 0.5), (1, 1), (0, 1), (0, 0)]
    point = [(5, 5), (5, 5), (5, 5), (5, 5)]
    polygons = rings(spike, box(2, 0, 3, 1), point, [], box(1, 0, 1.5, 1))
    assert borders(find_contiguities(polygons)) == {(0, 4): 1}


def test_no_areas_at_all():
    assert borders(find_contiguities(rings())) == {}
    assert borders(find_contiguities(rings([], []), corners=True)) == {}


def test_ring_direction_and_start_do_not_matter():
    turned = rings(box(0, 0, 1, 1)[::-1], box(1, 0, 2, 1), box(0, 1, 1, 2)[::-1], box(1, 1, 2, 2))
    assert edges(find_contiguities(turned, corners=True)) == edges(
        find_contiguities(FOUR_SQUARES, corners=True)
    )


def test_lengths_can_be_measured_by_the_caller():
    def doubled(ax, ay, bx, by):
        return 2.0 * np.hypot(bx - ax, by - ay)

    polygons = rings(box(0, 0, 2, 3), box(2, 1, 3, 3), box(2, 0, 3, 1))
    found = borders(find_contiguities(polygons, segment_length=doubled))
    assert found == {(0, 1): 4, (0, 2): 2, (1, 2): 2}


@pytest.mark.parametrize("tolerance", [-1.0, float("nan"), float("inf")])
def test_impossible_tolerance_is_refused(tolerance):
    with pytest.raises(InvalidInput, match="must be 0 or a positive length"):
        find_contiguities(FOUR_SQUARES, tolerance=tolerance)


def test_tolerance_as_large_as_the_areas_is_refused():
    with pytest.raises(InvalidInput, match="larger than half of the areas"):
        find_contiguities(FOUR_SQUARES, tolerance=1.5)


def test_vertices_that_are_nowhere_are_refused():
    with pytest.raises(InvalidInput, match=r"1 vertex has.*area number 2"):
        rings(box(0, 0, 1, 1), [(0, 0), (1, float("nan")), (1, 1), (0, 0)])


def test_cancel():
    class Cancelling(Progress):
        def is_cancelled(self):
            return True

    with pytest.raises(Cancelled):
        find_contiguities(FOUR_SQUARES, progress=Cancelling())


@pytest.mark.slow
def test_a_hundred_thousand_squares():
    side = 317
    corner = np.stack(np.meshgrid(np.arange(side), np.arange(side)), axis=-1).reshape(-1, 1, 2)
    coordinates = (corner + np.array(box(0, 0, 1, 1))).reshape(-1, 2)
    count = side * side
    polygons = PolygonRings(coordinates, np.arange(count + 1) * 5, np.arange(count), count)
    found = find_contiguities(polygons)
    assert found.first.size == 2 * side * (side - 1)
    assert np.all(found.border_m == 1.0)


def grid_of_merged_cells(owner):
    """Polygons (rings along cell edges, vertices at every cell corner) from owners per cell."""
    rows, columns = owner.shape
    areas = []
    for area in range(owner.max() + 1):
        cells = zip(*np.nonzero(owner == area))
        areas.append([box(column, row, column + 1, row + 1) for row, column in cells])
    # Inner edges between cells of one area are walked twice: outlines only is what layers hold.
    return [without_inner_edges(area) for area in areas], rows, columns


def without_inner_edges(cells):
    steps = {}
    for cell in cells:
        for start, end in zip(cell[:-1], cell[1:]):
            if (end, start) in steps:
                del steps[end, start]
            else:
                steps[start, end] = True
    outgoing = {}
    for start, end in steps:
        outgoing.setdefault(start, []).append(end)
    outlines = []
    while outgoing:
        first = next(iter(outgoing))
        ring = [first]
        while True:
            ends = outgoing[ring[-1]]
            following = ends.pop()
            if not ends:
                del outgoing[ring[-1]]
            ring.append(following)
            if following == first:
                break
        outlines.append(ring)
    return outlines


def without_straight_vertices(ring):
    """The ring without vertices in the middle of straight edges, so that T-junctions appear."""
    kept = []
    inner = ring[:-1]
    for before, here, after in zip(inner[-1:] + inner[:-1], inner, inner[1:] + inner[:1]):
        if (here[0] - before[0]) * (after[1] - here[1]) != (here[1] - before[1]) * (
            after[0] - here[0]
        ):
            kept.append(here)
    return [*kept, kept[0]]


@st.composite
def owners(draw):
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(2, 6))
    count = draw(st.integers(2, min(6, rows * columns)))
    cells = draw(
        st.lists(st.integers(0, count - 1), min_size=rows * columns, max_size=rows * columns)
    )
    _, numbered = np.unique(np.array(cells), return_inverse=True)
    return numbered.reshape(rows, columns)


@settings(max_examples=60, deadline=None)
@given(owner=owners(), simplify=st.booleans(), angle=st.sampled_from([0.0, 0.4]))
def test_merged_cells_have_the_borders_that_the_cells_tell(owner, simplify, angle):
    outlines, rows, columns = grid_of_merged_cells(owner)
    if simplify:
        outlines = [[without_straight_vertices(ring) for ring in area] for area in outlines]
    expected = {}
    for row in range(rows):
        for column in range(columns):
            for other in ((row + 1, column), (row, column + 1)):
                if other[0] < rows and other[1] < columns:
                    pair = tuple(sorted((int(owner[row, column]), int(owner[other]))))
                    if pair[0] != pair[1]:
                        expected[pair] = expected.get(pair, 0) + 1
    found = find_contiguities(moved(rings(*outlines), angle, 3000.0, -700.0))
    assert borders(found) == expected
    for area, area_rings in enumerate(outlines):
        perimeter = sum(
            abs(end[0] - start[0]) + abs(end[1] - start[1])
            for ring in area_rings
            for start, end in zip(ring[:-1], ring[1:])
        )
        total = found.border_m[(found.first == area) | (found.second == area)].sum()
        assert total <= perimeter + 1e-6
