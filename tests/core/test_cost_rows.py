"""Costs between two layers: origins 10 and 9, destinations b and a."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.progress import Cancelled, Progress
from territory_design.core.travel import cost_rows
from territory_design.core.travel.cost_rows import CostRows, straight_line_costs

COSTS = CostRows(
    [10, 9],
    ["b", "a"],
    np.array([[1.0, 2.0], [3.0, np.inf]]),
    np.array([[10.0, 20.0], [30.0, np.inf]]),
)
LOST = np.array([[np.inf, 1.0], [np.inf, np.inf]])


class Cancelling(Progress):
    def is_cancelled(self) -> bool:
        return True


@pytest.mark.parametrize("pairs_per_block", [1, 200_000])
def test_rows_come_in_the_order_of_ids(monkeypatch, pairs_per_block):
    monkeypatch.setattr(cost_rows, "_PAIRS_PER_BLOCK", pairs_per_block)
    rows = list(COSTS.in_order_of_ids().rows())
    assert [row[:2] for row in rows] == [(9, "a"), (9, "b"), (10, "a"), (10, "b")]
    assert [row[2:] for row in rows] == [(None, None), (3, 30), (2, 20), (1, 10)]


def test_pairs_and_places_without_a_route():
    assert COSTS.pair_count == 4
    assert COSTS.unreachable.tolist() == [[1, 1]]
    assert COSTS.cut_off_origins == COSTS.cut_off_destinations == []
    lost = CostRows(COSTS.origins, COSTS.destinations, LOST, LOST)
    assert lost.cut_off_origins == [9]
    assert lost.cut_off_destinations == ["b"]


@pytest.mark.parametrize("pairs_per_block", [1, 200_000])
def test_straight_lines_take_their_length_at_the_speed(monkeypatch, pairs_per_block):
    monkeypatch.setattr(cost_rows, "_PAIRS_PER_BLOCK", pairs_per_block)
    starts, places = np.array([[0.0, 0.0], [0.0, 3000.0]]), np.array([[4000.0, 0.0]])
    distance, time_s = straight_line_costs(PlaneMetric(), starts, places, 36.0)
    np.testing.assert_allclose(distance, [[4000.0], [5000.0]])
    np.testing.assert_allclose(time_s, [[400.0], [500.0]])


def test_cancel():
    places = np.zeros((2, 2))
    with pytest.raises(Cancelled):
        straight_line_costs(PlaneMetric(), places, places, 50.0, Cancelling())
    with pytest.raises(Cancelled):
        COSTS.in_order_of_ids(Cancelling())
    with pytest.raises(Cancelled):
        next(COSTS.rows(Cancelling()))
