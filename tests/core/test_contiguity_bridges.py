"""Islands are joined to what is nearest."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from territory_design.core.contiguity import bridge_components, components, find_contiguities
from territory_design.core.contiguity import bridges as bridges_module
from territory_design.tests.core.polygons import box, rings


@pytest.fixture(params=["with SciPy", "without SciPy"], autouse=True, scope="module")
def libraries(request):
    """Every test here runs a second time as if SciPy were missing."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "without SciPy":
            for module in (bridges_module, components):
                patch.setattr(module, "is_installed", lambda _: False)
        yield


def bridges(polygons):
    found = find_contiguities(polygons)
    joined = bridge_components(polygons, found.first, found.second)
    return {
        (int(first), int(second)): round(float(distance), 6)
        for first, second, distance in zip(joined.first, joined.second, joined.distance)
    }


def test_connected_areas_need_no_bridge():
    assert bridges(rings(box(0, 0, 1, 1), box(1, 0, 2, 1))) == {}


def test_islands_in_a_row_are_joined_one_to_the_next():
    # Areas 0 and 1 touch; 2 and 3 follow to the east.
    polygons = rings(box(0, 0, 1, 1), box(1, 0, 2, 1), box(5, 0, 6, 1), box(8, 0, 9, 1))
    assert bridges(polygons) == {(1, 2): 3, (2, 3): 2}


def test_gap_is_measured_between_edges_and_not_between_vertices():
    # The long edge of area 0 has no vertex near the island; area 1 has, but is farther away.
    polygons = rings(box(0, 0, 1000, 10), box(0, -10, 1000, 0), box(500, 13, 501, 14))
    assert bridges(polygons) == {(0, 2): 3}


def test_exclave_inside_a_hole():
    polygons = rings([box(0, 0, 10, 10), box(2, 2, 8, 8)], box(4, 3, 6, 5))
    assert bridges(polygons) == {(0, 1): 1}


def test_areas_that_meet_in_a_point_are_joined_there():
    assert bridges(rings(box(0, 0, 1, 1), box(1, 1, 2, 2))) == {(0, 1): 0}


def test_equal_gaps_are_decided_by_the_lower_numbers():
    polygons = rings(box(0, 0, 1, 1), box(0, 1, 1, 2), box(2, 0, 3, 2))
    assert bridges(polygons) == {(0, 2): 1}


def test_areas_without_rings_stay_apart():
    assert bridges(rings(box(0, 0, 1, 1), [], box(2, 0, 3, 1))) == {(0, 2): 1}
    assert bridges(rings([], [])) == {}


def test_flat_areas_on_one_line():
    polygons = rings([(0, 0), (4, 4), (2, 2), (0, 0)], [(9, 9), (7, 7), (8, 8), (9, 9)])
    assert bridges(polygons) == {(0, 1): round(3 * 2**0.5, 6)}


def gap(one, other):
    dx = max(one[0] - other[2], other[0] - one[2], 0)
    dy = max(one[1] - other[3], other[1] - one[3], 0)
    return float(np.hypot(dx, dy))


@settings(max_examples=40, deadline=None)
@given(
    cells=st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=2, max_size=14, unique=True
    ),
    stretch=st.sampled_from([1, 7]),
)
def test_bridges_are_a_shortest_tree(cells, stretch):
    boxes = [
        (x * 10.0 * stretch, y * 10.0, (x * 10 + 7.0) * stretch, y * 10 + 8.0) for x, y in cells
    ]
    joined = bridge_components(rings(*(box(*corners) for corners in boxes)), *np.empty((2, 0), int))
    count = len(boxes)
    ends = (joined.first, joined.second)
    graph = coo_matrix((np.ones(joined.first.size), ends), shape=(count, count))
    assert joined.first.size == count - 1
    assert connected_components(graph, directed=False)[0] == 1
    lengths = sorted(
        (gap(boxes[i], boxes[j]), i, j) for i in range(count) for j in range(i + 1, count)
    )
    group, shortest = list(range(count)), 0.0
    for length, i, j in lengths:
        if group[i] != group[j]:
            shortest += length
            group = [group[i] if number == group[j] else number for number in group]
    assert joined.distance.sum() == pytest.approx(shortest)
