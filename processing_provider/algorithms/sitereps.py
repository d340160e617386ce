"""territory:sitereps: choose k homes among candidates (location-allocation)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputString

from ..common.texts import tr, translatable
from ..inputs.site.siting_parameters import SitingParameters
from ..reports.parameters import add_runs_parameter
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class SiteRepresentativesAlgorithm(TerritoryAlgorithm):
    """Homes by natural-breaks classes, p-median or genetic search."""

    NAME = "sitereps"
    TITLE = translatable("Site representatives")
    GROUP = translatable("Site")
    SUMMARY = translatable(
        "Chooses homes for representatives among candidates, near what they serve."
    )
    TAGS = (
        translatable("location allocation"),
        translatable("p-median"),
        translatable("facility"),
        translatable("jenks"),
        translatable("sales territories"),
        translatable("homes"),
    )
    HELP = translatable("""Chooses a number of homes among candidates and gives every area or \
customer to the home that reaches it at least cost: in a straight line on the ellipsoid, or by a \
cost matrix (travel time if it has times, distance otherwise).

Methods: <b>p-median</b> looks for the least total of weight × cost and says how far from the best \
possible it can be at most; <b>natural breaks</b> draws homes at random from classes of potential, \
more from the richer classes, which is quick and repeatable by “Random seed”; <b>genetic \
search</b> recombines choices of homes.

Candidates are the features of the input (all, or those for which an expression is true), or a \
layer of their own, e.g. towns or sites. A candidate's potential is that of its district: a field \
gives it, or it is the weight of everything nearest to the candidate. With a cost matrix its \
origins are the candidates and its destinations the areas.

“Homes” holds the candidate's id in "rep_id", its potential and natural-breaks class (1 = least), \
what it serves, and its accessibility: the travel from there to all places together ("access_m", \
"access_s"). OBJECTIVE is the total of trips × seconds or metres; no choice of as many candidates \
comes below LOWER_BOUND (0 where it was not computed).""")

    REPS = "REPS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        SitingParameters.add_to(self)
        add_runs_parameter(self)
        self.add_number_outputs(
            OBJECTIVE=tr("Total of trips × cost (s or m)"),
            LOWER_BOUND=tr("No choice has a smaller total (s or m; 0: not computed)"),
            GAP_PCT=tr("How far the total may be above the best possible (%)"),
            MEAN_DISTANCE_M=tr("Mean distance to the home (m)"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("optimal, feasible or cancelled")))

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.sitereps import carry_out

        return carry_out(run)
