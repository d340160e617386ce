"""Where outputs go: files, tables in them, and what of it contradicts itself."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProperty,
    QgsProviderRegistry,
)

from ....core.errors import InvalidInput
from ...common.request import Request
from ...common.texts import tr
from .databases import database_table

# Formats that hold several layers in one file.
SHARED_FILES = (".gpkg",)
# Formats that cannot hold rows without geometry.
_GEOMETRY_ONLY = (".fgb",)
_TABLE_IN_FILE = re.compile(r"ogr:dbname='([^']*)'(?:\stable=\"([^\"]*)\")?")


@dataclass(frozen=True)
class FilePlace:
    """A file, or a table in one.

    Attributes
    ----------
    path : Path
        Absolute; of the file itself where a link leads to it.
    table : str
        Name of the table; empty for the file as a whole.
    """

    path: Path
    table: str = ""

    @classmethod
    def of(cls, destination: str) -> FilePlace | None:
        """The place that a destination names; None for memory and databases."""
        found = _TABLE_IN_FILE.match(destination)
        if found:
            return cls(_true_path(found.group(1)), found.group(2) or "")
        if not destination or destination.startswith(
            ("memory:", "ogr:", "TEMPORARY_OUTPUT", "QgsProcessing")
        ):
            return None
        if database_table(destination) is not None:
            return None
        path = Path(destination.split("|", 1)[0])
        is_path = path.is_absolute() or len(path.parts) > 1 or path.suffix
        return cls(_true_path(path)) if is_path else None

    @property
    def key(self) -> str:
        """The same for two spellings of one path."""
        return os.path.normcase(self.path)

    @property
    def shares(self) -> bool:
        """Whether the file can hold several layers."""
        return self.path.suffix.lower() in SHARED_FILES

    def why_not_writable(self) -> str:
        """What keeps the file from being written, "" if nothing does; tried, not asked."""
        path = self.path
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


def _true_path(path: str | Path) -> Path:
    return Path(os.path.realpath(path))


def is_wanted(request: Request, name: str) -> bool:
    """Whether an optional output was asked for: what it alone needs can be left undone."""
    definition = request.algorithm.parameterDefinition(name)
    return bool(destination_text(request, definition))


def destination_text(request: Request, definition: QgsProcessingParameterDefinition) -> str:
    """What a destination parameter says as text; empty if it is left out."""
    value = request.parameters.get(definition.name())
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.valueAsString(request.context.expressionContext(), "")[0]
    if value in (None, ""):
        value = definition.defaultValue()
    return value if isinstance(value, str) else ""


def refuse_unwritable_outputs(request: Request) -> None:
    """Find out before the work, not after it, that an output cannot be written.

    Raises
    ------
    InvalidInput
        Naming the output and the file, or the table.
    """
    algorithm, inputs = request.algorithm, input_places(request)
    places: dict[str, FilePlace] = {}
    for definition in algorithm.destinationParameterDefinitions():
        text = destination_text(request, definition)
        table, place = database_table(text), FilePlace.of(text)
        if table is not None:
            _refuse_unwritable(definition, table.name, table.why_not_writable())
        elif place is not None:
            places[definition.name()] = place
            _refuse_rows_without_geometry(definition, place)
            _refuse_unwritable(definition, str(place.path), place.why_not_writable())
    for name, place in places.items():
        _refuse_inputs(algorithm, name, place, inputs)
    _refuse_one_place_for_two(algorithm, places)


def _refuse_rows_without_geometry(
    definition: QgsProcessingParameterDefinition, place: FilePlace
) -> None:
    is_table = (
        isinstance(definition, QgsProcessingParameterFeatureSink)
        and definition.dataType() == Qgis.ProcessingSourceType.Vector
    )
    if is_table and place.path.suffix.lower() in _GEOMETRY_ONLY:
        raise InvalidInput(
            "Output “{output}” ({name}) is a table without geometry, which a file of the kind "
            "“{suffix}” cannot hold. Choose a GeoPackage (.gpkg) or a text file (.csv).",
            output=definition.description(),
            name=definition.name(),
            suffix=place.path.suffix,
        )


def _refuse_unwritable(
    definition: QgsProcessingParameterDefinition, place: str, problem: str
) -> None:
    if problem:
        raise InvalidInput(
            "Output “{output}” ({name}) cannot be written to '{path}': {problem}. Choose "
            "another place.",
            output=definition.description(),
            name=definition.name(),
            path=place,
            problem=problem,
        )


def _refuse_inputs(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    place: FilePlace,
    inputs: Mapping[str, FilePlace],
) -> None:
    for source, read in inputs.items():
        same_table = not place.table or not read.table or place.table == read.table
        if place.key == read.key and same_table:
            raise InvalidInput(
                "Output “{output}” ({name}) would overwrite '{path}', from which “{input}” "
                "({source}) is read. Choose another file, or another table in a GeoPackage.",
                output=algorithm.parameterDefinition(name).description(),
                name=name,
                path=str(place.path),
                input=algorithm.parameterDefinition(source).description(),
                source=source,
            )


def _refuse_one_place_for_two(
    algorithm: QgsProcessingAlgorithm, places: Mapping[str, FilePlace]
) -> None:
    layers = {
        definition.name()
        for definition in algorithm.destinationParameterDefinitions()
        if isinstance(definition, QgsProcessingParameterFeatureSink)
    }
    seen: dict[str, list[str]] = {}
    for name, place in places.items():
        for other in seen.setdefault(place.key, []):
            tables = {place.table, places[other].table}
            # Either each has a table of its own, or all of them get one.
            apart = len(tables) == 2 and "" not in tables
            together = tables == {""} and place.shares and {name, other} <= layers
            if not (apart or together):
                raise InvalidInput(
                    "Outputs “{first}” ({first_name}) and “{second}” ({second_name}) go to the "
                    "same place, '{path}', where one would overwrite the other. Choose another "
                    "place for one of them; one GeoPackage holds all layers of a run, but not "
                    "the report.",
                    first=algorithm.parameterDefinition(other).description(),
                    first_name=other,
                    second=algorithm.parameterDefinition(name).description(),
                    second_name=name,
                    path=str(place.path),
                )
        seen[place.key].append(name)


def input_places(request: Request) -> dict[str, FilePlace]:
    """Files from which the sources of a run are read, by the ids of their parameters."""
    places = {}
    for definition in request.algorithm.parameterDefinitions():
        if not isinstance(definition, QgsProcessingParameterFeatureSource):
            continue
        layer = request.layer(definition.name())
        if layer is None or not layer.isValid():
            continue
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        path = parts.get("path")
        if path:
            number = int(parts.get("layerId") or 0)
            table = parts.get("layerName") or _table(layer.providerType(), path, number)
            places[definition.name()] = FilePlace(_true_path(path), table)
    return places


def _table(provider: str, path: str, number: int) -> str:
    """Name of a table by its number; empty where a file holds but one layer."""
    if Path(path).suffix.lower() not in SHARED_FILES:
        return ""
    tables = QgsProviderRegistry.instance().providerMetadata(provider).querySublayers(path)
    return next((table.name() for table in tables if table.layerNumber() == number), "")
