"""territory:compare: two plans side by side, what changes hands and what that does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..common.texts import tr, translatable
from ..inputs.judge.compare_parameters import CompareParameters
from ..reports.parameters import add_report_parameter, add_runs_parameter, add_sheets_parameter
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


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
        add_runs_parameter(self)
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

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.compare import carry_out

        return carry_out(run)
