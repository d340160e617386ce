"""What the thread of the window has to load, before any other thread works with it."""

from __future__ import annotations

import importlib
from contextlib import suppress

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QThread

from ...core.libraries import is_installed

_FIRST_LOADED_HERE = {"scipy": "scipy.spatial", "matplotlib": "matplotlib.ft2font"}
"""Of each library a module that is quickly loaded, a tenth of a second, and made with pybind11."""


def load_extensions_here() -> None:
    """Load extension modules in the window's thread, once.

    The first module of pybind11 in a process remembers the Python state of its thread. QGIS works
    in threads of a pool, whose state goes with each task. If the first task loads such a module
    and a later one in the same thread another, Python takes the old state for the one at work,
    and ends QGIS: "_PyThreadState_Attach: non-NULL old thread state" (seen with Python 3.13,
    SciPy 1.15 and matplotlib 3.10: a run without a report, then one with a report). The state of
    the window's thread lasts.
    """
    application = QgsApplication.instance()
    if application is None or QThread.currentThread() != application.thread():
        return
    for library, module in _FIRST_LOADED_HERE.items():
        if is_installed(library):
            with suppress(Exception):  # a broken library is told where it is needed
                importlib.import_module(module)
