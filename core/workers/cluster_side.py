"""What a worker of a cluster is given to run: it brings the package along and answers one request.

A worker knows nothing of this plugin. The function travels as source code, not by its name, and
needs the standard library alone; the package comes as the bytes of an archive.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
import types
from pathlib import Path


def answer(archive: bytes, package: str, task: str, shared: bytes, request: bytes) -> bytes:
    """The frames that answer a request, as a child interpreter would write them.

    Parameters
    ----------
    archive : bytes
        Zip of the package's core.
    package : str
        Name for it, which differs where its content does.
    task : str
        Name of the task.
    shared, request : bytes
        Encoded messages.
    """
    if package not in sys.modules:
        place = Path(tempfile.mkdtemp(prefix="territory_design_")) / "core.zip"
        place.write_bytes(archive)
        module = types.ModuleType(package)
        module.__path__ = [str(place)]
        sys.modules.setdefault(package, module)
    tasks = importlib.import_module(f"{package}.core.workers.cluster_tasks")
    answered: bytes = tasks.answered(task, shared, request)
    return answered


def same(value: bytes) -> bytes:
    """The value itself: as the result of a task it is made again if its holder is lost."""
    return value
