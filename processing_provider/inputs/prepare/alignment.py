"""Parameters and values of territory:importassignment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
)

from ....core.errors import InvalidInput
from ....core.ids import id_key
from ....core.plan.alignment import Matched, matched, read_alignment
from ...common.texts import tr
from ..layers.units import SpatialUnits, read_units
from ..parameters import explained, output_layer, places_source
from ..reader import ParameterReader


class AlignmentParameters:
    """Everything that territory:importassignment asks for."""

    INPUT = "INPUT"
    ID_FIELD = "ID_FIELD"
    FILE = "FILE"
    OUTPUT = "OUTPUT"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters."""
        for definition in (
            explained(
                places_source(cls.INPUT, tr("Areas or customers")),
                tr("Polygons or points that get their territory from the file."),
            ),
            explained(
                QgsProcessingParameterField(
                    cls.ID_FIELD,
                    tr("Field that identifies an area or customer"),
                    parentLayerParameterName=cls.INPUT,
                ),
                tr("Its values stand in the first column of the file. Each is there once."),
            ),
            explained(
                QgsProcessingParameterFile(
                    cls.FILE,
                    tr("Alignment file"),
                    fileFilter=tr("Text files (*.csv *.txt *.tsv);;All files (*)"),
                ),
                tr(
                    "A CSV file with area_id,territory and, if you like, locked (1 or 0), with or "
                    "without a header line. Comma, semicolon, tab and bar divide values. Ids are "
                    "texts: zeros in front of a number stay."
                ),
            ),
            explained(
                output_layer(
                    cls.OUTPUT,
                    tr("Areas by territory"),
                    Qgis.ProcessingSourceType.VectorAnyGeometry,
                    optional=False,
                ),
                tr("The input with the territory and, where the file says so, what is locked."),
            ),
        ):
            algorithm.addParameter(definition)


@dataclass(frozen=True)
class AlignedAreas:
    """What one run read."""

    units: SpatialUnits
    matched: Matched


def collect(run: ParameterReader) -> AlignedAreas:
    """Read the layer and the file, and bring them together by id.

    Raises
    ------
    InvalidInput
        If one of them cannot be used, or nothing in them agrees.
    """
    names = AlignmentParameters
    units = read_units(
        run.required_source(names.INPUT),
        run.context,
        run.feedback,
        id_field=run.text(names.ID_FIELD),
    )
    units.refuse_if_empty()
    path = run.algorithm.parameterAsFile(run.parameters, names.FILE, run.context)
    alignment = read_alignment(text_of(path), {id_key(value) for value in units.ids})
    return AlignedAreas(units, matched(alignment, units.ids))


def text_of(path: str) -> str:
    """The text of a file in UTF-8, UTF-16 (as Excel exports it) or Windows' Latin letters."""
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise InvalidInput(
            "“Alignment file” (FILE) '{path}' cannot be read: {reason}. Choose another file.",
            path=path,
            reason=error.strerror or str(error),
        ) from error
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
