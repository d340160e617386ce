"""Which points are neighbours."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..libraries import spatial


def neighbouring_points(points: FloatArray) -> IntArray:
    """Edges (m, 2) of the Delaunay triangulation of different points (n, 2), every one included.

    Points on one line are neighbours of those that follow them.
    """
    if len(points) < 2:
        return np.empty((0, 2), dtype=np.int64)
    centred = points - points.mean(axis=0)
    try:
        triangulation = spatial.Delaunay(centred / np.abs(centred).max())
    except spatial.QhullError:
        return _along_a_line(points)
    corners = triangulation.simplices
    edges = [corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]]
    # Points so near to another one that the triangulation leaves them out.
    edges.append(triangulation.coplanar[:, [0, 2]])
    found = np.unique(np.sort(np.concatenate(edges), axis=1), axis=0).astype(np.int64)
    # Where points lie all but on a line, Qhull mixes a point in that it has put at infinity, and
    # may forget one.
    if np.array_equal(np.unique(found), np.arange(len(points))):
        return found
    known = found[found[:, 1] < len(points)]
    return np.unique(np.vstack([known, _along_a_line(points)]), axis=0)


def _along_a_line(points: FloatArray) -> IntArray:
    """Edges (n - 1, 2) from each point to the next one along the longer side of all."""
    long = int(np.ptp(points, axis=0).argmax())
    order = np.lexsort((points[:, 1 - long], points[:, long]))
    return np.sort(np.column_stack([order[:-1], order[1:]]), axis=1)
