"""Everything that one run of territory:compare reads, collected once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from qgis.core import QgsField

from ....core.errors import InvalidInput, name_some
from ....core.ids import distinct_ids, id_key
from ....core.plan.joining import Join, join_by_id
from ....core.plan.measures import TravelPrices
from ....core.plan.people import with_areas_only
from ....core.plan.plan import Plan
from ...common.fields import TERRITORY_FIELD, TerritoryNames, like_field, text_field
from ...common.request import Request
from ...common.texts import counted, tr
from ..layers.area_names import area_names
from ..layers.attributes import attribute_values, field_index, refuse_unusable_names
from ..layers.features import each_feature
from ..layers.plan_field import PlanField
from ..layers.units import SpatialUnits
from ..people.homes_by_name import homes_by_name
from ..people.parameters import REP_NAME_FIELD
from ..people.representatives import Representatives, given_people, read_representatives
from ..travel.parameters import CostMatrixParameters
from .compare_parameters import CompareParameters
from .judged_plan import (
    JudgedAreas,
    judged_plan,
    owners_in,
    plan_homes,
    read_judged_areas,
    read_judged_units,
    refuse_no_plan,
    tell_unassigned,
    territories_of,
)
from .parameters import JudgeParameters


@dataclass(frozen=True)
class Collected:
    """What one run read from its parameters and layers.

    Attributes
    ----------
    judged : JudgedAreas
        The areas that both plans know.
    names : TerritoryNames
        Territories of both plans.
    before, after : Plan
        Both from the current homes, where these are known.
    resited : Plan or None
        The new plan from the new homes.
    prices : TravelPrices
    unmatched : int
        Areas that only one of two layers has.
    area_names : list of str, or None
        What the areas are called, where a field says so.
    """

    judged: JudgedAreas
    names: TerritoryNames
    before: Plan
    after: Plan
    resited: Plan | None
    prices: TravelPrices
    unmatched: int
    area_names: list[str] | None = None


@dataclass(frozen=True)
class _Owners:
    """Who has each area before and after, and the fields that say so."""

    units: SpatialUnits
    before: list[Any]
    after: list[Any]
    before_field: QgsField
    after_field: QgsField
    unmatched: int = 0


def collect(request: Request) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    owners = _owners(request)
    units = owners.units
    people, new_people = given_people(request, units), _new_people(request, units)
    names = _all_names(owners, people, new_people)
    judged = read_judged_areas(request, units)
    before, after = (
        _with_areas(territories_of(those, names.field), names)
        for those in (owners.before, owners.after)
    )
    first = judged_plan(request, judged, before, people)
    second = _new_plan(request, judged, after, people, new_people)
    resited = None
    if new_people is not None:
        homes = plan_homes(request, judged, second.names, new_people, CompareParameters.REPS_AFTER)
        resited = second.from_homes(homes)
    prices = _prices(request, judged)
    called = area_names(request, units)
    return Collected(judged, names, first, second, resited, prices, owners.unmatched, called)


def _owners(request: Request) -> _Owners:
    """Both plans, joined by id where they are in two layers.

    Raises
    ------
    InvalidInput
        If a field is missing or empty, or the layers have no area in common.
    """
    ours = CompareParameters
    id_field = request.text(ours.ID_FIELD)
    table = request.source(CostMatrixParameters.COST_MATRIX)
    units = read_judged_units(request, id_field if table is not None else "")
    before_name = request.text(ours.BEFORE_FIELD) or "territory_before"
    after_name = request.text(ours.AFTER_FIELD) or TERRITORY_FIELD
    before, before_field = owners_in(units, before_name, ours.BEFORE_FIELD)
    if request.source(ours.AFTER_LAYER) is None:
        after, after_field = owners_in(units, after_name, ours.AFTER_FIELD)
        owners = _Owners(units, before, after, before_field, after_field)
    else:
        owners = _joined(request, units, (before, before_field), after_name, id_field)
    for label, name, those in (
        (ours.BEFORE_FIELD, before_name, owners.before),
        (ours.AFTER_FIELD, owners.after_field.name(), owners.after),
    ):
        refuse_no_plan(request, those, label, name)
        tell_unassigned(request, those, name)
    return owners


def _joined(
    request: Request,
    units: SpatialUnits,
    before: tuple[list[Any], QgsField],
    after_name: str,
    id_field: str,
) -> _Owners:
    ours = CompareParameters
    if not id_field:
        raise InvalidInput(
            "{layer} needs {id}: two layers are joined by the ids of their areas, never by the "
            "order of their features.",
            layer=request.label(ours.AFTER_LAYER),
            id=request.label(ours.ID_FIELD),
        )
    source = request.required_source(ours.AFTER_LAYER)
    fields = source.fields()
    after_name = request.text(ours.AFTER_LAYER_FIELD) or after_name
    id_index = field_index(
        fields, request.text(ours.AFTER_ID_FIELD) or id_field, ours.AFTER_LAYER, ours.AFTER_ID_FIELD
    )
    after_index = field_index(fields, after_name, ours.AFTER_LAYER, ours.AFTER_LAYER_FIELD)
    features = list(each_feature(source, request.feedback))
    ids = attribute_values(features, id_index)
    owners = attribute_values(features, after_index)
    rows = [feature.id() for feature in features]
    refuse_unusable_names(ids, rows, fields.at(id_index).name(), ours.AFTER_ID_FIELD)
    refuse_unusable_names(owners, rows, after_name, ours.AFTER_LAYER_FIELD)
    own_ids = units.values(id_field, ours.ID_FIELD)
    join = join_by_id(_keys(own_ids), _keys(ids))
    if not len(join.left):
        raise InvalidInput(
            "The two layers have no id in common: {id_field} holds {ours}, that of {layer} holds "
            "{theirs}. Choose fields with the same ids.",
            id_field=request.label(ours.ID_FIELD),
            layer=request.label(ours.AFTER_LAYER),
            ours=name_some(distinct_ids(own_ids)) or "–",
            theirs=name_some(distinct_ids(ids)) or "–",
        )
    _tell_unmatched(request, join)
    return _Owners(
        units.only(join.left),
        [before[0][row] for row in join.left.tolist()],
        [owners[row] for row in join.right.tolist()],
        before[1],
        fields.at(after_index),
        len(units) + len(features) - 2 * len(join.left),
    )


def _keys(ids: Sequence[Any]) -> list[str | None]:
    return [None if value is None else id_key(value) for value in ids]


def _tell_unmatched(request: Request, join: Join) -> None:
    """Count and list what the other layer lacks; it is left out."""
    here, there = JudgeParameters.INPUT, CompareParameters.AFTER_LAYER
    for layer, other, ids in ((here, there, join.only_left), (there, here, join.only_right)):
        if ids:
            request.feedback.pushWarning(
                counted(
                    len(ids),
                    "{count} area of {layer} is not in {other} and is left out: {ids}.",
                    "{count} areas of {layer} are not in {other} and are left out: {ids}.",
                    layer=layer,
                    other=other,
                    ids=name_some(ids),
                )
            )
    for layer, ids in ((here, join.repeated_left), (there, join.repeated_right)):
        if ids:
            request.feedback.pushWarning(
                counted(
                    len(ids),
                    "{count} id occurs more than once in {layer}; its areas are left out: {ids}.",
                    "{count} ids occur more than once in {layer}; their areas are left out: {ids}.",
                    layer=layer,
                    ids=name_some(ids),
                )
            )
    for layer, missing in ((here, join.missing_left), (there, join.missing_right)):
        if missing:
            request.feedback.pushWarning(
                counted(
                    missing,
                    "{count} area of {layer} has no id and is left out.",
                    "{count} areas of {layer} have no id and are left out.",
                    layer=layer,
                )
            )


def _new_people(request: Request, units: SpatialUnits) -> Representatives | None:
    """REPS_AFTER, whose names are in the field of REPS or in ``territory``."""
    ours = CompareParameters
    source = request.source(ours.REPS_AFTER)
    if source is None:
        return None
    field = request.text(JudgeParameters.REP_ID_FIELD)
    if source.fields().lookupField(field) < 0 <= source.fields().lookupField(TERRITORY_FIELD):
        field = TERRITORY_FIELD
    called = request.text(REP_NAME_FIELD)
    if source.fields().lookupField(called) < 0:
        called = ""
    return read_representatives(source, units, request.feedback, field, called)


def _all_names(
    owners: _Owners, people: Representatives | None, new_people: Representatives | None
) -> TerritoryNames:
    """Names of all territories of both plans, and a field that can hold them."""
    first = territories_of(owners.before, owners.before_field).names
    second = territories_of(owners.after, owners.after_field).names
    known = [*second.values, *first.values]
    called: dict[str, str] = {}
    for reps in (new_people, people):
        if reps is not None:
            known += list(reps.ids)
            called |= reps.called
    names = distinct_ids(known)
    if all(isinstance(name, type(first.values[0])) for name in names):
        field = like_field(TERRITORY_FIELD, owners.before_field)
        return TerritoryNames(tuple(names), field, called)
    return TerritoryNames(tuple(map(id_key, names)), text_field(TERRITORY_FIELD), called)


def _with_areas(territories: PlanField, names: TerritoryNames) -> PlanField:
    """Only the territories that have areas, called as in both plans."""
    used, labels = with_areas_only(territories.names.values, territories.labels)
    called = {id_key(name): name for name in names.values}
    return PlanField(replace(names, values=tuple(called[id_key(name)] for name in used)), labels)


def _new_plan(
    request: Request,
    judged: JudgedAreas,
    territories: PlanField,
    people: Representatives | None,
    new_people: Representatives | None,
) -> Plan:
    """The new plan from the current homes; shares are those of the new people, if there are."""
    shares = people if new_people is None else new_people
    plan = judged_plan(request, judged, territories, shares, with_homes=False)
    if people is None:
        return plan
    return plan.from_homes(
        homes_by_name(judged.units, people, plan.names, judged.table, request.feedback)
    )


def _prices(request: Request, judged: JudgedAreas) -> TravelPrices:
    """What travel costs; says where costs per hour have no effect."""
    ours = CompareParameters
    prices = TravelPrices(
        request.number_or(ours.COST_PER_HOUR, 0.0), request.number_or(ours.COST_PER_KM, 0.0)
    )
    if prices.per_hour > 0.0 and (judged.table is None or not judged.table.gives("time_s")):
        request.feedback.pushWarning(
            tr("{label} has no effect: no times are known. Give a cost matrix with times.").format(
                label=request.label(ours.COST_PER_HOUR)
            )
        )
    return prices
