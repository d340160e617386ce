"""A plan as a problem of balancing: what the search and its bounds ask of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import IntArray
from ..contiguity.graph import ContiguityGraph
from ..plan.areas import UNASSIGNED
from ..plan.plan import Plan
from ..plan.rules import PlanRules
from .bounds import lower_bound_pct
from .problem import BalanceProblem, Rules


def lower_bound_of_plan(plan: Plan, rules: PlanRules | None = None) -> float:
    """Worst deviation in percent below which no plan of these areas and targets can be.

    Customers can be given to anybody, so that only weights and targets bind them.
    """
    rules = rules or PlanRules()
    if plan.territory_count == 0 or len(plan.areas) == 0:
        return 0.0
    if plan.areas.graph is not None:
        return lower_bound_pct(_bound_problem(plan, plan.areas.graph, rules))
    # Criteria apart and one ring through all customers: no argument from neighbours applies.
    rows = np.arange(len(plan.areas))
    together = ContiguityGraph.from_edges(len(plan.areas), rows, np.roll(rows, -1))
    return max(
        lower_bound_pct(_bound_problem(_one_criterion(plan, j), together, rules))
        for j in range(plan.targets.shape[1])
    )


def _bound_problem(plan: Plan, graph: ContiguityGraph, rules: PlanRules) -> BalanceProblem:
    """The problem without a limit on change where that counts trips unlike the balance does."""
    problem = _problem(plan, graph, rules)
    trips = plan.areas.trips
    alike = np.allclose(trips, problem.travel_weights * trips.sum())
    return problem if alike else _problem(plan, graph, replace(rules, max_change=1.0))


def _one_criterion(plan: Plan, j: int) -> Plan:
    areas = replace(plan.areas, weights=plan.areas.weights[:, [j]])
    return replace(plan, areas=areas, targets=plan.targets[:, [j]])


def _problem(plan: Plan, graph: ContiguityGraph, rules: PlanRules) -> BalanceProblem:
    criteria = plan.targets.shape[1]
    homes = plan.homes
    known = homes is not None and bool(homes.exists.all())
    places = None
    if homes is not None and known and homes.trip_m is None:
        places = plan.areas.metric.to_plane(homes.positions)
    initial, frozen = plan.labels, rules.frozen
    if plan.current is not None and rules.max_change < 1.0:
        # A frozen territory keeps what it has in the initial plan, which is another one here:
        # its areas are locked instead.
        initial, frozen = plan.current.labels, None
    return BalanceProblem(
        graph=graph,
        weights=plan.areas.weights,
        targets=plan.targets,
        points=plan.areas.points,
        criterion_shares=np.full(criteria, 1.0 / max(criteria, 1)),
        homes=places,
        travel_cost=None if homes is None else homes.trip_m,
        initial=initial,
        rules=Rules(
            locked=_locks(plan, rules),
            frozen_territories=frozen,
            max_deviation=rules.max_deviation_pct / 100.0,
            max_change=rules.max_change,
        ),
    )


def _locks(plan: Plan, rules: PlanRules) -> IntArray | None:
    if rules.locked is None and rules.frozen is None:
        return None
    held = np.zeros(len(plan.labels), dtype=bool) if rules.locked is None else rules.locked
    if rules.frozen is not None:
        held = held | ((plan.labels >= 0) & rules.frozen[np.maximum(plan.labels, 0)])
    return np.where(held, plan.labels, UNASSIGNED)
