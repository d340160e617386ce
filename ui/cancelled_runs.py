"""Load what a cancelled run has found.

QGIS takes a cancelled run for a failed one: the algorithm's dialog leaves its layers out of the
project, and temporary ones are lost. Here they are loaded like those of any other run, as soon
as QGIS has ended the task.
"""

from __future__ import annotations

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


class CancelledRuns:
    """The window, to which the algorithms tell that they were cancelled."""

    def __init__(self) -> None:
        # Nobody else keeps them while QGIS ends their tasks.
        self._ending: list[DialogRun] = []

    def started(
        self, algorithm: QgsProcessingAlgorithm, context: QgsProcessingContext
    ) -> DialogRun | None:
        """The run, if it is that of a dialog: not of a model, which has a thread of its own."""
        if not _in_window_thread() or not sip.ispyowned(context):
            return None
        return DialogRun(algorithm.id(), context, self._ending)


class DialogRun(QObject):
    """A run behind an algorithm's dialog.

    Parameters
    ----------
    algorithm_id : str
        With the provider's id.
    context : QgsProcessingContext
        That of the dialog: it receives the layers of the run when its task ends.
    ending : list of DialogRun
        Those whose tasks QGIS has yet to end.
    """

    def __init__(
        self, algorithm_id: str, context: QgsProcessingContext, ending: list[DialogRun]
    ) -> None:
        super().__init__()
        self._algorithm_id = algorithm_id
        self._context = context
        self._ending = ending

    def cancelled(self) -> None:
        """Load the layers once QGIS has ended the task that the caller runs in."""
        if not _in_window_thread():
            self._ending.append(self)
            QgsApplication.taskManager().statusChanged.connect(self._load)

    def _load(self, _: int, status: QgsTask.TaskStatus) -> None:
        if status not in ENDED or not self._context.layersToLoadOnCompletion():
            return
        QgsApplication.taskManager().statusChanged.disconnect(self._load)
        self._ending.remove(self)
        if status == QgsTask.TaskStatus.Terminated:
            from processing.gui.Postprocessing import handleAlgorithmResults

            algorithm = QgsApplication.processingRegistry().createAlgorithmById(self._algorithm_id)
            handleAlgorithmResults(algorithm, self._context, QgsProcessingFeedback())


def _in_window_thread() -> bool:
    return QThread.currentThread() == QgsApplication.instance().thread()
