"""Output layers: written one after the other, counted, put in place together, styled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingAlgorithm

from ....core.progress import SILENT, Progress
from ...common.texts import counted, tr
from .layer_writer import LayerWriter
from .loading import style_on_load
from .output_layer import OutputLayer, StagedRequest


def write_layers(
    request: StagedRequest,
    crs: QgsCoordinateReferenceSystem,
    layers: Iterable[OutputLayer],
    territories: int = 0,
    progress: Progress = SILENT,
) -> dict[str, Any]:
    """Write the layers that were asked for, one after the other.

    They are written beside their places, where :meth:`StagedRequest.put_in_place` puts them when
    all outputs of the run are whole. Till then a file is closed while the run goes on; of several
    layers in one GeoPackage, which lets only one writer in, each is closed before the next one is
    opened.
    Every failure is an error; a feature is never lost in silence.

    Parameters
    ----------
    territories : int
        How many the run has made, for the title of its group of layers; 0 says nothing.
    progress : Progress
        Asked whether to stop while files are written. Without it all is written, as the best of
        a search must be that was cancelled.

    Returns
    -------
    dict
        Ids or paths of the layers by output id; none for an optional output that was not
        asked for.

    Raises
    ------
    QgsProcessingException
        If a destination cannot be written.
    Cancelled
        If ``progress`` wants it; nothing is put in its place then.
    """
    writer = LayerWriter(request, crs, progress)
    written: list[tuple[OutputLayer, str]] = []
    for layer in layers:
        progress.stop_if_cancelled()
        destination = writer.written(layer)
        if destination is not None:
            written.append((layer, destination))
    # One layer alone needs no group to belong together.
    group = _group_title(request.algorithm, territories) if len(written) > 1 else ""
    for layer, destination in written:
        writer.load_later(layer, destination)
        style_on_load(request.context, destination, layer.style, layer.order, group)
    return {layer.name: destination for layer, destination in written}


def _group_title(algorithm: QgsProcessingAlgorithm, territories: int) -> str:
    """What the layers of a run are called together: by its algorithm, count and time."""
    title, time = algorithm.displayName(), f"{datetime.now().astimezone():%H:%M:%S}"
    if not territories:
        return tr("{title}, {time}").format(title=title, time=time)
    return counted(
        territories,
        "{title}: {count} territory, {time}",
        "{title}: {count} territories, {time}",
        title=title,
        time=time,
    )
