"""Rules in words, as what is wanted."""

from __future__ import annotations

from ...core.plan.validate import Rule
from ..common.texts import tr


def rule_title(rule: Rule) -> str:
    """What a rule asks of a plan; limits that go with it have their unit here."""
    return {
        Rule.UNASSIGNED: tr("Every area has a territory"),
        Rule.EMPTY: tr("Every territory has areas"),
        Rule.NOT_CONTIGUOUS: tr("Territories are connected"),
        Rule.ENCLAVE: tr("No part of a territory lies inside another"),
        Rule.SPLIT_GROUP: tr("Areas that belong together are in one territory"),
        Rule.TOO_FEW_AREAS: tr("Minimum number of areas per territory"),
        Rule.TOO_MANY_AREAS: tr("Maximum number of areas per territory"),
        Rule.TOTAL_TOO_SMALL: tr("Minimum total per territory"),
        Rule.TOTAL_TOO_LARGE: tr("Maximum total per territory"),
        Rule.DEVIATION: tr("Maximum deviation from the target (%)"),
        Rule.CHANGE: tr("Maximum change (% of the weight)"),
        Rule.NO_HOME: tr("Every territory has a representative"),
        Rule.HOME_OUTSIDE: tr("Representatives live in their own territories"),
        Rule.TOO_FAR: tr("Maximum distance from home to area (m)"),
        Rule.DUPLICATE_NAME: tr("Territories have different names"),
    }[rule]
