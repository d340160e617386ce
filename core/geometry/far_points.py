"""Places that lie far from all others: most often slips of a geocoder or of a reference system."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray
from .geodesy import Metric


@dataclass(frozen=True)
class FarRules:
    """When a place is worth a word.

    Attributes
    ----------
    least_m : float
        Nothing nearer to the middle than this is far: a territory of that size is served.
    spread : float
        Nor is anything nearer than this many times the distance of the middlemost place:
        customers who are spread over a continent have no outliers. Alaska is 5 times as far
        from the middle of the USA as half of its counties are, La Réunion 30 times as far from
        that of France.
    spread_at_origin : float
        The same for places at exactly 0, 0, which is what a missing coordinate becomes.
    """

    least_m: float = 1_000_000.0
    spread: float = 20.0
    spread_at_origin: float = 3.0


FAR = FarRules()


def far_from_the_rest(
    points: FloatArray, at_origin: BoolArray, rest: FloatArray | None = None
) -> BoolArray:
    """Which places (n,) lie far from the middle of all, or of others.

    Parameters
    ----------
    points : ndarray of float, shape (n, 2)
        On a plane, in metres.
    at_origin : ndarray of bool, shape (n,)
        Whether their coordinates are 0, 0.
    rest : ndarray of float, shape (m, 2), optional
        The places that tell where the middle is; by default all of ``points``.
    """
    rest = points if rest is None else rest
    if not len(points) or not len(rest):
        return np.zeros(len(points), dtype=bool)
    middle = np.median(rest, axis=0)
    usual = float(np.median(np.hypot(*(rest - middle).T)))
    away = np.hypot(*(points - middle).T)
    far = away > max(FAR.least_m, FAR.spread * usual)
    return np.asarray(far | (at_origin & (away > FAR.spread_at_origin * usual) & (usual > 0.0)))


def apart_m(positions: FloatArray, rest: FloatArray, metric: Metric) -> float:
    """Metres between the middles of two sets of positions, each (n, 2)."""
    middles = (np.median(one, axis=0)[None] for one in (positions, rest))
    return float(metric.matrix(*middles)[0, 0])


def look_like_degrees(coordinates: FloatArray) -> bool:
    """Whether coordinates (n, 2) can be longitudes and latitudes, and hold fractions.

    A single place, or small whole numbers, may as well be a drawing.
    """
    within = np.abs(coordinates) <= (180.0, 90.0)
    some = len(coordinates) > 1 and not np.array_equal(coordinates, np.round(coordinates, 1))
    return bool(some and within.all())
