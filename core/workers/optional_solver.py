"""Whether OR-Tools can be used, which only a child interpreter may load.

Debian's QGIS links a protobuf whose symbols clash with the one inside OR-Tools: importing it
in the QGIS process ends QGIS.
"""

from __future__ import annotations

import functools
import importlib.util

from ..progress import SILENT, Progress
from .messages import Message
from .pool import WorkerFailed, WorkerPool
from .tasks import Task


class SolverCheckTask(Task):
    """Import OR-Tools and say its version."""

    def run(self, message: Message, progress: Progress = SILENT) -> Message:
        try:
            import ortools
            from ortools.graph.python import min_cost_flow  # noqa: F401 - the import is the test
        except ImportError:
            return {"version": None}
        return {"version": str(ortools.__version__)}


@functools.lru_cache(maxsize=1)
def optional_solver_version() -> str | None:
    """Version of OR-Tools as a child interpreter finds it, or None."""
    if importlib.util.find_spec("ortools") is None:
        return None
    try:
        with WorkerPool(
            "core.workers.optional_solver:SolverCheckTask", {}, 1, child_only=True
        ) as pool:
            version = pool.map([{}])[0]["version"]
    except WorkerFailed:
        return None
    return None if version is None else str(version)


def optional_solver_available() -> bool:
    """Whether tasks that need OR-Tools can run in a child interpreter."""
    return optional_solver_version() is not None
