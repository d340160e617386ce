"""Enclaves of a plan of unit squares.

0 0 0 0 0
0 1 0 2 0     1 lies in 0, so does 2
0 0 0 0 3     3 lies at the edge
"""

from __future__ import annotations

import numpy as np
from territory_design.core.contiguity.graph import BRIDGE, ContiguityGraph
from territory_design.core.plan.areas import UNASSIGNED
from territory_design.core.plan.enclaves import find_enclaves
from territory_design.tests.core.balance_grids import SIDE_M, grid_graph

PLAN = np.array([0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 3])


def found(labels, columns=5):
    rows = len(labels) // columns
    perimeter = np.full(len(labels), 4 * SIDE_M)
    enclaves = find_enclaves(grid_graph(rows, columns), np.asarray(labels), perimeter)
    return [(one.territory, one.inside, one.areas.tolist(), one.whole) for one in enclaves]


def test_holes_in_a_territory_are_found_and_the_edge_of_the_map_is_not():
    assert found(PLAN) == [(1, 0, [6], True), (2, 0, [8], True)]


def test_a_part_of_a_territory_inside_another_is_not_the_whole():
    labels = PLAN.copy()
    labels[8] = 3
    assert found(labels) == [(1, 0, [6], True), (3, 0, [8], False)]


def test_ground_that_nobody_has_is_a_hole_and_surrounds_nobody():
    labels = np.where(PLAN == 1, UNASSIGNED, PLAN)
    assert found(labels) == [(UNASSIGNED, 0, [6], True), (2, 0, [8], True)]
    labels = np.where(PLAN == 0, UNASSIGNED, PLAN)
    assert found(labels) == []


def test_between_two_territories_is_not_inside_one():
    assert found([0, 0, 0, 0, 1, 2, 0, 0, 2], columns=3) == []
    assert found([0, 0, 0, 0, 1, 0, 0, 0, 0], columns=3) == [(1, 0, [4], True)]


def test_an_enclave_of_several_areas():
    labels = [0] * 5 + [0, 1, 1, 1, 0] + [0] * 5
    assert found(labels) == [(1, 0, [6, 7, 8], True)]


def test_an_island_is_not_inside_what_its_bridge_leads_to():
    graph = ContiguityGraph.from_edges(2, [0], [1], [0.0], [BRIDGE])
    assert find_enclaves(graph, np.array([0, 1]), np.full(2, 4000.0)) == []


def test_borders_that_are_measured_a_little_short_still_enclose():
    labels = np.array([0, 0, 0, 0, 1, 0, 0, 0, 0])
    grid = grid_graph(3, 3)
    for share, enclosed in ((0.999, 1), (0.99, 0)):
        short = ContiguityGraph.from_edges(9, grid.first, grid.second, grid.border_m * share)
        assert len(find_enclaves(short, labels, np.full(9, 4 * SIDE_M))) == enclosed
