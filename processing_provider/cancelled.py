"""Load what a cancelled run has found.

QGIS takes a cancelled run for a failed one: the algorithm's dialog leaves its layers out of the
project, and temporary ones are lost. Here they are loaded like those of any other run, as soon
as QGIS has ended the task.
"""

from __future__ import annotations

import qgis.utils
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsTask,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QThread

# Nobody else keeps them while QGIS ends their tasks.
_waiting: list[DialogRun] = []


class DialogRun(QObject):
    """A run behind an algorithm's dialog; created in the window's thread.

    Parameters
    ----------
    algorithm_id : str
        With the provider's id.
    context : QgsProcessingContext
        That of the dialog: it receives the layers of the run when its task ends.
    """

    def __init__(self, algorithm_id: str, context: QgsProcessingContext) -> None:
        super().__init__()
        self._algorithm_id = algorithm_id
        self._context = context

    @classmethod
    def of(cls, algorithm_id: str, context: QgsProcessingContext) -> DialogRun | None:
        """The run, where a window shows it: not in a model's own thread, nor without a window."""
        if qgis.utils.iface is None or not _in_window_thread() or not sip.ispyowned(context):
            return None
        return cls(algorithm_id, context)

    def load_when_ended(self) -> None:
        """Load the layers once QGIS has ended the task that the caller runs in."""
        if not _in_window_thread():
            _waiting.append(self)
            QgsApplication.taskManager().statusChanged.connect(self._load)

    def _load(self, _: int, status: QgsTask.TaskStatus) -> None:
        ended = status in (QgsTask.TaskStatus.Terminated, QgsTask.TaskStatus.Complete)
        if not ended or not self._context.layersToLoadOnCompletion():
            return
        QgsApplication.taskManager().statusChanged.disconnect(self._load)
        _waiting.remove(self)
        if status == QgsTask.TaskStatus.Terminated:
            from processing.gui.Postprocessing import handleAlgorithmResults

            algorithm = QgsApplication.processingRegistry().createAlgorithmById(self._algorithm_id)
            handleAlgorithmResults(algorithm, self._context, QgsProcessingFeedback())


def _in_window_thread() -> bool:
    return QThread.currentThread() == QgsApplication.instance().thread()
