"""territory:matchreps: clusters to current representatives, so that most customers keep theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..common.texts import tr, translatable
from ..inputs.customers.match_parameters import MatchParameters
from ..reports.parameters import add_runs_parameter
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class MatchRepresentativesAlgorithm(TerritoryAlgorithm):
    """Optimal one-to-one match of clusters and representatives."""

    NAME = "matchreps"
    TITLE = translatable("Match clusters to representatives")
    GROUP = translatable("Customers")
    SUMMARY = translatable(
        "Gives clusters to current representatives so that most customers keep theirs."
    )
    TAGS = (
        translatable("hungarian"),
        translatable("assignment"),
        translatable("handover"),
        translatable("rename"),
        translatable("retention"),
        translatable("portfolio"),
    )
    HELP = translatable(
        """Clusters from a new plan carry numbers; this gives each of them to one of the current \
representatives so that as many customers as possible (or as much weight, with a weight field) \
keep theirs. The match is the best of all one-to-one matches, not one cluster after the other.

“Customers by representative” holds the representative in the field "territory" (type of the \
current representative). If there are more clusters than representatives, the clusters left over \
get new names: further numbers, or "new 1", "new 2". If there are fewer, some representatives are \
left without a cluster. Who has left can be named and gets no cluster.

“Matches” is the table old → new: a row per cluster, and one per representative without a \
cluster, with the customers and the weight that stay. RETAINED_PCT is the share that keeps its \
representative, of all that have one now who has not left; it is NULL where nobody has."""
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        MatchParameters.add_to(self)
        add_runs_parameter(self)
        self.add_number_outputs(
            RETAINED_PCT=tr("Customers or weight that keep their representative (%)"),
            NEW_COUNT=tr("Clusters without a current representative"),
            LEFT_COUNT=tr("Representatives without a cluster"),
        )

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.matchreps import carry_out

        return carry_out(run)
