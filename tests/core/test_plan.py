"""A plan knows its figures, whose homes travel counts from, and what changes hands.

+---+---+---+
| 0 | 1 | 2 |   areas 1 km apart, weights 1 2 3
+---+---+---+   today 0 and 1 belong to "west", 2 to "east"
"""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.plan.areas import NO_AREA, UNASSIGNED, Areas, Homes
from territory_design.core.plan.order import north_to_south
from territory_design.core.plan.plan import Plan, mean_by_territory


@pytest.fixture
def areas() -> Areas:
    weights = np.array([[1.0], [2.0], [3.0]])
    return Areas(
        ids=("a", "b", "c"),
        positions=np.array([[0.0, 0.0], [1000.0, 0.0], [2000.0, 0.0]]),
        metric=PlaneMetric(),
        weights=weights,
        trips=weights[:, 0],
        graph=ContiguityGraph.from_edges(3, [0, 1], [1, 2], np.array([100.0, 100.0])),
    )


@pytest.fixture
def today(areas) -> Plan:
    return Plan(areas, np.array([0, 0, 1]), ("west", "east"), np.full((2, 1), 3.0))


def test_figures_of_a_plan_to_its_weighted_centres(today):
    assert today.statistics.totals.tolist() == [[3.0], [3.0]]
    assert today.statistics.max_deviation_pct == 0.0
    assert today.statistics.border_length_m == 100.0
    # West: weights 1 and 2 at 0 and 1000 m, centre at 666.7 m.
    assert today.centres[:, 0] == pytest.approx([2000.0 / 3.0, 2000.0])
    assert today.trip_m == pytest.approx([2000.0 / 3.0, 1000.0 / 3.0, 0.0])


def test_before_after_and_after_resiting_count_from_the_right_homes(areas, today):
    lived_in = Homes.in_areas(areas, np.array([0, 2]))
    before = today.from_homes(lived_in)
    after = Plan(areas, np.array([0, 1, 1]), today.names, today.targets, lived_in, before)
    moved = after.from_homes(Homes.in_areas(areas, np.array([0, 1])))
    assert before.trip_m.tolist() == [0.0, 1000.0, 0.0]
    assert after.trip_m.tolist() == [0.0, 1000.0, 0.0]
    assert moved.trip_m.tolist() == [0.0, 0.0, 1000.0]
    assert after.current.statistics.overall_mean_distance_m == pytest.approx(2000.0 / 6.0)
    assert moved.statistics.overall_mean_distance_m == pytest.approx(3000.0 / 6.0)
    assert after.changed.tolist() == [False, True, False]
    assert after.changed_share == pytest.approx(2.0 / 6.0)


def test_without_a_current_plan_there_is_no_change_rather_than_none_of_it(today):
    assert today.changed_share is None
    assert not today.changed.any()


def test_times_come_from_a_table_alone(areas, today):
    seconds = np.array([[10.0, 60.0], [20.0, 30.0], [50.0, 0.0]])
    timed = today.from_homes(Homes(areas.positions[[0, 2]], np.array([0, 2]), trip_s=seconds))
    assert today.trip_s is None
    assert today.overall_mean_trip_s is None
    assert timed.trip_s.tolist() == [10.0, 20.0, 0.0]
    assert timed.mean_trip_s.tolist() == pytest.approx([50.0 / 3.0, 0.0])
    assert timed.overall_mean_trip_s == pytest.approx(50.0 / 6.0)


def test_homes_outside_their_own_territory_are_named(areas, today):
    swapped = today.from_homes(Homes.in_areas(areas, np.array([2, 0])))
    assert swapped.homes_outside().tolist() == [0, 1]
    assert today.from_homes(Homes.in_areas(areas, np.array([1, 2]))).homes_outside().tolist() == []
    assert today.homes_outside().tolist() == []


def test_an_unassigned_area_and_a_missing_home_have_no_trip(areas, today):
    plan = today.with_labels(np.array([0, UNASSIGNED, 1]))
    homes = Homes.in_areas(areas, np.array([0, NO_AREA]))
    assert homes.exists.tolist() == [True, False]
    trips = plan.from_homes(homes).trip_m
    assert trips[0] == 0.0
    assert np.isnan(trips[1:]).all()


def test_numbers_run_from_north_to_south_then_from_west_to_east():
    points = np.array([[5.0, 0.0], [1.0, 9.0], [0.0, 0.0], [np.nan, np.nan]])
    assert north_to_south(points).tolist() == [1, 2, 0, 3]


def test_numbering_from_the_north_takes_the_targets_along(areas):
    places = np.array([[0.0, 0.0], [0.0, 1000.0], [0.0, 2000.0]])
    column = Areas(areas.ids, places, areas.metric, areas.weights, areas.trips)
    plan = Plan(column, np.array([0, 0, 1]), (1, 2), np.array([[2.0], [4.0]]))
    numbered = plan.numbered_from_north()
    assert numbered.labels.tolist() == [1, 1, 0]
    assert numbered.targets.tolist() == [[4.0], [2.0]]


def test_means_by_territory_skip_what_is_not_known():
    values = np.array([1.0, np.nan, 5.0, 7.0])
    labels = np.array([0, 0, 1, UNASSIGNED])
    assert mean_by_territory(values, np.zeros(4), labels, 3)[:2].tolist() == [1.0, 5.0]
    assert np.isnan(mean_by_territory(values, np.zeros(4), labels, 3)[2])
