"""The plugin in a real QGIS window on a virtual screen."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from qgis.PyQt.QtGui import QImage

SCENE = """
from qgis.core import QgsApplication
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
    menus = [action.text().replace("&", "") for action in iface.pluginMenu().actions()]
    before = shown(iface)
    reloaded = qgis.utils.reloadPlugin("territory_design")
    return {
        "active": "territory_design" in qgis.utils.active_plugins,
        "provider": QgsApplication.processingRegistry().providerById("territory") is not None,
        "button": button in before,
        "toolbox_opened": toolbox.isVisible(),
        "menus": menus,
        "buttons_before": len(before),
        "reloaded": reloaded,
        "buttons_after": len(shown(iface)),
    }


def shown(iface):
    buttons = iface.pluginToolBar().actions()
    return [button for button in buttons if button.objectName() == "territoryDesignToolbox"]
"""


def colours(picture: Path) -> Counter:
    """How many pixels of each colour a picture has, every second pixel in both directions."""
    image = QImage(str(picture))
    assert not image.isNull(), f"{picture} is no picture"
    return Counter(
        image.pixelColor(x, y).name()
        for y in range(0, image.height(), 2)
        for x in range(0, image.width(), 2)
    )


def test_plugin_in_a_real_window(desktop, tmp_path):
    answer = desktop.run(SCENE, tmp_path)

    assert answer["active"]
    assert answer["provider"]
    assert answer["button"]
    assert answer["toolbox_opened"]
    assert "Territory Design" in answer["menus"]
    assert answer["reloaded"]
    assert answer["buttons_before"] == answer["buttons_after"] == 1

    picture = colours(tmp_path / "window.png")
    assert picture.total() > 250_000, "the window is too small to be QGIS's"
    _, most_frequent = picture.most_common(1)[0]
    assert most_frequent < 0.98 * picture.total(), "the window is blank"
    assert len(picture) > 100
