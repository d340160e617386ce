"""Costs between two layers, pair by pair, as a table holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..geometry.geodesy import Metric
from ..ids import id_order
from ..progress import SILENT, Progress
from ..unit_factors import METRES_PER_KM, SECONDS_PER_HOUR

# Pairs between two questions whether to stop: about 0.1 s of geodesics.
_PAIRS_PER_BLOCK = 200_000


@dataclass(frozen=True)
class CostRows:
    """Costs of all pairs of n origins and m destinations.

    Attributes
    ----------
    origins, destinations : sequence
        Their ids.
    distance_m, time_s : ndarray of float, shape (n, m)
        Metres and seconds; ``inf`` where there is no route.
    """

    origins: Sequence[Any]
    destinations: Sequence[Any]
    distance_m: FloatArray
    time_s: FloatArray

    @property
    def pair_count(self) -> int:
        return self.time_s.size

    @property
    def unreachable(self) -> IntArray:
        """Pairs (row, column) without a route, shape (u, 2)."""
        return np.argwhere(~np.isfinite(self.time_s))

    @property
    def cut_off_origins(self) -> list[Any]:
        """Origins from which no destination can be reached."""
        lost = ~np.isfinite(self.time_s).any(axis=1)
        return [self.origins[i] for i in np.flatnonzero(lost)]

    @property
    def cut_off_destinations(self) -> list[Any]:
        """Destinations that cannot be reached from any origin."""
        lost = ~np.isfinite(self.time_s).any(axis=0)
        return [self.destinations[i] for i in np.flatnonzero(lost)]

    def in_order_of_ids(self, progress: Progress = SILENT) -> CostRows:
        """The same sorted by ids, which is how people look them up.

        Raises
        ------
        Cancelled
        """
        rows, columns = (
            sorted(range(len(ids)), key=lambda i: id_order(ids[i]))
            for ids in (self.origins, self.destinations)
        )

        def ordered(costs: FloatArray) -> FloatArray:
            result = np.empty_like(costs)
            for block in _blocks(len(rows), len(columns), progress):
                result[block] = costs[rows[block]][:, columns]
            return result

        return CostRows(
            [self.origins[i] for i in rows],
            [self.destinations[i] for i in columns],
            ordered(self.distance_m),
            ordered(self.time_s),
        )

    def rows(
        self, progress: Progress = SILENT
    ) -> Iterator[tuple[Any, Any, float | None, float | None]]:
        """Origin, destination, metres and seconds of each pair; None where there is no route.

        Raises
        ------
        Cancelled
        """
        for row, origin in enumerate(self.origins):
            progress.stop_if_cancelled()
            progress.report(row / len(self.origins))
            metres, seconds = _known(self.distance_m[row]), _known(self.time_s[row])
            yield from zip(repeat(origin), self.destinations, metres, seconds)


def _known(costs: FloatArray) -> list[float | None]:
    """Costs (m,) as numbers, None where there is no route."""
    values: list[float | None] = costs.tolist()
    for index in np.flatnonzero(~np.isfinite(costs)).tolist():
        values[index] = None
    return values


def straight_line_costs(
    metric: Metric,
    starts: FloatArray,
    places: FloatArray,
    speed_kmh: float,
    progress: Progress = SILENT,
) -> tuple[FloatArray, FloatArray]:
    """Lengths in metres (n, m) of straight lines between positions, and seconds at a speed.

    Raises
    ------
    Cancelled
    """
    distance = np.empty((len(starts), len(places)))
    for block in _blocks(len(starts), len(places), progress):
        distance[block] = metric.matrix(starts[block], places)
    return distance, distance / (speed_kmh * METRES_PER_KM / SECONDS_PER_HOUR)


def _blocks(rows: int, columns: int, progress: Progress) -> Iterator[slice]:
    """Rows of a matrix in portions, with time for a cancel in between."""
    step = max(1, _PAIRS_PER_BLOCK // max(columns, 1))
    for first in range(0, rows, step):
        progress.stop_if_cancelled()
        progress.report(first / rows)
        yield slice(first, first + step)
