"""What a worker can be asked to do."""

from __future__ import annotations

import importlib

from ..progress import SILENT, Progress
from .messages import Message

_PACKAGE = __name__.rsplit(".core.", 1)[0]


class Task:
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

    def run(self, message: Message, progress: Progress = SILENT) -> Message:
        """Answer one message.

        In this process ``progress`` is the caller's, and the task asks it for cancellation;
        in a child its reports are forwarded and a cancel ends the child.
        """
        raise NotImplementedError


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
