"""Parameters that several algorithms declare alike: sources, fields, whole numbers, lengths."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from .base import tr

_POINT = Qgis.ProcessingSourceType.VectorPoint
_POLYGON = Qgis.ProcessingSourceType.VectorPolygon


def places_source(
    name: str, text: str, *, optional: bool = False, points_only: bool = False
) -> QgsProcessingParameterFeatureSource:
    """Points or polygons."""
    kinds = [_POINT] if points_only else [_POINT, _POLYGON]
    return QgsProcessingParameterFeatureSource(name, tr(text), kinds, optional=optional)


def weight_field(
    text: str = "Weight, e.g. potential (each counts 1 if not set)",
    *,
    name: str = "WEIGHT_FIELD",
    layer: str = "INPUT",
) -> QgsProcessingParameterField:
    """A numeric field that may be left out."""
    return QgsProcessingParameterField(
        name,
        tr(text),
        parentLayerParameterName=layer,
        type=Qgis.ProcessingFieldParameterDataType.Numeric,
        optional=True,
    )


def optional_field(name: str, text: str, layer: str = "INPUT") -> QgsProcessingParameterField:
    """A field of any type that may be left out."""
    return QgsProcessingParameterField(
        name, tr(text), parentLayerParameterName=layer, optional=True
    )


def whole_number(
    name: str, text: str, default: int | None = None, *, least: int = 1
) -> QgsProcessingParameterNumber:
    """A whole number; it may be left out where it has no default."""
    return QgsProcessingParameterNumber(
        name,
        tr(text),
        Qgis.ProcessingNumberParameterType.Integer,
        defaultValue=default,
        optional=default is None,
        minValue=least,
    )


def number(
    name: str, text: str, default: float | None = None, *, least: float = 0.0
) -> QgsProcessingParameterNumber:
    """A number; it may be left out where it has no default."""
    return QgsProcessingParameterNumber(
        name,
        tr(text),
        Qgis.ProcessingNumberParameterType.Double,
        defaultValue=default,
        optional=default is None,
        minValue=least,
    )


def length(name: str, text: str, default: float | None = None) -> QgsProcessingParameterDistance:
    """A length in metres; it may be left out where it has no default."""
    distance = QgsProcessingParameterDistance(
        name, tr(text), defaultValue=default, optional=default is None, minValue=0.0
    )
    distance.setDefaultUnit(Qgis.DistanceUnit.Meters)
    return distance


def seed() -> QgsProcessingParameterNumber:
    """SEED, by which runs are repeated."""
    return whole_number("SEED", "Seed of the random numbers", 1, least=0)
