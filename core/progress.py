"""How a long-running core function speaks with its caller: progress, messages, cancel."""

from __future__ import annotations

import time
from typing import NamedTuple

from .texts import Text


class Cancelled(Exception):
    """The caller asked to stop before there was any valid result to return.

    A function that already holds a valid result returns it instead, with
    ``status="cancelled"``.
    """


class Progress:
    """Receiver of progress; asked for cancellation. The base class is silent.

    Callers subclass it (the Processing boundary forwards to ``QgsProcessingFeedback``).
    Core code asks :meth:`is_cancelled` often enough that a cancel takes effect within a
    fraction of a second.
    """

    def report(self, fraction: float) -> None:
        """Tell how much of the work is done, as a share from 0 to 1."""

    def message(self, text: Text) -> None:
        """Tell something worth reading, such as the state of a search."""

    def course(self, figures: NamedTuple) -> None:
        """Tell one step of the course of a search in figures, such as one generation."""

    def is_cancelled(self) -> bool:
        """Whether the caller wants the work to end."""
        return False

    def stop_if_cancelled(self) -> None:
        """Raise :class:`Cancelled` if the caller wants the work to end."""
        if self.is_cancelled():
            raise Cancelled

    def part(self, start: float, end: float) -> Progress:
        """Progress of one step that fills the share ``start`` to ``end`` of the whole."""
        return _PartOfProgress(self, start, end)

    def in_silence(self) -> Progress:
        """Progress of a step that is too small to tell of; it hears a cancel all the same."""
        return _InSilence(self)


class TimeLimit(Progress):
    """Progress that also cancels when time is up.

    Parameters
    ----------
    whole : Progress
    seconds : float
        From now on; 0 or less for no limit.
    """

    def __init__(self, whole: Progress, seconds: float) -> None:
        self._whole = whole
        self._end = time.monotonic() + seconds if seconds > 0.0 else float("inf")

    @property
    def seconds_left(self) -> float:
        """Not less than 0; infinite without a limit."""
        return max(self._end - time.monotonic(), 0.0)

    def share(self, share: float) -> TimeLimit:
        """A limit that ends when this share of the time left has passed."""
        left = self.seconds_left
        # A limit of exactly 0 would mean none.
        return TimeLimit(self, max(share * left, 1e-6) if left < float("inf") else 0.0)

    def report(self, fraction: float) -> None:
        self._whole.report(fraction)

    def message(self, text: Text) -> None:
        self._whole.message(text)

    def course(self, figures: NamedTuple) -> None:
        self._whole.course(figures)

    def is_cancelled(self) -> bool:
        return time.monotonic() >= self._end or self._whole.is_cancelled()


class _PartOfProgress(Progress):
    def __init__(self, whole: Progress, start: float, end: float) -> None:
        self._whole = whole
        self._start = start
        self._length = end - start

    def report(self, fraction: float) -> None:
        self._whole.report(self._start + self._length * fraction)

    def message(self, text: Text) -> None:
        self._whole.message(text)

    def course(self, figures: NamedTuple) -> None:
        self._whole.course(figures)

    def is_cancelled(self) -> bool:
        return self._whole.is_cancelled()


class _InSilence(Progress):
    def __init__(self, whole: Progress) -> None:
        self._whole = whole

    def is_cancelled(self) -> bool:
        return self._whole.is_cancelled()


SILENT = Progress()
