"""The areas of territory:importassignment, and the file that says whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ....core.errors import InvalidInput
from ....core.ids import id_key
from ....core.plan.alignment import Matched, matched, read_alignment
from ...common.request import Request
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from .parameters import AlignmentParameters


@dataclass(frozen=True)
class AlignedAreas:
    """What one run read."""

    units: SpatialUnits
    matched: Matched


def collect(request: Request) -> AlignedAreas:
    """Read the layer and the file, and bring them together by id.

    Raises
    ------
    InvalidInput
        If one of them cannot be used, or nothing in them agrees.
    """
    ours = AlignmentParameters
    units = read_layer(request, ours.INPUT, id_field=request.text(ours.ID_FIELD))
    path = request.file(ours.FILE)
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
