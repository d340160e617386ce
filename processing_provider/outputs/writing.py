"""Plans to layers: output fields, checked sinks, territories dissolved from their areas."""

from __future__ import annotations

import math
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
)

from ...core.errors import InvalidInput
from ...core.plan.statistics import PlanStatistics
from ..fields import (
    BEFORE_FIELD,
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
    text_field,
)
from ..inputs.attributes import plain_value
from ..inputs.units import SpatialUnits


@dataclass(frozen=True)
class AssignmentSchema:
    """Fields of the features that go out with their territory.

    The input's own ``territory`` moves to ``territory_before``. Fields that an earlier run
    wrote under the names used now are replaced.
    """

    fields: QgsFields
    kept: tuple[int, ...]
    before: int

    @classmethod
    def create(
        cls, input_fields: QgsFields, territory: QgsField, extra: Sequence[QgsField] = ()
    ) -> AssignmentSchema:
        before = _lookup(input_fields, TERRITORY_FIELD)
        replaced = {TERRITORY_FIELD, *(field.name().lower() for field in extra)}
        if before >= 0:
            replaced.add(BEFORE_FIELD)
        kept = tuple(
            index
            for index in range(input_fields.count())
            if input_fields.at(index).name().lower() not in replaced
        )
        fields = QgsFields()
        for index in kept:
            fields.append(input_fields.at(index))
        fields.append(like_field(TERRITORY_FIELD, territory))
        if before >= 0:
            fields.append(like_field(BEFORE_FIELD, input_fields.at(before)))
        for field in extra:
            fields.append(field)
        return cls(fields, kept, before)

    def feature(
        self, original: QgsFeature, territory: Any, extra: Sequence[Any] = ()
    ) -> QgsFeature:
        feature = QgsFeature(self.fields)
        feature.setGeometry(original.geometry())
        attributes = original.attributes()
        values = [attributes[index] for index in self.kept]
        values.append(territory)
        if self.before >= 0:
            values.append(attributes[self.before])
        feature.setAttributes([*values, *extra])
        return feature


def _lookup(fields: QgsFields, name: str) -> int:
    lower = [field.name().lower() for field in fields]
    return lower.index(name) if name in lower else -1


def write_layer(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    fields: QgsFields,
    geometry_type: Qgis.WkbType,
    crs: QgsCoordinateReferenceSystem,
    features: Callable[[], Iterable[QgsFeature]],
) -> str | None:
    """Write one output layer and close it before the next one is opened.

    One after the other, because several layers often go into one GeoPackage, which lets
    only one writer in. Every failure is an error; a feature is never lost in silence.

    Returns
    -------
    str or None
        The layer's id or path; None for an optional output that was not asked for.

    Raises
    ------
    QgsProcessingException
        If the destination cannot be written.
    """
    sink, destination = algorithm.parameterAsSink(
        parameters, name, context, fields, geometry_type, crs
    )
    if sink is None:
        definition = algorithm.parameterDefinition(name)
        optional = bool(definition.flags() & Qgis.ProcessingParameterFlag.Optional)
        if optional and not _is_asked_for(parameters.get(name)):
            return None
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    for feature in features():
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(
                f"{name}: a feature could not be written: {sink.lastError()}"
            )
    if not sink.flushBuffer():
        raise QgsProcessingException(f"{name} could not be written: {sink.lastError()}")
    if hasattr(sink, "finalize"):  # QGIS 3.42 and later; before, the end of the sink's life does it
        sink.finalize()
    return destination


def _is_asked_for(value: Any) -> bool:
    """Whether a destination is given; the batch dialog hands over empty definitions."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty) and value.propertyType() == Qgis.PropertyType.Static:
        value = value.staticValue()
    return value not in (None, "")


def refuse_unwritable_outputs(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]
) -> None:
    """Find out before the work, not after it, that an output file cannot be written.

    Raises
    ------
    InvalidInput
        Naming the output and the folder.
    """
    for definition in algorithm.destinationParameterDefinitions():
        path = _file_path(parameters.get(definition.name()))
        if path is None:
            continue
        problem = _why_not_writable(path.absolute())
        if problem:
            raise InvalidInput(
                "Output {name} cannot be written to '{path}': {problem}. Choose another place.",
                name=definition.name(),
                path=path,
                problem=problem,
            )


def _why_not_writable(path: Path) -> str:
    """What keeps a file from being written, "" if nothing does; tried, not asked."""
    if not path.parent.is_dir():
        return "the folder does not exist"
    if path.is_dir():
        return "this is a folder, not a file"
    try:
        if path.exists():
            with path.open("r+b"):
                pass
        else:
            with tempfile.TemporaryFile(dir=path.parent):
                pass
    except OSError as error:
        return (error.strerror or str(error)).lower()
    return ""


def _file_path(value: Any) -> Path | None:
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    if not isinstance(value, str) or not value:
        return None
    database = re.match(r"ogr:dbname='([^']*)'", value)
    if database:
        return Path(database.group(1))
    if value.startswith(("memory:", "ogr:", "postgres", "TEMPORARY_OUTPUT", "QgsProcessing")):
        return None
    path = Path(value.split("|", 1)[0])
    return path if path.is_absolute() or len(path.parts) > 1 else None


def assigned_features(
    units: SpatialUnits,
    schema: AssignmentSchema,
    names: TerritoryNames,
    labels: NDArray,
    extra: Sequence[NDArray] = (),
) -> Iterable[QgsFeature]:
    """Input features with their territory; ``extra`` are (n,) columns, NaN and inf become NULL."""
    columns = [np.asarray(column).tolist() for column in extra]
    for index, feature in enumerate(units.features):
        values = [_null_if_not_finite(column[index]) for column in columns]
        yield schema.feature(feature, names.of(int(labels[index])), values)
    nothing = [None] * len(columns)
    for feature in units.without_location:
        yield schema.feature(feature, None, nothing)


def _null_if_not_finite(value: Any) -> Any:
    return None if isinstance(value, float) and not math.isfinite(value) else plain_value(value)


class TerritoryTable:
    """Fields and features of the dissolved territories with their statistics.

    The total of a weight field keeps the field's name, so that a dissolved layer can be
    used like its areas, and names survive the ten characters of a shapefile.
    """

    def __init__(
        self,
        units: SpatialUnits,
        names: TerritoryNames,
        context: QgsProcessingContext,
    ) -> None:
        self._units = units
        self._names = names
        self._measure = QgsDistanceArea()
        self._to_degrees = QgsCoordinateTransform()
        if units.space.is_earth:
            # With an ellipsoid given by its axes, QGIS measures degrees only.
            degrees, ellipsoid = units.space.geographic_crs, units.space.ellipsoid
            self._to_degrees = QgsCoordinateTransform(
                units.space.crs, degrees, context.transformContext()
            )
            self._measure.setSourceCrs(degrees, context.transformContext())
            self._measure.setEllipsoid(
                f"PARAMETER:{ellipsoid.semi_major_m!r}:{ellipsoid.semi_minor_m!r}"
            )

        self.fields = QgsFields()
        self.fields.append(like_field(TERRITORY_FIELD, names.field))
        self.fields.append(integer_field("areas"))
        self._weight_columns = [self._append_unique(number_field(n)) for n in units.weight_fields]
        self.fields.append(number_field("deviation_pct"))
        self._several = len(units.weight_fields) > 1
        if self._several:
            for name in units.weight_fields:
                self._append_unique(number_field(f"{name}_pct"))
        for name in ("mean_dist_m", "border_m", "area_km2", "compactness"):
            self._append_unique(number_field(name))
        self._append_unique(integer_field("parts"))

    def _append_unique(self, field: QgsField) -> int:
        # GeoPackages keep "fid" for themselves.
        taken = {"fid", *(f.name().lower() for f in self.fields)}
        name = base = field.name()
        number = 2
        while name.lower() in taken:
            name, number = f"{base}_{number}", number + 1
        field.setName(name)
        self.fields.append(field)
        return self.fields.count() - 1

    @property
    def geometry_type(self) -> Qgis.WkbType:
        first = next(iter(self._units.features), None)
        if first is not None and first.geometry().type() == Qgis.GeometryType.Point:
            return Qgis.WkbType.MultiPoint
        return Qgis.WkbType.MultiPolygon

    def features(
        self,
        labels: NDArray,
        statistics: PlanStatistics,
        feedback: QgsProcessingFeedback,
    ) -> Iterable[QgsFeature]:
        """One feature per territory that has areas."""
        order = np.argsort(labels, kind="stable")
        bounds = np.searchsorted(labels[order], np.arange(len(self._names) + 1))
        for territory in range(len(self._names)):
            members = order[bounds[territory] : bounds[territory + 1]]
            if len(members) == 0:
                continue
            geometry = dissolve([self._units.features[i].geometry() for i in members])
            feature = QgsFeature(self.fields)
            feature.setGeometry(geometry)
            feature.setAttributes(self._values(territory, geometry, statistics))
            feedback.setProgress(100.0 * (territory + 1) / len(self._names))
            yield feature

    def _values(self, territory: int, geometry: QgsGeometry, statistics) -> list[Any]:
        deviation = statistics.deviation_pct[territory]
        totals = statistics.totals[territory][: len(self._weight_columns)]
        area = perimeter = 0.0
        if geometry.type() == Qgis.GeometryType.Polygon:
            outline = QgsGeometry(geometry)
            outline.transform(self._to_degrees)
            area = self._measure.measureArea(outline)
            perimeter = self._measure.measurePerimeter(outline)
        compactness = 4.0 * np.pi * area / perimeter**2 if perimeter > 0.0 else float("nan")
        values = [
            self._names.of(territory),
            int(statistics.area_count[territory]),
            *totals.tolist(),
            float(deviation[int(np.argmax(np.abs(deviation)))]),
            *(deviation.tolist() if self._several else ()),
            float(statistics.mean_distance_m[territory]),
            float(statistics.border_m[territory]),
            area / 1e6,
            compactness,
            int(statistics.parts[territory]),
        ]
        return [_null_if_not_finite(value) for value in values]


def dissolve(geometries: list[QgsGeometry]) -> QgsGeometry:
    """Union as a multi-geometry; invalid parts are mended first where the union needs it."""
    union = QgsGeometry.unaryUnion(geometries)
    if union.isNull() or union.isEmpty():
        union = QgsGeometry.unaryUnion([geometry.makeValid() for geometry in geometries])
    if union.type() != geometries[0].type():
        same = [
            part for part in union.asGeometryCollection() if part.type() == geometries[0].type()
        ]
        union = QgsGeometry.collectGeometry(same)
    union.convertToMultiType()
    return union


def point_feature(fields: QgsFields, coordinates: Sequence[float], values: list[Any]) -> QgsFeature:
    """A point feature; NaN coordinates give no geometry."""
    feature = QgsFeature(fields)
    x, y = (float(value) for value in coordinates)
    if x == x and y == y:
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
    feature.setAttributes([_null_if_not_finite(value) for value in values])
    return feature


def table_fields(**kinds: type) -> QgsFields:
    """Fields by name and Python type (int, float or str)."""
    makers = {int: integer_field, float: number_field, str: text_field}
    fields = QgsFields()
    for name, kind in kinds.items():
        fields.append(makers[kind](name))
    return fields


def table_feature(fields: QgsFields, values: Iterable[Any]) -> QgsFeature:
    """A row without geometry; NaN and inf become NULL."""
    feature = QgsFeature(fields)
    feature.setAttributes([_null_if_not_finite(value) for value in values])
    return feature
