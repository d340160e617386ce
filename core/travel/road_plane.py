"""The plane on which the nearest road is looked for."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from ..geometry.geodesy import MEAN_EARTH_RADIUS_M, EarthMetric, Metric


def road_plane(metric: Metric, positions: FloatArray) -> FloatArray:
    """Positions (n, 2) on the metric's plane with lengths as on the ellipsoid about its centre.

    The plane is that of a sphere, on which a degree to the north is up to 0.7 % longer or shorter
    than on the ellipsoid, and one to the east by less: of two roads about equally far away it may
    name the wrong one. The ellipsoid's two radii of curvature at the centre set that right
    (Snyder 1987, eq. 4-18 and 4-20).
    """
    plane = metric.to_plane(positions)
    if not isinstance(metric, EarthMetric):
        return plane
    a, b = metric.ellipsoid.semi_major_m, metric.ellipsoid.semi_minor_m
    flattened = 1.0 - (b / a) ** 2
    root = 1.0 - flattened * np.sin(np.radians(metric.centre[1])) ** 2
    to_east, to_north = a / np.sqrt(root), a * (1.0 - flattened) / root**1.5
    return plane * (np.array([to_east, to_north]) / MEAN_EARTH_RADIUS_M)
