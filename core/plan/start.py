"""What a search for a plan starts from: nearest homes, homes from travel costs alone."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from ..progress import SILENT, Progress
from ..siting.median_problem import MedianProblem
from ..siting.p_median import solve_p_median
from ..travel.trips import Trips
from .areas import Areas
from .nearest import connect_territories, nearest_representative, refuse_without_any_way
from .order import north_to_south

_DEAREST_TRIPS = 2.0
"""A trip without a way, in longest trips: avoided wherever balance and contiguity allow, yet
not so dear that travel drowns all other criteria."""

_LIKELY_PAIRS = 4_000_000
"""Pairs with candidates among which a p-median takes seconds: all of 2,000 areas, 365 of 10,946."""
_LIKELY_PER_HOME = 5
"""Candidates for each home at least."""


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
    refuse_without_any_way(cost)
    return np.where(gaps, _DEAREST_TRIPS * cost[~gaps].max(), cost), gaps


def known_lengths(length_m: FloatArray | None, straight_m: FloatArray) -> FloatArray:
    """Lengths (n, k) of trips; straight lines where nothing else is known."""
    if length_m is None:
        return straight_m
    return np.where(np.isfinite(length_m), length_m, straight_m)


def sited_by_costs(
    areas: Areas,
    trips: Trips,
    count: int,
    seed: int,
    candidates: BoolArray | None = None,
    progress: Progress = SILENT,
) -> IntArray:
    """Areas (count,) from which all trips cost least (p-median), from north to south.

    Parameters
    ----------
    candidates : ndarray of bool, shape (n,), optional
        Areas that may be homes; without it all whose trips are known.

    Raises
    ------
    InfeasibleProblem
        If there are fewer areas that may be homes.
    Cancelled
    """
    may_be = np.flatnonzero(trips.may_be_home if candidates is None else candidates)
    cost = trips.finite_cost(may_be, np.arange(len(areas)), progress.part(0.0, 0.1)).T
    median = solve_p_median(
        MedianProblem(cost, count, areas.trips, areas.ids),
        np.random.default_rng(seed),
        exact=False,
        progress=progress.part(0.1, 1.0),
    )
    homes = may_be[median.chosen]
    return homes[north_to_south(areas.points[homes])]


def likely_homes(areas: Areas, trips: Trips, count: int) -> BoolArray:
    """Areas (n,) among which homes are sought where nobody says where they may be.

    All whose trips are known; in a large map those to which most trips are made, as a search
    among all pairs would take minutes. (The thesis takes the 402 district capitals.)
    """
    known = np.flatnonzero(trips.may_be_home)
    most = max(_LIKELY_PAIRS // max(len(areas), 1), _LIKELY_PER_HOME * count)
    heaviest = known[np.lexsort((known, -areas.trips[known]))][:most]
    result = np.zeros(len(areas), dtype=bool)
    result[heaviest] = True
    return result
