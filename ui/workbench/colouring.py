"""One colour per territory: that of the layer's style where it has one."""

from __future__ import annotations

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ...core.ids import id_key
from ...processing_provider.common.texts import tr
from ...processing_provider.outputs.looks.layer_fields import legend_text
from ...processing_provider.outputs.looks.symbols import area_symbol
from .case import PlanCase

UNASSIGNED_COLOUR = "#d9d9d9"


def styled_colours(layer: QgsVectorLayer, field: str) -> dict[str, str]:
    """Colour by the spelling of the territory's name, as far as the layer's style has one."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer) or not _is_of(renderer, field):
        return {}
    found = {}
    for category in renderer.categories():
        if category.value() is not None and category.symbol() is not None:
            found[id_key(category.value())] = category.symbol().color().name()
    return found


def colours_of(layer: QgsVectorLayer, field: str, case: PlanCase) -> dict[int, str]:
    """Colour of each territory, and of -1 for nobody."""
    styled = styled_colours(layer, field)
    names = list(case.label_of)
    result = {-1: UNASSIGNED_COLOUR}
    if all(name in styled for name in names):
        return result | {label: styled[name] for label, name in enumerate(names)}
    made = case.colours
    taken = set(styled.values())
    spare = [colour for colour in made if colour not in taken] or made
    for label, name in enumerate(names):
        fresh = made[label] if made[label] not in taken else spare[label % len(spare)]
        result[label] = styled.get(name, fresh)
    return result


def wants_colours(layer: QgsVectorLayer, field: str) -> bool:
    """Whether the style is QGIS's plain one, or one by territory that may be completed."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsSingleSymbolRenderer):
        return True
    return isinstance(renderer, QgsCategorizedSymbolRenderer) and _is_of(renderer, field)


def colour_layer(layer: QgsVectorLayer, field: str, case: PlanCase) -> None:
    """Fill areas by territory; what the style has already stays."""
    colours = colours_of(layer, field, case)
    names = list(case.label_of)
    styled = styled_colours(layer, field)
    if styled and all(name in styled for name in names):
        return
    kept = []
    renderer = layer.renderer()
    if styled and isinstance(renderer, QgsCategorizedSymbolRenderer):
        kept = [QgsRendererCategory(category) for category in renderer.categories()]
    nobody = [category for category in kept if _is_nobody(category)]
    kept = [category for category in kept if not _is_nobody(category)]
    new = [
        QgsRendererCategory(value, area_symbol(colours[label]), legend_text(value))
        for label, value in enumerate(case.plan.names)
        if names[label] not in styled
    ]
    nobody = nobody or [
        QgsRendererCategory(None, area_symbol(UNASSIGNED_COLOUR), tr("not assigned"))
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, [*kept, *new, *nobody]))
    layer.triggerRepaint()


def _is_nobody(category: QgsRendererCategory) -> bool:
    value = category.value()
    return value is None or str(value) in ("", "NULL")


def _is_of(renderer: QgsCategorizedSymbolRenderer, field: str) -> bool:
    return renderer.classAttribute().strip('"').lower() == field.lower()
