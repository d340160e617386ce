"""The shortest line on an ellipsoid (Vincenty 1975), nearly opposite points included."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray

# 6 micrometres on the ground; Vincenty's own criterion.
_VINCENTY_TOLERANCE_RAD = 1e-12


# All pairs but the nearly antipodal, which never converge, are there within ten.
_VINCENTY_MAX_ITERATIONS = 60


# A half turn halved so often is below the spacing of doubles.
_HALVINGS = 54


@dataclass(frozen=True)
class Ellipsoid:
    """Reference ellipsoid by its two half axes in metres."""

    semi_major_m: float
    semi_minor_m: float

    @property
    def flattening(self) -> float:
        return 1.0 - self.semi_minor_m / self.semi_major_m


WGS84 = Ellipsoid(6_378_137.0, 6_356_752.314245179)  # by its definition


def geodesic_distance(
    longitude1: FloatArray,
    latitude1: FloatArray,
    longitude2: FloatArray,
    latitude2: FloatArray,
    ellipsoid: Ellipsoid = WGS84,
) -> FloatArray:
    """Length of the shortest line on the ellipsoid in metres; degrees in, shapes broadcast.

    Vincenty's inverse formula (1975), vectorised and right to a millimetre. For pairs that are
    nearly antipodal, where it does not converge, see :func:`_nearly_antipodal`.
    """
    longitude1, latitude1, longitude2, latitude2 = (
        np.asarray(value, dtype=float) for value in (longitude1, latitude1, longitude2, latitude2)
    )
    f = ellipsoid.flattening
    degrees = (longitude2 - longitude1 + 180.0) % 360.0 - 180.0
    # Of each place once, before each meets all others.
    reduced1, reduced2 = (
        np.arctan((1.0 - f) * np.tan(np.radians(value))) for value in (latitude1, latitude2)
    )
    one, other = ((value, np.sin(value), np.cos(value)) for value in (reduced1, reduced2))
    pairs = np.broadcast_arrays(np.radians(degrees), *one, *other)
    shape = pairs[0].shape
    difference, reduced1, sin_u1, cos_u1, reduced2, sin_u2, cos_u2 = (
        values.ravel() for values in pairs
    )

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
        new_lam = difference[open_pairs] + _longitude_gained(sigma, sin_alpha, cos_2sm, f)
        done = np.abs(new_lam - lam) < _VINCENTY_TOLERANCE_RAD
        if done.any():
            distance[open_pairs[done]] = _arc_length(
                sigma[done], cos2_alpha[done], cos_2sm[done], ellipsoid
            )
        open_pairs, lam = open_pairs[~done], new_lam[~done]
        if open_pairs.size == 0:
            break
    if open_pairs.size:
        distance[open_pairs] = _nearly_antipodal(
            reduced1[open_pairs], reduced2[open_pairs], np.abs(difference[open_pairs]), ellipsoid
        )
    return distance.reshape(shape)


def _longitude_gained(
    sigma: FloatArray, sin_alpha: FloatArray, cos_2sm: FloatArray, flattening: float
) -> FloatArray:
    """By how much the longitude on the sphere exceeds that on the ellipsoid (Vincenty, eq. 10-11).

    ``sigma`` is the arc on the sphere, ``sin_alpha`` the sine of the azimuth at the equator and
    ``cos_2sm`` the cosine of twice the arc from the equator to the middle of the line.
    """
    cos2_alpha = 1.0 - sin_alpha**2
    c = flattening / 16.0 * cos2_alpha * (4.0 + flattening * (4.0 - 3.0 * cos2_alpha))
    wave = cos_2sm + c * np.cos(sigma) * (2.0 * cos_2sm**2 - 1.0)
    gained = (1.0 - c) * flattening * sin_alpha * (sigma + c * np.sin(sigma) * wave)
    return np.asarray(gained)


def _arc_length(
    sigma: FloatArray, cos2_alpha: FloatArray, cos_2sm: FloatArray, ellipsoid: Ellipsoid
) -> FloatArray:
    """Metres along a geodesic whose arc on the sphere is ``sigma`` (Vincenty, eq. 3-6)."""
    a, b = ellipsoid.semi_major_m, ellipsoid.semi_minor_m
    u2 = cos2_alpha * (a**2 - b**2) / b**2
    big_a = 1.0 + u2 / 16384.0 * (4096.0 + u2 * (-768.0 + u2 * (320.0 - 175.0 * u2)))
    big_b = u2 / 1024.0 * (256.0 + u2 * (-128.0 + u2 * (74.0 - 47.0 * u2)))
    sine, cosine = np.sin(sigma), np.cos(sigma)
    inner = cosine * (2.0 * cos_2sm**2 - 1.0)
    outer = cos_2sm * (4.0 * sine**2 - 3.0) * (4.0 * cos_2sm**2 - 3.0)
    bent = big_b * sine * (cos_2sm + big_b / 4.0 * (inner - big_b / 6.0 * outer))
    return np.asarray(b * big_a * (sigma - bent))


def _nearly_antipodal(
    reduced1: FloatArray, reduced2: FloatArray, longitudes: FloatArray, ellipsoid: Ellipsoid
) -> FloatArray:
    """Lengths (n,) of geodesics between nearly opposite points, by halving the azimuth.

    With the point farther from the equator as the start, and to its south, the longitude that
    a line gains until it reaches the other latitude grows from 0 to a half turn with the
    azimuth at the start (Karney 2013, Algorithms for geodesics, sect. 4), so that halving
    finds the one azimuth that fits. Arcs and longitudes are Vincenty's series.

    Parameters
    ----------
    reduced1, reduced2 : ndarray of float, shape (n,)
        Reduced latitudes in radians.
    longitudes : ndarray of float, shape (n,)
        Differences in longitude in radians, from 0 to pi.
    """
    swapped = np.abs(reduced1) < np.abs(reduced2)
    start, end = np.where(swapped, reduced2, reduced1), np.where(swapped, reduced1, reduced2)
    north = start > 0.0
    # Never quite on the equator, where the start would lie on both branches of the arc.
    start = np.minimum(np.where(north, -start, start), -1e-200)
    end = np.where(north, -end, end)
    low, high = np.zeros(len(start)), np.full(len(start), np.pi)
    for _ in range(_HALVINGS):
        azimuth = (low + high) / 2.0
        sigma, sin_alpha, cos_2sm, on_sphere = _line_to_latitude(start, end, azimuth)
        gained = on_sphere - _longitude_gained(sigma, sin_alpha, cos_2sm, ellipsoid.flattening)
        beyond = gained > longitudes
        low, high = np.where(beyond, low, azimuth), np.where(beyond, azimuth, high)
    sigma, sin_alpha, cos_2sm, _ = _line_to_latitude(start, end, (low + high) / 2.0)
    return _arc_length(sigma, 1.0 - sin_alpha**2, cos_2sm, ellipsoid)


def _line_to_latitude(
    start: FloatArray, end: FloatArray, azimuth: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """A great circle from one reduced latitude to another one.

    Returns its arc, the sine of its azimuth at the equator, the cosine of twice the arc from
    the equator to its middle, and the longitude that it gains.
    """
    sine, cosine = np.sin(azimuth), np.cos(azimuth)
    sin_alpha = sine * np.cos(start)
    there = np.cos(end) ** 2 - np.cos(start) ** 2
    cosine_at_end = np.sqrt(np.maximum((cosine * np.cos(start)) ** 2 + there, 0.0))
    arc1 = np.arctan2(np.sin(start), cosine * np.cos(start))
    arc2 = np.arctan2(np.sin(end), cosine_at_end)
    longitude1 = np.arctan2(sin_alpha * np.sin(arc1), np.cos(arc1))
    longitude2 = np.arctan2(sin_alpha * np.sin(arc2), np.cos(arc2))
    return arc2 - arc1, sin_alpha, np.cos(arc1 + arc2), longitude2 - longitude1
