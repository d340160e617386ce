"""territory:costmatrix: what it costs to get from each place to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..common.texts import tr, translatable
from ..inputs.prepare.parameters import CostPairParameters
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class CostMatrixAlgorithm(TerritoryAlgorithm):
    """Many-to-many travel cost, in a straight line or on roads."""

    NAME = "costmatrix"
    TITLE = translatable("Travel cost matrix")
    GROUP = translatable("Prepare")
    SUMMARY = translatable(
        "Measures distance and travel time from each origin to each destination."
    )
    TAGS = (
        translatable("od matrix"),
        translatable("origin destination"),
        translatable("network analysis"),
        translatable("shortest path"),
        translatable("routing"),
    )
    HELP = translatable(
        """Measures distance and travel time from every origin to every destination, in a \
straight line on the ellipsoid or by the fastest route on a road layer. The table can be handed to \
every algorithm that takes a cost matrix.

Origins and destinations may be points or polygons (their centroids), and the same layer. Each \
place is snapped to the nearest point of the nearest road; the way there is not counted. Places \
farther from any road than the snap distance, and pairs in parts of the network that are not \
connected, have no route: their costs are NULL, and “Pairs without a route” counts them.

Roads connect wherever they share a vertex. Speed and direction fields are read as in QGIS's own \
network analysis; a speed may also be a text such as "50" or "30 mph", and roads without a usable \
speed get the default. The layers may have different coordinate reference systems; lengths are \
ellipsoidal. The time of a straight line is its length at the default speed."""
    )

    NEEDS = ()  # SciPy for roads only

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        CostPairParameters.add_to(self)
        self.add_number_outputs(
            UNREACHABLE=tr("Pairs without a route"),
            PAIR_COUNT=tr("Pairs of origin and destination"),
        )

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.costmatrix import carry_out

        return carry_out(run)
