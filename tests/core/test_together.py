"""Areas that stay together, as groups.

0 1 2
3 4 5      and 6, an island
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.errors import InfeasibleProblem, InvalidInput
from territory_design.core.plan.areas import UNASSIGNED
from territory_design.core.plan.groups import agree_on_lock, agree_on_territory, join_split_groups

EDGES = np.array([(0, 1), (1, 2), (3, 4), (4, 5), (0, 3), (1, 4), (2, 5)])
GRAPH = ContiguityGraph.from_edges(7, *EDGES.T)


def test_connected_groups_stay_as_they_are():
    group, joined = join_split_groups(GRAPH, np.array([5, 5, 2, 7, 7, 7, 1]))
    assert group.tolist() == [0, 0, 1, 2, 2, 2, 3]
    assert joined == 0


def test_single_areas_keep_their_own_numbers_whatever_their_names():
    group, joined = join_split_groups(GRAPH, np.array([6, 0, 5, 1, 4, 2, 3]))
    assert group.tolist() == list(range(7))
    assert joined == 0


def test_parts_are_joined_over_the_fewest_areas():
    # 0 and 2 belong together: 1 lies between them.
    group, joined = join_split_groups(GRAPH, np.array([9, 1, 9, 3, 4, 5, 6]))
    assert group[0] == group[1] == group[2]
    assert len(set(group.tolist())) == 5
    assert joined == 1


def test_the_way_takes_whole_groups_with_it():
    # The way from 0 to 2 leads through 1, which belongs to 4.
    group, _ = join_split_groups(GRAPH, np.array([9, 1, 9, 3, 1, 5, 6]))
    assert len({group[0], group[1], group[2], group[4]}) == 1
    assert group[3] != group[0] != group[5]


def test_parts_on_an_island_cannot_be_joined():
    with pytest.raises(InfeasibleProblem, match="2 areas in 2 parts") as refused:
        join_split_groups(GRAPH, np.array([9, 1, 2, 3, 4, 5, 9]))
    assert "bridges" in str(refused.value)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_groups_end_up_connected_and_never_fall_apart(wanted):
    row = ContiguityGraph.from_edges(6, np.arange(5), np.arange(1, 6))
    group, joined = join_split_groups(row, np.array(wanted))
    count = group.max() + 1
    assert sorted(set(group.tolist())) == list(range(count))
    assert row.parts_per_territory(group, count).tolist() == [1] * count
    for one in range(6):
        for other in range(6):
            assert wanted[one] != wanted[other] or group[one] == group[other]
    assert (joined == 0) == (count == len(set(wanted)))


def test_a_lock_holds_for_the_whole_group():
    group = np.array([0, 0, 1, 1, 2])
    locked = np.array([UNASSIGNED, 3, UNASSIGNED, UNASSIGNED, 1])
    assert agree_on_lock(group, locked).tolist() == [3, 3, UNASSIGNED, UNASSIGNED, 1]


def test_locks_that_tear_a_group_are_refused():
    group, locked = np.array([0, 0, 1, 1]), np.array([2, 3, 1, UNASSIGNED])
    with pytest.raises(InvalidInput, match=r"A group of areas .* \(at areas north\)") as refused:
        agree_on_lock(group, locked, ["north", "south", "east", "west"])
    assert "Unlock one side" in str(refused.value)


def test_a_group_goes_where_most_of_its_weight_is():
    group = np.array([0, 0, 0, 1, 1])
    labels = np.array([0, 0, 1, UNASSIGNED, 2])
    light = np.array([1.0, 1.0, 5.0, 9.0, 1.0])
    assert agree_on_territory(group, labels, light).tolist() == [1, 1, 1, 2, 2]
    equal = np.ones(5)
    assert agree_on_territory(group, labels, equal).tolist() == [0, 0, 0, 2, 2]
    nobody = np.full(5, UNASSIGNED)
    assert agree_on_territory(group, nobody, equal).tolist() == [UNASSIGNED] * 5


def test_without_weight_the_number_of_areas_decides():
    group, labels = np.zeros(3, dtype=int), np.array([1, 1, 0])
    assert agree_on_territory(group, labels, np.zeros(3)).tolist() == [1, 1, 1]


def test_the_way_avoids_areas_that_are_locked_elsewhere():
    together = np.array([9, 1, 9, 3, 4, 5, 6])
    locked = np.array([UNASSIGNED, 0, UNASSIGNED, UNASSIGNED, UNASSIGNED, UNASSIGNED, UNASSIGNED])
    group, _ = join_split_groups(GRAPH, together, locked)
    assert len({int(group[area]) for area in (0, 3, 4, 5, 2)}) == 1
    assert group[1] != group[0]

    locked[0] = 0  # the group must go there, too
    group, _ = join_split_groups(GRAPH, together, locked)
    assert group[0] == group[1] == group[2]
