"""Distances in metres between positions, on the ellipsoid or on a plane.

A *metric* hides from the rest of the core whether positions are longitudes and latitudes
(any layer with a coordinate reference system) or plain map units (a layer without one).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ..arrays import FloatArray

# (2a + b) / 3 of WGS 84, as the IUGG defines the mean radius.
MEAN_EARTH_RADIUS_M = 6_371_008.8
# 6 micrometres on the ground; Vincenty's own criterion.
_VINCENTY_TOLERANCE_RAD = 1e-12
# All pairs but the nearly antipodal, which never converge, are there within ten.
_VINCENTY_MAX_ITERATIONS = 60


@dataclass(frozen=True)
class Ellipsoid:
    """Reference ellipsoid by its two half axes in metres."""

    semi_major_m: float
    semi_minor_m: float

    @property
    def flattening(self) -> float:
        return 1.0 - self.semi_minor_m / self.semi_major_m


WGS84 = Ellipsoid(6_378_137.0, 6_356_752.314245179)


class Metric(Protocol):
    """What the solvers need to know about space."""

    def between(self, origins: FloatArray, destinations: FloatArray) -> FloatArray:
        """Distances in metres, row by row, of two (n, 2) arrays of positions."""

    def matrix(self, origins: FloatArray, destinations: FloatArray) -> FloatArray:
        """Distances in metres, shape (n, m), of (n, 2) origins to (m, 2) destinations."""

    def to_plane(self, positions: FloatArray) -> FloatArray:
        """Positions on one local plane in metres, for searches that need x and y."""

    def from_plane(self, points: FloatArray) -> FloatArray:
        """Inverse of :meth:`to_plane`."""


@dataclass(frozen=True)
class PlaneMetric:
    """Straight lines on the map plane, for layers without a reference system.

    Parameters
    ----------
    metres_per_unit : float
        Length of one map unit in metres.
    """

    metres_per_unit: float = 1.0

    def between(self, origins: FloatArray, destinations: FloatArray) -> FloatArray:
        difference = (np.asarray(origins) - np.asarray(destinations)) * self.metres_per_unit
        return np.hypot(difference[..., 0], difference[..., 1])

    def matrix(self, origins: FloatArray, destinations: FloatArray) -> FloatArray:
        return self.between(np.asarray(origins)[:, None, :], np.asarray(destinations)[None, :, :])

    def to_plane(self, positions: FloatArray) -> FloatArray:
        return np.asarray(positions, dtype=float) * self.metres_per_unit

    def from_plane(self, points: FloatArray) -> FloatArray:
        return np.asarray(points, dtype=float) / self.metres_per_unit


@dataclass(frozen=True)
class EarthMetric:
    """Geodesics on an ellipsoid; positions are (longitude, latitude) in degrees.

    Parameters
    ----------
    ellipsoid : Ellipsoid
        Where distances are measured.
    centre : tuple of float
        Longitude and latitude of the point where the local plane touches. The plane is
        Lambert's azimuthal equal-area projection of the sphere (Snyder 1987, eq. 24-2 ff.):
        lengths are right to 0.5 % within 800 km of the centre, and nothing tears at the
        antimeridian or at a pole unless it lies opposite the centre.
    """

    ellipsoid: Ellipsoid = WGS84
    centre: tuple[float, float] = (0.0, 0.0)

    @classmethod
    def around(cls, positions: FloatArray, ellipsoid: Ellipsoid = WGS84) -> EarthMetric:
        """Metric whose local plane is centred on the given (n, 2) positions."""
        return cls(ellipsoid, mean_on_sphere(positions) if len(positions) else (0.0, 0.0))

    def between(self, origins: FloatArray, destinations: FloatArray) -> FloatArray:
        origins, destinations = np.asarray(origins), np.asarray(destinations)
        return geodesic_distance(
            origins[..., 0],
            origins[..., 1],
            destinations[..., 0],
            destinations[..., 1],
            self.ellipsoid,
        )

    def matrix(self, origins: FloatArray, destinations: FloatArray) -> FloatArray:
        return self.between(np.asarray(origins)[:, None, :], np.asarray(destinations)[None, :, :])

    def to_plane(self, positions: FloatArray) -> FloatArray:
        longitude, latitude = np.radians(np.asarray(positions, dtype=float)).T
        longitude0, latitude0 = np.radians(self.centre)
        delta = longitude - longitude0
        cos_angle = np.sin(latitude0) * np.sin(latitude) + np.cos(latitude0) * np.cos(
            latitude
        ) * np.cos(delta)
        scale = MEAN_EARTH_RADIUS_M * np.sqrt(2.0 / np.maximum(1.0 + cos_angle, 1e-12))
        return np.column_stack(
            [
                scale * np.cos(latitude) * np.sin(delta),
                scale
                * (
                    np.cos(latitude0) * np.sin(latitude)
                    - np.sin(latitude0) * np.cos(latitude) * np.cos(delta)
                ),
            ]
        )

    def from_plane(self, points: FloatArray) -> FloatArray:
        x, y = np.asarray(points, dtype=float).T
        longitude0, latitude0 = np.radians(self.centre)
        radius = np.hypot(x, y)
        angle = 2.0 * np.arcsin(np.minimum(radius / (2.0 * MEAN_EARTH_RADIUS_M), 1.0))
        sine, cosine = np.sin(angle), np.cos(angle)
        with np.errstate(invalid="ignore", divide="ignore"):
            sine_ratio = np.where(radius > 0.0, y * sine / radius, 0.0)
        latitude = np.arcsin(
            np.clip(cosine * np.sin(latitude0) + sine_ratio * np.cos(latitude0), -1.0, 1.0)
        )
        longitude = longitude0 + np.arctan2(
            x * sine, radius * np.cos(latitude0) * cosine - y * np.sin(latitude0) * sine
        )
        wrapped = (np.degrees(longitude) + 180.0) % 360.0 - 180.0
        return np.column_stack([wrapped, np.degrees(latitude)])


def unit_vectors(positions: FloatArray) -> FloatArray:
    """Longitudes and latitudes in degrees (n, 2) as unit vectors (n, 3)."""
    longitude, latitude = np.radians(np.asarray(positions, dtype=float)).T
    return np.column_stack(
        [
            np.cos(latitude) * np.cos(longitude),
            np.cos(latitude) * np.sin(longitude),
            np.sin(latitude),
        ]
    )


def mean_on_sphere(positions: FloatArray, weights: FloatArray | None = None) -> tuple[float, float]:
    """Weighted mean of positions on the sphere, as (longitude, latitude) in degrees.

    The mean of the unit vectors, pushed back to the surface: right across the antimeridian
    and around the poles, where means of degrees are not.
    """
    vectors = unit_vectors(positions)
    if weights is not None and np.sum(weights) > 0.0:
        x, y, z = vectors.T @ np.asarray(weights, dtype=float)
    else:
        x, y, z = vectors.sum(axis=0)
    return float(np.degrees(np.arctan2(y, x))), float(np.degrees(np.arctan2(z, np.hypot(x, y))))


def great_circle_distance(
    longitude1: FloatArray, latitude1: FloatArray, longitude2: FloatArray, latitude2: FloatArray
) -> FloatArray:
    """Distance in metres on the mean sphere (haversine); degrees in, shapes broadcast."""
    longitude1, latitude1, longitude2, latitude2 = (
        np.radians(value) for value in (longitude1, latitude1, longitude2, latitude2)
    )
    half_chord_squared = (
        np.sin((latitude2 - latitude1) / 2.0) ** 2
        + np.cos(latitude1) * np.cos(latitude2) * np.sin((longitude2 - longitude1) / 2.0) ** 2
    )
    return 2.0 * MEAN_EARTH_RADIUS_M * np.arcsin(np.sqrt(np.minimum(half_chord_squared, 1.0)))


def geodesic_distance(
    longitude1: FloatArray,
    latitude1: FloatArray,
    longitude2: FloatArray,
    latitude2: FloatArray,
    ellipsoid: Ellipsoid = WGS84,
) -> FloatArray:
    """Length of the shortest line on the ellipsoid in metres; degrees in, shapes broadcast.

    Vincenty's inverse formula (1975), vectorised and right to a millimetre. Pairs that are
    nearly antipodal, where it does not converge, get the great-circle length (within 0.5 %).
    """
    first_longitude, first_latitude, second_longitude, second_latitude = np.broadcast_arrays(
        *(
            np.asarray(value, dtype=float)
            for value in (longitude1, latitude1, longitude2, latitude2)
        )
    )
    shape = first_longitude.shape
    f = ellipsoid.flattening
    reduced1 = np.arctan((1.0 - f) * np.tan(np.radians(first_latitude.ravel())))
    reduced2 = np.arctan((1.0 - f) * np.tan(np.radians(second_latitude.ravel())))
    difference = np.radians(
        (second_longitude.ravel() - first_longitude.ravel() + 180.0) % 360.0 - 180.0
    )
    sin_u1, cos_u1 = np.sin(reduced1), np.cos(reduced1)
    sin_u2, cos_u2 = np.sin(reduced2), np.cos(reduced2)

    distance = np.empty(difference.shape)
    open_pairs = np.arange(difference.size)
    lam = difference.copy()
    for _ in range(_VINCENTY_MAX_ITERATIONS):
        su1, cu1, su2, cu2 = (a[open_pairs] for a in (sin_u1, cos_u1, sin_u2, cos_u2))
        sin_lam, cos_lam = np.sin(lam), np.cos(lam)
        sin_sigma = np.hypot(cu2 * sin_lam, cu1 * su2 - su1 * cu2 * cos_lam)
        cos_sigma = su1 * su2 + cu1 * cu2 * cos_lam
        sigma = np.arctan2(sin_sigma, cos_sigma)
        with np.errstate(invalid="ignore", divide="ignore"):
            sin_alpha = np.where(sin_sigma > 0.0, cu1 * cu2 * sin_lam / sin_sigma, 0.0)
            cos2_alpha = 1.0 - sin_alpha**2
            cos_2sm = np.where(cos2_alpha > 0.0, cos_sigma - 2.0 * su1 * su2 / cos2_alpha, 0.0)
        c = f / 16.0 * cos2_alpha * (4.0 + f * (4.0 - 3.0 * cos2_alpha))
        new_lam = difference[open_pairs] + (1.0 - c) * f * sin_alpha * (
            sigma + c * sin_sigma * (cos_2sm + c * cos_sigma * (2.0 * cos_2sm**2 - 1.0))
        )
        done = np.abs(new_lam - lam) < _VINCENTY_TOLERANCE_RAD
        if done.any():
            u2 = (
                cos2_alpha[done]
                * (ellipsoid.semi_major_m**2 - ellipsoid.semi_minor_m**2)
                / ellipsoid.semi_minor_m**2
            )
            big_a = 1.0 + u2 / 16384.0 * (4096.0 + u2 * (-768.0 + u2 * (320.0 - 175.0 * u2)))
            big_b = u2 / 1024.0 * (256.0 + u2 * (-128.0 + u2 * (74.0 - 47.0 * u2)))
            ss, cs, c2 = sin_sigma[done], cos_sigma[done], cos_2sm[done]
            delta_sigma = (
                big_b
                * ss
                * (
                    c2
                    + big_b
                    / 4.0
                    * (
                        cs * (2.0 * c2**2 - 1.0)
                        - big_b / 6.0 * c2 * (4.0 * ss**2 - 3.0) * (4.0 * c2**2 - 3.0)
                    )
                )
            )
            distance[open_pairs[done]] = (
                ellipsoid.semi_minor_m * big_a * (sigma[done] - delta_sigma)
            )
        open_pairs, lam = open_pairs[~done], new_lam[~done]
        if open_pairs.size == 0:
            break
    if open_pairs.size:
        distance[open_pairs] = great_circle_distance(
            first_longitude.ravel()[open_pairs],
            first_latitude.ravel()[open_pairs],
            second_longitude.ravel()[open_pairs],
            second_latitude.ravel()[open_pairs],
        )
    return distance.reshape(shape)
