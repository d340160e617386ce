"""The plugin in a real QGIS window on a virtual screen."""

from __future__ import annotations

import pytest
from territory_design.processing_provider.algorithms import ALGORITHMS

SCENE = """
from qgis.core import QgsApplication
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QAction, QDockWidget
import qgis.utils


def scene(iface, folder):
    window = iface.mainWindow()
    button = window.findChild(QAction, "territoryDesignToolbox")
    toolbox = window.findChild(QDockWidget, "ProcessingToolbox")
    toolbox.hide()
    button.trigger()
    for _ in range(20):
        QCoreApplication.processEvents()
    window.grab().save(str(folder / "window.png"))
    (menu,) = [
        action.menu()
        for action in iface.pluginMenu().actions()
        if action.text().replace("&", "") == "Territory Design"
    ]
    entries = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.actions()[0].trigger()
    dialogs = window.findChildren(QgsProcessingAlgorithmDialogBase)
    opened = [dialog.windowTitle() for dialog in dialogs if dialog.isVisible()]
    for dialog in dialogs:
        dialog.grab().save(str(folder / "dialog.png"))
        dialog.close()
    before = shown(iface)
    reloaded = qgis.utils.reloadPlugin("territory_design")
    return {
        "active": "territory_design" in qgis.utils.active_plugins,
        "provider": QgsApplication.processingRegistry().providerById("territory") is not None,
        "button": button in before,
        "toolbox_opened": toolbox.isVisible(),
        "entries": entries,
        "opened": opened,
        "buttons_before": len(before),
        "reloaded": reloaded,
        "buttons_after": len(shown(iface)),
    }


def shown(iface):
    buttons = iface.pluginToolBar().actions()
    return [button for button in buttons if button.objectName() == "territoryDesignToolbox"]
"""


def test_plugin_in_a_real_window(desktop, tmp_path):
    answer = desktop.run(SCENE, tmp_path)

    assert answer["active"]
    assert answer["provider"]
    assert answer["button"]
    assert answer["toolbox_opened"]
    assert len(answer["entries"]) == len(ALGORITHMS) + 1
    (opened,) = answer["opened"]
    assert opened.endswith(answer["entries"][0].rstrip("…"))
    assert answer["reloaded"]
    assert answer["buttons_before"] == answer["buttons_after"] == 1

    picture = desktop.colours(tmp_path / "window.png")
    assert picture.total() > 250_000, "the window is too small to be QGIS's"
    _, most_frequent = picture.most_common(1)[0]
    assert most_frequent < 0.98 * picture.total(), "the window is blank"
    assert len(picture) > 100


def test_an_error_behind_a_click_ends_the_scene(desktop, tmp_path):
    scene = """
from qgis.PyQt.QtCore import QCoreApplication, QTimer


def scene(iface, folder):
    QTimer.singleShot(0, lambda: 1 / 0)
    QCoreApplication.processEvents()
    return {}
"""
    with pytest.raises(pytest.fail.Exception, match="ZeroDivisionError"):
        desktop.run(scene, tmp_path)
