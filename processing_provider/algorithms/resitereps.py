"""territory:resitereps: the best home inside each territory, after balancing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..common.texts import tr, translatable
from ..inputs.site.resite_parameters import ResiteParameters
from ..reports.parameters import add_runs_parameter
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class ResiteRepresentativesAlgorithm(TerritoryAlgorithm):
    """Homes where travel inside a territory is least (thesis, section 5.1.5)."""

    NAME = "resitereps"
    TITLE = translatable("Re-site representatives")
    GROUP = translatable("Site")
    SUMMARY = translatable(
        "Finds the best home inside each territory, and what moving there saves."
    )
    TAGS = (
        translatable("home"),
        translatable("relocate"),
        translatable("median"),
        translatable("travel time"),
        translatable("sales territories"),
        translatable("one-centre"),
    )
    HELP = translatable("""Finds the area inside each territory from which the trips to its areas \
cost least in total, after territories have been balanced: in a straight line on the ellipsoid, \
or by a cost matrix (travel time if it has times, distance otherwise).

Trips are counted in proportion to the weight, or one to each area that has weight; areas of \
weight 0 are not visited either way. Homes may be restricted to candidates by an expression, and \
with a cost matrix to areas from which it has rows.

The result holds one home per territory with its mean trip (in metres and, where the cost matrix \
has times, seconds), and the travel for one trip to each visited area in kilometres and hours: \
"before" in the territories before from the current homes, "stay" in these territories from the \
current homes, "after" in these territories from the new homes. The territories before are those \
of a field, or else what is nearest to each current home. Current homes are no candidates \
themselves: one that lies between the areas may need less travel than the best area, and the log \
then says so.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        ResiteParameters.add_to(self)
        add_runs_parameter(self)
        self.add_number_outputs(
            BEFORE_KM=tr("Travel before, from the current homes (km)"),
            STAY_KM=tr("Travel in these territories from the current homes (km)"),
            AFTER_KM=tr("Travel in these territories from the new homes (km)"),
            BEFORE_H=tr("Travel before, from the current homes (h)"),
            STAY_H=tr("Travel in these territories from the current homes (h)"),
            AFTER_H=tr("Travel in these territories from the new homes (h)"),
            BEFORE_MEAN_M=tr("Mean trip before, from the current homes (m)"),
            STAY_MEAN_M=tr("Mean trip in these territories from the current homes (m)"),
            AFTER_MEAN_M=tr("Mean trip in these territories from the new homes (m)"),
            SAVED_PCT=tr("Travel saved from before to after (%)"),
            SAVED_BY_MOVING_PCT=tr("Travel saved by moving alone (%)"),
            MOVED_COUNT=tr("Representatives who move"),
        )

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.resitereps import carry_out

        return carry_out(run)
