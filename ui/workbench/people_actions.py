"""People come and go: each a run with a preview, which can be undone like any stroke."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QInputDialog

from ...core.ids import id_key
from ...core.texts import Text
from ...processing_provider.common.texts import tr, worded
from .balance_run import RunWishes
from .bench import Bench
from .hand import Hand
from .runs import Runs
from .settings import Joined, PlanSettings
from .starting_points import IMPROVE


class PeopleActions(QObject):
    """Asks what is needed and starts the run.

    Parameters
    ----------
    bench : Bench
    hand : Hand
    runs : Runs
    """

    def __init__(self, bench: Bench, hand: Hand, runs: Runs) -> None:
        super().__init__(bench)
        self._bench = bench
        self._hand = hand
        self._runs = runs

    def begin(self, action: str) -> None:
        """One of leave, join and share."""
        session = self._bench.session
        if session is None:
            return
        if not session.case.people:
            self._bench.tell(
                tr(
                    "People come and go, and share the work, where there are representatives. "
                    "Choose their layer on the page “Set up”."
                )
            )
        elif action == "share":
            self._ask_share()
        elif action == "leave":
            self.leave(session.active)
        else:
            self._hand.ask_for_place(
                self._ask_name, tr("Click on the map where the new representative lives.")
            )

    def leave(self, territory: int) -> None:
        """The representative of a territory leaves; the neighbours share the areas."""
        session = self._bench.session
        if session is None:
            return
        name = id_key(session.case.plan.names[territory])
        settings = session.settings
        held = {session.case.ids[area] for area in session.members(territory).tolist()}
        settings = replace(
            settings,
            left=tuple(dict.fromkeys((*settings.left, name))),
            locked_areas=tuple(key for key in settings.locked_areas if key not in held),
            joined=tuple(one for one in settings.joined if id_key(one.name) != name),
            locked_territories=tuple(t for t in settings.locked_territories if t != name),
        )
        self._run(settings, tr("{name} leaves").format(name=session.name(territory)))

    def join(self, name: str, home: QgsPointXY) -> str:
        """Somebody joins, and gets a territory around the home; why not, or ""."""
        session = self._bench.session
        if session is None:
            return ""
        key = id_key(name)
        if not key or key in session.case.label_of:
            return tr("Give a name that no other territory has.")
        if session.case.names.field.isNumeric() and not key.lstrip("-").isdigit():
            return tr("Territories have numbers here: give the new one a number, too.")
        settings = session.settings
        settings = replace(
            settings,
            left=tuple(one for one in settings.left if one != key),
            joined=(*settings.joined, Joined(name, home.x(), home.y())),
        )
        self._run(settings, tr("{name} joins").format(name=name))
        return ""

    def share(self, territory: int, share: float) -> None:
        """The share of a territory changes, and with it all targets; areas change hands for it."""
        session = self._bench.session
        if session is None:
            return
        name = id_key(session.case.plan.names[territory])
        title = worded(
            Text.of(
                "Share of {name}: {before:g} → {after:g}",
                name=session.name(territory),
                before=session.share_of(territory),
                after=share,
            )
        )
        self._run(session.settings.with_share(name, share), title)

    def _run(self, settings: PlanSettings, title: str) -> None:
        change = float(self._bench.dock.run.max_change.value())
        self._runs.run(settings, RunWishes(IMPROVE, (), change), title)

    def _ask_name(self, home: QgsPointXY) -> None:
        name, given = QInputDialog.getText(
            self._bench.dock, tr("Somebody joins"), tr("Name of the new territory")
        )
        if given:
            self._bench.tell(self.join(name.strip(), home))

    def _ask_share(self) -> None:
        session = self._bench.session
        if session is None:
            return
        territory = session.active
        share, given = QInputDialog.getDouble(
            self._bench.dock,
            tr("Share of the work"),
            tr("Share of {name} (1 is a full one)").format(name=session.name(territory)),
            session.share_of(territory),
            0.01,
            1000.0,
            2,
        )
        if given:
            self.share(territory, share)
