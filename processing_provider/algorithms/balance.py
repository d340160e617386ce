"""territory:balance: genetic balancing of areas under contiguity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingOutputString

from ..common.texts import tr, translatable
from ..inputs.balance.parameters import BalanceParameters
from ..reports.parameters import add_report_parameter, add_runs_parameter, add_sheets_parameter
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..runs.run import Run


class BalanceAlgorithm(TerritoryAlgorithm):
    """Genetic balancing of territories (thesis, algorithms 3 to 11)."""

    NAME = "balance"
    TITLE = translatable("Balance territories")
    GROUP = translatable("Assign and balance areas")
    SUMMARY = translatable("Divides areas into connected, compact territories with equal totals.")
    TAGS = (
        translatable("sales territories"),
        translatable("districting"),
        translatable("redistricting"),
        translatable("zoning"),
        translatable("genetic"),
        translatable("regions"),
    )
    HELP = translatable("""Divides areas into territories whose totals are equal (or in proportion \
to given shares), each one connected piece, with short travel and short borders.

Start from one of: the current plan, which is improved (start 1); representatives (start 2); or \
a bare number of territories (start 3). Starts 1 and 2 go together: the representatives are the \
people of the current plan; areas of one who left go to the others, one who joined gets a \
territory around the home, and as little else as possible moves. Starts 2 and 3 go together: \
there are new territories besides those of the representatives. Totals are those of the fields \
and expressions to balance; without any, every area counts 1.

Representatives stay where they live, each in his or her own territory, unless you say otherwise \
for all or for some of them. Where homes may move, territories go to those who travel least in \
them. Trips before (in the current plan, or to the nearest representative) and after are told \
from the current homes, and besides from the best home in each new territory; in time, too, \
where the cost matrix has times.

A genetic search keeps a population of plans, recombines connected pieces of two plans, and \
moves areas along borders from rich to poor territories. Contiguity, locks, groups and the \
limits on deviation and change are never broken. What contradicts itself is refused before the \
search, with the numbers.

With a cost matrix between areas and no representatives, homes come from the matrix: the best \
one in each territory of a plan, or the best for a number of territories.

The four weights say what matters: balance, travel (from the representatives who stay or by a \
cost matrix, else from the weighted centre of the territory), compactness (length of borders) and \
stability (weight that keeps its territory).

Results are repeatable: the same random seed gives the same plan. The worst deviation is that of \
the territory farthest from its target; next to it stands the value below which no plan can \
come. Cancelling keeps the best plan found so far.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        BalanceParameters.add_to(self)
        BalanceParameters.add_outputs_to(self)
        add_report_parameter(self)
        add_sheets_parameter(self)
        add_runs_parameter(self)
        self.add_number_outputs(**BalanceParameters.number_labels())
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Why the search ended")))

    def calculate(self, run: Run) -> dict[str, Any]:
        from ..runs.balance import carry_out

        return carry_out(run)
