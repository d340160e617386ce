"""territory:balance: genetic balancing of areas under contiguity."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
)

from ...core.balance.convergence import CONVERGENCE_COLUMNS
from ...core.balance.result import BalanceResult
from ...core.balance.solve import solve
from ...core.balance.solved import Solved
from ..common.feedback import FeedbackProgress
from ..common.texts import tr, translatable, worded
from ..inputs.balance.case import Collected, collect
from ..inputs.balance.parameters import BalanceParameters
from ..outputs.plans.balanced import BalancedLayers
from ..outputs.plans.figures import number_labels, numbers_of, tell, tell_change
from ..outputs.writing.fields import table_feature, table_fields
from ..outputs.writing.sinks import OutputLayer, write_layers
from ..reports.balance import BalanceReport
from ..reports.output import add_report_parameter, add_sheets_parameter
from ..reports.plan_maps import PlanMaps
from ..reports.run_reports import SheetsOfRun
from .base import TerritoryAlgorithm


class BalanceAlgorithm(TerritoryAlgorithm):
    """Genetic balancing of territories (thesis, algorithms 3 to 11)."""

    NAME = "balance"
    TITLE = translatable("Balance territories")
    GROUP = translatable("Assign and balance areas")
    SUMMARY = translatable("Divides areas into connected, compact territories with equal totals.")
    TAGS = (
        translatable("sales territories"),
        translatable("districting"),
        translatable("redistricting"),
        translatable("zoning"),
        translatable("genetic"),
        translatable("regions"),
    )
    HELP = translatable("""Divides areas into territories whose totals are equal (or in proportion \
to given shares), each one connected piece, with short travel and short borders.

Start from one of: the current plan, which is improved (start 1); representatives (start 2); or \
a bare number of territories (start 3). Starts 1 and 2 go together: the representatives are the \
people of the current plan; areas of one who left go to the others, one who joined gets a \
territory around the home, and as little else as possible moves. Starts 2 and 3 go together: \
there are new territories besides those of the representatives. Totals are those of the fields \
and expressions to balance; without any, every area counts 1.

Representatives stay where they live, each in his or her own territory, unless you say otherwise \
for all or for some of them. Where homes may move, territories go to those who travel least in \
them. Trips before (in the current plan, or to the nearest representative) and after are told \
from the current homes, and besides from the best home in each new territory; in time, too, \
where the cost matrix has times.

A genetic search keeps a population of plans, recombines connected pieces of two plans, and \
moves areas along borders from rich to poor territories. Contiguity, locks, groups and the \
limits on deviation and change are never broken. What contradicts itself is refused before the \
search, with the numbers.

With a cost matrix between areas and no representatives, homes come from the matrix: the best \
one in each territory of a plan, or the best for a number of territories.

The four weights say what matters: balance, travel (from the representatives who stay or by a \
cost matrix, else from the weighted centre of the territory), compactness (length of borders) and \
stability (weight that keeps its territory).

Results are repeatable: the same random seed gives the same plan. The worst deviation is that of \
the territory farthest from its target; next to it stands the value below which no plan can \
come. Cancelling keeps the best plan found so far.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        BalanceParameters.add_to(self)
        BalanceParameters.add_outputs_to(self)
        add_report_parameter(self)
        add_sheets_parameter(self)
        self.add_number_outputs(**number_labels())
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Why the search ended")))

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        collected = collect(self, parameters, context, feedback)
        case = collected.case
        checked = case.check()
        for warning in checked.warnings:
            feedback.pushWarning(worded(warning))
        feedback.pushInfo(
            tr("Searching: {areas} areas, {territories} territories.").format(
                areas=len(case.areas), territories=case.start.territory_count
            )
        )
        solved = solve(
            case,
            collected.trips,
            collected.settings,
            checked=checked,
            progress=FeedbackProgress(feedback).part(0.05, 0.95),
        )
        tell(solved, feedback)
        plan = solved.resited.after
        tell_change(plan, case.current_totals(plan), feedback)
        return self._write(parameters, context, feedback, collected, solved)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        collected: Collected,
        solved: Solved,
    ) -> dict[str, Any]:
        units = collected.units
        balanced = BalancedLayers(
            units,
            collected.names,
            solved,
            collected.area_names,
            known_colours=self.known_colours,
        )
        convergence_fields = table_fields(
            **{name: int if name == "generation" else float for name in CONVERGENCE_COLUMNS}
        )
        layers = (
            balanced.areas(BalanceParameters.OUTPUT),
            balanced.territories(BalanceParameters.TERRITORIES, context, feedback),
            balanced.homes(BalanceParameters.REPS_OUT),
            OutputLayer(
                BalanceParameters.CONVERGENCE,
                convergence_fields,
                Qgis.WkbType.NoGeometry,
                lambda: _rows(convergence_fields, solved.result),
                None,
                0,
            ),
        )
        count = balanced.plan.territory_count
        results = write_layers(self, parameters, context, units.space.crs, layers, count)
        maps = PlanMaps(units, collected.names.field, balanced.colours, context)
        rules, all_trips = collected.case.rules, collected.counts_trips
        report = BalanceReport(solved, units.weight_fields, rules, all_trips)
        results |= self.write_report(parameters, context, feedback, lambda: report.report(maps))
        shown = collected.names.shown
        run = SheetsOfRun(report.stages(), units, context, feedback, collected.area_names, shown)
        results |= self.write_sheets(parameters, run)
        return results | numbers_of(solved)


def _rows(fields: QgsFields, result: BalanceResult) -> list[QgsFeature]:
    return [table_feature(fields, row) for row in result.convergence]
