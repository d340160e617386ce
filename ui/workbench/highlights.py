"""What the workbench draws over the map: the chosen territory, what was caught, locks."""

from __future__ import annotations

import numpy as np
from qgis.core import Qgis, QgsGeometry
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QColor

from ...core.arrays import IntArray
from .session import PlanSession

_CHOSEN, _CAUGHT = QColor(255, 214, 0, 90), QColor(20, 90, 200, 60)
_CAUGHT_RIM = QColor(20, 90, 200, 230)
_PROPOSED_SHADE = QColor(160, 20, 100, 110)
_LOCKED, _PROPOSED = QColor(30, 30, 30, 170), QColor(160, 20, 100, 200)
_RIM = QColor(20, 20, 20, 220)
# Dissolving more takes longer than anybody waits for an outline; they are shaded instead.
_MOST_JOINED = 3000
# Hatching and outlining more holds up the window whenever the map is painted.
_MOST_HATCHED = 1000
# Dissolved at a time: a hundredth of a second, so that the window goes on meanwhile.
_JOINED_AT_ONCE = 40
_OUTLINE_MS = 80  # moves in one stroke of the brush are drawn together, and nobody waits
_NONE = QColor(0, 0, 0, 0)


class Highlights:
    """Rubber bands on a canvas, for one session.

    Parameters
    ----------
    canvas : QgsMapCanvas
    session : PlanSession
    """

    def __init__(self, canvas: QgsMapCanvas, session: PlanSession) -> None:
        self._canvas = canvas
        self._session = session
        self._locked_areas: bytes = b""
        self._chosen: list[int] = []
        self._outline_soon = QTimer()
        self._outline_soon.setSingleShot(True)
        self._outline_soon.setInterval(_OUTLINE_MS)
        self._outline_soon.timeout.connect(self._outline_territories)
        self._to_join: list[QgsGeometry] = []
        self._join_soon = QTimer()
        self._join_soon.setSingleShot(True)
        self._join_soon.setInterval(0)
        self._join_soon.timeout.connect(self._join_some)
        self.chosen = self._band(_CHOSEN)
        self.chosen.setStrokeColor(_RIM)
        self.chosen.setWidth(3)
        self.caught = self._band(_CAUGHT)
        self.caught.setStrokeColor(_CAUGHT_RIM)
        self.caught.setWidth(2)
        self.proposed = self._band(_PROPOSED, Qt.BrushStyle.DiagCrossPattern)
        self.proposed.setStrokeColor(_PROPOSED)
        self.proposed.setWidth(2)
        self.locked = self._band(_LOCKED, Qt.BrushStyle.BDiagPattern)
        self.outline = self._band(_CAUGHT)
        self.outline.setStrokeColor(_CAUGHT_RIM)
        self.outline.setWidth(2)

    def _band(
        self, colour: QColor, brush: Qt.BrushStyle = Qt.BrushStyle.SolidPattern
    ) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, Qgis.GeometryType.Polygon)
        band.setFillColor(colour)
        band.setStrokeColor(_NONE)
        band.setBrushStyle(brush)
        return band

    def show_territories(self, territories: list[int]) -> None:
        """Outline the chosen territories, a moment later."""
        self._chosen = list(territories)
        self._outline_soon.start()

    def _outline_territories(self) -> None:
        self._join_soon.stop()
        areas = np.flatnonzero(np.isin(self._session.editor.labels, self._chosen))
        if len(areas) > _MOST_JOINED:
            self.chosen.setFillColor(_CHOSEN)
            self.chosen.setStrokeColor(_NONE)
            self._show(self.chosen, areas)
            return
        self.chosen.setFillColor(_NONE)
        self.chosen.setStrokeColor(_RIM)
        polygons = self._session.case.units.polygons
        self._to_join = [polygons[area] for area in areas.tolist()]
        self._join_some()

    def _join_some(self) -> None:
        """Dissolve the next few, and go on when the window has done what came meanwhile."""
        some, rest = self._to_join[:_JOINED_AT_ONCE], self._to_join[_JOINED_AT_ONCE:]
        outline = QgsGeometry.unaryUnion(some)
        if rest:
            # What is joined goes to the end, so that all parts stay small as long as they can.
            self._to_join = [*rest, outline]
            self._join_soon.start()
            return
        self._to_join = []
        if outline.isEmpty():
            self.chosen.reset(Qgis.GeometryType.Polygon)
        else:
            self.chosen.setToGeometry(outline, self._session.layer)

    def show_caught(self, areas: IntArray) -> None:
        """Shade areas that a stroke has caught so far."""
        self._show(self.caught, areas)

    def show_proposed(self, areas: IntArray) -> None:
        """Hatch areas that a proposal would move; shade very many."""
        many = len(areas) > _MOST_HATCHED
        style = Qt.BrushStyle.SolidPattern if many else Qt.BrushStyle.DiagCrossPattern
        self.proposed.setBrushStyle(style)
        self.proposed.setFillColor(_PROPOSED_SHADE if many else _PROPOSED)
        self.proposed.setStrokeColor(_NONE if many else _PROPOSED)
        self._show(self.proposed, areas)

    def show_locks(self) -> None:
        """Hatch what is locked."""
        rules, labels = self._session.editor.rules, self._session.editor.labels
        held = np.zeros(len(labels), bool) if rules.locked is None else rules.locked.copy()
        if rules.frozen is not None:
            held |= np.append(rules.frozen, False)[labels]
        areas = np.flatnonzero(held)
        if areas.tobytes() != self._locked_areas:
            self._locked_areas = areas.tobytes()
            self._show(self.locked, areas)

    def draw_outline(self, shape: QgsGeometry | None) -> None:
        """The lasso or rectangle while it is drawn."""
        if shape is None:
            self.outline.reset(Qgis.GeometryType.Polygon)
        else:
            self.outline.setToGeometry(shape, self._session.layer)

    def forget(self) -> None:
        """After the areas were read anew."""
        self._locked_areas = b""
        self.show_caught(np.empty(0, dtype=np.int64))
        self.show_proposed(np.empty(0, dtype=np.int64))
        self.draw_outline(None)
        self.show_locks()

    def remove(self) -> None:
        """Take all off the map."""
        self._outline_soon.stop()
        self._join_soon.stop()
        if sip.isdeleted(self._canvas):
            return
        for band in (self.chosen, self.caught, self.proposed, self.locked, self.outline):
            if not sip.isdeleted(band):
                self._canvas.scene().removeItem(band)

    def _show(self, band: QgsRubberBand, areas: IntArray) -> None:
        if not len(areas):
            band.reset(Qgis.GeometryType.Polygon)
            return
        band.setToGeometry(self._session.case.shape(areas), self._session.layer)
