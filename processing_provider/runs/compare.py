"""territory:compare: two plans side by side, what changes hands and what that does."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from qgis.core import Qgis, QgsProcessingFeedback

from ...core.plan.compare import Comparison
from ...core.plan.measures import Measures
from ...core.plan.people import travel_totals, under_common_names
from ...core.plan.stages import Stages
from ..common.feedback import FeedbackProgress
from ..common.texts import counted
from ..inputs.judge.compare_case import Collected, collect
from ..inputs.judge.compare_parameters import CompareParameters
from ..outputs.judge.handover import Handover
from ..outputs.looks.judge_styles import style_exchange
from ..outputs.looks.styles import TerritoryColours
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.sinks import write_layers
from ..reports.compare import compare_report
from ..reports.plan_maps import PlanMaps
from ..reports.run_reports import SheetsOfRun
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    collected = collect(run)
    progress = FeedbackProgress(run.feedback)
    progress.stop_if_cancelled()
    judged, names = collected.judged, collected.names
    stages = Stages(collected.after, collected.before, collected.resited, judged.counts_trips)
    handover = Handover(judged.units, names, stages)
    colours = TerritoryColours.of_plan(names, under_common_names(stages.after, names.values))
    colours = colours.keeping(run.known_colours)
    results = _write(run, handover, colours)
    maps = PlanMaps(judged.units, names.field, colours, run.context)
    fields = judged.units.weight_fields
    results |= run.write_report(lambda: compare_report(stages, fields, collected.prices, maps))
    sheets = SheetsOfRun(stages, judged.units, collected.area_names, names.shown)
    results |= run.write_sheets(sheets)
    if collected.before.homes is not None:
        _tell_unknown_trips(handover.comparison, run.feedback)
    return results | numbers_of(collected, handover)


def _tell_unknown_trips(comparison: Comparison, feedback: QgsProcessingFeedback) -> None:
    stages = (comparison.before, comparison.after, comparison.resited)
    lost = max(int(one.metres.unreachable.sum()) for one in stages if one is not None)
    if lost:
        feedback.pushWarning(
            counted(
                lost,
                "To {count} area no trip is known from the home of its territory, before or after; "
                "it is left out of the travel there, and no saving is given.",
                "To {count} areas no trip is known from the home of their territory, before or "
                "after; they are left out of the travel there, and no saving is given.",
            )
        )


def _write(run: Run, handover: Handover, colours: TerritoryColours) -> dict[str, Any]:
    no_geometry = Qgis.WkbType.NoGeometry
    layers = (
        OutputLayer(
            CompareParameters.OUTPUT,
            handover.area_fields,
            handover.units.geometry_type,
            handover.areas,
            style_exchange(colours),
            2,
        ),
        OutputLayer(
            CompareParameters.HANDOVER,
            handover.people_fields,
            no_geometry,
            handover.people_table,
            None,
            1,
        ),
        OutputLayer(
            CompareParameters.MATRIX,
            handover.matrix_fields,
            no_geometry,
            handover.matrix_table,
            None,
            0,
        ),
    )
    count, crs = handover.after.territory_count, handover.units.space.crs
    return write_layers(run, crs, layers, count, FeedbackProgress(run.feedback))


def numbers_of(collected: Collected, handover: Handover) -> dict[str, Any]:
    """Number outputs by id, as plain Python values; what is not known is left out."""
    comparison = handover.comparison
    numbers: dict[str, float] = {
        "CHANGED_PCT": 100.0 * comparison.changed_share,
        "SAVING": comparison.saving(collected.prices, all_visits=handover.stages.all_trips),
    }
    for when, measures in (("BEFORE", comparison.before), ("AFTER", comparison.after)):
        numbers |= _evenness(when, measures) | _travel(when, measures, handover.stages.all_trips)
    if comparison.resited is not None:
        numbers |= _travel("RESITED", comparison.resited, handover.stages.all_trips)
    counts = {
        "CHANGED_COUNT": int(np.count_nonzero(comparison.changes_hands)),
        "NEW_COUNT": int(np.count_nonzero(comparison.newly_assigned)),
        "UNMATCHED_COUNT": collected.unmatched,
        "BEFORE_PARTS": int(comparison.before.statistics.parts.sum()),
        "AFTER_PARTS": int(comparison.after.statistics.parts.sum()),
    }
    return counts | {name: float(value) for name, value in numbers.items() if math.isfinite(value)}


def _evenness(when: str, measures: Measures) -> dict[str, float]:
    statistics = measures.statistics
    return {
        f"{when}_MAX_DEVIATION_PCT": statistics.max_deviation_pct,
        f"{when}_SIGMA_PCT": measures.worst_evenness.sigma_pct,
        f"{when}_CV_PCT": statistics.cv_pct,
        f"{when}_BORDER_LENGTH_M": statistics.border_length_m,
    }


def _travel(when: str, measures: Measures, all_trips: bool) -> dict[str, float]:
    km, hours = travel_totals(measures, all_trips=all_trips)
    numbers = {f"{when}_MEAN_DISTANCE_M": measures.metres.overall_mean, f"{when}_TRAVEL_KM": km}
    if measures.seconds is not None:
        numbers[f"{when}_MEAN_TIME_S"] = measures.seconds.overall_mean
        numbers[f"{when}_TRAVEL_H"] = hours
    return numbers
