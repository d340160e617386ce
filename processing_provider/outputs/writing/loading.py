"""Layers that load into the project: styled, and in their order."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayerTreeNode,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..looks.layer_looks import LONGEST_OPEN_LEGEND, title_columns
from .earlier_runs import hide_earlier_plans, mark_as_ours

# QGIS keeps no reference to a post-processor: without one here it would be collected
# before it is applied. Each drops out when it has run.
_waiting: list[QgsProcessingLayerPostProcessorInterface] = []


class LayerStyler(QgsProcessingLayerPostProcessorInterface):
    """Applies one styling function to one layer once it is loaded."""

    def __init__(self, style: Callable[[QgsVectorLayer], None] | None) -> None:
        super().__init__()
        self._style = style
        _waiting.append(self)

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        if isinstance(layer, QgsVectorLayer):
            title_columns(layer)
            if self._style is not None:
                self._style(layer)
            layer.triggerRepaint()
            _arrange(layer, context)
            _hide_earlier(layer, context)
            _fold_long_legend(layer, context)
        if self in _waiting:
            _waiting.remove(self)


def _arrange(layer: QgsVectorLayer, context: QgsProcessingContext) -> None:
    """Put the layers of a run in the order of their sort keys, the highest on top.

    QGIS loads them the other way round when a layer is selected in the layer tree.
    """
    project = context.project()
    node = project.layerTreeRoot().findLayer(layer.id()) if project else None
    if node is None:
        return
    group = node.parent()
    if not isinstance(group, QgsLayerTreeGroup):
        return
    keys = {}
    for destination, details in context.layersToLoadOnCompletion().items():
        result = QgsProcessingUtils.mapLayerFromString(destination, context, False)
        if result is not None:
            keys[result.id()] = details.layerSortKey
    present = [child for child in group.children() if _layer_id(child) in keys]
    wanted = sorted(present, key=lambda child: -keys[_layer_id(child)])
    if wanted == present:
        return
    # A layer leaves the project with its last node: the new nodes come first.
    group.insertChildNodes(group.children().index(present[0]), [child.clone() for child in wanted])
    for child in present:
        group.removeChildNode(child)


def _hide_earlier(layer: QgsVectorLayer, context: QgsProcessingContext) -> None:
    mark_as_ours(layer)
    project = context.project()
    if project is not None:
        loaded = (
            QgsProcessingUtils.mapLayerFromString(destination, context, False)
            for destination in context.layersToLoadOnCompletion()
        )
        together = {layer.id(), *(one.id() for one in loaded if one is not None)}
        hide_earlier_plans(project, layer, together)


def _fold_long_legend(layer: QgsVectorLayer, context: QgsProcessingContext) -> None:
    project, renderer = context.project(), layer.renderer()
    node = project.layerTreeRoot().findLayer(layer.id()) if project else None
    if node is not None and renderer is not None:
        node.setExpanded(len(renderer.legendSymbolItems()) <= LONGEST_OPEN_LEGEND)


def _layer_id(node: QgsLayerTreeNode) -> str:
    return node.layerId() if isinstance(node, QgsLayerTreeLayer) else ""


def style_on_load(
    context: QgsProcessingContext,
    destination: str,
    style: Callable[[QgsVectorLayer], None] | None,
    order: int = 0,
    group: str = "",
) -> None:
    """Style a layer when it is loaded into the project; higher ``order`` lies further up.

    Layers with the same ``group`` come into a group of that name.
    """
    if context.willLoadLayerOnCompletion(destination):
        details = context.layerToLoadOnCompletionDetails(destination)
        details.setPostProcessor(LayerStyler(style))
        details.layerSortKey = order
        if group and not details.groupName:
            details.groupName = group
