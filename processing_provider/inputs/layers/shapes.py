"""What counts of a geometry: the polygons in collections and surfaces, and its middle."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsProcessingFeedback, QgsWkbTypes

from ....core.errors import InvalidInput, name_some
from ...common.texts import counted

_PLAIN = (Qgis.WkbType.Polygon, Qgis.WkbType.MultiPolygon)


def straight_geometry(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry without curves, also without types that could hold some."""
    if not QgsWkbTypes.isCurvedType(geometry.wkbType()):
        return geometry
    return QgsGeometry(geometry.constGet().segmentize())


def polygonal_part(geometry: QgsGeometry) -> QgsGeometry:
    """The polygons in a geometry, without curves; a null geometry where there are none.

    Collections of polygons with stray lines or points come out of every repair of geometries;
    surfaces made of triangles or faces count as the ground that they cover.
    """
    if QgsWkbTypes.flatType(geometry.wkbType()) in _PLAIN:
        return geometry
    if geometry.type() == Qgis.GeometryType.Polygon:
        if QgsWkbTypes.isCurvedType(geometry.wkbType()):
            return straight_geometry(geometry)
        return QgsGeometry.unaryUnion([geometry])
    if QgsWkbTypes.flatType(geometry.wkbType()) != Qgis.WkbType.GeometryCollection:
        return QgsGeometry()
    polygons = [
        polygon
        for part in geometry.asGeometryCollection()
        for polygon in polygonal_part(part).asGeometryCollection()
        if not polygon.isEmpty()
    ]
    return QgsGeometry.collectGeometry(polygons) if polygons else QgsGeometry()


def refuse_other_shapes(
    features: Sequence[QgsFeature], layer_name: str, feedback: QgsProcessingFeedback
) -> None:
    """Refuse features that are neither points nor areas, and points among areas.

    Says which features hold more than the polygons that count.

    Raises
    ------
    InvalidInput
    """
    kinds = [feature.geometry().type() for feature in features]
    empty = [
        kind != Qgis.GeometryType.Polygon and polygonal_part(feature.geometry()).isEmpty()
        for feature, kind in zip(features, kinds)
    ]
    if all(empty):
        other = [f.id() for f, kind in zip(features, kinds) if kind != Qgis.GeometryType.Point]
        if other:
            raise InvalidInput.counted(
                len(other),
                "{layer}: {count} feature is neither a point nor a polygon (feature id {ids}). "
                "Give points or polygons; 'Polygonize' or 'Lines to polygons' make areas of lines.",
                "{layer}: {count} features are neither points nor polygons (feature ids {ids}). "
                "Give points or polygons; 'Polygonize' or 'Lines to polygons' make areas of lines.",
                layer=layer_name,
                ids=name_some(other),
            )
        return
    without = [feature.id() for feature, nothing in zip(features, empty) if nothing]
    if without:
        raise InvalidInput.counted(
            len(without),
            "{layer} holds areas, but {count} feature has no polygon (feature id {ids}). Delete "
            "it, leave it out of the selection, or draw its area; points and areas belong into "
            "layers of their own.",
            "{layer} holds areas, but {count} features have no polygon (feature ids {ids}). Delete "
            "them, leave them out of the selection, or draw their areas; points and areas belong "
            "into layers of their own.",
            layer=layer_name,
            ids=name_some(without),
        )
    mixed = [f.id() for f, kind in zip(features, kinds) if kind != Qgis.GeometryType.Polygon]
    if mixed:
        feedback.pushWarning(
            counted(
                len(mixed),
                "{layer}: {count} feature is a collection of polygons and other shapes, of which "
                "the polygons count (feature id {ids}). A GeoPackage takes it whole into the "
                "output; temporary layers and shapefiles hold polygons only.",
                "{layer}: {count} features are collections of polygons and other shapes, of which "
                "the polygons count (feature ids {ids}). A GeoPackage takes them whole into the "
                "output; temporary layers and shapefiles hold polygons only.",
                layer=layer_name,
                ids=name_some(mixed),
            )
        )


def middle_of(geometry: QgsGeometry, seam: tuple[float, float] | None = None) -> QgsGeometry:
    """Centroid as a point geometry, also of what lies astride the edge of the map.

    Parameters
    ----------
    geometry : QgsGeometry
    seam : (float, float), optional
        The x of the map's western and eastern edge, which are one meridian.
    """
    if seam is None or geometry.boundingBox().width() <= (seam[1] - seam[0]) / 2.0:
        return geometry.centroid()
    period = seam[1] - seam[0]
    parts = geometry.asGeometryCollection()
    cut = _widest_gap([part.boundingBox() for part in parts], period)
    for part in parts:
        if part.boundingBox().xMaximum() <= cut:
            part.translate(period, 0.0)
    middle = QgsGeometry.collectGeometry(parts).centroid()
    if not middle.isEmpty() and middle.asPoint().x() > seam[1]:
        middle.translate(-period, 0.0)
    return middle


def _widest_gap(boxes: list, period: float) -> float:
    """Easting west of which parts are nearer to the others round the back of the earth."""
    boxes = sorted(boxes, key=lambda box: box.xMinimum())
    reached, cut = -math.inf, -math.inf
    widest = boxes[0].xMinimum() + period - max(box.xMaximum() for box in boxes)
    for box in boxes:
        if math.isfinite(reached) and box.xMinimum() - reached > widest:
            widest, cut = box.xMinimum() - reached, reached
        reached = max(reached, box.xMaximum())
    return cut


def representative_point(
    geometry: QgsGeometry, seam: tuple[float, float] | None = None
) -> tuple[float, float] | None:
    """Centroid in map coordinates (see :func:`middle_of`); None where there is no location."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    if geometry.wkbType() == Qgis.WkbType.Point:
        point = geometry.asPoint()
    else:
        centroid = middle_of(geometry, seam)
        point = geometry.boundingBox().center() if centroid.isEmpty() else centroid.asPoint()
        if not (math.isfinite(point.x()) and math.isfinite(point.y())):
            point = geometry.boundingBox().center()
    x, y = point.x(), point.y()
    return (x, y) if math.isfinite(x) and math.isfinite(y) else None


def carried_type(features: Sequence[QgsFeature], source_type: Qgis.WkbType) -> Qgis.WkbType:
    """Type of a layer that takes the features as they came; unknown where no single one does."""
    wanted = QgsWkbTypes.geometryType(source_type)
    kinds = {feature.geometry().type() for feature in features}
    return source_type if kinds <= {wanted} else Qgis.WkbType.Unknown
