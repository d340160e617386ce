"""Rows of a cost table as what the way from each home to each place costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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
        cls,
        table: CostTable,
        places: Sequence[object],
        homes: Sequence[object],
        *,
        own_free: bool = False,
    ) -> HomeCosts:
        """The costs that a table holds; times before distances.

        ``own_free`` as in :func:`trips_from_homes`.

        Raises
        ------
        InvalidInput
            If pairs are missing.
        """
        unit = table.quantity()
        cost = trips_from_homes(table, places, homes, unit, own_free=own_free)
        distance: FloatArray | None = cost
        if unit != "distance_m":
            known = not np.isnan(table.distance_m).all()
            distance = (
                trips_from_homes(table, places, homes, "distance_m", own_free=own_free)
                if known
                else None
            )
        return cls(cost, distance, unit == "time_s")


@dataclass(frozen=True)
class HomeRows:
    """Rows of a table that tell of the trips of k people.

    Attributes
    ----------
    ids : list
        What the table calls each home (k,); None where it knows nothing of it.
    are_areas : bool
        Whether these are ids of the areas in which people live, and not their own.
    """

    ids: list[Any]
    are_areas: bool

    @classmethod
    def of(
        cls,
        table: CostTable,
        places: Sequence[Any],
        people: Sequence[Any],
        home_areas: Sequence[Any],
        *,
        named: bool,
    ) -> HomeRows:
        """The rows of the people's own ids where the table has them all, else of their areas.

        Parameters
        ----------
        places : sequence
            Ids of all areas (n,).
        people : sequence
            Ids of the people (k,).
        home_areas : sequence
            Id of the area in which each one lives (k,), None outside of all.
        named : bool
            Whether the ids of the people are theirs. Mere numbers 1 to k are ids of areas, too:
            where the table knows every area in which somebody lives, it speaks of areas.
        """
        index = _home_index(table, places)
        areas = [
            area if area is not None and id_key(area) in index else None for area in home_areas
        ]
        has_people = all(id_key(person) in index for person in people)
        if has_people and (named or None in areas):
            return cls(list(people), are_areas=False)
        return cls(areas, are_areas=True)


def _home_index(table: CostTable, places: Sequence[Any]) -> dict[str, int]:
    """The end of the table's pairs at which homes stand: the other one names the places."""
    keys = [id_key(place) for place in places]
    as_destination = sum(key in table.destination_index for key in keys)
    as_origin = sum(key in table.origin_index for key in keys)
    return table.origin_index if as_destination >= as_origin else table.destination_index


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
