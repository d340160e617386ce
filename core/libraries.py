"""SciPy, loaded where it is first used.

Loading it takes longer than all of the plugin, and some builds of QGIS come without it. So the
core never imports it at the head of a module, but takes its parts from here::

    from ..libraries import optimize

    optimize.linear_sum_assignment(costs)
"""

from __future__ import annotations

import importlib
import importlib.util
from typing import TYPE_CHECKING, Any

from .errors import TerritoryError
from .texts import Text


class MissingLibrary(TerritoryError):
    """A library that the work needs is not installed, or cannot be loaded.

    Parameters
    ----------
    library : str
        Its name in Python, such as ``scipy``.
    reason : str
        What Python says about it.
    """

    def __init__(self, library: str, reason: str) -> None:
        super().__init__(
            Text.of(
                "The Python library “{library}” is needed and cannot be loaded ({reason}).",
                library=library,
                reason=reason,
            )
        )
        self.library = library
        self.reason = reason


class LazyModule:
    """A module of a library that is imported when something of it is first asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        try:
            module = importlib.import_module(self._name)
        except ImportError as error:
            raise MissingLibrary(self._name.partition(".")[0], str(error)) from error
        value = getattr(module, attribute)
        # From now on found without asking.
        setattr(self, attribute, value)
        return value


def is_installed(library: str) -> bool:
    """Whether Python finds a library; it is not loaded for that."""
    try:
        return importlib.util.find_spec(library) is not None
    except (ImportError, ValueError):
        return False


if TYPE_CHECKING:
    from scipy import optimize, sparse, spatial
    from scipy.sparse import csgraph
else:
    optimize = LazyModule("scipy.optimize")
    sparse = LazyModule("scipy.sparse")
    csgraph = LazyModule("scipy.sparse.csgraph")
    spatial = LazyModule("scipy.spatial")

__all__ = [
    "LazyModule",
    "MissingLibrary",
    "csgraph",
    "is_installed",
    "optimize",
    "sparse",
    "spatial",
]
