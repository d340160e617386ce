"""The page of the alternatives: a table, a chart, and what can be done with them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...core.unit_factors import METRES_PER_KM
from ...processing_provider.common.texts import tr
from .alternatives_store import Alternative
from .charts import Dot, TradeOffChart
from .territory_model import RIGHT
from .wording import kilometres, moment, plain_percent

KEY_ROLE = Qt.ItemDataRole.UserRole


class AlternativesModel(QAbstractTableModel):
    """One row per alternative, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plans: list[Alternative] = []
        self.current = 0

    def show_plans(self, plans: Sequence[Alternative], current: int) -> None:
        """Show these plans, one of them as the current one."""
        self.beginResetModel()
        self.plans, self.current = list(plans)[::-1], current
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.plans)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_titles())

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _titles()[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.plans):
            return None
        plan = self.plans[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(plan)[index.column()]
        if role == KEY_ROLE:
            return plan.key
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(plan)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (1, 2, 3, 4):
            return RIGHT
        return None

    def _texts(self, plan: Alternative) -> tuple[str, ...]:
        figures = plan.figures
        mark = "▸ " if plan.key == self.current else ""
        return (
            f"{mark}{plan.name}",
            plain_percent(figures["worst_pct"]),
            kilometres(figures["mean_trip_m"]),
            plain_percent(figures["changed_pct"], 1),
            f"{figures['parts']:.0f}",
            moment(plan.made),
            self._name_of(plan.parent),
        )

    def _name_of(self, key: int) -> str:
        return next((plan.name for plan in self.plans if plan.key == key), "")

    def _tip(self, plan: Alternative) -> str:
        lines = [f"{name}: {value}" for name, value in plan.parameters.items()]
        return "<br>".join(escape(line) for line in lines)


def _titles() -> tuple[str, ...]:
    return (
        tr("Alternative"),
        tr("Worst deviation"),
        tr("Mean trip"),
        tr("Changed"),
        tr("Parts"),
        tr("Made"),
        tr("Made from"),
    )


class AlternativesPage(QWidget):
    """Shows alternatives and passes wishes on.

    Attributes
    ----------
    wanted : signal(str)
        The name of an action: keep, open, duplicate, rename, remove, compare, export, import,
        place.
    """

    wanted = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AlternativesModel(self)
        self.table = QTableView()
        self.table.setObjectName("workbenchAlternatives")
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setAlternatingRowColors(True)
        self.table.doubleClicked.connect(lambda _: self.wanted.emit("open"))
        vertical, horizontal = self.table.verticalHeader(), self.table.horizontalHeader()
        if vertical is not None:
            vertical.hide()
            vertical.setDefaultSectionSize(vertical.minimumSectionSize() + 2)
        if horizontal is not None:
            horizontal.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.chart = TradeOffChart()
        self.chart.chosen.connect(self._chart_chosen)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(3)
        for number, (name, text, tip) in enumerate(
            (
                ("keep", tr("Keep the plan"), tr("Write the plan as it is now into the file.")),
                ("open", tr("Open"), tr("Put the chosen alternative on the map.")),
                ("duplicate", tr("Duplicate"), tr("A copy under another name.")),
                ("compare", tr("Compare"), tr("Two chosen ones, or one with the plan on the map.")),
                ("rename", tr("Rename"), ""),
                ("remove", tr("Delete"), ""),
                ("export", tr("Export…"), tr("A layer of areas, and a report beside it.")),
                ("import", tr("Import…"), tr("A text file: area id, territory, locked.")),
                ("place", tr("File…"), tr("Where the alternatives of this project are kept.")),
            )
        ):
            button = QPushButton(text)
            button.setObjectName(f"workbenchAlternative_{name}")
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, n=name: self.wanted.emit(n))
            self.buttons[name] = button
            grid.addWidget(button, number // 3, number % 3)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(self.chart)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addLayout(grid)
        column.addWidget(self.message)
        column.addWidget(splitter, 1)

    def show_plans(self, plans: Sequence[Alternative], current: int) -> None:
        """Show these plans, one of them as the current one."""
        self.model.show_plans(plans, current)
        self.chart.show_dots(
            [
                Dot(
                    plan.key,
                    plan.name,
                    plan.figures["mean_trip_m"] / METRES_PER_KM,
                    plan.figures["worst_pct"],
                    plan.figures["changed_pct"],
                )
                for plan in plans
            ],
            current,
        )

    def allow(self, *, session: bool) -> None:
        """Whether there is a plan to keep and a layer to open others on."""
        for name in ("keep", "open", "compare", "export", "import"):
            self.buttons[name].setEnabled(session)

    def selected(self) -> list[int]:
        """Keys of the selected alternatives, from the top."""
        selection = self.table.selectionModel()
        if selection is None:
            return []
        return [index.data(KEY_ROLE) for index in selection.selectedRows()]

    def select(self, key: int) -> None:
        """Select one alternative."""
        for row, plan in enumerate(self.model.plans):
            if plan.key == key:
                selection = self.table.selectionModel()
                flags = QItemSelectionModel.SelectionFlag
                if selection is not None:
                    how = flags.ClearAndSelect | flags.Rows
                    selection.setCurrentIndex(self.model.index(row, 0), how)  # type: ignore[arg-type]

    def _chart_chosen(self, key: int) -> None:
        self.select(key)
        self.wanted.emit("open")
