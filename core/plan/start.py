"""What a search for a plan starts from: nearest homes, homes from travel costs alone."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from ..errors import InvalidInput
from ..progress import SILENT, Progress
from ..siting.median_problem import MedianProblem
from ..siting.p_median import solve_p_median
from ..travel.trips import Trips
from .areas import Areas
from .nearest import connect_territories, nearest_representative
from .order import north_to_south

_DEAREST_TRIPS = 2.0
"""A trip without a way, in longest trips: avoided wherever balance and contiguity allow, yet
not so dear that travel drowns all other criteria."""


def nearest_plan(graph: ContiguityGraph, cost: FloatArray, home_area: IntArray) -> IntArray:
    """Labels (n,): every area to its cheapest home, in connected territories (thesis, alg. 2).

    Parameters
    ----------
    graph : ContiguityGraph
    cost : ndarray of float, shape (n, k)
    home_area : ndarray of int, shape (k,)
        Area in which each territory starts; all different.
    """
    return connect_territories(graph, nearest_representative(cost), cost, home_area)


def without_gaps(cost: FloatArray) -> tuple[FloatArray, BoolArray]:
    """Finite costs (n, k) for a search that gives every area to some home, and the gaps (n, k).

    Raises
    ------
    InvalidInput
        If no trip at all has a way.
    """
    gaps = ~np.isfinite(cost)
    if not gaps.any():
        return cost, gaps
    if gaps.all():
        raise InvalidInput(
            "COST_MATRIX: no area can be reached from any home (all costs are NULL). Complete the "
            "matrix, or leave it out."
        )
    return np.where(gaps, _DEAREST_TRIPS * cost[~gaps].max(), cost), gaps


def known_lengths(length_m: FloatArray | None, straight_m: FloatArray) -> FloatArray:
    """Lengths (n, k) of trips; straight lines where nothing else is known."""
    if length_m is None:
        return straight_m
    return np.where(np.isfinite(length_m), length_m, straight_m)


def sited_by_costs(
    areas: Areas, trips: Trips, count: int, seed: int, progress: Progress = SILENT
) -> IntArray:
    """Areas (count,) from which all trips cost least (p-median), from north to south.

    Raises
    ------
    InfeasibleProblem
        If there are fewer areas that may be homes.
    """
    candidates = np.flatnonzero(trips.may_be_home)
    cost = trips.finite_cost(candidates, np.arange(len(areas))).T
    median = solve_p_median(
        MedianProblem(cost, count, areas.trips, areas.ids),
        np.random.default_rng(seed),
        exact=False,
        progress=progress,
    )
    homes = candidates[median.chosen]
    return homes[north_to_south(areas.points[homes])]
