"""Figures of each representative in several plans, side by side by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..ids import positions_in
from ..unit_factors import METRES_PER_KM, SECONDS_PER_HOUR
from .compare import Exchange
from .measures import Measures
from .order import rank_in_group
from .plan import Plan


@dataclass(frozen=True)
class People:
    """Figures of K people in one plan; NaN for who is not in it.

    Attributes
    ----------
    deviation_pct : ndarray of float, shape (K,)
        Of the criterion in which each is farthest off.
    km : ndarray of float, shape (K,)
        Sum of trips.
    hours : ndarray of float, shape (K,), or None
        None where no times are known.
    """

    deviation_pct: FloatArray
    km: FloatArray
    hours: FloatArray | None


def people_in(
    names: Sequence[Any], plan: Plan, measures: Measures, *, all_trips: bool = False
) -> People:
    """Figures of named people in a plan.

    Parameters
    ----------
    names : sequence, length K
    plan : Plan
    measures : Measures
        Of this plan.
    all_trips : bool
        Whether sums add up all trips; else one to each visited area.
    """
    row = positions_in(names, plan.names)
    metres, seconds = measures.metres, measures.seconds
    hours = None
    if seconds is not None:
        hours = _at(seconds.of_each(all_trips=all_trips) / SECONDS_PER_HOUR, row)
    return People(
        _at(measures.statistics.worst_deviation_pct, row),
        _at(metres.of_each(all_trips=all_trips) / METRES_PER_KM, row),
        hours,
    )


def _at(values: FloatArray, row: IntArray) -> FloatArray:
    return np.where(row >= 0, values[np.maximum(row, 0)], np.nan)


def flows(exchange: Exchange) -> list[tuple[int, int]]:
    """Pairs (from, to) between which something goes or stays, in order; K stands for nobody."""
    rows, columns = np.nonzero(exchange.areas)
    return list(zip(rows.tolist(), columns.tolist()))


def rank_in_flow(before: Plan, after: Plan, rows: IntArray) -> IntArray:
    """Rank (r,) by weight of some areas among those that go the same way: 1 has most."""
    width = after.territory_count + 2
    way = (before.labels[rows] + 1) * width + after.labels[rows] + 1
    return rank_in_group(way, after.areas.handed_over[rows])


def with_areas_only(names: Sequence[Any], labels: IntArray) -> tuple[list[Any], IntArray]:
    """Names of the territories that have areas, and the labels (n,) among these."""
    used = np.unique(labels[labels >= 0])
    place = np.full(len(names) + 1, -1, dtype=np.int64)  # the last one is for a label of -1
    place[used] = np.arange(len(used))
    return [names[label] for label in used.tolist()], place[labels]


def travel_totals(measures: Measures, *, all_trips: bool = False) -> tuple[float, float]:
    """Kilometres and hours of all people together; NaN where no trip, or no time, is known."""
    hours = float("nan")
    if measures.seconds is not None:
        hours = measures.seconds.of_all(all_trips=all_trips) / SECONDS_PER_HOUR
    return measures.metres.of_all(all_trips=all_trips) / METRES_PER_KM, hours


def under_common_names(plan: Plan, names: Sequence[Any]) -> Plan:
    """The plan with all these names; territories that it does not have are empty."""
    place = np.append(positions_in(plan.names, names), -1)
    targets = np.zeros((len(names), plan.targets.shape[1]))
    targets[place[:-1]] = plan.targets
    return replace(plan, labels=place[plan.labels], names=names, targets=targets, homes=None)
