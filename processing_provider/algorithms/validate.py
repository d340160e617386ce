"""territory:validate: the rules that a plan breaks, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..common.texts import tr, translatable
from ..inputs.judge.validate_parameters import ValidateParameters
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class ValidateAlgorithm(TerritoryAlgorithm):
    """Rule checks on any plan."""

    NAME = "validate"
    TITLE = translatable("Validate territories")
    GROUP = translatable("Judge")
    SUMMARY = translatable("Checks any plan against rules and shows where each one is broken.")
    TAGS = (
        translatable("sales territories"),
        translatable("check"),
        translatable("rules"),
        translatable("quality"),
    )
    HELP = translatable("""Checks a plan that is there already, whoever made it, and writes one \
feature for each breach of a rule: where it is, whose territory, which areas, the number, the \
limit, and a sentence. A clean plan gives no feature.

Always checked: areas without a territory, representatives without areas, territories in several \
parts, enclaves, territories without a representative and homes outside their territory (where \
representatives are given), and names that differ only by blanks or capitals or occur twice.

Checked where a limit or field is given: deviation from the target, number of areas, totals, \
distance from the home, groups that stay together, and how much changed from the current plan.

Values of the field "rule": unassigned, empty_territory, not_contiguous, enclave, split_group, \
too_few_areas, too_many_areas, total_too_small, total_too_large, deviation, change, no_home, \
home_outside, too_far, duplicate_name.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        ValidateParameters.add_to(self)
        self.add_number_outputs(ISSUE_COUNT=tr("Number of breaches"))

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.validate import carry_out

        return carry_out(run)
