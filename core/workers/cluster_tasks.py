"""The side of a cluster's worker: runs a task and writes the same frames as a child interpreter."""

from __future__ import annotations

import hashlib
import importlib
import io
import threading
import time
import traceback
from collections.abc import Callable
from typing import Any

from ..errors import TerritoryError
from ..memory import needed
from ..progress import Cancelled, Progress
from ..texts import Text
from . import messages
from .tasks import Task, load_task

_ASK_INTERVAL_S = 0.2
"""Between two looks whether the answer is still wanted; a cancel is heard within a second."""
_HERE = threading.local()
"""The last task of each thread: requests of one run share it."""


class _Noting(Progress):
    """Writes what is told into frames, and stops work that nobody waits for."""

    def __init__(self, out: io.BytesIO) -> None:
        self._out = out
        self._wanted = _still_wanted()
        self._asked = time.monotonic()

    def message(self, text: Text) -> None:
        messages.write_frame(self._out, messages.PROGRESS, messages.text_message(text))

    def is_cancelled(self) -> bool:
        now = time.monotonic()
        if now - self._asked < _ASK_INTERVAL_S:
            return False
        self._asked = now
        return not self._wanted()


def answered(task: str, shared: bytes, request: bytes) -> bytes:
    """Frames: what the task said, and the one that ends the conversation."""
    out = io.BytesIO()
    try:
        result = _task(task, shared).run(messages.decode(request), _Noting(out))
        messages.write_frame(out, messages.RESULT, result)
    except Cancelled:
        messages.write_frame(out, messages.CANCELLED, {})
    except TerritoryError as error:
        messages.write_frame(out, messages.REFUSAL, messages.refusal_message(error))
    except MemoryError as error:
        messages.write_frame(out, messages.MEMORY, {"size": needed(error)})
    except Exception:  # noqa: BLE001 - the other side gets to know every error
        messages.write_frame(out, messages.FAILURE, {"text": traceback.format_exc()})
    return out.getvalue()


def _task(name: str, shared: bytes) -> Task:
    key = (name, hashlib.sha256(shared).hexdigest())
    if getattr(_HERE, "key", None) != key:
        _HERE.task = load_task(name)(messages.decode(shared))
        _HERE.key = key
    task: Task = _HERE.task
    return task


def _still_wanted() -> Callable[[], bool]:
    """Asks this worker whether its present task is still wanted."""
    try:
        worker_module: Any = importlib.import_module("distributed.worker")
        worker, key = worker_module.get_worker(), worker_module.thread_state.key
    except (ImportError, ValueError, AttributeError):
        return lambda: True

    def wanted() -> bool:
        state = worker.state.tasks.get(key)
        return state is not None and state.state not in ("cancelled", "released", "forgotten")

    return wanted
