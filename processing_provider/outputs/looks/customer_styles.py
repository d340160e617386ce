"""Styles of customers: one colour per territory, a black outline where neighbours disagree."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsProperty,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ....core.arrays import IntArray
from ....core.contiguity.graph import ContiguityGraph
from ....core.customers.neighbours import nearest_neighbours
from ...common.fields import TERRITORY_FIELD, TerritoryNames
from ...inputs.layers.units import SpatialUnits
from .layer_fields import find_field, quoted
from .styles import TerritoryColours

OUTLIER_FIELD = "outlier"
_SIZE_MM = "1.8"  # of customers that are all alike, as :func:`customer_symbol` draws them
_LEAST_MM, _MORE_MM = 1.2, 6.0
"""Diameter of a customer without demand, and how much more the one with most demand has."""
# A point has six natural neighbours on average (Euler), whatever the pattern.
_NEIGHBOURS_FOR_COLOURS = 6


def customer_colours(
    units: SpatialUnits, names: TerritoryNames, labels: IntArray
) -> TerritoryColours:
    """Colours that tell territories apart whose customers are neighbours."""
    rows = nearest_neighbours(units.points, labels, _NEIGHBOURS_FOR_COLOURS)
    customers, columns = np.nonzero(rows >= 0)
    neighbours = ContiguityGraph.from_edges(len(labels), customers, rows[customers, columns])
    return TerritoryColours.create(names, labels, neighbours)


def customers_style(
    colours: TerritoryColours, old_field: str = "", outlier_field: str = "", demand_field: str = ""
) -> Callable[[QgsVectorLayer], None]:
    """Customers in the colour of their territory, outliers with a black outline on top.

    Parameters
    ----------
    colours : TerritoryColours
    old_field : str
        Field with the territory before; the map tip then says "old → new".
    outlier_field : str
        Field that says of whom the neighbours disagree.
    demand_field : str
        Field by which points are sized; "" where all are alike.
    """

    def style(layer: QgsVectorLayer) -> None:
        colours.areas(layer)
        size = size_by_demand(layer, demand_field) or _SIZE_MM
        if outlier_field:
            _outline(layer, quoted(find_field(layer, outlier_field)), size)
        if old_field:
            _set_change_tip(layer, colours, find_field(layer, old_field))

    return style


def size_by_demand(layer: QgsVectorLayer, demand_field: str) -> str:
    """Diameter (mm) of a customer as an expression; "" where demand is not known.

    Areas of the circles are in proportion to demand, as the eye compares areas.
    """
    name = find_field(layer, demand_field) if demand_field else ""
    if not name or layer.geometryType() != Qgis.GeometryType.Point:
        return ""
    share = f"coalesce({quoted(name)}, 0) / maximum({quoted(name)})"
    return f"coalesce({_LEAST_MM} + {_MORE_MM} * sqrt({share}), 1)"


def _outline(layer: QgsVectorLayer, condition: str, size: str) -> None:
    """Where the condition holds, a black outline on a point that is wider by 0.8 mm."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return
    kinds = QgsSymbolLayer.Property
    for position, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        rim = QColor(symbol.color()).darker(150).name()
        part = symbol.symbolLayer(0)
        part.setDataDefinedProperty(
            kinds.StrokeColor, QgsProperty.fromExpression(f"if({condition}, '#000000', '{rim}')")
        )
        part.setDataDefinedProperty(
            kinds.StrokeWidth, QgsProperty.fromExpression(f"if({condition}, 0.5, 0.1)")
        )
        part.setDataDefinedProperty(
            kinds.Size, QgsProperty.fromExpression(f"({size}) + if({condition}, 0.8, 0)")
        )
        renderer.updateCategorySymbol(position, symbol)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause(condition)]))
    renderer.setOrderByEnabled(True)


def _set_change_tip(layer: QgsVectorLayer, colours: TerritoryColours, old_name: str) -> None:
    """Map tip "old → new" (or the territory alone) above the table of attributes."""
    old, new = (
        f"coalesce({colours.expression(name)}, '–')"
        for name in (old_name, find_field(layer, TERRITORY_FIELD))
    )
    text = f"if({old} = {new}, {new}, {old} || ' → ' || {new})"
    escaped = f"replace(replace({text}, '&', '&amp;'), '<', '&lt;')"
    colours.map_tip(layer)
    layer.setMapTipTemplate(f"<b>[% {escaped} %]</b>{layer.mapTipTemplate()}")
