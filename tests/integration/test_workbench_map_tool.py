"""The hand on the map: what a click, a stroke, a rectangle or a lasso catches, and keys."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, QPoint, QSize, Qt
from qgis.PyQt.QtGui import QKeyEvent
from territory_design.tests.integration.workbench_plans import opened
from territory_design.ui.workbench.highlights import Highlights
from territory_design.ui.workbench.map_tool import AreaTool, Mode

pytestmark = pytest.mark.usefixtures("processing")
A, B, C = 0, 1, 2
LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Hand:
    """The tool of a session with what it has told; areas are named by their ids."""

    def __init__(self, canvas, session) -> None:
        self.canvas, self.session = canvas, session
        self.tool = AreaTool(canvas, session, Highlights(canvas, session))
        self.told: list[tuple] = []
        for name in ("hovered", "painted", "caught", "asked", "picked", "stepped"):
            signal = getattr(self.tool, name)
            signal.connect(lambda value, n=name: self.told.append((n, self._ids(n, value))))

    def _ids(self, name, value):
        if name in ("picked", "stepped"):
            return value
        rows = [value] if name == "asked" else value.tolist()
        return sorted(self.session.case.ids[row] for row in rows)

    def last(self, name):
        """What was told last under a name."""
        return [value for one, value in self.told if one == name][-1]

    def at(self, key: str, right: float = 0.0, up: float = 0.0) -> QPoint:
        """The middle of an area on the canvas, or beside it, in sides of an area."""
        x, y = self.session.case.units.inner_points[self.session.case.ids.index(key)]
        place = QgsPointXY(x + 1000.0 * right, y + 1000.0 * up)
        there = self.canvas.getCoordinateTransform().transform(place)
        return QPoint(round(there.x()), round(there.y()))

    def event(self, kind, place, button=LEFT):
        """One mouse event as the canvas makes it."""
        held = button if kind != QEvent.Type.MouseButtonRelease else NO_BUTTON
        return QgsMapMouseEvent(self.canvas, kind, place, button, held)

    def drag(self, *places: QPoint) -> None:
        """Press, move, release."""
        self.tool.canvasPressEvent(self.event(QEvent.Type.MouseButtonPress, places[0]))
        for place in places[1:]:
            self.tool.canvasMoveEvent(self.event(QEvent.Type.MouseMove, place, NO_BUTTON))
        self.tool.canvasReleaseEvent(self.event(QEvent.Type.MouseButtonRelease, places[-1]))

    def key(self, key) -> bool:
        """Press a key; whether the tool used it, which it tells the canvas by ignoring it."""
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        event.accept()
        self.tool.keyPressEvent(event)
        return not event.isAccepted()


@contextmanager
def hand(**changes):
    """A hand on a canvas with the drawn map."""
    with opened(**changes) as session:
        canvas = QgsMapCanvas()
        canvas.resize(QSize(640, 480))
        canvas.setDestinationCrs(session.layer.crs())
        canvas.setExtent(session.layer.extent())
        yield Hand(canvas, session)


def test_a_click_and_a_stroke_take_what_the_territory_does_not_have():
    with hand() as one:
        one.drag(one.at("003"))
        assert one.last("painted") == ["003"]
        one.drag(one.at("002"), one.at("003"), one.at("004"))
        assert one.last("painted") == ["003", "004"], "002 is A's already"


def test_a_rectangle_and_a_lasso_show_what_they_caught_and_paint_nothing():
    with hand() as one:
        one.tool.mode = Mode.RECTANGLE
        one.drag(one.at("003", -0.4, -0.4), one.at("010", 0.4, 0.4))
        assert one.last("caught") == ["003", "004", "009", "010"]
        one.tool.mode = Mode.LASSO
        corners = [one.at("003", *d) for d in ((-0.4, -0.4), (0.4, -0.4), (0.4, 0.4), (-0.4, 0.4))]
        one.drag(*corners)
        assert one.last("caught") == ["003"]
        assert "painted" not in dict(one.told)
        assert one.session.layer.undoStack().count() == 0


def test_only_from_one_territory_and_whole_groups():
    with hand(together_field="town") as one:
        one.tool.mode = Mode.RECTANGLE
        one.tool.source = C
        one.drag(one.at("003", -0.4, -0.4), one.at("006", 0.4, 0.4))
        assert one.last("caught") == ["005", "006"]
        one.tool.mode, one.tool.whole_groups = Mode.PAINT, True
        one.drag(one.at("005"))
        assert one.last("painted") == ["005", "006"], "they are of one town"


def test_hovering_asking_and_picking():
    with hand() as one:
        one.tool.canvasMoveEvent(one.event(QEvent.Type.MouseMove, one.at("003"), NO_BUTTON))
        assert one.last("hovered") == ["003"]
        one.tool.mode = Mode.ASK
        one.drag(one.at("001"))
        assert one.last("asked") == ["001"]
        right = one.event(QEvent.Type.MouseButtonPress, one.at("005"), Qt.MouseButton.RightButton)
        one.tool.canvasPressEvent(right)
        assert one.last("picked") == C


def test_keys_that_the_tool_does_not_use_are_left_to_the_canvas():
    with hand() as one:
        assert one.key(Qt.Key.Key_N)
        assert one.last("stepped") == 1
        assert one.key(Qt.Key.Key_Escape)
        assert not one.key(Qt.Key.Key_Space), "the canvas pans with it"
        assert not one.key(Qt.Key.Key_Left)
