"""Ground of areas and shape of territories, from their outlines on a plane."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..geometry.enclosing_circle import enclosing_radii
from ..geometry.moments import polygon_moments
from ..geometry.outlines import PolygonRings
from .compactness import inertia_compactness, reock, territory_inertia


@dataclass(frozen=True)
class Shapes:
    """Ground of n areas, and shape of k territories; all on one plane in metres.

    Attributes
    ----------
    ground_m2 : ndarray of float, shape (n,)
    reock, inertia : ndarray of float, shape (k,)
        Two measures of compactness, see :mod:`.compactness`; NaN for an empty territory.
    """

    ground_m2: FloatArray
    reock: FloatArray
    inertia: FloatArray


def shapes_of(rings: PolygonRings, labels: IntArray, territory_count: int) -> Shapes:
    """Shapes of the territories that are made of some polygons.

    Parameters
    ----------
    rings : PolygonRings
        Outlines of the n areas on a plane in metres, best an equal-area one.
    labels : ndarray of int, shape (n,)
    territory_count : int
    """
    moments = polygon_moments(rings)
    count = territory_count
    known = labels >= 0
    ground = np.bincount(labels[known], moments.area[known], minlength=count).astype(float)
    owner = labels[np.repeat(rings.ring_area, np.diff(rings.ring_start))]
    radius = enclosing_radii(rings.coordinates, owner, count)
    flat = moments.area > 0.0  # a polygon without area has no centre and no weight
    inertia = territory_inertia(
        np.where(flat, labels, -1),
        np.where(flat[:, None], moments.centre, 0.0),
        moments.area,
        count,
        moments.inertia,
    )
    return Shapes(
        moments.area,
        reock(ground, np.pi * radius**2),
        inertia_compactness(ground, inertia),
    )
