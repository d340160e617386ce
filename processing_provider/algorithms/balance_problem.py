"""The balancing problem behind the parameters of territory:balance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ...core.arrays import BoolArray, FloatArray, IntArray
from ...core.balance.problem import (
    BalanceProblem,
    CriteriaWeights,
    Rules,
    equal_targets,
    proportional_targets,
)
from ...core.contiguity.graph import ContiguityGraph
from ...core.errors import InfeasibleProblem, InvalidInput, name_some
from ...core.plan.groups import agree_on_lock, agree_on_territory
from ..inputs.rules import Locks, RuleSettings
from ..inputs.units import SpatialUnits
from .balance_start import Start


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


def refuse_groups_across_frozen(
    group: IntArray,
    start: Start,
    locked: IntArray,
    frozen: BoolArray,
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
