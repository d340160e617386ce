"""Find the portfolios of one group: cluster, name, clean up, price the rules."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import Solver, count_limit
from ..errors import InvalidInput
from ..plan.order import north_to_south
from ..progress import Cancelled, Progress
from ..texts import Text
from .clustering import Clustering, ClusterRules, Round, SearchContext, SearchEffort
from .clustering_problem import ClusteringProblem
from .group import CustomerGroup, refuse_more_than_customers
from .group_solution import GroupSolution, RuleCost
from .named_clustering import clustered
from .named_group import NamedGroup
from .naming import adopt_clusters
from .neighbours import check_neighbours, smooth_outliers
from .price_of_rules import RuleGroup, price_of_rules
from .rules import GroupSearch


def refuse_impossible(group: CustomerGroup) -> None:
    """Refuse what counting alone shows to be impossible, before the search.

    Raises
    ------
    InvalidInput, InfeasibleProblem
    """
    blocks = len(group) if group.together is None else len(group.together)
    if group.count > blocks and blocks < len(group):
        raise InvalidInput.counted(
            blocks,
            "{wanted} territories are asked for, but all customers must stay together. Ask for "
            "one (COUNT), or let some be divided (TOGETHER_FIELD, SAME_POINT).",
            "{wanted} territories are asked for, but the customers that must stay together leave "
            "only {count} parts. Ask for at most {count} (COUNT), or let some be divided "
            "(TOGETHER_FIELD, SAME_POINT).",
            wanted=group.count,
        )
    refuse_more_than_customers(group.count, len(group))
    named = NamedGroup.as_known(group) if group.is_named else NamedGroup.unnamed(group)
    named.refuse_contradictions()


def solve_group(
    group: CustomerGroup, search: GroupSearch, solver: Solver, progress: Progress
) -> GroupSolution:
    """Cluster, clean up, and price the rules.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        If no plan can keep the rules.
    Cancelled
        If cancelled before there was a plan.
    """
    rounds: list[Round] = []
    context = SearchContext(
        solver=solver,
        progress=progress.part(0.0, 0.7),
        generator=np.random.default_rng(search.seed),
        rounds=rounds,
    )
    effort = SearchEffort(search.restarts)
    if group.homes is not None:
        known = NamedGroup.as_known(group)
        named, found = clustered(known, known.start_at_homes(), effort, context)
    elif group.known:
        named, found = _named_by_customers(group, effort, context)
    else:
        named, found = clustered(NamedGroup.unnamed(group), None, effort, context)
        # Limits of single territories tell by number which is meant.
        found = found if named.ties_names_to_customers else _from_north(found)
    context = replace(context, progress=progress.part(0.7, 1.0), rounds=None)
    return replace(_solution(named, found, search, context), rounds=rounds)


def _from_north(found: Clustering) -> Clustering:
    """Number clusters without a name from north to south (then west to east)."""
    return _reordered(found, north_to_south(found.centres))


def _reordered(found: Clustering, order: IntArray) -> Clustering:
    """The same clusters in another order."""
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    return replace(found, labels=rank[found.labels], centres=found.centres[order])


def _named_by_customers(
    group: CustomerGroup, effort: SearchEffort, context: SearchContext
) -> tuple[NamedGroup, Clustering]:
    """Cluster freely, see who keeps most customers in which cluster, and go on from there."""
    whole = context.progress
    _, free = clustered(
        NamedGroup.unnamed(group),
        None,
        effort,
        context.telling(whole.part(0.0, 0.5)),
        is_draft=True,
    )
    owner = adopt_clusters(
        free.labels, group.current, group.count, len(group.known), group.preassigned
    )
    order = np.lexsort((np.arange(group.count), owner, owner < 0))
    kept = owner[order][owner[order] >= 0]
    names = [group.known[i] for i in kept]
    names += group.newcomers[: group.count - len(names)]
    number = np.full(len(group.known) + 1, -1, dtype=np.int64)
    number[kept] = np.arange(len(kept))
    named = NamedGroup.of(group, names, number[group.current], number[group.preassigned])
    free = _reordered(free, order)
    if not named.ties_names_to_customers and group.rules.max_distance is None:
        return named, free
    named.refuse_contradictions()
    return clustered(named, free.centres, effort, context.telling(whole.part(0.5, 1.0)))


def _solution(
    named: NamedGroup, found: Clustering, search: GroupSearch, context: SearchContext
) -> GroupSolution:
    """Clean up, price the rules, and put together what is known about the plan."""
    costs = _rule_costs(named, found, context) if search.price_rules else []
    labels, centres = found.labels, found.centres
    if search.smooth and not context.progress.is_cancelled():
        labels, centres = _smoothed(named, found, search.neighbours, context.progress)
        if search.price_rules:
            text = Text.of("nearest-neighbour clean-up")
            costs.append(_cost(named, text, labels, centres))
    check = check_neighbours(named.in_space, labels, search.neighbours)
    names, before = named.with_leaving()
    if search.price_rules:
        costs = _current_cost(named, before, len(names)) + costs
    return GroupSolution.of(
        named,
        labels,
        named.places(centres),
        outlier=check.outlier,
        rule_costs=costs,
        status="cancelled" if context.progress.is_cancelled() else found.status,
        gap=found.gap,
    )


def _smoothed(
    named: NamedGroup, found: Clustering, neighbours: int, progress: Progress
) -> tuple[IntArray, FloatArray]:
    """Labels and centres after outliers have moved where no rule breaks."""
    group, count = named.group, named.count
    reach = group.rules.max_distance
    never_empty = count_limit(count, np.bincount(found.labels, minlength=count) > 0)
    allowed = named.allowed
    if reach is not None:
        places = named.places(found.centres)
        near = group.customers.metric.matrix(group.customers.positions, places) <= reach
        allowed = near if allowed is None else allowed & near
    if group.together is not None:
        # Nobody leaves a block on his own.
        own = found.labels[:, None] == np.arange(count)
        stays = own | ~group.together.several[:, None]
        allowed = stays if allowed is None else allowed & stays
    result = smooth_outliers(
        named.in_space,
        found.labels,
        neighbours,
        limits=[*named.limits, never_empty],
        allowed=allowed,
        progress=progress,
    )
    if group.rules.fixed:
        return result.labels, found.centres
    problem = ClusteringProblem(named.points, count, ClusterRules())
    means = problem.means(result.labels, found.centres)
    farthest = float(named.distances(result.labels, means).max(initial=0.0))
    if reach is not None and farthest > reach:
        return result.labels, found.centres
    return result.labels, means


def _rule_costs(named: NamedGroup, found: Clustering, context: SearchContext) -> list[RuleCost]:
    """Compactness without rules and with one rule after the other; none after a cancel."""
    try:
        prices = price_of_rules(
            named.points,
            found,
            _rule_groups(named),
            fixed=named.group.rules.fixed,
            context=replace(context, names=named.messages),
        )
    except Cancelled:
        return []
    return [
        _cost(
            named,
            price.name or Text.of("no rules"),
            price.clustering.labels,
            price.clustering.centres,
        )
        for price in prices
    ]


def _rule_groups(named: NamedGroup) -> list[RuleGroup]:
    groups = []
    if named.counts:
        groups.append(RuleGroup(Text.of("number of customers"), ClusterRules(named.counts)))
    for attribute in dict.fromkeys(name for name, _ in named.sums):
        same = [limit for name, limit in named.sums if name == attribute]
        text = Text.of("sum of “{attribute}”", attribute=attribute)
        groups.append(RuleGroup(text, ClusterRules(same)))
    if named.fixed_pairs is not None:
        rules = ClusterRules(allowed=named.fixed_pairs)
        groups.append(RuleGroup(Text.of("fixed customers"), rules))
    if named.retention is not None:
        rules = ClusterRules([named.retention])
        groups.append(RuleGroup(Text.of("customers to keep"), rules))
    if named.group.together is not None:
        rules = ClusterRules(together=named.group.together)
        groups.append(RuleGroup(Text.of("customers who stay together"), rules))
    if named.group.rules.max_distance is not None:
        rules = ClusterRules(allowed=named.near_homes, max_distance=named.reach)
        groups.append(RuleGroup(Text.of("maximum distance"), rules))
    return groups


def _cost(
    named: NamedGroup,
    rule: str | Text,
    labels: IntArray,
    centres: FloatArray,
    *,
    is_current: bool = False,
) -> RuleCost:
    distance = named.distances(labels, centres)
    return RuleCost(rule, float((distance**2).sum()), float(distance.mean()), is_current)


def _current_cost(named: NamedGroup, before: IntArray, names: int) -> list[RuleCost]:
    """Compactness of the current portfolios, if everybody is in one."""
    fixed = named.group.rules.fixed
    if (before < 0).any() or (fixed and (before >= named.count).any()):
        return []
    text = Text.of("current portfolios")
    problem = ClusteringProblem(named.points, names, ClusterRules())
    centres = problem.means(before, np.zeros((names, named.points.shape[1])))
    return [_cost(named, text, before, centres, is_current=True)]
