"""The best home inside each territory, after the territories have been balanced."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.distance import cdist

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

NO_HOME = -1
_CHUNK_VALUES = 4_000_000


def best_homes(
    labels: NDArray,
    points: FloatArray,
    mass: FloatArray,
    territory_count: int,
    candidates: NDArray[np.bool_] | None = None,
) -> IntArray:
    """Place in each territory from which weighted travel is least (thesis, eq. 3.6).

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        Territory of each area; negative where unassigned.
    points : ndarray of float, shape (n, 2)
        Positions of the areas on a plane, in metres.
    mass : ndarray of float, shape (n,)
        Trips to each area. Areas of mass 0 are not visited (thesis, sect. 5.1.5) unless a
        territory has no others.
    territory_count : int
    candidates : ndarray of bool, shape (n,), optional
        Areas in which a home may be; all if not given.

    Returns
    -------
    ndarray of int, shape (k,)
        Index of the area; ``NO_HOME`` for a territory without candidates.
    """
    homes = np.full(territory_count, NO_HOME, dtype=np.int64)
    order = np.argsort(labels, kind="stable")
    bounds = np.searchsorted(labels[order], np.arange(territory_count + 1))
    for territory in range(territory_count):
        members = order[bounds[territory] : bounds[territory + 1]]
        places = members if candidates is None else members[candidates[members]]
        if len(places) == 0:
            continue
        trips = mass[members]
        visited = trips > 0.0 if (trips > 0.0).any() else np.ones(len(members), dtype=bool)
        trips = np.where(trips[visited] > 0.0, trips[visited], 1.0)
        homes[territory] = places[
            np.argmin(_weighted_travel(points[places], points[members[visited]], trips))
        ]
    return homes


def _weighted_travel(places: FloatArray, visited: FloatArray, trips: FloatArray) -> FloatArray:
    rows = max(1, _CHUNK_VALUES // max(len(visited), 1))
    return np.concatenate(
        [
            cdist(places[first : first + rows], visited) @ trips
            for first in range(0, len(places), rows)
        ]
    )
