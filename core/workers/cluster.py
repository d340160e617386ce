"""Workers on other computers: a Dask cluster, where the address of its scheduler is given.

The optional library ``distributed`` is imported here alone, and only then. Requests and answers
are the frames that child interpreters exchange, so that the answers are the same.
"""

from __future__ import annotations

import hashlib
import importlib
import io
import os
import time
from collections.abc import Callable, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

from ..environment import DASK_SCHEDULER
from ..progress import Progress
from . import cluster_side, messages
from .messages import Message

"""Environment variable with the scheduler's address, such as ``tcp://10.0.0.5:8786``."""
_ROOT = Path(__file__).absolute().parents[2]
_POLL_S = 0.05
"""A cancel is to be heard within a second; at 20 looks a second waiting costs nothing."""
_CONNECT_S = 5.0
"""A scheduler in the same network answers at once; a wrong address is to be noticed soon."""
_SILENCE_S = 10.0
"""How long a scheduler may be out of reach before the work goes on without it."""

_chosen: list[str] = [""]


class ClusterFailed(Exception):
    """The cluster cannot do the work; the message says why."""


def use_scheduler(address: str) -> None:
    """Have work done on the cluster of this scheduler; "" for what the environment says."""
    _chosen[0] = address.strip()


def scheduler_address() -> str:
    """Address of the scheduler that is to be used; "" for none."""
    return _chosen[0] or os.environ.get(DASK_SCHEDULER, "").strip()


class Cluster:
    """A connection to a cluster, for requests of one task.

    Parameters
    ----------
    address : str
    task : str
        Name of the task.
    shared : dict
        What all messages have in common.

    Raises
    ------
    ClusterFailed
        If the library is missing, nobody answers, or there are no workers.
    """

    def __init__(self, address: str, task: str, shared: Message) -> None:
        try:
            distributed: Any = importlib.import_module("distributed")
            cloudpickle: Any = importlib.import_module("cloudpickle")
        except ImportError as error:
            raise ClusterFailed(f"{error.name}: python -m pip install distributed") from error
        cloudpickle.register_pickle_by_value(cluster_side)
        self._answer = _BySource(cluster_side.answer, cloudpickle)
        same = _BySource(cluster_side.same, cloudpickle)
        try:
            self._client = distributed.Client(
                address, timeout=_CONNECT_S, set_as_default=False, name="territory-design"
            )
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterFailed(str(error) or type(error).__name__) from error
        self.workers = len(self._client.scheduler_info(n_workers=-1)["workers"])
        if not self.workers:
            self.close()
            raise ClusterFailed("no worker is connected to the scheduler")
        archive = package_archive()
        self._package = f"territory_design_{hashlib.sha256(archive).hexdigest()[:16]}"
        self._task = task
        # As results of tasks these are made again if the worker that holds them is lost.
        self._archive = self._client.submit(same, archive, pure=False)
        self._shared = self._client.submit(same, messages.encode(shared), pure=False)

    def map(
        self,
        requests: list[Message],
        answers: MutableMapping[int, Message],
        progress: Progress,
    ) -> tuple[bytes, Message] | None:
        """Fill in the answers that are missing.

        The scheduler gives a request whose worker is lost to another worker, by itself.

        Returns
        -------
        (kind, message) or None
            What a task said instead of a result: the first of several.

        Raises
        ------
        Cancelled
            When the progress says so; requests that have begun end within a second.
        ClusterFailed
            If the cluster is lost; the answers until then are kept.
        """
        pending = {
            position: self._asked(request)
            for position, request in enumerate(requests)
            if position not in answers
        }
        try:
            return self._collect(pending, len(requests), answers, progress)
        finally:
            self._client.cancel(list(pending.values()), force=True)

    def close(self) -> None:
        """Let go of the cluster."""
        self._client.close(timeout=_CONNECT_S)

    def _asked(self, request: Message) -> Any:
        return self._client.submit(
            self._answer,
            self._archive,
            self._package,
            self._task,
            self._shared,
            messages.encode(request),
            pure=False,
        )

    def _collect(
        self,
        pending: dict[int, Any],
        count: int,
        answers: MutableMapping[int, Message],
        progress: Progress,
    ) -> tuple[bytes, Message] | None:
        heard = time.monotonic()
        while pending:
            progress.stop_if_cancelled()
            for position in [number for number, future in pending.items() if future.done()]:
                future = pending.pop(position)
                if future.status != "finished":
                    raise ClusterFailed(_reason(future))
                kind, message = self._read(future.result(), progress)
                if kind != messages.RESULT:
                    return kind, message
                answers[position] = message
                progress.report(len(answers) / count)
            now = time.monotonic()
            heard = now if self._client.status == "running" else heard
            if now - heard > _SILENCE_S:
                raise ClusterFailed("the scheduler is out of reach")
            time.sleep(_POLL_S)
        return None

    @staticmethod
    def _read(content: bytes, progress: Progress) -> tuple[bytes, Message]:
        """The frame that ends a conversation; what was said before is passed on."""
        frames = io.BytesIO(content)
        kind, message = messages.read_frame(frames)
        while kind == messages.PROGRESS:
            progress.message(messages.text_from(message))
            kind, message = messages.read_frame(frames)
        return kind, message


class _BySource:
    """A function that travels with its source code, and arrives as the function itself."""

    def __init__(self, function: Callable[..., bytes], cloudpickle: Any) -> None:
        self.__name__ = function.__name__
        self._function = function
        self._made_of = (cloudpickle.loads, (cloudpickle.dumps(function),))

    def __call__(self, *values: Any) -> bytes:
        return self._function(*values)

    def __reduce__(self) -> tuple[Any, ...]:
        return self._made_of


def _reason(future: Any) -> str:
    """Why a request has no answer."""
    if future.status == "error":
        error = future.exception()
        return f"{type(error).__name__}: {error}".splitlines()[0]
    return str(future.status)


@cache
def package_archive() -> bytes:
    """The core as a zip, byte for byte the same for the same files; packed once in a process."""
    import zipfile  # each child interpreter loads this module, and needs no archive

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted((_ROOT / "core").rglob("*.py")):
            name = path.relative_to(_ROOT).as_posix()
            archive.writestr(zipfile.ZipInfo(name), path.read_bytes())
    return out.getvalue()
