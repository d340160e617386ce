"""Progress of the core as Processing shows it."""

from __future__ import annotations

from typing import NamedTuple

from qgis.core import QgsProcessingFeedback

from ..core.progress import Progress
from ..core.texts import Text
from .texts import worded


class FeedbackProgress(Progress):
    """Carries core progress to a ``QgsProcessingFeedback``.

    A feedback that has a method ``course`` is told the figures of each generation; one that has
    an attribute ``stopping`` which is true wants the best so far, as an ordinary result.
    """

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback

    def report(self, fraction: float) -> None:
        self._feedback.setProgress(100.0 * fraction)

    def message(self, text: Text) -> None:
        self._feedback.pushInfo(worded(text))

    def course(self, figures: NamedTuple) -> None:
        listener = getattr(self._feedback, "course", None)
        if listener is not None:
            listener(figures)

    def is_cancelled(self) -> bool:
        return self._feedback.isCanceled() or bool(getattr(self._feedback, "stopping", False))
