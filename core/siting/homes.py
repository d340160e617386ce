"""The best home inside each territory, and what moving there saves (thesis, 5.1.5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InvalidInput
from ..geometry.geodesy import Metric
from ..progress import SILENT, Progress
from .space import space_of

CostBlock = Callable[[IntArray, IntArray], FloatArray]

# A great circle on the mean sphere and the geodesic differ by less than 0.6 %.
_SCREEN = 1.013
_ELEMENTS_PER_BLOCK = 2_000_000


@dataclass(frozen=True)
class HomeResult:
    """Homes per territory, arrays of shape (k,) unless said otherwise.

    Travel is the sum over visited areas, one trip each from the home (thesis, tables 5.4 and
    5.5); ``weighted`` figures multiply each trip by the area's weight. ``nan`` where there is
    no home, ``inf`` where an area cannot be reached from it.

    Attributes
    ----------
    home : ndarray of int
        Area that is the best home, −1 for a territory without candidates.
    visited : ndarray of int
        Areas with weight, which are the ones visited.
    travel_before, travel_after : ndarray
        Sum of the trips from today's and from the best home.
    weighted_before, weighted_after : ndarray
        Sum of weight × trip.
    """

    home: IntArray
    visited: IntArray
    travel_before: FloatArray
    travel_after: FloatArray
    weighted_before: FloatArray
    weighted_after: FloatArray

    @property
    def total_before(self) -> float:
        """Travel of all territories from today's homes."""
        return float(self.travel_before.sum())

    @property
    def total_after(self) -> float:
        """Travel of all territories from the best homes."""
        return float(self.travel_after.sum())

    @property
    def saved_pct(self) -> float:
        """Travel saved in percent of today's."""
        if not self.total_before > 0.0:
            return 0.0
        return 100.0 * (self.total_before - self.total_after) / self.total_before


def best_homes(
    labels: IntArray,
    weights: FloatArray,
    cost: CostBlock | tuple[Metric, FloatArray],
    *,
    territories: int | None = None,
    candidates: BoolArray | None = None,
    today_cost: FloatArray | None = None,
    progress: Progress = SILENT,
) -> HomeResult:
    """Candidate with the least weighted travel in each territory.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        Territory of each area, from 0; −1 for none.
    weights : ndarray, shape (n,)
        Weight per area, at least 0. Empty areas (weight 0) are not visited, but may be homes.
    cost : callable or (Metric, positions)
        ``cost(homes, areas)`` gives the trips from areas used as homes to areas, shape
        (homes, areas), for indices of areas; or the metric and the (n, 2) positions for
        straight lines.
    territories : int, optional
        Number of territories; one more than the greatest label by default.
    candidates : ndarray of bool, shape (n,), optional
        Areas that may be homes; all by default.
    today_cost : ndarray, shape (n,), optional
        Trip to each area from today's home of its territory (``nan``: no home today).

    Raises
    ------
    InvalidInput
        Negative or missing weights.
    Cancelled
        The caller asked to stop.

    Notes
    -----
    Among candidates of equal weighted travel the one with the least unweighted travel wins,
    then the first.
    """
    labels = np.asarray(labels, dtype=np.int64)
    weights = np.asarray(weights, dtype=float)
    bad = int((~(np.isfinite(weights) & (weights >= 0.0))).sum())
    if bad:
        raise InvalidInput("{bad} areas have a negative or missing weight.", bad=bad)
    k = int(labels.max(initial=-1)) + 1 if territories is None else territories
    allowed = np.ones(labels.size, dtype=bool) if candidates is None else candidates
    home = np.full(k, -1, dtype=np.int64)
    visited = np.zeros(k, dtype=np.int64)
    figures = np.full((4, k), np.nan)
    order = np.argsort(labels, kind="stable")
    bounds = np.searchsorted(labels[order], np.arange(k + 1))
    for territory in range(k):
        progress.stop_if_cancelled()
        members = order[bounds[territory] : bounds[territory + 1]]
        stops = members[weights[members] > 0.0]
        options = members[allowed[members]]
        visited[territory] = stops.size
        if today_cost is not None:
            trips = np.asarray(today_cost, dtype=float)[stops]
            figures[0, territory] = trips.sum()
            figures[2, territory] = weights[stops] @ trips
        if options.size:
            best, plain, weighted = _best_option(options, stops, weights[stops], cost, progress)
            home[territory] = best
            figures[1, territory], figures[3, territory] = plain, weighted
        progress.report((territory + 1) / k)
    return HomeResult(home, visited, figures[0], figures[1], figures[2], figures[3])


def _best_option(
    options: IntArray,
    stops: IntArray,
    weights: FloatArray,
    cost: CostBlock | tuple[Metric, FloatArray],
    progress: Progress,
) -> tuple[int, float, float]:
    if isinstance(cost, tuple):
        options = _screened(options, stops, weights, *cost)
    plain, weighted = np.empty(options.size), np.empty(options.size)
    rows = max(1, _ELEMENTS_PER_BLOCK // max(stops.size, 1))
    for start in range(0, options.size, rows):
        progress.stop_if_cancelled()
        part = slice(start, start + rows)
        trips = _trips(cost, options[part], stops)
        plain[part], weighted[part] = trips.sum(axis=1), trips @ weights
    best = int(np.lexsort((np.arange(options.size), plain, weighted))[0])
    return int(options[best]), float(plain[best]), float(weighted[best])


def _trips(
    cost: CostBlock | tuple[Metric, FloatArray], homes: IntArray, areas: IntArray
) -> FloatArray:
    if isinstance(cost, tuple):
        metric, positions = cost
        return metric.matrix(positions[homes], positions[areas])
    return cost(homes, areas)


def _screened(
    options: IntArray,
    stops: IntArray,
    weights: FloatArray,
    metric: Metric,
    positions: FloatArray,
) -> IntArray:
    """Candidates that can be best on the ellipsoid, judged quickly in the metric's space."""
    space = space_of(metric)
    points = space.points(positions[stops])
    total = np.empty(options.size)
    rows = max(1, _ELEMENTS_PER_BLOCK // max(stops.size, 1))
    for start in range(0, options.size, rows):
        part = slice(start, start + rows)
        homes = space.points(positions[options[part]])
        total[part] = space.distances(homes, points) @ weights
    return options[total <= _SCREEN * total.min()]
