"""territory:plan: the whole workflow for the three scenarios of territory planning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputString

from ..common.texts import tr, translatable
from ..inputs.workflow.parameters import PlanParameters
from ..reports.parameters import add_report_parameter, add_runs_parameter, add_sheets_parameter
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


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
hours in each area. The hours are balanced, found anew from the trips of that plan, and balanced \
again; homes stay where they are in the end, and areas along borders change hands until the \
hours of the plan and those it was balanced on agree to 0.1 %.

Costs add up one trip to each visited area, or all trips where a field tells their number. Where \
no cost matrix gives times, hours follow from kilometres and the speed. Everything else is as in \
“Balance territories”: connected territories, rules, criteria, and repeatable results. Cancelling \
keeps what was found.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        PlanParameters.add_to(self)
        PlanParameters.add_outputs_to(self)
        add_report_parameter(self)
        add_sheets_parameter(self)
        add_runs_parameter(self)
        self.add_number_outputs(
            TERRITORY_COUNT=tr("Number of territories"),
            COST=tr("Costs of representatives and travel"),
            TRAVEL_KM=tr("Travel of all representatives (km)"),
            TRAVEL_H=tr("Travel of all representatives (h)"),
            LARGEST=tr("Largest territory"),
            LOAD_PCT=tr("Largest territory (% of what one representative can carry)"),
            **PlanParameters.number_labels(),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Why the search ended")))

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.plan import carry_out

        return carry_out(run)
