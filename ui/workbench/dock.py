"""The dock with its pages."""

from __future__ import annotations

from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QTabWidget, QVBoxLayout, QWidget

from ...processing_provider.common.texts import tr
from .alternatives_page import AlternativesPage
from .plan_page import PlanPage
from .run_page import RunPage
from .setup_page import SetupPage

OBJECT_NAME = "territoryDesignWorkbench"
_PLACE = "territory_design/workbench_area"


class WorkbenchDock(QgsDockWidget):
    """The window's dock.

    Parameters
    ----------
    project : QgsProject
    parent : QWidget
    """

    def __init__(self, project: QgsProject, parent: QWidget | None) -> None:
        super().__init__(tr("Territory workbench"), parent)
        self.setObjectName(OBJECT_NAME)
        self.setup = SetupPage(project)
        self.plan = PlanPage()
        self.run = RunPage()
        self.alternatives = AlternativesPage()
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.addTab(self.setup, tr("Set up"))
        self.pages.addTab(self.run, tr("Run"))
        self.pages.addTab(self.plan, tr("Plan"))
        self.pages.addTab(self.alternatives, tr("Alternatives"))
        self.waiting = self._make_waiting()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.waiting)
        column.addWidget(self.pages, 1)
        self.setWidget(inside)
        self.plan.setEnabled(False)
        self.dockLocationChanged.connect(self._remember)

    @staticmethod
    def _make_waiting() -> QWidget:
        """A line over the pages while a plan is read; a bar without end, as nobody knows it."""
        waiting = QWidget()
        waiting.setObjectName("workbenchWaiting")
        bar = QProgressBar()
        bar.setRange(0, 0)
        line = QHBoxLayout(waiting)
        line.setContentsMargins(8, 3, 8, 3)
        line.addWidget(QLabel(tr("Reading the plan …")))
        line.addWidget(bar, 1)
        waiting.hide()
        return waiting

    @staticmethod
    def remembered_area() -> Qt.DockWidgetArea:
        """Side of the window on which the dock was last."""
        kept = str(QgsSettings().value(_PLACE, "right"))
        areas = {
            "left": Qt.DockWidgetArea.LeftDockWidgetArea,
            "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
            "top": Qt.DockWidgetArea.TopDockWidgetArea,
        }
        return areas.get(kept, Qt.DockWidgetArea.RightDockWidgetArea)

    def _remember(self, area: Qt.DockWidgetArea) -> None:
        names = {
            Qt.DockWidgetArea.LeftDockWidgetArea: "left",
            Qt.DockWidgetArea.BottomDockWidgetArea: "bottom",
            Qt.DockWidgetArea.TopDockWidgetArea: "top",
        }
        QgsSettings().setValue(_PLACE, names.get(area, "right"))

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.pages.setCurrentWidget(page)

    def show_waiting(self, waits: bool) -> None:
        """Say that a plan is being read."""
        self.waiting.setVisible(waits)
