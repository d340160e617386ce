"""Rules and limits of a plan as a table: what is asked, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from .plan import Plan
from .rules import Limits, PlanRules
from .validate import Breach, Rule, find_breaches


@dataclass(frozen=True)
class CheckedRule:
    """One rule that was asked for.

    Attributes
    ----------
    rule : Rule
    limit : float
        NaN where the rule has no number.
    breaches : tuple of Breach
        Empty where the rule holds.
    """

    rule: Rule
    limit: float
    breaches: tuple[Breach, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing breaks it."""
        return not self.breaches


def checked_rules(
    plan: Plan,
    rules: PlanRules | None = None,
    limits: Limits | None = None,
    perimeter_m: FloatArray | None = None,
) -> list[CheckedRule]:
    """All rules that were asked for, in the order of :class:`Rule`.

    What is always wanted of a plan is among them; limits are where they bind somebody.
    Parameters are those of :func:`find_breaches`.
    """
    rules, limits = rules or PlanRules(), limits or Limits()
    found = find_breaches(plan, rules, limits, perimeter_m)
    asked = _asked(plan, rules, limits, perimeter_m)
    asked |= {breach.rule: breach.limit for breach in found if breach.rule not in asked}
    return [
        CheckedRule(rule, asked[rule], tuple(one for one in found if one.rule is rule))
        for rule in Rule
        if rule in asked
    ]


def _asked(
    plan: Plan, rules: PlanRules, limits: Limits, perimeter_m: FloatArray | None
) -> dict[Rule, float]:
    """Rules that were asked for, with their limits; NaN for none."""
    none = float("nan")
    asked: dict[Rule, float] = {Rule.UNASSIGNED: none, Rule.EMPTY: none}
    if plan.areas.graph is not None and rules.contiguous:
        asked[Rule.NOT_CONTIGUOUS] = none
    if plan.areas.graph is not None and perimeter_m is not None:
        asked[Rule.ENCLAVE] = none
    if rules.group is not None and (np.bincount(rules.group[rules.group >= 0]) > 1).any():
        asked[Rule.SPLIT_GROUP] = none
    if limits.min_areas > 0.0:
        asked[Rule.TOO_FEW_AREAS] = float(limits.min_areas)
    if np.isfinite(limits.max_areas):
        asked[Rule.TOO_MANY_AREAS] = float(limits.max_areas)
    if limits.min_totals is not None:
        asked[Rule.TOTAL_TOO_SMALL] = float(np.max(limits.min_totals))
    if limits.max_totals is not None:
        asked[Rule.TOTAL_TOO_LARGE] = float(np.min(limits.max_totals))
    if np.isfinite(rules.max_deviation_pct):
        asked[Rule.DEVIATION] = float(rules.max_deviation_pct)
    if plan.current is not None and rules.max_change < 1.0:
        asked[Rule.CHANGE] = 100.0 * rules.max_change
    if plan.homes is not None:
        asked |= {Rule.NO_HOME: none, Rule.HOME_OUTSIDE: none}
    if np.isfinite(rules.max_trip_m):
        asked[Rule.TOO_FAR] = float(rules.max_trip_m)
    return asked
