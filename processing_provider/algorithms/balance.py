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

from ...core.balance.case import BalanceCase
from ...core.balance.search import balance
from ...core.balance.settings import CONVERGENCE_COLUMNS, BalanceResult
from ...core.balance.solved import Solved
from ...core.plan.plan import Plan
from ...core.plan.resiting import Resited
from ...core.progress import Cancelled
from ..feedback import FeedbackProgress
from ..inputs.balance_case import Collected, collect
from ..inputs.balance_parameters import BalanceParameters
from ..outputs.balance_figures import numbers_of, tell
from ..outputs.fields import AssignmentSchema, assigned_features, table_feature, table_fields
from ..outputs.homes import HomesTable
from ..outputs.sinks import OutputLayer, write_layers
from ..outputs.styles import TerritoryColours
from ..outputs.territories import TerritoryTable
from ..outputs.trip_fields import mean_columns, number_fields, trip_columns
from ..reports.balance import BalanceReport
from ..reports.output import add_report_parameter
from ..reports.plan_maps import PlanMaps
from ..texts import tr, translatable, worded
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
        self.add_number_outputs(
            MAX_DEVIATION_PCT=tr("Worst deviation from the target (%)"),
            CV_PCT=tr("Coefficient of variation of the totals (%)"),
            LOWER_BOUND_PCT=tr("No plan can have a smaller worst deviation (%)"),
            MEAN_DISTANCE_M=tr("Mean trip from the current homes, else from the centres (m)"),
            MEAN_TIME_S=tr("Mean trip from the current homes (s)"),
            RESITED_MEAN_DISTANCE_M=tr("Mean trip from the best home in each territory (m)"),
            RESITED_MEAN_TIME_S=tr("Mean trip from the best home in each territory (s)"),
            MEAN_DISTANCE_BOUND_M=tr("No plan this balanced can have a shorter mean trip (m)"),
            BORDER_LENGTH_M=tr("Length of the borders between territories (m)"),
            CHANGED_PCT=tr("Weight that changed its territory in the current plan (%)"),
            HOMES_OUTSIDE=tr("Homes outside their territory"),
            GENERATIONS=tr("Generations"),
            SECONDS=tr("Duration of the search (s)"),
            PARTS=tr("Contiguous parts over all territories"),
            START_MAX_DEVIATION_PCT=tr("Worst deviation of the start (%)"),
            START_CV_PCT=tr("Coefficient of variation of the start (%)"),
            START_MEAN_DISTANCE_M=tr(
                "Mean trip before, from the current homes, else the centres (m)"
            ),
            START_MEAN_TIME_S=tr("Mean trip before, from the current homes (s)"),
            START_BORDER_LENGTH_M=tr("Length of the borders of the start (m)"),
            START_PARTS=tr("Contiguous parts of the start"),
        )
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
        result = balance(
            case.problem,
            collected.settings,
            checked=checked,
            progress=FeedbackProgress(feedback).part(0.05, 0.9),
        )
        resited = resited_by(collected, case.plan(result.labels))
        bound = travel_bound(case, resited.after, feedback)
        tell(resited, result, feedback)
        return self._write(parameters, context, feedback, collected, Solved(resited, result, bound))

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        collected: Collected,
        solved: Solved,
    ) -> dict[str, Any]:
        resited, plan = solved.resited, solved.resited.after
        units, names, case = collected.units, collected.names, collected.case
        homes = HomesTable(units, names, resited, collected.area_names)
        before = resited.before if resited.has_people else None
        trips = trip_columns(plan, before)
        schema = AssignmentSchema.create(units.fields, names.field, number_fields(trips))
        table = TerritoryTable(units, names, context, mean_columns(plan, before))
        convergence_fields = table_fields(
            **{name: int if name == "generation" else float for name in CONVERGENCE_COLUMNS}
        )
        colours = TerritoryColours.create(names, plan.labels, case.areas.graph)
        layers = (
            OutputLayer(
                BalanceParameters.OUTPUT,
                schema.fields,
                units.geometry_type,
                lambda: assigned_features(units, schema, names, plan.labels, list(trips.values())),
                colours.areas,
                0,
            ),
            OutputLayer(
                BalanceParameters.TERRITORIES,
                table.fields,
                table.geometry_type,
                lambda: table.features(plan.labels, plan.statistics, feedback),
                colours.territories,
                1,
            ),
            OutputLayer(
                BalanceParameters.REPS_OUT,
                homes.fields,
                Qgis.WkbType.Point,
                homes.features,
                colours.representatives,
                2,
            ),
            OutputLayer(
                BalanceParameters.CONVERGENCE,
                convergence_fields,
                Qgis.WkbType.NoGeometry,
                lambda: _rows(convergence_fields, solved.result),
                None,
                0,
            ),
        )
        results = write_layers(self, parameters, context, units.space.crs, layers)
        maps = PlanMaps(units, names.field, colours, context)
        report = BalanceReport(solved, units.weight_fields, case.rules, collected.counts_trips)
        results |= self.write_report(parameters, context, feedback, lambda: report.report(maps))
        return results | numbers_of(solved)


def travel_bound(case: BalanceCase, plan: Plan, feedback: QgsProcessingFeedback) -> float | None:
    """Mean trip that no plan this balanced can be below; None where it is not known."""
    if feedback.isCanceled():
        return None
    try:
        return case.travel_bound_m(plan, FeedbackProgress(feedback).part(0.9, 0.95))
    except Cancelled:  # the plan is there, and is handed back
        return None


def resited_by(collected: Collected, plan: Plan) -> Resited:
    """The plan from the current homes, and from the best one in each territory."""
    start, trips = collected.case.start, collected.trips
    # A matrix with rows from the current homes alone knows no others.
    known = trips.table is None or start.stays is None or trips.knows_more_than(start.names)
    resited = Resited.of(plan, collected.case.first_plan, trips if known else None, start.stays)
    return resited.with_lines_for_gaps()


def _rows(fields: QgsFields, result: BalanceResult) -> list[QgsFeature]:
    return [table_feature(fields, row) for row in result.convergence]
