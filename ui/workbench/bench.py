"""What the parts of the workbench know of the whole."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject

from ...core.arrays import IntArray
from .dock import WorkbenchDock
from .highlights import Highlights
from .session import PlanSession
from .settings import PlanSettings


class Bench(QObject):
    """The whole, as its parts see it.

    Attributes
    ----------
    iface : QgisInterface
    project : QgsProject
    dock : WorkbenchDock
    session : PlanSession or None
        The plan in work.
    highlights : Highlights or None
        What lies over the map for it.
    """

    iface: QgisInterface
    project: QgsProject
    dock: WorkbenchDock
    session: PlanSession | None = None
    highlights: Highlights | None = None

    tell: Callable[[str], None]
    zoom_to: Callable[[IntArray], None]
    adopt: Callable[[QgsVectorLayer, PlanSettings], None]
