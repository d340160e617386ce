"""Bars in cells: deviations to both sides of the middle."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QModelIndex, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from .territory_model import BAR_ROLE

# Told apart by everybody who sees colours at all, on light and on dark ground.
TOO_MUCH = QColor(217, 119, 34)
TOO_LITTLE = QColor(45, 127, 184)
_ROOM_FOR_TEXT = 0.42  # share of the cell: “+100.0 %” beside a bar in the narrowest column


class DeviationDelegate(QStyledItemDelegate):
    """A bar from the middle to the right (too much) or left (too little), and the number.

    A thin mark shows where the bar ended when the work began.
    """

    def paint(
        self, painter: QPainter | None, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        if painter is None:
            return
        super().paint(painter, option, index)
        bar = index.data(BAR_ROLE)
        if bar is None:
            return
        cell = QRectF(option.rect).adjusted(3, 3, -3, -3)
        room = QRectF(cell.left(), cell.top(), cell.width() * (1 - _ROOM_FOR_TEXT), cell.height())
        middle, half = room.center().x(), room.width() / 2.0

        def place(value: float) -> float:
            share = value / bar.scale if math.isfinite(value) else math.copysign(1.0, value)
            return middle + half * max(-1.0, min(1.0, share))

        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = option.palette.color(role)
        if not math.isnan(bar.value):
            end = place(bar.value)
            left, right = min(middle, end), max(middle, end)
            colour = TOO_MUCH if bar.value > 0.0 else TOO_LITTLE
            painter.fillRect(QRectF(left, room.top(), right - left, room.height()), colour)
        faint = QColor(ink)
        faint.setAlpha(110)
        painter.setPen(QPen(faint, 1))
        painter.drawLine(int(middle), int(room.top()), int(middle), int(room.bottom()))
        if not math.isnan(bar.before):
            at = int(place(bar.before))
            painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
            painter.drawLine(at, int(room.top()), at, int(room.bottom()))
        painter.restore()
