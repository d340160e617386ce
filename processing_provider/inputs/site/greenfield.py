"""What territory:greenfield places centres for, and within what bounds."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ....core.arrays import FloatArray, IntArray
from ....core.errors import InvalidInput
from ....core.ids import distinct_ids, positions_in
from ....core.plan.areas import Areas
from ....core.siting.curve import CentreCosts
from ....core.siting.greenfield_problem import (
    CENTRE_RULES,
    CentreBounds,
    ExistingCentres,
    GreenfieldProblem,
)
from ....core.siting.greenfield_result import Sweep
from ...common.request import Request
from ...common.texts import tr
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from .greenfield_parameters import GreenfieldParameters


@dataclass(frozen=True)
class GreenfieldCase:
    """Everything that a run reads, once."""

    units: SpatialUnits
    problem: GreenfieldProblem
    sweep: Sweep
    weight_field: str


def collect(request: Request) -> GreenfieldCase:
    """The case that the parameters describe.

    Raises
    ------
    InvalidInput
        What the user gives cannot be used, or contradicts itself.
    """
    ours = GreenfieldParameters
    name = request.text(ours.WEIGHT_FIELD)
    units = read_layer(
        request,
        ours.INPUT,
        id_field=request.text(ours.CUSTOMER_ID_FIELD),
        weights=request.labelled_fields(ours.WEIGHT_FIELD),
    )
    if units.are_polygons:
        points = units.inner_points
        units = replace(units, coordinates=points, positions=units.space.positions(points))
    demand = units.weights if name else np.ones((len(units), 1))
    called = request.text(ours.NAME_FIELD)
    customers = Areas(
        units.ids,
        units.positions,
        units.metric,
        demand,
        demand[:, 0],
        names=units.called(called, request.label(ours.NAME_FIELD)) if called else None,
    )
    problem = GreenfieldProblem(
        customers,
        _bounds(request),
        _existing(request, units),
        CENTRE_RULES[request.choice(ours.CENTER)],
    )
    return GreenfieldCase(units, problem, _sweep(request, units, problem.existing_count), name)


def _bounds(request: Request) -> CentreBounds:
    ours = GreenfieldParameters
    return CentreBounds(
        min_customers=request.optional_number(ours.MIN_CUSTOMERS),
        max_customers=request.optional_number(ours.MAX_CUSTOMERS),
        size_range_pct=request.optional_number(ours.SIZE_RANGE_PCT),
        min_demand=request.optional_number(ours.MIN_DEMAND),
        max_demand=request.optional_number(ours.MAX_DEMAND),
        max_distance=request.optional_number(ours.MAX_DISTANCE),
    )


def _existing(request: Request, units: SpatialUnits) -> ExistingCentres:
    ours = GreenfieldParameters
    if request.source(ours.EXISTING) is None:
        return ExistingCentres(np.empty((0, 2)))
    sites = read_layer(request, ours.EXISTING)
    order = sorted(range(len(sites)), key=lambda i: int(sites.ids[i]))
    name = request.text(ours.EXISTING_NAME_FIELD)
    names = sites.called(name, request.label(ours.EXISTING_NAME_FIELD)) if name else None

    def own(parameter: str) -> FloatArray:
        field = request.text(parameter)
        return sites.bounds(field, request.label(parameter))[order] if field else np.empty(0)

    return ExistingCentres(
        units.space.positions(sites.coordinates[order], sites.space.crs, sites.layer_name),
        min_customers=own(ours.EXISTING_MIN_FIELD),
        max_customers=own(ours.EXISTING_MAX_FIELD),
        max_demand=own(ours.EXISTING_CAPACITY_FIELD),
        max_distance=own(ours.EXISTING_DISTANCE_FIELD),
        names=None if names is None else [names[i] for i in order],
    )


def _sweep(request: Request, units: SpatialUnits, existing: int) -> Sweep:
    ours = GreenfieldParameters
    least = request.integer(ours.COUNT_MIN)
    most = request.integer(ours.COUNT_MAX) if request.gives(ours.COUNT_MAX) else least
    if least < 1 or most < least:
        raise InvalidInput(
            "“Number of centres” (COUNT_MIN) is {least} and “Maximum number of centres” "
            "(COUNT_MAX) is {most}: give a range of at least 1 centre that does not end before "
            "it begins.",
            least=least,
            most=most,
        )
    counts = range(least, most + 1)
    name = request.text(ours.INITIAL_FIELD)
    initial = _initial(request, units, name, counts, existing) if name else None
    return Sweep(
        counts,
        request.integer(ours.SEED),
        request.integer(ours.RESTARTS),
        initial,
        CentreCosts(
            request.number(ours.OPENING_COST), request.optional_number(ours.TRANSPORT_COST)
        ),
        request.number(ours.MIN_SAVING_PCT),
    )


def _initial(
    request: Request, units: SpatialUnits, name: str, counts: range, existing: int
) -> IntArray:
    ours = GreenfieldParameters
    values = units.values(name, request.label(ours.INITIAL_FIELD))
    known = distinct_ids(values)
    told = {"field": name, "groups": len(known), "least": counts[0], "most": counts[-1]}
    if not known:
        raise InvalidInput(
            "“Allocation to start from” (INITIAL_FIELD) '{field}' is NULL everywhere: there is "
            "no allocation to start from.",
            **told,
        )
    if len(known) not in counts and len(counts) == 1:
        raise InvalidInput(
            "“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but "
            "{least} centres are asked for. Set the number of centres to {groups}, or leave "
            "the field out.",
            **told,
        )
    if len(known) not in counts:
        raise InvalidInput(
            "“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but "
            "{least} to {most} centres are asked for. Let the numbers of centres include "
            "{groups}, or leave the field out.",
            **told,
        )
    if len(known) <= existing:
        raise InvalidInput(
            "“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but "
            "{existing} centres exist already and stay: no centre is left to be placed from "
            "it. Leave the field out, or ask for more centres than exist, with as many groups.",
            existing=existing,
            **told,
        )
    if len(counts) > 1:
        request.feedback.pushInfo(
            tr(
                "“Allocation to start from”: '{field}' holds {groups} groups: it is one of the "
                "starts for {groups} centres, and for no other number."
            ).format(**told)
        )
    return positions_in(values, known)
