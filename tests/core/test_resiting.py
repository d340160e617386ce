"""Homes after balancing, where the travel table has gaps.

Four areas in a row, 1 km apart; all trips take two minutes, but none leads to v::

    v  w  x  y
"""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.plan.areas import Areas, Homes
from territory_design.core.plan.plan import Plan
from territory_design.core.plan.resiting import Resited
from territory_design.core.travel.cost_table import CostTable
from territory_design.core.travel.trips import Trips

ONE_TERRITORY = np.zeros(4, dtype=np.int64)


@pytest.fixture
def resited():
    points = np.column_stack([np.arange(4.0) * 1000.0, np.zeros(4)])
    areas = Areas("vwxy", points, PlaneMetric(), np.ones((4, 1)), np.ones(4))
    pairs = [(a, b) for a in "wxy" for b in "vwxy" if a != b]
    gap = [b == "v" for _, b in pairs]
    table = CostTable.from_rows(
        [a for a, _ in pairs],
        [b for _, b in pairs],
        np.where(gap, np.nan, 1500.0),
        np.where(gap, np.nan, 120.0),
    )
    trips = Trips(areas, table)
    home = Homes(points[[1]], np.array([1]))
    after = Plan(areas, ONE_TERRITORY, ["a"], np.full((1, 1), 4.0), home)
    return Resited.of(after, None, trips, np.zeros(1, dtype=bool))


def test_a_trip_without_a_route_has_the_length_of_a_straight_line(resited):
    known = resited.best.statistics.overall_mean_distance_m
    whole = resited.with_lines_for_gaps()
    # From w: 1 km to v, nothing to itself, 1.5 km each to the others.
    assert resited.best.homes.area.tolist() == [1]
    assert known == pytest.approx(3000.0 / 3)
    assert whole.best.statistics.overall_mean_distance_m == pytest.approx(4000.0 / 4)
    assert whole.moved.trip_m.tolist() == [1000.0, 0.0, 1500.0, 1500.0]


def test_its_time_stays_unknown_and_is_told(resited):
    best = resited.with_lines_for_gaps().best
    assert best.without_route.tolist() == [0]
    assert best.overall_mean_trip_s == pytest.approx(240.0 / 3)
    assert resited.after.without_route.tolist() == []  # its homes know no times at all


def test_merged_homes_take_each_trip_from_where_it_is_known():
    points = np.column_stack([np.arange(4.0) * 1000.0, np.zeros(4)])
    areas = Areas("vwxy", points, PlaneMetric(), np.ones((4, 1)), np.ones(4))
    by_road = Homes(points[[0, 1]], np.array([0, 1]), np.full((4, 2), 7.0), np.full((4, 2), 70.0))
    lines = Homes.in_areas(areas, np.array([2, 3]))
    first = np.array([True, False])
    merged = Homes.merged(areas, first, by_road, lines)
    assert merged.area.tolist() == [0, 3]
    assert merged.trip_m.tolist() == [[7.0, 3000.0], [7.0, 2000.0], [7.0, 1000.0], [7.0, 0.0]]
    assert np.isnan(merged.trip_s[:, 1]).all()
    assert (merged.trip_s[:, 0] == 70.0).all()
    # Whose trips are not taken says nothing about the others: they stay straight lines.
    assert Homes.merged(areas, ~first & False, by_road, lines).trip_m is None
    assert Homes.merged(areas, first | True, by_road, lines).trip_m.tolist() == [[7.0, 7.0]] * 4
