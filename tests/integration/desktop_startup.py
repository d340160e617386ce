"""Runs inside QGIS before any plugin is loaded (PYQGIS_STARTUP): an error ends the window at once.

QGIS would show a dialog and wait for somebody to close it, be it that a plugin does not load or
that a click raises. Here the traceback goes to the test instead. Where the window crashes, Python
writes what each thread was about to do before QGIS writes what its own functions were.
"""

import faulthandler
import json
import os
import traceback
from pathlib import Path

import qgis.utils


def report_and_leave(error_type, value, trace, message, *_, **__) -> None:
    lines = traceback.format_exception(error_type, value, trace)
    outcome = Path(os.environ["TERRITORY_DESIGN_SCENE_FOLDER"]) / "outcome.json"
    outcome.write_text(json.dumps({"traceback": f"{message}\n{''.join(lines)}"}), "utf-8")
    os._exit(1)


faulthandler.enable()
qgis.utils.showException = report_and_leave
