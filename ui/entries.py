"""Menu entries and the toolbar button; they lead to the algorithms in Processing."""

from __future__ import annotations

from functools import partial

from qgis.core import Qgis, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QLineEdit

MENU = "&Territory Design"
TOOLBOX_FILTER = "territory:"


class WindowEntries:
    """The plugin's menu (one entry per algorithm) and its toolbar button.

    Parameters
    ----------
    iface : QgisInterface
        The window that gets the entries.
    provider : QgsProcessingProvider
        The registered provider whose algorithms the menu lists.
    """

    def __init__(self, iface, provider: QgsProcessingProvider) -> None:
        self._iface = iface
        self._algorithm_actions = [
            self._action(
                f"{algorithm.displayName()}…",
                algorithm.icon(),
                partial(self._open_dialog, algorithm.id()),
            )
            for algorithm in provider.algorithms()
        ]
        self._toolbox_action = self._action(
            "Territory Design in the Processing Toolbox", provider.icon(), self._show_toolbox
        )
        self._toolbox_action.setObjectName("territoryDesignToolbox")
        for action in (*self._algorithm_actions, self._toolbox_action):
            iface.addPluginToMenu(MENU, action)
        iface.addToolBarIcon(self._toolbox_action)

    def remove(self) -> None:
        """Take all entries out of the window."""
        self._iface.removeToolBarIcon(self._toolbox_action)
        for action in (*self._algorithm_actions, self._toolbox_action):
            self._iface.removePluginMenu(MENU, action)
            action.deleteLater()
        self._algorithm_actions = []

    def _action(self, text: str, icon: QIcon, slot) -> QAction:
        action = QAction(icon, text, self._iface.mainWindow())
        action.triggered.connect(lambda _checked=False: slot())
        return action

    def _open_dialog(self, algorithm_id: str) -> None:
        import processing

        processing.execAlgorithmDialog(algorithm_id)

    def _show_toolbox(self) -> None:
        """Open the Processing Toolbox, narrowed down to this provider's algorithms."""
        toolbox = self._iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
        if toolbox is None:
            self._iface.messageBar().pushMessage(
                "Territory Design",
                "The Processing toolbox is not available. Enable the plugin “Processing” under "
                "Plugins ▸ Manage and Install Plugins… and try again.",
                level=Qgis.MessageLevel.Warning,
            )
            return
        toolbox.show()
        toolbox.raise_()
        search = toolbox.findChild(QLineEdit, "searchBox")
        if search is not None:
            search.setText(TOOLBOX_FILTER)
