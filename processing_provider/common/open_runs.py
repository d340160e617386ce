"""The runs that are going on, so that they can be ended before the provider goes away."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsProcessingFeedback

_LOCK = threading.Lock()
_RUNNING: list[QgsProcessingFeedback] = []


@contextmanager
def going_on(feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Count a run as going on, in whatever thread."""
    with _LOCK:
        _RUNNING.append(feedback)
    try:
        yield
    finally:
        with _LOCK:
            _RUNNING.remove(feedback)


def number_of_runs() -> int:
    """How many runs are going on."""
    return len(_RUNNING)


def cancel_all_runs() -> None:
    """Ask all runs to end; they give back the best they have found."""
    with _LOCK:
        for feedback in _RUNNING:
            feedback.cancel()
