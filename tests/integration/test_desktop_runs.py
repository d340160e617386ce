"""Runs in a real window that meet the end: of the plugin, of the project, of QGIS."""

from __future__ import annotations

import pytest
from territory_design.tests.integration.maps import REGION
from territory_design.tests.integration.test_desktop import PLANNING

RUNS = (
    PLANNING
    + """
import qgis.utils
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QMetaObject, Qt
from qgis.PyQt.QtWidgets import QApplication, QMessageBox


KEPT = []  # as scripts and consoles keep dialogs
LONG = {
    "INPUT": REGION,
    "COUNT": 8,
    "BALANCE_FIELDS": ["farms_synth", "pop2018"],
    "POPULATION": 100,
    "STAGNATION": 10000,
    "MAX_GENERATIONS": 100000,
}


def begun(**changes):
    "A long run that is at work."
    dialog, answers = opened("territory:balance", LONG | changes)
    KEPT.append(dialog)
    dialog.runButton().click()
    # From then on there is a plan, which becomes better.
    wait(lambda: answers or "Searching: " in log_of(dialog), 120)
    pass_time(0.5)
    assert not answers, "the run has ended already"
    return dialog, answers


def log_of(dialog):
    return "\\n".join(text.toPlainText() for text in dialog.findChildren(QTextEdit))


def pass_time(seconds):
    started = time.monotonic()
    wait(lambda: time.monotonic() - started > seconds, seconds + 30)


def active_tasks():
    return QgsApplication.taskManager().countActiveTasks()
"""
)


def scene(source: str) -> str:
    return (RUNS + source).replace("REGION", repr(REGION))


ENDS = """
def reloaded():
    begun()
    done = qgis.utils.reloadPlugin("territory_design")
    again, _ = run("territory:balance", LONG | {"MAX_SECONDS": 1})
    return {"reloaded": done, "again": again["STATUS"], "active": active_tasks()}


def unloaded():
    begun()
    begun(COUNT=5)
    started = time.monotonic()
    done = qgis.utils.unloadPlugin("territory_design")
    return {
        "unloaded": done,
        "waited_s": time.monotonic() - started,
        "provider": QgsApplication.processingRegistry().providerById("territory") is not None,
        "active": active_tasks(),
        "dialogs": sum(not sip.isdeleted(dialog) for dialog in KEPT),
    }


def cancelled():
    project = QgsProject.instance()
    project.clear()
    dialog, _ = begun()
    dialog.cancelButton().click()
    wait(lambda: len(project.mapLayers()) == 3, 120)
    project.clear()
    dialog.close()
    short = LONG | {"MAX_SECONDS": 1}
    one, first = opened("territory:balance", short)
    two, second = opened("territory:balance", short | {"COUNT": 5, "WORKERS": 1})
    KEPT.extend([one, two])
    one.runButton().click()
    two.runButton().click()
    wait(lambda: first and second, 90)
    one.close()
    return {"layers": len(project.mapLayers()), "statuses": [
        answers[0][1]["STATUS"] for answers in (first, second)
    ]}


def left(iface):
    begun()
    asked = []

    def confirm():
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible():
                asked.append(box.text())
                box.button(QMessageBox.StandardButton.Yes).click()

    clock = QTimer()
    clock.timeout.connect(confirm)
    clock.start(200)
    QMetaObject.invokeMethod(iface.actionExit(), "trigger", Qt.ConnectionType.QueuedConnection)
    wait(lambda: asked and active_tasks() == 0, 120)
    return {"asked": asked}


def scene(iface, folder):
    told = {"reloaded": reloaded(), "unloaded": unloaded()}
    assert qgis.utils.loadPlugin("territory_design")
    assert qgis.utils.startPlugin("territory_design")
    told["cancelled"] = cancelled()
    told["left"] = left(iface)
    return told
"""


@pytest.fixture(scope="module")
def ends(desktop, tmp_path_factory) -> dict[str, dict]:
    """All ends in one window, which closes with dialogs that are open, closed and at work."""
    return desktop.run(scene(ENDS), tmp_path_factory.mktemp("ends"))


def test_the_plugin_works_after_it_was_reloaded_during_a_run(ends):
    assert ends["reloaded"] == {"reloaded": True, "again": "max_seconds", "active": 0}


def test_runs_end_before_the_plugin_is_unloaded(ends):
    answer = ends["unloaded"]
    assert answer["unloaded"]
    assert answer["waited_s"] < 10.0
    assert not answer["provider"]
    assert answer["active"] == 0
    assert answer["dialogs"] == 0


def test_a_cancel_an_emptied_project_two_runs_at_once_and_the_exit(ends):
    # Dialogs, closed or not, went on listening to the project after their provider was gone.
    assert ends["cancelled"] == {"layers": 6, "statuses": ["max_seconds", "max_seconds"]}


def test_qgis_is_left_while_a_run_is_on(ends):
    # QGIS asks, cancels the task, and stays: who wants to leave asks again.
    (question,) = ends["left"]["asked"]
    assert "currently running" in question
