"""Runs inside the window of QGIS (--code): lets the scene play, writes its outcome, leaves."""

import importlib.util
import json
import os
import time
import traceback
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QMetaObject, Qt, QTimer
from qgis.utils import iface

WINDOW_SIZE = (1400, 900)
# Plugins, docks and the first paint need a moment after the start: until then QGIS computes.
LOOK_MS, LONGEST_MS = 150, 3000
AT_REST_S = 0.01  # of the processor's time between two looks


def play() -> None:
    folder = Path(os.environ["TERRITORY_DESIGN_SCENE_FOLDER"])
    try:
        spec = importlib.util.spec_from_file_location("scene", folder / "scene_in_desktop.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        outcome = {"result": module.scene(iface, folder)}
    except Exception:  # noqa: BLE001 - whatever it is, the test shall show it
        outcome = {"traceback": traceback.format_exc()}
    unfinished = folder / "outcome.json.part"
    unfinished.write_text(json.dumps(outcome), encoding="utf-8")
    unfinished.replace(folder / "outcome.json")
    QgsProject.instance().clear()  # an unsaved project would ask before it closes
    # As a click does it, without Python on the stack: it would keep all other threads waiting.
    QMetaObject.invokeMethod(iface.actionExit(), "trigger", Qt.ConnectionType.QueuedConnection)


def play_at_rest(used_s: float, waited_ms: int) -> None:
    """Play as soon as the window has come to rest, which had used so much of the processor."""
    now_s = time.process_time()
    if now_s - used_s < AT_REST_S or waited_ms >= LONGEST_MS:
        play()
    else:
        QTimer.singleShot(LOOK_MS, lambda: play_at_rest(now_s, waited_ms + LOOK_MS))


iface.mainWindow().showNormal()
iface.mainWindow().resize(*WINDOW_SIZE)
play_at_rest(0.0, 0)
