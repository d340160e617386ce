"""Run tasks of the core in this process or in child interpreters, with the same messages."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import tempfile
import threading
import weakref
from pathlib import Path
from typing import IO

from ..errors import TerritoryError
from ..progress import SILENT, Cancelled, Progress
from ..texts import Text
from . import messages
from .interpreter import (
    child_command,
    child_environment,
    creation_flags,
    find_interpreter,
    search_path,
)
from .messages import Message
from .tasks import Task, load_task

_POLL_S = 0.05
_ROOT = Path(__file__).absolute().parents[2]
_PACKAGE = __name__.rsplit(".core.", 1)[0].rsplit(".", 1)[-1]
_STDERR_TAIL = 2000


class WorkerFailed(RuntimeError):
    """A worker died, or failed in a way that is no message for the user."""


def available_workers() -> int:
    """Number of processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class WorkerPool:
    """Workers that answer messages of one task; use it in a ``with`` statement.

    Parameters
    ----------
    task : str
        Name of the task, see :class:`~.tasks.Task`.
    shared : dict
        What all messages have in common; every worker gets it once.
    workers : int
        Number of child interpreters. With 0 or 1, or where no interpreter is found, the
        task runs in this process; the answers are the same.
    progress : Progress
        Told the share of answered messages, and asked for cancellation.
    child_only : bool
        For tasks that would harm this process (foreign libraries): never run them here.

    Raises
    ------
    WorkerFailed
        If ``child_only`` and there is no interpreter for a child.
    """

    def __init__(
        self,
        task: str,
        shared: Message,
        workers: int,
        *,
        progress: Progress = SILENT,
        child_only: bool = False,
    ) -> None:
        self._progress = progress
        self._local: Task | None = None
        self._children: list[_Child] = []
        interpreter = find_interpreter() if workers > 1 or child_only else None
        if interpreter is not None:
            for _ in range(max(workers, 1)):
                self._children.append(_Child(interpreter, task, shared))
        elif child_only:
            raise WorkerFailed("no Python interpreter was found for a child process")
        else:
            self._local = load_task(task)(shared)
        self._finalizer = weakref.finalize(self, _end_all, self._children)

    @property
    def in_process(self) -> bool:
        """Whether the task runs in this process."""
        return self._local is not None

    def __enter__(self) -> WorkerPool:  # noqa: PYI034 - Self is not in Python 3.9
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all children; the pool cannot be used afterwards."""
        self._finalizer()

    def map(self, requests: list[Message]) -> list[Message]:
        """Answers to the given messages, in their order.

        Raises
        ------
        Cancelled
            When the progress says so; the children have ended by then.
        TerritoryError
            What the task raised, with its template and values. If several messages are
            refused, the first one's error is raised whenever it is known.
        WorkerFailed
            If a child died (a crash in a foreign library) or failed unexpectedly.
        """
        if self._local is not None:
            return self._map_here(self._local, requests)
        if not self._finalizer.alive:
            raise WorkerFailed("the pool is closed")
        try:
            return self._map_in_children(requests)
        except BaseException:
            self.close()
            raise

    def _map_here(self, task: Task, requests: list[Message]) -> list[Message]:
        answers = []
        for position, request in enumerate(requests):
            self._progress.stop_if_cancelled()
            part = self._progress.part(position / len(requests), (position + 1) / len(requests))
            answers.append(task.run(request, part))
        return answers

    def _map_in_children(self, requests: list[Message]) -> list[Message]:
        todo: queue.SimpleQueue[int] = queue.SimpleQueue()
        for position in range(len(requests)):
            todo.put(position)
        events: queue.SimpleQueue[tuple[int, bytes, Message]] = queue.SimpleQueue()
        for child in self._children[: len(requests)]:
            threading.Thread(target=child.work, args=(requests, todo, events), daemon=True).start()
        answers: dict[int, Message] = {}
        fractions = [0.0] * len(requests)
        while len(answers) < len(requests):
            self._progress.stop_if_cancelled()
            try:
                position, kind, message = events.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if kind == messages.PROGRESS:
                if "text" in message:
                    self._progress.message(Text(str(message["text"])))
                    continue
                fractions[position] = float(message["fraction"])
            elif kind == messages.RESULT:
                answers[position] = message
                fractions[position] = 1.0
            else:
                raise _error_from(kind, message)
            self._progress.report(sum(fractions) / len(fractions))
        return [answers[position] for position in range(len(requests))]


def _error_from(kind: bytes, message: Message) -> Exception:
    if kind == messages.REFUSAL:
        error: TerritoryError = messages.refusal_from(message)
        return error
    if kind == messages.CANCELLED:
        return Cancelled()
    return WorkerFailed(str(message["text"]))


class _Child:
    """One child interpreter and the pipe to it."""

    def __init__(self, interpreter: Path, task: str, shared: Message) -> None:
        self._shared: Message | None = shared
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child
        self._process = subprocess.Popen(
            child_command(interpreter, str(_ROOT / "core" / "workers" / "child.py")),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env=child_environment(),
            creationflags=creation_flags(),
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests: IO[bytes] = self._process.stdin
        self._answers: IO[bytes] = self._process.stdout
        place = {"path": search_path(), "root": str(_ROOT), "package": _PACKAGE, "task": task}
        self._first_line = json.dumps(place).encode("ascii") + b"\n"

    def work(
        self,
        requests: list[Message],
        todo: queue.SimpleQueue[int],
        events: queue.SimpleQueue[tuple[int, bytes, Message]],
    ) -> None:
        """Answer requests until none is left; runs in a thread of its own."""
        position = 0
        try:
            while True:
                try:
                    position = todo.get_nowait()
                except queue.Empty:
                    return
                if self._shared is not None:
                    self._start(self._shared)
                messages.write_frame(self._requests, messages.REQUEST, requests[position])
                kind = messages.PROGRESS
                while kind == messages.PROGRESS:
                    kind, message = messages.read_frame(self._answers)
                    events.put((position, kind, message))
                if kind != messages.RESULT:
                    return
        except _StartRefused as refused:
            events.put((position, refused.kind, refused.content))
        except (OSError, EOFError, ValueError):
            events.put((position, messages.FAILURE, {"text": self._obituary()}))
        except TypeError as error:
            events.put((position, messages.FAILURE, {"text": str(error)}))

    def end(self) -> None:
        """End the process now, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for stream in (self._requests, self._answers, self._log):
            try:
                stream.close()
            except (OSError, ValueError):
                # What was still buffered for a process that has ended is lost, as it should.
                continue

    def _start(self, shared: Message) -> None:
        self._requests.write(self._first_line)
        messages.write_frame(self._requests, messages.START, shared)
        kind, message = messages.read_frame(self._answers)
        if kind != messages.READY:
            raise _StartRefused(kind, message)
        self._shared = None

    def _obituary(self) -> str:
        code = self._process.wait()
        try:
            self._log.seek(0, os.SEEK_END)
            self._log.seek(max(self._log.tell() - _STDERR_TAIL, 0))
            said = self._log.read().decode("utf-8", "replace").strip()
        except (OSError, ValueError):
            # Ended on purpose by now, perhaps while this was reading: nobody listens.
            said = ""
        return f"a worker process ended unexpectedly (code {code})" + (f": {said}" if said else "")


class _StartRefused(Exception):
    """The task could not be set up in the child."""

    def __init__(self, kind: bytes, content: Message) -> None:
        super().__init__()
        self.kind = kind
        self.content = content


def _end_all(children: list[_Child]) -> None:
    for child in children:
        child.end()
