"""What goes wrong with workers, as errors for whoever asked for the work."""

from __future__ import annotations

from ..errors import TerritoryError
from ..memory import OutOfMemory
from ..progress import Cancelled
from ..texts import Text
from . import messages
from .child_process import cause_of_death
from .messages import Message


class WorkerFailed(TerritoryError):
    """Workers died over the same work twice, or failed in a way that no user can mend.

    Attributes
    ----------
    details : str
        What the worker wrote last, for whoever looks for the defect.
    """

    def __init__(self, text: Text, details: str = "") -> None:
        super().__init__(text)
        self.details = details


def error_of(kind: bytes, message: Message) -> Exception:
    """The error that a message of one of the kinds in :mod:`.messages` stands for."""
    if kind == messages.REFUSAL:
        error: TerritoryError = messages.refusal_from(message)
        return error
    if kind == messages.CANCELLED:
        return Cancelled()
    if kind == messages.MEMORY:
        return OutOfMemory.of(str(message.get("size", "")))
    said = str(message["text"])
    if kind == messages.DIED:
        cause = cause_of_death(int(message["code"]))
        return WorkerFailed(Text.of("a worker process has ended ({cause})", cause=cause), said)
    reason = (said.strip().splitlines() or [""])[-1]
    return WorkerFailed(Text.of("a worker process has failed ({reason})", reason=reason), said)
