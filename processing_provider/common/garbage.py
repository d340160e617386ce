"""Python's search for garbage, kept out of the threads in which runs compute."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QThread, pyqtSignal


@contextmanager
def garbage_left_to_the_window(*, lasting: bool = False) -> Iterator[None]:
    """Have Python not look for garbage while another thread than the window's works.

    It looks wherever objects are made, and takes down what it finds in that thread: also layers,
    contexts and feedback of earlier runs, which belong to the window. QGIS may end with a
    segmentation fault. What counts no references to itself goes at once, as ever. Work in the
    thread of the window, as in scripts, is let alone.

    Parameters
    ----------
    lasting : bool
        Whether very many objects are made that last, so that nobody need look among them, not
        afterwards either, until :func:`gc.unfreeze`. It would take half a second each time, while
        no other thread gets a turn.
    """
    application = QgsApplication.instance()
    if application is None or QThread.currentThread() == application.thread():
        yield
        return
    with _LOCK:
        begun = bool(_AT_WORK) or gc.isenabled()  # else somebody else has switched it off
        if begun:
            _AT_WORK.append(begun)
            gc.disable()
    try:
        yield
    finally:
        if begun:
            with _LOCK:
                _AT_WORK.pop()
                if lasting and not _AT_WORK:
                    gc.freeze()
            _Window.of(application).work_ended.emit()


class _Window(QObject):
    """Lives in the thread of the window, and looks for garbage there again."""

    work_ended = pyqtSignal()

    @classmethod
    def of(cls, application: QgsApplication) -> _Window:
        with _LOCK:
            if not _WINDOW:
                window = cls()
                window.moveToThread(application.thread())
                window.work_ended.connect(window.look)  # in its own thread, later
                _WINDOW.append(window)
            return _WINDOW[0]

    def look(self) -> None:
        with _LOCK:
            if not _AT_WORK:
                gc.enable()


_LOCK = threading.Lock()
_AT_WORK: list[bool] = []
_WINDOW: list[_Window] = []
