"""A real window answers while algorithms and the workbench compute; measured by its clock."""

from __future__ import annotations

import pytest
from territory_design.tests.integration.maps import REGION
from territory_design.tests.integration.test_desktop import PLANNING
from territory_design.tests.integration.test_desktop_workbench import BENCH

pytestmark = pytest.mark.quiet

WORKING_SCENE = (
    PLANNING
    + """

LONG = {
    "INPUT": REGION,
    "COUNT": 8,
    "BALANCE_FIELDS": ["farms_synth", "pop2018"],
    "POPULATION": 200,
    "STAGNATION": 10000,
    "MAX_GENERATIONS": 100000,
}


def scene(iface, folder):
    project = QgsProject.instance()
    run("territory:balance", LONG | {"MAX_SECONDS": 1})  # what is imported once is imported now
    project.clear()
    limited, ticks = run("territory:balance", LONG | {"MAX_SECONDS": 3})
    project.clear()

    # QGIS names a layer after its file, unless it takes the file for a temporary one.
    target = str(folder / "Areas by territory.gpkg")
    dialog, _ = opened("territory:balance", LONG | {"OUTPUT": target})
    dialog.runButton().click()
    started = time.monotonic()
    wait(lambda: time.monotonic() - started > 2.0, 5)
    assert dialog.cancelButton().isEnabled()
    pressed = time.monotonic()
    dialog.cancelButton().click()
    wait(lambda: dialog.runButton().isEnabled() and not dialog.cancelButton().isEnabled(), 10)
    waited = time.monotonic() - pressed
    log = dialog.findChildren(QTextEdit)[-1].toPlainText()
    wait(lambda: len(project.mapLayers()) == 3, 10)
    dialog.close()
    areas = QgsVectorLayer(target, "areas", "ogr")
    (territories,) = project.mapLayersByName("Territories")
    return {
        # The last ticks come after the layers have been loaded, which is QGIS's own work.
        "stall_s": longest_stall(ticks[:-2]),
        "ticks": len(ticks),
        "limited": limited["STATUS"],
        "waited_s": waited,
        "log": log,
        "territories": sorted({feature["territory"] for feature in areas.getFeatures()}),
        "loaded": sorted(layer.name() for layer in project.mapLayers().values()),
        "coloured": sorted(c.label() for c in territories.renderer().categories()),
    }
"""
)

LEAVING_SCENE = (
    BENCH
    + """

def scene(iface, folder):
    prepared(iface, folder)
    bench = bench_of(iface)
    planned(bench)
    bench.people.leave(2)
    # What is imported once is imported now.
    ticks = [time.monotonic()]
    clock = QTimer()
    clock.timeout.connect(lambda: ticks.append(time.monotonic()))
    clock.start(10)
    leave = proposed(bench)
    clock.stop()
    return {"leave": leave, "stall_s": longest_stall(ticks[:-2])}
"""
)


@pytest.fixture(scope="module")
def answers(desktop, tmp_path_factory) -> dict[str, dict]:
    scenes = {"balance": WORKING_SCENE, "workbench": LEAVING_SCENE}
    scenes = {name: scene.replace("REGION", repr(REGION)) for name, scene in scenes.items()}
    return desktop.play(scenes, tmp_path_factory.mktemp("stalls"))


def test_the_window_stays_alive_and_cancel_keeps_the_best_plan(answers):
    answer = answers["balance"]

    assert answer["limited"] == "max_seconds"
    assert answer["ticks"] > 100
    assert answer["stall_s"] < 0.2
    assert answer["waited_s"] < 1.0
    assert answer["territories"] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert "the best result so far was written" in answer["log"]
    # QGIS itself would load nothing after a cancel.
    assert answer["loaded"] == ["Areas by territory", "Homes after balancing", "Territories"]
    assert answer["coloured"] == [str(number) for number in range(1, 9)]


def test_the_window_stays_alive_while_the_workbench_makes_a_proposal(answers):
    answer = answers["workbench"]
    assert "leaves" in answer["leave"]
    assert answer["stall_s"] < 0.2
