"""What territory:balance starts from: a plan, representatives, a cost matrix, or a bare number."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from qgis.core import (
    QgsProcessingFeedback,
)

from ...core.arrays import FloatArray, IntArray
from ...core.contiguity.graph import ContiguityGraph
from ...core.errors import InvalidInput, name_some
from ...core.ids import distinct_ids, positions_in
from ...core.plan.areas import UNASSIGNED
from ...core.plan.nearest import connect_territories, nearest_representative
from ...core.plan.order import north_to_south
from ...core.siting.homes import best_homes
from ...core.siting.median_problem import MedianProblem
from ...core.siting.p_median import solve_p_median
from ...core.travel.trips import METRES, Trips
from ..feedback import FeedbackProgress
from ..fields import TERRITORY_FIELD, TerritoryNames, like_field
from ..inputs.cost_matrix import MatrixCosts
from ..inputs.representatives import Representatives, locate_homes
from ..inputs.units import SpatialUnits
from ..outputs.homes import NO_HOME
from ..texts import tr


@dataclass(frozen=True)
class Start:
    """What is known before the search.

    Attributes
    ----------
    names : TerritoryNames
        Values of the ``territory`` field.
    labels : ndarray of int, shape (n,), or None
        The plan to improve, or the nearest-representative plan; None for a bare count.
    is_plan : bool
        Whether the labels are a plan that the user has today.
    home_areas : ndarray of int, shape (k,), or None
        Area in which each representative lives.
    home_positions : ndarray of float, shape (k, 2), or None
        Where they live, as positions of the areas' space.
    cost, distance_m : ndarray of float, shape (n, k), or None
        Cost (in the cost matrix's unit, else metres) and length of a trip from each
        representative to each area.
    """

    names: TerritoryNames
    labels: IntArray | None = None
    is_plan: bool = False
    home_areas: IntArray | None = None
    home_positions: FloatArray | None = None
    cost: FloatArray | None = None
    distance_m: FloatArray | None = None


def start_from_count(units: SpatialUnits, count: int) -> Start:
    """Territories 1 to ``count``, nothing else given.

    Raises
    ------
    InvalidInput
        If the count is below 1 or above the number of areas.
    """
    if count < 1:
        raise InvalidInput("COUNT is {count}; a plan needs at least 1 territory.", count=count)
    if count > len(units):
        raise InvalidInput(
            "COUNT asks for {count} territories, but there are only {areas} areas; each "
            "territory needs at least one.",
            count=count,
            areas=len(units),
        )
    return Start(TerritoryNames.numbered(count))


def start_from_representatives(
    units: SpatialUnits,
    graph: ContiguityGraph,
    representatives: Representatives,
    costs: MatrixCosts | None,
    feedback: QgsProcessingFeedback,
) -> Start:
    """The nearest-representative plan, made contiguous (thesis, algorithm 2)."""
    start = with_homes(Start(representatives.names), units, representatives, costs, feedback)
    nearest = nearest_representative(start.cost)
    return replace(start, labels=connect_territories(graph, nearest, start.cost, start.home_areas))


def with_homes(
    start: Start,
    units: SpatialUnits,
    representatives: Representatives | None,
    costs: MatrixCosts | None,
    feedback: QgsProcessingFeedback,
) -> Start:
    """Add where the representatives live and what their trips cost."""
    if representatives is None:
        return start
    distance = units.metric.matrix(units.positions, representatives.positions)
    cost = distance if costs is None else costs.cost
    if costs is not None:
        cost, distance = without_gaps(cost, costs.distance_m, distance, units, feedback)
    return replace(
        start,
        home_areas=locate_homes(units, representatives, cost, feedback),
        home_positions=representatives.positions,
        cost=cost,
        distance_m=distance,
    )


def without_gaps(
    cost: FloatArray,
    distance_m: FloatArray | None,
    straight_m: FloatArray,
    units: SpatialUnits,
    feedback: QgsProcessingFeedback,
) -> tuple[FloatArray, FloatArray]:
    """Finite costs (n, k) for a search that gives every area to some home.

    A trip without a way counts as twice the longest one, so that the search avoids it
    wherever balance and contiguity allow; lengths that are not known are straight lines.
    """
    gaps = ~np.isfinite(cost)
    distance = straight_m if distance_m is None else distance_m
    distance = np.where(np.isfinite(distance), distance, straight_m)
    if not gaps.any():
        return cost, distance
    if gaps.all():
        raise InvalidInput(
            "COST_MATRIX: no area can be reached from any home (all costs are NULL)."
        )
    areas = [units.ids[i] for i in np.flatnonzero(gaps.any(axis=1))]
    feedback.pushWarning(
        tr(
            "{count} area(s) have no way from some home ({names}); such a trip counts "
            "as twice the longest one."
        ).format(count=len(areas), names=name_some(areas))
    )
    return np.where(gaps, 2.0 * cost[~gaps].max(), cost), distance


def start_from_matrix(
    start: Start,
    units: SpatialUnits,
    graph: ContiguityGraph,
    trips: Trips,
    mass: FloatArray,
    seed: int,
    feedback: QgsProcessingFeedback,
) -> Start:
    """Homes from the cost matrix alone: nobody said where the representatives live.

    A plan gets the best home inside each territory; a bare count gets the homes of a
    p-median on the matrix, numbered from north to south, and their nearest-home plan.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        If the matrix has no rows from areas, or from too few of them.
    """
    if not trips.may_be_home.any():
        raise InvalidInput(
            "COST_MATRIX has rows from no area of INPUT, so that it tells nothing about where "
            "homes could be. Give the representatives (REPS) whose trips it holds, or a matrix "
            "between areas."
        )
    everywhere = np.arange(len(units))
    progress = FeedbackProgress(feedback).part(0.03, 0.05)
    if start.labels is not None:
        homes = best_homes(trips, start.labels, mass, len(start.names), progress=progress)
        homeless = np.flatnonzero(homes == NO_HOME)
        if len(homeless):
            raise InvalidInput(
                "COST_MATRIX has rows from no area of {count} territories: {names}. Add rows from "
                "at least one area of each.",
                count=len(homeless),
                names=name_some([start.names.of(i) for i in homeless]),
            )
    else:
        candidates = np.flatnonzero(trips.may_be_home)
        median = solve_p_median(
            MedianProblem(
                trips.finite_cost(candidates, everywhere).T, len(start.names), mass, units.ids
            ),
            np.random.default_rng(seed),
            exact=False,
            progress=progress,
        )
        homes = candidates[median.chosen]
        homes = homes[north_to_south(units.points[homes])]
    distance = trips.between([units.ids[i] for i in homes], everywhere, METRES)
    cost, distance = without_gaps(
        trips.cost(homes, everywhere).T,
        None if distance is None else distance.T,
        units.metric.matrix(units.positions, units.positions[homes]),
        units,
        feedback,
    )
    start = replace(
        start,
        home_areas=homes,
        home_positions=units.positions[homes],
        cost=cost,
        distance_m=distance,
    )
    if start.labels is not None:
        return start
    return replace(
        start, labels=connect_territories(graph, nearest_representative(cost), cost, homes)
    )


def start_from_plan(
    units: SpatialUnits,
    field_name: str,
    feedback: QgsProcessingFeedback,
    representatives: Representatives | None = None,
    *,
    finish: str = "assigned by the search",
) -> Start:
    """The plan in a field of the areas; ``finish`` says what becomes of areas without one.

    Raises
    ------
    InvalidInput
        Unknown field; no value at all; values that are no representative's id.
    """
    values = units.values(field_name)
    present = distinct_ids(values)
    if not present:
        raise InvalidInput(
            "TERRITORY_FIELD '{field}' is NULL in every area: there is no plan to improve. Choose "
            "another field, or start from representatives or a count.",
            field=field_name,
        )
    if representatives is None:
        names = TerritoryNames(
            tuple(present), like_field(TERRITORY_FIELD, units.fields.field(field_name))
        )
    else:
        names = representatives.names
        at = positions_in(present, names.values)
        unknown = [value for value, place in zip(present, at) if place < 0]
        if unknown:
            count = int(np.count_nonzero(positions_in(values, unknown) >= 0))
            raise InvalidInput(
                "TERRITORY_FIELD '{field}' names territories without a representative in REPS: "
                "{values} ({count} area(s)). Add these representatives, or correct the field.",
                field=field_name,
                values=name_some(unknown),
                count=count,
            )
    labels = positions_in(values, names.values)
    unassigned = int(np.count_nonzero(labels == UNASSIGNED))
    if unassigned:
        feedback.pushWarning(
            tr(
                "{unassigned} area(s) have no territory in '{field_name}'; they are {finish}."
            ).format(unassigned=unassigned, field_name=field_name, finish=finish)
        )
    return Start(names, labels, is_plan=True)
