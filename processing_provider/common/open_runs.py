"""The runs that are going on, so that they can be ended before the provider goes away."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

_LOCK = threading.Lock()
_RUNNING: list[QgsProcessingFeedback] = []


class ShownRun(Protocol):
    """A run that a window shows."""

    def cancelled(self) -> None:
        """Called at the end of a run that was cancelled and has results all the same."""


class Window(Protocol):
    """What the provider knows of a window; there is none in ``qgis_process`` and scripts."""

    def started(
        self, algorithm: QgsProcessingAlgorithm, context: QgsProcessingContext
    ) -> ShownRun | None:
        """Called in the thread that prepares a run; None if the window does not show it."""


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
