"""The report of territory:balance: before and after, territories, rules, convergence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...core.balance.convergence import CONVERGENCE_COLUMNS
from ...core.balance.result import BalanceResult
from ...core.balance.solved import Solved
from ...core.plan.plan import Plan
from ...core.plan.rule_table import CheckedRule, checked_rules
from ...core.plan.rules import PlanRules
from ...core.plan.stages import AFTER, BEFORE, Stages
from ...core.texts import Text
from ..common.statuses import status_in_words
from ..common.texts import tr, worded
from .charts import Chart, progress_over_time
from .lead import lead_sentences
from .numbers import kilometres, minutes, number, share
from .page import Report, Section
from .plan_maps import PlanMaps
from .plan_sections import PlanSections, rules_section


@dataclass(frozen=True)
class BalanceReport:
    """Makes the report of one run.

    Attributes
    ----------
    solved : Solved
    fields : sequence of str
        What was balanced.
    rules : PlanRules
        What was asked of the plan.
    all_trips : bool
        Whether it is known how often areas are visited.
    """

    solved: Solved
    fields: Sequence[str]
    rules: PlanRules
    all_trips: bool = False

    def stages(self) -> Stages:
        """Before, after, and after re-siting where anybody lives anywhere."""
        resited = self.solved.resited
        best = resited.best if resited.has_people else None
        return Stages(resited.after, resited.before, best, self.all_trips)

    def report(self, maps: PlanMaps) -> Report:
        """Compose it."""
        solved, stages = self.solved, self.stages()
        plan, result = solved.resited.after, solved.result
        before_title = (
            tr("current plan") if plan.current is not None else tr("nearest representative")
        )
        shown = maps.colours.shown
        sections = PlanSections(stages, self.fields, before_title, shown)
        report = Report(
            title=tr("Balanced territories"),
            subtitle=tr("{areas} areas, {territories} territories").format(
                areas=number(len(plan.areas)), territories=plan.territory_count
            ),
            lead=lead_sentences(stages),
            notes=[worded(text) for text in result.messages],
        )
        _add_figures(report, solved)
        titles = {BEFORE: tr("Before: {plan}").format(plan=before_title), AFTER: tr("New plan")}
        report.maps = maps.of_stages(stages, titles)
        report.sections = [
            sections.measures(),
            rules_section(self._checked(plan), list(map(shown, plan.names))),
            *sections.deviations(),
            convergence_section(result),
            *sections.shares(),
            sections.travel(),
            *sections.handover(),
        ]
        return report

    def _checked(self, plan: Plan) -> list[CheckedRule]:
        return checked_rules(plan, self.rules)


def _add_figures(report: Report, solved: Solved) -> None:
    resited = solved.resited
    plan, statistics = resited.after, resited.after.statistics
    report.add_figure(tr("worst deviation from target"), share(statistics.max_deviation_pct, 3))
    report.add_figure(tr("no plan can be below"), share(solved.result.lower_bound_pct, 3))
    report.add_figure(tr("standard deviation of the totals"), share(statistics.cv_pct, 3))
    where = tr("mean trip from the homes") if resited.has_people else tr("mean trip")
    report.add_figure(where, kilometres(statistics.overall_mean_distance_m))
    if solved.travel_bound_m is not None:
        report.add_figure(
            tr("no plan this balanced can be below"), kilometres(solved.travel_bound_m)
        )
    if plan.overall_mean_trip_s is not None:
        report.add_figure(tr("mean trip in time"), minutes(plan.overall_mean_trip_s))
    report.add_figure(tr("borders between territories"), kilometres(statistics.border_length_m, 0))
    if plan.changed_share is not None:
        report.add_figure(tr("weight that changed territory"), share(100.0 * plan.changed_share, 1))
    if solved.change is not None:
        report.add_figure(tr("must change at least"), share(100.0 * solved.change.least, 1))


def convergence_section(result: BalanceResult) -> Section:
    """σ and worst deviation by seconds of search (thesis, figure 5.8)."""
    rows = result.convergence
    text = worded(
        Text.of(
            "{generations} generations in {seconds:.1f} s; the search ended with status "
            "“{status}”.",
            generations=result.generations,
            seconds=result.seconds,
            status=status_in_words(result.status),
        )
    )
    return Section(tr("Convergence"), text=text, chart=convergence_chart(rows))


def convergence_chart(rows: Sequence[tuple[float, ...]]) -> Chart | None:
    """The chart alone; None without rows."""
    if not rows:
        return None
    table = {name: [row[index] for row in rows] for index, name in enumerate(CONVERGENCE_COLUMNS)}
    return progress_over_time(
        table["seconds"],
        {
            tr("standard deviation σ (%)"): table["sigma_pct"],
            tr("worst deviation (%)"): table["deviation_pct"],
        },
    )
