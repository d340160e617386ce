"""Files that have been written: where they are, and how many rows are in them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsVectorLayer

from .output_layer import OutputLayer

# Formats that GDAL writes but does not read.
_WRITE_ONLY = (".sql", ".pdf")


def on_disk(layer: OutputLayer, destination: str) -> str:
    """Where a file is that QGIS writes: a shapefile without shapes is a table alone."""
    path, bar, table = destination.partition("|")
    if layer.geometry_type == Qgis.WkbType.NoGeometry and path.lower().endswith(".shp"):
        path = str(Path(path).with_suffix(".dbf"))
    return f"{path}{bar}{table}"


def row_count(destination: str) -> int:
    """How many features are in a file; -1 where nobody can tell.

    Raises
    ------
    FileNotFoundError
    """
    path = Path(destination.partition("|")[0])
    if not path.exists():
        raise FileNotFoundError(path)
    # Nobody draws it: without looking for its style and its reference system.
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False
    options.skipCrsValidation = True
    layer = QgsVectorLayer(destination, path.stem, "ogr", options)
    if layer.isValid():
        return int(layer.featureCount())
    return -1 if path.suffix.lower() in _WRITE_ONLY else 0
