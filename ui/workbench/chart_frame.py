"""What all charts have: a frame with ticks, and a scale."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QPointF, QRectF, QSize
from qgis.PyQt.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

from ...processing_provider.common.number_format import localised


@dataclass(frozen=True)
class Scale:
    """Numbers from low to high along an axis."""

    low: float
    high: float

    @classmethod
    def around(cls, values: Sequence[float], *, with_zero: bool = False) -> Scale:
        """Room for all finite values."""
        finite = [value for value in values if math.isfinite(value)]
        low, high = (min(finite), max(finite)) if finite else (0.0, 1.0)
        if with_zero:
            low, high = min(low, 0.0), max(high, 0.0)
        if high - low < 1e-12 * max(abs(high), 1.0):
            high = low + max(abs(low) * 0.1, 1e-6)
        return cls(low, high)

    def wider(self, share: float) -> Scale:
        """With some room at both ends."""
        room = share * (self.high - self.low)
        return Scale(self.low - room, self.high + room)

    def place(self, value: float, start: float, end: float) -> float:
        """Where a value lies between two ends, which it does not leave."""
        share = (value - self.low) / (self.high - self.low)
        return start + (end - start) * max(0.0, min(1.0, share))

    def ticks(self, wanted: int = 4) -> list[float]:
        """Round numbers within, about as many as wanted."""
        raw = (self.high - self.low) / wanted
        power = 10.0 ** math.floor(math.log10(raw))
        step = next(s * power for s in (1.0, 2.0, 5.0, 10.0) if s * power >= raw * 0.999)
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [round(number * step, 12) for number in range(first, last + 1)]


class Chart(QWidget):
    """A frame with ticks on the left, in the palette's colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)
        # Themes made of style sheets colour labels, not the palette of a plain widget.
        self._label = QLabel(self)
        self._label.hide()

    def sizeHint(self) -> QSize:
        return QSize(320, 200)

    def ink(self, alpha: int = 255) -> QColor:
        """Colour of text in the theme."""
        self._label.ensurePolished()
        colour = QColor(self._label.palette().color(QPalette.ColorRole.WindowText))
        colour.setAlpha(alpha)
        return colour

    def frame(self, painter: QPainter, room: QRectF, scale: Scale, unit: str) -> None:
        """Draw the frame, with lines at round numbers."""
        metrics = QFontMetrics(self.font())
        for value in scale.ticks():
            y = scale.place(value, room.bottom(), room.top())
            painter.setPen(QPen(self.ink(50), 1))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(self.ink())
            text = localised(f"{value:g}") + unit
            painter.drawText(
                QPointF(room.left() - metrics.horizontalAdvance(text) - 4, y + 4), text
            )
        painter.setPen(QPen(self.ink(120), 1))
        painter.drawRect(room)
