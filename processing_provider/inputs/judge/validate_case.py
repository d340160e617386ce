"""Everything that one run of territory:validate reads, collected once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ....core.ids import id_key, id_order, positions_in
from ....core.plan.plan import Plan
from ....core.plan.rules import Limits, PlanRules
from ....core.plan.spelling import spelling_breaches
from ....core.plan.validate import Breach, breaches_in_order, find_breaches, repeated_homes
from ...common.fields import TerritoryNames
from ...common.request import Request
from ...common.texts import counted
from ..layers.attributes import attribute_values, field_index, plain_value, refuse_unusable_names
from ..layers.units import SpatialUnits
from ..people.parameters import REP_NAME_FIELD
from ..people.representatives import Representatives, read_representatives
from .evaluate_case import groups_in
from .judged_plan import (
    JudgedAreas,
    judged_plan,
    owners_in,
    read_judged_areas,
    read_judged_units,
    refuse_no_plan,
    territories_of,
)
from .parameters import JudgeParameters
from .validate_parameters import ValidateParameters


@dataclass(frozen=True)
class Collected:
    """What one run read from its parameters and layers.

    Attributes
    ----------
    judged : JudgedAreas
    names : TerritoryNames
    plan : Plan
    rules : PlanRules
    limits : Limits
    checks_enclaves : bool
    spellings : list
        What is written for each area, as it stands.
    repeated : list of tuple
        Label of the territory and area of the home (-1 for none) of each representative whose
        name is taken.
    """

    judged: JudgedAreas
    names: TerritoryNames
    plan: Plan
    rules: PlanRules
    limits: Limits
    checks_enclaves: bool
    spellings: list[Any]
    repeated: list[tuple[int, int]]

    def breaches(self) -> list[Breach]:
        """All breaches, by rule."""
        units = self.judged.units
        looks_inside = self.checks_enclaves and units.are_polygons
        found = find_breaches(
            self.plan, self.rules, self.limits, units.perimeters_m if looks_inside else None
        )
        found += spelling_breaches(self.plan, self.spellings)
        found += repeated_homes(self.repeated)
        return breaches_in_order(found)


def collect(request: Request) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    ours = ValidateParameters
    units = read_judged_units(request)
    field_name = request.text(ours.TERRITORY_FIELD)
    label = request.label(ours.TERRITORY_FIELD)
    owners, field = owners_in(units, field_name, label)
    refuse_no_plan(owners, label, field_name)
    people, second_ones = _people(request, units)
    territories = territories_of(owners, field, people)
    judged = read_judged_areas(request, units)
    plan = judged_plan(request, judged, territories, people)
    name_field = request.text(ours.NAME_FIELD)
    if name_field:
        called = units.called(name_field, request.label(ours.NAME_FIELD))
        plan = replace(plan, areas=replace(plan.areas, names=called))
    index = units.fields.lookupField(field_name)
    return Collected(
        judged,
        territories.names,
        _with_current(request, units, plan),
        _rules(request, units),
        _limits(request, plan),
        request.switch(ours.ENCLAVES),
        [plain_value(feature[index]) for feature in units.features],
        _repeated(units, plan, second_ones),
    )


def _people(
    request: Request, units: SpatialUnits
) -> tuple[Representatives | None, Representatives | None]:
    """Representatives by name, and those whose name somebody else has already."""
    ours = JudgeParameters
    if request.source(ours.REPS) is None:
        return None, None
    everybody = read_representatives(
        request, ours.REPS, units, name_field=request.text(REP_NAME_FIELD)
    )
    id_field = request.text(ours.REP_ID_FIELD)
    if not id_field:
        return everybody, None
    label = request.label(ours.REP_ID_FIELD)
    index = field_index(everybody.fields, id_field, everybody.layer, label)
    ids = attribute_values(everybody.features, index)
    refuse_unusable_names(ids, everybody.ids, id_field, label)
    known = [row for row, name in enumerate(ids) if name is not None]
    if len(known) < len(ids):
        request.feedback.pushWarning(
            counted(
                len(ids) - len(known),
                "{layer}: {count} representative has no name in '{field}' and is left out.",
                "{layer}: {count} representatives have no name in '{field}' and are left out.",
                layer=everybody.layer,
                field=id_field,
            )
        )
    first: dict[str, int] = {}
    for row in known:
        first.setdefault(id_key(ids[row]), row)
    named = sorted(first.values(), key=lambda row: id_order(ids[row]))
    others = [row for row in known if first[id_key(ids[row])] != row]
    return (_some_people(everybody, named, ids, index), _some_people(everybody, others, ids, index))


def _some_people(
    everybody: Representatives, rows: list[int], ids: list[Any], index: int
) -> Representatives:
    """Some of the representatives under the names in a field of theirs."""
    known = {row: everybody.called.get(id_key(everybody.ids[row])) for row in rows}
    return replace(
        everybody,
        features=[everybody.features[row] for row in rows],
        ids=tuple(ids[row] for row in rows),
        id_field=everybody.fields.at(index),
        positions=everybody.positions[rows],
        are_named=True,
        called={id_key(ids[row]): name for row, name in known.items() if name is not None},
    )


def _repeated(
    units: SpatialUnits, plan: Plan, second_ones: Representatives | None
) -> list[tuple[int, int]]:
    if second_ones is None or not len(second_ones):
        return []
    labels = positions_in(second_ones.ids, plan.names).tolist()
    places = second_ones.map_coordinates(units).tolist()
    areas = [units.area_at(x, y) for x, y in places]
    return [(label, -1 if area is None else area) for label, area in zip(labels, areas)]


def _with_current(request: Request, units: SpatialUnits, plan: Plan) -> Plan:
    """The plan with the current one, where that is given."""
    field = request.text(ValidateParameters.CURRENT_FIELD)
    if not field:
        return plan
    owners = units.values(field, request.label(ValidateParameters.CURRENT_FIELD))
    gone = _not_in(plan.names, owners)
    return replace(plan, current=plan.with_labels(positions_in(owners, [*plan.names, *gone])))


def _not_in(names: Sequence[Any], owners: Sequence[Any]) -> list[Any]:
    known = set(map(id_key, names))
    return [owner for owner in owners if owner is not None and id_key(owner) not in known]


def _rules(request: Request, units: SpatialUnits) -> PlanRules:
    ours = ValidateParameters
    return PlanRules(
        group=groups_in(units, request.text(ours.TOGETHER_FIELD)),
        contiguous=request.switch(ours.CONTIGUOUS),
        max_deviation_pct=request.number_or(ours.MAX_DEVIATION, np.inf),
        max_change=request.number_or(ours.MAX_CHANGE, 100.0) / 100.0,
        max_trip_m=request.number_or(ours.MAX_DISTANCE, np.inf),
    )


def _limits(request: Request, plan: Plan) -> Limits:
    ours = ValidateParameters
    criteria = plan.targets.shape[1]
    least, most = request.number_or(ours.MIN_TOTAL, 0.0), request.number_or(ours.MAX_TOTAL, np.inf)
    return Limits(
        min_areas=request.number_or(ours.MIN_COUNT, 0.0),
        max_areas=request.number_or(ours.MAX_COUNT, np.inf),
        min_totals=np.full(criteria, least) if least > 0.0 else None,
        max_totals=np.full(criteria, most) if np.isfinite(most) else None,
    )
