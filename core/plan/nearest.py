"""Nearest-representative initialisation (thesis, algorithm 2), made contiguous."""

from __future__ import annotations

import heapq

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from ..errors import InvalidInput
from ..libraries import optimize
from .areas import UNASSIGNED


def nearest_representative(cost: FloatArray) -> IntArray:
    """Territory of least cost for each area; the first one wins a tie.

    Parameters
    ----------
    cost : ndarray of float, shape (n, k)
        Distance or travel time from representative to area; infinite where unreachable.

    Returns
    -------
    ndarray of int, shape (n,)
        ``UNASSIGNED`` for areas that no representative reaches.

    Raises
    ------
    InvalidInput
        If no representative reaches any area.
    """
    refuse_without_any_way(cost)
    labels = np.argmin(cost, axis=1)
    labels[~np.isfinite(cost).any(axis=1)] = UNASSIGNED
    return labels


def refuse_without_any_way(cost: FloatArray) -> None:
    """Refuse costs (n, k) of which none is finite.

    Raises
    ------
    InvalidInput
    """
    if cost.size and not np.isfinite(cost).any():
        raise InvalidInput(
            "“Cost matrix” (COST_MATRIX): no area can be reached from any home (all costs are "
            "NULL). Complete the matrix, or leave it out."
        )


def home_areas(cost: FloatArray) -> IntArray:
    """One area of its own for each representative, shape (k,): the nearest that is free.

    All together are as near as possible (linear assignment), so that two representatives
    in one area, or one outside the map, still get a start of their own.

    Raises
    ------
    InvalidInput
        If there are more representatives than areas.
    """
    area_count, representative_count = cost.shape
    if representative_count > area_count:
        raise InvalidInput(
            "There are {representatives} representatives (REPS) but only {areas} areas; each "
            "territory needs at least one area. Leave some of them out.",
            representatives=representative_count,
            areas=area_count,
        )
    near = np.argpartition(cost, representative_count - 1, axis=0)[:representative_count]
    candidates = np.unique(near)
    finite = np.where(np.isfinite(cost[candidates]), cost[candidates], 1e15)
    rows, columns = optimize.linear_sum_assignment(finite)
    homes = np.empty(representative_count, dtype=np.int64)
    homes[columns] = candidates[rows]
    return homes


def connect_territories(
    graph: ContiguityGraph, labels: NDArray, cost: FloatArray, homes: NDArray
) -> IntArray:
    """Repair cut-off areas: every territory becomes the one piece that holds its home.

    What is cut off from its home joins, area by area and cheapest first, a territory it
    touches (cf. thesis, algorithm 9, which does this for single areas only).

    Parameters
    ----------
    graph : ContiguityGraph
    labels : ndarray of int, shape (n,)
    cost : ndarray of float, shape (n, k)
    homes : ndarray of int, shape (k,)
        Area in which each territory starts; all different.

    Returns
    -------
    ndarray of int, shape (n,)
        Areas in a component of the graph without any home keep their label.
    """
    result = np.array(labels, dtype=np.int64)
    result[homes] = np.arange(len(homes))
    _, part = graph.parts(result)
    connected = part == part[homes][np.maximum(result, 0)]
    connected &= result >= 0
    loose = ~connected
    result[loose] = UNASSIGNED

    start, neighbours = graph.neighbour_start, graph.neighbours
    queue: list[tuple[float, int, int]] = []

    def offer_neighbours(area: int, territory: int) -> None:
        for other in neighbours[start[area] : start[area + 1]]:
            if result[other] == UNASSIGNED:
                heapq.heappush(queue, (float(cost[other, territory]), int(other), territory))

    touching = np.unique(
        np.concatenate(
            [
                graph.first[loose[graph.second] & connected[graph.first]],
                graph.second[loose[graph.first] & connected[graph.second]],
            ]
        )
    )
    for area in touching:
        offer_neighbours(int(area), int(result[area]))
    while queue:
        _, area, territory = heapq.heappop(queue)
        if result[area] == UNASSIGNED:
            result[area] = territory
            offer_neighbours(area, territory)
    unreached = result == UNASSIGNED
    result[unreached] = np.asarray(labels)[unreached]
    return result
