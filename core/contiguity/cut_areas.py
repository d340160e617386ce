"""Areas without which their territory would fall apart: cut vertices of the parts of a plan."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, IntArray
from .blocks import blocks_of, cut_vertices
from .graph import ContiguityGraph


def cut_areas(graph: ContiguityGraph, labels: IntArray) -> BoolArray:
    """Areas (n,) whose leaving would cut the part of their territory in which they lie.

    All territories at once, in time linear in areas and edges. Areas of one label without a
    territory count as one territory, too.

    Parameters
    ----------
    graph : ContiguityGraph
    labels : ndarray of int, shape (n,)
    """
    inner = labels[graph.first] == labels[graph.second]
    origin = np.concatenate([graph.first[inner], graph.second[inner]])
    target = np.concatenate([graph.second[inner], graph.first[inner]])
    start = np.zeros(graph.area_count + 1, dtype=np.int64)
    np.cumsum(np.bincount(origin, minlength=graph.area_count), out=start[1:])
    neighbours = target[np.argsort(origin, kind="stable")]
    return cut_vertices(graph.area_count, blocks_of(start.tolist(), neighbours.tolist()))
