"""territory:greenfield: centres of gravity with bounded allocation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputString

from ..common.texts import tr, translatable
from ..inputs.site.greenfield_parameters import GreenfieldParameters
from ..reports.parameters import add_report_parameter, add_runs_parameter
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class GreenfieldAlgorithm(TerritoryAlgorithm):
    """Centre-of-gravity siting for one number of centres or a sweep."""

    NAME = "greenfield"
    TITLE = translatable("Greenfield centres")
    GROUP = translatable("Site")
    SUMMARY = translatable(
        "Places centres where demand-weighted distance is least, within bounds per centre."
    )
    TAGS = (
        translatable("centre of gravity"),
        translatable("warehouse"),
        translatable("location"),
        translatable("clustering"),
        translatable("brownfield"),
        translatable("k-means"),
    )
    HELP = translatable("""Places centres (warehouses, homes, depots) freely on the map and gives \
every customer to one of them, so that the total of demand × distance is small and every centre \
keeps its bounds: customers, demand, and distance. Customers are allocated and centres moved to \
the middle of their customers in turn, from several starts. The round with the least total counts, \
in which customers were allocated to centres placed for the round before: a centre need not be \
exactly the middle of its final customers. With plain means and without a maximum distance the \
rounds go on until it is.

Give one number of centres, or a range: the curve shows what each further centre saves, and a \
number is recommended. With costs it is the number with the least total: cost of the centres, and \
of transport (demand × distance). Without costs it is the smallest number beyond which a further \
centre saves less than “Minimum saving by a further centre”, measured against the travel with one \
centre alone, so that the answer does not depend on the range that is tried.

Existing centres stay where they are. With as many centres as exist customers are only allocated, \
and a centre may stay empty unless a minimum forbids it; with more, new ones are added. \
“Allocation to start from” is one more start for as many centres as it has groups; existing \
centres stand in for the groups nearest to them.

A centre lies at the demand-weighted mean of its customers (on the sphere, so right at the \
antimeridian and the poles), at their plain mean, or at the point with the least total distance; \
with a maximum distance, as near to it as reaches all of them. \
Bounds that nobody can keep are refused with the numbers.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        GreenfieldParameters.add_to(self)
        add_report_parameter(self)
        add_runs_parameter(self)
        self.add_number_outputs(
            BEST_COUNT=tr("Recommended number of centres"),
            OBJECTIVE=tr("Total of demand × distance (m)"),
            LOWER_BOUND_ALLOCATION=tr("No allocation to these centres has a smaller total (m)"),
            MEAN_DISTANCE_M=tr("Mean distance, weighted by demand (m)"),
            TOTAL_COST=tr("Total cost of centres and travel (money, or demand × m)"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("feasible or cancelled")))

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.greenfield import carry_out

        return carry_out(run)
