"""Travel by representative.

territory  0 0 1 1 -     trips of 10, 20, 30 m; the fourth area cannot be reached
visits     1 3 2 1 4
"""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.plan.areas import Areas, Homes
from territory_design.core.plan.plan import Plan
from territory_design.core.plan.travel_figures import (
    travel_figures,
    travel_in_metres,
    travel_in_seconds,
    visits_of,
)

LABELS = np.array([0, 0, 1, 1, -1])
TRIP = np.array([10.0, 20.0, 30.0, np.inf, 5.0])
VISITS = np.array([1.0, 3.0, 2.0, 1.0, 4.0])


def test_sums_means_and_the_longest_trip():
    figures = travel_figures(TRIP, VISITS, LABELS, 3)
    assert figures.visited.tolist() == [2, 1, 0]
    assert figures.unreachable.tolist() == [0, 1, 0]
    assert figures.one_each.tolist() == [30.0, 30.0, 0.0]
    assert figures.all_visits.tolist() == [70.0, 60.0, 0.0]
    assert figures.mean[:2].tolist() == [17.5, 30.0]
    assert figures.longest[:2].tolist() == [20.0, 30.0]
    assert np.isnan([figures.mean[2], figures.longest[2]]).all()
    assert figures.overall_mean == pytest.approx(130.0 / 6.0)
    assert figures.overall_longest == 30.0


def test_empty_areas_are_not_visited_unless_all_are_empty():
    some = travel_figures(TRIP, np.array([0.0, 1.0, 1.0, 0.0, 0.0]), LABELS, 2)
    assert some.one_each.tolist() == [20.0, 30.0]
    assert some.unreachable.tolist() == [0, 0]
    assert visits_of(np.array([0.0, 2.0])).tolist() == [0.0, 2.0]
    assert visits_of(np.zeros(2)).tolist() == [1.0, 1.0]


def test_nobody_travels():
    figures = travel_figures(np.full(5, np.nan), VISITS, LABELS, 2)
    assert np.isnan([figures.overall_mean, figures.overall_longest]).all()


def test_a_plan_tells_metres_and_where_it_knows_them_seconds():
    places = np.array([[0.0, 0.0], [3.0, 4.0]])
    areas = Areas((1, 2), places, PlaneMetric(), np.ones((2, 1)), np.zeros(2))
    plan = Plan(areas, np.array([0, 0]), ("a",), np.array([[2.0]]))
    plan = plan.from_homes(Homes.in_areas(areas, np.array([0])))
    assert travel_in_metres(plan).one_each.tolist() == [5.0], "nobody has visits: one trip each"
    assert travel_in_seconds(plan) is None
    timed = plan.from_homes(Homes(places[:1], np.array([0]), trip_s=np.array([[0.0], [60.0]])))
    assert travel_in_seconds(timed).one_each.tolist() == [60.0]
