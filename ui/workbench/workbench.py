"""Wires session, pages, map tool and runs; lives as long as the dock."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    Qgis,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QPushButton

from ...core.errors import TerritoryError
from ...core.plan.validate import Breach
from ...processing_provider.common.texts import tr
from .alternatives import Alternatives
from .bench import Bench
from .colouring import colour_layer, colours_of, wants_colours
from .dock import WorkbenchDock
from .guessing import guessed, problems
from .hand import Hand
from .highlights import Highlights
from .people_actions import PeopleActions
from .reading import read_by_size, words_of
from .rows import territory_rows, totals_of
from .runs import Runs
from .session import PlanSession
from .settings import PlanSettings
from .working_copy import work_on_copy

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

_PROBLEMS_MS = 250  # after the last move of a stroke, not after each


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
        self._colours: dict[int, str] = {}
        self._problems: list[Breach] = []
        self.dock = WorkbenchDock(self.project, iface.mainWindow())
        self.hand = Hand(self)
        self.runs = Runs(self)
        self.people = PeopleActions(self, self.hand, self.runs)
        self.alternatives = Alternatives(self, self.runs.propose)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_PROBLEMS_MS)
        self._look.timeout.connect(self._look_for_problems)
        self._connect()
        self._place()
        self.read_project()

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
        setup, plan = self.dock.setup, self.dock.plan
        setup.open_wanted.connect(self.open_plan)
        setup.edited.connect(self._set_up)
        plan.territories_chosen.connect(self._territories_chosen)
        plan.zoom_wanted.connect(self.zoom_to_territory)
        plan.problem_chosen.connect(self._show_problem)
        plan.wanted.connect(self._wanted)
        self.dock.closed.connect(self.hand.put_away)
        self._project_signals = (
            (self.project.aboutToBeCleared, self._project_ends),
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
            settings = guessed(self.project)
        self.dock.setup.fill(settings)
        self.runs.show_starts()
        self.alternatives.show()
        known = bool(settings.plan_field) and not problems(settings, self.project)
        if known and self.dock.isVisible():
            self.open_plan()

    def _project_ends(self) -> None:
        self.runs.cancel()
        self.alternatives.cancel()
        self.close_session()

    def _project_cleared(self) -> None:
        self.dock.setup.fill(PlanSettings())
        self.alternatives.show()
        self.runs.show_starts()

    def _layers_changed(self, *_: object) -> None:
        settings = self.dock.setup.settings()
        if self.session is None and settings.area_layer(self.project) is None:
            self.dock.setup.fill(guessed(self.project))
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
        session.changed.connect(self.refresh)
        session.reread.connect(self._reread)
        session.restyled.connect(self._restyled)
        session.lost.connect(self._lost)
        self.hand.take(session, self.highlights)
        self.iface.setActiveLayer(session.layer)
        self._reread()
        self.alternatives.begin()
        self.dock.show_page(self.dock.plan)

    def close_session(self) -> None:
        """Let go of the plan, and of the map."""
        self._close_opening()
        self._look.stop()
        self.hand.let_go()
        if self.highlights is not None:
            self.highlights.remove()
            self.highlights = None
        if self.session is not None:
            self.session.close()
            self.session.deleteLater()
            self.session = None
        self._problems = []
        self.dock.plan.setEnabled(False)
        self.dock.plan.show_rows([], [])
        self.dock.plan.totals.clear()
        self.dock.plan.show_problems([])
        self.dock.alternatives.allow(session=False)

    def _lost(self, why: str) -> None:
        self.close_session()
        self.dock.setup.check()
        self.dock.setup.general.setText(why)
        self.dock.show_page(self.dock.setup)
        self.tell(why)

    def _reread(self) -> None:
        session, plan = self.session, self.dock.plan
        if session is None or self.highlights is None:
            return
        field = session.settings.plan_field
        if wants_colours(session.layer, field):
            colour_layer(session.layer, field, session.case)
        self._colours = colours_of(session.layer, field, session.case)
        self.dock.setup.keep(session.settings)
        plan.setEnabled(True)
        plan.show_sources([session.name(k) for k in range(session.territory_count)])
        plan.groups.setVisible(bool(session.settings.together_field))
        self.highlights.forget()
        self.hand.forget()
        self.runs.show_proposal()
        self.refresh()
        plan.select(session.active)
        self.runs.show_starts()

    def _restyled(self) -> None:
        session = self.session
        if session is not None:
            field = session.settings.plan_field
            self._colours = colours_of(session.layer, field, session.case)
            self.refresh()

    def refresh(self) -> None:
        """Show the figures as they are now."""
        session = self.session
        if session is None or self.highlights is None:
            return
        plan = self.dock.plan
        rows = territory_rows(session, session.figures_before(), self._colours)
        plan.show_rows(rows, session.case.criteria)
        plan.show_totals(totals_of(session))
        self.dock.setup.keep(session.settings)
        self.highlights.show_locks()
        self.highlights.show_territories(plan.selected())
        self._look.start()

    # --- wishes ------------------------------------------------------------------------------

    def _territories_chosen(self, territories: list[int]) -> None:
        session = self.session
        if session is None or self.highlights is None or not territories:
            return
        if territories[0] >= 0:
            session.active = territories[0]
            session.gives_to_nobody = False
        self.highlights.show_territories(territories)
        self.hand.show_target()

    def zoom_to_territory(self, territory: int) -> None:
        """Bring a territory into view; -1: what nobody has."""
        if self.session is not None:
            self.zoom_to(self.session.members(territory))

    def zoom_to(self, areas: Any) -> None:
        """Bring areas into view."""
        session, canvas = self.session, self.iface.mapCanvas()
        if session is None or not len(areas):
            return
        box = session.case.extent(areas)
        canvas.setExtent(canvas.mapSettings().layerExtentToOutputExtent(session.layer, box))
        canvas.zoomByFactor(1.15)

    def _look_for_problems(self) -> None:
        session = self.session
        if session is None:
            return
        found = session.case.problems(session.plan)
        self._problems = [breach for breach, _ in found]
        self.dock.plan.show_problems([sentence for _, sentence in found])

    def _show_problem(self, row: int) -> None:
        if self.highlights is not None and 0 <= row < len(self._problems):
            breach = self._problems[row]
            self.zoom_to(breach.areas)
            self.highlights.show_caught(breach.areas)
            if breach.territory >= 0:
                self.dock.plan.select(breach.territory)

    def _wanted(self, action: str) -> None:
        session = self.session
        if session is None:
            return
        if action in ("undo", "redo"):
            stack = session.layer.undoStack()
            stack.undo() if action == "undo" else stack.redo()
            session.flush()
        elif action == "repair":
            self.tell(session.repair())
        elif action in ("lock", "unlock", "lock_all", "unlock_all"):
            self._lock(action)
        elif action in ("leave", "join", "share"):
            self.people.begin(action)
        else:
            self.hand.wanted(action)

    def _lock(self, action: str) -> None:
        session = self.session
        if session is None:
            return
        nothing = np.empty(0, dtype=np.int64)
        chosen = np.array([k for k in self.dock.plan.selected() if k >= 0], dtype=np.int64)
        everybody = np.arange(session.territory_count)
        if action == "unlock_all":
            session.lock(np.arange(len(session.case.fids)), everybody, locked=False)
        elif action == "lock_all":
            session.lock(nothing, everybody, locked=True)
        else:
            session.lock(nothing, chosen, locked=action == "lock")

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
        self.runs.cancel()
        self.alternatives.cancel()
        self.close_session()
        self.iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
