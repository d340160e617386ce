"""Distances on the ellipsoid and the local plane."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.geometry import geodesy
from territory_design.core.geometry.geodesic import WGS84, Ellipsoid, geodesic_distance
from territory_design.core.geometry.geodesy import (
    MEAN_EARTH_RADIUS_M,
    EarthMetric,
    PlaneMetric,
    great_circle_distance,
    mean_on_sphere,
    unit_vectors,
)
from territory_design.core.progress import Cancelled, Progress

GRS80 = Ellipsoid(6_378_137.0, 6_356_752.314140356)
longitudes = st.floats(-180.0, 180.0)
latitudes = st.floats(-89.0, 89.0)
few = settings(max_examples=60, deadline=None)


def degrees(whole: int, minutes: int, seconds: float) -> float:
    return np.sign(whole) * (abs(whole) + minutes / 60.0 + seconds / 3600.0)


@pytest.mark.parametrize(
    ("start", "end", "metres"),
    [
        # New York to London (Karney's GeodSolve).
        ((-73.8, 40.6), (-0.5, 51.6), 5_551_759.400),
        # A degree of the equator, a quarter of a meridian.
        ((10.0, 0.0), (11.0, 0.0), WGS84.semi_major_m * np.pi / 180.0),
        ((0.0, 0.0), (0.0, 90.0), 10_001_965.729),
        # From pole to pole, whatever the meridian.
        ((17.0, 90.0), (-120.0, -90.0), 2 * 10_001_965.729),
        # Across the antimeridian.
        ((179.5, 0.0), (-179.5, 0.0), WGS84.semi_major_m * np.pi / 180.0),
        ((3.0, 4.0), (3.0, 4.0), 0.0),
        ((-180.0, 12.0), (180.0, 12.0), 0.0),
    ],
)
def test_known_geodesics(start, end, metres):
    assert geodesic_distance(*start, *end) == pytest.approx(metres, abs=2e-3)


def test_flinders_peak_to_buninyong():
    """The example of the Geocentric Datum of Australia manual, on GRS 80."""
    found = geodesic_distance(
        degrees(144, 25, 29.52440),
        degrees(-37, 57, 3.72030),
        degrees(143, 55, 35.38390),
        degrees(-37, 39, 10.15610),
        GRS80,
    )
    assert found == pytest.approx(54_972.271, abs=1e-3)


def test_nearly_antipodal_points():
    found = geodesic_distance(0.0, 0.5, 179.7, -0.5)
    assert found == pytest.approx(19_995_624.890, abs=1e-3)


def test_opposite_points_are_half_a_meridian_apart():
    half_meridian = 20_003_931.458625
    for longitude, latitude in ((0.0, 0.0), (10.0, 30.0), (-170.0, -45.0), (0.0, 90.0)):
        found = geodesic_distance(longitude, latitude, longitude + 180.0, -latitude)
        assert found == pytest.approx(half_meridian, abs=1e-3)


def test_along_the_equator_the_shorter_way_leads_past_a_pole():
    # Beyond (1 - f) times 180 degrees the equator is no longer the shortest line.
    equator = WGS84.semi_major_m * np.radians(179.9)
    assert 20_003_000.0 < float(geodesic_distance(0.0, 0.0, 179.9, 0.0)) < equator - 10_000.0


def test_arrays_broadcast_and_keep_their_shape():
    assert geodesic_distance(np.zeros((3, 1)), 0.0, np.ones(4), 0.0).shape == (3, 4)
    assert geodesic_distance(np.empty(0), 0.0, 1.0, 0.0).shape == (0,)


@few
@given(longitudes, latitudes, longitudes, latitudes)
def test_a_geodesic_is_symmetric_and_near_the_great_circle(lon1, lat1, lon2, lat2):
    there = float(geodesic_distance(lon1, lat1, lon2, lat2))
    back = float(geodesic_distance(lon2, lat2, lon1, lat1))
    circle = float(great_circle_distance(lon1, lat1, lon2, lat2))
    assert there == pytest.approx(back, abs=1e-3)
    assert there == pytest.approx(circle, rel=6e-3, abs=1e-3)
    assert there <= np.pi * WGS84.semi_major_m


@few
@given(
    longitudes,
    latitudes,
    st.lists(st.tuples(st.floats(-3e5, 3e5), st.floats(-3e5, 3e5)), min_size=1, max_size=5),
)
def test_the_plane_and_back(longitude, latitude, offsets):
    metric = EarthMetric(WGS84, (longitude, latitude))
    points = np.array(offsets)
    there = metric.from_plane(points)
    assert (np.abs(there) <= [180.0, 90.0]).all()
    assert metric.to_plane(there) == pytest.approx(points, abs=1e-2)


@pytest.mark.parametrize("centre", [(8.7, 49.4), (180.0, -17.0), (0.0, 90.0), (55.0, -90.0)])
def test_lengths_on_the_plane_are_right_near_its_centre(centre):
    metric = EarthMetric(WGS84, centre)
    rng = np.random.default_rng(3)
    points = rng.uniform(-4e5, 4e5, (40, 2))
    positions = metric.from_plane(points)
    flat = np.hypot(*(points[:20] - points[20:]).T)
    assert metric.between(positions[:20], positions[20:]) == pytest.approx(flat, rel=6e-3)


def test_the_centre_of_the_plane_is_the_middle_of_the_positions():
    across = np.array([[179.0, 10.0], [-179.0, 10.0]])
    longitude, latitude = mean_on_sphere(across)
    assert abs(longitude) == pytest.approx(180.0)
    assert latitude == pytest.approx(10.0, abs=0.01)
    # Three points around the pole: their mean is the pole, not latitude 80.
    around = np.array([[0.0, 80.0], [120.0, 80.0], [-120.0, 80.0]])
    assert mean_on_sphere(around)[1] == pytest.approx(90.0, abs=1e-6)
    weighted = mean_on_sphere(np.array([[0.0, 0.0], [10.0, 0.0]]), np.array([0.0, 3.0]))
    assert weighted == pytest.approx((10.0, 0.0))
    metric = EarthMetric.around(across)
    assert np.abs(metric.to_plane(across)).max() < 112_000
    assert EarthMetric.around(np.empty((0, 2))).centre == (0.0, 0.0)


def test_unit_vectors_are_of_length_one():
    vectors = unit_vectors(np.array([[0.0, 0.0], [90.0, 0.0], [33.0, 90.0]]))
    assert vectors == pytest.approx(np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1.0]]), abs=1e-12)


@few
@given(longitudes, latitudes, longitudes, latitudes)
def test_a_geodesic_is_between_its_chord_and_the_arc_of_the_least_radius(lon1, lat1, lon2, lat2):
    metric = EarthMetric()
    places = np.array([[lon1, lat1], [lon2, lat2]])
    chord = float(np.linalg.norm(np.diff(metric.to_space(places), axis=0)))
    geodesic = float(metric.between(places[:1], places[1:])[0])
    assert geodesic >= chord - 1e-3
    assert geodesic <= metric.most_over_line(chord) * chord + 1e-3


def test_a_chord_tells_a_geodesic_of_800_km_to_one_in_ten_thousand():
    # On the meridian from the equator, where the ellipsoid is bent most.
    metric = EarthMetric()
    places = np.array([[0.0, 0.0], [0.0, 7.2]])
    chord = float(np.linalg.norm(np.diff(metric.to_space(places), axis=0)))
    geodesic = float(metric.between(places[:1], places[1:])[0])
    assert geodesic == pytest.approx(796_000.0, abs=500.0)
    most = metric.most_over_line(chord)
    assert geodesic <= most * chord <= geodesic * (1.0 + 1e-4)
    assert metric.most_over_line(12_700_000.0) == np.inf  # two ways around
    assert metric.most_over_line(0.0) == 1.0


def test_a_matrix_holds_all_pairs():
    metric = EarthMetric()
    origins, destinations = np.array([[0.0, 0.0], [1.0, 0.0]]), np.array([[0.0, 0.0], [0.0, 1.0]])
    matrix = metric.matrix(origins, destinations)
    assert matrix.shape == (2, 2)
    assert matrix[0, 0] == 0.0
    assert matrix[1, 0] == pytest.approx(111_319.491, abs=1e-3)


def test_a_matrix_is_made_by_rows_and_hears_a_cancel(monkeypatch):
    monkeypatch.setattr(geodesy, "_PAIRS_AT_ONCE", 4)
    places = np.random.default_rng(2).uniform(-60.0, 60.0, (7, 2))
    metric = EarthMetric()
    whole = metric.between(places[:, None, :], places[None, :3, :])
    assert metric.matrix(places, places[:3]).tolist() == whole.tolist()

    class AfterThree(Progress):
        asked = 0

        def is_cancelled(self):
            self.asked += 1
            return self.asked > 3

    progress = AfterThree()
    with pytest.raises(Cancelled):
        metric.matrix(places, places[:3], progress)
    assert progress.asked == 4


def test_a_plain_map_measures_straight_lines():
    metric = PlaneMetric(metres_per_unit=0.5)
    points = np.array([[0.0, 0.0], [3.0, 4.0]])
    assert metric.between(points[:1], points[1:]).tolist() == [2.5]
    assert metric.matrix(points, points).tolist() == [[0.0, 2.5], [2.5, 0.0]]
    assert metric.from_plane(metric.to_plane(points)).tolist() == points.tolist()
    assert metric.most_over_line(5.0) == 1.0


def test_the_sphere_has_the_mean_radius():
    quarter = float(great_circle_distance(0.0, 0.0, 0.0, 90.0))
    assert quarter == pytest.approx(MEAN_EARTH_RADIUS_M * np.pi / 2.0)
