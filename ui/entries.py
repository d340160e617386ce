"""Menu entries and the toolbar button; they lead to the algorithms in Processing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QLineEdit

from ..processing_provider.catalogue import ALGORITHMS
from ..processing_provider.common.texts import tr
from ..processing_provider.provider import ICON_PATH, PROVIDER_ID
from .edit_models import ModelEditing
from .example import ExampleProject

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .workbench.workbench import Workbench

MENU = "&Territory Design"
WORKBENCH_ICON = str(Path(ICON_PATH).with_name("workbench.svg"))
TOOLBOX_FILTER = f"{PROVIDER_ID}:"


class WindowEntries:
    """The plugin's menu (one entry per algorithm, by group) and its toolbar button.

    Parameters
    ----------
    iface : QgisInterface
        The window that gets the entries.
    """

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._toolbox_action = self._action(
            tr("Show in the Processing Toolbox"), QIcon(ICON_PATH), self._show_toolbox
        )
        self._toolbox_action.setObjectName("territoryDesignToolbox")
        self._toolbox_action.setToolTip(tr("Territory Design: show in the Processing Toolbox"))
        self._workbench: Workbench | None = None
        self._workbench_action = self._action(
            tr("Territory workbench"), QIcon(WORKBENCH_ICON), self._toggle_workbench
        )
        self._workbench_action.setObjectName("territoryDesignWorkbenchAction")
        self._workbench_action.setToolTip(tr("Territory workbench: plan and adjust on the map"))
        self._workbench_action.setCheckable(True)
        self._model_editing = ModelEditing()
        self._example = ExampleProject(iface)
        self._example_action = self._action(
            tr("Example project"),
            QgsApplication.getThemeIcon("mActionFileOpen.svg"),
            self._example.open,
        )
        self._example_action.setObjectName("territoryDesignExample")
        separator = QAction(iface.mainWindow())
        separator.setSeparator(True)
        self._menu_actions = [
            *(self._workbench_action, separator),
            *self._algorithm_actions(),
            self._toolbox_action,
            self._example_action,
            *self._layout_actions(),
        ]
        for action in self._menu_actions:
            iface.addPluginToMenu(MENU, action)
        for action in self._buttons:
            iface.addToolBarIcon(action)

    @property
    def _buttons(self) -> tuple[QAction, ...]:
        return self._workbench_action, self._toolbox_action

    @property
    def workbench(self) -> Workbench | None:
        """The workbench; None until it is first opened."""
        return self._workbench

    def end_work(self) -> None:
        """Have the workbench begin nothing any more."""
        if self._workbench is not None:
            self._workbench.end_work()

    def remove(self) -> None:
        """Take all entries out of the window."""
        self._model_editing.remove()
        self._example.close()
        if self._workbench is not None:
            self._workbench.close()
            self._workbench = None
        for action in self._buttons:
            self._iface.removeToolBarIcon(action)
        for action in self._menu_actions:
            self._iface.removePluginMenu(MENU, action)
            action.deleteLater()
        self._menu_actions = []

    def _layout_actions(self) -> list[QAction]:
        icon = QgsApplication.getThemeIcon("mActionNewLayout.svg")
        labels = {
            "a4": tr("Print layout of the territories (A4)"),
            "a3": tr("Print layout of the territories (A3)"),
        }
        actions = []
        for paper, label in labels.items():
            action = self._action(label, icon, partial(self._open_layout, paper))
            action.setObjectName(f"territoryDesignLayout_{paper}")
            actions.append(action)
        return actions

    def _algorithm_actions(self) -> list[QAction]:
        """One action per algorithm in the order of the list, a separator after each group."""
        actions: list[QAction] = []
        algorithms = [algorithm() for algorithm in ALGORITHMS]
        for algorithm, following in zip(algorithms, [*algorithms[1:], None]):
            slot = partial(self._open_dialog, f"{PROVIDER_ID}:{algorithm.name()}")
            actions.append(
                self._action(
                    tr("{algorithm}…").format(algorithm=algorithm.displayName()),
                    algorithm.icon(),
                    slot,
                )
            )
            if following is None or following.group() != algorithm.group():
                separator = QAction(self._iface.mainWindow())
                separator.setSeparator(True)
                actions.append(separator)
        return actions

    def _action(self, text: str, icon: QIcon, slot: Callable[[], None]) -> QAction:
        action = QAction(icon, text, self._iface.mainWindow())
        action.triggered.connect(lambda _checked=False: slot())
        return action

    def _open_dialog(self, algorithm_id: str) -> None:
        import processing

        # Shown, not executed: the map stays usable while the user fills it in.
        processing.createAlgorithmDialog(algorithm_id).show()

    def _toggle_workbench(self) -> None:
        """Show or hide the dock, which is made when it is first asked for."""
        wanted = self._workbench_action.isChecked()
        if self._workbench is None:
            if not wanted:
                return
            from .workbench.workbench import Workbench

            self._workbench = Workbench(self._iface)
            self._workbench.dock.visibilityChanged.connect(self._show_checked)
        self._workbench.show(wanted)

    def _show_checked(self, _visible: bool) -> None:
        if self._workbench is not None:
            # Hidden behind another dock it is still there.
            self._workbench_action.setChecked(not self._workbench.dock.isHidden())

    def _open_layout(self, paper: str) -> None:
        from .print_layout import open_layout

        open_layout(self._iface, paper)

    def _show_toolbox(self) -> None:
        """Open the Processing Toolbox, narrowed down to this provider's algorithms."""
        toolbox = self._iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
        if not isinstance(toolbox, QDockWidget):
            self._iface.messageBar().pushMessage(
                "Territory Design",
                tr(
                    "The Processing toolbox is not available. Enable the plugin “Processing” under "
                    "Plugins ▸ Manage and Install Plugins… and try again."
                ),
                level=Qgis.MessageLevel.Warning,
            )
            return
        toolbox.show()
        toolbox.raise_()
        search = toolbox.findChild(QLineEdit, "searchBox")
        if isinstance(search, QLineEdit):
            search.setText(TOOLBOX_FILTER)
