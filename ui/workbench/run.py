"""Runs of the provider's algorithms behind the workbench, each a task of QGIS."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing_provider.common.texts import tr
from .charts import Generation
from .loading import when_loaded

# QGIS writes into context and feedback until the task has ended, whoever else is gone by then.
_GOING_ON: set[PlanRun] = set()


class RunFeedback(QgsProcessingFeedback):
    """Hears the course of a search, in the thread of the run.

    Attributes
    ----------
    generation : signal(object)
        A :class:`.Generation`.
    stopping : bool
        Asks for the best so far.
    """

    generation = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__(False)
        self.stopping = False
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def course(self, figures: Any) -> None:
        """Called for each generation."""
        self.generation.emit(
            Generation(figures.generation, figures.best, figures.mean, figures.deviation_pct)
        )

    def reportError(self, error: str | None, fatalError: bool = False) -> None:
        self.errors.append(error or "")

    def pushWarning(self, warning: str | None) -> None:
        self.warnings.append(warning or "")


class RunContext(QgsProcessingContext):
    """The context of a run whose results the workbench takes itself."""

    looked_after = True


@dataclass(frozen=True)
class RunResult:
    """What a run gave back.

    Attributes
    ----------
    numbers : dict
        Outputs by id.
    layers : dict
        Loaded output layers by id, not in the project.
    warnings : list of str
    """

    numbers: dict[str, Any]
    layers: dict[str, QgsVectorLayer] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


class PlanRun(QObject):
    """One run.

    Attributes
    ----------
    generation : signal(object)
    progressed : signal(float)
        In percent.
    ended : signal(object)
        The :class:`RunResult`.
    failed : signal(str)
        Why there is no result; "" where it was cancelled.
    """

    generation = pyqtSignal(object)
    progressed = pyqtSignal(float)
    ended = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, algorithm_id: str, parameters: dict[str, Any], project: QgsProject) -> None:
        super().__init__()
        self.started = time.monotonic()
        self._parameters = parameters
        self._feedback = RunFeedback()
        self._context = RunContext()
        self._context.setProject(project)
        # Else its thread asks the project for it, which makes it when it is first asked for.
        self._context.setExpressionContext(project.createExpressionContext())
        self._context.setFeedback(self._feedback)
        self._feedback.generation.connect(self.generation)
        self._feedback.progressChanged.connect(self.progressed)
        self._algorithm_id = algorithm_id
        self._task: QgsProcessingAlgRunnerTask | None = None

    @property
    def is_going_on(self) -> bool:
        """Whether it has not ended yet."""
        return self in _GOING_ON

    def start(self) -> None:
        """Hand it to QGIS's task manager, as soon as what it needs is loaded."""
        _GOING_ON.add(self)
        when_loaded(self._begin)

    def _begin(self) -> None:
        if not self.is_going_on:  # cancelled meanwhile
            return
        registry = QgsApplication.processingRegistry()
        algorithm = registry.createAlgorithmById(self._algorithm_id)
        if algorithm is None:
            self._fail(tr("The algorithms of Territory Design are not available."))
            return
        task = QgsProcessingAlgRunnerTask(
            algorithm, self._parameters, self._context, self._feedback
        )
        if task.isCanceled() or task.status() == QgsTask.TaskStatus.Terminated:
            self._fail(self._reason())
            return
        self._task = task
        task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(task)

    def _fail(self, why: str) -> None:
        _GOING_ON.discard(self)
        self.failed.emit(why)

    def stop(self) -> None:
        """End the search and keep the best plan so far."""
        self._feedback.stopping = True

    def cancel(self) -> None:
        """End it; nobody wants the result any more."""
        self._feedback.stopping = True
        self.blockSignals(True)
        if self._task is not None:
            self._task.cancel()
        else:
            _GOING_ON.discard(self)

    def _executed(self, successful: bool, results: dict[str, Any]) -> None:
        """QGIS has ended the task; called in the window's thread."""
        self._task = None
        if not successful:
            self._fail(self._reason())
            return
        _GOING_ON.discard(self)
        layers = {}
        for name, value in results.items():
            if name not in self._parameters or not isinstance(value, str):
                continue
            found = QgsProcessingUtils.mapLayerFromString(value, self._context)
            if isinstance(found, QgsVectorLayer):
                taken = self._context.takeResultLayer(found.id())
                if isinstance(taken, QgsVectorLayer):
                    layers[name] = taken
        self.ended.emit(RunResult(results, layers, list(self._feedback.warnings)))

    def _reason(self) -> str:
        return "\n".join(self._feedback.errors)
