"""Where the names of dots stand in a chart, so that all of them can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QPointF, QRectF, QSizeF

_GAP_PX = 2.0
"""Between a dot and its name: so small that one belongs to the other, seen at 100 %."""
_MOST_LINES = 6
"""How far up or down a name may move, in lines: further away nobody sees to what it belongs."""


@dataclass(frozen=True)
class LabelRoom:
    """What there is to place: dots in pixels, the first is the most important.

    Attributes
    ----------
    places : sequence of QPointF
    radii : sequence of float
    sizes : sequence of QSizeF
        Those of the names as they are written.
    room : QRectF
        Names stay within.
    """

    places: Sequence[QPointF]
    radii: Sequence[float]
    sizes: Sequence[QSizeF]
    room: QRectF


def label_places(labels: LabelRoom) -> list[QRectF | None]:
    """A rectangle for each name, beside its dot; None where there is no room for it.

    Names of dots that lie on each other stand below each other. No rectangle overlaps another
    one, or a dot.
    """
    dots = [
        QRectF(at.x() - size, at.y() - size, 2.0 * size, 2.0 * size)
        for at, size in zip(labels.places, labels.radii)
    ]
    placed: list[QRectF | None] = []
    for number in range(len(dots)):
        taken = [*dots, *(one for one in placed if one is not None)]
        free = (
            one
            for one in _candidates(dots[number], labels.sizes[number])
            if labels.room.contains(one) and not any(one.intersects(other) for other in taken)
        )
        placed.append(next(free, None))
    return placed


def _candidates(dot: QRectF, size: QSizeF) -> list[QRectF]:
    """Beside the dot, right before left, level before ever more lines above or below."""
    middle = dot.center().y() - size.height() / 2.0
    lines = [0, *(sign * line for line in range(1, _MOST_LINES + 1) for sign in (1, -1))]
    return [
        QRectF(QPointF(x, middle + line * size.height()), size)
        for line in lines
        for x in (dot.right() + _GAP_PX, dot.left() - _GAP_PX - size.width())
    ]
