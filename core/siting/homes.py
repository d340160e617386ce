"""The best home inside each territory (thesis, 5.1.5)."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InvalidInput
from ..libraries import spatial
from ..plan.areas import NO_AREA
from ..plan.statistics import territory_totals
from ..progress import SILENT, Progress
from ..travel.trips import Trips

_UNCERTAIN_M = 0.005
"""By how much a mean trip may be off by rounding; Vincenty's geodesics are right to 1 mm."""
# Blocks of 16 MB stay near the cache and leave room to hear a cancel.
_ELEMENTS_PER_BLOCK = 2_000_000


def best_homes(
    trips: Trips,
    labels: IntArray,
    weights: FloatArray,
    territory_count: int,
    candidates: BoolArray | None = None,
    progress: Progress = SILENT,
) -> IntArray:
    """Area with the least weighted travel in each territory, ``NO_AREA`` where none may be home.

    Parameters
    ----------
    trips : Trips
        Trips between the areas.
    labels : ndarray of int, shape (n,)
        Territory of each area, from 0; negative for none.
    weights : ndarray, shape (n,)
        Weight of the trip to each area, at least 0. Areas of weight 0 are not visited, but may
        be homes; a territory without any weight counts its areas alike.
    territory_count : int
        Number k of territories.
    candidates : ndarray of bool, shape (n,), optional
        Areas that may be homes; without it all whose trips are known.

    Returns
    -------
    ndarray of int, shape (k,)

    Raises
    ------
    InvalidInput
        Negative or missing weights.
    Cancelled
        The caller asked to stop.

    Notes
    -----
    Among candidates of equal weighted travel the one with the least unweighted travel wins,
    then the first. Where some area cannot be reached from any candidate, the home that reaches
    most weight is best.
    """
    labels = np.asarray(labels, dtype=np.int64)
    weights = np.asarray(weights, dtype=float)
    bad = int((~(np.isfinite(weights) & (weights >= 0.0))).sum())
    if bad:
        raise InvalidInput.counted(
            bad,
            "{count} area has a negative or missing weight.",
            "{count} areas have a negative or missing weight.",
        )
    weights = weights_for_trips(labels, weights, territory_count)
    allowed = trips.may_be_home if candidates is None else candidates
    home = np.full(territory_count, NO_AREA, dtype=np.int64)
    order = np.argsort(labels, kind="stable")
    bounds = np.searchsorted(labels[order], np.arange(territory_count + 1))
    for territory in range(territory_count):
        progress.stop_if_cancelled()
        members = order[bounds[territory] : bounds[territory + 1]]
        stops = members[weights[members] > 0.0]
        options = members[allowed[members]]
        if options.size:
            home[territory] = _best_option(trips, options, stops, weights[stops], progress)
        progress.report((territory + 1) / territory_count)
    return home


def weights_for_trips(labels: IntArray, weights: FloatArray, territory_count: int) -> FloatArray:
    """The weights (n,); 1 in territories in which all are 0."""
    total = territory_totals(labels, weights[:, None], territory_count)[:, 0]
    return np.where((labels >= 0) & (total[labels] > 0.0), weights, 1.0)


def _best_option(
    trips: Trips, options: IntArray, stops: IntArray, weights: FloatArray, progress: Progress
) -> int:
    if trips.table is None:
        options = _screened(trips, options, stops, weights, progress)
    plain, weighted = np.empty(options.size), np.empty(options.size)
    rows = max(1, _ELEMENTS_PER_BLOCK // max(stops.size, 1))
    for start in range(0, options.size, rows):
        progress.stop_if_cancelled()
        part = slice(start, start + rows)
        cost = trips.finite_cost(options[part], stops)
        plain[part], weighted[part] = cost.sum(axis=1), np.einsum("ij,j->i", cost, weights)
    best = int(np.lexsort((np.arange(options.size), plain, weighted))[0])
    return int(options[best])


def _screened(
    trips: Trips, options: IntArray, stops: IntArray, weights: FloatArray, progress: Progress
) -> IntArray:
    """Candidates that can be best, judged by straight lines through space, which cost little.

    A distance is at least as long as such a line, and longer by a factor of known limit. So
    whoever is beyond the least total times this factor cannot be best.
    """
    places, metric = trips.areas.positions, trips.areas.metric
    points = metric.to_space(places[stops])
    total, longest = np.empty(options.size), 0.0
    rows = max(1, _ELEMENTS_PER_BLOCK // max(stops.size, 1))
    for start in range(0, options.size, rows):
        progress.stop_if_cancelled()
        part = slice(start, start + rows)
        lines = spatial.distance.cdist(metric.to_space(places[options[part]]), points)
        total[part] = np.einsum("ij,j->i", lines, weights)
        longest = max(longest, float(lines.max(initial=0.0)))
    limit = metric.most_over_line(longest) * total.min() + _UNCERTAIN_M * weights.sum()
    return options[total <= limit]
