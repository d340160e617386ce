"""The page of the plan: tools, the table of territories, totals, problems."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...core.texts import Text
from ...processing_provider.common.texts import counted, tr, worded
from .plan_tools import PlanTools
from .rows import Totals
from .territory_table import TerritoryTable
from .wording import kilometres, plain_percent

# Room for a refusal of two lines and the four lines of figures.
_PREVIEW_LINES = 7
_LINE_BREAK = "<br>"


class PlanPage(QWidget):
    """Shows rows and passes wishes on; what they mean is up to the workbench.

    Attributes
    ----------
    tools : PlanTools
    table : TerritoryTable
    wanted : signal(str)
        The name of an action, of the tools or of the table.
    problem_chosen : signal(int)
        A row of the list of problems.
    """

    wanted = pyqtSignal(str)
    problem_chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = PlanTools()
        self.table = TerritoryTable()
        self.tools.wanted.connect(self.wanted)
        self.table.wanted.connect(self.wanted)
        self._make_labels()
        self._lay_out()

    # --- widgets -----------------------------------------------------------------------------

    def _make_labels(self) -> None:
        self.totals = QLabel()
        self.totals.setObjectName("workbenchTotals")
        self.totals.setWordWrap(True)
        self.preview = QLabel()
        self.preview.setObjectName("workbenchPreview")
        self.preview.setWordWrap(True)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        # Of one height, so that the table does not jump under the pointer.
        self.preview.setFixedHeight(self.preview.fontMetrics().lineSpacing() * _PREVIEW_LINES)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.problems_title = QLabel()
        self.problems = QListWidget()
        self.problems.setObjectName("workbenchProblems")
        self.problems.setWordWrap(True)
        self.problems.itemActivated.connect(self._problem)
        self.problems.itemClicked.connect(self._problem)

    def _lay_out(self) -> None:
        upper = QWidget()
        over = QVBoxLayout(upper)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self.table, 1)
        over.addWidget(self.totals)
        lower = QWidget()
        under = QVBoxLayout(lower)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.problems_title)
        under.addWidget(self.problems, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(upper)
        splitter.addWidget(lower)
        splitter.setStretchFactor(0, 4)
        splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(3)
        column.addWidget(self.tools)
        column.addWidget(self.preview)
        column.addWidget(splitter, 1)

    # --- showing -----------------------------------------------------------------------------

    def show_totals(self, totals: Totals, bound_pct: float) -> None:
        """Show the line below the table; a bound of NaN is not known yet."""
        self.totals.setText(
            worded(
                Text.of(
                    "Worst deviation {worst:.2f} % (no plan below {bound}) · σ {sigma:.2f} "
                    "% · "
                    "mean trip {trip} · borders {border} · changed {changed:.1f} %",
                    worst=totals.worst_pct,
                    bound=plain_percent(bound_pct),
                    sigma=totals.sigma_pct,
                    trip=kilometres(totals.mean_trip_m),
                    border=kilometres(totals.border_m),
                    changed=totals.changed_pct,
                )
            )
        )

    def show_problems(self, sentences: Sequence[str], more: int = 0) -> None:
        """Show what is wrong with the plan, and how much ``more`` there is than is told."""
        count = len(sentences) + more
        self.problems_title.setText(
            counted(count, "{count} problem", "{count} problems") if count else tr("No problems")
        )
        lines = list(sentences)
        if more:
            lines.append(
                counted(
                    more,
                    "{count} more problem is not listed.",
                    "{count} more problems are not listed.",
                )
            )
        if [self.problems.item(row).text() for row in range(self.problems.count())] == lines:
            return
        self.problems.clear()
        self.problems.addItems(lines)

    def show_preview(
        self, lines: Sequence[str], *, waits: bool = False, allowed: bool = True
    ) -> None:
        """Show what a stroke would do; it ``waits`` for an answer, a yes only if ``allowed``."""
        text = "\n".join(lines)
        self.preview.setText(text)
        self.preview.setToolTip(_LINE_BREAK.join(escape(line) for line in lines))
        self.tools.show_waiting(waits, allowed=allowed)

    def _problem(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.problem_chosen.emit(self.problems.row(item))
