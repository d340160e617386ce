"""territory:evaluate: figures for any plan, and why each area is where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..common.texts import tr, translatable
from ..inputs.judge.evaluate_parameters import EvaluateParameters
from ..reports.parameters import add_report_parameter, add_runs_parameter
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


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
        add_runs_parameter(self)
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

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.evaluate import carry_out

        return carry_out(run)
