"""Styles of the judges' layers: how firm areas are, how far territories are off."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSimpleLineSymbolLayer,
    QgsSymbol,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ....core.plan.grades import Grade
from ...common.fields import TERRITORY_FIELD
from ...common.number_format import localised
from ...common.texts import tr
from ..judge.firmness import FIRMNESS_FIELD
from ..judge.handover import FROM_FIELD, RANK_FIELD, TO_FIELD
from .label_text import INK
from .labels import set_labels
from .layer_fields import find_field, legend_text, quoted
from .styles import TerritoryColours

# Firm to loose from cold to warm, apart from each other for the colour-blind, too.
_GRADE_COLOURS = {
    Grade.INSIDE: "#e9edef",
    Grade.HELD: "#7d8b99",
    Grade.FIRM: "#2f7f9d",
    Grade.MEDIUM: "#a9d3d8",
    Grade.LOOSE: "#f6b26b",
    Grade.MISPLACED: "#c8434f",
}
# Deviation in percent at which the shade changes: what planners call even, good, fair, poor.
_STEPS_PCT = (2.5, 5.0, 10.0, 25.0)
_BELOW = ("#08519c", "#3f8fc5", "#86bcdc", "#c9dff0")
_EVEN = "#f3f3ee"
_ABOVE = ("#fbd9c3", "#f4a582", "#d6604d", "#a01c2c")
_FARTHEST_PCT = 1e12  # beyond any deviation; the ends of ranges are finite
# Wide enough to tell nine shades apart, narrow enough for small territories to show areas inside.
_BAND_MM = 1.6


def with_firmness(
    layer: QgsVectorLayer,
    colours: TerritoryColours,
    names: Mapping[str, str],
) -> None:
    """Areas by territory, and a second style of the layer by how firm each area is.

    ``names`` are those under which the fields are written, by the names they should have.
    """
    colours.areas(layer)
    firmness = names.get(FIRMNESS_FIELD, FIRMNESS_FIELD)
    colours.map_tip(layer, words=_grades_in_words(firmness))
    manager = layer.styleManager()
    territories, firm = tr("Territories"), tr("Firmness")
    manager.renameStyle(manager.currentStyle(), territories)
    if manager.addStyleFromLayer(firm) and manager.setCurrentStyle(firm):
        style_firmness(layer, colours, names)
        manager.setCurrentStyle(territories)


def style_firmness(
    layer: QgsVectorLayer, colours: TerritoryColours, names: Mapping[str, str]
) -> None:
    """Areas by grade, from firm to loose; ``names`` as in :func:`with_firmness`."""
    firmness = names.get(FIRMNESS_FIELD, FIRMNESS_FIELD)
    words = _grades_in_words(firmness)[firmness]
    categories = [
        QgsRendererCategory(grade.value, _plain(layer, colour), words[grade.value])
        for grade, colour in _GRADE_COLOURS.items()
    ]
    name = find_field(layer, firmness)
    layer.setRenderer(QgsCategorizedSymbolRenderer(name, categories))
    shown = (
        *(TERRITORY_FIELD, "second_best", "move_deviation_pct", "move_distance_m"),
        *("move_border_m", "move_forbidden", FIRMNESS_FIELD),
    )
    chosen = [names.get(field, field) for field in shown]
    colours.map_tip(layer, chosen, _grades_in_words(firmness))


def _grades_in_words(firmness: str) -> dict[str, dict[str, str]]:
    """Words of the grades by their values, by the name of the field."""
    words = {
        Grade.INSIDE: tr("inside: touches no other territory"),
        Grade.HELD: tr("held by a rule"),
        Grade.FIRM: tr("firm"),
        Grade.MEDIUM: tr("medium"),
        Grade.LOOSE: tr("loose: little would change"),
        Grade.MISPLACED: tr("better elsewhere"),
    }
    return {firmness: {grade.value: word for grade, word in words.items()}}


def style_deviations(colours: TerritoryColours, layer: QgsVectorLayer) -> None:
    """Territories with a band from blue (too little) to red (too much), labelled with both."""
    name = find_field(layer, "deviation_pct")
    renderer = QgsGraduatedSymbolRenderer(name, _ranges(layer))
    layer.setRenderer(renderer)
    text = colours.expression(find_field(layer, TERRITORY_FIELD))
    if name:
        deviation = f"format_number(abs({quoted(name)}), 1)"
        sign = f"if({quoted(name)} < 0, '−', '+')"
        text += f" || '\\n' || {sign} || {deviation} || ' %'"
    set_labels(layer, text, size=9.0)
    colours.map_tip(layer)


def _ranges(layer: QgsVectorLayer) -> list[QgsRendererRange]:
    steps = [-step for step in reversed(_STEPS_PCT)] + list(_STEPS_PCT)
    bounds = [-_FARTHEST_PCT, *steps, _FARTHEST_PCT]
    colours = (*_BELOW, _EVEN, *_ABOVE)
    ranges = []
    for low, high, colour in zip(bounds, bounds[1:], colours):
        if low == -_FARTHEST_PCT:
            label = tr("below {high} %").format(high=_signed(high))
        elif high == _FARTHEST_PCT:
            label = tr("above {low} %").format(low=_signed(low))
        else:
            label = tr("{low} to {high} %").format(low=_signed(low), high=_signed(high))
        ranges.append(QgsRendererRange(low, high, _banded(layer, colour), label))
    return ranges


def _signed(value: float) -> str:
    return localised(f"{value:+g}").replace("-", "−")


def _plain(layer: QgsVectorLayer, colour: str) -> QgsSymbol:
    if layer.geometryType() != Qgis.GeometryType.Polygon:
        return _dot(colour)
    rim = QColor(colour).darker(115).name()
    return QgsFillSymbol.createSimple(
        {"color": colour, "outline_color": rim, "outline_width": "0.06"}
    )


def _banded(layer: QgsVectorLayer, colour: str) -> QgsSymbol:
    """A band along the inside of the border, so that the areas below stay in sight."""
    if layer.geometryType() != Qgis.GeometryType.Polygon:
        return _dot(colour)
    band = QgsSimpleLineSymbolLayer(QColor(colour), 2.0 * _BAND_MM)
    band.setDrawInsidePolygon(True)
    border = QgsSimpleLineSymbolLayer(QColor(INK), 0.4)
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, band)
    symbol.appendSymbolLayer(border)
    return symbol


def _dot(colour: str, size_mm: float = 1.8, rim_mm: float = 0.1) -> QgsSymbol:
    return QgsMarkerSymbol.createSimple(
        {
            "name": "circle",
            "color": colour,
            "size": str(size_mm),
            "outline_color": QColor(colour).darker(150).name(),
            "outline_width": str(rim_mm),
        }
    )


def style_exchange(colours: TerritoryColours) -> Callable[[QgsVectorLayer], None]:
    """Areas in the colour of the new territory, hatched in that of the old one."""

    def style(layer: QgsVectorLayer) -> None:
        old, new = find_field(layer, FROM_FIELD), find_field(layer, TO_FIELD)
        known = set(layer.uniqueValues(layer.fields().lookupField(new)))
        categories = [
            QgsRendererCategory(
                value,
                _hatched(layer, colour, colours, old),
                tr("to {territory}").format(territory=legend_text(colours.shown(value))),
            )
            for value, colour in colours.colours.items()
            if value in known
        ]
        nobody = _hatched(layer, "#ffffff", colours, old)
        categories.append(QgsRendererCategory(None, nobody, tr("to nobody")))
        layer.setRenderer(QgsCategorizedSymbolRenderer(new, categories))
        shown = (f"coalesce({colours.expression(name)}, '–')" for name in (old, new))
        text = " || ' → ' || ".join(shown)
        # One label for all that goes the same way, at the area with most weight.
        rank = find_field(layer, RANK_FIELD)
        label = f"if({quoted(rank)} = 1, {text}, NULL)"
        set_labels(layer, label, size=8.0, beside_symbol_mm=1.0)
        colours.map_tip(layer)

    return style


def _hatched(layer: QgsVectorLayer, colour: str, colours: TerritoryColours, old: str) -> QgsSymbol:
    """A symbol in one colour with marks in the colour that belongs to the value of a field."""
    cases = " ".join(
        f"WHEN {quoted(old)} = {QgsExpression.quotedValue(value)} THEN '{own}'"
        for value, own in colours.colours.items()
    )
    white = QgsExpression.quotedValue("#ffffff")
    of_old = QgsProperty.fromExpression(f"CASE {cases} ELSE {white} END")
    if layer.geometryType() != Qgis.GeometryType.Polygon:
        dot = _dot(colour, size_mm=2.6, rim_mm=0.7)
        dot.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.StrokeColor, of_old)
        return dot
    symbol = _plain(layer, colour)
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setLineAngle(45.0)
    hatch.setDistance(1.8)
    line = QgsLineSymbol.createSimple({"line_color": "#ffffff", "line_width": "0.55"})
    line.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.StrokeColor, of_old)
    hatch.setSubSymbol(line)
    symbol.appendSymbolLayer(hatch)
    return symbol
