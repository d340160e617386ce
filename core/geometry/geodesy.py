"""Distances in metres between positions, on the ellipsoid or on a plane.

A *metric* hides from the rest of the core whether positions are longitudes and latitudes
(any layer with a coordinate reference system) or plain map units (a layer without one).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ..arrays import FloatArray
from ..progress import SILENT, Progress
from .geodesic import WGS84, Ellipsoid, geodesic_distance

# (2a + b) / 3 of WGS 84, as the IUGG defines the mean radius.
MEAN_EARTH_RADIUS_M = 6_371_008.8

_WIDEST_ARC = 0.9
"""Chord over diameter up to which a line must be less than half way around: near 1, a chord
belongs to two arcs of about the same length."""

_PAIRS_AT_ONCE = 20_000
"""Distances that are made together: what they need lies in the processor's cache. A hundred times
as many took two and a half times as long each; a cancel is heard after hundredths of a second."""


class Metric(Protocol):
    """What the solvers need to know about space."""

    def between(self, origins: FloatArray, destinations: FloatArray) -> FloatArray:
        """Distances in metres, row by row, of two (n, 2) arrays of positions."""

    def matrix(
        self, origins: FloatArray, destinations: FloatArray, progress: Progress = SILENT
    ) -> FloatArray:
        """Distances in metres, shape (n, m), of (n, 2) origins to (m, 2) destinations.

        Raises
        ------
        Cancelled
            If ``progress`` says so meanwhile.
        """

    def to_plane(self, positions: FloatArray) -> FloatArray:
        """Positions on one local plane in metres, for searches that need x and y."""

    def from_plane(self, points: FloatArray) -> FloatArray:
        """Inverse of :meth:`to_plane`."""

    def to_space(self, positions: FloatArray) -> FloatArray:
        """Positions in metres (n, 2 or 3) where nearer on the earth is nearer in a straight line.

        For searches for what is nearest, however far positions are spread.
        """

    def most_over_line(self, line_m: float) -> float:
        """How many times longer than its straight line in space a distance is at most.

        For straight lines of up to ``line_m`` metres; infinite where nothing is known. No
        distance is shorter than its line.
        """


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

    def matrix(
        self, origins: FloatArray, destinations: FloatArray, progress: Progress = SILENT
    ) -> FloatArray:
        return _by_rows(self, np.asarray(origins), np.asarray(destinations), progress)

    def to_plane(self, positions: FloatArray) -> FloatArray:
        return np.asarray(positions, dtype=float) * self.metres_per_unit

    def from_plane(self, points: FloatArray) -> FloatArray:
        return np.asarray(points, dtype=float) / self.metres_per_unit

    def to_space(self, positions: FloatArray) -> FloatArray:
        return self.to_plane(positions)

    def most_over_line(self, line_m: float) -> float:
        return 1.0


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

    def matrix(
        self, origins: FloatArray, destinations: FloatArray, progress: Progress = SILENT
    ) -> FloatArray:
        return _by_rows(self, np.asarray(origins), np.asarray(destinations), progress)

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

    def to_space(self, positions: FloatArray) -> FloatArray:
        """Geocentric coordinates (n, 3): chords through the earth grow with the way over it."""
        a, b = self.ellipsoid.semi_major_m, self.ellipsoid.semi_minor_m
        longitude, latitude = np.radians(np.asarray(positions, dtype=float)).T
        sine, cosine = np.sin(latitude), np.cos(latitude)
        # Radius of curvature in the prime vertical.
        radius = a / np.sqrt(1.0 - (1.0 - (b / a) ** 2) * sine**2)
        return np.column_stack(
            [
                radius * cosine * np.cos(longitude),
                radius * cosine * np.sin(longitude),
                radius * (b / a) ** 2 * sine,
            ]
        )

    def most_over_line(self, line_m: float) -> float:
        # No curve on the ellipsoid is bent more than a circle of its least radius of curvature.
        # Of two curves of one length the less bent one has the longer chord (Schur's theorem).
        radius = self.ellipsoid.semi_minor_m**2 / self.ellipsoid.semi_major_m
        share = 0.5 * line_m / radius
        if share > _WIDEST_ARC:
            return float("inf")
        return float(np.arcsin(share) / share) if share > 0.0 else 1.0


def _by_rows(
    metric: Metric, origins: FloatArray, destinations: FloatArray, progress: Progress
) -> FloatArray:
    """Distances (n, m) of all pairs, with time for a cancel after some of them."""
    distance = np.empty((len(origins), len(destinations)))
    step = max(1, _PAIRS_AT_ONCE // max(len(destinations), 1))
    for first in range(0, len(origins), step):
        progress.stop_if_cancelled()
        progress.report(first / len(origins))
        rows = slice(first, first + step)
        distance[rows] = metric.between(origins[rows, None, :], destinations[None, :, :])
    return distance


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
        x, y, z = (vectors * np.asarray(weights, dtype=float)[:, None]).sum(axis=0)
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
