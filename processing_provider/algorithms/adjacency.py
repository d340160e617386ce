"""territory:adjacency: the contiguity graph of polygons as a line layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..common.texts import tr, translatable
from ..inputs.prepare.parameters import AdjacencyParameters
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class AdjacencyAlgorithm(TerritoryAlgorithm):
    """Writes one line per pair of neighbouring areas."""

    NAME = "adjacency"
    TITLE = translatable("Adjacency of areas")
    GROUP = translatable("Prepare")
    SUMMARY = translatable("Finds which areas are neighbours and how long their shared border is.")
    TAGS = (
        translatable("contiguity"),
        translatable("neighbours"),
        translatable("borders"),
        translatable("topology"),
        translatable("graph"),
    )
    HELP = translatable(
        """Finds which polygons are neighbours, and measures the border they share. The result is \
a line layer, one line per pair of neighbours, that can be edited (delete a line to cut two areas \
apart, draw one from area to area to join them) and handed to "Balance territories" as its \
“Edited adjacency layer”.

Borders are found where polygons share vertices, and also where they do not: T-junctions, gaps \
and overlaps up to the snap distance, holes, multiparts. Barriers cut the borders that they \
follow or cross.

Islands and exclaves are joined to their nearest neighbour by bridges (kind = bridge, length 0), \
so that they can become part of a connected territory."""
    )

    NEEDS = ()

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        AdjacencyParameters.add_to(self)
        self.add_number_outputs(
            EDGE_COUNT=tr("Pairs of neighbours"),
            COMPONENT_COUNT=tr("Connected regions (with bridges)"),
            BRIDGE_COUNT=tr("Bridges"),
        )

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.adjacency import carry_out

        return carry_out(run)
