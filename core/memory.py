"""What to say when the computer's memory does not suffice."""

from __future__ import annotations

import math
import re

from .errors import TerritoryError
from .texts import Text

_SIZE = re.compile(r"allocate ([0-9.]+ [KMGTPE]?i?B)")


class OutOfMemory(TerritoryError):
    """The work needs more memory than there is.

    Attributes
    ----------
    size : str
        What could not be had, such as "3.0 GiB"; "" if nobody knows.
    """

    size: str = ""

    @classmethod
    def of(cls, size: str = "", inputs: str | Text = "") -> OutOfMemory:
        """The error for the user.

        Parameters
        ----------
        size : str
            What could not be had, such as "3.0 GiB"; "" if nobody knows.
        inputs : str or Text
            What messages call the layers that are read.
        """
        inputs = inputs or Text.of("the layers")
        if size:
            error = OutOfMemory(
                "The memory of this computer does not suffice: another {size} were needed at "
                "once. Use fewer features of {inputs} at a time (select a part and use “Selected "
                "features only”), set “Worker processes” (WORKERS) to 1 where there is that "
                "setting, or close other programs.",
                size=size,
                inputs=inputs,
            )
        else:
            error = OutOfMemory(
                "The memory of this computer does not suffice. Use fewer features of {inputs} at a "
                "time (select a part and use “Selected features only”), set “Worker processes” "
                "(WORKERS) to 1 where there is that setting, or close other programs.",
                inputs=inputs,
            )
        error.size = size
        return error


def needed(error: MemoryError) -> str:
    """How much memory could not be had, such as "3.0 GiB"; "" if nobody knows."""
    shape, dtype = getattr(error, "shape", None), getattr(error, "dtype", None)
    if shape is not None and dtype is not None:
        return in_words(math.prod(shape) * dtype.itemsize)
    found = _SIZE.search(str(error))
    return found.group(1) if found else ""


def in_words(size: float) -> str:
    """A number of bytes in the unit that suits it."""
    for unit in ("B", "KiB", "MiB", "GiB"):
        if size < 1024.0:
            return f"{size:.3g} {unit}"
        size /= 1024.0
    return f"{size:,.1f} TiB"
