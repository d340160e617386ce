"""Maps of reports: drawn by QGIS in the styles that the layers have in the project."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFields,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsMemoryProviderUtils,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize
from qgis.PyQt.QtGui import QColor, QImage

from ...core.errors import InvalidInput

_MOST_ELONGATED = 1.7
"""Height over width (or the other way round) of a picture; a longer land gets room beside it."""
_MARGIN = 1.06  # 3 % on each side, so that outlines do not touch the frame
_PNG_QUALITY = 60
"""How hard QGIS packs a map, from 100 for not at all; a tenth larger than by default, in half the
time (maps of 10,946 municipalities)."""
_WIDEST_LOCAL_MAP_DEG = 90.0
"""Up to this width degrees are drawn in an equal-area view from above the middle."""


@dataclass(frozen=True)
class DrawnLayer:
    """What one layer of a map shows.

    Attributes
    ----------
    style : callable
        The function that styles the layer in the project.
    """

    fields: QgsFields
    geometry_type: Qgis.WkbType
    features: Sequence[QgsFeature]
    style: Callable[[QgsVectorLayer], None]

    def layer(self, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
        """The layer itself, in memory; it belongs to the thread that asks for it.

        Raises
        ------
        InvalidInput
            If QGIS does not take the features.
        """
        layer = QgsMemoryProviderUtils.createMemoryLayer("", self.fields, self.geometry_type, crs)
        added, _ = layer.dataProvider().addFeatures(list(self.features))
        if not added:
            raise InvalidInput("The map of the report could not be drawn: QGIS takes no features.")
        layer.updateExtents()
        self.style(layer)
        return layer


@dataclass(frozen=True)
class MapPicture:
    """A map with its layers, the topmost first.

    Attributes
    ----------
    title : str
    layers : callable
        Makes the layers once the map is drawn: a cancelled run goes without.
    crs : QgsCoordinateReferenceSystem
        Of the features.
    extent : callable
        What is to be seen, in ``crs``; found once the map is drawn, too.
    transforms : QgsCoordinateTransformContext
    """

    title: str
    layers: Callable[[], Sequence[DrawnLayer]]
    crs: QgsCoordinateReferenceSystem
    extent: Callable[[], QgsRectangle]
    transforms: QgsCoordinateTransformContext

    def view(self) -> tuple[QgsCoordinateReferenceSystem, QgsRectangle]:
        """Reference system in which the map is drawn, and what of it is seen."""
        crs, extent = self.crs, self.extent()
        if crs.isGeographic() and extent.width() <= _WIDEST_LOCAL_MAP_DEG:
            middle = extent.center()
            above = (f"+lat_0={middle.y():.6f}", f"+lon_0={middle.x():.6f}")
            text = " ".join(("+proj=laea", *above, "+datum=WGS84"))
            local = QgsCoordinateReferenceSystem.fromProj(text)
            try:
                moved = QgsCoordinateTransform(crs, local, self.transforms)
                extent = moved.transformBoundingBox(extent)
                crs = local
            except QgsCsException:  # beyond the poles; drawn as it is
                extent = self.extent()
        side = max(extent.width(), extent.height()) / _MOST_ELONGATED or 1.0
        middle = extent.center()
        wide, high = max(extent.width(), side) * _MARGIN, max(extent.height(), side) * _MARGIN
        return crs, QgsRectangle.fromCenterAndSize(middle, wide, high)

    def settings(self, layers: list[QgsVectorLayer], width_px: int, dpi: float) -> QgsMapSettings:
        """How QGIS draws it."""
        crs, extent = self.view()
        settings = QgsMapSettings()
        settings.setLayers(layers)
        settings.setTransformContext(self.transforms)
        settings.setDestinationCrs(crs)
        settings.setExtent(extent)
        settings.setOutputSize(QSize(width_px, round(width_px * extent.height() / extent.width())))
        settings.setOutputDpi(dpi)
        settings.setBackgroundColor(QColor("white"))
        settings.setFlag(Qgis.MapSettingsFlag.Antialiasing, True)
        settings.setFlag(Qgis.MapSettingsFlag.UseRenderingOptimization, True)
        return settings

    def begin(self, width_px: int = 760, dpi: float = 90.0) -> MapDrawing:
        """Begin to draw the map, beside others; may be called in any thread."""
        layers = [one.layer(self.crs) for one in self.layers()]
        job = QgsMapRendererSequentialJob(self.settings(layers, width_px, dpi))
        job.start()
        return MapDrawing(self.title, layers, job)


@dataclass(frozen=True)
class MapDrawing:
    """A map that is being drawn in a thread of its own.

    Attributes
    ----------
    title : str
    layers : list of QgsVectorLayer
        Kept until the map is drawn.
    job : QgsMapRendererSequentialJob
    """

    title: str
    layers: list[QgsVectorLayer]
    job: QgsMapRendererSequentialJob

    def png(self) -> str:
        """Wait for the map; a PNG in base64."""
        self.job.waitForFinished()
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image = self.job.renderedImage().convertToFormat(QImage.Format.Format_RGB32)
        image.save(buffer, "PNG", _PNG_QUALITY)
        return base64.b64encode(content.data()).decode("ascii")
