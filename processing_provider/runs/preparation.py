"""What a run asks in the thread of the window, before it begins: little, as the window waits."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

from ..common.open_runs import ShownRun, Window
from ..outputs.looks.known_colours import known_colours


@dataclass(frozen=True)
class Preparation:
    """What is known of the project and the window when a run begins.

    Attributes
    ----------
    known_colours : dict
        Colour by territory in the layers of the project.
    shown : ShownRun or None
        The run as a window shows it.
    """

    known_colours: dict[str, str]
    shown: ShownRun | None

    @classmethod
    def of(cls, algorithm: QgsProcessingAlgorithm, context: QgsProcessingContext) -> Preparation:
        """Ask the project and, where there is one, the window."""
        window: Window | None = getattr(algorithm.provider(), "window", None)
        shown = None if window is None else window.started(algorithm, context)
        return cls(known_colours(context.project()), shown)
