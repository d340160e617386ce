"""Areas that hold their territory together, against taking each out in turn.

0 0 0     the middle square of the 0s is all that joins left and right;
1 1 1     all others can go
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.contiguity.cut_areas import cut_areas
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.contiguity.half_edges import (
    border_by_territory,
    half_edges_of,
    parts_among,
)
from territory_design.tests.core.balance_grids import grid_graph


def cuts_by_trying(graph, labels):
    def parts_of(label, labels):
        return graph.parts_per_territory(np.where(labels == label, 0, -1), 1)[0]

    found = []
    for area in range(graph.area_count):
        without = labels.copy()
        without[area] = labels.max() + 1
        alone = not (labels[graph.neighbours_of(area)] == labels[area]).any()
        grown = parts_of(labels[area], without) - parts_of(labels[area], labels) + alone
        found.append(bool(grown > 0))
    return found


def test_the_middle_of_a_row_cuts_it():
    cuts = cut_areas(grid_graph(2, 3), np.array([0, 0, 0, 1, 1, 1]))
    assert cuts.tolist() == [False, True, False, False, True, False]
    assert not cut_areas(grid_graph(2, 3), np.zeros(6, dtype=int)).any(), "a ring holds"


def test_a_long_row_needs_no_recursion():
    count = 50_000
    row = ContiguityGraph.from_edges(count, np.arange(count - 1), np.arange(1, count))
    assert cut_areas(row, np.zeros(count, dtype=int)).sum() == count - 2


@pytest.mark.slow
@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**31), st.integers(1, 4))
def test_agrees_with_taking_out_each_area(seed, territories):
    labels = np.random.default_rng(seed).integers(0, territories, 16) - 1
    graph = grid_graph(4, 4)
    assert cut_areas(graph, labels).tolist() == cuts_by_trying(graph, labels)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31))
def test_half_edges_borders_and_parts_agree_with_loops(seed):
    rng = np.random.default_rng(seed)
    graph, labels = grid_graph(4, 5), rng.integers(-1, 3, 20)
    areas = rng.permutation(20)[:8]
    origin, index = half_edges_of(graph, areas)
    seen = [(int(areas[o]), int(graph.neighbours[i])) for o, i in zip(origin, index)]
    assert seen == [(int(a), int(b)) for a in areas for b in graph.neighbours_of(a)]
    start = graph.neighbour_start.copy()
    borders = border_by_territory(graph, labels, 3).toarray()
    assert (graph.neighbour_start == start).all(), "the graph stays as it was"
    for area in range(20):
        beyond = labels[graph.neighbours_of(area)]
        assert borders[area].tolist() == [1000.0 * (beyond == t).sum() for t in (0, 1, 2, -1)]
    chosen = np.flatnonzero(labels >= 1)
    parts = parts_among(graph, chosen, labels[chosen] - 1, 2)
    assert parts.tolist() == graph.parts_per_territory(labels, 3)[1:].tolist()
