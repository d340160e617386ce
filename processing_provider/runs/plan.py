"""territory:plan: the whole workflow for the three scenarios of territory planning."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...core.balance.result import CANCELLED
from ..common.feedback import FeedbackProgress
from ..common.fields import number_field
from ..inputs.workflow.case import WORK_FIELD, PlanCase, collect
from ..inputs.workflow.parameters import PlanParameters
from ..outputs.plans.balanced import BalancedLayers
from ..outputs.plans.counts import CountedPlans
from ..outputs.plans.figures import numbers_of, tell_workflow
from ..outputs.writing.sinks import write_layers
from ..reports.balance import BalanceReport
from ..reports.plan import plan_report
from ..reports.plan_maps import PlanMaps
from ..reports.run_reports import SheetsOfRun
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    case = collect(run)
    plans = case.plans(FeedbackProgress(run.feedback).part(0.05, 0.95))
    counted_plans = CountedPlans(
        plans, case.judging, case.ground.trips, case.names, case.counts.wished
    )
    counted_plans.tell(run.feedback)
    tell_workflow(
        counted_plans.best.solved,
        case.names(counted_plans.chosen),
        run.feedback,
        is_greenfield=case.is_greenfield,
    )
    return _write(run, case, counted_plans)


def _write(run: Run, case: PlanCase, counted_plans: CountedPlans) -> dict[str, Any]:
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
        known_colours=run.known_colours,
    )
    layers = (
        balanced.areas(PlanParameters.OUTPUT),
        balanced.territories(run, PlanParameters.TERRITORIES),
        balanced.homes(PlanParameters.REPS_OUT),
        counted_plans.layer(PlanParameters.COUNTS),
    )
    count = balanced.plan.territory_count
    results = write_layers(run, units.space.crs, layers, count)
    maps = PlanMaps(units, balanced.names.field, balanced.colours, run.context, balanced.dissolved)
    rules, all_trips = best.case.rules, ground.counts_trips
    report = BalanceReport(best.solved, units.weight_fields, rules, all_trips)
    results |= run.write_report(lambda: plan_report(counted_plans, report, maps))
    shown = balanced.names.shown
    results |= run.write_sheets(SheetsOfRun(report.stages(), units, ground.area_names, shown))
    return results | figures(counted_plans, cancelled=run.feedback.isCanceled())


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
