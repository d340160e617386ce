"""What trips between places cost: straight lines, or rows of a travel table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InvalidInput, name_some
from ..geometry.geodesy import Metric
from ..ids import id_key
from ..progress import SILENT, Progress
from ..texts import Text
from .cost_table import CostTable

SECONDS, METRES = "time_s", "distance_m"

_UNREACHABLE_FACTOR = 1e4
"""Trips without a route count so many times the dearest known one: far beyond any detour."""


class Places(Protocol):
    """Places with ids, e.g. the areas of a plan."""

    @property
    def ids(self) -> Sequence[Any]:
        """Id of each place, shape (n,)."""

    @property
    def positions(self) -> FloatArray:
        """Positions, shape (n, 2), as the metric wants them."""

    @property
    def metric(self) -> Metric:
        """What a distance between positions is."""

    def __len__(self) -> int:
        """Number n of places."""


class Trips:
    """Costs of trips from homes to areas, where homes are areas themselves.

    Parameters
    ----------
    areas : Places
        The areas.
    table : CostTable, optional
        Travel table by the ids of the areas; straight lines without it.

    Raises
    ------
    InvalidInput
        If the table does not name all areas, neither as destinations nor as origins.
    """

    def __init__(self, areas: Places, table: CostTable | None = None) -> None:
        self.areas = areas
        self.table = table
        self._outward = True
        if table is not None:
            keys = [id_key(value) for value in areas.ids]
            as_destination = sum(key in table.destination_index for key in keys)
            as_origin = sum(key in table.origin_index for key in keys)
            self._outward = as_destination >= as_origin
            _refuse_unknown_areas(areas, table, self._outward)

    @property
    def unit(self) -> str:
        """``time_s`` or ``distance_m``: what :meth:`cost` gives."""
        return METRES if self.table is None else self.table.quantity()

    @property
    def knows_times(self) -> bool:
        """Whether the table holds times."""
        return self.table is not None and self._has(self.table, SECONDS)

    @cached_property
    def may_be_home(self) -> BoolArray:
        """Areas (n,) whose trips are known: all, or those from which the table has rows."""
        if self.table is None:
            return np.ones(len(self.areas), dtype=bool)
        index = self._home_index(self.table)
        return np.array([id_key(value) in index for value in self.areas.ids], dtype=bool)

    def straight(self) -> tuple[Metric, FloatArray]:
        """Straight lines, as the search for homes takes them."""
        return self.areas.metric, self.areas.positions

    def cost(self, homes: IntArray, areas: IntArray, progress: Progress = SILENT) -> FloatArray:
        """Cost of each trip, shape (homes, areas), in :attr:`unit`.

        Raises
        ------
        Cancelled
            If ``progress`` says so meanwhile.
        """
        known = self.between([self.areas.ids[i] for i in homes], areas, self.unit)
        if known is None:
            positions = self.areas.positions
            return self.areas.metric.matrix(positions[homes], positions[areas], progress)
        return known

    def finite_cost(
        self, homes: IntArray, areas: IntArray, progress: Progress = SILENT
    ) -> FloatArray:
        """The same with trips without a route far dearer than all others."""
        cost = self.cost(homes, areas, progress)
        return np.where(np.isfinite(cost), cost, self._prohibitive_cost)

    @cached_property
    def _prohibitive_cost(self) -> float:
        values = np.empty(0) if self.table is None else getattr(self.table, self.unit)
        return _UNREACHABLE_FACTOR * float(values[np.isfinite(values)].max(initial=1.0))

    def between(
        self,
        home_ids: Sequence[Any],
        areas: IntArray,
        quantity: str,
        *,
        same_ids: bool = True,
    ) -> FloatArray | None:
        """Rows of the table, shape (homes, areas); None where it has no such figures.

        ``same_ids`` tells whether homes are areas, so that equal ids are one place.
        """
        table = self.table
        if table is None or not self._has(table, quantity):
            return None
        area_ids = [self.areas.ids[i] for i in areas]
        if self._outward:
            return table.matrix(home_ids, area_ids, quantity, own_free=same_ids)
        return table.matrix(area_ids, home_ids, quantity, own_free=same_ids).T

    def lines_from(self, positions: FloatArray, progress: Progress = SILENT) -> FloatArray:
        """Straight lines (areas, homes) in metres from homes at the given positions.

        Raises
        ------
        Cancelled
            The caller asked to stop.
        """
        return self.areas.metric.matrix(self.areas.positions, positions, progress)

    def refuse_unknown_homes(self, areas: IntArray) -> None:
        """Refuse candidates from which the table has no rows.

        Raises
        ------
        InvalidInput
        """
        unknown = [self.areas.ids[i] for i in areas if not self.may_be_home[i]]
        if unknown:
            raise InvalidInput(
                "“Cost matrix” (COST_MATRIX) has no rows from {count} of {all} candidates: {ids}. "
                "Make the matrix with all candidates as origins, or allow fewer candidates "
                "(CANDIDATES).",
                count=len(unknown),
                all=len(areas),
                ids=name_some(unknown),
            )

    def knows_more_than(self, home_ids: Sequence[Any]) -> bool:
        """Whether there are rows from areas, not just from these homes."""
        if self.table is None:
            return False
        others = set(self._home_index(self.table)) - {id_key(value) for value in home_ids}
        return bool(others) and bool(self.may_be_home.any())

    def from_own_home(
        self, labels: IntArray, home_ids: Sequence[Any], quantity: str
    ) -> FloatArray | None:
        """Cost (n,) of the trip to each area from the home of its territory.

        ``home_ids`` holds None for a territory without a home; its areas get NaN. None where
        the table has no such figures.
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

    def _home_index(self, table: CostTable) -> dict[str, int]:
        return table.origin_index if self._outward else table.destination_index

    @staticmethod
    def _has(table: CostTable, quantity: str) -> bool:
        """Whether the table gives a quantity; a table without any row gives all."""
        values = getattr(table, quantity)
        return len(values) == 0 or not np.isnan(values).all()


def _refuse_unknown_areas(areas: Places, table: CostTable, outward: bool) -> None:
    index = table.destination_index if outward else table.origin_index
    unknown = [value for value in areas.ids if id_key(value) not in index]
    if unknown:
        raise InvalidInput(
            "“Cost matrix” (COST_MATRIX) does not name {count} of the {all} areas: {ids}. Its ids "
            "look like {example}; choose as “Field that identifies an area” (AREA_ID_FIELD) the "
            "field that identified the areas when the matrix was made, and use a matrix of all "
            "areas.",
            count=len(unknown),
            all=len(areas),
            ids=name_some(unknown),
            example=name_some(list(index), limit=3) or Text.of("nothing (it is empty)"),
        )
