"""Rule checks on a plan: one record for each breach, with the areas where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from ..arrays import FloatArray, IntArray
from ..rounding import ROUNDING
from .areas import UNASSIGNED
from .enclaves import find_enclaves
from .plan import Plan
from .rules import Limits, PlanRules
from .statistics import deviation_pct, territory_totals

_NOBODY = np.empty(0, dtype=np.int64)


class Rule(str, Enum):
    """What can be wrong with a plan; the values are written to layers."""

    UNASSIGNED = "unassigned"
    EMPTY = "empty_territory"
    NOT_CONTIGUOUS = "not_contiguous"
    ENCLAVE = "enclave"
    SPLIT_GROUP = "split_group"
    TOO_FEW_AREAS = "too_few_areas"
    TOO_MANY_AREAS = "too_many_areas"
    TOTAL_TOO_SMALL = "total_too_small"
    TOTAL_TOO_LARGE = "total_too_large"
    DEVIATION = "deviation"
    CHANGE = "change"
    NO_HOME = "no_home"
    HOME_OUTSIDE = "home_outside"
    TOO_FAR = "too_far"
    DUPLICATE_NAME = "duplicate_name"


@dataclass(frozen=True)
class Breach:
    """One breach of one rule.

    Attributes
    ----------
    rule : Rule
    territory : int
        Whose it is; ``UNASSIGNED`` where it is nobody's or everybody's.
    areas : ndarray of int
        Where it shows, ascending: the part that is cut off, the areas that are too far, …;
        for totals and deviations all areas of the territory.
    value, limit : float
        What is, and what should be, in the units of the rule (a number of areas, parts or
        names; a sum of weights; percent; metres); NaN where the rule has no number.
    criterion : int
        Which of the c criteria; -1 where the rule is about none.
    other : int
        Second territory: who surrounds an enclave, who has the home; else ``UNASSIGNED``. A
        home outside every area has neither areas nor a second territory.
    """

    rule: Rule
    territory: int
    areas: IntArray = field(default_factory=lambda: _NOBODY)
    value: float = np.nan
    limit: float = np.nan
    criterion: int = -1
    other: int = UNASSIGNED


def find_breaches(
    plan: Plan,
    rules: PlanRules | None = None,
    limits: Limits | None = None,
    perimeter_m: FloatArray | None = None,
) -> list[Breach]:
    """All breaches of a plan, in the order of :class:`Rule`; none for a clean one.

    Parameters
    ----------
    plan : Plan
        Homes are checked where it has them; change where it has a current plan.
    rules : PlanRules, optional
        Locks bind moves and are not checked.
    limits : Limits, optional
    perimeter_m : ndarray of float, shape (n,), optional
        Outline of each area in metres; None: enclaves are not looked for.
    """
    rules, limits = rules or PlanRules(), limits or Limits()
    checks = (
        _assigned(plan),
        _contiguous(plan, rules),
        _enclaves(plan, perimeter_m),
        _groups(plan, rules),
        _counts(plan, limits),
        _totals(plan, limits),
        _deviations(plan, rules),
        _change(plan, rules),
        _homes(plan),
        _distances(plan, rules),
        _names(plan),
    )
    return [breach for check in checks for breach in check]


# Not of the plan's statistics, which count trips too: a window asks after every stroke.
def _area_count(plan: Plan) -> IntArray:
    return np.bincount(plan.labels[plan.labels >= 0], minlength=plan.territory_count)


def _totals_of(plan: Plan) -> FloatArray:
    return territory_totals(plan.labels, plan.areas.weights, plan.territory_count)


def _members(plan: Plan, territory: int) -> IntArray:
    return np.flatnonzero(plan.labels == territory)


def _assigned(plan: Plan) -> Iterator[Breach]:
    loose = np.flatnonzero(plan.labels < 0)
    if len(loose):
        yield Breach(Rule.UNASSIGNED, UNASSIGNED, loose, float(len(loose)), 0.0)
    for territory in np.flatnonzero(_area_count(plan) == 0).tolist():
        yield Breach(Rule.EMPTY, territory, value=0.0, limit=1.0)


def _contiguous(plan: Plan, rules: PlanRules) -> Iterator[Breach]:
    """A record for each part of a territory but the one with most areas."""
    graph = plan.areas.graph
    if graph is None or not rules.contiguous:
        return
    count, part = graph.parts(plan.labels)
    label_of_part = np.empty(count, dtype=np.int64)
    label_of_part[part] = plan.labels
    number = np.bincount(label_of_part[label_of_part >= 0], minlength=plan.territory_count)
    for territory in np.flatnonzero(number > 1).tolist():
        members = _members(plan, territory)
        parts, first, size = np.unique(part[members], return_index=True, return_counts=True)
        for one in np.lexsort((first, -size))[1:].tolist():
            areas = members[part[members] == parts[one]]
            yield Breach(Rule.NOT_CONTIGUOUS, territory, areas, float(number[territory]), 1.0)


def _enclaves(plan: Plan, perimeter_m: FloatArray | None) -> Iterator[Breach]:
    if plan.areas.graph is None or perimeter_m is None:
        return
    for one in find_enclaves(plan.areas.graph, plan.labels, perimeter_m):
        yield Breach(
            Rule.ENCLAVE, one.territory, one.areas, float(len(one.areas)), other=one.inside
        )


def _groups(plan: Plan, rules: PlanRules) -> Iterator[Breach]:
    """A record for each group in several territories, with all its areas."""
    if rules.group is None:
        return
    grouped = np.flatnonzero(rules.group >= 0)
    order = grouped[np.argsort(rules.group[grouped], kind="stable")]
    group, label = rules.group[order], plan.labels[order]
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(order)]):
        owners = np.unique(label[start:end])
        if len(owners) > 1:
            most = owners[np.argmax([(label[start:end] == owner).sum() for owner in owners])]
            yield Breach(
                Rule.SPLIT_GROUP, int(most), np.sort(order[start:end]), float(len(owners)), 1.0
            )


def _counts(plan: Plan, limits: Limits) -> Iterator[Breach]:
    count = _area_count(plan)
    for rule, limit, broken in (
        (Rule.TOO_FEW_AREAS, limits.min_areas, count < limits.min_areas),
        (Rule.TOO_MANY_AREAS, limits.max_areas, count > limits.max_areas),
    ):
        for territory in np.flatnonzero(broken).tolist():
            areas = _members(plan, territory)
            yield Breach(rule, territory, areas, float(count[territory]), float(limit))


def _totals(plan: Plan, limits: Limits) -> Iterator[Breach]:
    totals = _totals_of(plan)
    rounding = ROUNDING * np.abs(plan.areas.weights).sum(axis=0)
    for rule, bounds, sign in (
        (Rule.TOTAL_TOO_SMALL, limits.min_totals, 1.0),
        (Rule.TOTAL_TOO_LARGE, limits.max_totals, -1.0),
    ):
        if bounds is None:
            continue
        broken = sign * (bounds - totals) > rounding
        for territory, j in zip(*(rows.tolist() for rows in np.nonzero(broken))):
            yield Breach(
                rule,
                territory,
                _members(plan, territory),
                float(totals[territory, j]),
                float(bounds[j]),
                j,
            )


def _deviations(plan: Plan, rules: PlanRules) -> Iterator[Breach]:
    limit = rules.max_deviation_pct
    if not np.isfinite(limit):
        return
    deviation = deviation_pct(_totals_of(plan), plan.targets)
    broken = np.abs(deviation) > limit + ROUNDING
    for territory, j in zip(*(rows.tolist() for rows in np.nonzero(broken))):
        value = float(deviation[territory, j])
        yield Breach(Rule.DEVIATION, territory, _members(plan, territory), value, limit, j)


def _change(plan: Plan, rules: PlanRules) -> Iterator[Breach]:
    share = plan.changed_share
    if share is not None and share > rules.max_change + ROUNDING:
        areas = np.flatnonzero(plan.changed)
        yield Breach(Rule.CHANGE, UNASSIGNED, areas, 100.0 * share, 100.0 * rules.max_change)


def _homes(plan: Plan) -> Iterator[Breach]:
    if plan.homes is None:
        return
    for territory in np.flatnonzero(~plan.homes.exists).tolist():
        yield Breach(Rule.NO_HOME, territory, _members(plan, territory))
    if plan.areas.graph is not None:  # customers do not fill the ground
        for territory in np.flatnonzero(plan.homes.exists & (plan.homes.area < 0)).tolist():
            yield Breach(Rule.HOME_OUTSIDE, territory)
    for territory in plan.homes_outside().tolist():
        area = int(plan.homes.area[territory])
        owner = int(plan.labels[area])
        yield Breach(Rule.HOME_OUTSIDE, territory, np.array([area]), other=owner)


def _distances(plan: Plan, rules: PlanRules) -> Iterator[Breach]:
    """A record for each territory with trips that are too long or impossible."""
    if not np.isfinite(rules.max_trip_m):
        return
    served = (plan.labels >= 0) & ~(plan.trip_m <= rules.max_trip_m)
    if plan.homes is not None:
        served &= plan.homes.exists[plan.labels]  # without a home is a breach of its own
    for territory in np.unique(plan.labels[served]).tolist():
        areas = np.flatnonzero(served & (plan.labels == territory))
        trips = np.where(np.isnan(plan.trip_m[areas]), np.inf, plan.trip_m[areas])
        yield Breach(Rule.TOO_FAR, territory, areas, float(trips.max()), rules.max_trip_m)


def _names(plan: Plan) -> Iterator[Breach]:
    """A record for each further territory whose name is taken but for blanks and capitals."""
    rows: dict[str, list[int]] = {}
    for territory, name in enumerate(plan.names):
        rows.setdefault(str(name).strip().casefold(), []).append(territory)
    for same in rows.values():
        for territory in same[1:]:
            yield Breach(
                Rule.DUPLICATE_NAME,
                territory,
                _members(plan, territory),
                float(len(same)),
                1.0,
                other=same[0],
            )


def repeated_homes(homes: list[tuple[int, int]]) -> list[Breach]:
    """A breach for each further representative under one name.

    Parameters
    ----------
    homes : list of tuple
        Territory, and the area in which that one lives (-1 for none).
    """
    count: dict[int, int] = {}
    for territory, _ in homes:
        count[territory] = count.get(territory, 1) + 1
    return [
        Breach(
            Rule.DUPLICATE_NAME,
            territory,
            np.array([area] if area >= 0 else [], dtype=np.int64),
            float(count[territory]),
            1.0,
            other=territory,
        )
        for territory, area in homes
    ]


def breaches_in_order(breaches: list[Breach]) -> list[Breach]:
    """By rule, those of one rule as they come."""
    order = {rule: number for number, rule in enumerate(Rule)}
    return sorted(breaches, key=lambda breach: order[breach.rule])
