"""A cost matrix as it is stored: one row per origin and destination."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import InvalidInput, name_some

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


@dataclass(frozen=True)
class CostTable:
    """Rows of travel cost between places that are named by the text of their ids.

    Attributes
    ----------
    origins, destinations : ndarray of str, shape (m,)
    distance_m : ndarray of float, shape (m,), or None
        Length of the trip; NaN where it is not known, infinite where unreachable.
    time_s : ndarray of float, shape (m,), or None
        Duration of the trip, likewise.
    """

    origins: NDArray[np.str_]
    destinations: NDArray[np.str_]
    distance_m: FloatArray | None = None
    time_s: FloatArray | None = None

    def __post_init__(self) -> None:
        if self.cost is None:
            raise InvalidInput(
                "The cost matrix has neither distances nor times. It needs the columns origin, "
                "destination and distance_m or time_s."
            )
        for name, values in (("distance_m", self.distance_m), ("time_s", self.time_s)):
            wrong = np.zeros(0, bool) if values is None else values < 0.0
            if wrong.any():
                raise InvalidInput(
                    "The cost matrix holds {count} negative value(s) in {column}: {pairs}.",
                    count=int(wrong.sum()),
                    column=name,
                    pairs=self._name_rows(np.flatnonzero(wrong)),
                )

    @property
    def cost(self) -> FloatArray | None:
        """Times if there are any, else distances."""
        for values in (self.time_s, self.distance_m):
            if values is not None and np.isfinite(values).any():
                return values
        return None

    @property
    def is_time(self) -> bool:
        """Whether :attr:`cost` is in seconds (else metres)."""
        return self.cost is self.time_s

    def _name_rows(self, rows: IntArray) -> str:
        return name_some([f"{self.origins[row]} → {self.destinations[row]}" for row in rows])

    def select(self, places: Sequence[str], homes: Sequence[str], column: FloatArray) -> FloatArray:
        """Matrix (n, k) of a column from k homes to n places; NaN where there is no row.

        The table may run from homes to places or the other way: the direction that names
        more of the homes as origins wins, trips from the home if both do.
        """
        home_index = {name: index for index, name in enumerate(homes)}
        place_index = {name: index for index, name in enumerate(places)}

        def lookup(values: NDArray, index: dict[str, int]) -> IntArray:
            names, inverse = np.unique(values, return_inverse=True)
            return np.array([index.get(str(name), -1) for name in names], dtype=np.int64)[inverse]

        from_home = lookup(self.origins, home_index), lookup(self.destinations, place_index)
        to_home = lookup(self.destinations, home_index), lookup(self.origins, place_index)
        best = max(
            (from_home, to_home), key=lambda pair: int(((pair[0] >= 0) & (pair[1] >= 0)).sum())
        )
        home, place = best
        known = (home >= 0) & (place >= 0)
        matrix = np.full((len(places), len(homes)), np.nan)
        matrix[place[known], home[known]] = column[known]
        return matrix

    def matrix(
        self, places: Sequence[str], homes: Sequence[str], *, what: str = "area"
    ) -> tuple[FloatArray, FloatArray | None]:
        """Cost (n, k) and, if stored, distance (n, k) from each home to each place.

        Parameters
        ----------
        places, homes : sequences of str
            Ids of n places and k homes. A place that is itself a home is reached at no cost
            even if the table has no row for it.
        what : str
            What a place is called in messages.

        Returns
        -------
        cost : ndarray of float, shape (n, k)
            Seconds or metres; infinite where unreachable.
        distance_m : ndarray of float, shape (n, k), or None

        Raises
        ------
        InvalidInput
            If rows are missing; the message names the first pairs.
        """
        assert self.cost is not None
        cost = self.select(places, homes, self.cost)
        distance = (
            None
            if self.distance_m is None or not np.isfinite(self.distance_m).any()
            else self.select(places, homes, self.distance_m)
        )
        home_index = {name: index for index, name in enumerate(homes)}
        for row, name in enumerate(places):
            column = home_index.get(name)
            if column is not None and np.isnan(cost[row, column]):
                cost[row, column] = 0.0
                if distance is not None:
                    distance[row, column] = 0.0
        missing = np.argwhere(np.isnan(cost))
        if len(missing):
            pairs = [f"{homes[column]} → {places[row]}" for row, column in missing[:1000]]
            raise InvalidInput(
                "The cost matrix has no value for {count} of {total} pairs of representative and "
                "{what}: {pairs}. Complete it, or check that its ids are those of the id fields.",
                count=len(missing),
                total=cost.size,
                what=what,
                pairs=name_some(pairs)
                if len(pairs) == len(missing)
                else ", ".join(pairs[:5]) + ", …",
            )
        return cost, distance
