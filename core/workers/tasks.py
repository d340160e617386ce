"""What a worker can be asked to do."""

from __future__ import annotations

import importlib
import sys
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from ..progress import SILENT, Progress
from .messages import Message

_PACKAGE = __name__.rsplit(".core.", 1)[0]
_CHILD = Path(__file__).with_name("child.py")


class Task(ABC):
    """A piece of the core that a worker runs; subclasses do the work.

    A task is named ``"<module below the plugin's package>:<class>"``, for instance
    ``"core.assignment.or_tools_task:OrToolsTask"``. One instance is made per worker, so
    what :meth:`run` returns must depend on ``shared`` and its message alone, never on the
    messages that the same worker got before (an instance may keep caches). Arrays of a
    message belong to the sender and must not be written to.

    Parameters
    ----------
    shared : dict
        What all messages have in common; sent once per worker.
    """

    def __init__(self, shared: Message) -> None:
        self.shared = shared

    @abstractmethod
    def run(self, message: Message, progress: Progress = SILENT) -> Message:
        """Answer one message.

        In this process ``progress`` is the caller's, and the task asks it for cancellation;
        in a child its reports are forwarded and a cancel ends the child.
        """


def child_library(name: str) -> Any:
    """Import a library that may only be loaded by a child interpreter: QGIS would crash with it.

    Raises
    ------
    RuntimeError
        If this process is none, whoever asks.
    ImportError
        If the library is not installed.
    """
    script = getattr(sys.modules["__main__"], "__file__", None)
    if script is None or Path(script).absolute() != _CHILD.absolute():
        raise RuntimeError(f"{name} is for child interpreters alone")
    return importlib.import_module(name)


def load_task(name: str) -> type[Task]:
    """Class of a task by its name.

    Raises
    ------
    TypeError
        If the name does not lead to a subclass of :class:`Task`.
    """
    module_name, _, class_name = name.partition(":")
    module = importlib.import_module(f"{_PACKAGE}.{module_name}")
    kind = getattr(module, class_name, None)
    if not (isinstance(kind, type) and issubclass(kind, Task)):
        raise TypeError(f"{name!r} is not a task")
    return kind
