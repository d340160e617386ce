"""territory:clustercustomers: bounded k-means for customers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputString

from ..common.texts import tr, translatable
from ..inputs.customers.parameters import ClusterParameters
from ..reports.parameters import add_report_parameter, add_runs_parameter
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class ClusterCustomersAlgorithm(TerritoryAlgorithm):
    """Constrained k-means with counts, sums, fixed pairs and retention."""

    NAME = "clustercustomers"
    TITLE = translatable("Cluster customers")
    GROUP = translatable("Customers")
    SUMMARY = translatable(
        "Gives customers to representatives: compact, within limits, with little change."
    )
    TAGS = (
        translatable("k-means"),
        translatable("kmeans"),
        translatable("constrained"),
        translatable("capacity"),
        translatable("balanced"),
        translatable("portfolio"),
        translatable("sales force"),
    )
    HELP = translatable(
        """Divides customers (points, or the centroids of polygons) into compact portfolios \
that keep limits: a k-means that alternates a bounded assignment with new centres until nothing \
improves.

Give the number of territories or a layer of representatives. Their places are the first \
centres; with “Centres stay at the representatives' places” they stay where they are.

Limits hold exactly, never approximately:
- the minimum and maximum number of customers per territory;
- limits on sums per territory, one row per attribute;
- the representative who must get a customer;
- the share of current customers that each representative keeps. Without representatives the \
clusters are named after those who keep most of their customers;
- the maximum distance from customer to centre.

Limits that contradict each other are refused with the numbers.

With a group field one independent problem is solved per value, for example per subsidiary. The \
number of territories is the number in each group then; representatives need the same field.

The clean-up by nearest neighbours moves customers that lie among those of another territory \
there, where no limit breaks. “Customers by territory” flags those that remain in the field \
"outlier".

The summary has a row for each group, each territory, and each rule: what it costs in inertia \
(the sum of the squared distances, in m²) and mean distance when the rules are added one by one. \
The report shows the portfolios before and after."""
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        ClusterParameters.add_to(self)
        add_report_parameter(self)
        add_runs_parameter(self)
        self.add_number_outputs(
            INERTIA=tr("Sum of the squared distances to the centres (m²)"),
            OUTLIERS=tr("Customers most of whose neighbours are in another territory"),
            MEAN_DISTANCE_M=tr("Mean distance to the centre (m)"),
            RETAINED_PCT=tr("Customers who keep their representative (%)"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("How the search ended")))

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.clustercustomers import carry_out

        return carry_out(run)
