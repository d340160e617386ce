"""Work in a thread of its own, while the window goes on."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication, QgsTask

from ...processing_provider.common.garbage import garbage_left_to_the_window, work_expected
from ...processing_provider.common.main_thread import load_extensions_here

MOST_AT_ONCE = 1000
"""Areas that are read at once: in a tenth of a second, which nobody waits for."""


def in_background(
    title: str,
    work: Callable[[], Any],
    then: Callable[[Any], None],
    cancel: Callable[[], None] = lambda: None,
    *,
    lasting: bool = True,
) -> None:
    """Do some work in a task of QGIS, and hand what comes of it on in the window's thread.

    Parameters
    ----------
    title : str
    work : callable
        Raises nothing.
    then : callable
        Takes the result; asks by itself whether anybody still wants it.
    cancel : callable
        Called when QGIS gives the task up, as at its end; the work should come to its end.
    lasting : bool
        Whether it makes very many objects that last, among which Python need not look for garbage.
    """
    load_extensions_here()
    task = _Task(title, _undisturbed(work, lasting), then, cancel)
    _GOING_ON.add(task)
    work_expected()
    QgsApplication.taskManager().addTask(task)


class _Task(QgsTask):
    """Hidden, as it changes nothing; nobody is asked about it who leaves QGIS meanwhile."""

    def __init__(
        self,
        title: str,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        cancel: Callable[[], None],
    ) -> None:
        ends = QgsTask.Flag.CanCancel | QgsTask.Flag.CancelWithoutPrompt
        flags = ends | QgsTask.Flag.Hidden | QgsTask.Flag.Silent
        super().__init__(title, flags)  # type: ignore[arg-type] # not in Qt 6
        self._work, self._then, self._cancel = work, then, cancel
        self._result: Any = None
        self._has_begun = self._has_ended = False

    @property
    def is_at_work(self) -> bool:
        """Whether its thread computes, or will."""
        given_up = self.status() == QgsTask.TaskStatus.Terminated
        return not self._has_ended and (self._has_begun or not given_up)

    def run(self) -> bool:
        self._has_begun = True
        try:
            self._result = self._work()
        finally:
            self._has_ended = True
        return True

    def cancel(self) -> None:
        self._cancel()
        super().cancel()

    def finished(self, result: bool) -> None:
        _GOING_ON.discard(self)
        if not self._has_begun:  # given up in the queue: the work says what becomes of it
            self._result = self._work()
        self._then(self._result)


def _undisturbed(work: Callable[[], Any], lasting: bool) -> Callable[[], Any]:
    """The same work, in which Python does not look for garbage."""

    def done() -> Any:
        with garbage_left_to_the_window(lasting=lasting):
            return work()

    return done


def give_up_background() -> None:
    """Ask all work to come to its end; nobody wants its results any more."""
    for task in list(_GOING_ON):
        task.cancel()


def is_background_at_work() -> bool:
    """Whether a thread is still computing; QGIS must not go away under it."""
    return any(task.is_at_work for task in list(_GOING_ON))


def garbage_looked_for() -> None:
    """Have Python look for garbage everywhere again: what was read is not used any more."""
    gc.unfreeze()


# Python lets go of a task that nobody holds, QGIS still runs it.
_GOING_ON: set[_Task] = set()
