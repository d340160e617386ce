"""The table of territories as a widget: sorted, selected, zoomed to."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QItemSelectionModel, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ...processing_provider.common.texts import tr
from .delegates import DeviationDelegate
from .territory_model import ROW_ROLE, TerritoryModel, TerritoryOrder, TerritoryRow

# Of the columns; territories and deviations are read at a glance, the rest when it is wanted.
_WIDTHS = {
    "lock": 24,
    "name": 84,
    "representative": 84,
    "deviation": 112,
    "areas": 52,
    "parts": 48,
}
_WIDTH = 72  # “1,234,567” in the fonts of all systems


class TerritoryTable(QTableView):
    """Shows rows and tells which of them are chosen.

    Attributes
    ----------
    rows : TerritoryModel
    order : TerritoryOrder
        The rows as they are sorted.
    territories_chosen : signal(list)
        Numbers of the selected territories, the current one first.
    zoom_wanted : signal(int)
        A territory.
    wanted : signal(str)
        lock or unlock, of the selected territories.
    """

    territories_chosen = pyqtSignal(list)
    zoom_wanted = pyqtSignal(int)
    wanted = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shows = False
        self.rows = TerritoryModel(self, QgsApplication.getThemeIcon("/locked.svg"))
        self.order = TerritoryOrder(self)
        self.order.setSourceModel(self.rows)
        self.setObjectName("workbenchTable")
        self.setModel(self.order)
        self.setSortingEnabled(True)
        self.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        vertical, horizontal = self.verticalHeader(), self.horizontalHeader()
        if vertical is not None:
            vertical.hide()
            vertical.setDefaultSectionSize(vertical.minimumSectionSize() + 2)
        if horizontal is not None:
            horizontal.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            horizontal.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.doubleClicked.connect(lambda at: self.zoom_wanted.emit(at.data(ROW_ROLE)))
        selection = self.selectionModel()
        if selection is not None:
            selection.selectionChanged.connect(lambda *_: self._tell_selection())
        self._delegate = DeviationDelegate(self)

    def show_rows(self, rows: Sequence[TerritoryRow], criteria: Sequence[str]) -> None:
        """Show the territories."""
        kinds = [column.kind for column in self.rows.columns]
        self._shows = True
        self.rows.show_rows(rows, criteria)
        self._shows = False
        if [column.kind for column in self.rows.columns] == kinds:
            return
        for number, column in enumerate(self.rows.columns):
            delegate = self._delegate if column.kind == "deviation" else None
            self.setItemDelegateForColumn(number, delegate)  # type: ignore[arg-type]
            self.setColumnWidth(number, _WIDTHS.get(column.kind, _WIDTH))

    def select(self, territory: int) -> None:
        """Select one territory, and see that it is in view."""
        for row in range(self.order.rowCount()):
            index = self.order.index(row, 1)
            if index.data(ROW_ROLE) == territory:
                selection = self.selectionModel()
                flags = QItemSelectionModel.SelectionFlag
                if selection is not None:
                    how = flags.ClearAndSelect | flags.Rows
                    selection.setCurrentIndex(index, how)  # type: ignore[arg-type]
                self.scrollTo(index)
                return

    def selected(self) -> list[int]:
        """Selected territories, the current one first."""
        selection = self.selectionModel()
        if selection is None:
            return []
        found = [index.data(ROW_ROLE) for index in selection.selectedRows()]
        current = self.currentIndex().data(ROW_ROLE)
        return sorted(found, key=lambda territory: (territory != current, territory))

    def _tell_selection(self) -> None:
        if not self._shows:
            self.territories_chosen.emit(self.selected())

    def _menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        menu = QMenu(self)
        zoom = menu.addAction(tr("Zoom to it"))
        lock = menu.addAction(tr("Lock"))
        unlock = menu.addAction(tr("Unlock"))
        viewport = self.viewport()
        chosen = menu.exec(viewport.mapToGlobal(at)) if viewport is not None else None
        if chosen is None:
            return
        if chosen == zoom:
            self.zoom_wanted.emit(index.data(ROW_ROLE))
        elif chosen in (lock, unlock):
            self.wanted.emit("lock" if chosen == lock else "unlock")
