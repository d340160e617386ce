"""Homes of territories that a plan names, with trips from each of them to all areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ....core.arrays import FloatArray
from ....core.ids import positions_in
from ....core.plan.areas import NO_AREA, Homes
from ....core.travel.cost_table import CostTable
from ....core.travel.home_costs import trips_from_homes
from ....core.travel.trips import METRES, SECONDS
from ..layers.units import SpatialUnits
from .homes import areas_of_homes, rows_of_homes
from .representatives import Representatives


def homes_by_name(
    units: SpatialUnits,
    representatives: Representatives,
    names: Sequence[Any],
    table: CostTable | None,
    feedback: QgsProcessingFeedback,
) -> Homes:
    """Homes (k,) of named territories, NaN where nobody of this name is known.

    With a cost matrix there are trips from each home to all areas: its rows from the
    representatives' ids, else from the areas in which they live. A matrix of times alone leaves
    metres to straight lines.

    Raises
    ------
    InvalidInput
        If the matrix lacks pairs.
    """
    row = positions_in(names, representatives.ids)
    known = np.flatnonzero(row >= 0)
    positions = np.full((len(names), 2), np.nan)
    positions[known] = representatives.positions[row[known]]
    area_of_people = areas_of_homes(representatives, units)
    area = np.full(len(names), NO_AREA, dtype=np.int64)
    area[known] = area_of_people[row[known]]
    if table is None:
        return Homes(positions, area)
    rows = rows_of_homes(table, units, representatives, area_of_people, feedback)
    ids: list[Any] = [None] * len(names)
    for k in known.tolist():
        if not rows.are_areas:
            ids[k] = rows.ids[row[k]]
        elif area[k] != NO_AREA:  # also where the matrix lacks it, which is refused below
            ids[k] = units.ids[area[k]]
    homes = Homes(positions, area)
    metres = _all_trips(units, homes, ids, (table, METRES), same_ids=rows.are_areas)
    seconds = _all_trips(units, homes, ids, (table, SECONDS), same_ids=rows.are_areas)
    if metres is None:
        metres = units.metric.matrix(units.positions, np.nan_to_num(positions))
        metres[:, ~homes.exists] = np.nan
    return replace(homes, trip_m=metres, trip_s=seconds)


def _all_trips(
    units: SpatialUnits,
    homes: Homes,
    ids: Sequence[Any],
    source: tuple[CostTable, str],
    *,
    same_ids: bool,
) -> FloatArray | None:
    """Costs (n, k) of all trips; NaN from homes without an id, None if there are none at all."""
    table, quantity = source
    if not table.gives(quantity):
        return None
    columns = [k for k, name in enumerate(ids) if name is not None]
    result = np.full((len(units), len(homes)), np.nan)
    result[:, columns] = trips_from_homes(
        table, units.ids, [ids[k] for k in columns], quantity, own_free=same_ids
    )
    return result
