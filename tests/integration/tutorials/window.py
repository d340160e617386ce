"""What scenes of tutorials do in the window; run inside QGIS."""

from __future__ import annotations

import time
from pathlib import Path

import processing
from qgis.core import QgsApplication, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer
from qgis.PyQt.QtGui import QTextCursor
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QFileDialog, QTextEdit, QWidget

SEARCH: dict = {}
"""What else a search is told: a test, for which a rougher plan will do, ends it early."""
WORKBENCH = {"seconds": 5}
"""How long the workbench searches; the same holds for it."""


def pause(times: int = 1) -> None:
    """Let the window work; sleeps, as it does, while there is nothing to do."""
    for _ in range(times):
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def wait(until, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "waited in vain"
        pause()


def settle(iface) -> None:
    """Wait until the map is drawn."""
    canvas = iface.mapCanvas()
    canvas.refreshAllLayers()
    pause(10)
    wait(lambda: not canvas.isDrawing(), 60)
    pause(5)
    wait(lambda: not canvas.isDrawing(), 60)


def open_example(iface, folder: Path) -> QDockWidget:
    """Plugins ▸ Territory Design ▸ Example project."""
    window = iface.mainWindow()
    QFileDialog.getExistingDirectory = staticmethod(lambda *_: str(folder))
    window.findChild(QAction, "territoryDesignExample").trigger()
    settle(iface)
    return window.findChild(QDockWidget, "territoryDesignFirstSteps")


def in_words(text: str, number: int = -1) -> str:
    """A text of the plugin in the language that the window speaks."""
    return QCoreApplication.translate("TerritoryDesign", text, None, number)


def layer(title: str) -> QgsVectorLayer:
    """A layer of the project by its English name, the topmost of that name."""
    root = QgsProject.instance().layerTreeRoot()
    return next(found for found in root.layerOrder() if found.name() == in_words(title))


def dialog_for(algorithm: str, parameters: dict):
    """The algorithm's dialog, filled in."""
    if algorithm == "balance":
        parameters = SEARCH | parameters
    dialog = processing.createAlgorithmDialog(f"territory:{algorithm}", parameters)
    dialog.resize(820, 640)
    dialog.show()
    pause(5)
    return dialog


def run(dialog, seconds: float = 180.0) -> dict:
    """Press Run, wait, close; what came out."""
    answers = []
    dialog.algorithmFinished.connect(lambda ok, results: answers.append((ok, results)))
    dialog.runButton().click()
    wait(lambda: answers, seconds)
    ((ok, results),) = answers
    assert ok, dialog.windowTitle()
    return results


def refused(dialog, seconds: float = 60.0) -> str:
    """Press Run where the plugin says no; the text that it says."""
    answers = []
    dialog.algorithmFinished.connect(lambda ok, _: answers.append(ok))
    dialog.runButton().click()
    wait(lambda: answers, seconds)
    assert answers == [False]
    return log_of(dialog)


def log_of(dialog) -> str:
    return "\n".join(text.toPlainText() for text in dialog.findChildren(QTextEdit))


def show_line(dialog, words: str) -> None:
    """Scroll the log so far that the first line with these words is near its top."""
    for text in dialog.findChildren(QTextEdit):
        text.moveCursor(QTextCursor.MoveOperation.Start)
        if text.find(words):
            cursor = text.textCursor()
            cursor.clearSelection()
            text.setTextCursor(cursor)
            bar = text.verticalScrollBar()
            bar.setValue(bar.value() + text.cursorRect().top() - 60)


def close(dialog) -> None:
    dialog.close()
    dialog.deleteLater()
    pause(3)


def show_only(iface, layers: list) -> None:
    """Show these layers alone, and the whole of them."""
    root = QgsProject.instance().layerTreeRoot()
    extent = QgsRectangle()
    for node in root.findLayers():
        node.setItemVisibilityChecked(node.layer() in layers)
        node.setExpanded(False)
        if node.layer() in layers and node.layer().isSpatial():
            node.setItemVisibilityCheckedParentRecursive(True)
            extent.combineExtentWith(node.layer().extent())
    if not extent.isEmpty():
        extent.scale(1.08)
        iface.mapCanvas().setExtent(extent)
    settle(iface)


def save(widget: QWidget, path: Path) -> None:
    """A picture of a part of the window, small enough for a manual."""
    assert widget.grab().save(str(path), "WEBP", 70)


def save_small(iface, path: Path) -> None:
    """A picture of the window on a small screen."""
    window, size = iface.mainWindow(), iface.mainWindow().size()
    window.resize(1366, 768)
    settle(iface)
    save(window, path)
    window.resize(size)
    settle(iface)


def save_dark(iface, path: Path) -> None:
    """A picture of the window in QGIS's dark theme; the last one: some of it stays dark."""
    theme = QgsApplication.themeName()
    QgsApplication.setUITheme("Night Mapping")
    settle(iface)
    save(iface.mainWindow(), path)
    QgsApplication.setUITheme(theme)
    settle(iface)
