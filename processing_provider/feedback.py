"""Progress of the core as Processing shows it."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

from ..core.progress import Progress
from ..core.texts import Text
from .texts import worded


class FeedbackProgress(Progress):
    """Carries core progress to a ``QgsProcessingFeedback``."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        self._feedback = feedback

    def report(self, fraction: float) -> None:
        self._feedback.setProgress(100.0 * fraction)

    def message(self, text: Text) -> None:
        self._feedback.pushInfo(worded(text))

    def is_cancelled(self) -> bool:
        return self._feedback.isCanceled()
