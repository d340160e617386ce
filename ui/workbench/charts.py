"""Charts drawn by Qt's painter in the colours of the theme: no other library is needed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QPointF, QRectF, QSizeF, Qt, pyqtSignal
from qgis.PyQt.QtGui import (
    QColor,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from qgis.PyQt.QtWidgets import QToolTip, QWidget

from ...core.texts import Text
from ...processing_provider.common.number_format import localised
from ...processing_provider.common.texts import tr, worded
from .chart_frame import Chart, Scale
from .delegates import TOO_LITTLE, TOO_MUCH
from .dot_labels import LabelRoom, label_places

_BEST, _MEAN, _DEVIATION = QColor(63, 145, 66), QColor(140, 140, 140), TOO_MUCH


@dataclass(frozen=True)
class Generation:
    """One step of a search: fitness of the best plan and of all, worst deviation of the best."""

    number: int
    best: float
    mean: float
    deviation_pct: float


class ConvergenceChart(Chart):
    """How a search gets on: worst deviation above, fitness of the best and of all below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.generations: list[Generation] = []

    def clear(self) -> None:
        """Begin anew."""
        self.generations = []
        self.update()

    def add(self, generation: Generation) -> None:
        """One more generation; the last one may be told again when it is final."""
        if self.generations and self.generations[-1].number == generation.number:
            self.generations.pop()
        self.generations.append(generation)
        self.update()

    def paintEvent(self, event: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, height = 52.0, self.height()
        upper = QRectF(left, 18.0, self.width() - left - 8.0, height * 0.5 - 26.0)
        lower = QRectF(left, height * 0.5 + 14.0, upper.width(), height * 0.5 - 32.0)
        rows = self.generations
        self._panel(
            painter,
            upper,
            [(tr("worst deviation"), _DEVIATION, [row.deviation_pct for row in rows])],
            " %",
            with_zero=True,
        )
        self._panel(
            painter,
            lower,
            [
                (tr("best fitness"), _BEST, [row.best for row in rows]),
                (tr("mean fitness"), _MEAN, [row.mean for row in rows]),
            ],
            "",
            with_zero=False,
        )
        if rows:
            painter.setPen(self.ink())
            painter.drawText(
                QPointF(left, height - 3.0),
                tr("generation {first} to {last}").format(
                    first=rows[0].number, last=rows[-1].number
                ),
            )

    def _panel(
        self,
        painter: QPainter,
        room: QRectF,
        lines: list[tuple[str, QColor, list[float]]],
        unit: str,
        *,
        with_zero: bool,
    ) -> None:
        values = [value for _, _, line in lines for value in line]
        scale = Scale.around(values, with_zero=with_zero)
        self.frame(painter, room, scale, unit)
        x = room.left()
        for name, colour, line in lines:
            painter.setPen(QPen(colour, 2))
            painter.drawLine(QPointF(x, room.top() - 8), QPointF(x + 14, room.top() - 8))
            painter.setPen(self.ink())
            painter.drawText(QPointF(x + 18, room.top() - 4), name)
            x += 30 + QFontMetrics(self.font()).horizontalAdvance(name)
            along = Scale(0.0, max(len(line) - 1.0, 1.0))
            points = [
                QPointF(
                    along.place(number, room.left(), room.right()),
                    scale.place(value, room.bottom(), room.top()),
                )
                for number, value in enumerate(line)
                if math.isfinite(value)
            ]
            painter.setPen(QPen(colour, 2))
            painter.drawPolyline(QPolygonF(points))
            if points:
                painter.setBrush(colour)
                painter.drawEllipse(points[-1], 2.5, 2.5)
                painter.setBrush(Qt.BrushStyle.NoBrush)


@dataclass(frozen=True)
class Dot:
    """One plan among others: mean trip, worst deviation, share of the weight that changed."""

    key: int
    name: str
    trip_km: float
    deviation_pct: float
    changed_pct: float


class TradeOffChart(Chart):
    """Plans by travel (to the right) and deviation (up); the more changed, the larger the dot."""

    chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dots: list[Dot] = []
        self.current = -1
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_dots(self, dots: Sequence[Dot], current: int = -1) -> None:
        """Show these plans, one of them as the current one."""
        self.dots, self.current = list(dots), current
        self.update()

    def places(self) -> list[QPointF]:
        """Where each plan is drawn."""
        room, across, up = self._scales()
        return [
            QPointF(
                across.place(dot.trip_km, room.left(), room.right()),
                up.place(dot.deviation_pct, room.bottom(), room.top()),
            )
            for dot in self.dots
        ]

    def dot_at(self, place: QPointF) -> Dot | None:
        """The plan whose name or dot is under the pointer; the nearest of several."""
        for dot, label in zip(self.dots, self.labels()):
            if label is not None and label.contains(place):
                return dot
        near = [
            ((own.x() - place.x()) ** 2 + (own.y() - place.y()) ** 2, number)
            for number, own in enumerate(self.places())
        ]
        if not near or min(near)[0] > 14.0**2:
            return None
        return self.dots[min(near)[1]]

    def labels(self) -> list[QRectF | None]:
        """Where the name of each plan stands; None where there is no room for it.

        The current plan has the first choice, then the newest.
        """
        metrics = QFontMetrics(self.font())
        places = self.places()
        order = sorted(
            range(len(self.dots)),
            key=lambda number: (self.dots[number].key != self.current, -number),
        )
        room = QRectF(self.rect())
        frame = self._scales()[0]
        room.setLeft(frame.left())
        room.setTop(frame.top())
        labels = LabelRoom(
            places=[places[number] for number in order],
            radii=[self._radius(self.dots[number]) for number in order],
            sizes=[
                QSizeF(metrics.horizontalAdvance(self.dots[number].name) + 2, metrics.height())
                for number in order
            ],
            room=room,
        )
        found: list[QRectF | None] = [None] * len(order)
        for number, label in zip(order, label_places(labels)):
            found[number] = label
        return found

    @staticmethod
    def _radius(dot: Dot) -> float:
        return 4.0 + 6.0 * math.sqrt(max(0.0, min(1.0, dot.changed_pct / 100.0)))

    def paintEvent(self, event: QPaintEvent | None) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, across, up = self._scales()
        self.frame(painter, room, up, " %")
        painter.setPen(self.ink())
        painter.drawText(QPointF(4.0, 12.0), tr("Worst deviation"))
        metrics = QFontMetrics(self.font())
        for value in across.ticks():
            x = across.place(value, room.left(), room.right())
            text = localised(f"{value:g}")
            painter.drawText(
                QPointF(x - metrics.horizontalAdvance(text) / 2, room.bottom() + 14), text
            )
        for line, text in enumerate(self._captions()[::-1]):
            x = max(room.right() - metrics.horizontalAdvance(text), 0.0)
            painter.drawText(QPointF(x, self.height() - 3.0 - line * metrics.height()), text)
        for dot, place, label in zip(self.dots, self.places(), self.labels()):
            now = dot.key == self.current
            colour = QColor(TOO_MUCH if now else TOO_LITTLE)
            colour.setAlpha(200)
            painter.setBrush(colour)
            painter.setPen(QPen(self.ink(), 2 if now else 1))
            painter.drawEllipse(place, self._radius(dot), self._radius(dot))
            if label is not None:
                painter.setPen(self.ink())
                painter.drawText(label.topLeft() + QPointF(0.0, metrics.ascent()), dot.name)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:
        dot = None if event is None else self.dot_at(QPointF(event.pos()))
        if dot is not None:
            self.chosen.emit(dot.key)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:
        if event is None:
            return
        dot = self.dot_at(QPointF(event.pos()))
        if dot is None:
            QToolTip.hideText()
            return
        text = Text.of(
            "{name}: worst deviation {deviation:.2f} %, {trip:.1f} km, {changed:.1f} % changed",
            name=dot.name,
            deviation=dot.deviation_pct,
            trip=dot.trip_km,
            changed=dot.changed_pct,
        )
        QToolTip.showText(self.mapToGlobal(event.pos()), worded(text), self)

    def _captions(self) -> list[str]:
        """What goes to the right and what the size of dots says, in one line where it fits."""
        texts = [tr("Mean trip (km)"), tr("larger dots: more changes hands")]
        line = "; ".join(texts)
        fits = QFontMetrics(self.font()).horizontalAdvance(line) < self.width() - 8
        return [line] if fits else texts

    def _scales(self) -> tuple[QRectF, Scale, Scale]:
        metrics = QFontMetrics(self.font())
        below = metrics.height() * (len(self._captions()) + 1) + 6.0
        height = max(self.height() - 18.0 - below, 20.0)
        room = QRectF(52.0, 18.0, max(self.width() - 110.0, 20.0), height)
        across = Scale.around([dot.trip_km for dot in self.dots]).wider(0.1)
        up = Scale.around([dot.deviation_pct for dot in self.dots], with_zero=True)
        return room, across, Scale(up.low, up.high + 0.1 * (up.high - up.low))
