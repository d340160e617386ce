"""Output layers: checked before the work, written one after the other, styled when they load."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
    QgsVectorLayer,
)

from ...core.errors import InvalidInput
from ..texts import tr
from .databases import database_table
from .loading import style_on_load
from .mixed_shapes import holds_mixed_shapes, polygons_only


@dataclass(frozen=True)
class OutputLayer:
    """One layer to write.

    Attributes
    ----------
    name : str
        Id of the output parameter.
    features : callable
        Makes the features when the layer is open.
    style : callable or None
        Styles the layer once it is loaded.
    order : int
        Higher lies further up in the project.
    """

    name: str
    fields: QgsFields
    geometry_type: Qgis.WkbType
    features: Callable[[], Iterable[QgsFeature]]
    style: Callable[[QgsVectorLayer], None] | None = None
    order: int = 0


def write_layers(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
    layers: Iterable[OutputLayer],
) -> dict[str, Any]:
    """Write the layers that were asked for, each closed before the next one is opened.

    One after the other, because several layers often go into one GeoPackage, which lets
    only one writer in. Every failure is an error; a feature is never lost in silence.

    Returns
    -------
    dict
        Ids or paths of the layers by output id; none for an optional output that was not
        asked for.

    Raises
    ------
    QgsProcessingException
        If a destination cannot be written.
    """
    results: dict[str, Any] = {}
    for layer in layers:
        held = _held(layer, _static_value(parameters.get(layer.name)))
        destination = _written(algorithm, parameters, context, crs, held)
        if destination is None:
            continue
        results[layer.name] = destination
        if layer.style is not None:
            style_on_load(context, destination, layer.style, layer.order)
    return results


def _held(layer: OutputLayer, destination: str) -> OutputLayer:
    """The layer as its destination can hold and draw it: of mixed shapes perhaps the polygons."""
    if layer.geometry_type != Qgis.WkbType.Unknown or holds_mixed_shapes(destination):
        return layer
    return replace(
        layer,
        geometry_type=Qgis.WkbType.MultiPolygon,
        features=lambda: polygons_only(layer.features()),
    )


def _written(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    crs: QgsCoordinateReferenceSystem,
    layer: OutputLayer,
) -> str | None:
    """The layer's id or path; None for an optional one that was not asked for."""
    sink, destination = algorithm.parameterAsSink(
        parameters, layer.name, context, layer.fields, layer.geometry_type, crs
    )
    definition = algorithm.parameterDefinition(layer.name)
    if sink is None:
        optional = bool(definition.flags() & Qgis.ProcessingParameterFlag.Optional)
        if optional and not _is_asked_for(parameters.get(layer.name)):
            return None
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, layer.name))
    for feature in layer.features():
        if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise _unwritten(definition.description(), sink)
    if not sink.flushBuffer():
        raise _unwritten(definition.description(), sink)
    if hasattr(sink, "finalize"):  # QGIS 3.42 and later; before, the end of the sink's life does it
        sink.finalize()
    return destination


def _unwritten(output: str, sink: QgsFeatureSink) -> QgsProcessingException:
    return QgsProcessingException(
        tr("Output “{output}” could not be written: {reason}").format(
            output=output, reason=sink.lastError()
        )
    )


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
    """Find out before the work, not after it, that an output cannot be written.

    Raises
    ------
    InvalidInput
        Naming the output and the folder, or the table.
    """
    for definition in algorithm.destinationParameterDefinitions():
        value = _static_value(parameters.get(definition.name()))
        table, path = database_table(value), _file_path(value)
        if table is not None:
            place, problem = table.name, table.why_not_writable()
        elif path is not None:
            place, problem = str(path), _why_not_writable(path.absolute())
        else:
            continue
        if problem:
            raise InvalidInput(
                "Output “{output}” ({name}) cannot be written to '{path}': {problem}. Choose "
                "another place.",
                output=definition.description(),
                name=definition.name(),
                path=place,
                problem=problem,
            )


def _why_not_writable(path: Path) -> str:
    """What keeps a file from being written, "" if nothing does; tried, not asked."""
    if not path.parent.is_dir():
        return tr("the folder does not exist")
    if path.is_dir():
        return tr("this is a folder, not a file")
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


def _static_value(value: Any) -> str:
    """Text of a destination; "" if it is none, or no text."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.staticValue()
    return value if isinstance(value, str) else ""


def _file_path(value: str) -> Path | None:
    if not value:
        return None
    database = re.match(r"ogr:dbname='([^']*)'", value)
    if database:
        return Path(database.group(1))
    if value.startswith(("memory:", "ogr:", "TEMPORARY_OUTPUT", "QgsProcessing")):
        return None
    path = Path(value.split("|", 1)[0])
    return path if path.is_absolute() or len(path.parts) > 1 else None
