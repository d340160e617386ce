"""Parameters that several algorithms declare alike: sources, fields, numbers, output layers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..common.texts import tr

_POINT = Qgis.ProcessingSourceType.VectorPoint
_POLYGON = Qgis.ProcessingSourceType.VectorPolygon


Definition = TypeVar("Definition", bound=QgsProcessingParameterDefinition)
Definitions = Iterator[QgsProcessingParameterDefinition]


def explained(definition: Definition, text: str) -> Definition:
    """The parameter with its own help text, shown in the dialog and by ``qgis_process help``."""
    definition.setHelp(text)
    return definition


def add_advanced(
    algorithm: QgsProcessingAlgorithm, *definitions: QgsProcessingParameterDefinition
) -> None:
    """Add parameters that stay folded away in dialogs."""
    for definition in definitions:
        definition.setFlags(definition.flags() | Qgis.ProcessingParameterFlag.Advanced)
        algorithm.addParameter(definition)


def areas_source(name: str, text: str) -> QgsProcessingParameterFeatureSource:
    """Polygons."""
    return QgsProcessingParameterFeatureSource(name, text, [_POLYGON])


def places_source(
    name: str, text: str, *, optional: bool = False, points_only: bool = False
) -> QgsProcessingParameterFeatureSource:
    """Points or polygons."""
    kinds = [_POINT] if points_only else [_POINT, _POLYGON]
    return QgsProcessingParameterFeatureSource(name, text, kinds, optional=optional)


def weight_field(
    text: str = "", *, name: str = "WEIGHT_FIELD", layer: str = "INPUT"
) -> QgsProcessingParameterField:
    """A field of numbers that may be left out; texts that write numbers are offered, too."""
    return QgsProcessingParameterField(
        name,
        text or tr("Weight, e.g. potential (each counts 1 if empty)"),
        parentLayerParameterName=layer,
        optional=True,
    )


def weight_fields(name: str, text: str, *, layer: str = "INPUT") -> QgsProcessingParameterField:
    """Any number of fields of numbers, none of which is needed."""
    fields = weight_field(text, name=name, layer=layer)
    fields.setAllowMultiple(True)
    return fields


def optional_field(name: str, text: str, layer: str = "INPUT") -> QgsProcessingParameterField:
    """A field of any type that may be left out."""
    return QgsProcessingParameterField(name, text, parentLayerParameterName=layer, optional=True)


def whole_number(
    name: str,
    text: str,
    default: int | None = None,
    *,
    least: int | None = 1,
    most: int | None = None,
) -> QgsProcessingParameterNumber:
    """A whole number; it may be left out where it has no default."""
    return _bounded(name, text, Qgis.ProcessingNumberParameterType.Integer, default, least, most)


def number(
    name: str,
    text: str,
    default: float | None = None,
    *,
    least: float = 0.0,
    most: float | None = None,
) -> QgsProcessingParameterNumber:
    """A number; it may be left out where it has no default."""
    return _bounded(name, text, Qgis.ProcessingNumberParameterType.Double, default, least, most)


def _bounded(
    name: str,
    text: str,
    kind: Qgis.ProcessingNumberParameterType,
    default: float | None,
    least: float | None,
    most: float | None,
) -> QgsProcessingParameterNumber:
    limits = {"minValue": least, "maxValue": most}
    bounds = {key: value for key, value in limits.items() if value is not None}
    return QgsProcessingParameterNumber(
        name, text, kind, defaultValue=default, optional=default is None, **bounds
    )


def length(name: str, text: str, default: float | None = None) -> QgsProcessingParameterDistance:
    """A length in metres; it may be left out where it has no default."""
    distance = QgsProcessingParameterDistance(
        name, text, defaultValue=default, optional=default is None, minValue=0.0
    )
    distance.setDefaultUnit(Qgis.DistanceUnit.Meters)
    return distance


def switch(name: str, text: str, default: bool) -> QgsProcessingParameterBoolean:
    """Yes or no."""
    return QgsProcessingParameterBoolean(name, text, defaultValue=default)


def output_layer(
    name: str,
    text: str,
    kind: Qgis.ProcessingSourceType,
    *,
    optional: bool = True,
    by_default: bool = True,
) -> QgsProcessingParameterFeatureSink:
    """A layer to write; an optional one is written unless it is left out."""
    return QgsProcessingParameterFeatureSink(
        name, text, kind, optional=optional, createByDefault=by_default
    )


def seed() -> QgsProcessingParameterNumber:
    """SEED, by which runs are repeated."""
    return explained(
        whole_number("SEED", tr("Random seed"), 1, least=0),
        tr("The same seed gives the same result again."),
    )
