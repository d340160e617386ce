"""The contiguity graph.

    0 1 2
    3 4 5      and 6, an island

joined along sides of length 1, except 1–4, where the border has length 3.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.contiguity.graph import BORDER, BRIDGE, CORNER, MANUAL, ContiguityGraph
from territory_design.core.errors import InvalidInput

EDGES = [(0, 1), (1, 2), (3, 4), (4, 5), (0, 3), (1, 4), (2, 5)]


def graph(edges=EDGES, count=7):
    first, second = np.array(edges).T
    border = [3.0 if pair == (1, 4) else 1.0 for pair in edges]
    return ContiguityGraph.from_edges(count, first, second, border)


def test_edges_are_sorted_and_stored_once():
    built = ContiguityGraph.from_edges(
        4, [3, 0, 1, 2, 2], [1, 1, 0, 2, 3], [1.0, 2.0, 3.0, 9.0, 4.0]
    )
    assert list(zip(built.first, built.second)) == [(0, 1), (1, 3), (2, 3)]
    assert built.border_m.tolist() == [5.0, 1.0, 4.0], "repeated pairs add up, loops go"


def test_a_pair_given_twice_keeps_its_strongest_kind():
    built = ContiguityGraph.from_edges(
        2, [0, 0, 1], [1, 1, 0], [0.0, 2.0, 0.0], [BRIDGE, BORDER, MANUAL]
    )
    assert built.kind.tolist() == [BORDER]
    weak = ContiguityGraph.from_edges(2, [0, 0], [1, 1], None, [BRIDGE, CORNER])
    assert weak.kind.tolist() == [CORNER]


@pytest.mark.parametrize("edge", [(0, 7), (-1, 2)])
def test_an_end_that_is_no_area_is_refused(edge):
    with pytest.raises(InvalidInput, match="does not exist"):
        ContiguityGraph.from_edges(7, [edge[0]], [edge[1]])


def test_no_edges_and_no_areas():
    nothing = np.empty(0, dtype=int)
    empty = ContiguityGraph.from_edges(0, nothing, nothing)
    assert empty.components()[0] == 0
    alone = ContiguityGraph.from_edges(3, nothing, nothing)
    assert alone.components()[0] == 3
    assert alone.neighbours_of(1).size == 0


def test_neighbours_are_listed_in_order():
    built = graph()
    assert built.neighbours_of(4).tolist() == [1, 3, 5]
    assert built.neighbours_of(6).tolist() == []
    for area in range(7):
        part = slice(built.neighbour_start[area], built.neighbour_start[area + 1])
        for other, edge in zip(built.neighbours[part], built.neighbour_edge[part]):
            assert {area, other} == {built.first[edge], built.second[edge]}


def test_components():
    count, component = graph().components()
    assert count == 2
    assert len(set(component[:6])) == 1
    assert component[6] != component[0]


def test_parts_of_a_plan():
    #   a b a
    #   a b a    and the island belongs to b
    labels = np.array([0, 1, 0, 0, 1, 0, 1])
    built = graph()
    count, part = built.parts(labels)
    assert count == 4
    assert part[0] == part[3] != part[2] == part[5]
    assert built.parts_per_territory(labels, 3).tolist() == [2, 2, 0]
    assert built.border_length(labels) == 4.0


def test_unassigned_areas_belong_to_no_territory():
    labels = np.array([0, -1, 0, 0, -1, 0, 0])
    assert graph().parts_per_territory(labels, 1).tolist() == [3]


def test_contraction_adds_up_borders_between_groups():
    # Groups {0, 1, 3}, {2, 5}, {4}, {6}.
    group = np.array([0, 0, 1, 0, 2, 1, 3])
    small = graph().contracted(group, 4)
    borders = dict(zip(zip(small.first.tolist(), small.second.tolist()), small.border_m))
    assert borders == {(0, 1): 1.0, (0, 2): 4.0, (1, 2): 1.0}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_contraction_keeps_borders_and_parts(data):
    count = data.draw(st.integers(1, 12))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    edges = np.array(data.draw(st.lists(ends, max_size=30)), dtype=int).reshape(-1, 2)
    length = np.arange(1.0, len(edges) + 1.0)
    built = ContiguityGraph.from_edges(count, edges[:, 0], edges[:, 1], length)
    labels = np.array(data.draw(st.lists(st.integers(0, 2), min_size=count, max_size=count)))
    # Groups inside territories: each connected part of a plan is one group.
    groups, group = built.parts(labels)
    small = built.contracted(group, groups)
    of_group = np.empty(groups, dtype=int)
    of_group[group] = labels
    assert small.border_length(of_group) == pytest.approx(built.border_length(labels))
    assert (
        small.parts_per_territory(of_group, 3).tolist()
        == built.parts_per_territory(labels, 3).tolist()
    )
    assert small.components()[0] == built.components()[0]
