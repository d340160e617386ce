"""What the buttons and menus of the page of the plan do."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import QObject

from .bench import Bench
from .hand import Hand
from .people_actions import PeopleActions


class Wishes(QObject):
    """Hears what is wanted, and has it done.

    Parameters
    ----------
    bench : Bench
    hand : Hand
    people : PeopleActions
    """

    def __init__(self, bench: Bench, hand: Hand, people: PeopleActions) -> None:
        super().__init__(bench)
        self._bench = bench
        self._hand = hand
        self._people = people
        self._page = bench.dock.plan
        self._page.wanted.connect(self.do)

    def do(self, action: str) -> None:
        """Do an action by its name, see :class:`.PlanTools`."""
        session = self._bench.session
        if session is None:
            return
        if action in ("undo", "redo"):
            stack = session.layer.undoStack()
            stack.undo() if action == "undo" else stack.redo()
            session.flush()
        elif action == "repair":
            self._bench.tell(session.repair())
        elif action in ("lock", "unlock", "lock_all", "unlock_all"):
            self._lock(action)
        elif action in ("leave", "join", "share"):
            self._people.begin(action)
        else:
            self._hand.wanted(action)

    def _lock(self, action: str) -> None:
        session = self._bench.session
        if session is None:
            return
        nothing = np.empty(0, dtype=np.int64)
        chosen = np.array([k for k in self._page.table.selected() if k >= 0], dtype=np.int64)
        everybody = np.arange(session.territory_count)
        if action == "unlock_all":
            session.lock(np.arange(len(session.case.fids)), everybody, locked=False)
        elif action == "lock_all":
            session.lock(nothing, everybody, locked=True)
        else:
            session.lock(nothing, chosen, locked=action == "lock")
