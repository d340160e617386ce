"""Fastest routes on a road network: times and the distance along them, many to many."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..libraries import csgraph, sparse
from ..progress import SILENT, Progress
from .road_lines import SnappedPoints, TravelGraph
from .road_network import RoadNetwork

# Dijkstra holds the interpreter for its whole run: the window would stall above 0.2 s.
_CHUNK_SECONDS = 0.15
# Distances of 64 MB at a time.
_CHUNK_ELEMENTS = 8_000_000
# Distances of 4 MB at a time.
_PAIRS_PER_BLOCK = 500_000


@dataclass(frozen=True)
class TravelCosts:
    """Costs of all pairs.

    Attributes
    ----------
    distance_m, time_s : ndarray, shape (n, m)
        Metres and seconds of the fastest route, ``inf`` where there is none.
    origin_gap_m, destination_gap_m : ndarray
        Straight distance from each place to the network (not part of the costs).
    unsnapped_origins, unsnapped_destinations : ndarray of int
        Places too far from the network, whose pairs are all unreachable.
    """

    distance_m: FloatArray
    time_s: FloatArray
    origin_gap_m: FloatArray
    destination_gap_m: FloatArray
    unsnapped_origins: IntArray
    unsnapped_destinations: IntArray

    @property
    def unreachable(self) -> int:
        """Number of pairs without a route."""
        return int(np.isinf(self.time_s).sum())


def travel_costs(
    network: RoadNetwork,
    origins: FloatArray,
    destinations: FloatArray,
    *,
    snap_distance: float = np.inf,
    progress: Progress = SILENT,
) -> TravelCosts:
    """Fastest routes from every origin to every destination.

    Parameters
    ----------
    network : RoadNetwork
        Roads.
    origins, destinations : ndarray, shapes (n, 2) and (m, 2)
        Places on the network's plane. Each is snapped to the nearest point of the nearest
        road, whose link it splits; getting from the place to that point costs nothing.
    snap_distance : float
        Places farther from any road (metres) cannot be reached.

    Raises
    ------
    Cancelled
        The caller asked to stop.

    Notes
    -----
    Dijkstra's algorithm runs once per place of the smaller side (on the reversed graph for
    destinations). It holds the interpreter, so it runs in chunks of about 0.15 seconds.
    """
    origins = np.asarray(origins, dtype=float).reshape(-1, 2)
    destinations = np.asarray(destinations, dtype=float).reshape(-1, 2)
    snapped = network.snap(np.concatenate([origins, destinations]), snap_distance, progress)
    progress.stop_if_cancelled()
    graph = network.graph(snapped, progress)
    progress.stop_if_cancelled()
    n = origins.shape[0]
    from_nodes, to_nodes = graph.place_node[:n], graph.place_node[n:]
    time_s, distance_m = (_unreached(n, destinations.shape[0], progress) for _ in range(2))
    if n <= destinations.shape[0]:
        _from_each(graph, from_nodes, to_nodes, time_s, distance_m, progress)
    else:
        turned = TravelGraph(
            graph.to_node,
            graph.from_node,
            graph.time_s,
            graph.length_m,
            graph.node_count,
            graph.place_node,
        )
        _from_each(turned, to_nodes, from_nodes, time_s.T, distance_m.T, progress)
    return _collect(snapped, n, distance_m, time_s)


def _collect(
    snapped: SnappedPoints, origin_count: int, distance_m: FloatArray, time_s: FloatArray
) -> TravelCosts:
    unsnapped = ~snapped.is_snapped
    return TravelCosts(
        distance_m,
        time_s,
        snapped.gap_m[:origin_count],
        snapped.gap_m[origin_count:],
        np.flatnonzero(unsnapped[:origin_count]),
        np.flatnonzero(unsnapped[origin_count:]),
    )


def _unreached(rows: int, columns: int, progress: Progress) -> FloatArray:
    """Costs of pairs without a route.

    Filled in blocks: the first touch of hundreds of megabytes may take seconds.
    """
    costs = np.empty((rows, columns))
    step = max(1, _PAIRS_PER_BLOCK // max(columns, 1))
    for first in range(0, rows, step):
        progress.stop_if_cancelled()
        costs[first : first + step] = np.inf
    return costs


def _from_each(
    graph: TravelGraph,
    sources: IntArray,
    targets: IntArray,
    times: FloatArray,
    lengths: FloatArray,
    progress: Progress,
) -> None:
    """Write the times and lengths from each source to each target, where there is a route."""
    known_targets = np.flatnonzero(targets >= 0)
    rows, inverse = np.unique(sources, return_inverse=True)
    inverse = np.ravel(inverse)
    todo = rows[rows >= 0]
    if todo.size == 0 or known_targets.size == 0:
        return
    matrix = sparse.csr_matrix(
        (graph.time_s, (graph.from_node, graph.to_node)), (graph.node_count, graph.node_count)
    )
    nodes = targets[known_targets]
    done, chunk = 0, 1
    while done < todo.size:
        progress.stop_if_cancelled()
        started = time.perf_counter()
        part = todo[done : done + chunk]
        reached, predecessors = csgraph.dijkstra(matrix, indices=part, return_predecessors=True)
        along = _distance_along(graph, predecessors, nodes)
        along[np.isinf(reached[:, nodes])] = np.inf
        for row, source in enumerate(part):
            # Thousands of places may be snapped to one point of a network that ends far from them.
            for place in np.flatnonzero(rows[inverse] == source):
                progress.stop_if_cancelled()
                times[place, known_targets] = reached[row, nodes]
                lengths[place, known_targets] = along[row]
        done += part.size
        progress.report(done / todo.size)
        spent = max(time.perf_counter() - started, 1e-6)
        wanted = int(part.size * _CHUNK_SECONDS / spent)
        chunk = max(1, min(wanted, 4 * chunk, _CHUNK_ELEMENTS // graph.node_count))


def _distance_along(
    graph: TravelGraph, predecessors: NDArray[np.int32], targets: IntArray
) -> FloatArray:
    """Length of the tree path to each target, per source, by doubling the steps.

    Each node first knows the link to its predecessor; then, again and again, it adds what
    its present ancestor knows and jumps there, so that paths of any length take a number of
    rounds that grows with the logarithm only.
    """
    sources, count = predecessors.shape
    lengths = np.empty((sources, targets.size))
    for row in range(sources):
        before = predecessors[row]
        tree_link = before[graph.to_node] == graph.from_node
        total = np.zeros(count)
        total[graph.to_node[tree_link]] = graph.length_m[tree_link]
        ancestor = np.where(before >= 0, before, np.arange(count))
        while True:
            step = total[ancestor]
            farther = ancestor[ancestor]
            total += step
            if np.array_equal(farther, ancestor):
                break
            ancestor = farther
        lengths[row] = total[targets]
    return lengths
