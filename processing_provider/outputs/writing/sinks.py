"""Output layers: written one after the other, counted, put in place together, styled."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
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
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ....core.progress import SILENT, Progress
from ...common.request import Request
from ...common.texts import counted, tr
from .databases import DatabaseTable, database_table
from .feature_ids import numbered_anew
from .fields import renamed_fields
from .file_fields import as_files_hold, as_temporary_layers_hold
from .loading import style_on_load
from .mixed_shapes import holds_mixed_shapes, polygons_only
from .places import FilePlace, destination_text
from .staging import Staging

# Formats that GDAL writes but does not read.
_WRITE_ONLY = (".sql", ".pdf")
_FEATURES_AT_ONCE = 500
"""Features written together, in a few hundredths of a second; one by one they take a quarter
longer."""
_OF_MIXED_SHAPES = (Qgis.WkbType.Unknown, Qgis.WkbType.GeometryCollection)


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


@dataclass(frozen=True)
class StagedRequest(Request):
    """A request whose outputs are put in place together, at the end of the run.

    Attributes
    ----------
    staged : Staging
        Of the run that is going on.
    """

    staged: Staging

    def put_in_place(self) -> None:
        """Put all outputs in their places.

        Raises
        ------
        QgsProcessingException
        """
        try:
            self.staged.put_in_place()
        except (OSError, sqlite3.Error) as error:
            raise QgsProcessingException(
                tr(
                    "The outputs could not be put in place: {reason}. Make room on the disk, close "
                    "programs that use the files, or choose other places."
                ).format(reason=str(error).rstrip(". "))
            ) from None


def write_layers(
    request: StagedRequest,
    crs: QgsCoordinateReferenceSystem,
    layers: Iterable[OutputLayer],
    territories: int = 0,
    progress: Progress = SILENT,
) -> dict[str, Any]:
    """Write the layers that were asked for, each closed before the next one is opened.

    One after the other, because several layers often go into one GeoPackage, which lets
    only one writer in. They are written beside their places, where
    :meth:`StagedRequest.put_in_place` puts them when all outputs of the run are whole.
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
    destinations: dict[str, str] = {}
    asked_for: list[OutputLayer] = []
    writer = _Writer(request, crs, progress)
    for layer in layers:
        progress.stop_if_cancelled()
        destination = writer.written(layer)
        if destination is not None:
            destinations[layer.name] = destination
            asked_for.append(layer)
    # One layer alone needs no group to belong together.
    group = _group_title(request.algorithm, territories) if len(asked_for) > 1 else ""
    for layer in asked_for:
        destination = destinations[layer.name]
        writer.load_later(layer, destination)
        style_on_load(request.context, destination, layer.style, layer.order, group)
    return destinations


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


def _held(layer: OutputLayer, destination: str) -> OutputLayer:
    """The layer as its destination can hold and draw it: of mixed shapes perhaps the polygons."""
    mixed = QgsWkbTypes.flatType(layer.geometry_type) in _OF_MIXED_SHAPES
    if not mixed or holds_mixed_shapes(destination):
        return layer
    return replace(
        layer,
        geometry_type=Qgis.WkbType.MultiPolygon,
        features=lambda: polygons_only(layer.features()),
    )


@dataclass(frozen=True)
class _Writer:
    """Writes the layers of one run."""

    request: StagedRequest
    crs: QgsCoordinateReferenceSystem
    progress: Progress

    def written(self, layer: OutputLayer) -> str | None:
        """The layer's id, or its path at the end of the run.

        None for an optional one that was not asked for.
        """
        request, definition = self.request, self._definition(layer.name)
        text = destination_text(request, definition)
        place = FilePlace.of(text)
        if not text and definition.flags() & Qgis.ProcessingParameterFlag.Optional:
            return None
        layer, is_database = _held(layer, text), database_table(text) is not None
        self._tell_renamed(layer, definition)
        table = self._postgres_table(layer, text)
        if place is not None or table is not None:  # what is not staged would be left half written
            layer = self._asking(layer)
        if place is not None:
            fields, features = as_files_hold(
                layer.fields, layer.features, place.path.suffix.lower(), request.feedback
            )
            layer = replace(layer, fields=fields, features=features)
        elif not is_database:
            fields, features = as_temporary_layers_hold(
                layer.fields, layer.features, request.feedback
            )
            layer = replace(layer, fields=fields, features=features)
        if place is not None and place.shares:
            fields, features = numbered_anew(layer.fields, layer.features, request.feedback)
            layer = replace(layer, fields=fields, features=features)
        parameters = request.parameters
        if place is not None:
            parameters = self._staged(layer.name, self._file_for(layer.name, text, place))
        elif table is not None:
            passing = request.staged.tables.passing(table)
            parameters = self._staged(layer.name, passing.destination)
        sink, destination = self._opened(layer, parameters)
        count = self._filled(sink, layer)
        del sink  # closes the file
        if table is not None:
            self._refuse_lost_rows(layer, count, passing.row_count())
            return table.source
        if place is None:
            return destination
        return request.staged.final(self._counted(layer, destination, count))

    def _asking(self, layer: OutputLayer) -> OutputLayer:
        """Features that hear a cancel; some are dissolved from thousands of areas."""

        def features() -> Iterator[QgsFeature]:
            for feature in layer.features():
                self.progress.stop_if_cancelled()
                yield feature

        return replace(layer, features=features)

    def _opened(self, layer: OutputLayer, parameters: dict[str, Any]) -> tuple[QgsFeatureSink, str]:
        """A sink for the features, and where they will be."""
        algorithm, context = self.request.algorithm, self.request.context
        try:
            sink, destination = algorithm.parameterAsSink(
                parameters, layer.name, context, layer.fields, layer.geometry_type, self.crs
            )
        except QgsProcessingException as error:  # in the words of QGIS and of GDAL
            reason = " ".join(str(error).split())
            raise self._unwritten(layer, self.request.staged.final(reason)) from None
        if sink is None:
            raise QgsProcessingException(
                algorithm.invalidSinkError(self.request.parameters, layer.name)
            )
        return sink, destination

    def _definition(self, name: str) -> QgsProcessingParameterDefinition:
        return self.request.algorithm.parameterDefinition(name)

    def _tell_renamed(
        self, layer: OutputLayer, definition: QgsProcessingParameterDefinition
    ) -> None:
        for wanted, name in renamed_fields(layer.fields).items():
            self.request.feedback.pushInfo(
                tr(
                    "Output “{output}”: there is a field “{wanted}” already; what this run writes "
                    "under that name is in “{name}”."
                ).format(output=definition.description(), wanted=wanted, name=name)
            )

    def _postgres_table(self, layer: OutputLayer, text: str) -> DatabaseTable | None:
        """The table of PostgreSQL that a destination names; None for any other destination."""
        table = database_table(text)
        if table is None or table.provider != "postgres":
            return None
        has_shape = layer.geometry_type != Qgis.WkbType.NoGeometry
        return table if has_shape else table.without_geometry()

    def _file_for(self, name: str, text: str, place: FilePlace) -> str:
        """A destination in the staging area instead of the final one."""
        file = self.request.staged.file_for(place)
        if place.table:
            return text.replace(text.split("'")[1], str(file), 1)
        if place.shares and self._is_shared(place):
            return f"ogr:dbname='{file}' table=\"{name.lower()}\" (geom)"
        return str(file)

    def _staged(self, name: str, staged: str) -> dict[str, Any]:
        """The parameters with another destination."""
        given = self.request.parameters.get(name)
        definition = QgsProcessingOutputLayerDefinition(staged)
        if isinstance(given, QgsProcessingOutputLayerDefinition):
            definition.createOptions = given.createOptions
            if given.useRemapping():
                definition.setRemappingDefinition(given.remappingDefinition())
        return self.request.parameters | {name: definition}

    def _is_shared(self, place: FilePlace) -> bool:
        """Whether several outputs go to one file."""
        texts = (
            destination_text(self.request, definition)
            for definition in self.request.algorithm.destinationParameterDefinitions()
        )
        places = [other for text in texts if (other := FilePlace.of(text)) is not None]
        return [other.key for other in places].count(place.key) > 1

    def _filled(self, sink: QgsFeatureSink, layer: OutputLayer) -> int:
        """Number of features that went into a sink."""
        count = 0
        features = iter(layer.features())
        while portion := list(islice(features, _FEATURES_AT_ONCE)):
            if not sink.addFeatures(portion, QgsFeatureSink.Flag.FastInsert):
                raise self._unwritten(layer, sink.lastError())
            count += len(portion)
        if not sink.flushBuffer():
            raise self._unwritten(layer, sink.lastError())
        if hasattr(sink, "finalize"):  # QGIS 3.42 and later; before, the end of its life does it
            sink.finalize()
        return count

    def _counted(self, layer: OutputLayer, destination: str, count: int) -> str:
        """The destination as it is on the disk, when all features are in it."""
        path, bar, table = destination.partition("|")
        if not Path(path).exists() and Path(path).with_suffix(".dbf").exists():
            path = str(Path(path).with_suffix(".dbf"))  # a shapefile without shapes
        if not Path(path).exists():
            raise self._unwritten(layer, tr("there is no file"))
        true_destination = f"{path}{bar}{table}"
        written = QgsVectorLayer(true_destination, layer.name, "ogr")
        found = written.featureCount() if written.isValid() else 0
        readable = written.isValid() or Path(path).suffix.lower() not in _WRITE_ONLY
        if readable:
            self._refuse_lost_rows(layer, count, found)
        return true_destination

    def _refuse_lost_rows(self, layer: OutputLayer, count: int, found: int) -> None:
        if 0 <= found != count:
            raise self._unwritten(
                layer,
                counted(
                    count,
                    "{found} of {count} feature is in the file, as if the disk were full, or the "
                    "format could not hold such features",
                    "{found} of {count} features are in the file, as if the disk were full, or the "
                    "format could not hold such features",
                    found=found,
                ),
            )

    def _unwritten(self, layer: OutputLayer, reason: str) -> QgsProcessingException:
        return QgsProcessingException(
            tr(
                "Output “{output}” ({name}) could not be written: {reason}. Choose another place, "
                "or another kind of file, such as a GeoPackage (.gpkg)."
            ).format(
                output=self._definition(layer.name).description(),
                name=layer.name,
                reason=reason.rstrip(". "),
            )
        )

    def load_later(self, layer: OutputLayer, destination: str) -> None:
        """Have a file loaded into the project, where that is wanted."""
        given = self.request.parameters.get(layer.name)
        if not isinstance(given, QgsProcessingOutputLayerDefinition):
            return
        context = self.request.context
        if given.destinationProject is None or context.willLoadLayerOnCompletion(destination):
            return
        context.addLayerToLoadOnCompletion(
            destination,
            QgsProcessingContext.LayerDetails(
                given.destinationName or self._definition(layer.name).description(),
                given.destinationProject,
                layer.name,
                QgsProcessingUtils.LayerHint.Vector,
            ),
        )
