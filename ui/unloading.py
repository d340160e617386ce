"""End what still uses the provider, or QGIS itself, before that goes away.

QGIS deletes a provider when its plugin is unloaded, also while its algorithms run or stand in
open dialogs, and reaches for it when the task ends: the program would crash. When QGIS is left it
asks about tasks first; what begins afterwards, while it asks whether to save, goes on in its thread
while layers and window are taken down.
"""

from __future__ import annotations

import time

from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsTask
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEventLoop
from qgis.PyQt.QtWidgets import QApplication

from ..processing_provider.common.open_runs import cancel_all_runs, number_of_runs
from ..processing_provider.provider import PROVIDER_ID, is_ours
from .workbench.background import give_up_background, is_background_at_work

# A run ends within a second, but writing its layers may take longer on a slow disk.
LONGEST_WAIT_S = 60.0
_POLL_MS = 20  # nobody notices so short a wait after the end


def end_all_runs() -> None:
    """Cancel all runs, wait until QGIS has ended their tasks, and destroy our dialogs.

    What the workbench computes in the background ends, too.
    """
    tasks = _our_tasks()
    for task in tasks:
        task.cancel()
    cancel_all_runs()  # those inside models too
    give_up_background()
    end = time.monotonic() + LONGEST_WAIT_S
    while time.monotonic() < end and (
        number_of_runs() or is_background_at_work() or any(map(_is_going_on, tasks))
    ):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, _POLL_MS)
        time.sleep(_POLL_MS / 1000.0)
    for dialog in _our_dialogs():
        # Closed is not enough: hidden dialogs go on listening to the project, and ask their
        # algorithm, which asks its provider.
        sip.delete(dialog)


def _our_tasks() -> list[QgsTask]:
    """Tasks behind our dialogs; QGIS names them after the algorithms."""
    provider = QgsApplication.processingRegistry().providerById(PROVIDER_ID)
    if provider is None:
        return []
    names = [algorithm.displayName() for algorithm in provider.algorithms()]
    return [
        task
        for task in QgsApplication.taskManager().activeTasks()
        if isinstance(task, QgsProcessingAlgRunnerTask)
        and any(name in task.description() for name in names)
    ]


def _is_going_on(task: QgsTask) -> bool:
    ended = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)
    return not sip.isdeleted(task) and task.status() not in ended


def _our_dialogs() -> list[QgsProcessingAlgorithmDialogBase]:
    return [
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, QgsProcessingAlgorithmDialogBase) and is_ours(window.algorithm())
    ]
