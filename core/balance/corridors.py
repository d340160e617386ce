"""What a way over other territories weighs.

A territory may reach over another one to a third. But what it receives there must be connected
with what it has, so that it receives the areas on the way, too. The *corridor* from territory c to
territory s is the least weight of areas of others that a way between them passes; 0 where they
touch.
"""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from ..libraries import csgraph, sparse
from ..rounding import ROUNDING

_MOST_TERRITORIES, _MOST_PAIRS = 40, 2_000_000
"""Flows between 60 territories may take a minute, corridors among so many areas two seconds."""
_LONG = 2.0
"""Corridor between parts that are not connected: longer than all weight, which is 1."""


def corridor_weights(
    graph: ContiguityGraph, weights: FloatArray, labels: IntArray, held: IntArray, count: int
) -> FloatArray:
    """Least weight of areas of others between territories, shape (t, s).

    Parameters
    ----------
    graph : ContiguityGraph
    weights : ndarray of float, shape (n,)
        They sum to 1.
    labels : ndarray of int, shape (n,)
        0 to s - 1; from t on what belongs to nobody who stays.
    held : ndarray of int, shape (n,)
        Territory in which rules hold an area, negative for none: where one begins that has no
        area yet.
    count : int
        Number t of territories that stay.
    """
    sources = int(labels.max()) + 1
    corridor = np.zeros((count, max(sources, count)))
    here = np.concatenate([graph.first, graph.second])
    there = np.concatenate([graph.second, graph.first])
    # An edge costs the area that it leaves, so that a way ends before the area it leads to. A
    # trace of cost keeps edges of areas without weight; below, it is taken for nothing.
    trace = ROUNDING / max(graph.area_count, 1)
    for territory in range(count):
        own = labels == territory
        if not own.any():
            own = held == territory
        if not own.any():
            continue
        length = np.where(own, 0.0, weights)[here] + trace
        net = sparse.csr_matrix((length, (here, there)), shape=(graph.area_count,) * 2)
        way = csgraph.dijkstra(net, indices=np.flatnonzero(own), min_only=True)
        nearest = np.full(corridor.shape[1], np.inf)
        np.minimum.at(nearest, labels, way)
        corridor[territory] = np.where(np.isfinite(nearest), nearest, _LONG)
        corridor[territory, territory] = 0.0
    return np.where(corridor > 2.0 * ROUNDING, corridor - 2.0 * ROUNDING, 0.0)


def has_corridors(area_count: int, territory_count: int) -> bool:
    """Whether the bound takes seconds at most."""
    return territory_count <= _MOST_TERRITORIES and area_count * territory_count <= _MOST_PAIRS
