"""Features that go into a sink, and a file that is closed while the run goes on."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor, Future
from itertools import islice

from qgis.core import QgsFeature, QgsFeatureSink

_AT_ONCE = 500
"""Features written together, in a few hundredths of a second; one by one they take a quarter
longer. Handed to a thread of their own they would take a quarter longer, too."""


class SinkError(Exception):
    """What a sink said about features that it did not take."""


class Filling:
    """A sink that is filled, and then closed, perhaps while the run goes on.

    When a file is closed, GDAL makes its spatial index, which takes as long as all features took
    to be written; QGIS lets Python work meanwhile. A file of few features is closed at once: it
    need not wait for a large one before it.

    Parameters
    ----------
    sink : QgsFeatureSink
        Nobody else may keep it: the end of its life closes its file.
    executor : Executor or None
        Closes it; None: this thread does, to which temporary layers and databases belong.
    """

    def __init__(self, sink: QgsFeatureSink, executor: Executor | None) -> None:
        self._sink: QgsFeatureSink | None = sink
        self._executor = executor
        self._closing: Future[None] | None = None
        self.count = 0

    def fill(self, features: Iterable[QgsFeature]) -> None:
        """Make all features and add them, then have the sink closed.

        Raises
        ------
        SinkError
            If the sink refuses them, or to be closed by this thread.
        """
        made = iter(features)
        while self._sink is not None and (portion := list(islice(made, _AT_ONCE))):
            if not self._sink.addFeatures(portion, QgsFeatureSink.Flag.FastInsert):
                self._give_up(self._sink.lastError())
            self.count += len(portion)
        if self._executor is None or self.count <= _AT_ONCE:
            self._close()
        else:
            self._closing = self._executor.submit(self._close)

    @property
    def goes_on(self) -> bool:
        """Whether the sink may not be closed yet."""
        return self._closing is not None

    def settle(self) -> None:
        """Wait until the sink is closed.

        Raises
        ------
        SinkError
        """
        if self._closing is not None:
            self._closing.result()

    # No local variable keeps the sink: an error remembers those, and the file would stay open.

    def _close(self) -> None:
        if self._sink is None:
            return
        if not self._sink.flushBuffer():
            self._give_up(self._sink.lastError())
        if hasattr(self._sink, "finalize"):  # QGIS 3.42 and later; before, the end of its life
            self._sink.finalize()
        self._sink = None

    def _give_up(self, reason: str) -> None:
        self._sink = None
        raise SinkError(reason)
