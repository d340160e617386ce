"""Fields of trips, for areas and territories: metres, and seconds where they are known."""

from __future__ import annotations

from qgis.core import QgsField

from ....core.arrays import FloatArray
from ....core.plan.plan import Plan
from ....core.plan.travel import Travel
from ...common.fields import number_field


def trip_columns(plan: Plan, before: Plan | None = None) -> dict[str, FloatArray]:
    """Trip to each area (n,) by field name.

    Parameters
    ----------
    plan : Plan
    before : Plan, optional
        The plan before from the same homes, where these are people's.
    """
    columns = {"distance_m": plan.trip_m}
    if plan.trip_s is not None:
        columns["time_s"] = plan.trip_s
    if before is not None:
        columns["before_m"] = before.trip_m
        if before.trip_s is not None:
            columns["before_s"] = before.trip_s
    return columns


def mean_columns(plan: Plan, before: Plan | None = None) -> dict[str, FloatArray]:
    """Mean trip in each territory (k,) by field name, besides that in metres now."""
    columns = {}
    if plan.mean_trip_s is not None:
        columns["mean_time_s"] = plan.mean_trip_s
    if before is not None:
        travel = Travel.of(before).first(plan.territory_count)
        columns["before_m"] = travel.mean_m
        if travel.knows_times:
            columns["before_s"] = travel.mean_s
    return columns


def number_fields(columns: dict[str, FloatArray]) -> list[QgsField]:
    """A field for each column."""
    return [number_field(name) for name in columns]
