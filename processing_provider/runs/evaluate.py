"""territory:evaluate: figures for any plan, and why each area is where it is."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...core.balance.plan_problem import lower_bound_of_plan
from ...core.errors import name_some
from ...core.plan.enclaves import enclaves_by_territory
from ...core.plan.firmness import firmness
from ...core.plan.measures import measures_of
from ...core.plan.rules import PlanRules
from ...core.progress import SILENT, Progress
from ...core.texts import Text
from ...core.unit_factors import METRES_PER_KM
from ..common.feedback import FeedbackProgress
from ..common.fields import TerritoryNames
from ..common.texts import counted, worded
from ..inputs.judge.evaluate_case import Collected, collect
from ..inputs.judge.evaluate_parameters import EvaluateParameters
from ..outputs.judge.firmness import FirmnessTable
from ..outputs.judge.judged_territories import JudgedTerritories, Judgement
from ..outputs.looks.judge_styles import style_deviations, with_firmness
from ..outputs.looks.styles import TerritoryColours
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.sinks import write_layers
from ..reports.evaluate import evaluate_report
from ..reports.plan_maps import PlanMaps
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    collected = collect(run)
    progress = FeedbackProgress(run.feedback)
    judgement = judge(collected, progress)
    _tell(judgement, collected.names, run.feedback)
    bound = lower_bound_of_plan(judgement.plan, PlanRules(locked=collected.rules.locked))
    _tell_figures(judgement, bound, collected.names, run.feedback)
    progress.stop_if_cancelled()
    colours = TerritoryColours.of_plan(collected.names, judgement.plan)
    colours = colours.keeping(run.known_colours)
    units = collected.units
    maps = PlanMaps(units, collected.names.field, colours, run.context)
    results = _write(run, collected, judgement, maps)
    results |= run.write_report(
        lambda: evaluate_report(judgement, collected.rules, bound, units.weight_fields, maps)
    )
    return results | numbers_of(judgement, bound)


def _write(run: Run, collected: Collected, judgement: Judgement, maps: PlanMaps) -> dict[str, Any]:
    units, names, plan = collected.units, collected.names, judgement.plan
    colours = maps.colours
    areas = FirmnessTable(units, names, plan, firmness(plan, collected.rules), collected.plan_field)
    run.feedback.setProgress(85.0)
    progress = FeedbackProgress(run.feedback)
    progress.stop_if_cancelled()
    table = JudgedTerritories(units, names, judgement, run.context, maps.dissolved)
    layers = (
        OutputLayer(
            EvaluateParameters.OUTPUT,
            areas.fields,
            units.geometry_type,
            areas.features,
            lambda layer: with_firmness(layer, colours, areas.schema.names),
            0,
        ),
        OutputLayer(
            EvaluateParameters.TERRITORIES,
            table.fields,
            table.geometry_type,
            lambda: table.features(run.feedback),
            partial(style_deviations, colours),
            1,
        ),
    )
    count = plan.territory_count
    return write_layers(run, units.space.crs, layers, count, progress)


def judge(collected: Collected, progress: Progress = SILENT) -> Judgement:
    """All figures of the plan.

    Raises
    ------
    Cancelled
        The caller asked to stop.
    """
    progress.stop_if_cancelled()
    shapes = collected.shapes()
    progress.stop_if_cancelled()
    overlap = collected.overlap(shapes)
    progress.stop_if_cancelled()
    return Judgement(
        collected.plan,
        measures_of(collected.plan),
        overlap,
        collected.enclaves(),
        shapes,
        collected.judged.counts_trips,
    )


def numbers_of(judgement: Judgement, lower_bound_pct: float) -> dict[str, Any]:
    """Number outputs by id, as plain Python values; what is not known is left out."""
    plan, measures = judgement.plan, judgement.measures
    statistics, worst = measures.statistics, measures.worst_evenness
    numbers: dict[str, float] = {
        "MAX_DEVIATION_PCT": statistics.max_deviation_pct,
        "LOWER_BOUND_PCT": float(lower_bound_pct),
        "SIGMA_PCT": worst.sigma_pct,
        "CV_PCT": statistics.cv_pct,
        "GINI": worst.gini,
        "MAX_MIN_RATIO": worst.max_min_ratio,
        "MEAN_ABS_DEVIATION_PCT": worst.mean_absolute_pct,
        "OVERLAP_PCT": 100.0 * judgement.overlap.overall,
        "BORDER_LENGTH_M": statistics.border_length_m,
        "MEAN_DISTANCE_M": measures.metres.overall_mean,
        "MAX_DISTANCE_M": measures.metres.overall_longest,
        "TOTAL_DISTANCE_M": float(judgement.travelled(measures.metres).sum()),
    }
    if measures.seconds is not None:
        numbers["MEAN_TIME_S"] = measures.seconds.overall_mean
        numbers["TOTAL_TIME_S"] = float(judgement.travelled(measures.seconds).sum())
    own, _ = enclaves_by_territory(judgement.enclaves, plan.territory_count)
    counts = {
        "TERRITORY_COUNT": plan.territory_count,
        "UNASSIGNED": int(np.count_nonzero(plan.labels < 0)),
        "PARTS": int(statistics.parts.sum()),
        "ENCLAVES": int(own.sum()),
    }
    return counts | {name: value for name, value in numbers.items() if math.isfinite(value)}


def _tell(judgement: Judgement, names: TerritoryNames, feedback: QgsProcessingFeedback) -> None:
    """Say in the log what hardly anybody wants of a plan."""
    plan, measures = judgement.plan, judgement.measures
    torn = names.shown_of(np.flatnonzero(measures.statistics.parts > 1))
    if torn:
        feedback.pushWarning(
            counted(
                len(torn),
                "{count} territory is not connected: {names}.",
                "{count} territories are not connected: {names}.",
                names=name_some(torn),
            )
        )
    lost = int(measures.metres.unreachable.sum())
    if plan.homes is not None and lost:
        feedback.pushWarning(
            counted(
                lost,
                "To {count} area no trip is known from the home of its territory; it is left out "
                "of all figures of travel.",
                "To {count} areas no trip is known from the home of their territory; they are "
                "left out of all figures of travel.",
            )
        )


def _tell_figures(
    judgement: Judgement, bound_pct: float, names: TerritoryNames, feedback: QgsProcessingFeedback
) -> None:
    """Say in the log what everybody asks first: how uneven, whose, and how far people travel."""
    statistics, mean_m = judgement.measures.statistics, judgement.measures.metres.overall_mean
    if not len(names) or not math.isfinite(statistics.max_deviation_pct):
        return
    text = Text.of(
        "Worst deviation from the target: {deviation:,.1f} % ({territory}); no plan can be below "
        "{bound:,.3f} %.",
        deviation=statistics.max_deviation_pct,
        territory=names.shown_of([statistics.worst_territory])[0],
        bound=bound_pct,
    )
    feedback.pushInfo(worded(text))
    if math.isfinite(mean_m):
        text = Text.of("Mean trip: {mean:,.1f} km.", mean=mean_m / METRES_PER_KM)
        feedback.pushInfo(worded(text))
