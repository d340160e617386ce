"""What runs need, loaded while nobody waits for it."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from qgis.PyQt.QtCore import QTimer

from ...core.libraries import is_installed
from ...processing_provider.common.main_thread import load_extensions_here

# In the order in which they need each other: none takes more than a tenth of a second.
_LIBRARIES = (
    *("scipy", "scipy.linalg", "scipy.special", "scipy.sparse", "scipy.sparse.linalg"),
    *("scipy.sparse.csgraph", "scipy.spatial", "pyparsing", "matplotlib.cbook", "matplotlib"),
)
_ROOT = Path(__file__).resolve().parents[2]
_PACKAGE = __name__.rpartition(".ui.")[0]
_OURS = (
    *("core/geometry", "core/contiguity", "core/travel", "core/plan", "core/workers"),
    *("core/balance", "processing_provider/inputs", "processing_provider/outputs"),
)
_LAST = "processing_provider.runs.balance"
_AT_ONCE_S = 0.02  # a window that stands still for less looks as if it never did
_REST_MS = 60  # between two steps the window does what came meanwhile

_left: list[str] = []
_waiting: list[Callable[[], None]] = []


def load_libraries_soon() -> None:
    """Load step by step, in the thread of the window, what the first run would load at once.

    All of it takes more than half a second, for which the window would stand still.
    """
    if not _left:
        _left.extend((*_LIBRARIES, *_our_modules(), f"{_PACKAGE}.{_LAST}"))
        QTimer.singleShot(_REST_MS, _load)


def when_loaded(then: Callable[[], None]) -> None:
    """Do something as soon as all is loaded; at once, where it is.

    Parameters
    ----------
    then : callable
        What begins a run.
    """
    if _left:
        _waiting.append(then)
    else:
        then()


def stop_loading() -> None:
    """Load nothing more for a workbench that is closed."""
    _left.clear()
    _waiting.clear()


def _our_modules() -> list[str]:
    """Those of this plugin that a run loads."""
    files = (file for folder in _OURS for file in sorted((_ROOT / folder).rglob("*.py")))
    return [".".join((_PACKAGE, *file.relative_to(_ROOT).with_suffix("").parts)) for file in files]


def _load() -> None:
    began = time.perf_counter()
    while _left and time.perf_counter() - began < _AT_ONCE_S:
        name = _left.pop(0)
        ours = name.startswith(_PACKAGE)
        if ours or is_installed(name.partition(".")[0]):
            with suppress(Exception):  # a broken library is told where it is needed
                importlib.import_module(name)
    if _left:
        QTimer.singleShot(0 if _waiting else _REST_MS, _load)
        return
    load_extensions_here()
    waiting = list(_waiting)
    _waiting.clear()
    for then in waiting:
        then()
