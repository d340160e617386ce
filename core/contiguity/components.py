"""Connected components and shortest trees of a graph, with SciPy or without it."""

from __future__ import annotations

import numpy as np

from ..arrays import IntArray
from ..libraries import csgraph, is_installed, sparse

_FEW_NODES = 256
"""Up to so many, arrays answer before SciPy has made a matrix and checked it.

On grids of 3 × 3 to 16 × 16 they take 0.02 to 0.6 ms, SciPy 0.35 to 0.7 ms; from 32 × 32 on it is
as fast.
"""


def connected_components(count: int, first: IntArray, second: IntArray) -> tuple[int, IntArray]:
    """How many components a graph has, and the component of each of its nodes.

    Parameters
    ----------
    count : int
        Number of nodes n.
    first, second : ndarray of int, shape (m,)
        Ends of the edges.

    Returns
    -------
    int, ndarray of int, shape (n,)
        Components are numbered in the order of their lowest nodes.
    """
    if count <= _FEW_NODES or not is_installed("scipy"):
        return components_by_lowest(count, first, second)
    matrix = sparse.coo_matrix(
        (np.ones(len(first), dtype=np.int8), (first, second)), shape=(count, count)
    )
    number, component = csgraph.connected_components(matrix, directed=False)
    return int(number), component.astype(np.int64)


def components_by_lowest(count: int, first: IntArray, second: IntArray) -> tuple[int, IntArray]:
    """The same with NumPy alone: the lowest node spreads along edges and along what it reached.

    Each round hooks roots to lower ones and halves the paths to them (Shiloach & Vishkin 1982),
    so that few rounds suffice.
    """
    lowest = np.arange(count, dtype=np.int64)
    while True:
        one, other = lowest[first], lowest[second]
        low, high = np.minimum(one, other), np.maximum(one, other)
        if np.array_equal(low, high):
            break
        np.minimum.at(lowest, high, low)
        shorter = lowest[lowest]
        while not np.array_equal(shorter, lowest):
            lowest, shorter = shorter, shorter[shorter]
    roots, component = np.unique(lowest, return_inverse=True)
    return roots.size, component.astype(np.int64)


def spanning_tree(first: IntArray, second: IntArray) -> IntArray:
    """Positions of the edges that join what they can, the first ones preferred (Kruskal 1956).

    Parameters
    ----------
    first, second : ndarray of int, shape (m,)
        Ends of the edges, the best edge first, no pair twice.
    """
    if not is_installed("scipy"):
        return tree_of_first_edges(first, second)
    # By rank: no two weights are equal, and none is 0, which a sparse graph takes for no edge.
    ranks = np.arange(1, len(first) + 1)
    count = int(max(first.max(), second.max())) + 1
    graph = sparse.csr_matrix((ranks, (first, second)), shape=(count, count))
    tree = csgraph.minimum_spanning_tree(graph)
    return np.sort(np.rint(tree.data).astype(np.int64) - 1)


def tree_of_first_edges(first: IntArray, second: IntArray) -> IntArray:
    """The same without SciPy, edge by edge."""
    root: dict[int, int] = {}

    def find(node: int) -> int:
        while (above := root.setdefault(node, node)) != node:
            root[node] = root[above]
            node = above
        return node

    kept = []
    for position, ends in enumerate(zip(first.tolist(), second.tolist())):
        one, other = find(ends[0]), find(ends[1])
        if one != other:
            root[one] = other
            kept.append(position)
    return np.asarray(kept, dtype=np.int64)
