"""territory:evaluate: figures for any plan, and why each area is where it is."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...core.balance.plan_problem import lower_bound_of_plan
from ...core.errors import name_some
from ...core.plan.enclaves import enclaves_by_territory
from ...core.plan.firmness import firmness
from ...core.plan.measures import measures_of
from ...core.plan.rules import PlanRules
from ..common.texts import counted, tr, translatable
from ..inputs.judge.evaluate_case import Collected, EvaluateParameters, collect
from ..outputs.judge.firmness import FirmnessTable
from ..outputs.judge.judged_territories import JudgedTerritories, Judgement
from ..outputs.looks.judge_styles import style_deviations, with_firmness
from ..outputs.looks.styles import TerritoryColours
from ..outputs.writing.sinks import OutputLayer, write_layers
from ..reports.evaluate import evaluate_report
from ..reports.output import add_report_parameter
from ..reports.plan_maps import PlanMaps
from .base import TerritoryAlgorithm


class EvaluateAlgorithm(TerritoryAlgorithm):
    """Figures of a plan, whoever made it."""

    NAME = "evaluate"
    TITLE = translatable("Evaluate territories")
    GROUP = translatable("Judge")
    SUMMARY = translatable("Numbers for any plan, and for each area why it is where it is.")
    TAGS = (
        translatable("sales territories"),
        translatable("statistics"),
        translatable("compactness"),
        translatable("quality"),
    )
    HELP = translatable("""Judges a plan that is there already: made by this plugin, drawn by hand \
or imported. Nothing is moved; what is wrong is counted, not refused.

Each territory gets its totals, target and deviation, connected parts, enclaves (own parts inside \
another territory) and holes (parts of others inside it), travel, and three measures of \
compactness, each 1 for a disc: Polsby–Popper (outline; field "compactness"), Reock (smallest \
circle around it) and moment of inertia (how near its ground lies to its middle).

Each area gets its second-best territory: the one that it touches (customers: one of the three \
nearest homes) to which it would go if it had to. Next to it stand the change of the plan's worst \
deviation and of its own territory's (percentage points), of one trip to it and of the border \
(metres), and the rule that forbids the move if one does. "firmness" grades the areas from firm \
to loose; the layer has a style for it.

Overlap tells how messy the map is: the share of the ground in the convex hulls of all \
territories that belongs to somebody else. An exclave far away counts for much, as whoever serves \
it crosses the ground of others. For customers it is the share of the five nearest neighbours \
that belong to somebody else.

Travel counts from the homes of the representatives, in a straight line or by the cost matrix; \
without representatives from the weighted centres. Sums add up one trip to each area that has \
weight, or all trips where their number is given.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        EvaluateParameters.add_to(self)
        add_report_parameter(self)
        self.add_number_outputs(
            TERRITORY_COUNT=tr("Territories"),
            UNASSIGNED=tr("Areas without a territory"),
            MAX_DEVIATION_PCT=tr("Worst deviation from the target (%)"),
            LOWER_BOUND_PCT=tr("No plan can have a smaller worst deviation (%)"),
            SIGMA_PCT=tr("Standard deviation from the target (% of the mean target)"),
            CV_PCT=tr("Coefficient of variation of the totals (%)"),
            GINI=tr("Gini coefficient of the totals (0 to 1)"),
            MAX_MIN_RATIO=tr("Largest over smallest total"),
            MEAN_ABS_DEVIATION_PCT=tr("Mean absolute deviation from the target (%)"),
            PARTS=tr("Contiguous parts over all territories"),
            ENCLAVES=tr("Parts of territories inside others"),
            OVERLAP_PCT=tr("Overlap of the territories (%)"),
            BORDER_LENGTH_M=tr("Length of the borders between territories (m)"),
            MEAN_DISTANCE_M=tr("Mean distance to the home or centre (m)"),
            MAX_DISTANCE_M=tr("Longest distance to the home or centre (m)"),
            TOTAL_DISTANCE_M=tr("Total travel (m)"),
            MEAN_TIME_S=tr("Mean travel time (seconds)"),
            TOTAL_TIME_S=tr("Total travel time (seconds)"),
        )

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        collected = collect(self, parameters, context, feedback)
        judgement = judge(collected)
        _tell(judgement, feedback)
        bound = lower_bound_of_plan(judgement.plan, PlanRules(locked=collected.rules.locked))
        colours = TerritoryColours.of_plan(collected.names, judgement.plan)
        colours = colours.keeping(self.known_colours)
        results = self._write(parameters, context, feedback, collected, judgement, colours)
        units = collected.units
        maps = PlanMaps(units, collected.names.field, colours, context)
        results |= self.write_report(
            parameters,
            context,
            feedback,
            lambda: evaluate_report(judgement, collected.rules, bound, units.weight_fields, maps),
        )
        return results | numbers_of(judgement, bound)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        collected: Collected,
        judgement: Judgement,
        colours: TerritoryColours,
    ) -> dict[str, Any]:
        units, names, plan = collected.units, collected.names, judgement.plan
        areas = FirmnessTable(
            units, names, plan, firmness(plan, collected.rules), collected.plan_field
        )
        feedback.setProgress(85.0)
        table = JudgedTerritories(units, names, judgement, context)
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
                lambda: table.features(feedback),
                partial(style_deviations, colours),
                1,
            ),
        )
        count = plan.territory_count
        return write_layers(self, parameters, context, units.space.crs, layers, count)


def judge(collected: Collected) -> Judgement:
    """All figures of the plan."""
    shapes = collected.shapes()
    return Judgement(
        collected.plan,
        measures_of(collected.plan),
        collected.overlap(shapes),
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


def _tell(judgement: Judgement, feedback: QgsProcessingFeedback) -> None:
    """Say in the log what hardly anybody wants of a plan."""
    plan, measures = judgement.plan, judgement.measures
    torn = [plan.names[i] for i in np.flatnonzero(measures.statistics.parts > 1)]
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
