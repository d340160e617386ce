"""Child interpreters that share the messages of one task, and stand in for each other."""

from __future__ import annotations

import queue
from collections.abc import Iterator

from ..progress import Progress
from ..texts import Text
from . import messages
from .child_process import Child, Event, cause_of_death, has_crashed
from .failures import error_of
from .interpreter import find_interpreter
from .messages import Message

# A cancel is to be heard within a second; at 20 looks a second waiting costs nothing.
_POLL_S = 0.05
# A child that dies over a request is replaced once; a third one would hardly fare better.
_ATTEMPTS = 2


class Children:
    """The children that are alive.

    Parameters
    ----------
    task : str
        Name of the task, see :class:`~.tasks.Task`.
    shared : dict
        What all messages have in common; every child gets it once.
    progress : Progress
        Told the share of answered messages, and asked for cancellation.
    alone : bool
        Whether nobody else can do their work: a child that dies ends it then.
    """

    def __init__(self, task: str, shared: Message, progress: Progress, *, alone: bool) -> None:
        self._task = task
        self._shared = shared
        self._progress = progress
        self._alone = alone
        self._alive: list[Child] = []
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()

    def __len__(self) -> int:
        return len(self._alive)

    def __iter__(self) -> Iterator[Child]:
        return iter(self._alive)

    def start(self) -> Child | None:
        """Another child, if there is an interpreter for it and the system lets it start."""
        interpreter = find_interpreter()
        if interpreter is None:
            return None
        try:
            child = Child(interpreter, self._task, self._shared, self._events)
        except OSError:
            return None
        self._alive.append(child)
        return child

    def end(self) -> None:
        """End all of them."""
        for child in self._alive:
            child.end()
        self._alive.clear()

    def map(self, requests: list[Message], answers: dict[int, Message]) -> None:
        """Collect answers by position until all are there, or no child is left.

        Raises
        ------
        Cancelled, TerritoryError, OutOfMemory, WorkerFailed
            See :meth:`.WorkerPool.map`.
        """
        todo = list(range(len(requests)))
        idle = list(self._alive)
        attempts = [0] * len(requests)
        fractions = [0.0] * len(requests)
        while len(answers) < len(requests) and self._alive:
            while todo and idle:
                position = todo.pop(0)
                attempts[position] += 1
                idle.pop(0).ask(position, requests[position])
            self._progress.stop_if_cancelled()
            try:
                event = self._events.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if event.kind == messages.PROGRESS:
                if "template" in event.message:
                    self._progress.message(messages.text_from(event.message))
                    continue
                fractions[event.position] = float(event.message["fraction"])
            elif event.kind == messages.RESULT:
                answers[event.position] = event.message
                fractions[event.position] = 1.0
                idle.append(event.child)
            elif event.kind in (messages.DIED, messages.MEMORY):
                idle += self._recovered(event, attempts[event.position])
                todo.insert(0, event.position)
            else:
                raise error_of(event.kind, event.message)
            self._progress.report(sum(fractions) / len(fractions))

    def _recovered(self, event: Event, attempts: int) -> list[Child]:
        """The child that takes the place of one that is lost, if there is one.

        Raises
        ------
        WorkerFailed, OutOfMemory
            If it makes no sense to go on.
        """
        event.child.end()
        self._alive.remove(event.child)
        if event.kind == messages.MEMORY:
            # The others have more memory without it.
            if not self._alive:
                raise error_of(event.kind, event.message)
            self._progress.message(
                Text.counted(
                    len(self._alive),
                    "A worker process ran out of memory; the other one does its work.",
                    "A worker process ran out of memory; the {count} others do its work.",
                )
            )
            return []
        code = int(event.message["code"])
        lost = attempts >= _ATTEMPTS
        if self._alone or (lost and has_crashed(code)):
            raise error_of(event.kind, event.message)
        self._progress.message(
            Text.of(
                "A worker process has ended ({cause}); its work is done again.",
                cause=cause_of_death(code),
            )
        )
        child = None if lost else self.start()
        if child is None and (lost or not self._alive):
            self._progress.message(Text.of("The work goes on without worker processes."))
            self.end()
        return [] if child is None else [child]
