"""territory:smoothoutliers: nearest-neighbour check and clean-up of an assignment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputString

from ..common.texts import tr, translatable
from ..inputs.customers.smoothing_parameters import SmoothingParameters
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class SmoothOutliersAlgorithm(TerritoryAlgorithm):
    """k-nearest-neighbour check with leave-one-out accuracy."""

    NAME = "smoothoutliers"
    TITLE = translatable("Smooth outliers")
    GROUP = translatable("Customers")
    SUMMARY = translatable(
        "Finds customers among those of another territory and moves them where it is allowed."
    )
    TAGS = (
        translatable("knn"),
        translatable("nearest neighbours"),
        translatable("clean up"),
        translatable("exclave"),
        translatable("outlier"),
        translatable("accuracy"),
    )
    HELP = translatable(
        """Asks the nearest neighbours of every customer: if most of them are in another \
territory, the customer is an outlier. Outliers move to that territory unless a limit would \
break; where a move alone would, two outliers may be exchanged. The surest ones move first, and \
nobody moves twice.

Limits on sums per territory have one row per attribute. Limits that are broken already are never \
broken further.

“Customers after the clean-up” holds the new "territory", the one before in "territory_before", \
and the flag "outlier" for all that were found, moved or not. On the map they have a black \
outline; the map tip says "old → new". ACCURACY_PCT is the share of the customers with whom their \
neighbours agree (leave-one-out), before anybody moves; ACCURACY_AFTER_PCT the same afterwards; \
TEST_ACCURACY_PCT the share whose territory is foretold when a share of them is kept apart."""
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        SmoothingParameters.add_to(self)
        self.add_number_outputs(
            ACCURACY_PCT=tr("Customers with whom their neighbours agree, before (%)"),
            ACCURACY_AFTER_PCT=tr("Customers with whom their neighbours agree, after (%)"),
            TEST_ACCURACY_PCT=tr("Customers of the test whose territory was foretold (%)"),
            OUTLIERS=tr("Number of outliers found"),
            MOVED=tr("Number of customers whose territory changed"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("How the clean-up ended")))

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.smoothoutliers import carry_out

        return carry_out(run)
