"""Outputs of layers that mix polygons and collections of polygons, by what a format can hold."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import Qgis, QgsFeature

from ...inputs.layers.shapes import polygonal_part

# Formats whose layers may mix kinds of geometry and are drawn by QGIS all the same.
_MIXING = (".gpkg", ".geojson", ".json", ".fgb", ".sqlite")


def holds_mixed_shapes(destination: str) -> bool:
    """Whether a destination, as the user wrote it, is a file that may mix kinds of geometry."""
    path = destination.split("|", 1)[0].split("' table=", 1)[0].strip("'")
    return Path(path).suffix.lower() in _MIXING


def polygons_only(features: Iterable[QgsFeature]) -> Iterable[QgsFeature]:
    """The features with the polygons of their geometries, for layers that hold nothing else."""
    for feature in features:
        if feature.hasGeometry() and feature.geometry().type() != Qgis.GeometryType.Polygon:
            feature.setGeometry(polygonal_part(feature.geometry()))
        yield feature
