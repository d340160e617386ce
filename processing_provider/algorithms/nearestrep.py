"""territory:nearestrep: every area goes to the representative who reaches it first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..common.texts import tr, translatable
from ..inputs.balance.nearest_parameters import NearestParameters
from ..reports.parameters import add_runs_parameter
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class NearestRepresentativeAlgorithm(TerritoryAlgorithm):
    """Nearest-representative initialisation (thesis, algorithm 2)."""

    NAME = "nearestrep"
    TITLE = translatable("Nearest representative")
    GROUP = translatable("Assign and balance areas")
    SUMMARY = translatable(
        "Gives every area to the nearest representative, in connected territories."
    )
    TAGS = (
        translatable("voronoi"),
        translatable("allocation"),
        translatable("sales territories"),
        translatable("closest"),
        translatable("catchment"),
    )
    HELP = translatable("""Gives every area (or customer point) to the representative who is \
nearest, in a straight line on the ellipsoid or by a cost matrix (travel time if it has times, \
distance otherwise).

For polygons the territories are made contiguous: an area that is cut off from the \
representative's home joins the territory next to it that reaches it best. Islands count as \
connected to their nearest neighbour.

The result is the usual start for "Balance territories". The areas carry the representative's id \
in the field "territory" and the trip in metres; the territories are dissolved from them, with \
totals and deviation from the mean.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        NearestParameters.add_to(self)
        add_runs_parameter(self)
        self.add_number_outputs(
            TERRITORY_COUNT=tr("Territories that have areas"),
            MAX_DEVIATION_PCT=tr("Worst deviation from the mean (%)"),
            MEAN_DISTANCE_M=tr("Mean trip from the representative (m)"),
            MEAN_TIME_S=tr("Mean time of a trip (s)"),
        )

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.nearestrep import carry_out

        return carry_out(run)
