"""Figures of a plan.

0 1        areas 1 km apart, borders 10 (side by side) and 20 (one above the other)
2 3
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.balance.problem import equal_targets
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.geometry.geodesy import EarthMetric, PlaneMetric
from territory_design.core.plan.statistics import (
    centre_distances,
    deviation_pct,
    plan_statistics,
    territory_members,
    territory_totals,
    weighted_centres,
)

POINTS = np.array([[0.0, 1000.0], [1000.0, 1000.0], [0.0, 0.0], [1000.0, 0.0]])
GRAPH = ContiguityGraph.from_edges(4, [0, 2, 0, 1], [1, 3, 2, 3], [10.0, 10.0, 20.0, 20.0])
WEIGHTS = np.array([[1.0], [2.0], [3.0], [4.0]])


def judged(labels, weights=WEIGHTS, k=2, graph=GRAPH, distance=(100.0, 200.0, 300.0, 400.0)):
    return plan_statistics(
        np.array(labels),
        weights,
        equal_targets(weights, k),
        np.array(distance),
        weights[:, 0],
        graph,
    )


def test_two_columns():
    figures = judged([0, 1, 0, 1])
    assert figures.area_count.tolist() == [2, 2]
    assert figures.totals.tolist() == [[4.0], [6.0]]
    assert figures.deviation_pct[:, 0] == pytest.approx([-20.0, 20.0])
    assert figures.max_deviation_pct == pytest.approx(20.0)
    assert figures.cv_pct == pytest.approx(20.0)
    assert figures.parts.tolist() == [1, 1]
    assert figures.mean_distance_m.tolist() == pytest.approx([(100 + 900) / 4, (400 + 1600) / 6])
    assert figures.overall_mean_distance_m == pytest.approx(300.0)
    assert figures.border_m.tolist() == [20.0, 20.0]
    assert figures.border_length_m == 20.0, "each border once"


def test_diagonals_are_in_two_parts():
    figures = judged([0, 1, 1, 0])
    assert figures.parts.tolist() == [2, 2]
    assert figures.border_length_m == 60.0


def test_an_empty_territory():
    figures = judged([0, 0, 0, 0])
    assert figures.area_count.tolist() == [4, 0]
    assert figures.parts.tolist() == [1, 0]
    assert np.isnan(figures.mean_distance_m[1])
    assert figures.max_deviation_pct == pytest.approx(100.0)
    assert figures.border_length_m == 0.0


def test_unassigned_areas_count_nowhere():
    figures = judged([0, -1, 0, 1], distance=(100.0, np.nan, 300.0, 400.0))
    assert figures.totals.ravel().tolist() == [4.0, 4.0]
    assert figures.area_count.tolist() == [2, 1]
    assert np.isfinite(figures.overall_mean_distance_m)


def test_without_weight_areas_count_alike():
    figures = judged([0, 1, 0, 1], weights=np.zeros((4, 1)))
    assert figures.deviation_pct.tolist() == [[0.0], [0.0]]
    assert figures.mean_distance_m.tolist() == [200.0, 300.0]
    assert figures.overall_mean_distance_m == 250.0
    assert figures.cv_pct == 0.0


def test_the_worst_field_counts():
    weights = np.array([[1.0, 4.0], [1.0, 1.0], [1.0, 4.0], [1.0, 1.0]])
    figures = judged([0, 1, 0, 1], weights=weights)
    assert figures.deviation_pct == pytest.approx(np.array([[0.0, 60.0], [0.0, -60.0]]))
    assert figures.max_deviation_pct == pytest.approx(60.0)
    assert figures.cv_pct == pytest.approx(60.0)


def test_points_have_neither_parts_nor_borders():
    figures = judged([0, 1, 1, 0], graph=None)
    assert figures.parts.tolist() == [1, 1]
    assert figures.border_length_m == 0.0


def test_deviation_from_a_target_of_nothing():
    assert deviation_pct(np.array([[0.0], [2.0]]), np.zeros((2, 1))).tolist() == [[0.0], [np.inf]]


def test_centres_lie_where_the_weight_is():
    centres = weighted_centres(np.array([0, 0, 1, -1]), POINTS, np.array([1.0, 3.0, 0.0, 5.0]), 3)
    assert centres[0].tolist() == [750.0, 1000.0]
    assert centres[1].tolist() == [0.0, 0.0], "without weight: the plain mean"
    assert np.isnan(centres[2]).all()


def test_distances_to_the_own_centre():
    labels, mass = np.array([0, 0, -1, 1]), np.ones(4)
    centres, distance = centre_distances(labels, POINTS, mass, 2, PlaneMetric())
    assert centres.tolist() == [[500.0, 1000.0], [1000.0, 0.0]]
    assert distance[[0, 1, 3]].tolist() == [500.0, 500.0, 0.0]
    assert np.isnan(distance[2])


def test_centres_across_the_antimeridian():
    positions = np.array([[179.0, 0.0], [-179.0, 0.0]])
    metric = EarthMetric.around(positions)
    centres, distance = centre_distances(np.zeros(2, dtype=int), positions, np.ones(2), 1, metric)
    assert abs(centres[0, 0]) == pytest.approx(180.0)
    assert distance == pytest.approx([111_319.5, 111_319.5], rel=1e-3)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(-1, 2), min_size=4, max_size=4), st.integers(0, 2**31))
def test_nothing_is_lost_or_counted_twice(labels, seed):
    weights = np.random.default_rng(seed).random((4, 2))
    labels = np.array(labels)
    totals = territory_totals(labels, weights, 3)
    assert totals.sum(axis=0) == pytest.approx(weights[labels >= 0].sum(axis=0))
    figures = judged(labels, weights=weights, k=3)
    assert figures.area_count.sum() == np.count_nonzero(labels >= 0)
    if (labels >= 0).all():
        assert figures.border_m.sum() == pytest.approx(2.0 * figures.border_length_m)


def test_members_of_each_territory():
    members = territory_members(np.array([1, -1, 3, 1, 0]), 4)
    assert [areas.tolist() for areas in members] == [[4], [0, 3], [], [2]]


def test_the_worst_deviation_keeps_its_sign():
    """Two criteria: territory 0 is 50 % short of the second, territory 1 is 20 % over the first."""
    figures = plan_statistics(
        np.array([0, 1]),
        weights=np.array([[11.0, 5.0], [12.0, 11.0]]),
        targets=np.array([[10.0, 10.0], [10.0, 10.0]]),
        distance_m=np.zeros(2),
        mass=np.ones(2),
        graph=None,
    )
    np.testing.assert_allclose(figures.worst_deviation_pct, [-50.0, 20.0])
