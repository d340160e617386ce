"""Which moves are worth a look: to territories that touch, or whose home is near."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, IntArray
from ..certain import certain
from ..libraries import spatial
from .moves import State


def neighbouring_moves(state: State, areas: IntArray | None = None) -> tuple[IntArray, IntArray]:
    """Every move of an area to another territory that it touches.

    Parameters
    ----------
    state : State
        With a contiguity graph.
    areas : ndarray of int, shape (a,), optional
        Only moves of these.

    Returns
    -------
    area, territory : ndarray of int, shape (p,)
        Ordered by area (as given), then by territory.
    """
    borders = state.borders
    borders = certain(borders)
    rows = borders if areas is None else borders[areas]
    numbers = np.arange(rows.shape[0]) if areas is None else areas
    area = np.repeat(numbers, np.diff(rows.indptr))
    territory = rows.indices.astype(np.int64)
    other = (territory != state.labels[area]) & (territory < state.territory_count)
    return area[other], territory[other]


def nearest_moves(state: State, count: int) -> tuple[IntArray, IntArray]:
    """Every move of an area to one of the ``count`` nearest homes of others.

    By the cost table where there is one, else on a straight line on the plane. Territories
    without home or centre, or that cannot be reached, get none.

    Returns
    -------
    area, territory : ndarray of int, shape (p,)
        Ordered by area, then by distance.
    """
    with_home = np.flatnonzero(state.homes.exists)
    taken = min(count + 1, len(with_home))
    if taken == 0 or not len(state.areas):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    column, reached = _nearest(state, with_home, taken)
    territory = with_home[column]
    other = reached & (territory != state.labels[:, None])
    other &= np.cumsum(other, axis=1) <= count
    area, place = np.nonzero(other)
    return area, territory[area, place]


def _nearest(state: State, with_home: IntArray, taken: int) -> tuple[IntArray, BoolArray]:
    """Nearest of some homes for each area (n, taken), nearest first; and whether reached."""
    if state.homes.trip_m is None:
        centres = state.areas.metric.to_plane(state.homes.positions[with_home])
        _, column = spatial.cKDTree(centres).query(state.areas.points, taken)
        column = np.asarray(column, dtype=np.int64).reshape(-1, taken)
        return column, np.ones(column.shape, dtype=bool)
    trips = state.homes.trip_m[:, with_home]
    trips = np.where(np.isfinite(trips), trips, np.inf)
    column = np.argpartition(trips, taken - 1, axis=1)[:, :taken]
    near = np.take_along_axis(trips, column, axis=1)
    order = np.argsort(near, axis=1, kind="stable")
    return (
        np.take_along_axis(column, order, axis=1),
        np.isfinite(np.take_along_axis(near, order, axis=1)),
    )
