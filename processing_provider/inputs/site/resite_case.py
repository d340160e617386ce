"""Everything that one run of territory:resitereps reads, collected once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ....core.arrays import BoolArray
from ....core.balance.problem import equal_targets
from ....core.errors import InvalidInput
from ....core.ids import positions_in
from ....core.plan.areas import Areas
from ....core.plan.plan import Plan
from ....core.travel.trips import Trips
from ...common.fields import TerritoryNames
from ...common.request import Request
from ...common.texts import counted
from ..layers.area_names import area_names
from ..layers.plan_field import read_plan_field, refuse_who_left
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from ..people.candidates import homes_among_areas, trips_by_matrix
from ..people.homes import PeopleAtHome
from ..people.representatives import given_people
from ..travel.parameters import CostMatrixParameters
from ..travel.trip_counts import trip_counts
from .resite_parameters import ResiteParameters


@dataclass(frozen=True)
class Collected:
    """What one run read from its parameters and layers.

    Attributes
    ----------
    units : SpatialUnits
    names : TerritoryNames
    plan : Plan
        From the current homes, where these are known.
    before : Plan or None
        The plan before, from the same homes.
    before_is_nearest : bool
        Whether that is what the nearest representatives would serve.
    trips : Trips
        With the cost matrix, where there is one.
    candidates : ndarray of bool, shape (n,)
    area_names : list of str, or None
        What the areas are called, where a field says so.
    """

    units: SpatialUnits
    names: TerritoryNames
    plan: Plan
    before: Plan | None
    before_is_nearest: bool
    trips: Trips
    candidates: BoolArray
    area_names: list[str] | None


def collect(request: Request) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        If something cannot be used as given.
    """
    ours, feedback = ResiteParameters, request.feedback
    units = read_layer(
        request,
        ours.INPUT,
        id_field=request.text(CostMatrixParameters.AREA_ID_FIELD),
        weights=request.labelled_fields(ours.WEIGHT_FIELD),
    )
    weights = units.weights if units.weight_fields else np.ones((len(units), 1))
    representatives = given_people(request, units)
    field = request.text(ours.TERRITORY_FIELD)
    label = request.label(ours.TERRITORY_FIELD)
    given = read_plan_field(units, field, label, representatives)
    if representatives is not None:
        refuse_who_left(given, field, label, representatives)
    if given.unassigned:
        feedback.pushWarning(
            counted(
                given.unassigned,
                "{count} area has no territory in '{field}'; it is left out.",
                "{count} areas have no territory in '{field}'; they are left out.",
                field=field,
            )
        )
    areas = Areas(
        units.ids,
        units.positions,
        units.metric,
        weights,
        trip_counts(request, units, weights[:, 0]),
    )
    trips = trips_by_matrix(request, areas)
    candidates = homes_among_areas(request, units, trips)
    plan = Plan(areas, given.labels, given.names.values, equal_targets(weights, len(given.names)))
    names = area_names(request, units)
    before_field = request.text(ours.BEFORE_FIELD)
    before = None
    if representatives is not None:
        people = PeopleAtHome(units, representatives, trips, feedback)
        labels = (
            positions_in(
                units.values(before_field, request.label(ours.BEFORE_FIELD)), given.names.values
            )
            if before_field
            else people.nearest()
        )
        labelings = [given.labels] if labels is None else [given.labels, labels]
        plan = plan.from_homes(people.homes(*labelings))
        before = None if labels is None else plan.with_labels(labels)
    elif before_field:
        raise InvalidInput(
            "“Field with the territory before” (BEFORE_FIELD) needs to know where trips began: "
            "give the current homes (REPS), or leave the field empty."
        )
    return Collected(units, given.names, plan, before, not before_field, trips, candidates, names)
