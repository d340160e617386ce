"""territory:plan: the whole workflow for the three scenarios of territory planning."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
)

from ...core.balance.result import CANCELLED
from ..common.feedback import FeedbackProgress
from ..common.fields import number_field
from ..common.texts import tr, translatable
from ..inputs.reader import ParameterReader
from ..inputs.workflow.case import WORK_FIELD, PlanCase, collect
from ..inputs.workflow.parameters import PlanParameters
from ..outputs.plans.balanced import BalancedLayers
from ..outputs.plans.counts import CountedPlans
from ..outputs.plans.figures import number_labels, numbers_of, tell_workflow
from ..outputs.writing.sinks import write_layers
from ..reports.balance import BalanceReport
from ..reports.output import add_report_parameter
from ..reports.plan import plan_report
from ..reports.plan_maps import PlanMaps
from .base import TerritoryAlgorithm


class PlanAlgorithm(TerritoryAlgorithm):
    """Site, nearest representative, balance, re-site (paper, figure 5)."""

    NAME = "plan"
    TITLE = translatable("Plan territories")
    GROUP = translatable("Assign and balance areas")
    SUMMARY = translatable(
        "The whole workflow: homes, nearest representative, balance, new homes; for one number of "
        "territories or several."
    )
    TAGS = (
        translatable("sales territories"),
        translatable("workflow"),
        translatable("scenario"),
        translatable("how many"),
        translatable("capacity"),
        translatable("workload"),
    )
    HELP = translatable("""Plans territories from beginning to end, for the three scenarios of \
sales territory planning:

<b>Nothing is given</b> but a number of territories: homes are chosen where travel is least, every \
area goes to the nearest home, the territories are balanced, and homes are sought anew inside \
them. <b>Homes are fixed</b>: the representatives stay where they live. <b>A plan exists</b>: it \
is improved. The areas keep each step: "territory_nearest" is the nearest home, "territory" the \
balanced plan.

<b>How many territories?</b> Give a number, a minimum and a maximum, or what one representative \
can carry; then the number follows, and one less and one more are planned besides. With several \
numbers a table shows balance, travel, borders, the largest territory and costs of each, and the \
areas have a field for each, such as "territory_25". The field "territory" holds the number you \
wish, else the fewest that representatives can carry, else the cheapest, else the last that still \
saves travel.

<b>Work</b> may depend on trips: an expression such as "visits" * (45 + @trip_min) / 60 gives the \
hours in each area. The hours are balanced, found anew from the trips of that plan, balanced \
again, until they agree.

Costs add up one trip to each visited area, or all trips where a field tells their number. Where \
no cost matrix gives times, hours follow from kilometres and the speed. Everything else is as in \
“Balance territories”: connected territories, rules, criteria, and repeatable results. Cancelling \
keeps what was found.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        PlanParameters.add_to(self)
        PlanParameters.add_outputs_to(self)
        add_report_parameter(self)
        self.add_number_outputs(
            TERRITORY_COUNT=tr("Number of territories"),
            COST=tr("Costs of representatives and travel"),
            TRAVEL_KM=tr("Travel of all representatives (km)"),
            TRAVEL_H=tr("Travel of all representatives (h)"),
            LARGEST=tr("Largest territory"),
            LOAD_PCT=tr("Largest territory (% of what one representative can carry)"),
            **number_labels(),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Why the search ended")))

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        case = collect(ParameterReader(self, parameters, context, feedback))
        plans = case.plans(FeedbackProgress(feedback).part(0.05, 0.95))
        counted_plans = CountedPlans(
            plans, case.judging, case.ground.trips, case.names, case.counts.wished
        )
        counted_plans.tell(feedback)
        tell_workflow(counted_plans.best.solved, feedback, is_greenfield=case.is_greenfield)
        return self._write(parameters, context, feedback, case, counted_plans)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        case: PlanCase,
        counted_plans: CountedPlans,
    ) -> dict[str, Any]:
        best, ground = counted_plans.best, case.ground
        units, columns = ground.units, counted_plans.columns()
        if case.work is not None:
            weights = best.case.areas.weights
            units = replace(units, weights=weights)
            columns.append((number_field(WORK_FIELD), weights[:, case.work.column]))
        balanced = BalancedLayers(
            units,
            case.names(counted_plans.chosen),
            best.solved,
            ground.area_names,
            columns,
            from_new_homes=True,
            known_colours=self.known_colours,
        )
        layers = (
            balanced.areas(PlanParameters.OUTPUT),
            balanced.territories(PlanParameters.TERRITORIES, context, feedback),
            balanced.homes(PlanParameters.REPS_OUT),
            counted_plans.layer(PlanParameters.COUNTS),
        )
        count = balanced.plan.territory_count
        results = write_layers(self, parameters, context, units.space.crs, layers, count)
        maps = PlanMaps(units, balanced.names.field, balanced.colours, context)
        rules, all_trips = best.case.rules, ground.counts_trips
        report = BalanceReport(best.solved, units.weight_fields, rules, all_trips)
        results |= self.write_report(
            parameters, context, feedback, lambda: plan_report(counted_plans, report, maps)
        )
        return results | figures(counted_plans, cancelled=feedback.isCanceled())


def figures(counted_plans: CountedPlans, *, cancelled: bool) -> dict[str, Any]:
    """Number outputs by id; those that are known. Trips count from the homes after the run."""
    row, solved = counted_plans.rows[counted_plans.chosen], counted_plans.best.solved
    more = {
        "MEAN_DISTANCE_M": row.mean_trip_m,
        "MEAN_TIME_S": row.mean_trip_s,
        "COST": row.cost,
        "TRAVEL_KM": row.travel_km,
        "TRAVEL_H": row.travel_h,
        "LARGEST": row.largest,
        "LOAD_PCT": row.load_pct,
    }
    known = {name: value for name, value in more.items() if value == value}
    status = {"STATUS": CANCELLED} if cancelled else {}
    return numbers_of(solved) | known | {"TERRITORY_COUNT": counted_plans.chosen} | status
