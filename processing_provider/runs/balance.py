"""territory:balance: genetic balancing of areas under contiguity."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsFeature, QgsFields

from ...core.balance.convergence import CONVERGENCE_COLUMNS
from ...core.balance.result import BalanceResult
from ...core.balance.solve import solve
from ...core.balance.solved import Solved
from ..common.feedback import FeedbackProgress
from ..common.texts import counted, tr, worded
from ..inputs.balance.case import Collected, collect
from ..inputs.balance.parameters import BalanceParameters
from ..outputs.plans.balanced import BalancedLayers
from ..outputs.plans.figures import numbers_of, tell, tell_change
from ..outputs.writing.fields import table_feature, table_fields
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.sinks import write_layers
from ..reports.balance import BalanceReport
from ..reports.plan_maps import PlanMaps
from ..reports.run_reports import SheetsOfRun
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    collected = collect(run)
    case = collected.case
    checked = case.check()
    for warning in checked.warnings:
        run.feedback.pushWarning(worded(warning))
    run.feedback.pushInfo(
        tr("Searching: {areas} areas, {territories} territories.").format(
            areas=len(case.areas), territories=case.start.territory_count
        )
    )
    solved = solve(
        case,
        collected.trips,
        collected.settings,
        checked=checked,
        progress=FeedbackProgress(run.feedback).part(0.05, 0.95),
    )
    sizes = solved.result.island_sizes
    run.feedback.pushInfo(
        counted(
            len(sizes),
            "Population: {plans} plans on {count} island.",
            "Population: {plans} plans on {count} islands.",
            plans=sum(sizes),
        )
    )
    tell(solved, collected.names, run.feedback)
    tell_change(solved, run.feedback)
    return _write(run, collected, solved)


def _write(run: Run, collected: Collected, solved: Solved) -> dict[str, Any]:
    units = collected.units
    balanced = BalancedLayers(
        units, collected.names, solved, collected.area_names, known_colours=run.known_colours
    )
    convergence_fields = table_fields(
        **{name: int if name == "generation" else float for name in CONVERGENCE_COLUMNS}
    )
    layers = (
        balanced.areas(BalanceParameters.OUTPUT),
        balanced.territories(run, BalanceParameters.TERRITORIES),
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
    results = write_layers(run, units.space.crs, layers, count)
    maps = PlanMaps(units, collected.names.field, balanced.colours, run.context, balanced.dissolved)
    rules, all_trips = collected.case.rules, collected.counts_trips
    report = BalanceReport(solved, units.weight_fields, rules, all_trips)
    results |= run.write_report(lambda: report.report(maps))
    shown = collected.names.shown
    sheets = SheetsOfRun(report.stages(), units, collected.area_names, shown)
    results |= run.write_sheets(sheets)
    return results | numbers_of(solved)


def _rows(fields: QgsFields, result: BalanceResult) -> list[QgsFeature]:
    return [table_feature(fields, row) for row in result.convergence]
