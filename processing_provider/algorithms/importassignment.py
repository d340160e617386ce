"""territory:importassignment: who serves which area, from a file that other programs wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..common.texts import tr, translatable
from ..inputs.prepare.parameters import AlignmentParameters
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class ImportAssignmentAlgorithm(TerritoryAlgorithm):
    """An alignment file, joined to its areas by id."""

    NAME = "importassignment"
    TITLE = translatable("Import territory assignment")
    GROUP = translatable("Prepare")
    SUMMARY = translatable("Gives areas the territories that a CSV file names, by their ids.")
    TAGS = (
        translatable("alignment"),
        translatable("csv"),
        translatable("excel"),
        translatable("sales territories"),
        translatable("join"),
    )
    HELP = translatable("""Reads a plan from a CSV file with a line "area_id,territory" for each \
area, and a third column "locked" if there is one. The header line may be missing; then the first \
column is the area and the second the territory.

Ids are compared as texts, so that 01067 stays 01067; only where the layer has numbers, zeros in \
front do not matter. What only the file or only the layer has is counted and listed, and nothing \
is ever joined by the order of lines. An area with two different territories is refused.

The result is the start of “Balance territories” or “Plan territories” with the field \
"territory", and what they lock with the expression "locked" = 1. A table of an Excel file is \
saved as CSV (UTF-8) first.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        AlignmentParameters.add_to(self)
        self.add_number_outputs(
            TERRITORY_COUNT=tr("Number of territories"),
            MATCHED=tr("Areas that got a territory"),
            UNASSIGNED=tr("Areas without a territory"),
            UNMATCHED=tr("Ids of the file that no area has"),
            LOCKED_COUNT=tr("Locked areas"),
        )

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.importassignment import carry_out

        return carry_out(run)
