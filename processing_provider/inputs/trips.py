"""What trips between the areas of a layer cost: straight lines, or rows of a cost matrix."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from ...core.arrays import BoolArray, FloatArray, IntArray
from ...core.errors import InvalidInput, name_some
from ...core.geometry.geodesy import Metric
from ...core.ids import id_key
from ...core.travel.cost_table import CostTable
from .units import SpatialUnits

SECONDS, METRES = "time_s", "distance_m"


class Trips:
    """Costs of trips from homes to areas, where homes are areas themselves.

    Parameters
    ----------
    units : SpatialUnits
        The areas.
    table : CostTable, optional
        Cost matrix by the ids of the areas; straight lines without it.

    Raises
    ------
    InvalidInput
        If the table names hardly any area, neither as destinations nor as origins.
    """

    def __init__(self, units: SpatialUnits, table: CostTable | None = None) -> None:
        self.units = units
        self.table = table
        self._outward = True
        if table is not None:
            keys = [id_key(value) for value in units.ids]
            as_destination = sum(key in table.destination_index for key in keys)
            as_origin = sum(key in table.origin_index for key in keys)
            self._outward = as_destination >= as_origin
            _refuse_unknown_areas(units, table, self._outward)

    @property
    def unit(self) -> str:
        """``time_s`` or ``distance_m``: what :meth:`cost` gives."""
        return METRES if self.table is None else self.table.quantity()

    @cached_property
    def may_be_home(self) -> BoolArray:
        """Areas (n,) whose trips are known: all, or those from which the matrix has rows."""
        if self.table is None:
            return np.ones(len(self.units), dtype=bool)
        index = self.table.origin_index if self._outward else self.table.destination_index
        return np.array([id_key(value) in index for value in self.units.ids], dtype=bool)

    def straight(self) -> tuple[Metric, FloatArray]:
        """Straight lines, as the search for homes takes them."""
        return self.units.metric, self.units.positions

    def cost(self, homes: IntArray, areas: IntArray) -> FloatArray:
        """Cost of each trip, shape (homes, areas), in :attr:`unit`."""
        known = self.between([self.units.ids[i] for i in homes], areas, self.unit)
        if known is None:
            positions = self.units.positions
            return self.units.metric.matrix(positions[homes], positions[areas])
        return known

    def finite_cost(self, homes: IntArray, areas: IntArray) -> FloatArray:
        """The same with trips without a way far dearer than all others."""
        cost = self.cost(homes, areas)
        return np.where(np.isfinite(cost), cost, self._prohibitive_cost)

    @cached_property
    def _prohibitive_cost(self) -> float:
        values = np.empty(0) if self.table is None else getattr(self.table, self.unit)
        return 1e4 * float(values[np.isfinite(values)].max(initial=1.0))

    def between(
        self,
        home_ids: Sequence[Any],
        areas: IntArray,
        quantity: str,
        *,
        same_ids: bool = True,
    ) -> FloatArray | None:
        """Rows of the cost matrix, shape (homes, areas); None where it has no such figures.

        ``same_ids`` tells whether homes are areas, so that equal ids are one place.
        """
        table = self.table
        if table is None or (len(table.time_s) and np.isnan(getattr(table, quantity)).all()):
            return None
        area_ids = [self.units.ids[i] for i in areas]
        if self._outward:
            return table.matrix(home_ids, area_ids, quantity, own_free=same_ids)
        return table.matrix(area_ids, home_ids, quantity, own_free=same_ids).T

    def refuse_unknown_homes(self, areas: IntArray) -> None:
        """Refuse candidates from which the cost matrix has no rows.

        Raises
        ------
        InvalidInput
        """
        unknown = [self.units.ids[i] for i in areas if not self.may_be_home[i]]
        if unknown:
            raise InvalidInput(
                "COST_MATRIX has no rows from {count} of {all} candidates: {ids}. Make the matrix "
                "with all candidates as origins, or restrict CANDIDATES.",
                count=len(unknown),
                all=len(areas),
                ids=name_some(unknown),
            )

    def knows_homes(self, home_ids: Sequence[Any]) -> bool:
        """Whether the cost matrix has rows from all these homes."""
        if self.table is None:
            return False
        index = self.table.origin_index if self._outward else self.table.destination_index
        return all(id_key(value) in index for value in home_ids)

    def knows_more_than(self, home_ids: Sequence[Any]) -> bool:
        """Whether there are rows from areas, not just from these homes."""
        if self.table is None:
            return False
        index = self.table.origin_index if self._outward else self.table.destination_index
        others = set(index) - {id_key(value) for value in home_ids}
        return bool(others) and bool(self.may_be_home.any())

    def from_own_home(
        self, labels: IntArray, home_ids: Sequence[Any], quantity: str
    ) -> FloatArray | None:
        """Cost (n,) of the trip to each area from the home of its territory.

        ``home_ids`` holds None for a territory without a home; its areas get NaN. None where
        the cost matrix has no such figures.
        """
        result = np.full(len(labels), np.nan)
        for territory, home in enumerate(home_ids):
            members = np.flatnonzero(labels == territory)
            if home is None or len(members) == 0:
                continue
            known = self.between([home], members, quantity)
            if known is None:
                return None
            result[members] = known[0]
        return result


def _refuse_unknown_areas(units: SpatialUnits, table: CostTable, outward: bool) -> None:
    index = table.destination_index if outward else table.origin_index
    unknown = [value for value in units.ids if id_key(value) not in index]
    if unknown:
        raise InvalidInput(
            "COST_MATRIX does not name {count} of the {all} areas of INPUT: {ids}. Its ids look "
            "like {example}; choose as AREA_ID_FIELD the field that identified the areas when "
            "the matrix was made, and use a matrix of all areas.",
            count=len(unknown),
            all=len(units),
            ids=name_some(unknown),
            example=name_some(list(index), limit=3) or "nothing (it is empty)",
        )
