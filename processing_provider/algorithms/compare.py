"""territory:compare: two plans side by side, what changes hands and what that does."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from qgis.core import Qgis, QgsProcessingContext, QgsProcessingFeedback

from ...core.plan.measures import Measures
from ...core.plan.people import travel_totals, under_common_names
from ...core.plan.stages import Stages
from ..common.texts import tr, translatable
from ..inputs.judge.compare_case import Collected, collect
from ..inputs.judge.compare_parameters import CompareParameters
from ..outputs.judge.handover import Handover
from ..outputs.looks.judge_styles import style_exchange
from ..outputs.looks.styles import TerritoryColours
from ..outputs.writing.sinks import OutputLayer, write_layers
from ..reports.compare import compare_report
from ..reports.output import add_report_parameter, add_sheets_parameter
from ..reports.plan_maps import PlanMaps
from ..reports.run_reports import SheetsOfRun
from .base import TerritoryAlgorithm


class CompareAlgorithm(TerritoryAlgorithm):
    """Two plans over the same areas."""

    NAME = "compare"
    TITLE = translatable("Compare territories")
    GROUP = translatable("Judge")
    SUMMARY = translatable(
        "Two plans side by side: what changes hands, for whom, and what it saves."
    )
    TAGS = (
        translatable("sales territories"),
        translatable("difference"),
        translatable("change"),
        translatable("handover"),
    )
    HELP = translatable("""Compares two plans over the same areas or customers: two fields of one \
layer, or fields of two layers that are joined by the ids of their areas (never by order; what \
only one of them has is counted, listed and left out).

Before is the current plan from the current homes, after is the new plan from the same homes. \
With representatives after re-siting, travel of the new plan is shown from the new homes, too. \
Without representatives travel counts from the weighted centres.

Three tables come out: the areas that change hands, with the territory they leave and the one \
they go to; the hand-over of each representative, with what he or she keeps, gives and receives \
and the kilometres (with times: hours) before and after; and the table of old by new \
territories. Territories are the same where their names are the same.

Travel adds up one trip to each area that has weight, or all trips where their number is given. \
The saving is the travel before less that after (from the new homes, where there are any), at \
the costs per hour and kilometre; it is negative for a loss.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        CompareParameters.add_to(self)
        add_report_parameter(self)
        add_sheets_parameter(self)
        self.add_number_outputs(
            CHANGED_PCT=tr("Weight that changes hands (%)"),
            CHANGED_COUNT=tr("Areas that change hands"),
            NEW_COUNT=tr("Areas that had no territory before"),
            UNMATCHED_COUNT=tr("Areas that only one of the two layers has"),
            SAVING=tr("Saving on travel"),
            BEFORE_MAX_DEVIATION_PCT=tr("Worst deviation before (%)"),
            AFTER_MAX_DEVIATION_PCT=tr("Worst deviation after (%)"),
            BEFORE_SIGMA_PCT=tr("Standard deviation before (% of the mean target)"),
            AFTER_SIGMA_PCT=tr("Standard deviation after (% of the mean target)"),
            BEFORE_CV_PCT=tr("Coefficient of variation before (%)"),
            AFTER_CV_PCT=tr("Coefficient of variation after (%)"),
            BEFORE_PARTS=tr("Contiguous parts before"),
            AFTER_PARTS=tr("Contiguous parts after"),
            BEFORE_BORDER_LENGTH_M=tr("Length of the borders before (m)"),
            AFTER_BORDER_LENGTH_M=tr("Length of the borders after (m)"),
            BEFORE_MEAN_DISTANCE_M=tr("Mean distance before (m)"),
            AFTER_MEAN_DISTANCE_M=tr("Mean distance after (m)"),
            RESITED_MEAN_DISTANCE_M=tr("Mean distance from the new homes (m)"),
            BEFORE_TRAVEL_KM=tr("Travel before (km)"),
            AFTER_TRAVEL_KM=tr("Travel after (km)"),
            RESITED_TRAVEL_KM=tr("Travel from the new homes (km)"),
            BEFORE_MEAN_TIME_S=tr("Mean travel time before (seconds)"),
            AFTER_MEAN_TIME_S=tr("Mean travel time after (seconds)"),
            RESITED_MEAN_TIME_S=tr("Mean travel time from the new homes (seconds)"),
            BEFORE_TRAVEL_H=tr("Travel before (hours)"),
            AFTER_TRAVEL_H=tr("Travel after (hours)"),
            RESITED_TRAVEL_H=tr("Travel from the new homes (hours)"),
        )

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        collected = collect(self, parameters, context, feedback)
        judged, names = collected.judged, collected.names
        stages = Stages(collected.after, collected.before, collected.resited, judged.counts_trips)
        handover = Handover(judged.units, names, stages)
        colours = TerritoryColours.of_plan(names, under_common_names(stages.after, names.values))
        colours = colours.keeping(self.known_colours)
        results = self._write(parameters, context, handover, colours)
        maps = PlanMaps(judged.units, names.field, colours, context)
        fields = judged.units.weight_fields
        results |= self.write_report(
            parameters,
            context,
            feedback,
            lambda: compare_report(stages, fields, collected.prices, maps),
        )
        run = SheetsOfRun(
            stages, judged.units, context, feedback, collected.area_names, names.shown
        )
        results |= self.write_sheets(parameters, run)
        return results | numbers_of(collected, handover)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        handover: Handover,
        colours: TerritoryColours,
    ) -> dict[str, Any]:
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
        return write_layers(self, parameters, context, crs, layers, count)


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
    numbers = {
        f"{when}_MEAN_DISTANCE_M": measures.metres.overall_mean,
        f"{when}_TRAVEL_KM": km,
    }
    if measures.seconds is not None:
        numbers[f"{when}_MEAN_TIME_S"] = measures.seconds.overall_mean
        numbers[f"{when}_TRAVEL_H"] = hours
    return numbers
