"""Labels on the map."""

from __future__ import annotations

from qgis.core import Qgis, QgsPalLayerSettings, QgsVectorLayer, QgsVectorLayerSimpleLabeling

from ...common.fields import TERRITORY_FIELD
from .label_text import label_text
from .layer_fields import find_field


def set_labels(
    layer: QgsVectorLayer, expression: str, size: float = 8.0, beside_symbol_mm: float | None = None
) -> None:
    """Label every feature with an expression, dark on a white rim; size in points."""
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(label_text(size))
    if is_polygon(layer):
        settings.placement = Qgis.LabelPlacement.Horizontal
        settings.centroidInside = True  # where the label is wider than the arms of a C
    elif beside_symbol_mm is not None:
        settings.placement = Qgis.LabelPlacement.OrderedPositionsAroundPoint
        settings.offsetType = Qgis.LabelOffsetType.FromSymbolBounds
        settings.dist = beside_symbol_mm
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def keep_labels_off(layer: QgsVectorLayer) -> None:
    """Let labels of other layers avoid this layer's symbols."""
    settings = QgsPalLayerSettings()
    settings.drawLabels = False
    settings.obstacleSettings().setIsObstacle(True)
    settings.obstacleSettings().setFactor(2.0)
    settings.fieldName = find_field(layer, TERRITORY_FIELD)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def is_polygon(layer: QgsVectorLayer) -> bool:
    """Whether a layer holds polygons."""
    return layer.geometryType() == Qgis.GeometryType.Polygon
