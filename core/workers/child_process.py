"""The parent's end of a child interpreter: its process, its pipes, and the thread that reads."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ..texts import Text
from . import messages
from .interpreter import child_command, child_environment, creation_flags, search_path
from .messages import Message

_ROOT = Path(__file__).absolute().parents[2]
_PACKAGE = __name__.rsplit(".core.", 1)[0].rsplit(".", 1)[-1]
# The last lines name the error; the rest would flood the log.
_STDERR_TAIL = 2000
_CRASHES = {
    int(getattr(signal, name, 0)) for name in ("SIGSEGV", "SIGBUS", "SIGABRT", "SIGILL", "SIGFPE")
} - {0}


@dataclass(frozen=True)
class Event:
    """What a child has to say about one request.

    Attributes
    ----------
    child : Child
    position : int
        That of the request.
    kind : bytes
        One of the letters in :mod:`.messages`.
    message : dict
    """

    child: Child
    position: int
    kind: bytes
    message: Message


class Child:
    """One child interpreter; answers one request at a time.

    Parameters
    ----------
    interpreter : Path
    task : str
        Name of the task.
    shared : dict
        What all messages have in common; sent with the first request.
    events : queue
        Receives what the child answers, from a thread of the child's own.

    Raises
    ------
    OSError
        If the process, its log file or the thread cannot be started.
    """

    def __init__(
        self,
        interpreter: Path,
        task: str,
        shared: Message,
        events: queue.SimpleQueue[Event],
    ) -> None:
        self._shared: Message | None = shared
        self._events = events
        self._inbox: queue.SimpleQueue[tuple[int, Message] | None] = queue.SimpleQueue()
        place = {"path": search_path(), "root": str(_ROOT), "package": _PACKAGE, "task": task}
        self._first_line = json.dumps(place).encode("ascii") + b"\n"
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the child
        try:
            self._process = _NURSERY.start(lambda: _start(interpreter, self._log))
        except BaseException:
            self._log.close()
            raise
        self._requests, self._answers = _pipes(self._process)
        try:
            threading.Thread(target=self._work, daemon=True).start()
        except RuntimeError as error:  # no memory for its stack
            self.end()
            raise OSError(str(error)) from error

    def ask(self, position: int, request: Message) -> None:
        """Have one request answered; the answer arrives as an event."""
        self._inbox.put((position, request))

    def end(self) -> None:
        """End the process now, whatever it is doing."""
        self._inbox.put(None)
        self._process.kill()
        self._process.wait()
        for stream in (self._requests, self._answers, self._log):
            try:
                stream.close()
            except (OSError, ValueError):
                # What was still buffered for a process that has ended is lost, as it should.
                continue

    def _work(self) -> None:
        while (task := self._inbox.get()) is not None:
            position, request = task
            try:
                for kind, message in self._conversation(request):
                    self._events.put(Event(self, position, kind, message))
            except (OSError, EOFError, ValueError):
                self._events.put(Event(self, position, messages.DIED, self._obituary()))
                return
            except MemoryError:
                self._events.put(Event(self, position, messages.MEMORY, {}))
                return
            except TypeError as error:
                self._events.put(Event(self, position, messages.FAILURE, {"text": str(error)}))
                return

    def _conversation(self, request: Message) -> Iterator[tuple[bytes, Message]]:
        """Send a request; the answers up to the one that ends it."""
        if self._shared is not None:
            self._requests.write(self._first_line)
            messages.write_frame(self._requests, messages.START, self._shared)
            kind, message = messages.read_frame(self._answers)
            if kind != messages.READY:
                yield kind, message
                return
            self._shared = None
        messages.write_frame(self._requests, messages.REQUEST, request)
        kind = messages.PROGRESS
        while kind == messages.PROGRESS:
            kind, message = messages.read_frame(self._answers)
            yield kind, message

    def _obituary(self) -> Message:
        code = self._process.wait()
        try:
            self._log.seek(0, os.SEEK_END)
            self._log.seek(max(self._log.tell() - _STDERR_TAIL, 0))
            said = self._log.read().decode("utf-8", "replace").strip()
        except (OSError, ValueError):
            # Ended on purpose by now, perhaps while this was reading: nobody listens.
            said = ""
        return {"code": code, "text": said}


def has_crashed(code: int) -> bool:
    """Whether an exit code is that of a defect, rather than of somebody who ended the process."""
    # Windows numbers its exceptions from 0xC0000000, as unsigned or as negative numbers.
    return -code in _CRASHES or code >= 0xC0000000 or code < -0xFFFF


def cause_of_death(code: int) -> Text:
    """How a process ended, by its exit code: negative for the number of a signal."""
    if has_crashed(code):
        return Text.of("it crashed with signal {number}", number=-code)
    if code < 0:
        return Text.of("it was ended from outside, perhaps because memory ran short")
    return Text.of("exit code {code}", code=code)


def _start(interpreter: Path, log: IO[bytes]) -> subprocess.Popen[bytes]:
    # QGIS's own interpreter runs our own script; nothing of it comes from data or from users.
    return subprocess.Popen(  # nosec B603
        child_command(interpreter, str(_ROOT / "core" / "workers" / "child.py")),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        env=child_environment(),
        creationflags=creation_flags(),
    )


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise OSError("the pipes to a child are missing")
    return process.stdin, process.stdout


class _Nursery:
    """A thread that starts all children, and lives as long as this process.

    Linux can end a child when its parent ends, but takes for the parent the *thread* that
    started it; those of QGIS's tasks come and go.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._orders: queue.SimpleQueue[Callable[[], None]] | None = None

    def start(self, begin: Callable[[], subprocess.Popen[bytes]]) -> subprocess.Popen[bytes]:
        """The process that ``begin`` starts."""
        started: queue.SimpleQueue[subprocess.Popen[bytes] | Exception] = queue.SimpleQueue()

        def order() -> None:
            try:
                started.put(begin())
            except Exception as error:  # noqa: BLE001 - raised again where it was ordered
                started.put(error)

        self._listening().put(order)
        answer = started.get()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _listening(self) -> queue.SimpleQueue[Callable[[], None]]:
        with self._lock:
            if self._orders is None:
                orders: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
                try:
                    threading.Thread(target=_obey, args=(orders,), daemon=True).start()
                except RuntimeError as error:  # no memory for its stack
                    raise OSError(str(error)) from error
                self._orders = orders
            return self._orders


def _obey(orders: queue.SimpleQueue[Callable[[], None]]) -> None:
    while True:
        orders.get()()


_NURSERY = _Nursery()
