"""Writes the layers of one run, and counts what has been written."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ....core.progress import SILENT, Progress
from ...common.texts import counted, tr
from .databases import DatabaseTable, database_table
from .feature_ids import numbered_anew
from .fields import renamed_fields
from .file_fields import as_files_hold, as_temporary_layers_hold
from .filling import Filling, SinkError
from .geopackage_rows import add_rows, plain_rows
from .mixed_shapes import holds_mixed_shapes, polygons_only
from .output_layer import OutputLayer, Row, StagedRequest
from .places import FilePlace, destination_text
from .written_files import on_disk, row_count

_UNASKED_S = 0.02  # to ask for every row of a long table would take as long as to make it
_OF_MIXED_SHAPES = (Qgis.WkbType.Unknown, Qgis.WkbType.GeometryCollection)


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
class LayerWriter:
    """Writes the layers of one run.

    Parameters
    ----------
    request : StagedRequest
    crs : QgsCoordinateReferenceSystem
    progress : Progress
        Asked whether to stop.
    """

    request: StagedRequest
    crs: QgsCoordinateReferenceSystem
    progress: Progress

    def written(self, layer: OutputLayer) -> str | None:
        """Write a layer, which may still be closed, and is counted, before it is put in place.

        Returns
        -------
        str or None
            Its id, or its path at the end of the run; None for an optional layer that was not
            asked for.
        """
        request, definition = self.request, self._definition(layer.name)
        text = destination_text(request, definition)
        place = FilePlace.of(text)
        if not text and definition.flags() & Qgis.ProcessingParameterFlag.Optional:
            return None
        layer, is_database = _held(layer, text), database_table(text) is not None
        self._tell_renamed(layer, definition)
        table = self._postgres_table(layer, text)
        if place is not None:
            return self._file(self._as_file_holds(self._asking(layer), place), text, place)
        if table is not None:  # what is not staged would be left half written
            return self._table(self._asking(layer), table)
        if not is_database:
            fields, features = as_temporary_layers_hold(
                layer.fields, layer.features, request.feedback
            )
            layer = replace(layer, fields=fields, features=features)
        return self._filled(layer, None, None)[0]

    def _file(self, layer: OutputLayer, text: str, place: FilePlace) -> str:
        staged, target = self.request.staged, self._file_for(layer.name, text, place)
        definition = self._staged(layer.name, target)
        rows = plain_rows(layer) if place.shares and not definition.useRemapping() else None
        if rows is not None:  # QGIS makes the table, empty
            destination, _ = self._filled(replace(layer, features=list), definition, None)
            self._add_rows(layer, rows(), destination)
            return staged.final(destination)
        # Else it is a table of a file, of which QGIS makes a layer.
        executor = staged.executor if Path(target).is_absolute() else None
        destination, filling = self._filled(layer, definition, executor)
        destination = on_disk(layer, destination)
        self._settle_later(layer, filling, lambda: self._count(layer, destination, filling.count))
        return staged.final(destination)

    def _add_rows(self, layer: OutputLayer, rows: Iterable[Row], destination: str) -> None:
        try:
            count = add_rows(destination, layer.fields, rows)
        except SinkError as error:
            raise self._unwritten(layer, str(error)) from None
        self._count(layer, destination, count)

    def _table(self, layer: OutputLayer, table: DatabaseTable) -> str:
        passing = self.request.staged.tables.passing(table)
        _, filling = self._filled(layer, self._staged(layer.name, passing.destination), None)
        self._settle_later(
            layer,
            filling,
            lambda: self._refuse_lost_rows(layer, filling.count, passing.row_count()),
        )
        return table.source

    def _settle_later(
        self, layer: OutputLayer, filling: Filling, check: Callable[[], None]
    ) -> None:
        """Have a layer checked when it is closed, before anything is put in place."""

        def finish() -> None:
            try:
                filling.settle()
            except SinkError as error:
                raise self._unwritten(layer, str(error)) from None
            check()

        if filling.goes_on:
            self.request.staged.unfinished.append(finish)
        else:
            finish()

    def _as_file_holds(self, layer: OutputLayer, place: FilePlace) -> OutputLayer:
        feedback, suffix = self.request.feedback, place.path.suffix.lower()
        fields, features = as_files_hold(layer.fields, layer.features, suffix, feedback)
        if place.shares:
            fields, features = numbered_anew(fields, features, feedback)
        return replace(layer, fields=fields, features=features)

    def _filled(
        self,
        layer: OutputLayer,
        staged: QgsProcessingOutputLayerDefinition | None,
        executor: Executor | None,
    ) -> tuple[str, Filling]:
        """Where the features will be, and how they get there; all have been made.

        ``staged`` is where they go for now; None: where the request has them.
        """
        sink, destination = self._opened(layer, staged)
        filling = Filling(sink, executor)
        del sink  # the end of its life closes the file
        try:
            filling.fill(layer.features())
        except SinkError as error:
            raise self._unwritten(layer, str(error)) from None
        return destination, filling

    def _asking(self, layer: OutputLayer) -> OutputLayer:
        """Features that hear a cancel; some are dissolved from thousands of areas."""
        if self.progress is SILENT:
            return layer

        def features() -> Iterator[QgsFeature]:
            asked = -math.inf
            for feature in layer.features():
                if (now := time.monotonic()) - asked > _UNASKED_S:
                    asked = now
                    self.progress.stop_if_cancelled()
                yield feature

        return replace(layer, features=features)

    def _opened(
        self, layer: OutputLayer, staged: QgsProcessingOutputLayerDefinition | None
    ) -> tuple[QgsFeatureSink, str]:
        """A sink for the features, and where they will be."""
        algorithm, context = self.request.algorithm, self.request.context
        parameters = self.request.parameters | ({} if staged is None else {layer.name: staged})
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

    def _staged(self, name: str, staged: str) -> QgsProcessingOutputLayerDefinition:
        """Another destination for an output, with all else that was asked of it."""
        given = self.request.parameters.get(name)
        definition = QgsProcessingOutputLayerDefinition(staged)
        if isinstance(given, QgsProcessingOutputLayerDefinition):
            definition.createOptions = given.createOptions
            if given.useRemapping():
                definition.setRemappingDefinition(given.remappingDefinition())
        return definition

    def _is_shared(self, place: FilePlace) -> bool:
        """Whether several outputs go to one file."""
        texts = (
            destination_text(self.request, definition)
            for definition in self.request.algorithm.destinationParameterDefinitions()
        )
        places = [other for text in texts if (other := FilePlace.of(text)) is not None]
        return [other.key for other in places].count(place.key) > 1

    def _count(self, layer: OutputLayer, destination: str, count: int) -> None:
        """Refuse a file that does not hold all features."""
        try:
            self._refuse_lost_rows(layer, count, row_count(destination))
        except FileNotFoundError:
            raise self._unwritten(layer, tr("there is no file")) from None

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
