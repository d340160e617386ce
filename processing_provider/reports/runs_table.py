"""The output RUNS: what a run was and what came of it, as one row among those of other runs."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QFileSystemWatcher

from ..common.request import Request
from ..common.texts import tr
from ..outputs.writing.loading import style_on_load
from ..outputs.writing.places import FilePlace, destination_text
from ..outputs.writing.runs_file import LEADING, RunsFile
from .parameters import RUNS
from .run_record import is_given, value_text

_FIGURES = (QgsProcessingOutputNumber, QgsProcessingOutputString, QgsProcessingOutputBoolean)
_WITH_NUMBERS = "|option:AUTODETECT_TYPE=YES"  # else GDAL takes all columns for texts
_FORMAT = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True)
class RunsTable:
    """One run's place in the table of runs.

    Attributes
    ----------
    file : RunsFile
    request : Request
    started : datetime
    """

    file: RunsFile
    request: Request
    started: datetime = field(default_factory=lambda: datetime.now().astimezone())
    _clock: float = field(default_factory=time.perf_counter)

    @classmethod
    def wanted(cls, request: Request) -> RunsTable | None:
        """The table, if one is wanted.

        None where another output goes to its place, too: that run is refused, and its row must
        not be what is found there.

        Raises
        ------
        InvalidInput
            If the file holds something else.
        """
        path = request.file_output(RUNS) if request.declares(RUNS) else ""
        if not path:
            return None
        place = FilePlace(Path(path).resolve())
        others = filter(None, map(FilePlace.of, places_of(request).values()))
        if place.key in {other.key for other in others}:
            return None
        table = cls(RunsFile(place.path), request)
        table.file.refuse_another()
        return table

    def add(self, results: dict[str, Any], refusal: str | None) -> dict[str, Any]:
        """Add the row; the output by its id.

        A file that cannot be written ends in a warning: the result is worth more than its row.
        """
        request, algorithm = self.request, self.request.algorithm
        cancelled = request.feedback.isCanceled()
        row = {
            "started": f"{self.started:{_FORMAT}}",
            "seconds": f"{time.perf_counter() - self._clock:.1f}",
            "algorithm": algorithm.id(),
            "outcome": refusal or (tr("cancelled") if cancelled else tr("done")),
        }
        row |= parameters_of(request) | places_of(request) | figures_of(algorithm, results)
        order = [*LEADING, *(one.name() for one in algorithm.parameterDefinitions())]
        order += [one.name() for one in algorithm.outputDefinitions()]
        try:
            self.file.add(row, order, defaults_of(request))
        except OSError as error:
            request.feedback.pushWarning(
                tr(
                    "“Table of runs” (RUNS): the run could not be added to '{path}' ({reason}). "
                    "Close it in other programs. The layers of the run are whole."
                ).format(path=self.file.path, reason=error.strerror or str(error))
            )
            return {}
        return {RUNS: str(self.file.path)}

    def show(self, context: QgsProcessingContext) -> None:
        """Have it loaded into the project once; later runs show in the layer that is there.

        In the thread of the window only. What loads results are dialogs, not scripts.
        """
        project, path = context.project(), str(self.file.path)
        if project is None:
            return
        titles = column_titles(self.request.algorithm)
        there = [layer for layer in project.mapLayers().values() if _is_from(layer, path)]
        for layer in there:
            _follow(layer, path, titles)
        if there:
            return
        details = QgsProcessingContext.LayerDetails(tr("Table of runs"), project, RUNS)
        context.addLayerToLoadOnCompletion(path, details)
        style_on_load(context, path, lambda layer: _follow(layer, path, titles))


def parameters_of(request: Request) -> dict[str, str]:
    """Parameters that were given and are not what they are by default, as the dialog shows them."""
    defaults = defaults_of(request)
    given = {
        one.name(): value_text(request, one, request.given(one.name()))
        for one in _inputs(request.algorithm)
        if is_given(request, one)
    }
    return {name: text for name, text in given.items() if text != defaults[name]}


def defaults_of(request: Request) -> dict[str, str]:
    """What parameters are where nothing is said; those without a default are empty."""
    return {
        one.name(): value_text(request, one, one.defaultValue())
        for one in _inputs(request.algorithm)
    }


def places_of(request: Request) -> dict[str, str]:
    """Files that the run writes."""
    places = {}
    for definition in request.algorithm.destinationParameterDefinitions():
        text = destination_text(request, definition)
        if definition.name() != RUNS and FilePlace.of(text) is not None:
            places[definition.name()] = text
    return places


def figures_of(algorithm: QgsProcessingAlgorithm, results: dict[str, Any]) -> dict[str, str]:
    """Numbers and texts that came out."""
    return {
        one.name(): str(results[one.name()])
        for one in algorithm.outputDefinitions()
        if isinstance(one, _FIGURES) and one.name() in results
    }


def _inputs(algorithm: QgsProcessingAlgorithm) -> list[QgsProcessingParameterDefinition]:
    return [one for one in algorithm.parameterDefinitions() if not one.isDestination()]


def column_titles(algorithm: QgsProcessingAlgorithm) -> dict[str, str]:
    """Titles of the columns: those of the dialog and of the log."""
    titles = {
        "run": tr("Run"),
        "started": tr("Started"),
        "seconds": tr("Seconds"),
        "algorithm": tr("Algorithm"),
        "outcome": tr("Outcome"),
    }
    titles |= {one.name(): one.description() for one in algorithm.outputDefinitions()}
    titles |= {one.name(): one.description() for one in algorithm.parameterDefinitions()}
    return titles


def _is_from(layer: QgsMapLayer, path: str) -> bool:
    place = FilePlace.of(layer.source())
    return isinstance(layer, QgsVectorLayer) and place == FilePlace.of(path)


def _follow(layer: QgsVectorLayer, path: str, titles: dict[str, str]) -> None:
    """Show what the file holds, now and when a run adds to it."""
    if _WITH_NUMBERS not in layer.source():
        layer.setDataSource(f"{path}{_WITH_NUMBERS}", layer.name(), layer.providerType())
    if layer.findChild(QFileSystemWatcher) is None:
        # Qt calls its own slot. A function of Python that holds the layer would be in a circle
        # with it, which Python takes apart while Qt goes on calling it.
        QFileSystemWatcher([path], layer).fileChanged.connect(layer.reload)
    layer.reload()
    for index, field_of_table in enumerate(layer.fields().toList()):
        title = titles.get(field_of_table.name(), "")
        if title and not field_of_table.alias():
            layer.setFieldAlias(index, title)
