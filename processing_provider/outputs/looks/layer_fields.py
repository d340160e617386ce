"""Fields of layers by their names, as formats keep and expressions spell them."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from .layer_looks import SHAPEFILE_NAME_LENGTH


def find_field(layer: QgsVectorLayer, name: str) -> str:
    """The field's name as the format keeps it (shapefiles cut names); "" if it is missing."""
    names = layer.fields().names()
    for candidate in (name, name[:SHAPEFILE_NAME_LENGTH]):
        for existing in names:
            if existing.lower() == candidate.lower():
                return existing
    return ""


def legend_text(value: object) -> str:
    """A value as it stands in a legend, where QGIS evaluates what is between [% and %]."""
    return str(value).replace("[%", "[\u2060%")  # a word joiner: takes no room


def quoted(name: str) -> str:
    """Field name as a QGIS expression."""
    return '"' + name.replace('"', '""') + '"'
