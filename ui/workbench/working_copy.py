"""Layers that the workbench makes: copies of read-only ones, and results of first runs."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorFileWriter, QgsVectorLayer

from ...processing_provider.common.texts import tr
from .placing import add_above


def file_beside(project: QgsProject, ending: str) -> str:
    """A file that does not exist yet beside the project; "" where that has no folder."""
    own = project.fileName()
    if not own or not Path(own).parent.is_dir():
        return ""
    stem = Path(own).with_suffix("")
    for number in range(1, 1000):
        place = Path(f"{stem}_{ending}{'' if number == 1 else f'_{number}'}.gpkg")
        if not place.exists():
            return str(place)
    return ""


def work_on_copy(layer: QgsVectorLayer, project: QgsProject) -> QgsVectorLayer | None:
    """A copy that can be edited, in the project: a file beside it, else a temporary layer."""
    name = tr("{layer} (copy)").format(layer=layer.name())
    place = file_beside(project, "areas")
    copy = layer.materialize(QgsFeatureRequest()) if not place else None
    if place:
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = "areas"
        error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, place, project.transformContext(), options
        )
        if error == QgsVectorFileWriter.WriterError.NoError:
            copy = QgsVectorLayer(f"{place}|layername=areas", name, "ogr")
        else:
            copy = layer.materialize(QgsFeatureRequest())
    if copy is None or not copy.isValid():
        return None
    copy.setName(name)
    if layer.renderer() is not None:
        copy.setRenderer(layer.renderer().clone())
    add_above(project, copy, layer.id())
    return copy
