"""Load what a cancelled run has found.

QGIS takes a cancelled run for a failed one: the algorithm's dialog leaves its layers out of the
project, and temporary ones are lost. Here they are loaded like those of any other run, as soon
as QGIS has ended the task.
"""

from __future__ import annotations

import weakref

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsTask,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QThread

ENDED = (QgsTask.TaskStatus.Terminated, QgsTask.TaskStatus.Complete)


class CancelledRuns(QObject):
    """The window, to which the algorithms tell that they were cancelled.

    Lives in the window's thread, where it hears of tasks that end.
    """

    def __init__(self) -> None:
        super().__init__()
        # Whose tasks QGIS has yet to end; nobody else keeps their contexts meanwhile.
        self._ending: list[tuple[str, QgsProcessingContext]] = []
        QgsApplication.taskManager().statusChanged.connect(self._load)

    def started(
        self, algorithm: QgsProcessingAlgorithm, context: QgsProcessingContext
    ) -> DialogRun | None:
        """The run, if it is that of a dialog: not of a model, which has a thread of its own.

        Nor of the workbench, which says of its contexts that it looks after results itself.
        """
        if getattr(context, "looked_after", False):
            return None
        if not in_window_thread() or not sip.ispyowned(context):
            return None
        return DialogRun(algorithm.id(), context, self._ending)

    def close(self) -> None:
        """Hear no more, and let go of the contexts while QGIS still lives."""
        QgsApplication.taskManager().statusChanged.disconnect(self._load)
        self._ending.clear()

    def _load(self, _: int, status: QgsTask.TaskStatus) -> None:
        """Load the layers of runs whose tasks have ended.

        It may have been another task: the context of a run has layers only after its own end.
        """
        if status not in ENDED:
            return
        for entry in [entry for entry in self._ending if entry[1].layersToLoadOnCompletion()]:
            self._ending.remove(entry)
            algorithm_id, context = entry
            registry = QgsApplication.processingRegistry()
            algorithm = registry.createAlgorithmById(algorithm_id)
            if status == QgsTask.TaskStatus.Terminated and algorithm is not None:
                from processing.gui.Postprocessing import handleAlgorithmResults

                handleAlgorithmResults(algorithm, context, QgsProcessingFeedback())


class DialogRun:
    """A run behind an algorithm's dialog.

    Parameters
    ----------
    algorithm_id : str
        With the provider's id.
    context : QgsProcessingContext
        That of the dialog: it receives the layers of the run when its task ends. Not kept
        alive from here, so that it goes with the dialog.
    ending : list
        Takes what is needed to load the layers.
    """

    def __init__(
        self,
        algorithm_id: str,
        context: QgsProcessingContext,
        ending: list[tuple[str, QgsProcessingContext]],
    ) -> None:
        self._algorithm_id = algorithm_id
        self._context = weakref.ref(context)
        self._ending = ending

    def cancelled(self) -> None:
        """Have the layers loaded once QGIS has ended the task that the caller runs in."""
        context = self._context()
        if context is not None and not in_window_thread():
            self._ending.append((self._algorithm_id, context))


def in_window_thread() -> bool:
    """Whether this is the thread in which QGIS's window lives."""
    return QThread.currentThread() == QgsApplication.instance().thread()
