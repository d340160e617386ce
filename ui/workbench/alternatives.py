"""Plans that are kept: written when they are made, opened, compared, taken out and in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsProject,
)
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog

from ...core.errors import InvalidInput, TerritoryError
from ...processing_provider.common.texts import tr, worded
from .alternative_runs import AlternativeRuns
from .alternatives_store import Alternative, AlternativeStore
from .bench import Bench
from .csv_plans import read_plan
from .plan_values import figures_of, set_up_in_words, values_for
from .proposal import Proposal
from .rows import totals_in, totals_of


class Alternatives(QObject):
    """The alternatives of the project.

    Parameters
    ----------
    bench : Bench
    propose : callable
        Takes a :class:`.Proposal` and shows it.
    """

    def __init__(self, bench: Bench, propose: Callable[[Proposal], None]) -> None:
        super().__init__(bench)
        self._bench = bench
        self._page = bench.dock.alternatives
        self._propose = propose
        self.runs = AlternativeRuns(bench)
        self.current = 0
        self._page.wanted.connect(self._wanted)

    # --- where they are ----------------------------------------------------------------------

    def store(self) -> AlternativeStore | None:
        """The file of this project; None where it has no place yet."""
        project, session = self._bench.project, self._bench.session
        settings = self._bench.dock.setup.settings() if session is None else session.settings
        path = settings.database or default_place(project)
        return AlternativeStore(path) if path else None

    def choose_place(self) -> bool:
        """Ask for the file."""
        path, _ = QFileDialog.getSaveFileName(
            self._bench.dock,
            tr("File of the alternatives"),
            default_place(self._bench.project),
            tr("GeoPackage (*.gpkg)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self.use_place(path if path.lower().endswith(".gpkg") else f"{path}.gpkg")
        return bool(path)

    def use_place(self, path: str) -> None:
        """Keep the alternatives in a file."""
        session, setup = self._bench.session, self._bench.dock.setup
        if session is not None:
            session.change_settings(replace(session.settings, database=path))
            setup.keep(session.settings)
        else:
            setup.keep(replace(setup.settings(), database=path))
            setup.settings().store(self._bench.project)
        self.show()

    def show(self) -> None:
        """Show what is in the file."""
        self._page.allow(session=self._bench.session is not None)
        store = self.store()
        plans: list[Alternative] = []
        if store is None:
            self._page.message.setText(
                tr("Save the project, or choose a file: the alternatives are kept beside it.")
            )
        else:
            try:
                plans = store.plans()
                self._page.message.setText(Path(store.path).name)
                self._page.message.setToolTip(store.path)
            except TerritoryError as error:
                self._page.message.setText(worded(error.text))
        self._page.show_plans(plans, self.current)

    def begin(self) -> None:
        """A session was opened: change counts from the oldest plan of these areas on."""
        session, store = self._bench.session, self.store()
        self.current = 0
        if session is not None and store is not None:
            try:
                oldest = store.plans()[:1]
                kept = store.assignment(oldest[0].key) if oldest else {}
            except TerritoryError:
                kept = {}
            if kept and not set(session.case.ids).isdisjoint(kept):
                session.compare_with(kept)
        self.show()

    # --- actions -----------------------------------------------------------------------------

    def _wanted(self, action: str) -> None:
        actions = {
            "keep": self._ask_and_keep,
            "open": lambda: self._with_chosen(self.open),
            "duplicate": lambda: self._with_chosen(self._ask_and_duplicate),
            "rename": lambda: self._with_chosen(self._ask_and_rename),
            "remove": lambda: self._with_chosen(self.remove),
            "compare": self._compare_chosen,
            "export": lambda: self._with_chosen(self._ask_and_export),
            "import": self._ask_and_import,
            "place": self.choose_place,
        }
        try:
            actions[action]()
        except TerritoryError as error:
            self._page.message.setText(worded(error.text))

    def _with_chosen(self, action: Callable[[int], object]) -> None:
        chosen = self._page.selected()
        if not chosen:
            self._page.message.setText(tr("Choose an alternative in the table."))
            return
        action(chosen[0])

    def keep(self, name: str, parameters: dict[str, str] | None = None) -> int:
        """Keep the plan as it is now, and the beginning, if nothing is kept yet.

        Raises
        ------
        InvalidInput
            If there is no place for it, or the file cannot be written.
        """
        session, store = self._bench.session, self.store()
        if session is None or store is None:
            raise InvalidInput("Save the project, or choose a file for the alternatives.")
        session.flush()
        ids = session.case.ids
        now = session.names_by_id()
        if not store.plans() and now != session.baseline:
            beginning = session.beginning()
            before = [session.baseline.get(key, "") for key in ids]
            figures = figures_of(totals_in(beginning, session.case))
            self.current = store.add(Alternative(tr("Beginning"), figures), ids, before)
        told = parameters or set_up_in_words(session, self._bench.project)
        plan = Alternative(name, figures_of(totals_of(session)), told, parent=self.current)
        self.current = store.add(plan, ids, [now[key] for key in ids])
        self.show()
        return self.current

    def open(self, key: int) -> None:
        """Put an alternative on the map, as one edit command."""
        session, store = self._bench.session, self.store()
        if session is None or store is None:
            return
        kept = store.assignment(key)
        name = next((plan.name for plan in store.plans() if plan.key == key), "")
        title = tr("Alternative {name}").format(name=name)
        proposal = Proposal(title, values_for(session, kept), session.settings)
        why_not = proposal.accept(session)
        if why_not:
            self._bench.tell(why_not)
            self._page.message.setText(why_not)
            return
        self.current = key
        self.show()

    def duplicate(self, key: int, name: str) -> int:
        """A copy of an alternative."""
        store = self.store()
        made = 0 if store is None else store.duplicate(key, name)
        self.show()
        return made

    def remove(self, key: int) -> None:
        """Forget an alternative."""
        store = self.store()
        if store is not None:
            store.remove(key)
        self.current = 0 if self.current == key else self.current
        self.show()

    def import_plan(self, path: str) -> str:
        """Propose the plan in a text file; what of it does not fit is said with it, and here."""
        session = self._bench.session
        if session is None:
            return ""
        found = read_plan(path, session.case.units.ids)
        settings = session.settings
        if found.locked:
            locked = dict.fromkeys((*settings.locked_areas, *found.locked))
            settings = replace(settings, locked_areas=tuple(locked))
        title = tr("Plan from {file}").format(file=Path(path).name)
        notes = found.notes()
        self._propose(Proposal(title, values_for(session, found.territories), settings, notes))
        return "\n".join(notes)

    def compare(self, before: int, after: int) -> None:
        """Compare two alternatives, 0 for the plan on the map; opens the report."""
        self.runs.compare(self._plan(before), self._plan(after))

    def export(self, key: int, path: str) -> None:
        """Write an alternative's areas to a file, and a report beside it."""
        self.runs.export(self._plan(key), path)

    def _plan(self, key: int) -> Mapping[str, str]:
        """An alternative by ids; 0 is the plan on the map."""
        session, store = self._bench.session, self.store()
        if key and store is not None:
            return store.assignment(key)
        if session is None:
            return {}
        session.flush()
        return session.names_by_id()

    # --- questions ---------------------------------------------------------------------------

    def _ask_and_keep(self) -> None:
        if self.store() is None and not self.choose_place():
            return
        number = len(self._page.model.plans) + 1
        name = self._ask_name(tr("Plan {number}").format(number=number))
        if name:
            self.keep(name)

    def _ask_and_duplicate(self, key: int) -> None:
        name = self._ask_name("")
        if name:
            self.duplicate(key, name)

    def _ask_and_rename(self, key: int) -> None:
        store, name = self.store(), self._ask_name("")
        if name and store is not None:
            store.rename(key, name)
            self.show()

    def _compare_chosen(self) -> None:
        chosen = self._page.selected()
        if len(chosen) == 1:
            self.compare(chosen[0], 0)
        elif len(chosen) == 2:
            self.compare(*sorted(chosen))
        else:
            self._page.message.setText(tr("Choose one alternative, or two, in the table."))

    def _ask_and_export(self, key: int) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self._bench.dock, tr("Export the areas"), "", tr("GeoPackage (*.gpkg)")
        )
        if path:
            self.export(key, path if path.lower().endswith(".gpkg") else f"{path}.gpkg")

    def _ask_and_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._bench.dock, tr("Import a plan"), "", tr("Text files (*.csv *.txt *.tsv)")
        )
        if path:
            self._page.message.setText(self.import_plan(path))

    def _ask_name(self, name: str) -> str:
        given, accepted = QInputDialog.getText(
            self._bench.dock, tr("Alternative"), tr("Name of the alternative"), text=name
        )
        return given.strip() if accepted else ""


def default_place(project: QgsProject) -> str:
    """The file beside the project; "" where the project has none."""
    own = project.fileName()
    return f"{Path(own).with_suffix('')}_alternatives.gpkg" if own else ""
