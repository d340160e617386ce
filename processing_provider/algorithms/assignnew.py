"""territory:assignnew: the territory of new customers, from an existing assignment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..common.texts import tr, translatable
from ..inputs.customers.new_customer_parameters import NewCustomerParameters
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class AssignNewAlgorithm(TerritoryAlgorithm):
    """Nearest neighbours or polygons as a rule for who comes later."""

    NAME = "assignnew"
    TITLE = translatable("Assign new customers")
    GROUP = translatable("Customers")
    SUMMARY = translatable(
        "Gives new customers the territory of their neighbours, or of the polygon around them."
    )
    TAGS = (
        translatable("knn"),
        translatable("nearest neighbours"),
        translatable("classify"),
        translatable("point in polygon"),
        translatable("new accounts"),
    )
    HELP = translatable(
        """Extends an assignment that exists to new customers.

By nearest neighbours, the territory is that of most of the nearest customers with a territory, \
and "confidence_pct" the share of them that are in it. By polygons, it is that of the polygon that \
holds the customer: confidence 100 %, less where polygons of several territories overlap. A \
customer outside every polygon gets the nearest one with confidence 0.

The customers or areas with a territory may have another reference system. Those whose territory \
is NULL or empty are not asked."""
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        NewCustomerParameters.add_to(self)
        self.add_number_outputs(
            MEAN_CONFIDENCE_PCT=tr("Mean confidence (%)"),
            OUTSIDE=tr("Number of customers outside every polygon"),
        )

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.assignnew import carry_out

        return carry_out(run)
