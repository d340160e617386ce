"""The tools of the page of the plan: buttons, menus, and from whom areas are taken."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...processing_provider.common.texts import tr
from ...processing_provider.provider import ICON_PATH
from .map_tool import ANYBODY, Mode

# QGIS's own is black on any ground.
PEOPLE_ICON = str(Path(ICON_PATH).with_name("people.svg"))


class PlanTools(QWidget):
    """Passes wishes on; what they mean is up to the workbench.

    Attributes
    ----------
    modes : dict
        The button of each :class:`.Mode`.
    buttons : dict
        Those of actions, by their names.
    mode_wanted : signal(object)
        A :class:`.Mode`, or None for no tool.
    wanted : signal(str)
        The name of an action: undo, redo, best, repair, nobody, give, drop, lock, unlock,
        lock_all, unlock_all, leave, join, share.
    source_chosen : signal(int)
        From whom areas may be taken.
    groups_toggled : signal(bool)
        Whether whole groups are taken.
    """

    mode_wanted = pyqtSignal(object)
    wanted = pyqtSignal(str)
    source_chosen = pyqtSignal(int)
    groups_toggled = pyqtSignal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shows = False
        self.modes: dict[Mode, QToolButton] = {}
        self.buttons: dict[str, QToolButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._tool_row())
        column.addLayout(self._filter_row())

    # --- widgets -----------------------------------------------------------------------------

    def _tool_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(1)
        for mode, icon, tip in (
            (
                Mode.PAINT,
                "/mActionSelectPolygon.svg",
                tr("Click or paint areas (N, P: next, previous territory; hold space: pan)"),
            ),
            (Mode.RECTANGLE, "/mActionSelectRectangle.svg", tr("Catch areas in a rectangle")),
            (Mode.LASSO, "/mActionSelectFreehand.svg", tr("Catch areas with a lasso")),
            (Mode.ASK, "/mActionIdentify.svg", tr("Why is this area here? Click it")),
        ):
            button = _button(QgsApplication.getThemeIcon(icon), tip)
            button.setCheckable(True)
            button.setObjectName(f"workbenchMode_{mode.value}")
            button.clicked.connect(lambda on, m=mode: self.mode_wanted.emit(m if on else None))
            self.modes[mode] = button
            row.addWidget(button)
        for name, icon, tip in (
            ("undo", "/mActionUndo.svg", tr("Undo the last stroke")),
            ("redo", "/mActionRedo.svg", tr("Redo")),
            ("nobody", "/mActionDeselectAll.svg", tr("Give areas to nobody (U)")),
            ("best", "/mActionHighlightFeature.svg", tr("Best next move: show it, then Enter")),
            ("repair", "/mActionMergeFeatures.svg", tr("Repair contiguity: join cut-off parts")),
        ):
            button = self._action(name, _button(QgsApplication.getThemeIcon(icon), tip))
            row.addWidget(button)
        self.buttons["nobody"].setCheckable(True)
        row.addWidget(self._locks())
        row.addWidget(self._people())
        row.addStretch()
        for name, text, tip in (
            ("give", tr("Assign"), tr("Give what is shaded to the territory (Enter)")),
            ("drop", tr("Drop"), tr("Forget what is shaded (Escape)")),
        ):
            button = QToolButton()
            button.setText(text)
            button.setToolTip(tip)
            row.addWidget(self._action(name, button))
        self.show_waiting(False)
        return row

    def _action(self, name: str, button: QToolButton) -> QToolButton:
        button.clicked.connect(lambda: self.wanted.emit(name))
        self.buttons[name] = button
        return button

    def _locks(self) -> QToolButton:
        return self._menu_button(
            QgsApplication.getThemeIcon("/locked.svg"),
            tr("Locks: the hand and the optimiser keep to them (L: the area under the pointer)"),
            (
                ("lock", tr("Lock selected territories")),
                ("unlock", tr("Unlock selected territories")),
                ("lock_all", tr("Lock all territories")),
                ("unlock_all", tr("Unlock everything")),
            ),
        )

    def _people(self) -> QToolButton:
        return self._menu_button(
            QIcon(PEOPLE_ICON),
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
        button = _button(icon, tip)
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

    # --- showing -----------------------------------------------------------------------------

    def show_sources(self, names: Sequence[str]) -> None:
        """Fill the choice of territories from which areas may be taken."""
        self._shows = True
        self.source.clear()
        self.source.addItem(tr("from anybody"), ANYBODY)
        self.source.addItem(tr("only what nobody has"), -1)
        for number, name in enumerate(names):
            self.source.addItem(tr("only from {name}").format(name=name), number)
        self._shows = False

    def show_active(self, name: str, *, nobody: bool = False) -> None:
        """Show to whom areas go."""
        self.active.setText(tr("To: {name}").format(name=name))
        self.buttons["nobody"].setChecked(nobody)

    def show_mode(self, mode: Mode | None) -> None:
        """Press the button of the tool that is in the hand."""
        for own, button in self.modes.items():
            button.setChecked(own == mode)

    def show_waiting(self, waits: bool, *, allowed: bool = True) -> None:
        """Whether something waits to be accepted, where that is allowed, or dropped."""
        self.buttons["give"].setEnabled(waits and allowed)
        self.buttons["drop"].setEnabled(waits)

    def _source_chosen(self) -> None:
        if not self._shows:
            self.source_chosen.emit(int(self.source.currentData()))


def _button(icon: QIcon, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon)
    button.setToolTip(tip)
    button.setAutoRaise(True)
    return button
