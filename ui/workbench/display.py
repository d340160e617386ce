"""What the page of the plan and the map show of the session."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer

from ...core.arrays import IntArray
from ...core.plan.validate import Breach
from .bench import Bench
from .colouring import colour_layer, colours_of, wants_colours
from .hand import Hand
from .rows import territory_rows, totals_of

_PROBLEMS_MS = 250  # after the last move of a stroke, not after each
# More are not read by anybody, and writing thousands of sentences holds up the window.
_MOST_PROBLEMS = 100

_FEW = 5
"""Areas of a problem or a move: alone they fill the map, and nobody knows where they lie."""
_AROUND_FEW, _AROUND = 6.0, 1.15
"""How much more of the map is shown than the areas: neighbours on all sides, and a rim."""


class Display(QObject):
    """Keeps table, totals, problems and highlights as the session is.

    Parameters
    ----------
    bench : Bench
    hand : Hand
    """

    def __init__(self, bench: Bench, hand: Hand) -> None:
        super().__init__(bench)
        self._bench = bench
        self._hand = hand
        self._page = bench.dock.plan
        self._colours: dict[int, str] = {}
        self._problems: list[Breach] = []
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_PROBLEMS_MS)
        self._look.timeout.connect(self._look_for_problems)
        self._page.table.territories_chosen.connect(self._territories_chosen)
        self._page.table.zoom_wanted.connect(self.zoom_to_territory)
        self._page.problem_chosen.connect(self._show_problem)

    def begin(self) -> None:
        """All is new: the session, or what it has read."""
        session, page = self._bench.session, self._page
        if session is None or self._bench.highlights is None:
            return
        field = session.settings.plan_field
        if wants_colours(session.layer, field):
            colour_layer(session.layer, field, session.case)
        self._colours = colours_of(session.layer, field, session.case)
        page.setEnabled(True)
        page.tools.show_sources([session.name(k) for k in range(session.territory_count)])
        page.tools.groups.setVisible(bool(session.settings.together_field))
        self._bench.highlights.forget()
        self.refresh()
        page.table.select(session.active)

    def restyle(self) -> None:
        """The layer has another style."""
        session = self._bench.session
        if session is not None:
            self._colours = colours_of(session.layer, session.settings.plan_field, session.case)
            self.refresh()

    def refresh(self) -> None:
        """Show the figures as they are now."""
        session, highlights = self._bench.session, self._bench.highlights
        if session is None or highlights is None:
            return
        rows = territory_rows(session, session.deviations_before(), self._colours)
        self._page.table.show_rows(rows, session.case.criteria)
        self.show_totals()
        highlights.show_locks()
        highlights.show_territories(self._page.table.selected())
        self._look.start()

    def show_totals(self) -> None:
        """Show the line below the table."""
        session = self._bench.session
        if session is not None:
            self._page.show_totals(totals_of(session), session.bound_pct)

    def end(self) -> None:
        """There is no session any more."""
        self._look.stop()
        self._problems = []
        self._page.setEnabled(False)
        self._page.table.show_rows([], [])
        self._page.totals.clear()
        self._page.show_problems([])

    # --- what is chosen ----------------------------------------------------------------------

    def _territories_chosen(self, territories: list[int]) -> None:
        session, highlights = self._bench.session, self._bench.highlights
        if session is None or highlights is None or not territories:
            return
        if territories[0] >= 0:
            session.active = territories[0]
            session.gives_to_nobody = False
        highlights.show_territories(territories)
        self._hand.show_target()

    def zoom_to_territory(self, territory: int) -> None:
        """Bring a territory into view; -1: what nobody has."""
        if self._bench.session is not None:
            self._zoom_to(self._bench.session.members(territory), _AROUND)

    def zoom_to(self, areas: IntArray) -> None:
        """Bring areas into view, a few of them with what lies around."""
        self._zoom_to(areas, _AROUND_FEW if len(areas) <= _FEW else _AROUND)

    def _zoom_to(self, areas: IntArray, around: float) -> None:
        session, canvas = self._bench.session, self._bench.iface.mapCanvas()
        if session is None or not len(areas):
            return
        box = session.case.extent(areas)
        canvas.setExtent(canvas.mapSettings().layerExtentToOutputExtent(session.layer, box))
        canvas.zoomByFactor(around)

    # --- problems ----------------------------------------------------------------------------

    def _look_for_problems(self) -> None:
        session = self._bench.session
        if session is None:
            return
        found = session.case.problems(session.plan)
        self._problems = found[:_MOST_PROBLEMS]
        sentences = session.case.sentences(session.plan, self._problems)
        self._page.show_problems(sentences, len(found) - len(self._problems))

    def _show_problem(self, row: int) -> None:
        highlights = self._bench.highlights
        if highlights is not None and 0 <= row < len(self._problems):
            breach = self._problems[row]
            self.zoom_to(breach.areas)
            self._page.show_preview([])
            highlights.show_caught(breach.areas)
            if breach.territory >= 0:
                self._page.table.select(breach.territory)
