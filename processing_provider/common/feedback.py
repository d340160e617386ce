"""Progress of the core as Processing shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qgis.core import QgsProcessingFeedback, QgsProcessingMultiStepFeedback

from ...core.progress import Progress
from ...core.texts import Text
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


class RecordingFeedback(QgsProcessingMultiStepFeedback):
    """Passes everything on to the feedback of a run, and keeps the warnings for its report."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        super().__init__(1, feedback)
        self._told = feedback  # C++ keeps a bare pointer to it
        self.warnings: list[str] = []
        if feedback.isCanceled():
            self.cancel()

    @property
    def course(self) -> Callable[[NamedTuple], None] | None:
        """What is told the figures of each generation, if anything is."""
        return getattr(self._told, "course", None)

    @property
    def stopping(self) -> bool:
        """Whether the best so far is wanted, as an ordinary result."""
        return bool(getattr(self._told, "stopping", False))

    def pushWarning(self, warning: str) -> None:
        if warning and warning not in self.warnings:
            self.warnings.append(warning)
        super().pushWarning(warning)


class Once(QgsProcessingMultiStepFeedback):
    """Passes every warning on once: cases of many counts have the same things to say."""

    def __init__(self, feedback: QgsProcessingFeedback) -> None:
        super().__init__(1, feedback)
        self._told = feedback  # C++ keeps a bare pointer to it
        self._said: set[str] = set()
        if feedback.isCanceled():
            self.cancel()

    def pushWarning(self, warning: str) -> None:
        if warning not in self._said:
            self._said.add(warning)
            # Not by way of C++, which does not know what Python keeps.
            self._told.pushWarning(warning)
