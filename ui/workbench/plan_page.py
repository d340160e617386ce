"""The page of the plan: tools, the table of territories, totals, problems."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QItemSelectionModel, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.texts import Text
from ...processing_provider.common.texts import counted, tr, worded
from .delegates import DeviationDelegate
from .map_tool import ANYBODY, Mode
from .rows import Totals
from .territory_model import ROW_ROLE, TerritoryModel, TerritoryOrder, TerritoryRow
from .wording import kilometres

# Room for a refusal of two lines and the four lines of figures.
_PREVIEW_LINES = 6
_LINE_BREAK = "<br>"


class PlanPage(QWidget):
    """Shows rows and passes wishes on; what they mean is up to the workbench.

    Attributes
    ----------
    territories_chosen : signal(list)
        Numbers of the selected territories, the current one first.
    zoom_wanted, problem_chosen : signal(int)
        A territory; a row of the list of problems.
    mode_wanted : signal(object)
        A :class:`.Mode`, or None for no tool.
    wanted : signal(str)
        The name of an action: undo, redo, best, repair, nobody, give, drop, lock, unlock,
        lock_all, unlock_all, leave, join, share.
    """

    territories_chosen = pyqtSignal(list)
    zoom_wanted = pyqtSignal(int)
    problem_chosen = pyqtSignal(int)
    mode_wanted = pyqtSignal(object)
    wanted = pyqtSignal(str)
    source_chosen = pyqtSignal(int)
    groups_toggled = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shows = False
        self.modes: dict[Mode, QToolButton] = {}
        self.actions_by_name: dict[str, QToolButton] = {}
        self._make_table()
        self._make_labels()
        self._make_caught()
        self._lay_out()

    # --- widgets -----------------------------------------------------------------------------

    def _make_table(self) -> None:
        self.model = TerritoryModel(self, QgsApplication.getThemeIcon("/locked.svg"))
        self.order = TerritoryOrder(self)
        self.order.setSourceModel(self.model)
        self.table = QTableView()
        self.table.setObjectName("workbenchTable")
        self.table.setModel(self.order)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        vertical, horizontal = self.table.verticalHeader(), self.table.horizontalHeader()
        if vertical is not None:
            vertical.hide()
            vertical.setDefaultSectionSize(vertical.minimumSectionSize() + 2)
        if horizontal is not None:
            horizontal.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            horizontal.setHighlightSections(False)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.doubleClicked.connect(lambda at: self.zoom_wanted.emit(at.data(ROW_ROLE)))
        selection = self.table.selectionModel()
        if selection is not None:
            selection.selectionChanged.connect(lambda *_: self._tell_selection())
        self._delegate = DeviationDelegate(self.table)

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
        tools = QHBoxLayout()
        tools.setSpacing(1)
        for mode, icon, tip in (
            (
                Mode.PAINT,
                "/mActionSelectPolygon.svg",
                tr("Click or paint areas"),
            ),
            (Mode.RECTANGLE, "/mActionSelectRectangle.svg", tr("Catch areas in a rectangle")),
            (Mode.LASSO, "/mActionSelectFreehand.svg", tr("Catch areas with a lasso")),
            (Mode.ASK, "/mActionIdentify.svg", tr("Why is this area here? Click it")),
        ):
            button = self._button(icon, tip)
            button.setCheckable(True)
            button.setObjectName(f"workbenchMode_{mode.value}")
            button.clicked.connect(lambda on, m=mode: self.mode_wanted.emit(m if on else None))
            self.modes[mode] = button
            tools.addWidget(button)
        for name, icon, tip in (
            ("undo", "/mActionUndo.svg", tr("Undo the last stroke")),
            ("redo", "/mActionRedo.svg", tr("Redo")),
            ("nobody", "/mActionDeselectAll.svg", tr("Give areas to nobody (U)")),
            ("best", "/mActionHighlightFeature.svg", tr("Best next move: show it, then Enter")),
            ("repair", "/mActionMergeFeatures.svg", tr("Repair contiguity: join cut-off parts")),
        ):
            button = self._button(icon, tip)
            button.clicked.connect(lambda _=False, n=name: self.wanted.emit(n))
            self.actions_by_name[name] = button
            tools.addWidget(button)
        self.actions_by_name["nobody"].setCheckable(True)
        tools.addWidget(self._lock_button())
        tools.addWidget(self._people_button())
        tools.addStretch()
        tools.addWidget(self.give)
        tools.addWidget(self.drop)
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
        column.addLayout(tools)
        column.addLayout(self._filter_row())
        column.addWidget(self.preview)
        column.addWidget(splitter, 1)

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setToolTip(tip)
        button.setAutoRaise(True)
        return button

    def _lock_button(self) -> QToolButton:
        return self._menu_button(
            QgsApplication.getThemeIcon("/locked.svg"),
            tr("Locks: the hand and the optimiser keep to them"),
            (
                ("lock", tr("Lock selected territories")),
                ("unlock", tr("Unlock selected territories")),
                ("lock_all", tr("Lock all territories")),
                ("unlock_all", tr("Unlock everything")),
            ),
        )

    def _people_button(self) -> QToolButton:
        return self._menu_button(
            QgsApplication.getThemeIcon("/user.svg"),
            tr("People come and go"),
            (
                ("leave", tr("The representative leaves…")),
                ("join", tr("Somebody joins… (click the home on the map)")),
                ("share", tr("Change the share of the work…")),
            ),
        )

    def _menu_button(
        self, icon: QIcon, tip: str, entries: Sequence[tuple[str, str]]
    ) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon)
        button.setToolTip(tip)
        button.setAutoRaise(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name, text in entries:
            action = menu.addAction(text)
            if action is not None:
                action.triggered.connect(lambda _=False, n=name: self.wanted.emit(n))
        button.setMenu(menu)
        return button

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.active = QLabel()
        self.active.setTextFormat(Qt.TextFormat.PlainText)  # names are no markup
        self.active.setObjectName("workbenchActive")
        self.source = QComboBox()
        self.source.setObjectName("workbenchSource")
        self.source.setToolTip(tr("Take areas only from this territory"))
        self.source.currentIndexChanged.connect(self._source_chosen)
        self.groups = QCheckBox(tr("Whole groups"))
        self.groups.setToolTip(tr("Areas that stay together are taken together."))
        self.groups.toggled.connect(self.groups_toggled)
        row.addWidget(self.active, 1)
        row.addWidget(self.source, 1)
        row.addWidget(self.groups)
        return row

    def _make_caught(self) -> None:
        self.give = QToolButton()
        self.give.setText(tr("Assign"))
        self.give.setToolTip(tr("Give what is shaded to the territory (Enter)"))
        self.drop = QToolButton()
        self.drop.setText(tr("Drop"))
        self.drop.setToolTip(tr("Forget what is shaded (Escape)"))
        for name, button in (("give", self.give), ("drop", self.drop)):
            button.clicked.connect(lambda _=False, n=name: self.wanted.emit(n))
            button.setEnabled(False)

    # --- showing -----------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[TerritoryRow], criteria: Sequence[str]) -> None:
        """Show the territories."""
        columns = len(self.model.columns)
        self._shows = True
        self.model.show_rows(rows, criteria)
        self._shows = False
        if len(self.model.columns) == columns:
            return
        for number, column in enumerate(self.model.columns):
            deviation = column.kind == "deviation"
            delegate = self._delegate if deviation else None
            self.table.setItemDelegateForColumn(number, delegate)  # type: ignore[arg-type]
            width = {"lock": 24, "deviation": 130, "name": 110}.get(column.kind, 72)
            self.table.setColumnWidth(number, width)

    def show_sources(self, names: Sequence[str]) -> None:
        """Fill the choice of territories from which areas may be taken."""
        self._shows = True
        self.source.clear()
        self.source.addItem(tr("from anybody"), ANYBODY)
        self.source.addItem(tr("only what nobody has"), -1)
        for number, name in enumerate(names):
            self.source.addItem(tr("only from {name}").format(name=name), number)
        self._shows = False

    def show_totals(self, totals: Totals) -> None:
        """Show the line below the table."""
        self.totals.setText(
            worded(
                Text.of(
                    "Worst deviation {worst:.2f} % (no plan below {bound:.2f} %) · σ {sigma:.2f} "
                    "% · "
                    "mean trip {trip} · borders {border} · changed {changed:.1f} %",
                    worst=totals.worst_pct,
                    bound=totals.bound_pct,
                    sigma=totals.sigma_pct,
                    trip=kilometres(totals.mean_trip_m),
                    border=kilometres(totals.border_m),
                    changed=totals.changed_pct,
                )
            )
        )

    def show_problems(self, sentences: Sequence[str]) -> None:
        """Show what is wrong with the plan."""
        count = len(sentences)
        self.problems_title.setText(
            counted(count, "{count} problem", "{count} problems") if count else tr("No problems")
        )
        if [self.problems.item(row).text() for row in range(self.problems.count())] == list(
            sentences
        ):
            return
        self.problems.clear()
        self.problems.addItems(list(sentences))

    def show_preview(self, lines: Sequence[str], *, waits: bool = False) -> None:
        """Show what a stroke would do; ``waits`` for it to be accepted."""
        text = "\n".join(lines)
        self.preview.setText(text)
        self.preview.setToolTip(_LINE_BREAK.join(escape(line) for line in lines))
        self.give.setEnabled(waits)
        self.drop.setEnabled(waits)

    def show_active(self, name: str, *, nobody: bool = False) -> None:
        """Show to whom areas go."""
        self.active.setText(tr("To: {name}").format(name=name))
        self.actions_by_name["nobody"].setChecked(nobody)

    def show_mode(self, mode: Mode | None) -> None:
        """Press the button of the tool that is in the hand."""
        for own, button in self.modes.items():
            button.setChecked(own == mode)

    def select(self, territory: int) -> None:
        """Select one territory, and see that it is in view."""
        for row in range(self.order.rowCount()):
            index = self.order.index(row, 1)
            if index.data(ROW_ROLE) == territory:
                selection = self.table.selectionModel()
                flags = QItemSelectionModel.SelectionFlag
                if selection is not None:
                    how = flags.ClearAndSelect | flags.Rows
                    selection.setCurrentIndex(index, how)  # type: ignore[arg-type]
                self.table.scrollTo(index)
                return

    def selected(self) -> list[int]:
        """Selected territories, the current one first."""
        selection = self.table.selectionModel()
        if selection is None:
            return []
        found = [index.data(ROW_ROLE) for index in selection.selectedRows()]
        current = self.table.currentIndex().data(ROW_ROLE)
        return sorted(found, key=lambda territory: (territory != current, territory))

    # --- events ------------------------------------------------------------------------------

    def _tell_selection(self) -> None:
        if not self._shows:
            self.territories_chosen.emit(self.selected())

    def _source_chosen(self) -> None:
        if not self._shows:
            self.source_chosen.emit(int(self.source.currentData()))

    def _problem(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.problem_chosen.emit(self.problems.row(item))

    def _menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if not index.isValid():
            return
        menu = QMenu(self)
        zoom = menu.addAction(tr("Zoom to it"))
        lock = menu.addAction(tr("Lock"))
        unlock = menu.addAction(tr("Unlock"))
        viewport = self.table.viewport()
        chosen = menu.exec(viewport.mapToGlobal(at)) if viewport is not None else None
        if chosen is None:
            return
        if chosen == zoom:
            self.zoom_wanted.emit(index.data(ROW_ROLE))
        elif chosen in (lock, unlock):
            self.wanted.emit("lock" if chosen == lock else "unlock")
