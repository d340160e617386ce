"""Symbols of areas, territories, customers and homes in the colour of a territory."""

from __future__ import annotations

from qgis.core import QgsFillSymbol, QgsMarkerSymbol, QgsSymbol
from qgis.PyQt.QtGui import QColor

from .label_text import INK


def area_symbol(colour: str) -> QgsSymbol:
    """A fill with a faint outline."""
    return QgsFillSymbol.createSimple(
        {
            "color": colour,
            "outline_color": QColor(colour).darker(118).name(),
            "outline_width": "0.06",
        }
    )


def outline_symbol() -> QgsSymbol:
    """The outline of a territory without a fill."""
    return QgsFillSymbol.createSimple({"style": "no", "outline_color": INK, "outline_width": "0.5"})


def territory_symbol(colour: str) -> QgsSymbol:
    """A dark outline around a faint fill."""
    fill = QColor(colour)
    return QgsFillSymbol.createSimple(
        {
            "color": f"{fill.red()},{fill.green()},{fill.blue()},60",
            "outline_color": INK,
            "outline_width": "0.5",
        }
    )


def customer_symbol(colour: str) -> QgsSymbol:
    """A small dot."""
    return QgsMarkerSymbol.createSimple(
        {
            "name": "circle",
            "color": colour,
            "size": "1.8",
            "outline_color": QColor(colour).darker(150).name(),
            "outline_width": "0.1",
        }
    )


def home_symbol(size_mm: float, colour: str) -> QgsSymbol:
    """A round symbol with a white rim, dark around the colour of its territory."""
    symbol = QgsMarkerSymbol.createSimple(
        {
            "name": "circle",
            "color": INK,
            "size": f"{size_mm:.1f}",
            "outline_color": "white",
            "outline_width": "0.4",
        }
    )
    inner = QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": colour, "size": f"{0.55 * size_mm:.1f}", "outline_style": "no"}
    )
    symbol.appendSymbolLayer(inner.symbolLayer(0).clone())
    return symbol


def home_size_mm(territory_count: int) -> float:
    """Small enough to leave small territories visible: a city state in 27 on a page of A4."""
    return min(3.6, max(1.8, 3.0 * (27.0 / max(territory_count, 1)) ** 0.5))
