"""Python's search for garbage, kept out of the threads in which runs compute."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QThread, QTimer, pyqtSignal

# A task begins within milliseconds, unless others keep all threads.
_SOON_MS = 2000
# What comes after the last line of work: results are handed to QGIS, frames are taken down.
_REST_MS = 200


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
        _expect(0)
        yield
        return
    begun = _begin()
    try:
        yield
    finally:
        if begun:
            with _LOCK:
                _STATE.at_work -= 1
                if lasting and not _STATE.at_work:
                    gc.freeze()
            _Window.of(application).work_ended.emit()


def work_expected() -> None:
    """Have Python not look for garbage from now on, as a thread is about to begin such work.

    Before the first line of that work is reached, Python has made objects there already. Called
    in the thread of the window; in any other it does nothing.
    """
    application = QgsApplication.instance()
    if application is None or QThread.currentThread() != application.thread():
        return
    number = _expect(next(_NUMBERS))
    if number:
        window = _Window.of(application)
        QTimer.singleShot(_SOON_MS, partial(window.expect_no_more, number))


@dataclass
class _State:
    """Who works, or will in a moment.

    Attributes
    ----------
    at_work : int
    expected : int
        Number of the last work that is expected and has not begun; 0 for none.
    is_off : bool
        Whether it is us who have switched it off.
    """

    at_work: int = 0
    expected: int = 0
    is_off: bool = False

    def switch(self) -> bool:
        """Switch it off or on again, as the work is; whether it is on again."""
        wanted = bool(self.at_work or self.expected)
        if wanted and not self.is_off and gc.isenabled():  # else somebody else has done so
            self.is_off = True
            gc.disable()
        elif not wanted and self.is_off:
            self.is_off = False
            gc.enable()
            return True
        return False


def _begin() -> bool:
    """Whether it is off now, and by us."""
    with _LOCK:
        _STATE.at_work += 1
        _STATE.expected = 0
        _STATE.switch()
        if not _STATE.is_off:
            _STATE.at_work -= 1
        return _STATE.is_off


def _expect(number: int) -> int:
    """Expect work of this number, 0 for none; the number, or 0 if it makes no difference."""
    with _LOCK:
        _STATE.expected = number
        _STATE.switch()
        if not _STATE.is_off:
            _STATE.expected = 0
        return _STATE.expected


class _Window(QObject):
    """Lives in the thread of the window, and looks for garbage there again."""

    work_ended = pyqtSignal()

    @classmethod
    def of(cls, application: QgsApplication) -> _Window:
        with _LOCK:
            if not _WINDOW:
                window = cls()
                window.moveToThread(application.thread())
                window.work_ended.connect(window.look_soon)  # in its own thread, later
                _WINDOW.append(window)
            return _WINDOW[0]

    def look_soon(self) -> None:
        QTimer.singleShot(_REST_MS, self.look)

    def look(self) -> None:
        """Look at what has come together, unless there is other work.

        At once: Python would do so where the next object is made, which may be a thread whose last
        lines a busy machine has kept waiting.
        """
        with _LOCK:
            is_on_again = _STATE.switch()
        if is_on_again:
            gc.collect(0)

    def expect_no_more(self, number: int) -> None:
        """The work of this number has not begun; perhaps it never will."""
        with _LOCK:
            if _STATE.expected != number:
                return
            _STATE.expected = 0
        self.look()


_LOCK = threading.Lock()
_STATE = _State()
_NUMBERS = count(1)
_WINDOW: list[_Window] = []
