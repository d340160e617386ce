"""Refusal of problems that no plan can solve, with the numbers, before any work is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InfeasibleProblem, InvalidInput, name_some
from ..plan.areas import UNASSIGNED
from ..texts import Text
from .bounds import lower_bound_pct
from .overweight import Overweight
from .problem import BalanceProblem
from .space import held_territory

# Planners take 1 % for balanced (thesis, sect. 5.2): below it, no bound is worth a warning.
_WORTH_A_WARNING_PCT = 1.0


@dataclass(frozen=True)
class Checked:
    """What is known about a problem that may be searched.

    Attributes
    ----------
    warnings : list of Text
        Why the best possible plan will be less balanced than wished.
    lower_bound_pct : float
        No plan can have a smaller worst deviation.
    """

    warnings: list[Text]
    lower_bound_pct: float


def check(
    problem: BalanceProblem,
    *,
    ids: Sequence[object] | None = None,
    territory_ids: Sequence[object] | None = None,
    relaxed: BalanceProblem | None = None,
) -> Checked:
    """Check a problem before the search.

    Parameters
    ----------
    problem : BalanceProblem
    ids : sequence, optional
        Ids of the areas for messages; their numbers from 1 otherwise.
    territory_ids : sequence, optional
        The same for the territories.
    relaxed : BalanceProblem, optional
        The problem without what was added to it, such as one of several possible ways between
        the parts of a group: what no plan can do is said of this one.

    Returns
    -------
    Checked

    Raises
    ------
    InvalidInput
        If arrays do not fit together or hold impossible values.
    InfeasibleProblem
        If rules contradict each other, the map or the weights.
    """
    names = ids if ids is not None else range(1, problem.area_count + 1)
    _check_arrays(problem, names)
    _check_locks(
        problem, names, territory_ids or [str(i + 1) for i in range(problem.territory_count)]
    )
    _check_parts(problem)
    bound = lower_bound_pct(relaxed or problem)
    _check_limits(problem, names, bound)
    return Checked(_warnings(problem, names, bound), bound)


def _check_arrays(problem: BalanceProblem, names: Sequence[object]) -> None:
    n, k = problem.area_count, problem.territory_count
    if n == 0:
        raise InvalidInput("There are no areas to divide.")
    if k == 0:
        raise InvalidInput("The number of territories must be at least 1.")
    if k > n:
        raise InfeasibleProblem.counted(
            n,
            "{territories} territories cannot be made of {count} area: every territory needs "
            "at least one area. Ask for fewer territories.",
            "{territories} territories cannot be made of {count} areas: every territory needs "
            "at least one area. Ask for fewer territories.",
            territories=k,
        )
    bad = ~(np.isfinite(problem.weights) & (problem.weights >= 0.0)).all(axis=1)
    if bad.any():
        raise InvalidInput.counted(
            int(bad.sum()),
            "{count} area has a negative or infinite weight: {ids}.",
            "{count} areas have a negative or infinite weight: {ids}.",
            ids=name_some([names[i] for i in np.flatnonzero(bad)]),
        )
    if not (problem.weights > 0.0).any():
        raise InvalidInput("All weights are zero: there is nothing to balance.")
    if not np.isfinite(problem.points).all():
        raise InvalidInput("Some areas have no position.")
    if not (np.isfinite(problem.targets) & (problem.targets >= 0.0)).all():
        raise InvalidInput("Targets must be finite and not negative.")
    _check_travel_cost(problem, names)
    _check_plan_and_limits(problem)


def _check_travel_cost(problem: BalanceProblem, names: Sequence[object]) -> None:
    cost = problem.travel_cost
    if cost is None:
        return
    unknown = ~np.isfinite(cost).all(axis=1)
    if unknown.any():
        raise InvalidInput.counted(
            int(unknown.sum()),
            "{count} area has no travel cost to some home: {ids}. Complete “Cost matrix” "
            "(COST_MATRIX).",
            "{count} areas have no travel cost to some home: {ids}. Complete “Cost matrix” "
            "(COST_MATRIX).",
            ids=name_some([names[i] for i in np.flatnonzero(unknown)]),
        )


def _check_plan_and_limits(problem: BalanceProblem) -> None:
    k = problem.territory_count
    for labels, refusal in (
        (problem.initial, InvalidInput("The plan names a territory that does not exist.")),
        (problem.rules.locked, InvalidInput("The locks name a territory that does not exist.")),
    ):
        if labels is not None and (labels.max() >= k or labels.min() < UNASSIGNED):
            raise refusal
    if not 0.0 <= problem.rules.max_change <= 1.0:
        raise InvalidInput("The limit on change must lie between 0 and 100 %.")
    if problem.rules.max_change < 1.0 and problem.initial is None:
        raise InvalidInput("A limit on change needs a current plan to start from.")
    if not problem.rules.max_deviation >= 0.0:
        raise InvalidInput("The largest allowed deviation must not be negative.")


def _check_locks(
    problem: BalanceProblem, names: Sequence[object], territory_names: Sequence[object]
) -> None:
    held = held_territory(problem)
    frozen = problem.rules.frozen_territories
    locked, initial = problem.rules.locked, problem.initial
    if frozen is not None and locked is not None:
        joined = (locked >= 0) & frozen[np.maximum(locked, 0)]
        if initial is not None:
            joined &= locked != initial
        left = np.zeros(problem.area_count, dtype=bool)
        if initial is not None:
            left = (locked >= 0) & (initial >= 0) & frozen[np.maximum(initial, 0)]
            left &= locked != initial
        torn = joined | left
        if torn.any():
            raise InfeasibleProblem.counted(
                int(torn.sum()),
                "{count} area is locked into or out of a territory that may not change: {ids}. "
                "Unlock it (LOCKED), or the territory (LOCKED_TERRITORIES).",
                "{count} areas are locked into or out of a territory that may not change: {ids}. "
                "Unlock them (LOCKED), or the territory (LOCKED_TERRITORIES).",
                ids=name_some([names[i] for i in np.flatnonzero(torn)]),
            )
    graph = problem.graph
    for territory in np.unique(held[held >= 0]).tolist():
        own = held == territory
        may_cross = own if frozen is not None and frozen[territory] else own | (held < 0)
        _, part = graph.parts(np.where(may_cross, 0, 1 + np.arange(problem.area_count)))
        parts = np.unique(part[own])
        if len(parts) > 1:
            first = [int(np.flatnonzero(own & (part == p))[0]) for p in parts]
            raise InfeasibleProblem(
                "The {count} areas locked to territory {territory} lie in {parts} places that "
                "cannot be connected without crossing areas locked to other territories; one "
                "area of each: {ids}. Unlock some of them, or join the parts (“Join islands to "
                "their nearest neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, "
                "ADJACENCY).",
                count=int(own.sum()),
                territory=territory_names[territory],
                parts=len(parts),
                ids=name_some([names[i] for i in first]),
            )


def _check_parts(problem: BalanceProblem) -> None:
    """Each part of the map that may be divided needs a territory of its own."""
    held = held_territory(problem)
    frozen = problem.rules.frozen_territories
    if frozen is None:
        frozen = np.zeros(problem.territory_count, dtype=bool)
    closed = (held >= 0) & frozen[np.maximum(held, 0)]
    _, part = problem.graph.parts(np.where(closed, 1 + np.arange(problem.area_count), 0))
    parts = np.unique(part[~closed])
    bound_parts = np.unique(part[~closed & (held >= 0)])
    bound_territories = np.unique(held[~closed & (held >= 0)])
    available = int((~frozen).sum()) - len(bound_territories)
    needed = len(parts) - len(bound_parts)
    if needed <= available:
        return
    sizes = np.sort(np.bincount(part[~closed]))[::-1]
    sizes = sizes[sizes > 0]
    raise InfeasibleProblem(
        "The map falls into {parts} disconnected parts (areas in them: {sizes}), but only "
        "{territories} territories are there to cover them, and a territory must be one piece. "
        "Join the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the "
        "“Edited adjacency layer”, ADJACENCY), or ask for more territories.",
        parts=len(parts),
        sizes=name_some(sizes.tolist()),
        territories=int((~frozen).sum()),
    )


def _check_limits(problem: BalanceProblem, names: Sequence[object], bound: float) -> None:
    limit = 100.0 * problem.rules.max_deviation
    if bound > limit + 1e-6:
        _refuse_too_heavy_areas(problem, names, bound)
        budget = problem.rules.max_change
        if budget < 1.0:
            raise InfeasibleProblem(
                "No plan keeps every territory within {limit:g} % of its target if only {budget:g}"
                " % of the weight may change hands: the worst deviation cannot fall below "
                "{bound:.3g} %. Raise “Maximum deviation from the target” (MAX_DEVIATION) or "
                "“Maximum change” (MAX_CHANGE).",
                limit=limit,
                budget=100.0 * budget,
                bound=bound,
            )
        raise InfeasibleProblem(
            "No plan keeps every territory within {limit:g} % of its target: the worst deviation "
            "cannot fall below {bound:.3g} % (largest area, locks, parts of the map, areas that "
            "alone hold it together). Raise “Maximum deviation from the target” (MAX_DEVIATION).",
            limit=limit,
            bound=bound,
        )


def _refuse_too_heavy_areas(problem: BalanceProblem, names: Sequence[object], bound: float) -> None:
    """Name the areas that are heavier than the limit lets any territory be."""
    largest = problem.targets.max(axis=0)
    counts = largest > 0.0
    share = (problem.weights[:, counts] / largest[counts]).max(axis=1, initial=0.0)
    heavy = np.flatnonzero(share > 1.0 + problem.rules.max_deviation + 1e-9)
    heavy = heavy[np.argsort(-share[heavy], kind="stable")]
    if len(heavy):
        raise InfeasibleProblem.counted(
            len(heavy),
            "Area {areas} holds {share:.0f} % of one territory's target, so that no plan keeps "
            "every territory within {limit:g} % of it: the worst deviation cannot fall below "
            "{bound:.3g} %. Divide this area, or raise “Maximum deviation from the target” "
            "(MAX_DEVIATION).",
            "{count} areas hold too much of one territory's target, up to {share:.0f} %: {areas}. "
            "No plan keeps every territory within {limit:g} % of it: the worst deviation cannot "
            "fall below {bound:.3g} %. Divide these areas, or raise “Maximum deviation from the "
            "target” (MAX_DEVIATION).",
            areas=name_some([names[area] for area in heavy.tolist()]),
            share=100.0 * share[heavy[0]],
            limit=100.0 * problem.rules.max_deviation,
            bound=bound,
        )


def _warnings(problem: BalanceProblem, names: Sequence[object], bound: float) -> list[Text]:
    warnings: list[Text] = []
    for weights, targets in zip(problem.weights.T, problem.targets.T):
        largest = float(targets.max())
        if largest <= 0.0:
            continue
        heavy = np.flatnonzero(weights > largest)
        heavy = heavy[np.argsort(-weights[heavy], kind="stable")]
        warnings += [
            Text.of(
                "Area {area} holds {share:.0f} % of one territory's target.",
                area=names[area],
                share=100.0 * weights[area] / largest,
            )
            for area in heavy[:3].tolist()
        ]
        if len(heavy) > 3:
            warnings.append(
                Text.of(
                    "{count} areas in all are heavier than a territory's target.",
                    count=len(heavy),
                )
            )
    if bound >= _WORTH_A_WARNING_PCT:
        warnings.append(
            Text.of(
                "No plan can have a worst deviation below {bound:.3g} %; the best possible plan "
                "is searched.",
                bound=bound,
            )
        )
    if Overweight.of(problem.weights, problem.targets):
        warnings.append(
            Text.of("Territories without such an area share evenly what is left for them.")
        )
    return warnings
