"""Libraries that runs need, loaded while nobody waits for them."""

from __future__ import annotations

import importlib
from contextlib import suppress

from qgis.PyQt.QtCore import QTimer

from ...core.libraries import is_installed
from ...processing_provider.common.main_thread import load_extensions_here

# In the order in which they need each other: none takes more than some hundredths of a second.
_STEPS = (
    *("scipy.special", "scipy.linalg", "scipy.sparse", "scipy.sparse.linalg"),
    *("scipy.sparse.csgraph", "scipy.spatial", "pyparsing", "matplotlib"),
)
_REST_MS = 60  # between them the window does what came meanwhile


def load_libraries_soon() -> None:
    """Load step by step, in the thread of the window, what the first run would load at once.

    All of it takes up to half a second, for which the window would stand still.
    """
    _load_later(list(_STEPS))


def _load_later(steps: list[str]) -> None:
    QTimer.singleShot(_REST_MS, lambda: _load(steps))


def _load(steps: list[str]) -> None:
    if not steps:
        load_extensions_here()
        return
    name, *rest = steps
    if is_installed(name.partition(".")[0]):
        with suppress(Exception):  # a broken library is told where it is needed
            importlib.import_module(name)
    _load_later(rest)
