"""The example in a real window: opened by the menu, its first steps and the tutorials followed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from territory_design.tests.integration.test_tutorials import pictures
from territory_design.ui.example import FOLDER, PROJECT, SHIPPED, copy_of_the_example

SCENE = """
import time

import qgis.utils
from qgis.core import QgsApplication, QgsLayoutExporter, QgsProject, QgsSettings
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QFileDialog, QTextBrowser


def pause():
    loop = QEventLoop()
    QTimer.singleShot(20, loop.quit)
    loop.exec()


def wait(until, seconds):
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "waited in vain"
        pause()


def scene(iface, folder):
    window = iface.mainWindow()
    # Other windows may have used the profile, and the workbench remembers its place there.
    known = set(QgsSettings().allKeys())
    QFileDialog.getExistingDirectory = staticmethod(lambda *_: str(folder))
    window.findChild(QAction, "territoryDesignExample").trigger()
    wait(lambda: not iface.mapCanvas().isDrawing(), 30)
    for _ in range(30):
        pause()
    project = QgsProject.instance()
    steps = window.findChild(QDockWidget, "territoryDesignFirstSteps")
    window.grab().save(str(folder / "example.png"))
    page = steps.findChild(QTextBrowser)
    opened = []
    QDesktopServices.openUrl = lambda url: opened.append(url.toLocalFile())
    page.anchorClicked.emit(QUrl("tutorials"))
    titles, results = [], []
    for number in range(5):
        page.anchorClicked.emit(QUrl(f"step:{number}"))
        (dialog,) = [
            dialog
            for dialog in window.findChildren(QgsProcessingAlgorithmDialogBase)
            if dialog.isVisible()
        ]
        titles.append(dialog.windowTitle())
        answers = []
        dialog.algorithmFinished.connect(lambda ok, found, a=answers: a.append((ok, found)))
        dialog.runButton().click()
        wait(lambda a=answers: a, 120)
        ((ok, found),) = answers
        assert ok, titles[-1]
        results.append({k: v for k, v in found.items() if isinstance(v, (int, float))})
        dialog.close()
        dialog.deleteLater()
        QCoreApplication.processEvents()
        for _ in range(5):
            pause()
    wait(lambda: not iface.mapCanvas().isDrawing(), 30)
    for _ in range(50):
        pause()
    layouts = {}
    for paper in ("a4", "a3"):
        window.findChild(QAction, f"territoryDesignLayout_{paper}").trigger()
        layout = project.layoutManager().printLayouts()[-1]
        exporter = QgsLayoutExporter(layout)
        assert exporter.renderPageToImage(0, dpi=100).save(str(folder / f"{paper}.png"))
        size = layout.pageCollection().page(0).pageSize()
        table = layout.itemById("table").multiFrame()
        columns = [column.heading() for column in table.columns()]
        rows = table.sourceLayer().featureCount()
        layouts[paper] = [layout.name(), size.width(), size.height(), rows, len(columns)]
        (shown,) = layout.itemById("legend").model().rootGroup().findLayers()
        layouts[paper].append(shown.layer().name())
    for designer in iface.openLayoutDesigners():
        designer.close()
    window.grab().save(str(folder / "followed.png"))
    docked = steps.isVisible()
    qgis.utils.unloadPlugin("territory_design")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    pause()
    left = [one.objectName() for one in window.findChildren(QObject)]
    settings = set(QgsSettings().allKeys()) - known
    return {
        "file": project.fileName(),
        "valid": [layer.name() for layer in project.mapLayers().values() if layer.isValid()],
        "layers": len(project.mapLayers()),
        "docked": docked,
        "opened": opened,
        "titles": titles,
        "layouts": layouts,
        "left": [name for name in left if name.startswith("territoryDesign")],
        "menus": [one.text() for one in iface.pluginMenu().actions() if "Territory" in one.text()],
        "provider": QgsApplication.processingRegistry().providerById("territory") is not None,
        "settings": [key for key in settings if "territory" in key.lower()],
        "results": results,
    }
"""


TUTORIALS = """
import qgis.utils
from territory_design.tests.integration.tutorials import window
from territory_design.tests.integration.tutorials.scenes import play

window.SEARCH.update(POPULATION=4, ISLANDS=1, MAX_GENERATIONS=1)
window.WORKBENCH["seconds"] = 1


def scene(iface, folder):
    # The scene before has switched the plugin off.
    assert qgis.utils.loadPlugin("territory_design")
    assert qgis.utils.startPlugin("territory_design")
    return play(iface, folder, PLAYED)
"""
# The others take minutes and are played by `make pictures`, which fails as this does.
PLAYED = ("from_nothing", "leaves_and_joins", "portfolios", "workbench")


@pytest.fixture(scope="module")
def window(desktop, tmp_path_factory) -> Path:
    """The folder of a window in which the first steps are followed, then the tutorials."""
    folder = tmp_path_factory.mktemp("window")
    tutorials = f"{TUTORIALS}\n\nPLAYED = {PLAYED!r}\n"
    desktop.play({"example": SCENE, "tutorials": tutorials}, folder, timeout_s=600)
    return folder


FILLED = "Areas by territory"  # the legend has the colours that are seen on the map


def test_tutorials_can_be_followed(window):
    folder = window / "tutorials"
    told = json.loads((folder / "answer.json").read_text(encoding="utf-8"))
    assert set(told) == set(PLAYED)
    made = {path.name for path in folder.glob("*.webp")}
    assert made == {Path(one).name for name in PLAYED for one in pictures(name)}


def test_the_example_opens_and_its_first_steps_can_be_followed(window):
    answer = json.loads((window / "example" / "answer.json").read_text(encoding="utf-8"))

    assert answer["file"] == str(window / "example" / FOLDER / PROJECT)
    assert answer["docked"]
    (tutorials,) = answer["opened"]
    assert Path(tutorials).parent.name == "tutorials"
    assert Path(tutorials).stem == "index"
    assert Path(tutorials).is_file()
    assert len(answer["valid"]) == answer["layers"] > 6
    evaluated, balanced, compared, clustered, measured = answer["results"]
    assert evaluated["MAX_DEVIATION_PCT"] > 40.0
    assert balanced["MAX_DEVIATION_PCT"] < 2.0
    assert balanced["HOMES_OUTSIDE"] == 0
    assert 5.0 < compared["CHANGED_PCT"] < 60.0
    assert clustered["OUTLIERS"] < 120
    assert measured["UNREACHABLE"] == 0
    assert len(set(answer["titles"])) == 5
    # What remains when the plugin is switched off: that it is known to the plugin manager.
    assert answer["left"] == answer["menus"] == []
    assert not answer["provider"]
    assert set(answer["settings"]) <= {"PythonPlugins/territory_design"}
    # A row for each territory in the table of the balanced plan, which lies above the current one.
    assert answer["layouts"]["a4"] == ["Territories A4", 297.0, 210.0, 5, 4, FILLED]
    assert answer["layouts"]["a3"] == ["Territories A3", 420.0, 297.0, 5, 4, FILLED]


def test_the_copy_belongs_to_the_user_and_is_kept(tmp_path):
    project = copy_of_the_example(tmp_path)
    assert project == tmp_path / FOLDER / PROJECT
    assert {path.name for path in project.parent.iterdir()} == {
        path.name for path in SHIPPED.iterdir()
    }
    assert all(os.access(path, os.W_OK) for path in project.parent.iterdir())
    project.write_text("changed")
    assert copy_of_the_example(tmp_path) == copy_of_the_example(project.parent) == project
    assert project.read_text() == "changed"


def test_where_nothing_can_be_written_it_says_so(tmp_path):
    (tmp_path / FOLDER).write_text("a file is in the way")
    with pytest.raises(OSError, match=FOLDER):
        copy_of_the_example(tmp_path)


def test_the_example_is_small_and_names_its_sources():
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 3_000_000
    text = (SHIPPED / "README.txt").read_text(encoding="utf-8")
    for holder in ("GeoBasis-DE / BKG", "Destatis", "GeoNames", "OpenStreetMap", "ODbL"):
        assert holder in text


def test_the_roads_reach_nearly_every_municipality(processing):
    table = f"{SHIPPED / 'heidelberg.gpkg'}|layername="
    found = processing.run(
        "territory:costmatrix",
        {
            "ORIGINS": f"{table}representatives",
            "ORIGIN_ID": "rep_id",
            "DESTINATIONS": f"{table}municipalities",
            "DESTINATION_ID": "ags",
            "METHOD": 1,
            "NETWORK": f"{table}roads",
            "SNAP_DISTANCE": 2500.0,
            "OUTPUT": "memory:",
        },
    )
    assert found["UNREACHABLE"] <= 0.02 * found["PAIR_COUNT"]
