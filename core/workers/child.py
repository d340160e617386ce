"""Start of a child interpreter: reads frames from stdin, answers on stdout.

Run as a script, because inside QGIS the package cannot be found by name from outside: its
folder may be called anything. The first line on stdin tells (as JSON) where things are.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib
import json
import os
import queue
import signal
import sys
import threading
import time
import traceback
import types
from typing import IO, Any

# Ten reports a second are all that a progress bar can show.
_REPORT_INTERVAL_S = 0.1
_PR_SET_PDEATHSIG = 1  # of Linux's prctl


def register_package(name: str, root: str) -> None:
    """Make ``root`` importable as the package ``name`` without running its ``__init__``.

    That file belongs to QGIS, which this interpreter must not load.
    """
    package = types.ModuleType(name)
    package.__path__ = [root]
    sys.modules[name] = package


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer frames until ``requests`` ends."""
    place = json.loads(requests.readline())
    sys.path[:] = place["path"]
    register_package(place["package"], place["root"])
    messages = importlib.import_module(f"{place['package']}.core.workers.messages")
    tasks = importlib.import_module(f"{place['package']}.core.workers.tasks")

    inbox: queue.SimpleQueue[tuple[bytes, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(messages, requests, inbox), daemon=True).start()
    progress = _forwarding_progress(place["package"], messages, answers)

    task: Any = None
    while True:
        kind, message = inbox.get()
        try:
            if kind == messages.START:
                task = tasks.load_task(place["task"])(message)
                messages.write_frame(answers, messages.READY, {})
            else:
                messages.write_frame(answers, messages.RESULT, task.run(message, progress))
        except MemoryError as error:
            memory = importlib.import_module(f"{place['package']}.core.memory")
            messages.write_frame(answers, messages.MEMORY, {"size": memory.needed(error)})
        except Exception as error:  # noqa: BLE001 - the parent gets to know every error
            _report_error(place["package"], messages, answers, error)


def _listen(messages: Any, requests: IO[bytes], inbox: queue.SimpleQueue[Any]) -> None:
    # The end of stdin means that the parent closed the pool or died: whatever the main
    # thread is doing, nobody waits for it any more.
    try:
        while True:
            inbox.put(messages.read_frame(requests))
    finally:
        os._exit(0)


def _forwarding_progress(package: str, messages: Any, answers: IO[bytes]) -> Any:
    progress_module = importlib.import_module(f"{package}.core.progress")

    progress = progress_module.Progress()
    last_report = 0.0

    def report(fraction: float) -> None:
        # Not more often than anybody can read it.
        nonlocal last_report
        now = time.monotonic()
        if now - last_report >= _REPORT_INTERVAL_S:
            last_report = now
            messages.write_frame(answers, messages.PROGRESS, {"fraction": float(fraction)})

    def message(text: Any) -> None:
        messages.write_frame(answers, messages.PROGRESS, messages.text_message(text))

    progress.report = report
    progress.message = message
    return progress


def _report_error(package: str, messages: Any, answers: IO[bytes], error: Exception) -> None:
    errors = importlib.import_module(f"{package}.core.errors")
    cancelled = importlib.import_module(f"{package}.core.progress").Cancelled
    if isinstance(error, errors.TerritoryError):
        messages.write_frame(answers, messages.REFUSAL, messages.refusal_message(error))
    elif isinstance(error, cancelled):
        messages.write_frame(answers, messages.CANCELLED, {})
    else:
        messages.write_frame(answers, messages.FAILURE, {"text": traceback.format_exc()})


def end_with_parent() -> None:
    """Have the system end this process when its parent ends.

    The end of stdin tells it too, but only while Python code runs: some solvers let no other
    thread run until they are done.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def main() -> None:
    """Keep stdout for answers alone: what libraries print goes to stderr."""
    end_with_parent()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
