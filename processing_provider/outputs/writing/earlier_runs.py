"""Plans of earlier runs, which a new one covers on the map."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from qgis.core import Qgis, QgsLayerTreeGroup, QgsLayerTreeLayer, QgsProject, QgsVectorLayer

from ...common.fields import TERRITORY_FIELD
from ..looks.layer_fields import find_field

PROPERTY = "territory_design/from_a_run"
"""Custom property of layers that a run of ours has loaded."""


def mark_as_ours(layer: QgsVectorLayer) -> None:
    """Note that a run has loaded the layer."""
    layer.setCustomProperty(PROPERTY, True)


def hide_earlier_plans(
    project: QgsProject, layer: QgsVectorLayer, together: AbstractSet[str]
) -> None:
    """Where a layer has the territories of a plan, switch off those of runs before.

    QGIS would draw the labels of all of them on each other, whatever covers their outlines.

    Parameters
    ----------
    project : QgsProject
    layer : QgsVectorLayer
        It was loaded just now.
    together : set of str
        Ids of the layers that are loaded with it.
    """
    if not _shows_a_plan(layer):
        return
    for node in project.layerTreeRoot().findLayers():
        if node.layerId() not in together and _is_ours(node) and _shows_a_plan(node.layer()):
            group = node.parent()
            # Runs within a second share a group.
            whole = isinstance(group, QgsLayerTreeGroup) and all(
                _is_ours(one) and one.layerId() not in together for one in group.findLayers()
            )
            (group if whole else node).setItemVisibilityChecked(False)


def _is_ours(node: QgsLayerTreeLayer) -> bool:
    return node.layer() is not None and bool(node.layer().customProperty(PROPERTY, False))


def _shows_a_plan(layer: object) -> bool:
    return (
        isinstance(layer, QgsVectorLayer)
        and layer.geometryType() == Qgis.GeometryType.Polygon
        and all(find_field(layer, name) for name in (TERRITORY_FIELD, "deviation_pct"))
    )
