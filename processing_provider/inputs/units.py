"""Layers to arrays: reads features once and hands positions, weights and outlines to the core."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsEllipsoidUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsLineString,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsRectangle,
    QgsSpatialIndex,
    QgsVariantUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.arrays import FloatArray
from ...core.errors import InvalidInput, name_some
from ...core.geometry.geodesy import WGS84, EarthMetric, Ellipsoid, Metric, PlaneMetric
from ...core.geometry.rings import PolygonRings
from ...core.geometry.wkb import rings_from_wkb
from ...core.progress import Cancelled
from ..texts import tr

_FEATURE_ID = QgsField("feature_id", QMetaType.Type.LongLong)


@dataclass(frozen=True)
class Space:
    """How coordinates of one layer become positions, and what a distance is.

    Positions are longitudes and latitudes on the datum of the layer's reference system;
    without a reference system they are the map coordinates themselves, taken as metres.
    """

    crs: QgsCoordinateReferenceSystem
    context: QgsProcessingContext

    @cached_property
    def geographic_crs(self) -> QgsCoordinateReferenceSystem:
        return self.crs.toGeographicCrs()

    @property
    def is_earth(self) -> bool:
        return self.crs.isValid() and self.geographic_crs.isValid()

    @cached_property
    def ellipsoid(self) -> Ellipsoid:
        """The project's ellipsoid; that of the layer's system if the project names none."""
        for acronym in (self.context.ellipsoid(), self.crs.ellipsoidAcronym()):
            parameters = QgsEllipsoidUtils.ellipsoidParameters(acronym)
            if acronym not in ("", "NONE") and parameters.valid:
                return Ellipsoid(parameters.semiMajor, parameters.semiMinor)
        return WGS84

    def positions(
        self, coordinates: FloatArray, crs: QgsCoordinateReferenceSystem | None = None
    ) -> FloatArray:
        """Positions (n, 2) of map coordinates (n, 2), given in ``crs`` or this layer's system.

        Coordinates without a system are taken as this layer's, as everywhere in QGIS.
        """
        coordinates = np.asarray(coordinates, dtype=float).reshape(-1, 2)
        if not self.is_earth:
            return coordinates
        crs = self.crs if crs is None or not crs.isValid() else crs
        positions = self._transformed(coordinates, crs, self.geographic_crs)
        if not (np.isfinite(positions).all() and (np.abs(positions[:, 1]) <= 90.0 + 1e-9).all()):
            raise _wrong_crs(crs)
        return positions

    def map_coordinates(self, positions: FloatArray) -> FloatArray:
        """Map coordinates (n, 2) in this layer's system: the inverse of :meth:`positions`."""
        if not self.is_earth:
            return positions
        return self._transformed(positions, self.geographic_crs, self.crs)

    def _transformed(self, coordinates, source, target) -> FloatArray:
        if len(coordinates) == 0:
            return coordinates
        transform = QgsCoordinateTransform(source, target, self.context.transformContext())
        line = QgsLineString(coordinates[:, 0].tolist(), coordinates[:, 1].tolist())
        try:
            line.transform(transform)
        except QgsCsException as error:
            raise _wrong_crs(source) from error
        return np.frombuffer(line.asWkb().data(), dtype="<f8", offset=9).reshape(-1, 2).copy()

    def metric(self, positions: FloatArray) -> Metric:
        """Metric for these positions (centres its local plane on them)."""
        return EarthMetric.around(positions, self.ellipsoid) if self.is_earth else PlaneMetric()

    def segment_lengths(self, ax, ay, bx, by) -> FloatArray:
        """Lengths in metres of straight segments between map coordinates, shape (n,)."""
        start, end = np.column_stack([ax, ay]), np.column_stack([bx, by])
        metric = EarthMetric(self.ellipsoid) if self.is_earth else PlaneMetric()
        return metric.between(self.positions(start), self.positions(end))


def _wrong_crs(crs: QgsCoordinateReferenceSystem) -> InvalidInput:
    return InvalidInput(
        "Coordinates do not fit the reference system {crs} that their layer states. Assign the "
        "right one (layer properties, Source).",
        crs=crs.userFriendlyIdentifier(),
    )


@dataclass(frozen=True)
class SpatialUnits:
    """Features with a location, as arrays, in an order that does not depend on reading.

    Attributes
    ----------
    features : list of QgsFeature
        Sorted by position (then id and weights), so that a seed gives the same result for
        any order in which a provider happens to deliver them.
    without_location : list of QgsFeature
        Features with NULL or empty geometry; they pass through unassigned.
    ids : list
        Values of the id field, or feature ids.
    id_field : QgsField
        A field that can hold them.
    coordinates : ndarray of float, shape (n, 2)
        Map coordinates of one point per feature (centroid of lines and polygons).
    positions : ndarray of float, shape (n, 2)
        See :class:`Space`.
    weights : ndarray of float, shape (n, c)
        Values of the weight fields, NULL as 0.
    """

    fields: QgsFields
    space: Space
    features: list[QgsFeature]
    without_location: list[QgsFeature]
    ids: list[Any]
    coordinates: FloatArray
    positions: FloatArray
    weights: FloatArray
    id_field: QgsField
    weight_fields: tuple[str, ...] = ()
    layer_name: str = "INPUT"

    def __len__(self) -> int:
        return len(self.features)

    @property
    def are_polygons(self) -> bool:
        return bool(self.features) and (
            self.features[0].geometry().type() == Qgis.GeometryType.Polygon
        )

    def refuse_if_empty(self) -> None:
        """Refuse a layer (or selection) in which nothing has a location.

        Raises
        ------
        InvalidInput
        """
        if not self.features:
            raise InvalidInput(
                "{layer} holds no feature with a geometry. Check the layer, its filter, and "
                "whether only selected features are used.",
                layer=self.layer_name,
            )

    @cached_property
    def metric(self) -> Metric:
        return self.space.metric(self.positions)

    @cached_property
    def points(self) -> FloatArray:
        """Positions on a local plane in metres, shape (n, 2)."""
        return self.metric.to_plane(self.positions)

    @cached_property
    def rings(self) -> PolygonRings:
        """Outlines of polygon features in map coordinates."""
        geometries = (straight_geometry(feature.geometry()) for feature in self.features)
        return rings_from_wkb([geometry.asWkb().data() for geometry in geometries])

    def area_at(self, x: float, y: float) -> int | None:
        """The area that holds a point in map coordinates, None if there is none."""
        point = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        for number in self.areas_near(point.boundingBox()):
            if self.features[number].geometry().intersects(point):
                return number
        return None

    def areas_near(self, rectangle: QgsRectangle) -> list[int]:
        """Areas whose bounding boxes meet a rectangle in map coordinates, ascending."""
        return sorted(self._spatial_index.intersects(rectangle))

    @cached_property
    def _spatial_index(self) -> QgsSpatialIndex:
        index = QgsSpatialIndex()
        for number, feature in enumerate(self.features):
            index.addFeature(number, feature.geometry().boundingBox())
        return index

    @cached_property
    def index_by_id(self) -> dict[str, int]:
        """Position in :attr:`features` by :func:`id_key`."""
        return {id_key(value): index for index, value in enumerate(self.ids)}


def straight_geometry(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry without curves, also without types that could hold some."""
    if not QgsWkbTypes.isCurvedType(geometry.wkbType()):
        return geometry
    return QgsGeometry(geometry.constGet().segmentize())


def is_null(value: Any) -> bool:
    """Whether an attribute is NULL."""
    return QgsVariantUtils.isNull(value)


def id_key(value: Any) -> str:
    """Text by which ids of different types compare equal: 7, 7.0 and "7" are one id."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def plain_value(value: Any) -> Any:
    """A value as plain Python, None for NULL."""
    if is_null(value):
        return None
    return value.item() if isinstance(value, np.generic) else value


def read_units(
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    *,
    id_field: str = "",
    weight_fields: Sequence[str] = (),
    layer_name: str = "INPUT",
) -> SpatialUnits:
    """Read a source of points or polygons.

    Raises
    ------
    InvalidInput
        Unknown or non-numeric fields; negative or non-finite weights; NULL or repeated ids;
        no feature with a location.
    """
    fields = source.fields()
    weight_index = [numeric_field_index(fields, name, layer_name) for name in weight_fields]
    id_index = _field(fields, id_field, layer_name) if id_field else -1
    space = Space(source.sourceCrs(), context)
    if not space.crs.isValid():
        feedback.pushWarning(
            tr(
                "{layer_name} has no coordinate reference system: its coordinates are taken as "
                "metres or as coordinates of the layer with which it is used."
            ).format(layer_name=layer_name)
        )
    located, without_location, coordinates = [], [], []
    for feature in _checked_features(source, feedback, layer_name):
        point = representative_point(feature.geometry())
        if point is None:
            without_location.append(feature)
        else:
            located.append(feature)
            coordinates.append(point)
    if without_location:
        feedback.pushWarning(
            tr(
                "{layer_name}: {count} feature(s) without geometry are passed on "
                "unassigned (feature ids {names})."
            ).format(
                layer_name=layer_name,
                count=len(without_location),
                names=name_some([f.id() for f in without_location]),
            )
        )
    ids = [plain_value(f[id_index]) if id_index >= 0 else f.id() for f in located]
    if id_index >= 0:
        check_unique_ids(ids, id_field, layer_name)
    weights = np.empty((len(located), len(weight_index)))
    for column, index in enumerate(weight_index):
        weights[:, column] = _weights(located, index, weight_fields[column], ids, feedback)

    xy = np.array(coordinates, dtype=float).reshape(-1, 2)
    keys = [np.array([id_key(value) for value in ids])] if id_index >= 0 and ids else []
    order = np.lexsort((*weights.T[::-1], *keys, xy[:, 1], xy[:, 0]))
    xy = xy[order]
    return SpatialUnits(
        fields=fields,
        space=space,
        features=[located[i] for i in order],
        without_location=without_location,
        ids=[ids[i] for i in order],
        coordinates=xy,
        positions=space.positions(xy),
        weights=weights[order],
        id_field=fields.at(id_index) if id_index >= 0 else _FEATURE_ID,
        weight_fields=tuple(weight_fields),
        layer_name=layer_name,
    )


def _checked_features(
    source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback, layer_name: str
) -> list[QgsFeature]:
    """All features, after what the user wishes to be done with invalid geometries.

    QGIS's own check takes an empty polygon for an invalid one; here it passes.

    Raises
    ------
    InvalidInput
        If geometries are invalid and the wish is to stop then.
    Cancelled
    """
    wish = source.invalidGeometryCheck()
    skip_check = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
    features, invalid = [], []
    iterator = source.getFeatures(QgsFeatureRequest(), skip_check)
    for feature in iterator:
        if feedback.isCanceled():
            iterator.close()
            raise Cancelled
        geometry = feature.geometry()
        empty = geometry.isNull() or geometry.isEmpty()
        if wish == Qgis.InvalidGeometryCheck.NoCheck or empty or geometry.isGeosValid():
            features.append(feature)
        else:
            invalid.append(feature)
    if invalid and wish == Qgis.InvalidGeometryCheck.AbortOnInvalid:
        raise InvalidInput(
            "{layer}: {count} feature(s) have an invalid geometry (feature ids {ids}; the first: "
            "{reason}). Mend them with 'Fix geometries', or set 'Invalid feature filtering' of "
            "this input to 'Do not filter' to use them as they are, or to 'Skip'.",
            layer=layer_name,
            count=len(invalid),
            ids=name_some([feature.id() for feature in invalid]),
            reason=invalid[0].geometry().lastError() or "not valid",
        )
    if invalid:
        feedback.pushWarning(
            tr(
                "{layer_name}: {count} feature(s) with an invalid geometry are left out "
                "(feature ids {names})."
            ).format(
                layer_name=layer_name,
                count=len(invalid),
                names=name_some([feature.id() for feature in invalid]),
            )
        )
    return features


def check_unique_ids(ids: Sequence[Any], field_name: str, layer_name: str) -> None:
    """Refuse NULL and repeated ids.

    Raises
    ------
    InvalidInput
    """
    missing = sum(1 for value in ids if value is None)
    if missing:
        raise InvalidInput(
            "{layer}: the id field '{field}' is NULL in {count} feature(s). Give every feature "
            "an id.",
            layer=layer_name,
            field=field_name,
            count=missing,
        )
    seen: set[str] = set()
    repeated = []
    for value in ids:
        key = id_key(value)
        if key in seen:
            repeated.append(value)
        seen.add(key)
    if repeated:
        raise InvalidInput(
            "{layer}: ids in field '{field}' are not unique: {ids}. Every feature needs an id of "
            "its own.",
            layer=layer_name,
            field=field_name,
            ids=name_some(sorted(set(repeated), key=id_key)),
        )


def representative_point(geometry: QgsGeometry) -> tuple[float, float] | None:
    """Centroid in map coordinates; None where there is no location."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    if geometry.wkbType() == Qgis.WkbType.Point:
        point = geometry.asPoint()
    else:
        centroid = geometry.centroid()
        point = geometry.boundingBox().center() if centroid.isEmpty() else centroid.asPoint()
        if not (math.isfinite(point.x()) and math.isfinite(point.y())):
            point = geometry.boundingBox().center()
    x, y = point.x(), point.y()
    return (x, y) if math.isfinite(x) and math.isfinite(y) else None


def _field(fields: QgsFields, name: str, layer_name: str) -> int:
    index = fields.lookupField(name)
    if index < 0:
        raise InvalidInput(
            "{layer} has no field '{field}'. Its fields are: {names}.",
            layer=layer_name,
            field=name,
            names=", ".join(fields.names()) or "none",
        )
    return index


def numeric_field_index(fields: QgsFields, name: str, layer_name: str) -> int:
    """Index of a field of numbers.

    Raises
    ------
    InvalidInput
        If there is no such field, or it holds something else.
    """
    index = _field(fields, name, layer_name)
    if not fields.at(index).isNumeric():
        raise InvalidInput(
            "{layer}: field '{field}' holds {type}, not numbers. Choose a numeric field, or "
            "convert it with the field calculator (to_real).",
            layer=layer_name,
            field=name,
            type=fields.at(index).friendlyTypeString(),
        )
    return index


def _weights(features, index, name, ids, feedback) -> FloatArray:
    values = [feature[index] for feature in features]
    nulls = [is_null(value) for value in values]
    weights = np.array([0.0 if null else float(value) for value, null in zip(values, nulls)])
    for wrong, what in ((~np.isfinite(weights), "not finite"), (weights < 0.0, "negative")):
        if wrong.any():
            raise InvalidInput(
                "Weight field '{field}' is {what} in {count} feature(s), first ids {ids}. Weights "
                "must be 0 or more: correct or exclude these features.",
                field=name,
                what=what,
                count=int(wrong.sum()),
                ids=name_some([ids[i] for i in np.flatnonzero(wrong)]),
            )
    if any(nulls):
        feedback.pushWarning(
            tr("Weight field '{name}' is NULL in {nulls} feature(s); they count as 0.").format(
                name=name, nulls=sum(nulls)
            )
        )
    return weights
