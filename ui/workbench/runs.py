"""Runs from the workbench's pages, and what becomes of their results."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer

from ...processing_provider.common.fields import TERRITORY_FIELD
from ...processing_provider.common.texts import tr
from ...processing_provider.provider import PROVIDER_ID
from .background import MOST_AT_ONCE, in_background
from .balance_run import RunWishes, plan_reader, run_parameters
from .bench import Bench
from .people import read_people
from .placing import add_above
from .proposal import Proposal
from .run import PlanRun, RunResult
from .session import PlanSession
from .settings import PlanSettings
from .starting_points import FROM_COUNT, IMPROVE
from .working_copy import file_beside

_NOBODY = np.empty(0, dtype=np.int64)


class Runs(QObject):
    """Starts runs of territory:balance, one at a time.

    Parameters
    ----------
    bench : Bench
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._page = bench.dock.run
        self._run: PlanRun | None = None
        self._title = ""
        self._settings = self._before = PlanSettings()
        self.proposal: Proposal | None = None
        self._page.run_wanted.connect(self.start)
        self._page.stop_wanted.connect(self.stop)
        self._page.accept_wanted.connect(self.accept)
        self._page.discard_wanted.connect(self.discard)

    def show_starts(self) -> None:
        """Offer what can be started from."""
        settings = self._bench.dock.setup.settings()
        self._page.show_starts(
            plan=bool(settings.plan_field), people=bool(settings.reps), count=settings.count
        )

    def start(self) -> None:
        """A run as the page says."""
        bench, page = self._bench, self._page
        session = bench.session
        if session is not None:
            session.flush()
        settings = bench.dock.setup.settings() if session is None else session.settings
        # Of an open plan it is known that it can be used; asking takes a while.
        if session is None and bench.dock.setup.check():
            bench.dock.show_page(bench.dock.setup)
            return
        start = str(page.start.currentData())
        territories: tuple[Any, ...] = ()
        if (
            page.only_selected.isChecked()
            and page.only_selected.isEnabled()
            and session is not None
        ):
            chosen = [k for k in bench.dock.plan.table.selected() if k >= 0]
            if len(chosen) < 2:
                page.end(tr("Select two territories or more in the table of the plan."))
                return
            territories = tuple(session.case.plan.names[k] for k in chosen)
        title = tr("Balance") if not territories else tr("Balance the selected territories")
        change = float(page.max_change.value()) if start == IMPROVE else 0.0
        self.run(settings, RunWishes(start, territories, change), title)

    def run(self, settings: PlanSettings, wishes: RunWishes, title: str) -> None:
        """Start a run of its own wishes; only one goes on at a time."""
        bench = self._bench
        layer = settings.area_layer(bench.project)
        if self._run is not None:
            bench.tell(tr("A run is going on. Stop it or wait for its end, and try again."))
            return
        if layer is None:
            return
        self.discard()
        output = "memory:"
        if bench.session is None:
            output = file_beside(bench.project, "areas") or output
        wishes = replace(wishes, max_seconds=float(self._page.max_seconds.value()), output=output)
        people = read_people(settings, bench.project)
        if wishes.start == FROM_COUNT:
            settings = replace(settings, left=(), joined=(), shares=())
        self._settings, self._title = settings, title
        self._before = settings if bench.session is None else bench.session.settings
        run = PlanRun(
            f"{PROVIDER_ID}:balance",
            run_parameters(settings, layer, people, wishes),
            bench.project,
        )
        run.generation.connect(self._page.add)
        run.progressed.connect(lambda share: self._page.progress.setValue(int(share)))
        run.ended.connect(self._ended)
        run.failed.connect(self._failed)
        self._run = run
        self._page.begin()
        bench.dock.show_page(self._page)
        run.start()

    def stop(self) -> None:
        """End the search, keep the best."""
        if self._run is not None:
            self._page.stopping()
            self._run.stop()

    def cancel(self) -> None:
        """End the run; nobody waits for the result."""
        run, self._run = self._run, None
        if run is not None:
            run.cancel()
            self._page.end()
        self.discard()

    def accept(self) -> None:
        """Take over what was proposed."""
        session, proposal = self._bench.session, self.proposal
        self.discard()
        if session is None or proposal is None:
            return
        why_not = proposal.accept(session)
        if why_not:
            self._page.message.setText(why_not)
            self._bench.tell(why_not)
            return
        self._bench.dock.show_page(self._bench.dock.plan)

    def propose(self, proposal: Proposal, result: RunResult | None = None) -> None:
        """Show what would change; it is taken over when it is accepted."""
        bench, session = self._bench, self._bench.session
        if session is None:
            return
        self.proposal = proposal
        self._page.propose(proposal.lines(session, result))
        QTimer.singleShot(0, self.show_proposal)  # many areas take their time
        bench.dock.show_page(self._page)

    def show_proposal(self) -> None:
        """Hatch what the proposal would move."""
        session, highlights = self._bench.session, self._bench.highlights
        if session is not None and highlights is not None and self.proposal is not None:
            highlights.show_proposed(self.proposal.moved(session))

    def discard(self) -> None:
        """Forget what was proposed."""
        self.proposal = None
        self._page.propose([])
        if self._bench.highlights is not None:
            self._bench.highlights.show_proposed(_NOBODY)

    def _read_plan(self, session: PlanSession, layer: QgsVectorLayer, result: RunResult) -> None:
        """Propose what the run wrote, as soon as it is read."""
        run, read, case = self._run, plan_reader(layer, self._settings.id_field), session.case

        def work() -> Proposal:
            proposal = Proposal(self._title, read(), self._settings, before=self._before)
            proposal.wanted(case)
            return proposal

        def then(proposal: Proposal) -> None:
            if run is not self._run:
                return  # cancelled meanwhile
            self._run = None
            self._page.end()
            self.propose(proposal, result)

        if len(case.ids) <= MOST_AT_ONCE:
            then(work())
        else:
            in_background(tr("Reading the plan"), work, then)

    def _failed(self, why: str) -> None:
        self._run = None
        self._page.end(why or tr("Cancelled: there is no result."))

    def _ended(self, result: RunResult) -> None:
        bench, layer = self._bench, result.layers.get("OUTPUT")
        session = bench.session
        same = session is not None and session.settings.areas == self._settings.areas
        if layer is not None and session is not None and same:
            self._read_plan(session, layer, result)
            return
        self._run = None
        self._page.end()
        if layer is None:
            self._page.end(tr("The run wrote no areas."))
            return
        layer.setName(tr("Areas by territory"))
        add_above(bench.project, layer, self._settings.areas)
        bench.adopt(layer, replace(self._settings, plan_field=TERRITORY_FIELD))
