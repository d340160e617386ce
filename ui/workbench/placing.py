"""Where the workbench puts its layers in the project's tree of layers."""

from __future__ import annotations

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject


def add_above(project: QgsProject, layer: QgsMapLayer, below: str) -> None:
    """Add a layer right above another one, given by its id, or on top where that is not there.

    Homes and other things that lie above the areas stay in sight: QGIS draws their labels
    even where new areas cover their symbols.
    """
    root = project.layerTreeRoot()
    node = root.findLayer(below)
    group = None if node is None else node.parent()
    project.addMapLayer(layer, False)
    if isinstance(group, QgsLayerTreeGroup):
        added = group.insertLayer(group.children().index(node), layer)
    else:
        added = root.insertLayer(0, layer)
    if added is not None:  # the group may be switched off
        added.setItemVisibilityCheckedParentRecursive(True)
