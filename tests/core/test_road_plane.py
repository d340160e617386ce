"""Lengths on the plane of the roads are those of the ellipsoid."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.geometry.geodesy import EarthMetric, PlaneMetric
from territory_design.core.travel.road_plane import road_plane


@pytest.mark.parametrize("latitude", [-70.0, 0.0, 45.0, 60.0])
def test_a_place_is_as_far_to_the_north_and_to_the_east_as_on_the_ellipsoid(latitude):
    metric = EarthMetric(centre=(10.0, latitude))
    here = np.array([[10.0, latitude]])
    there = np.array([[10.0, latitude + 0.5], [10.5, latitude], [9.6, latitude - 0.3]])
    true = metric.between(here, there)
    ours = np.linalg.norm(road_plane(metric, there) - road_plane(metric, here), axis=1)
    assert ours == pytest.approx(true, rel=2e-4)
    sphere = np.linalg.norm(metric.to_plane(there) - metric.to_plane(here), axis=1)
    assert np.abs(sphere / true - 1.0).max() > 1e-3


def test_a_plane_stays_as_it_is():
    places = np.array([[1.0, 2.0], [3.0, 5.0]])
    assert road_plane(PlaneMetric(2.0), places).tolist() == [[2.0, 4.0], [6.0, 10.0]]
