"""The plugin in a real QGIS window on a virtual screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from territory_design.processing_provider.catalogue import ALGORITHMS
from territory_design.tests.integration.maps import REGION

SCENE = """
from qgis.core import QgsApplication
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QTextEdit
import qgis.utils

NAME_WITH_TAGS = "Territory <b>A</b> <script>alert(1)</script> &amp;"


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
    first = next(a for a in menu.actions() if a.text() == "Adjacency of areas…")
    first.trigger()
    dialogs = window.findChildren(QgsProcessingAlgorithmDialogBase)
    opened = [dialog.windowTitle() for dialog in dialogs if dialog.isVisible()]
    for dialog in dialogs:
        dialog.grab().save(str(folder / "dialog.png"))
        dialog.pushInfo(NAME_WITH_TAGS)
        dialog.pushWarning(NAME_WITH_TAGS)
        dialog.reportError(NAME_WITH_TAGS, False)
        log = dialog.findChildren(QTextEdit)[-1].toPlainText()
        dialog.close()
    before = shown(iface)
    steps = edited(folder)
    reloaded = qgis.utils.reloadPlugin("territory_design")
    return {
        "active": "territory_design" in qgis.utils.active_plugins,
        "provider": QgsApplication.processingRegistry().providerById("territory") is not None,
        "button": button in before,
        "toolbox_opened": toolbox.isVisible(),
        "entries": entries,
        "opened": opened,
        "log": log,
        "steps": steps,
        "buttons_before": len(before),
        "reloaded": reloaded,
        "buttons_after": len(shown(iface)),
    }


def edited(folder):
    "Open the first scenario in the model designer, as the toolbox's context menu does."
    from processing.gui.ProviderActions import ProviderContextMenuActions
    from processing.modeler.ModelerDialog import ModelerDialog

    provider = QgsApplication.processingRegistry().providerById("territory")
    (model,) = [one for one in provider.algorithms() if one.name().startswith("Scenario 1")]
    offered = ProviderContextMenuActions.actions
    (action,) = [one for one in offered if type(one).__name__ == "EditCopyAction"]
    action.setData(provider.algorithm("balance"), None)
    assert not action.isEnabled()
    action.setData(model, None)
    assert action.isEnabled()
    action.execute()
    designer = ModelerDialog.dlgs[-1]
    for _ in range(20):
        QCoreApplication.processEvents()
    designer.grab().save(str(folder / "designer.png"))
    assert designer.model().sourceFilePath() == ""
    steps = sorted(designer.model().childAlgorithms())
    designer.close()
    return steps


def shown(iface):
    buttons = iface.pluginToolBar().actions()
    return [button for button in buttons if button.objectName() == "territoryDesignToolbox"]
"""


PLANNING = """
import time

import processing
from qgis.PyQt.QtWidgets import QTextEdit
from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from processing.gui.BatchPanel import BatchPanel
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop, QTimer



def pause():
    "Let the window work; sleeps, as it does, while there is nothing to do."
    loop = QEventLoop()
    QTimer.singleShot(20, loop.quit)
    loop.exec()


def wait(until, seconds):
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "waited in vain"
        pause()


def opened(algorithm, parameters):
    dialog = processing.createAlgorithmDialog(algorithm, parameters)
    dialog.show()
    answers = []
    dialog.algorithmFinished.connect(lambda ok, results: answers.append((ok, results)))
    return dialog, answers


def run(algorithm, parameters, meanwhile=lambda dialog: None):
    "Press Run in the algorithm's dialog; the results, and when the window's clock ticked."
    dialog, answers = opened(algorithm, parameters)
    ticks = [time.monotonic()]
    clock = QTimer()
    clock.timeout.connect(lambda: ticks.append(time.monotonic()))
    clock.start(10)
    meanwhile(dialog)
    dialog.runButton().click()
    wait(lambda: answers, 90)
    clock.stop()
    dialog.close()
    ((ok, results),) = answers
    assert ok
    return results, ticks


def longest_stall(ticks):
    return max(later - earlier for earlier, later in zip(ticks, ticks[1:]))


def settle(iface):
    canvas = iface.mapCanvas()
    canvas.refreshAllLayers()
    wait(lambda: not canvas.isDrawing(), 30)
    for _ in range(30):
        pause()
    wait(lambda: not canvas.isDrawing(), 30)
"""

PLAN_SCENE = (
    PLANNING
    + """

def scene(iface, folder):
    project = QgsProject.instance()
    areas = QgsVectorLayer(REGION, "region", "ogr")
    largest = sorted(areas.getFeatures(), key=lambda f: -f["pop2018"])[:6]
    towns = QgsVectorLayer("Point?crs=EPSG:25832&field=rep_id:string", "towns", "memory")
    for feature in largest:
        town = type(feature)(towns.fields())
        town.setGeometry(feature.geometry().pointOnSurface())
        town.setAttributes([feature["gen"]])
        assert towns.dataProvider().addFeatures([town])[0]
    project.addMapLayers([areas, towns])

    nearest, _ = run(
        "territory:nearestrep",
        {"INPUT": areas, "REPS": towns, "REP_ID_FIELD": "rep_id", "WEIGHT_FIELD": "farms_synth"},
    )
    (found,) = project.mapLayersByName("Areas by territory")
    balanced, _ = run(
        "territory:balance",
        {
            "INPUT": found,
            "TERRITORY_FIELD": "territory",
            "BALANCE_FIELDS": ["farms_synth"],
            "POPULATION": 8,
            "STAGNATION": 1,
        },
    )
    iface.mapCanvas().setExtent(areas.extent().buffered(1000))
    tree = project.layerTreeRoot()
    own = {balanced[name]: name for name in ("OUTPUT", "TERRITORIES", "REPS_OUT")}
    order = [own[layer.id()] for layer in tree.layerOrder() if layer.id() in own]

    def show(*names):
        for node in tree.findLayers():
            node.setItemVisibilityChecked(own.get(node.layerId()) in names)
        settle(iface)

    colours = {}
    for name in ("OUTPUT", "TERRITORIES"):
        layer = project.mapLayer(balanced[name])
        layer.setLabelsEnabled(False)
        show(name)
        iface.mapCanvas().viewport().grab().save(str(folder / f"{name}.png"))
        layer.setLabelsEnabled(name == "TERRITORIES")
        colours[name] = {
            category.label(): category.symbol().symbolLayer(0).fillColor().name()
            for category in layer.renderer().categories()
        }
    show(*own.values())
    iface.mainWindow().grab().save(str(folder / "planned.png"))
    return {
        "nearest": {k: v for k, v in nearest.items() if isinstance(v, (int, float, str))},
        "balanced": {k: v for k, v in balanced.items() if isinstance(v, (int, float, str))},
        "layers": sorted(layer.name() for layer in project.mapLayers().values()),
        "order": order,
        "colours": colours,
    }
"""
)


BATCH_SCENE = (
    PLANNING
    + """

def scene(iface, folder):
    algorithm = QgsApplication.processingRegistry().algorithmById("territory:balance")
    targets = [str(folder / f"areas_{count}.gpkg") for count in (3, 4)]
    rows = [
        {
            BatchPanel.PARAMETERS: {
                "INPUT": REGION,
                "COUNT": count,
                "BALANCE_FIELDS": ["farms_synth"],
                "POPULATION": 8,
                "STAGNATION": 1,
            },
            BatchPanel.OUTPUTS: {"OUTPUT": target},
        }
        for count, target in zip((3, 4), targets)
    ]
    dialog = BatchAlgorithmDialog(algorithm.create(), parent=iface.mainWindow())
    panel = dialog.mainWidget()
    panel.load_batch_file_3_40_version({BatchPanel.ROWS: rows})
    # One table for all rows: the first one's cell, then Autofill ▸ Fill Down.
    cells, column = panel.tblParameters, panel.parameter_to_column["RUNS"]
    cells.cellWidget(1, column).setValue(str(folder / "runs.csv"))
    cells.cellWidget(0, column).fillDown()
    dialog.show()
    finished = []
    summary = dialog.createSummaryTable

    def summarised(results, errors):
        finished.append((results, errors))
        summary(results, errors)

    dialog.createSummaryTable = summarised
    dialog.runButton().click()
    wait(lambda: finished, 90)
    ((results, errors),) = finished
    # QGIS loads the layers of all rows behind the last one.
    def tables():
        layers = QgsProject.instance().mapLayers().values()
        return [layer for layer in layers if "runs.csv" in layer.source()]

    wait(tables, 10)
    dialog.close()
    (runs,) = tables()
    table = iface.showAttributeTable(runs)
    table.resize(1400, 300)
    pause()
    table.grab().save(str(folder / "runs.png"))
    table.close()
    return {
        "runs": [
            [run["run"], run["COUNT"], run["PARTS"], run["outcome"]] for run in runs.getFeatures()
        ],
        "rows": panel.batchRowCount(),
        "errors": [error["errors"] for error in errors],
        "status": [result["results"]["STATUS"] for result in results],
        "parts": [result["results"]["PARTS"] for result in results],
        "features": [QgsVectorLayer(path, "x", "ogr").featureCount() for path in targets],
        "layers": len(QgsProject.instance().mapLayers()),
    }
"""
)


ERROR_SCENE = """
from qgis.PyQt.QtCore import QCoreApplication, QTimer


def scene(iface, folder):
    QTimer.singleShot(0, lambda: 1 / 0)
    QCoreApplication.processEvents()
    return {}
"""

SCENES = {
    "plugin": SCENE,
    "plan": PLAN_SCENE.replace("REGION", repr(REGION)),
    "batch": BATCH_SCENE.replace("REGION", repr(REGION)),
    "error": ERROR_SCENE,
}


@pytest.fixture(scope="module")
def window(desktop, tmp_path_factory) -> tuple[Path, str]:
    """The folder of the window in which all scenes were played, and how the last one ended it."""
    folder = tmp_path_factory.mktemp("window")
    with pytest.raises(pytest.fail.Exception) as end:
        desktop.play(SCENES, folder)
    return folder, str(end.value)


def answer_of(window: tuple[Path, str], name: str) -> tuple[dict, Path]:
    """What a scene answered, and its folder; fails with the window's last words if it did not."""
    folder, end = window
    answer = folder / name / "answer.json"
    if not answer.exists():
        pytest.fail(end)
    return json.loads(answer.read_text(encoding="utf-8")), folder / name


def test_plugin_in_a_real_window(desktop, window):
    answer, folder = answer_of(window, "plugin")

    assert answer["active"]
    assert answer["provider"]
    assert answer["button"]
    assert answer["toolbox_opened"]
    assert len(answer["entries"]) == len(ALGORITHMS) + 5
    (opened,) = answer["opened"]
    assert opened.endswith("Adjacency of areas")
    # QGIS's own log escapes what it is told: our messages go to it as they are.
    assert answer["log"].count("Territory <b>A</b> <script>alert(1)</script> &amp;") == 3
    assert {"sites", "nearest", "balance", "resite", "csv", "kml"} < set(answer["steps"])
    assert answer["reloaded"]
    assert answer["buttons_before"] == answer["buttons_after"] == 1

    picture = desktop.colours(folder / "window.png")
    assert picture.total() > 250_000, "the window is too small to be QGIS's"
    _, most_frequent = picture.most_common(1)[0]
    assert most_frequent < 0.98 * picture.total(), "the window is blank"
    assert len(picture) > 100


def test_an_error_behind_a_click_ends_the_scene(window):
    folder, end = window
    assert "ZeroDivisionError" in end
    assert not (folder / "error" / "answer.json").exists()


def test_a_plan_is_made_and_drawn(desktop, window):
    answer, folder = answer_of(window, "plan")

    nearest, balanced = answer["nearest"], answer["balanced"]
    assert balanced["STATUS"] == "converged"
    assert balanced["PARTS"] == 6
    assert balanced["MAX_DEVIATION_PCT"] < nearest["MAX_DEVIATION_PCT"]
    assert answer["layers"].count("Areas by territory") == 2
    assert answer["layers"].count("Territories") == 2
    # QGIS itself would lay the areas on top, because a layer is selected.
    assert answer["order"] == ["REPS_OUT", "TERRITORIES", "OUTPUT"]

    colours = answer["colours"]["OUTPUT"]
    assert len(colours) == len(set(colours.values())) == 6
    assert answer["colours"]["TERRITORIES"] == colours
    drawn = desktop.colours(folder / "OUTPUT.png")
    for territory, colour in colours.items():
        assert drawn[colour] > 1000, f"{territory} ({colour}) is not to be seen"
    # Nothing but white and the outlines beside them.
    large = {colour for colour, pixels in drawn.items() if pixels > 1000}
    assert large - {"#ffffff"} == set(colours.values())
    # Territories are transparent, with an outline: as many shades, and ink.
    faint = desktop.colours(folder / "TERRITORIES.png")
    large = {colour for colour, pixels in faint.items() if pixels > 1000}
    assert len(large - {"#ffffff", "#26323a"}) == 6
    assert "#26323a" in large
    assert (folder / "planned.png").stat().st_size > 50_000


def test_two_sets_of_parameters_in_the_batch_dialog(window):
    answer, _ = answer_of(window, "batch")
    assert answer["errors"] == []
    assert answer["status"] == ["converged", "converged"]
    assert answer["parts"] == [3, 4]
    assert answer["features"] == [55, 55]
    # One table of both, in the project once.
    assert answer["runs"] == [[1, 3, 3, "done"], [2, 4, 4, "done"]]
