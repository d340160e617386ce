"""Wires session, pages, map tool and runs; lives as long as the dock."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    Qgis,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QPushButton

from ...core.arrays import IntArray
from ...core.errors import TerritoryError
from ...processing_provider.common.texts import tr
from .alternatives import Alternatives
from .bench import Bench
from .display import Display
from .dock import WorkbenchDock
from .guessing import problems
from .hand import Hand
from .highlights import Highlights
from .loading import load_libraries_soon, stop_loading
from .people_actions import PeopleActions
from .reading import read_by_size, words_of
from .runs import Runs
from .session import PlanSession
from .settings import PlanSettings
from .wishes import Wishes
from .working_copy import work_on_copy

if TYPE_CHECKING:
    from qgis.gui import QgisInterface


class Workbench(Bench):
    """The workbench in one window.

    Parameters
    ----------
    iface : QgisInterface
    """

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__()
        self.iface = iface
        self.project: QgsProject = QgsProject.instance()
        self._opening: PlanSession | None = None
        self.dock = WorkbenchDock(self.project, iface.mainWindow())
        self.hand = Hand(self)
        self.display = Display(self, self.hand)
        self.runs = Runs(self)
        self.people = PeopleActions(self, self.hand, self.runs)
        self.wishes = Wishes(self, self.hand, self.people)
        self.alternatives = Alternatives(self, self.runs.propose)
        self._connect()
        self._place()
        self.read_project()
        load_libraries_soon()

    def _place(self) -> None:
        """Put the dock where it was last, hidden."""
        window = self.iface.mainWindow()
        self.dock.hide()
        self.iface.addDockWidget(self.dock.remembered_area(), self.dock)
        window.restoreDockWidget(self.dock)
        self.dock.hide()

    def show(self, wanted: bool) -> None:
        """Show or hide the dock; what has been set up is opened with it."""
        self.dock.setUserVisible(wanted)
        if not wanted:
            self.hand.put_away()
            return
        settings = self.dock.setup.settings()
        nothing_open = self.session is None and self._opening is None
        if nothing_open and settings.plan_field and not self.dock.setup.check():
            self.open_plan()

    def _connect(self) -> None:
        setup = self.dock.setup
        setup.open_wanted.connect(self.open_plan)
        setup.edited.connect(self._set_up)
        self.dock.closed.connect(self.hand.put_away)
        self._project_signals = (
            (self.project.aboutToBeCleared, self.end_work),
            (self.project.cleared, self._project_cleared),
            (self.project.readProject, self.read_project),
            (self.project.layersRemoved, self._layers_changed),
            (self.project.layersAdded, self._layers_changed),
        )
        for signal, slot in self._project_signals:
            signal.connect(slot)

    # --- project -----------------------------------------------------------------------------

    def read_project(self, *_: object) -> None:
        """Show what the project has kept, or guess."""
        self.close_session()
        settings = PlanSettings.of(self.project)
        if settings.area_layer(self.project) is None:
            self.dock.setup.guess()
            settings = self.dock.setup.settings()
        else:
            self.dock.setup.fill(settings)
        self.runs.show_starts()
        self.alternatives.show()
        known = bool(settings.plan_field) and not problems(settings, self.project)
        if known and self.dock.isVisible():
            self.open_plan()

    def end_work(self) -> None:
        """Let go of the plan, and of runs; nothing begins by itself afterwards."""
        self.runs.cancel()
        self.alternatives.runs.cancel()
        self.close_session()

    def _project_cleared(self) -> None:
        self.dock.setup.fill(PlanSettings())
        self.alternatives.show()
        self.runs.show_starts()

    def _layers_changed(self, *_: object) -> None:
        if self.session is None:
            self.dock.setup.guess_again()
        self.dock.setup.check()
        self.runs.show_starts()

    def _set_up(self, by_user: bool) -> None:
        settings = self.dock.setup.settings()
        if by_user:  # while a project is read, its layers come one by one
            settings.store(self.project)
        self.runs.show_starts()
        session = self.session
        if session is not None and settings != session.settings:
            same = (settings.areas, settings.plan_field) == (
                session.settings.areas,
                session.settings.plan_field,
            )
            if same and not problems(settings, self.project):
                session.read_again(settings)
            else:
                self.close_session()

    # --- session -----------------------------------------------------------------------------

    def open_plan(self) -> None:
        """Open the plan that is set up; says why that is not possible."""
        settings = self.dock.setup.settings()
        if self.dock.setup.check():
            return
        self.close_session()
        try:
            session = PlanSession(settings, self.project, self, read_by_size)
        except (TerritoryError, QgsProcessingException) as error:
            self._cannot_open(words_of(error))
            return
        settings.store(self.project)
        if session.is_open:
            self._opened(session)
            return
        self._opening = session
        session.waiting.connect(self.dock.show_waiting)
        session.reread.connect(self._has_been_read)
        session.lost.connect(self._cannot_open)
        self.dock.show_waiting(True)

    def _has_been_read(self) -> None:
        session, self._opening = self._opening, None
        if session is not None:
            session.reread.disconnect(self._has_been_read)
            session.lost.disconnect(self._cannot_open)
            session.waiting.disconnect(self.dock.show_waiting)
            self._opened(session)

    def _cannot_open(self, why: str) -> None:
        self._close_opening()
        self.dock.setup.check()
        self.dock.setup.general.setText(why)
        self.dock.show_page(self.dock.setup)

    def _close_opening(self) -> None:
        session, self._opening = self._opening, None
        if session is not None:
            session.blockSignals(True)
            session.close()
            session.deleteLater()
        self.dock.show_waiting(False)

    def _opened(self, session: PlanSession) -> None:
        self.session = session
        session.waiting.connect(self.dock.show_waiting)
        self.highlights = Highlights(self.iface.mapCanvas(), session)
        session.changed.connect(self._changed)
        session.reread.connect(self._reread)
        session.restyled.connect(self.display.restyle)
        session.bound.found.connect(self.display.show_totals)
        session.lost.connect(self._lost)
        self.hand.take(session, self.highlights)
        self.iface.setActiveLayer(session.layer)
        self._reread()
        self.alternatives.begin()
        self.dock.show_page(self.dock.plan)

    def close_session(self) -> None:
        """Let go of the plan, and of the map."""
        self._close_opening()
        self.hand.let_go()
        if self.highlights is not None:
            self.highlights.remove()
            self.highlights = None
        if self.session is not None:
            self.session.close()
            self.session.deleteLater()
            self.session = None
        self.display.end()
        self.dock.alternatives.allow(session=False)

    def _lost(self, why: str) -> None:
        self.close_session()
        self.dock.setup.check()
        self.dock.setup.general.setText(why)
        self.dock.show_page(self.dock.setup)
        self.tell(why)

    def _reread(self) -> None:
        session = self.session
        if session is None:
            return
        self.dock.setup.keep(session.settings)
        self.hand.forget()
        self.display.begin()
        self.runs.show_proposal()
        self.runs.show_starts()

    def _changed(self) -> None:
        if self.session is not None:
            self.dock.setup.keep(self.session.settings)
            self.display.refresh()

    def zoom_to(self, areas: IntArray) -> None:
        """Bring areas into view."""
        self.display.zoom_to(areas)

    # --- messages ----------------------------------------------------------------------------

    def tell(self, text: str) -> None:
        """Say something above the map; nothing where there is nothing to say."""
        if not text:
            return
        text = escape(text, quote=False)  # the bar takes what it shows as HTML
        bar = self.iface.messageBar()
        session = self.session
        if session is not None and not session.layer.isEditable() and session.is_read_only:
            item = bar.createMessage(tr("Workbench"), text)
            button = QPushButton(tr("Work on a copy"), item)
            button.setObjectName("workbenchCopy")
            button.clicked.connect(self.work_on_copy)
            item.layout().addWidget(button)
            bar.pushWidget(item, Qgis.MessageLevel.Warning, 0)
            return
        bar.pushMessage(tr("Workbench"), text, level=Qgis.MessageLevel.Info, duration=8)

    def work_on_copy(self) -> None:
        """Take the areas with their plan into a layer that can be edited."""
        session = self.session
        if session is None:
            return
        copy = work_on_copy(session.layer, self.project)
        if copy is not None:
            self.iface.messageBar().clearWidgets()
            self.adopt(copy, replace(session.settings, areas=copy.id()))

    def adopt(self, layer: QgsVectorLayer, settings: PlanSettings) -> None:
        """Work on another layer from now on."""
        self.close_session()
        self.dock.setup.fill(replace(settings, areas=layer.id()))
        self.open_plan()

    def close(self) -> None:
        """Take everything out of the window."""
        for signal, slot in self._project_signals:
            signal.disconnect(slot)
        self.end_work()
        stop_loading()
        self.iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
