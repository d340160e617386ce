"""The hand on the map: click, paint, rectangle, lasso; and questions to single areas."""

from __future__ import annotations

from enum import Enum

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

from ...core.arrays import IntArray
from .highlights import Highlights
from .session import PlanSession

_NOTHING = np.empty(0, dtype=np.int64)
ANYBODY = -2
"""In place of a territory from which areas may be taken."""


class Mode(Enum):
    """What the hand does."""

    PAINT = "paint"
    RECTANGLE = "rectangle"
    LASSO = "lasso"
    ASK = "ask"
    PLACE = "place"


class AreaTool(QgsMapTool):
    """Gives areas to the active territory, or to nobody.

    Attributes
    ----------
    hovered : signal(object)
        Areas under the pointer, or those that a stroke in work has caught.
    caught : signal(object)
        Areas of a finished rectangle or lasso, which wait for :attr:`accepted`.
    painted : signal(object)
        Areas of a finished click or drag.
    asked : signal(int)
        An area was clicked in mode ``ASK``.
    placed : signal(object)
        A place (map coordinates of the layer) was clicked in mode ``PLACE``.
    picked : signal(int)
        The territory (-1: nobody) of an area that was clicked with the right button.
    accepted, dropped, stepped, lock_wanted, nobody_wanted : signals
        Keys: Enter, Escape, N and P (with +1 or -1), L (with the area under the pointer), U.
    source : int
        Only areas of this territory are caught, or ``ANYBODY``.
    whole_groups : bool
    """

    hovered = pyqtSignal(object)
    caught = pyqtSignal(object)
    painted = pyqtSignal(object)
    asked = pyqtSignal(int)
    placed = pyqtSignal(object)
    picked = pyqtSignal(int)
    accepted = pyqtSignal()
    dropped = pyqtSignal()
    stepped = pyqtSignal(int)
    nobody_wanted = pyqtSignal()
    lock_wanted = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas, session: PlanSession, highlights: Highlights) -> None:
        super().__init__(canvas)
        self._session = session
        self._highlights = highlights
        self.mode = Mode.PAINT
        self.source = ANYBODY
        self.whole_groups = False
        self._path: list[QgsPointXY] = []
        self._stroke: IntArray = _NOTHING
        self._under: IntArray = _NOTHING
        self.setCursor(Qt.CursorShape.CrossCursor)

    # --- mouse -------------------------------------------------------------------------------

    def canvasPressEvent(self, event: QgsMapMouseEvent | None) -> None:
        if event is None or not self._is_usable():
            return
        place = self._place(event)
        if event.button() == Qt.MouseButton.RightButton:
            self._pick(place)
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.mode == Mode.PLACE:
            self.placed.emit(place)
            return
        if self.mode == Mode.ASK:
            under = self._at(place)
            if len(under):
                self.asked.emit(int(under[0]))
            return
        self._path = [place]
        self._stroke = self._allowed(self._at(place)) if self.mode == Mode.PAINT else _NOTHING
        self._show_stroke()

    def canvasMoveEvent(self, event: QgsMapMouseEvent | None) -> None:
        if event is None or not self._is_usable():
            return
        place = self._place(event)
        if not self._path:
            under = self._allowed(self._at(place))
            if not np.array_equal(under, self._under):
                self._under = under
                self.hovered.emit(under)
            return
        if self.mode == Mode.PAINT:
            along = QgsGeometry.fromPolylineXY([self._path[-1], place])
            new = self._allowed(self._session.case.areas_along(along))
            self._path = [place]
            if len(np.setdiff1d(new, self._stroke)):
                self._stroke = np.union1d(self._stroke, new)
                self._show_stroke()
            return
        if self.mode == Mode.RECTANGLE:
            self._path = [self._path[0], place]
        else:
            self._path.append(place)
        self._highlights.draw_outline(QgsGeometry.fromPolygonXY([self._outline()]))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent | None) -> None:
        if event is None or event.button() != Qt.MouseButton.LeftButton or not self._path:
            return
        if not self._is_usable():
            self.reset()
            return
        if self.mode == Mode.PAINT:
            stroke = self._stroke
            self.reset()
            if len(stroke):
                self.painted.emit(stroke)
            return
        corners = np.array([[point.x(), point.y()] for point in self._outline()])
        self._path = []
        self._highlights.draw_outline(None)
        caught = self._allowed(self._session.case.areas_in(corners))
        self._highlights.show_caught(caught)
        self.caught.emit(caught)

    # --- keys --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent | None) -> None:
        if event is None:
            return
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            self.reset()
            self.dropped.emit()
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.stepped.emit(1 if key == Qt.Key.Key_N else -1)
        elif key == Qt.Key.Key_U:
            self.nobody_wanted.emit()
        elif key == Qt.Key.Key_L and len(self._under):
            self.lock_wanted.emit(self._under)
        else:
            return  # the canvas's own: arrows, and space, which pans
        # So a tool tells the canvas that it has used a key, see QgsMapCanvas::keyPressEvent.
        event.ignore()

    def reset(self) -> None:
        """Forget the stroke in work."""
        self._path, self._stroke = [], _NOTHING
        self._highlights.show_caught(_NOTHING)
        self._highlights.draw_outline(None)

    def deactivate(self) -> None:
        """Called by the canvas when another tool takes over."""
        self.reset()
        self._under = _NOTHING
        self.hovered.emit(_NOTHING)
        super().deactivate()

    # --- inside ------------------------------------------------------------------------------

    def _is_usable(self) -> bool:
        return bool(self._session.case.fids)

    def _place(self, event: QgsMapMouseEvent) -> QgsPointXY:
        return QgsPointXY(self.toLayerCoordinates(self._session.layer, event.mapPoint()))

    def _at(self, place: QgsPointXY) -> IntArray:
        area = self._session.case.units.area_at(place.x(), place.y())
        return _NOTHING if area is None else np.array([area], dtype=np.int64)

    def _pick(self, place: QgsPointXY) -> None:
        under = self._at(place)
        if len(under):
            self.picked.emit(int(self._session.editor.labels[under[0]]))

    def _allowed(self, areas: IntArray) -> IntArray:
        """Areas that a stroke may take: not those that the active territory has already."""
        if self.mode in (Mode.ASK, Mode.PLACE):
            return areas
        labels = self._session.editor.labels
        if self.source != ANYBODY:
            areas = areas[labels[areas] == self.source]
        if self.whole_groups:
            areas = self._session.companions(areas)
        return areas[labels[areas] != self._session.target]

    def _outline(self) -> list[QgsPointXY]:
        if self.mode == Mode.LASSO or len(self._path) < 2:
            return self._path
        first, last = self._path
        return [
            first,
            QgsPointXY(last.x(), first.y()),
            last,
            QgsPointXY(first.x(), last.y()),
        ]

    def _show_stroke(self) -> None:
        self._highlights.show_caught(self._stroke)
        self.hovered.emit(self._stroke)
