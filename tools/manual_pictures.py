"""Pictures of the manual: dialogs of algorithms, what examples make, tutorials; README's workbench.

    tools/run.sh .venv/bin/python tools/manual_pictures.py [--de] [name …]

A name is that of an algorithm or a tutorial, or one of "tutorials" and "readme". Played in a real
window on a virtual screen, which speaks German with --de; the pictures go to
docs/images/.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from manual_examples import CHAINED, EXAMPLES
from scenes import play

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"

SCENE = """
from qgis.core import Qgis, QgsProject
from territory_design.tests.integration.tutorials.window import (
    close,
    dialog_for,
    layer,
    open_example,
    run,
    save,
    show_only,
)


def parameters_of(example, results, folder):
    found = {}
    for key, value in example.items():
        text = str(value)
        if text.startswith("@"):
            value = results[text[1:]]
        elif "|layername=" in text:
            table = text.rpartition("=")[2]
            value = next(
                one.id() for one in QgsProject.instance().mapLayers().values()
                if one.source().endswith(f"|layername={table}")
            )
        elif text.endswith(".csv"):
            value = f"{QgsProject.instance().absolutePath()}/{text}"
        found[key] = value
    return found


def scene(iface, folder):
    open_example(iface, folder).close()
    iface.mapCanvas().resize(900, 700)
    results, made = {}, {}
    for kind in ("dialogs", "results"):
        (folder / kind).mkdir()
    for name, example in EXAMPLES:
        before = set(QgsProject.instance().mapLayers())
        dialog = dialog_for(name, parameters_of(example, results, folder))
        save(dialog, folder / "dialogs" / f"{name}.webp")
        found = run(dialog, 240)
        close(dialog)
        results[name] = found.get("OUTPUT")
        new = [
            one for key, one in QgsProject.instance().mapLayers().items() if key not in before
        ]
        if any(one.isSpatial() for one in new):
            few = sum(one.featureCount() for one in new if one.isSpatial()) < 10
            polygons = any(one.geometryType() == Qgis.GeometryType.Polygon for one in new)
            # A handful of points alone says nothing.
            show_only(iface, [*new, layer("Municipalities")] if few and not polygons else new)
            save(iface.mapCanvas(), folder / "results" / f"{name}.webp")
    return {}
"""


TUTORIALS = """
from territory_design.tests.integration.tutorials.scenes import play


def scene(iface, folder):
    return play(iface, folder, NAMES)
"""
TUTORIAL_PAGES = ROOT / "docs" / "tutorials"

# The 10,946 municipalities of Germany; every wait ends with what it waits for, however slow.
WORKBENCH = """
import numpy as np
import qgis.utils
from qgis.core import QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDockWidget
from territory_design.tests.integration.tutorials.window import pause, save, wait
from territory_design.ui.workbench.map_tool import Mode

LONGEST_S = 1500


def shown(iface, bench):
    "Nothing is read or drawn any more; a refresh of the map would read the plan anew."
    iface.messageBar().clearWidgets()
    pause(30)
    wait(lambda: not (iface.mapCanvas().isDrawing() or bench.dock.waiting.isVisible()), LONGEST_S)


def on_screen(canvas, session, row):
    place = QgsPointXY(*session.case.units.inner_points[row])
    place = canvas.getCoordinateTransform().transform(place)
    return QPoint(int(place.x()), int(place.y()))


def lasso(canvas, session):
    "Around an area at the border of the first territory, near the middle of the map."
    graph, labels = session.case.plan.areas.graph, session.editor.labels
    first, second = labels[graph.first] == 0, labels[graph.second] == 0
    beyond = np.where(first, graph.second, graph.first)[first != second]
    view = canvas.viewport()
    middle = QPoint(view.width() // 2, view.height() // 2)
    at = min(
        (on_screen(canvas, session, row) for row in beyond.tolist()),
        key=lambda place: (place - middle).manhattanLength(),
    )
    places = [
        at + QPoint(int(46 * np.cos(turn)), int(34 * np.sin(turn)))
        for turn in np.linspace(0.0, 6.0, 24)
    ]
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, button, plain, places[0])
    for place in places[1:]:
        QTest.mouseMove(view, place)
        pause()
    QTest.mouseRelease(view, button, plain, places[-1])


def scene(iface, folder):
    project, window, canvas = QgsProject.instance(), iface.mainWindow(), iface.mapCanvas()
    for name, title in (
        ("germany_municipalities", "Municipalities"), ("representatives", "Representatives")
    ):
        project.addMapLayer(QgsVectorLayer(f"{EXAMPLES}/{name}.gpkg", title, "ogr"))
    project.write(str(folder / "germany.qgz"))
    for dock in window.findChildren(QDockWidget):
        if dock.objectName() == "Browser":
            dock.hide()
    window.findChild(QAction, "territoryDesignWorkbenchAction").trigger()
    bench = qgis.utils.plugins["territory_design"].entries.workbench
    plan, page, kept = bench.dock.plan, bench.dock.run, bench.alternatives
    wait(bench.dock.isVisible, LONGEST_S)
    page.max_seconds.setValue(0)  # it ends when nothing gets better
    page.run_button.click()
    wait(lambda: bench.session is not None or page.message.text(), LONGEST_S)
    assert bench.session is not None, page.message.text()
    session = bench.session
    wait(lambda: np.isfinite(session.bound_pct), LONGEST_S)
    kept.keep("Balanced")
    plan.table.select(0)
    bench.display.zoom_to_territory(0)
    shown(iface, bench)
    plan.tools.modes[Mode.LASSO].click()
    lasso(canvas, session)
    wait(lambda: plan.tools.buttons["give"].isEnabled(), LONGEST_S)
    shown(iface, bench)
    save(window, folder / "workbench_plan.webp")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    kept.keep("By hand")
    bench.people.leave(2)
    wait(lambda: bench.runs.proposal is not None or page.message.text(), LONGEST_S)
    assert bench.runs.proposal is not None, page.message.text()
    page.accept_button.click()
    wait(lambda: session.territory_count == 26, LONGEST_S)
    kept.keep("One leaves")
    bench.dock.show_page(bench.dock.alternatives)
    shown(iface, bench)
    save(window, folder / "workbench_alternatives.webp")
    session.layer.rollBack()
    project.clear()
    return {}
"""


def take(source: Path, target: Path) -> None:
    """Copy the pictures of a folder."""
    target.mkdir(parents=True, exist_ok=True)
    for picture in sorted(source.glob("*.webp")):
        shutil.copyfile(picture, target / picture.name)
        print(f"{target.name}/{picture.name}  {picture.stat().st_size / 1e3:.0f} kB")


def main(arguments: list[str]) -> int:
    if arguments:
        return pictures([one for one in arguments if one != "--de"], "--de" in arguments)
    return pictures([], False) or pictures([], True)


def pictures(names: list[str], is_german: bool) -> int:
    language, below = ("de", "de") if is_german else ("en", "")
    pages = {page.stem for page in TUTORIAL_PAGES.glob("*.md")} & set(names)
    if not names or "tutorials" in names or pages:
        chosen = sorted(pages) or None
        folder = play(f"\nNAMES = {chosen!r}\n{TUTORIALS}", timeout_s=1800, language=language)
        take(folder, IMAGES / "tutorials" / below)
        shutil.rmtree(folder.parent)
    if language == "en" and (not names or "readme" in names):
        folder = play(
            f"EXAMPLES = {str(ROOT / 'examples')!r}\n{WORKBENCH}", timeout_s=3600, language=language
        )
        take(folder, IMAGES)
        shutil.rmtree(folder.parent)
    names = [name for name in names if name in EXAMPLES] if names else list(EXAMPLES)
    return algorithm_pictures(names, language, below) if names else 0


def algorithm_pictures(names: list[str], language: str, below: str) -> int:
    wanted = {*names, *(CHAINED[name] for name in names if name in CHAINED)}
    examples = [
        (name, EXAMPLES[name].parameters)
        for name in sorted(EXAMPLES, key=lambda name: name in CHAINED)
        if name in wanted
    ]
    folder = play(f"\nEXAMPLES = {examples!r}\n{SCENE}", timeout_s=1800, language=language)
    take(folder / "dialogs", IMAGES / "dialogs" / below)
    if language == "en":  # maps are the same in every language
        take(folder / "results", IMAGES / "results")
    shutil.rmtree(folder.parent)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
