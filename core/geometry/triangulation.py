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
        following = np.lexsort((points[:, 1], points[:, 0]))
        return np.column_stack([following[:-1], following[1:]])
    corners = triangulation.simplices
    edges = [corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]]
    # Points so near to another one that the triangulation leaves them out.
    edges.append(triangulation.coplanar[:, [0, 2]])
    return np.asarray(np.unique(np.sort(np.concatenate(edges), axis=1), axis=0), dtype=np.int64)
