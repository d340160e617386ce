"""Names for territories that nobody known is left for, in the field of those who are known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsField
from qgis.PyQt.QtCore import QMetaType

from ....core.errors import InvalidInput
from ....core.plan.names import new_names

# Doubles are exact up to here.
_LARGEST_EXACT = 2**53
_LARGEST_NAMES = {
    QMetaType.Type.Int: 2**31 - 1,
    QMetaType.Type.UInt: 2**32 - 1,
    QMetaType.Type.LongLong: 2**63 - 1,
}


def names_of_new(known: Sequence[Any], count: int, field: QgsField, parameter: str) -> list[Any]:
    """Names for ``count`` more territories: further numbers, or "new 1" and so on.

    Parameters
    ----------
    known : sequence
        Names that are taken.
    count : int
    field : QgsField
        Holds the known names, and has to hold the new ones.
    parameter : str
        What messages call the parameter that names the field.

    Raises
    ------
    InvalidInput
        If names are wanted, but the field can hold neither numbers nor texts.
    """
    if count <= 0:
        return []
    if field.type() == QMetaType.Type.QString:
        return list(new_names(known, count, None))
    if field.isNumeric():
        return list(new_names(known, count, _LARGEST_NAMES.get(field.type(), _LARGEST_EXACT)))
    raise InvalidInput.counted(
        count,
        "{count} territory more than there are representatives needs a new name, but the field "
        "that names them, {parameter}, holds values of the type {type}. Choose a field of texts "
        "or whole numbers.",
        "{count} territories more than there are representatives need new names, but the field "
        "that names them, {parameter}, holds values of the type {type}. Choose a field of texts "
        "or whole numbers.",
        parameter=parameter,
        type=field.friendlyTypeString(),
    )
