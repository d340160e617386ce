"""Homes for people who may move and for new territories, beside people who stay.

Ten areas in a row, 1 km apart, weight 1 each::

    0 1 2 3 4 5 6 7 8 9
"""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.free_homes import Division, site_free_homes
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.errors import InvalidInput
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.plan.areas import NO_AREA, Areas
from territory_design.core.travel.cost_table import CostTable
from territory_design.core.travel.trips import Trips


@pytest.fixture
def row() -> Areas:
    rows = np.arange(9)
    return Areas(
        list("abcdefghij"),
        np.array([[1000.0 * i, 0.0] for i in range(10)]),
        PlaneMetric(),
        np.ones((10, 1)),
        np.ones(10),
        ContiguityGraph.from_edges(10, rows, rows + 1, np.full(9, 10.0)),
    )


def division(areas: Areas, count: int, trips: Trips | None = None) -> Division:
    targets = np.full((count, 1), 10.0 / count)
    return Division(areas, targets, np.array([1.0]), trips or Trips(areas))


def costs(areas: Areas, homes: list[int]) -> np.ndarray:
    """Metres from each home; NaN for a negative one."""
    known = areas.metric.matrix(areas.positions, areas.positions[homes])
    return np.where(np.array(homes) < 0, np.nan, known)


def test_a_new_home_lies_in_the_middle_of_what_the_others_leave(row):
    sited = site_free_homes(
        division(row, 2), costs(row, [2, NO_AREA]), np.array([True, False]), seed=1
    )
    assert sited.area.tolist() == [NO_AREA, 7]
    assert sited.plan.labels.tolist() == [0] * 5 + [1] * 5
    assert sited.cost[:, 0].tolist() == costs(row, [2, 0])[:, 0].tolist()
    assert sited.cost[7, 1] == 0.0


def test_somebody_who_may_move_does_and_somebody_who_stays_does_not(row):
    stays = np.array([True, False])
    sited = site_free_homes(division(row, 2), costs(row, [0, 1]), stays, seed=1)
    assert sited.area.tolist() == [NO_AREA, 7]
    assert np.bincount(sited.plan.labels).tolist() == [5, 5]


def test_several_new_homes_are_spread_and_repeatable(row):
    free = np.array([False] * 5)
    found = [
        site_free_homes(division(row, 5), np.full((10, 5), np.nan), free, seed=1) for _ in range(2)
    ]
    assert found[0].area.tolist() == found[1].area.tolist()
    assert len(set(found[0].area.tolist())) == 5
    assert np.bincount(found[0].plan.labels).tolist() == [2] * 5


def test_homes_lie_where_a_travel_table_has_rows(row):
    rows = [(o, d, 60.0 * abs(ord(o) - ord(d))) for o in "aj" for d in row.ids]
    origins, destinations, seconds = zip(*rows)
    table = CostTable.from_rows(origins, destinations, time_s=np.array(seconds))
    cost = 0.06 * costs(row, [0, NO_AREA])
    sited = site_free_homes(
        division(row, 2, Trips(row, table)), cost, np.array([True, False]), seed=1
    )
    assert sited.area.tolist() == [NO_AREA, 9]


def test_a_travel_table_with_too_few_rows_is_refused(row):
    table = CostTable.from_rows(["a"] * 10, row.ids, distance_m=np.arange(10.0))
    with pytest.raises(InvalidInput, match="rows from 1 areas, but 2 homes"):
        site_free_homes(
            division(row, 3, Trips(row, table)),
            costs(row, [0, NO_AREA, NO_AREA]),
            np.array([True, False, False]),
            seed=1,
        )
