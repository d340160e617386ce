"""Areas without which their territory would fall apart: cut vertices of the parts of a plan."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, IntArray
from .graph import ContiguityGraph


def cut_areas(graph: ContiguityGraph, labels: IntArray) -> BoolArray:
    """Areas (n,) whose leaving would cut the part of their territory in which they lie.

    All territories at once, in time linear in areas and edges (Hopcroft and Tarjan 1973,
    Algorithm 447), without recursion. Areas of one label without a territory count as one
    territory, too.

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
    return np.array(_cut_vertices(start.tolist(), neighbours.tolist()), dtype=bool)


def _cut_vertices(start: list[int], neighbours: list[int]) -> list[bool]:
    """Cut vertices of the graph whose vertex v has ``neighbours[start[v]:start[v + 1]]``."""
    count = len(start) - 1
    entered = [0] * count  # in which step the walk came here; 0: not yet
    lowest = [0] * count  # earliest step that the walk below reaches back to
    following = start[:-1]
    before = [-1] * count
    cuts = [False] * count
    step = 0
    for root in range(count):
        if entered[root]:
            continue
        step += 1
        entered[root] = lowest[root] = step
        children_of_root = 0
        current = root
        while current >= 0:
            index = following[current]
            if index < start[current + 1]:
                following[current] = index + 1
                other = neighbours[index]
                if not entered[other]:
                    step += 1
                    entered[other] = lowest[other] = step
                    before[other] = current
                    children_of_root += current == root
                    current = other
                elif entered[other] < lowest[current] and other != before[current]:
                    lowest[current] = entered[other]
                continue
            above = before[current]
            if above >= 0:
                if lowest[current] >= entered[above] and above != root:
                    cuts[above] = True
                if lowest[current] < lowest[above]:
                    lowest[above] = lowest[current]
            current = above
        cuts[root] = children_of_root > 1
    return cuts
