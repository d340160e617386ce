"""Rows of a cost table as what the way from each home to each place costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..ids import id_key
from .cost_table import CostTable


@dataclass(frozen=True)
class HomeCosts:
    """What the trips from k homes to n places cost.

    Attributes
    ----------
    cost : ndarray of float, shape (n, k)
        In seconds or metres; infinite where there is no route.
    distance_m : ndarray of float, shape (n, k), or None
        Metres of the same trips; None where the table has none.
    is_time : bool
        Whether :attr:`cost` is in seconds.
    """

    cost: FloatArray
    distance_m: FloatArray | None
    is_time: bool

    @property
    def unreachable(self) -> int:
        """Number of pairs without a route."""
        return int(np.count_nonzero(~np.isfinite(self.cost)))

    @classmethod
    def from_table(
        cls, table: CostTable, places: Sequence[object], homes: Sequence[object]
    ) -> HomeCosts:
        """The costs that a table holds; times before distances.

        Raises
        ------
        InvalidInput
            If pairs are missing.
        """
        unit = table.quantity()
        cost = trips_from_homes(table, places, homes, unit)
        distance: FloatArray | None = cost
        if unit != "distance_m":
            known = not np.isnan(table.distance_m).all()
            distance = trips_from_homes(table, places, homes, "distance_m") if known else None
        return cls(cost, distance, unit == "time_s")


def trips_from_homes(
    table: CostTable,
    places: Sequence[object],
    homes: Sequence[object],
    quantity: str,
    *,
    own_free: bool = False,
) -> FloatArray:
    """Costs (n, k) of the trips from homes to places, or of the trips to the homes.

    ``own_free`` tells whether homes are places themselves, so that equal ids are one place.

    A table gives one direction for all pairs: ids of areas and of representatives may be
    alike (1, 2, …), so that a single row cannot tell which of its ends is the home.

    Raises
    ------
    InvalidInput
        If pairs are missing; about the direction for which the table names more homes.
    """
    if not table.missing_pairs(homes, places, own_free=own_free):
        return table.matrix(homes, places, quantity, own_free=own_free).T
    if not table.missing_pairs(places, homes, own_free=own_free):
        return table.matrix(places, homes, quantity, own_free=own_free)
    keys = set(map(id_key, homes))
    if len(keys & set(table.origin_index)) >= len(keys & set(table.destination_index)):
        return table.matrix(homes, places, quantity, own_free=own_free).T
    return table.matrix(places, homes, quantity, own_free=own_free)
