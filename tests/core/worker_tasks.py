"""Tasks for the tests of the workers: well-behaved and ill-behaved ones."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from pathlib import Path

import numpy as np

from ...core.errors import InfeasibleProblem
from ...core.progress import SILENT, Cancelled
from ...core.texts import Text
from ...core.workers import Task


class ScaleTask(Task):
    """Multiplies by the shared factor, and says where it ran."""

    def run(self, message, progress=SILENT):
        progress.message(Text.of("scaling {name}", name=message["name"]))
        return {
            "numbers": message["numbers"] * self.shared["factor"],
            "name": message["name"],
            "process": os.getpid(),
            "modules": sorted(name for name in sys.modules if name.partition(".")[0] == "qgis"),
        }


class PrintTask(Task):
    """Prints, which must not disturb the answers."""

    def run(self, message, progress=SILENT):
        print("a library says hello", flush=True)
        return {"done": True}


class SleepTask(Task):
    """Writes its process id to a file, then works for a long time."""

    def run(self, message, progress=SILENT):
        Path(message["file"]).write_text(str(os.getpid()), encoding="ascii")
        end = time.monotonic() + 60.0
        while time.monotonic() < end:
            progress.stop_if_cancelled()
            time.sleep(0.01)
        return {}


class CrashTask(Task):
    """Reads address zero, as a foreign library with a defect would."""

    def run(self, message, progress=SILENT):
        ctypes.string_at(0)
        return {}


class FirstDiesTask(Task):
    """Workers end by a signal over the first messages, once over each; then there are files."""

    def run(self, message, progress=SILENT):
        folder = Path(message["folder"])
        first = _claims(folder / f"message {message['number']}")
        if first and _is_among(folder, message["deaths"]):
            os.kill(os.getpid(), message["signal"])
            time.sleep(10.0)
        return {"square": message["number"] ** 2, "process": os.getpid()}


class OnlyAtHomeTask(Task):
    """Is ended wherever it runs, unless that is the parent's process."""

    def run(self, message, progress=SILENT):
        if os.getpid() != self.shared["home"]:
            os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(10.0)
        return {"square": message["number"] ** 2}


class HungryTask(Task):
    """Asks for more memory than there is, in the first workers or in all of them."""

    def run(self, message, progress=SILENT):
        folder = Path(message["folder"])
        if _is_among(folder, message["deaths"]):
            np.zeros((1 << 20, 1 << 30))
        return {"square": message["number"] ** 2}


class DeafTask(Task):
    """Sleeps in a library that lets no other thread run."""

    def run(self, message, progress=SILENT):
        Path(message["file"]).write_text(str(os.getpid()), encoding="ascii")
        ctypes.PyDLL(None).sleep(60)
        return {}


class RefuseTask(Task):
    """Raises an error for the user."""

    def run(self, message, progress=SILENT):
        raise InfeasibleProblem(
            "area {area} is {share} % too heavy", area=message["area"], share=80
        )


class BreakTask(Task):
    """Raises an error that is no message for the user."""

    def run(self, message, progress=SILENT):
        raise ZeroDivisionError("a defect in the task")


class GiveUpTask(Task):
    """Cannot even be set up."""

    def __init__(self, shared):
        raise InfeasibleProblem("no plan for {count} areas", count=shared["count"])

    def run(self, message, progress=SILENT):
        return {}


class CancelTask(Task):
    """Finds out by itself that it should stop."""

    def run(self, message, progress=SILENT):
        raise Cancelled


def _claims(file: Path) -> bool:
    """Whether this is the first to make a file: two at once cannot both be."""
    try:
        file.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _is_among(folder: Path, most: int) -> bool:
    """Whether this is one of the first so many that ask."""
    return any(_claims(folder / f"place {place}") for place in range(most))
