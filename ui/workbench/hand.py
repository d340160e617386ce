"""The hand of the user: the map tool, previews, and what becomes of what was caught."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.gui import QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from ...core.arrays import IntArray
from ...core.plan.strokes import Preview
from ...processing_provider.common.texts import counted, tr
from .bench import Bench
from .explaining import reasons
from .highlights import Highlights
from .map_tool import AreaTool, Mode
from .session import PlanSession
from .wording import preview_lines

_NOTHING = np.empty(0, dtype=np.int64)


class Hand(QObject):
    """Holds the map tool of a session.

    Parameters
    ----------
    bench : Bench
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._page = bench.dock.plan
        self._session: PlanSession | None = None
        self._highlights: Highlights | None = None
        self.tool: AreaTool | None = None
        self._previous: QgsMapTool | None = None
        self._caught: Preview | None = None
        self._place_wanted: Any = None
        self._page.tools.mode_wanted.connect(self.set_mode)
        self._page.tools.source_chosen.connect(self._set_source)
        self._page.tools.groups_toggled.connect(self._set_groups)

    # --- taking up and putting away ----------------------------------------------------------

    def take(self, session: PlanSession, highlights: Highlights) -> None:
        """Work on a session."""
        self._session, self._highlights = session, highlights
        tool = AreaTool(self._bench.iface.mapCanvas(), session, highlights)
        tool.hovered.connect(self._hovered)
        tool.painted.connect(self._painted)
        tool.caught.connect(self._has_caught)
        tool.asked.connect(self._asked)
        tool.placed.connect(self._placed)
        tool.picked.connect(self._picked)
        tool.accepted.connect(self._accept)
        tool.dropped.connect(self._drop)
        tool.stepped.connect(self._step)
        tool.lock_wanted.connect(self._lock_areas)
        tool.nobody_wanted.connect(self._toggle_nobody)
        tool.deactivated.connect(self._tool_changed)
        self.tool = tool

    def let_go(self) -> None:
        """The session ends: give the map back."""
        self.put_away()
        tool, self.tool = self.tool, None
        self._session = self._highlights = None
        self._caught = None
        self._page.show_preview([])
        if tool is not None and not sip.isdeleted(tool):
            tool.blockSignals(True)
            tool.deleteLater()

    def put_away(self) -> None:
        """Take up again the tool that was in use before."""
        canvas = self._bench.iface.mapCanvas()
        if self.tool is None or canvas.mapTool() is not self.tool:
            return
        previous = self._previous
        if previous is not None and not sip.isdeleted(previous):
            canvas.setMapTool(previous)
        else:
            canvas.unsetMapTool(self.tool)

    def set_mode(self, mode: Mode | None) -> None:
        """Take a tool into the hand; None puts it away."""
        if self.tool is None or self._session is None:
            self._page.tools.show_mode(None)
            return
        self._drop()
        if mode is None:
            self.put_away()
            return
        canvas = self._bench.iface.mapCanvas()
        if canvas.mapTool() is not self.tool:
            self._previous = canvas.mapTool()
            canvas.setMapTool(self.tool)
            self._bench.iface.setActiveLayer(self._session.layer)
        self.tool.mode = mode
        self._page.tools.show_mode(mode)
        canvas.setFocus()

    def ask_for_place(self, then: Any, question: str) -> None:
        """Have the user click a place; ``then`` is called with it."""
        self.set_mode(Mode.PLACE)
        self._place_wanted = then
        self._page.show_preview([question])

    def forget(self) -> None:
        """Areas were read anew: what was caught are numbers of before."""
        if self.tool is not None:
            self.tool.reset()
        if self._place_wanted is None:
            self._drop()

    def wanted(self, action: str) -> None:
        """An action of the page."""
        if action == "give":
            self._accept()
        elif action == "drop":
            self._drop()
        elif action == "best":
            self._best()
        elif action == "nobody":
            self._toggle_nobody()

    # --- what the tool says ------------------------------------------------------------------

    def _hovered(self, areas: IntArray) -> None:
        session = self._session
        if session is None or self._caught is not None or self._place_wanted is not None:
            return
        if self.tool is not None and self.tool.mode == Mode.ASK:
            return
        if not len(areas):
            self._page.show_preview([])
            return
        preview = session.preview(areas, session.target)
        self._page.show_preview(preview_lines(preview, session.case.plan))

    def _painted(self, areas: IntArray) -> None:
        session = self._session
        if session is not None:
            self._say(session.give(areas, session.target))

    def _has_caught(self, areas: IntArray) -> None:
        session = self._session
        if session is None:
            return
        if not len(areas):
            self._caught = None
            self._page.show_preview([tr("Nothing that the territory does not have already.")])
            return
        free = session.unlocked(areas)
        left_out = []
        if 0 < len(free) < len(areas):
            left_out = [
                counted(
                    len(areas) - len(free),
                    "{count} area is locked and left out.",
                    "{count} areas are locked and left out.",
                )
            ]
            areas = free
        self._show_caught(session.preview(areas, session.target), left_out)

    def _show_caught(self, preview: Preview, first: Sequence[str] = ()) -> None:
        session = self._session
        if session is None or self._highlights is None:
            return
        self._caught = preview
        self._highlights.show_caught(preview.stroke.areas)
        lines = [*first, *preview_lines(preview, session.case.plan)]
        self._page.show_preview(lines, waits=True, allowed=preview.allowed)

    def _toggle_nobody(self) -> None:
        """Take areas from everybody from now on, or give them to the active territory again."""
        session = self._session
        if session is None:
            return
        session.gives_to_nobody = not session.gives_to_nobody
        self._drop()
        self.show_target()

    def show_target(self) -> None:
        """Say to whom strokes give."""
        session = self._session
        if session is not None:
            name = tr("nobody") if session.gives_to_nobody else session.name(session.active)
            self._page.tools.show_active(name, nobody=session.gives_to_nobody)

    def _best(self) -> None:
        session = self._session
        if session is None:
            return
        preview = session.best_move()
        if preview is None:
            self._page.show_preview([tr("No single move helps any more.")])
            return
        self._show_caught(preview)
        self._bench.zoom_to(np.union1d(preview.stroke.areas, _NOTHING))

    def _accept(self) -> None:
        session, preview = self._session, self._caught
        if session is None or preview is None or not preview.allowed:
            return  # why not stays in sight
        self._drop()
        target = int(preview.stroke.territories[0])
        self._say(session.do(preview.stroke, session.title_of(target)))

    def _drop(self) -> None:
        self._caught = None
        self._place_wanted = None
        if self._highlights is not None:
            self._highlights.show_caught(_NOTHING)
        self._page.show_preview([])

    def _asked(self, area: int) -> None:
        session = self._session
        if session is None or self._highlights is None:
            return
        self._highlights.show_caught(np.array([area]))
        self._page.show_preview(reasons(session, area))

    def _placed(self, place: Any) -> None:
        then, self._place_wanted = self._place_wanted, None
        self.put_away()
        if then is not None:
            then(place)

    def _picked(self, territory: int) -> None:
        if territory >= 0:
            self._page.table.select(territory)

    def _step(self, by: int) -> None:
        session = self._session
        if session is not None and session.territory_count:
            self._page.table.select((session.active + by) % session.territory_count)

    def _lock_areas(self, areas: IntArray) -> None:
        session = self._session
        if session is None or session.editor.rules.locked is None:
            return
        locked = not bool(session.editor.rules.locked[areas].all())
        session.lock(areas, _NOTHING, locked=locked)

    def _tool_changed(self) -> None:
        self._page.tools.show_mode(None)
        self._drop()

    def _say(self, why_not: str) -> None:
        self._page.show_preview([why_not] if why_not else [])
        if self._session is not None and why_not and self._session.is_read_only:
            self._bench.tell(why_not)

    def _set_source(self, source: int) -> None:
        if self.tool is not None:
            self.tool.source = source

    def _set_groups(self, whole: bool) -> None:
        if self.tool is not None:
            self.tool.whole_groups = whole
