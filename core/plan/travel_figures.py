"""Travel of each representative and of all: sums over visits, means, the longest trip.

The thesis (sect. 5.1.5, tables 5.4 and 5.5) and the paper (table 1) add up one trip to every
area that has customers, empty areas left out. Where it is known how often an area is visited,
the sum over all visits says more; both are here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from .plan import Plan, mean_by_territory


@dataclass(frozen=True)
class TravelFigures:
    """Travel by territory, arrays of shape (k,), in metres or in seconds as the trips were.

    Attributes
    ----------
    visited : ndarray of int
        Areas that are visited and can be reached.
    unreachable : ndarray of int
        Areas that should be visited but have no trip: no home, or no way.
    one_each : ndarray of float
        Sum of one trip to each visited area.
    visits : ndarray of float
        Sum of the visits to areas that can be reached.
    all_visits : ndarray of float
        Sum of visits × trip.
    mean : ndarray of float
        Mean trip, weighted by visits; the plain mean where nobody is visited; NaN for none.
    longest : ndarray of float
        Longest trip to a visited area; NaN for none.
    """

    visited: IntArray
    unreachable: IntArray
    one_each: FloatArray
    visits: FloatArray
    all_visits: FloatArray
    mean: FloatArray
    longest: FloatArray

    def of_each(self, *, all_trips: bool) -> FloatArray:
        """Sum of all visits, or of one trip to each visited area; NaN where no trip is known."""
        sums = self.all_visits if all_trips else self.one_each
        return np.where((self.visited == 0) & (self.unreachable > 0), np.nan, sums)

    def of_all(self, *, all_trips: bool) -> float:
        """The same over all territories, those apart of which nothing is known."""
        known = self.of_each(all_trips=all_trips)
        known = known[np.isfinite(known)]
        return float(known.sum()) if len(known) or not len(self.visited) else float("nan")

    @property
    def overall_mean(self) -> float:
        """Mean trip over all visits; NaN where there is none."""
        visits = float(self.visits.sum())
        return float(self.all_visits.sum()) / visits if visits > 0.0 else float("nan")

    @property
    def overall_longest(self) -> float:
        """Longest trip of all; NaN where there is none."""
        known = self.longest[np.isfinite(self.longest)]
        return float(known.max()) if len(known) else float("nan")


def travel_figures(
    trip: FloatArray, visits: FloatArray, labels: IntArray, territory_count: int
) -> TravelFigures:
    """Add up trips by territory.

    Parameters
    ----------
    trip : ndarray of float, shape (n,)
        Trip to each area from its territory's home; NaN or infinite where there is none.
    visits : ndarray of float, shape (n,)
        How often each area is visited, see :func:`visits_of`.
    labels : ndarray of int, shape (n,)
        Territory of each area; negative where it has none.
    """
    called = (labels >= 0) & (visits > 0.0)
    reached = called & np.isfinite(trip)
    own, length, often = labels[reached], trip[reached], visits[reached]
    longest = np.full(territory_count, -np.inf)
    np.maximum.at(longest, own, length)

    def summed(values: FloatArray) -> FloatArray:
        return np.bincount(own, weights=values, minlength=territory_count).astype(float)

    return TravelFigures(
        visited=np.bincount(own, minlength=territory_count),
        unreachable=np.bincount(labels[called & ~reached], minlength=territory_count),
        one_each=summed(length),
        visits=summed(often),
        all_visits=summed(often * length),
        mean=mean_by_territory(trip, visits, labels, territory_count),
        longest=np.where(np.isfinite(longest), longest, np.nan),
    )


def visits_of(trips: FloatArray) -> FloatArray:
    """How often each area is visited (n,): once each where nobody is visited at all."""
    visited: BoolArray = trips > 0.0
    return trips if visited.any() else np.ones(len(trips))


def travel_in_metres(plan: Plan) -> TravelFigures:
    """Travel of a plan in metres, from its homes or weighted centres."""
    visits = visits_of(plan.areas.trips)
    return travel_figures(plan.trip_m, visits, plan.labels, plan.territory_count)


def travel_in_seconds(plan: Plan) -> TravelFigures | None:
    """Travel of a plan in seconds; None where no times are known."""
    if plan.trip_s is None:
        return None
    visits = visits_of(plan.areas.trips)
    return travel_figures(plan.trip_s, visits, plan.labels, plan.territory_count)
