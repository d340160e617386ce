"""Who has each area before and after, in one layer or in two that are joined by ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsField

from ....core.errors import InvalidInput, name_some
from ....core.ids import distinct_ids, id_key
from ....core.plan.joining import Join, join_by_id
from ...common.fields import TERRITORY_FIELD
from ...common.request import Request
from ...common.texts import counted
from ..layers.attributes import attribute_values, field_index, refuse_unusable_names
from ..layers.features import each_feature
from ..layers.units import SpatialUnits
from ..travel.parameters import CostMatrixParameters
from .compare_parameters import CompareParameters
from .judged_plan import owners_in, read_judged_units, refuse_no_plan, tell_unassigned
from .parameters import JudgeParameters


@dataclass(frozen=True)
class Owners:
    """Who has each area before and after, and the fields that say so."""

    units: SpatialUnits
    before: list[Any]
    after: list[Any]
    before_field: QgsField
    after_field: QgsField
    unmatched: int = 0


def owners_of(request: Request) -> Owners:
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
    before_label, after_label = map(request.label, (ours.BEFORE_FIELD, ours.AFTER_FIELD))
    before, before_field = owners_in(units, before_name, before_label)
    if request.source(ours.AFTER_LAYER) is None:
        after, after_field = owners_in(units, after_name, after_label)
        owners = Owners(units, before, after, before_field, after_field)
    else:
        owners = _joined(request, units, (before, before_field), after_name, id_field)
    for label, name, those in (
        (before_label, before_name, owners.before),
        (after_label, owners.after_field.name(), owners.after),
    ):
        refuse_no_plan(those, label, name)
        tell_unassigned(request, those, name)
    return owners


def _joined(
    request: Request,
    units: SpatialUnits,
    before: tuple[list[Any], QgsField],
    after_name: str,
    id_field: str,
) -> Owners:
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
    layer, id_label, after_label = map(
        request.label, (ours.AFTER_LAYER, ours.AFTER_ID_FIELD, ours.AFTER_LAYER_FIELD)
    )
    id_index = field_index(fields, request.text(ours.AFTER_ID_FIELD) or id_field, layer, id_label)
    after_index = field_index(fields, after_name, layer, after_label)
    features = list(each_feature(source, request.feedback))
    ids = attribute_values(features, id_index)
    owners = attribute_values(features, after_index)
    rows = [feature.id() for feature in features]
    refuse_unusable_names(ids, rows, fields.at(id_index).name(), id_label)
    refuse_unusable_names(owners, rows, after_name, after_label)
    own_ids = units.values(id_field, request.label(ours.ID_FIELD))
    join = join_by_id(_keys(own_ids), _keys(ids))
    if not len(join.left):
        raise InvalidInput(
            "The two layers have no id in common: {id_field} holds {ours}, that of {layer} holds "
            "{theirs}. Choose fields with the same ids.",
            id_field=request.label(ours.ID_FIELD),
            layer=layer,
            ours=name_some(distinct_ids(own_ids)) or "–",
            theirs=name_some(distinct_ids(ids)) or "–",
        )
    _tell_unmatched(request, join)
    return Owners(
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
    here, there = map(request.label, (JudgeParameters.INPUT, CompareParameters.AFTER_LAYER))
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
