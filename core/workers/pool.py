"""Run tasks of the core in this process or in child interpreters, with the same messages."""

from __future__ import annotations

import os
import weakref
from collections.abc import Callable

from ..progress import SILENT, Progress
from ..texts import Text
from .children import Children
from .cluster import Cluster, ClusterFailed, scheduler_address
from .failures import WorkerFailed, error_of
from .messages import Message
from .tasks import Task, load_task


def available_workers() -> int:
    """Number of workers that are worth starting: processor cores that this process may use.

    With a cluster at least 2, for its workers are not counted among them.
    """
    cores = _cores()
    return max(cores, 2) if scheduler_address() else cores


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Answers(dict[int, Message]):
    """Answers by the position of their requests; tells each one as it comes."""

    def __init__(self, listener: Callable[[int, Message], None] | None) -> None:
        super().__init__()
        self._listener = listener

    def __setitem__(self, position: int, answer: Message) -> None:
        super().__setitem__(position, answer)
        if self._listener is not None:
            self._listener(position, answer)


class WorkerPool:
    """Workers that answer messages of one task; use it in a ``with`` statement.

    A child that dies (killed, crashed, out of memory) does not end the work: another one gets
    its message, and where that is ended too, or no child can be started, this process goes on.
    As answers depend on the message alone, they are the same. With the address of a Dask
    scheduler (see :mod:`.cluster`) the workers are those of its cluster, and children only where
    that fails.

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
        If ``child_only`` and no child can be started.
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
        self._task = task
        self._shared = shared
        self._progress = progress
        self._child_only = child_only
        self._local: Task | None = None
        self._children = Children(task, shared, progress, alone=child_only)
        self._workers = workers
        self._cluster: Cluster | None = None
        self._finalizer = weakref.finalize(self, self._children.end)
        if workers > 1 and not child_only and scheduler_address():
            self._cluster = self._connected(scheduler_address())
        if self._cluster is None:
            self._start()

    def _start(self) -> None:
        """Start children; where there are none, this process does the work."""
        if self._workers > 1 or self._child_only:
            for _ in range(max(self._workers, 1)):
                self._children.start()
        if not len(self._children):
            if self._child_only:
                raise WorkerFailed(Text.of("no worker process can be started"))
            self._local = load_task(self._task)(self._shared)

    def _connected(self, address: str) -> Cluster | None:
        """The cluster of a scheduler; None, with a word to the user, if there is none."""
        try:
            cluster = Cluster(address, self._task, self._shared)
        except ClusterFailed as error:
            self._progress.message(
                Text.of(
                    "The Dask scheduler at {address} cannot be used ({reason}); the work is done "
                    "on this computer.",
                    address=address,
                    reason=str(error),
                )
            )
            return None
        self._progress.message(
            Text.counted(
                cluster.workers,
                "The work is done by {count} worker of the Dask scheduler at {address}.",
                "The work is done by {count} workers of the Dask scheduler at {address}.",
                address=address,
            )
        )
        return cluster

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
        if self._cluster is not None:
            self._cluster.close()
            self._cluster = None

    def map(
        self,
        requests: list[Message],
        on_answer: Callable[[int, Message], None] | None = None,
    ) -> list[Message]:
        """Answers to the given messages, in their order.

        Parameters
        ----------
        requests : list of dict
        on_answer : callable, optional
            Told each answer with the position of its request as soon as it is there, so that
            a cancel does not lose what was finished.

        Raises
        ------
        Cancelled
            When the progress says so; the children have ended by then.
        TerritoryError
            What the task raised, with its template and values. If several messages are
            refused, the first one's error is raised whenever it is known.
        OutOfMemory
            If no child is left that has enough memory.
        WorkerFailed
            If two children crashed over the same message, which would take this process along,
            or one failed unexpectedly.
        """
        if self._local is None and not self._finalizer.alive:
            raise WorkerFailed(Text.of("the pool is closed"))
        answers = _Answers(on_answer)
        try:
            if self._cluster is not None:
                self._map_in_cluster(self._cluster, requests, answers)
            if self._cluster is None and self._local is None:
                self._children.map(requests, answers)
                if not len(self._children):
                    self._local = load_task(self._task)(self._shared)
            if self._local is not None:
                self._map_here(self._local, requests, answers)
        except BaseException:
            if self._local is None:
                self.close()
            raise
        return [answers[position] for position in range(len(requests))]

    def _map_here(self, task: Task, requests: list[Message], answers: _Answers) -> None:
        for position, request in enumerate(requests):
            if position in answers:
                continue
            self._progress.stop_if_cancelled()
            part = self._progress.part(position / len(requests), (position + 1) / len(requests))
            answers[position] = task.run(request, part)

    def _map_in_cluster(self, cluster: Cluster, requests: list[Message], answers: _Answers) -> None:
        """Collect answers from the cluster; where it fails, others do what is left."""
        try:
            refusal = cluster.map(requests, answers, self._progress)
        except ClusterFailed as error:
            self._progress.message(
                Text.of(
                    "The cluster is lost ({reason}); the work goes on on this computer.",
                    reason=str(error),
                )
            )
            cluster.close()
            self._cluster = None
            self._start()
            return
        if refusal is not None:
            raise error_of(*refusal)
