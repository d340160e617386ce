"""Several output layers of one run: written one after the other, styled when they load."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsVectorLayer,
)

from .styles import style_on_load
from .writing import write_layer


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
    """Write the layers that were asked for; returns their destinations by output id."""
    results: dict[str, Any] = {}
    for layer in layers:
        destination = write_layer(
            algorithm,
            parameters,
            layer.name,
            context,
            layer.fields,
            layer.geometry_type,
            crs,
            layer.features,
        )
        if destination is None:
            continue
        results[layer.name] = destination
        if layer.style is not None:
            style_on_load(context, destination, layer.style, layer.order)
    return results
