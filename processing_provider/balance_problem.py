"""Turns the parameters of territory:balance into a balancing problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeatureRequest,
    QgsProcessingFeedback,
)

from ..core.errors import InfeasibleProblem, InvalidInput, name_some
from ..core.graph import ContiguityGraph
from ..core.nearest import connect_territories, nearest_representative
from ..core.problem import (
    UNASSIGNED,
    BalanceProblem,
    CriteriaWeights,
    Rules,
    equal_targets,
    proportional_targets,
)
from ..core.siting.p_median import solve_p_median
from ..core.together import agree_on_lock, agree_on_territory, join_split_groups
from .base import FeedbackProgress, tr
from .cost_matrix import MatrixCosts
from .layers import SpatialUnits, id_key, is_null, plain_value
from .representatives import Representatives, locate_homes
from .resited import NO_HOME, homes_inside
from .trips import METRES, Trips
from .writing import TERRITORY_FIELD, TerritoryNames, like_field

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


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
        homes = homes_inside(trips, start.labels, mass, len(start.names), progress=progress)
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
            trips.finite_cost(candidates, everywhere).T,
            len(start.names),
            weights=mass,
            rng=np.random.default_rng(seed),
            exact=False,
            demand_ids=units.ids,
            progress=progress,
        )
        homes = candidates[median.chosen]
        homes = homes[np.lexsort((units.points[homes, 0], -units.points[homes, 1]))]
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
    index = units.fields.lookupField(field_name)
    if index < 0:
        raise InvalidInput(
            "INPUT has no field '{field}'. Its fields are: {names}.",
            field=field_name,
            names=", ".join(units.fields.names()) or "none",
        )
    values = [plain_value(feature[index]) for feature in units.features]
    present = sorted_values({id_key(v): v for v in values if v is not None}.values())
    if not present:
        raise InvalidInput(
            "TERRITORY_FIELD '{field}' is NULL in every area: there is no plan to improve. Choose "
            "another field, or start from representatives or a count.",
            field=field_name,
        )
    if representatives is None:
        names = TerritoryNames(tuple(present), like_field(TERRITORY_FIELD, units.fields.at(index)))
    else:
        names = representatives.names
        known = {id_key(value) for value in names.values}
        unknown = [value for value in present if id_key(value) not in known]
        if unknown:
            count = sum(1 for v in values if v is not None and id_key(v) not in known)
            raise InvalidInput(
                "TERRITORY_FIELD '{field}' names territories without a representative in REPS: "
                "{values} ({count} area(s)). Add these representatives, or correct the field.",
                field=field_name,
                values=name_some(unknown),
                count=count,
            )
    number = {id_key(value): label for label, value in enumerate(names.values)}
    labels = np.array(
        [UNASSIGNED if value is None else number[id_key(value)] for value in values], dtype=np.int64
    )
    unassigned = int(np.count_nonzero(labels == UNASSIGNED))
    if unassigned:
        feedback.pushWarning(
            tr(
                "{unassigned} area(s) have no territory in '{field_name}'; they are {finish}."
            ).format(unassigned=unassigned, field_name=field_name, finish=finish)
        )
    return Start(names, labels, is_plan=True)


def sorted_values(values) -> list[Any]:
    """Numbers by size, then texts by alphabet."""
    return sorted(
        values,
        key=lambda v: (0, float(v), "") if isinstance(v, (int, float)) else (1, 0.0, str(v)),
    )


def areas_that_match(
    units: SpatialUnits, expression_text: str, parameter: str, context: QgsExpressionContext
) -> NDArray[np.bool_]:
    """Areas (n,) for which an expression is true.

    Raises
    ------
    InvalidInput
        If the expression cannot be read or evaluated.
    """
    expression = QgsExpression(expression_text)
    if expression.hasParserError():
        raise InvalidInput(
            "The expression of {parameter} cannot be read: {reason}",
            parameter=parameter,
            reason=expression.parserErrorString(),
        )
    known = {name.lower() for name in units.fields.names()}
    unknown = [
        name
        for name in sorted(expression.referencedColumns())
        if name != QgsFeatureRequest.ALL_ATTRIBUTES and name.lower() not in known
    ]
    if unknown:
        raise InvalidInput(
            "The expression of {parameter} names fields that INPUT does not have: {unknown}. Its "
            "fields are: {names}.",
            parameter=parameter,
            unknown=name_some(unknown),
            names=", ".join(units.fields.names()) or "none",
        )
    context.setFields(units.fields)
    expression.prepare(context)
    matches = np.zeros(len(units), dtype=bool)
    for number, feature in enumerate(units.features):
        context.setFeature(feature)
        value = expression.evaluate(context)
        if expression.hasEvalError():
            raise InvalidInput(
                "The expression of {parameter} fails at area {area}: {reason}",
                parameter=parameter,
                area=units.ids[number],
                reason=expression.evalErrorString(),
            )
        matches[number] = not is_null(value) and bool(value)
    return matches


def territories_by_id(names: TerritoryNames, wanted: Sequence[Any], parameter: str) -> IntArray:
    """Labels of the territories with these ids.

    Raises
    ------
    InvalidInput
        If an id is not known.
    """
    number = {id_key(value): label for label, value in enumerate(names.values)}
    keys = [id_key(value) for value in wanted if not is_null(value) and id_key(value)]
    keys = [key if key in number else _key_of_number(key) for key in keys]
    unknown = [key for key in keys if key not in number]
    if unknown:
        raise InvalidInput(
            "{parameter} names unknown territories: {unknown}. The territories are {known}.",
            parameter=parameter,
            unknown=name_some(unknown),
            known=name_some(list(names.values), limit=30),
        )
    return np.array([number[key] for key in keys], dtype=np.int64)


def _key_of_number(text: str) -> str:
    """Key of a number as a table of values may write it: 3.0 for 3."""
    try:
        return id_key(float(text))
    except ValueError:
        return text


@dataclass(frozen=True)
class Groups:
    """Areas that stay together.

    Attributes
    ----------
    wanted : ndarray of int, shape (n,)
        Group of each area as the user gave it, perhaps in several parts.
    joined : ndarray of int, shape (n,)
        The same with the areas between the parts, so that each group is connected; groups are
        numbered by their first areas.
    """

    wanted: IntArray
    joined: IntArray

    @property
    def are_single_areas(self) -> bool:
        """Whether nothing is grouped."""
        return len(np.unique(self.joined)) == len(self.joined)

    @property
    def have_ways(self) -> bool:
        """Whether parts were joined, on one of several possible ways."""
        return len(np.unique(self.wanted)) > len(np.unique(self.joined))


def groups_of_areas(
    units: SpatialUnits,
    graph: ContiguityGraph,
    field_name: str,
    locked: IntArray,
    feedback: QgsProcessingFeedback,
) -> Groups:
    """Groups of areas by the values of a field; areas with NULL stay single.

    ``locked`` (n,) is the territory in which an area must stay.

    Raises
    ------
    InvalidInput
        If INPUT has no such field.
    """
    if not field_name:
        single = np.arange(len(units))
        return Groups(single, single)
    index = units.fields.lookupField(field_name)
    if index < 0:
        raise InvalidInput(
            "TOGETHER_FIELD: INPUT has no field '{field}'. Its fields are: {names}.",
            field=field_name,
            names=", ".join(units.fields.names()) or "none",
        )
    values = [plain_value(feature[index]) for feature in units.features]
    keys = [f"g{id_key(v)}" if v is not None else f"a{i}" for i, v in enumerate(values)]
    wanted = np.unique(keys, return_inverse=True)[1]
    group, joined = join_split_groups(graph, wanted, locked)
    if joined:
        feedback.pushWarning(
            tr(
                "TOGETHER_FIELD '{field_name}': {joined} group(s) fall into several parts; "
                "each is joined with the areas that lie between its parts."
            ).format(field_name=field_name, joined=joined)
        )
    return Groups(wanted, group)


@dataclass(frozen=True)
class RuleSettings:
    """Rules as the user gave them; shares from 0 to 1.

    ``fixed_homes`` keeps each representative's own area; ``travel_from_homes`` measures
    travel from where they live today.
    """

    locked_areas: NDArray[np.bool_]
    locked_territories: IntArray
    max_deviation: float
    max_change: float
    fixed_homes: bool
    travel_from_homes: bool


@dataclass(frozen=True)
class Locks:
    """What stays where it is.

    Attributes
    ----------
    locked : ndarray of int, shape (n,)
        Territory in which an area must stay; ``UNASSIGNED`` where it is free.
    frozen : ndarray of bool, shape (k,)
        Territories that neither lose nor receive areas.
    """

    locked: IntArray
    frozen: NDArray[np.bool_]


def locks_of(units: SpatialUnits, start: Start, rules: RuleSettings) -> Locks:
    """Locks of areas, territories and fixed homes.

    Raises
    ------
    InvalidInput
        If a lock needs a plan that is not there, or locks contradict each other.
    """
    locked = np.full(len(units), UNASSIGNED, dtype=np.int64)
    if rules.locked_areas.any():
        if start.labels is None:
            raise InvalidInput(
                "LOCKED needs to know in which territory areas stay: give TERRITORY_FIELD or REPS."
            )
        unassigned = np.flatnonzero(rules.locked_areas & (start.labels == UNASSIGNED))
        if len(unassigned):
            raise InvalidInput(
                "LOCKED holds {count} area(s) that are in no territory (ids {ids}). Assign or "
                "unlock them.",
                count=len(unassigned),
                ids=name_some([units.ids[i] for i in unassigned]),
            )
        locked[rules.locked_areas] = start.labels[rules.locked_areas]
    frozen = np.zeros(len(start.names), dtype=bool)
    if len(rules.locked_territories):
        if start.labels is None:
            raise InvalidInput("LOCKED_TERRITORIES needs a plan: give TERRITORY_FIELD or REPS.")
        frozen[rules.locked_territories] = True
        held = np.isin(start.labels, rules.locked_territories)
        locked[held] = start.labels[held]
    if rules.fixed_homes and start.home_areas is not None:
        locked[start.home_areas] = lock_homes(locked, start)
    return Locks(locked, frozen)


def build_problem(
    units: SpatialUnits,
    weights: FloatArray,
    graph: ContiguityGraph,
    start: Start,
    target_shares: FloatArray | None,
    criterion_shares: FloatArray,
    criteria: CriteriaWeights,
    rules: RuleSettings,
    locks: Locks,
    group: IntArray,
) -> BalanceProblem:
    """The problem on single areas; contract it by ``group`` before the search.

    Raises
    ------
    InvalidInput
        If a rule needs a plan that is not there, or rules contradict each other.
    """
    count = len(start.names)
    targets = (
        equal_targets(weights, count)
        if target_shares is None
        else proportional_targets(weights, target_shares)
    )
    if rules.max_change < 1.0 and not start.is_plan:
        raise InvalidInput(
            "MAX_CHANGE limits the change of a plan that exists: give it as TERRITORY_FIELD."
        )
    homes = (
        units.metric.to_plane(start.home_positions)
        if rules.travel_from_homes and start.home_positions is not None
        else None
    )
    common_lock = agree_on_lock(group, locks.locked, units.ids)
    refuse_groups_across_frozen(group, start, common_lock, locks.frozen, units.ids)
    problem = BalanceProblem(
        graph=graph,
        weights=weights,
        targets=targets,
        points=units.points,
        criterion_shares=criterion_shares,
        homes=homes,
        travel_cost=start.cost if rules.travel_from_homes else None,
        initial=start.labels,
        rules=Rules(
            locked=common_lock if (locks.locked >= 0).any() else None,
            frozen_territories=locks.frozen if locks.frozen.any() else None,
            max_deviation=rules.max_deviation,
            max_change=rules.max_change,
        ),
        criteria=criteria,
    )
    return _with_united_groups(problem, group)


def lock_homes(locked: IntArray, start: Start) -> IntArray:
    """Territory (k,) in which each representative's own area stays.

    Raises
    ------
    InvalidInput
        If a rule already locks such an area in another territory.
    """
    own = np.arange(len(start.names))
    before = locked[start.home_areas]
    wrong = np.flatnonzero((before != UNASSIGNED) & (before != own))
    if len(wrong):
        raise InvalidInput(
            "FIXED_REPS contradicts the locks: the areas in which {reps} live are locked in other "
            "territories. Unlock them, or do not fix the representatives.",
            reps=name_some([start.names.of(i) for i in wrong]),
        )
    return own


def refuse_groups_across_frozen(
    group: IntArray,
    start: Start,
    locked: IntArray,
    frozen: NDArray[np.bool_],
    ids: Sequence[Any],
) -> None:
    """Refuse groups that a territory which may not receive areas holds in part.

    Raises
    ------
    InfeasibleProblem
    """
    if start.labels is None or len(np.unique(group)) == len(group):
        return
    joining = (locked >= 0) & frozen[np.maximum(locked, 0)] & (start.labels != locked)
    if joining.any():
        raise InfeasibleProblem(
            "TOGETHER_FIELD contradicts LOCKED_TERRITORIES: {groups} group(s) lie partly in such a "
            "territory ({territories}), which may not receive the other {count} area(s) ({areas}). "
            "Unlock the territory, or split the group.",
            groups=len(np.unique(group[joining])),
            territories=name_some([start.names.of(t) for t in np.unique(locked[joining])]),
            count=int(joining.sum()),
            areas=name_some([ids[i] for i in np.flatnonzero(joining)]),
        )


def _with_united_groups(problem: BalanceProblem, group: IntArray) -> BalanceProblem:
    """Let groups agree on their present territory; what that moves counts as change."""
    if problem.initial is None or len(np.unique(group)) == problem.area_count:
        return problem
    united = agree_on_territory(group, problem.initial, problem.travel_weights)
    if problem.rules.locked is not None:
        # A locked group has no choice, even where most of it lies elsewhere today.
        united = np.where(problem.rules.locked >= 0, problem.rules.locked, united)
    moved = (problem.initial >= 0) & (united != problem.initial)
    forced = float(problem.travel_weights[moved].sum())
    budget = problem.rules.max_change
    if forced > budget:
        raise InfeasibleProblem(
            "TOGETHER_FIELD alone moves {forced:.1f} % of the weight to another territory, more "
            "than MAX_CHANGE = {budget:g} % allows.",
            forced=100.0 * forced,
            budget=100.0 * budget,
        )
    left = budget - forced if budget < 1.0 else budget
    return replace(
        problem,
        initial=united,
        # The others have changed hands already, wherever the group goes.
        change_weights=np.where(united == problem.initial, problem.travel_weights, 0.0),
        rules=replace(problem.rules, max_change=left),
    )
