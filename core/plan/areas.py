"""What a plan divides: basic areas or customers with weights, places and neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from ..geometry.geodesy import Metric
from ..sums import weighted_rows

NO_AREA = -1
"""In place of an area that is not known."""
UNASSIGNED = -1
"""In place of a territory: the area has none."""


@dataclass(frozen=True)
class Areas:
    """The n basic areas (or customers) of a plan, as arrays.

    Attributes
    ----------
    ids : sequence
        Id of each area, for messages and tables.
    positions : ndarray of float, shape (n, 2)
        Longitudes and latitudes in degrees, or map coordinates in metres, as ``metric`` wants.
    metric : Metric
        What a distance between positions is.
    weights : ndarray of float, shape (n, c)
        Weight for each balance criterion; not negative.
    trips : ndarray of float, shape (n,)
        How often each area is visited: its weight in sums and means of travel.
    graph : ContiguityGraph or None
        Neighbours; None for customers, who have none.
    change_weights : ndarray of float, shape (n,), or None
        What changes hands with an area; None: its trips.
    names : sequence or None
        What messages call the areas; their ids without.
    """

    ids: Sequence[Any]
    positions: FloatArray
    metric: Metric
    weights: FloatArray
    trips: FloatArray
    graph: ContiguityGraph | None = None
    change_weights: FloatArray | None = None
    names: Sequence[Any] | None = None

    @classmethod
    def alike(cls, ids: Sequence[Any], positions: FloatArray, metric: Metric) -> Areas:
        """Areas of which nothing is known but where they are: each counts 1."""
        return cls(ids, positions, metric, np.ones((len(ids), 1)), np.ones(len(ids)))

    def with_weights(self, weights: FloatArray, *, trips_follow: bool) -> Areas:
        """The same areas with other weights (n, c), where they lie as before.

        Where ``trips_follow``, trips are in proportion to the weights; else they stay.
        """
        combined = combined_weights(weights, np.ones(weights.shape[1]))
        trips = combined if trips_follow else self.trips
        result = replace(self, weights=weights, trips=trips, change_weights=combined)
        result.__dict__["points"] = self.points  # they lie where they lay
        return result

    @property
    def called(self) -> Sequence[Any]:
        """What messages call each area."""
        return self.ids if self.names is None else self.names

    def __len__(self) -> int:
        return len(self.positions)

    @property
    def handed_over(self) -> FloatArray:
        """What changes hands with each area (n,)."""
        return self.trips if self.change_weights is None else self.change_weights

    @cached_property
    def points(self) -> FloatArray:
        """Positions on a local plane in metres, shape (n, 2)."""
        return self.metric.to_plane(self.positions)


def nearest_place(positions: FloatArray, metric: Metric, position: FloatArray) -> tuple[int, float]:
    """The nearest of the places (n, 2) to a position (2,), and its distance in metres."""
    distance = metric.between(positions, position[None, :])
    nearest = int(np.argmin(distance))
    return nearest, float(distance[nearest])


def combined_weights(weights: FloatArray, criterion_shares: FloatArray) -> FloatArray:
    """One weight per area (n,): those of all criteria as shares of their sums; they sum to 1.

    So a weighted sum of distances is a mean distance. If no area has weight, all are alike.

    Parameters
    ----------
    weights : ndarray of float, shape (n, c)
    criterion_shares : ndarray of float, shape (c,)
        Relative importance of the criteria. Criteria without any weight are left out.
    """
    totals = weights.sum(axis=0)
    if not (totals > 0.0).any():
        return np.full(len(weights), 1.0 / max(len(weights), 1))
    shares = criterion_shares * (totals > 0.0)
    shares = shares / shares.sum() if shares.sum() > 0.0 else (totals > 0.0) / (totals > 0).sum()
    return weighted_rows(weights / np.where(totals > 0.0, totals, 1.0), shares)


def one_trip_each(weights: FloatArray) -> FloatArray:
    """One trip (n,) to each area that has weight, however much (thesis, sect. 5.1.5)."""
    return (weights > 0.0).astype(float)


@dataclass(frozen=True)
class Homes:
    """Where the k representatives live, and what a trip from there takes.

    Attributes
    ----------
    positions : ndarray of float, shape (k, 2)
        NaN for a territory without a home.
    area : ndarray of int, shape (k,)
        Area in which each home lies, ``NO_AREA`` where that is not known.
    trip_m, trip_s : ndarray of float, shape (n, k), or None
        Metres and seconds of a trip from each home to each area; NaN or infinite where there is
        no way. Without ``trip_m`` trips are straight lines on the ellipsoid; without
        ``trip_s`` nothing is known about times.
    """

    positions: FloatArray
    area: IntArray
    trip_m: FloatArray | None = None
    trip_s: FloatArray | None = None

    def __len__(self) -> int:
        return len(self.positions)

    @classmethod
    def in_areas(cls, areas: Areas, area: IntArray) -> Homes:
        """Homes at the places of areas; ``NO_AREA`` gives none. Trips are straight lines."""
        area = np.asarray(area, dtype=np.int64)
        positions = np.where((area == NO_AREA)[:, None], np.nan, areas.positions[area])
        return cls(positions, area)

    @classmethod
    def nowhere(cls, count: int) -> Homes:
        """No home at all for so many territories."""
        return cls(np.full((count, 2), np.nan), np.full(count, NO_AREA, dtype=np.int64))

    @classmethod
    def merged(cls, areas: Areas, chosen: BoolArray, these: Homes, others: Homes) -> Homes:
        """These homes where they are chosen (k,), the others elsewhere."""
        metres = None
        taken_m = [
            homes.trip_m for homes, some in ((these, chosen), (others, ~chosen)) if some.any()
        ]
        if any(table is not None for table in taken_m):
            metres = np.empty((len(areas), len(chosen)))
            metres[:, chosen] = these.some(chosen).all_trips_m(areas)
            metres[:, ~chosen] = others.some(~chosen).all_trips_m(areas)
        seconds = None
        if these.trip_s is not None or others.trip_s is not None:
            unknown = np.full((len(areas), len(chosen)), np.nan)
            seconds = np.where(
                chosen,
                unknown if these.trip_s is None else these.trip_s,
                unknown if others.trip_s is None else others.trip_s,
            )
        return cls(
            np.where(chosen[:, None], these.positions, others.positions),
            np.where(chosen, these.area, others.area),
            metres,
            seconds,
        )

    def some(self, chosen: BoolArray) -> Homes:
        """Those of the homes that are chosen (k,)."""
        metres, seconds = (
            None if table is None else table[:, chosen] for table in (self.trip_m, self.trip_s)
        )
        return Homes(self.positions[chosen], self.area[chosen], metres, seconds)

    def extended(self, count: int) -> Homes:
        """With so many more territories that have no home."""

        def wider(table: FloatArray | None) -> FloatArray | None:
            if table is None:
                return None
            return np.hstack([table, np.full((len(table), count), np.nan)])

        return Homes(
            np.vstack([self.positions, np.full((count, 2), np.nan)]),
            np.concatenate([self.area, np.full(count, NO_AREA, dtype=np.int64)]),
            wider(self.trip_m),
            wider(self.trip_s),
        )

    def all_trips_m(self, areas: Areas) -> FloatArray:
        """Metres (n, k) of a trip from each home to each area; NaN without a home."""
        if self.trip_m is not None:
            return self.trip_m
        lines = areas.metric.matrix(areas.positions, np.nan_to_num(self.positions))
        return np.where(self.exists, lines, np.nan)

    def with_lines_for_gaps(self, areas: Areas, labels: IntArray) -> Homes:
        """The same with straight lines to own areas whose trip has no known length."""
        if self.trip_m is None:
            return self
        metres = self.trip_m.copy()
        rows = np.flatnonzero((labels >= 0) & ~np.isfinite(self.own_trips_m(areas, labels)))
        lines = Homes(self.positions, self.area).own_trips_m(areas, labels)
        metres[rows, labels[rows]] = lines[rows]
        return replace(self, trip_m=metres)

    @property
    def exists(self) -> BoolArray:
        """Territories (k,) that have a home."""
        return np.asarray(~np.isnan(self.positions).any(axis=1))

    def own_trips_m(self, areas: Areas, labels: IntArray) -> FloatArray:
        """Metres (n,) of the trip to each area from the home of its own territory; else NaN."""
        if self.trip_m is not None:
            return _own(self.trip_m, labels)
        trips = np.full(len(labels), np.nan)
        rows = np.flatnonzero(labels >= 0)
        rows = rows[self.exists[labels[rows]]]
        trips[rows] = areas.metric.between(areas.positions[rows], self.positions[labels[rows]])
        return trips

    def own_trips_s(self, labels: IntArray) -> FloatArray | None:
        """Seconds (n,) of the same trips; None where no times are known."""
        return None if self.trip_s is None else _own(self.trip_s, labels)


def _own(table: FloatArray, labels: IntArray) -> FloatArray:
    rows = np.arange(len(labels))
    return np.where(labels >= 0, table[rows, np.maximum(labels, 0)], np.nan)
