"""Figures of a plan worked out by QGIS's own geometry and by SQL, to hold against ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsPolygon,
    QgsProject,
    QgsVectorLayer,
)


def ellipsoidal(layer: QgsVectorLayer) -> QgsDistanceArea:
    """QGIS's own measure on the ellipsoid of a layer's reference system."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    assert measure.setEllipsoid(layer.crs().ellipsoidAcronym())
    return measure


def query(path: str | Path, sql: str) -> list[tuple]:
    """Rows of an SQL query on a GeoPackage."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def members(features: Iterable[QgsFeature], field: str = "territory") -> dict[object, list]:
    """Features by territory, without those that have none."""
    result: dict[object, list] = {}
    for feature in features:
        value = feature[field]
        if value is not None and str(value) not in ("", "NULL"):
            result.setdefault(value, []).append(feature)
    return result


def union(features: Iterable[QgsFeature]) -> QgsGeometry:
    """All geometries as one."""
    return QgsGeometry.unaryUnion([feature.geometry() for feature in features])


def enclosed(
    geometry: QgsGeometry, features: list[QgsFeature], field: str = "territory"
) -> list[set]:
    """Owners of the whole areas that fill each inner ring; holes with pieces of areas are none.

    A municipality may have parts far from each other, of which one fills a hole.
    """
    found = []
    for part in geometry.asGeometryCollection():
        polygon = part.constGet()
        for number in range(polygon.numInteriorRings()):
            ring = QgsGeometry(QgsPolygon(polygon.interiorRing(number).clone()))
            inside = [f for f in features if _share_within(f, ring) > 0.01]
            if all(_share_within(f, ring) > 0.99 for f in inside):
                found.append({f[field] for f in inside})
    return found


def _share_within(feature: QgsFeature, shape: QgsGeometry) -> float:
    geometry = feature.geometry()
    return geometry.intersection(shape).area() / geometry.area()


def shared_borders(features: list[QgsFeature], key: str) -> list[tuple]:
    """Pairs of ids whose polygons share a line."""
    pairs = []
    for number, one in enumerate(features):
        for other in features[number + 1 :]:
            shared = one.geometry().intersection(other.geometry())
            lines = [part for part in shared.asGeometryCollection() if part.length() > 0.0]
            if lines:
                pairs.append((one[key], other[key]))
    return pairs


def centre(feature: QgsFeature) -> QgsPointXY:
    """Centroid of a feature."""
    return feature.geometry().centroid().asPoint()


def hull(features: Iterable[QgsFeature]) -> QgsGeometry:
    """Convex hull of the centroids."""
    return QgsGeometry.fromMultiPointXY([centre(feature) for feature in features]).convexHull()


def foreign_share(
    features: list[QgsFeature], measure: QgsDistanceArea, field: str = "territory"
) -> float:
    """Ground of others in the hulls of territories, over all ground in them, in percent."""
    foreign = inside = 0.0
    for name, own in members(features, field).items():
        shape = hull(own)
        inside += sum(measure.measureArea(feature.geometry()) for feature in own)
        if shape.type() != Qgis.GeometryType.Polygon:
            continue
        for feature in features:
            point = QgsGeometry.fromPointXY(centre(feature))
            if feature[field] != name and shape.contains(point):
                area = measure.measureArea(feature.geometry())
                foreign, inside = foreign + area, inside + area
    return 100.0 * foreign / inside


def transformed(layer: QgsVectorLayer, crs) -> QgsVectorLayer:
    """The layer in another reference system, in memory."""
    transform = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance())
    copy = QgsVectorLayer(f"MultiPolygon?crs={crs.authid()}", layer.name(), "memory")
    provider = copy.dataProvider()
    provider.addAttributes(layer.fields().toList())
    copy.updateFields()
    features = []
    for feature in layer.getFeatures():
        moved = QgsFeature(copy.fields())
        geometry = feature.geometry()
        geometry.transform(transform)
        moved.setGeometry(geometry)
        moved.setAttributes(feature.attributes())
        features.append(moved)
    assert provider.addFeatures(features)[0]
    copy.updateExtents()
    return copy
