"""What the judges (evaluate, compare, validate) read alike: areas, people, plans in fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsField

from ....core.arrays import FloatArray
from ....core.balance.problem import equal_targets, proportional_targets
from ....core.errors import InvalidInput, name_some
from ....core.ids import distinct_ids, id_key, positions_in
from ....core.plan.areas import Areas, Homes, combined_weights
from ....core.plan.plan import Plan
from ....core.travel.cost_table import CostTable
from ...common.fields import TERRITORY_FIELD, TerritoryNames, like_field, text_field
from ...common.request import Request
from ...common.texts import counted, tr
from ..contiguity.graph import contiguity_graph
from ..layers.attributes import field_index
from ..layers.plan_field import PlanField
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from ..people.homes_by_name import homes_by_name
from ..people.representatives import Representatives
from ..travel.parameters import CostMatrixParameters
from ..travel.table import cost_table
from ..travel.trip_counts import are_trips_known, trip_counts
from .parameters import JudgeParameters


@dataclass(frozen=True)
class JudgedAreas:
    """What plans divide.

    Attributes
    ----------
    units : SpatialUnits
    areas : Areas
        With a contiguity graph for polygons.
    table : CostTable or None
        The cost matrix.
    counts_trips : bool
        Whether it is known how often each area is visited.
    """

    units: SpatialUnits
    areas: Areas
    table: CostTable | None
    counts_trips: bool


def read_judged_units(request: Request, id_field: str = "") -> SpatialUnits:
    """INPUT with its fields to balance.

    Raises
    ------
    InvalidInput
        If nothing has a location, or points, lines and polygons are mixed.
    """
    ours = JudgeParameters
    return read_layer(
        request,
        ours.INPUT,
        id_field=request.text(CostMatrixParameters.AREA_ID_FIELD) or id_field,
        weights=dict.fromkeys(
            request.texts(ours.BALANCE_FIELDS), request.label(ours.BALANCE_FIELDS)
        ),
    )


def read_judged_areas(request: Request, units: SpatialUnits) -> JudgedAreas:
    """Weights, trips and neighbours of the units.

    Raises
    ------
    InvalidInput
        If a field, the cost matrix or the contiguity cannot be used.
    """
    weights = units.weights if units.weight_fields else np.ones((len(units), 1))
    combined = combined_weights(weights, np.ones(weights.shape[1]))
    trips = trip_counts(request, units, combined)
    graph = contiguity_graph(request, units) if units.are_polygons else None
    areas = Areas(units.ids, units.positions, units.metric, weights, trips, graph, combined)
    return JudgedAreas(units, areas, cost_table(request), are_trips_known(request))


def refuse_no_plan(owners: Sequence[Any], parameter: str, field: str) -> None:
    """Refuse a field without any value; messages call its parameter ``parameter``.

    Raises
    ------
    InvalidInput
    """
    if any(owner is not None for owner in owners):
        return
    raise InvalidInput.counted(
        len(owners),
        "{parameter}: '{field}' is empty in the only area: there is no plan. Choose the field "
        "that holds the territories.",
        "{parameter}: '{field}' is empty in all {count} areas: there is no plan. Choose the field "
        "that holds the territories.",
        parameter=parameter,
        field=field,
    )


def tell_unassigned(request: Request, owners: Sequence[Any], field: str) -> None:
    """Say how many areas have no territory."""
    unassigned = sum(owner is None for owner in owners)
    if unassigned:
        request.feedback.pushWarning(
            counted(
                unassigned,
                "{count} area has no territory in '{field}'.",
                "{count} areas have no territory in '{field}'.",
                field=field,
            )
        )


def territories_of(
    owners: Sequence[Any], field: QgsField, representatives: Representatives | None = None
) -> PlanField:
    """Territories that a field names, with those of all representatives where these are given.

    Parameters
    ----------
    owners : sequence
        Value of the field for each area; None for none.
    field : QgsField
    representatives : Representatives, optional
    """
    known = () if representatives is None else representatives.ids
    names = distinct_ids([*owners, *known])
    model = _field_for(names, field, representatives)
    texts = model.type() == _TEXT
    shown = tuple(id_key(name) if texts else name for name in names)
    called = {} if representatives is None else representatives.called
    return PlanField(TerritoryNames(shown, model, called), positions_in(owners, names))


_TEXT = text_field("").type()


def _field_for(
    names: Sequence[Any], field: QgsField, representatives: Representatives | None
) -> QgsField:
    """A field that can hold all names: the representatives', the plan's, else a text."""
    if representatives is None or field.type() == representatives.id_field.type():
        return like_field(TERRITORY_FIELD, field)
    ours = set(map(id_key, representatives.ids))
    if all(id_key(name) in ours for name in names):
        return like_field(TERRITORY_FIELD, representatives.id_field)
    return text_field(TERRITORY_FIELD)


def owners_in(units: SpatialUnits, field_name: str, label: str) -> tuple[list[Any], QgsField]:
    """Value of a field for each area, None for NULL and blanks; and the field.

    Raises
    ------
    InvalidInput
        If there is no such field.
    """
    index = field_index(units.fields, field_name, units.layer_name, label)
    return units.values(field_name, label), units.fields.at(index)


def targets_of(
    request: Request, areas: Areas, territories: PlanField, representatives: Representatives | None
) -> FloatArray:
    """Wanted totals (k, c): equal, or in proportion to TARGET_FIELD.

    Raises
    ------
    InvalidInput
        If TARGET_FIELD has no share for some territory.
    """
    field = request.text(JudgeParameters.TARGET_FIELD)
    names = territories.names.values
    if not field:
        return equal_targets(areas.weights, len(names))
    if representatives is None:
        raise InvalidInput(
            "{target} is a field of {reps}, which is empty. Give the representatives, or leave "
            "the shares out.",
            target=request.label(JudgeParameters.TARGET_FIELD),
            reps=request.label(JudgeParameters.REPS),
        )
    row = positions_in(names, representatives.ids)
    without = [name for name, at in zip(names, row.tolist()) if at < 0]
    if without:
        raise InvalidInput.counted(
            len(without),
            "{target}: {count} territory has no representative and so no share: {names}. Add the "
            "representative, or leave the shares out.",
            "{target}: {count} territories have no representative and so no share: {names}. Add "
            "the representatives, or leave the shares out.",
            target=request.label(JudgeParameters.TARGET_FIELD),
            names=name_some(without),
        )
    return proportional_targets(areas.weights, representatives.shares(field)[row])


def judged_plan(
    request: Request,
    judged: JudgedAreas,
    territories: PlanField,
    representatives: Representatives | None,
    *,
    with_homes: bool = True,
) -> Plan:
    """The plan with its targets, from the homes where there are any (and they are wanted).

    Raises
    ------
    InvalidInput
        If targets or trips cannot be made.
    """
    names = territories.names.values
    plan = Plan(
        judged.areas,
        territories.labels,
        names,
        targets_of(request, judged.areas, territories, representatives),
    )
    if not with_homes:
        return plan
    if representatives is None:
        if judged.table is not None:
            request.feedback.pushWarning(
                tr(
                    "The cost matrix has no effect: without representatives travel counts in a "
                    "straight line from the weighted centre of each territory."
                )
            )
        return plan
    return plan.from_homes(plan_homes(request, judged, names, representatives))


def plan_homes(
    request: Request,
    judged: JudgedAreas,
    names: Sequence[Any],
    representatives: Representatives,
) -> Homes:
    """Homes of the named territories; says who has none in the layer.

    Raises
    ------
    InvalidInput
        If the cost matrix lacks pairs.
    """
    homes = homes_by_name(judged.units, representatives, names, judged.table, request.feedback)
    homeless = [name for name, has in zip(names, homes.exists.tolist()) if not has]
    if homeless:
        request.feedback.pushWarning(
            counted(
                len(homeless),
                "{count} territory has no representative in {layer}, so that nothing is known of "
                "its travel: {names}.",
                "{count} territories have no representative in {layer}, so that nothing is known "
                "of their travel: {names}.",
                layer=representatives.layer,
                names=name_some(homeless),
            )
        )
    return homes
