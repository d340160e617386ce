"""Wait for a solver that cannot be interrupted, without being deaf to a cancel."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from .progress import SILENT, Progress

# A cancel is to be heard within a second; at 20 looks a second waiting costs nothing.
_POLL_S = 0.05

Answer = TypeVar("Answer")


def run_cancellable(
    work: Callable[[], Answer], progress: Progress, most_seconds: float = float("inf")
) -> Answer:
    """Answer of ``work``, which runs in a thread of its own.

    HiGHS lets other threads run while it works. After a cancel its answer is not waited
    for: the thread ends when the solver's own time limit has passed.

    Parameters
    ----------
    work : callable
    progress : Progress
    most_seconds : float
        How long the answer is waited for. HiGHS asks for its time limit only between its steps,
        of which one has taken a quarter of an hour.

    Raises
    ------
    Cancelled
        If the caller cancels before the answer is there.
    TimeoutError
        If there is no answer by then.
    """
    if progress is SILENT and most_seconds == float("inf"):
        return work()
    answers: list[Answer] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again in the caller's thread
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    try:
        thread.start()
    except RuntimeError:  # no memory for its stack: without a cancel, then
        return work()
    end = time.monotonic() + most_seconds
    thread.join(min(_POLL_S, most_seconds))
    while thread.is_alive():
        progress.stop_if_cancelled()
        if time.monotonic() > end:
            raise TimeoutError
        thread.join(_POLL_S)
    if errors:
        raise errors[0]
    return answers[0]
