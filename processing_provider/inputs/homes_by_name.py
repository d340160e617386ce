"""Homes of territories that a plan names, with trips from each of them to all areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ...core.arrays import FloatArray
from ...core.ids import positions_in
from ...core.plan.areas import NO_AREA, Homes
from ...core.travel.cost_table import CostTable
from ...core.travel.home_costs import trips_from_homes
from ...core.travel.trips import METRES, SECONDS
from .homes import areas_of_homes
from .representatives import Representatives
from .units import SpatialUnits


def homes_by_name(
    units: SpatialUnits,
    representatives: Representatives,
    names: Sequence[Any],
    table: CostTable | None,
    *,
    by_id: bool,
) -> Homes:
    """Homes (k,) of named territories, NaN where nobody of this name is known.

    With a cost matrix there are trips from each home to all areas: its rows from the
    representatives' ids (``by_id``, where it has them all), else from the areas in which they
    live. A matrix of times alone leaves metres to straight lines.

    Raises
    ------
    InvalidInput
        If the matrix lacks pairs.
    """
    row = positions_in(names, representatives.ids)
    known = np.flatnonzero(row >= 0)
    positions = np.full((len(names), 2), np.nan)
    positions[known] = representatives.positions[row[known]]
    area = np.full(len(names), NO_AREA, dtype=np.int64)
    area[known] = areas_of_homes(representatives, units)[row[known]]
    if table is None:
        return Homes(positions, area)
    ids: list[Any] = [None] * len(names)
    of_people = [representatives.ids[row[k]] for k in known.tolist()]
    use_ids = by_id and table.names_all(of_people)
    for k, person in zip(known.tolist(), of_people):
        place = int(area[k])
        ids[k] = person if use_ids else None if place == NO_AREA else units.ids[place]
    homes = Homes(positions, area)
    metres = _all_trips(units, homes, ids, (table, METRES), same_ids=not use_ids)
    seconds = _all_trips(units, homes, ids, (table, SECONDS), same_ids=not use_ids)
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
