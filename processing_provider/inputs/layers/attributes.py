"""Attributes of features: fields by name, plain values."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsFields, QgsVariantUtils
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QMetaType, Qt, QTime

from ....core.arrays import FloatArray, IntArray
from ....core.errors import InvalidInput, name_some
from ....core.ids import id_key
from ....core.texts import Text


def is_null(value: Any) -> bool:
    """Whether an attribute is NULL."""
    return QgsVariantUtils.isNull(value)


_PLAIN = (str, int, float)


def plain_value(value: Any) -> Any:
    """A value as plain Python, None for NULL."""
    if type(value) in _PLAIN:  # asking QGIS about each takes ten times as long
        return value
    if is_null(value):
        return None
    return value.item() if isinstance(value, np.generic) else value


def spelled(value: Any) -> str:
    """A value as ids are compared, and as a user reads it: dates and times as ISO 8601."""
    if isinstance(value, (QDate, QTime, QDateTime)):
        return value.toString(Qt.DateFormat.ISODate)
    if isinstance(value, (list, tuple)):
        return ", ".join(map(spelled, value))
    if isinstance(value, QByteArray):
        return bytes(value.toHex()).decode("ascii")
    return id_key(value)


def field_index(fields: QgsFields, name: str, layer: str, parameter: str = "") -> int:
    """Index of a field.

    Parameters
    ----------
    fields : QgsFields
    name : str
        The field that is wanted.
    layer : str
        What messages call the parameter whose fields they are.
    parameter : str
        What they call the parameter that names the field, where it is not plain from the layer.

    Raises
    ------
    InvalidInput
        If there is no such field.
    """
    index = fields.lookupField(name)
    if index >= 0:
        return index
    if fields.isEmpty():
        remedy = Text.of("It has no fields at all: choose another layer, or add the field.")
    else:
        remedy = Text.of("Choose one of its fields: {names}.", names=", ".join(fields.names()))
    values = {"layer": layer, "field": name, "remedy": remedy}
    if parameter:
        raise InvalidInput(
            "{parameter}: {layer} has no field '{field}'. {remedy}", parameter=parameter, **values
        )
    raise InvalidInput("{layer} has no field '{field}'. {remedy}", **values)


def attribute_values(features: Sequence[QgsFeature], index: int) -> list[Any]:
    """Value of a field for each feature; None for NULL, for empty text and for NaN."""
    values = (plain_value(feature.attribute(index)) for feature in features)
    return [
        None if value is None or not id_key(value) or value != value else value for value in values
    ]


def refuse_unusable_type(fields: QgsFields, index: int, parameter: str) -> None:
    """Refuse a field of dates, lists or the like, where numbers, texts or yes and no count.

    Raises
    ------
    InvalidInput
    """
    field = fields.at(index) if index >= 0 else None
    if field is None or field.isNumeric():
        return
    if field.type() not in (QMetaType.Type.QString, QMetaType.Type.Bool):
        raise InvalidInput(
            "{parameter}: the field '{field}' holds {type}, not numbers or texts. Choose another "
            "field, or convert it with the field calculator (to_string, to_real).",
            parameter=parameter,
            field=field.name(),
            type=field.friendlyTypeString(),
        )


def refuse_unusable_names(
    values: Sequence[Any], ids: Sequence[Any], field: str, parameter: str
) -> None:
    """Refuse values that cannot tell territories or groups apart, such as lists and dates.

    Parameters
    ----------
    values : sequence
        One per feature, None for none.
    ids : sequence
        Of the features, for the message.

    Raises
    ------
    InvalidInput
    """
    wrong = [
        identifier
        for identifier, value in zip(ids, values)
        if value is not None
        and (
            not isinstance(value, (str, int, float))
            or (isinstance(value, float) and not math.isfinite(value))
        )
    ]
    if wrong:
        raise InvalidInput.counted(
            len(wrong),
            "{parameter}: a value of the field '{field}' is neither a text nor a finite number in "
            "{count} feature ({ids}). Correct it, or choose another field (to_string in the field "
            "calculator makes texts of dates and lists).",
            "{parameter}: values of the field '{field}' are neither texts nor finite numbers in "
            "{count} features (first ids {ids}). Correct them, or choose another field (to_string "
            "in the field calculator makes texts of dates and lists).",
            parameter=parameter,
            field=field,
            ids=name_some(wrong),
        )


def settled_order(
    order: IntArray, compared: FloatArray, features: Sequence[QgsFeature]
) -> IntArray:
    """An order of features with those that are alike sorted by all their attributes.

    What is alike in these as well may change places without any difference; only the feature id,
    which follows from the order of reading, must not decide.

    Parameters
    ----------
    order : ndarray of int, shape (n,)
        Order by ``compared``.
    compared : ndarray of float, shape (n, d)
        Place and weights of each feature.
    features : sequence of QgsFeature
    """
    ordered = compared[order]
    starts = np.flatnonzero(np.append(True, (ordered[1:] != ordered[:-1]).any(axis=1)))
    if len(starts) >= len(order):
        return order
    settled = order.tolist()
    for first, last in zip(starts, [*starts[1:], len(order)]):
        if last - first > 1:
            settled[first:last] = sorted(
                settled[first:last], key=lambda row: _attributes_key(features[row])
            )
    return np.array(settled, dtype=np.int64)


def _attributes_key(feature: QgsFeature) -> list[str]:
    names = feature.fields().names()
    return [
        repr(plain_value(value))
        for name, value in zip(names, feature.attributes())
        if name.lower() not in ("fid", "ogc_fid")
    ]
