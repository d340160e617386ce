"""Colours that territories have in the project already, by which later runs go, too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QThread
from qgis.PyQt.QtGui import QColor

from ....core.ids import id_key

PROPERTY = "territory_design/colours"
"""Custom property of a layer: colour by territory, as JSON."""


def remember_colours(layer: QgsMapLayer, colours: Mapping[Any, str]) -> None:
    """Write into a layer which colours its territories have."""
    plain = {id_key(name): colour for name, colour in colours.items()}
    layer.setCustomProperty(PROPERTY, json.dumps(plain))


def known_colours(project: QgsProject | None) -> dict[str, str]:
    """Colour by territory in the layers of a project, those of the uppermost layer first.

    Nothing in another thread than the window's, to which the project belongs.
    """
    application = QCoreApplication.instance()
    if project is None or application is None:
        return {}
    if QThread.currentThread() != application.thread():
        return {}
    known: dict[str, str] = {}
    for node in project.layerTreeRoot().findLayers():
        layer = node.layer()
        if layer is not None:
            for name, colour in _colours_in(layer).items():
                known.setdefault(name, colour)
    return known


def _colours_in(layer: QgsMapLayer) -> dict[str, str]:
    try:
        found = json.loads(layer.customProperty(PROPERTY, "{}"))
    except (TypeError, ValueError):  # somebody else has written there
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        str(name): colour
        for name, colour in found.items()
        if isinstance(colour, str) and QColor.isValidColor(colour)
    }
