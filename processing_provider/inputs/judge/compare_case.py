"""Everything that one run of territory:compare reads, collected once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ....core.ids import distinct_ids, id_key
from ....core.plan.measures import TravelPrices
from ....core.plan.people import with_areas_only
from ....core.plan.plan import Plan
from ...common.fields import TERRITORY_FIELD, TerritoryNames, like_field, text_field
from ...common.request import Request
from ...common.texts import tr
from ..layers.area_names import area_names
from ..layers.plan_field import PlanField
from ..layers.units import SpatialUnits
from ..people.parameters import REP_NAME_FIELD
from ..people.representatives import Representatives, given_people, read_representatives
from .compare_parameters import CompareParameters
from .judged_plan import JudgedAreas, judged_plan, plan_homes, read_judged_areas, territories_of
from .owners import Owners, owners_of
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


def collect(request: Request) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    owners = owners_of(request)
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
        homes = plan_homes(request, judged, second.names, new_people)
        resited = second.from_homes(homes)
    prices = _prices(request, judged)
    called = area_names(request, units)
    return Collected(judged, names, first, second, resited, prices, owners.unmatched, called)


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
    return read_representatives(request, ours.REPS_AFTER, units, field, called)


def _all_names(
    owners: Owners, people: Representatives | None, new_people: Representatives | None
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
    return plan.from_homes(plan_homes(request, judged, plan.names, people))


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
