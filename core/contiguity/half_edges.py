"""Edges seen from one side: what some areas touch, without a loop over the areas."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..libraries import csgraph, sparse
from .graph import ContiguityGraph


def half_edges_of(graph: ContiguityGraph, areas: IntArray) -> tuple[IntArray, IntArray]:
    """All edges that leave some areas.

    Returns
    -------
    origin : ndarray of int, shape (h,)
        Place of the edge's area in ``areas``, ascending.
    index : ndarray of int, shape (h,)
        Place of the edge in ``graph.neighbours`` and ``graph.neighbour_edge``.
    """
    start = graph.neighbour_start[areas]
    count = graph.neighbour_start[areas + 1] - start
    origin = np.repeat(np.arange(len(areas)), count)
    before = np.cumsum(count) - count
    return origin, np.arange(len(origin)) + np.repeat(start - before, count)


def border_by_territory(
    graph: ContiguityGraph, labels: IntArray, territory_count: int
) -> sparse.csr_matrix:
    """Metres of border of each area with each territory, shape (n, k + 1).

    The last column is ground that nobody has. Territories that an area only touches at a
    corner or by a bridge are stored, too, with 0 metres.
    """
    beyond = labels[graph.neighbours]
    matrix = sparse.csr_matrix(
        (
            graph.border_m[graph.neighbour_edge],
            np.where(beyond < 0, territory_count, beyond),
            graph.neighbour_start,
        ),
        shape=(graph.area_count, territory_count + 1),
        copy=True,  # what follows works in place
    )
    matrix.sum_duplicates()
    return matrix


def parts_among(
    graph: ContiguityGraph, areas: IntArray, group: IntArray, group_count: int
) -> IntArray:
    """Contiguous parts of each group (g,), where all areas of the groups are given.

    Parameters
    ----------
    graph : ContiguityGraph
    areas : ndarray of int, shape (a,)
    group : ndarray of int, shape (a,)
        Group 0 to g - 1 of each of them; others do not connect them.
    group_count : int
    """
    place = np.full(graph.area_count, -1, dtype=np.int64)
    place[areas] = np.arange(len(areas))
    origin, index = half_edges_of(graph, areas)
    target = place[graph.neighbours[index]]
    kept = target > origin
    origin, target = origin[kept], target[kept]
    same = group[origin] == group[target]
    matrix = sparse.coo_matrix(
        (np.ones(int(same.sum()), dtype=np.int8), (origin[same], target[same])),
        shape=(len(areas), len(areas)),
    )
    count, part = csgraph.connected_components(matrix, directed=False)
    of_part = np.empty(count, dtype=np.int64)
    of_part[part] = group
    return np.bincount(of_part, minlength=group_count)


def metres_of_border(matrix: sparse.csr_matrix, areas: IntArray, territory: IntArray) -> FloatArray:
    """Border (p,) of areas with territories; a negative territory is ground nobody has."""
    if not len(areas):
        return np.empty(0)
    column = np.where(territory < 0, matrix.shape[1] - 1, territory)
    return np.asarray(matrix[areas, column], dtype=float).ravel()
