"""Attributes of features: fields by name, plain values, weights."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsFields, QgsProcessingFeedback, QgsVariantUtils

from ...core.arrays import FloatArray, IntArray
from ...core.errors import InvalidInput, name_some
from ...core.ids import id_key
from ..texts import counted, tr


def is_null(value: Any) -> bool:
    """Whether an attribute is NULL."""
    return QgsVariantUtils.isNull(value)


def plain_value(value: Any) -> Any:
    """A value as plain Python, None for NULL."""
    if is_null(value):
        return None
    return value.item() if isinstance(value, np.generic) else value


def field_index(fields: QgsFields, name: str, layer: str, parameter: str = "") -> int:
    """Index of a field.

    Parameters
    ----------
    fields : QgsFields
    name : str
        The field that is wanted.
    layer : str
        Whose fields they are, for the message.
    parameter : str
        The parameter that names the field, where it is not plain from the layer.

    Raises
    ------
    InvalidInput
        If there is no such field.
    """
    index = fields.lookupField(name)
    if index >= 0:
        return index
    values = {"layer": layer, "field": name, "names": ", ".join(fields.names()) or "–"}
    if parameter:
        raise InvalidInput(
            "{parameter}: {layer} has no field '{field}'. Its fields are: {names}.",
            parameter=parameter,
            **values,
        )
    raise InvalidInput("{layer} has no field '{field}'. Its fields are: {names}.", **values)


def attribute_values(features: Sequence[QgsFeature], index: int) -> list[Any]:
    """Value of a field for each feature; None for NULL, for empty text and for NaN."""
    values = (plain_value(feature[index]) for feature in features)
    return [
        None if value is None or not id_key(value) or value != value else value for value in values
    ]


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


def numeric_field_index(fields: QgsFields, name: str, layer: str) -> int:
    """Index of a field of numbers.

    Raises
    ------
    InvalidInput
        If there is no such field, or it holds something else.
    """
    index = field_index(fields, name, layer)
    if not fields.at(index).isNumeric():
        raise InvalidInput(
            "{layer}: field '{field}' holds {type}, not numbers. Choose a numeric field, or "
            "convert it with the field calculator (to_real).",
            layer=layer,
            field=name,
            type=fields.at(index).friendlyTypeString(),
        )
    return index


def weight_values(
    features: Sequence[QgsFeature],
    index: int,
    ids: Sequence[Any],
    feedback: QgsProcessingFeedback,
    parameter: str = "",
) -> FloatArray:
    """Weights (n,) in a field of numbers; NULL counts as 0, and is told.

    ``parameter`` is what the dialog calls the parameter that names the field.

    Raises
    ------
    InvalidInput
        If weights are negative or not finite.
    """
    values = [plain_value(feature[index]) for feature in features]
    weights = np.array([0.0 if value is None else float(value) for value in values])
    nulls = values.count(None)
    name = features[0].fields().at(index).name() if features else ""
    parameter = parameter or tr("Field")
    infinite = [ids[i] for i in np.flatnonzero(~np.isfinite(weights))]
    if infinite:
        raise InvalidInput.counted(
            len(infinite),
            "{parameter}: '{field}' is not finite in {count} feature ({ids}). Weights must be 0 "
            "or more: correct or exclude this feature.",
            "{parameter}: '{field}' is not finite in {count} features (first ids {ids}). Weights "
            "must be 0 or more: correct or exclude these features.",
            field=name,
            parameter=parameter,
            ids=name_some(infinite),
        )
    negative = [ids[i] for i in np.flatnonzero(weights < 0.0)]
    if negative:
        raise InvalidInput.counted(
            len(negative),
            "{parameter}: '{field}' is negative in {count} feature ({ids}). Weights must be 0 or "
            "more: correct or exclude this feature.",
            "{parameter}: '{field}' is negative in {count} features (first ids {ids}). Weights "
            "must be 0 or more: correct or exclude these features.",
            field=name,
            parameter=parameter,
            ids=name_some(negative),
        )
    if nulls:
        feedback.pushWarning(
            counted(
                nulls,
                "{parameter}: '{field}' is NULL in {count} feature, which counts as 0.",
                "{parameter}: '{field}' is NULL in {count} features, which count as 0.",
                field=name,
                parameter=parameter,
            )
        )
    return weights


def bound_values(
    features: Sequence[QgsFeature], index: int, ids: Sequence[Any], parameter: str
) -> FloatArray:
    """Bounds (n,) in a field of numbers, each 0 or more; NaN for NULL, where there is none.

    Raises
    ------
    InvalidInput
        If bounds are negative or not finite.
    """
    values = [plain_value(feature[index]) for feature in features]
    bounds = np.array([np.nan if value is None else float(value) for value in values])
    given = np.array([value is not None for value in values], dtype=bool)
    wrong = np.flatnonzero(given & ~((bounds >= 0.0) & np.isfinite(bounds)))
    if wrong.size:
        raise InvalidInput.counted(
            int(wrong.size),
            "{parameter}: '{field}' is negative or no number in {count} feature ({ids}). Give a "
            "number of 0 or more, or leave it empty.",
            "{parameter}: '{field}' is negative or no number in {count} features ({ids}). Give "
            "numbers of 0 or more, or leave them empty.",
            parameter=parameter,
            field=features[0].fields().at(index).name(),
            ids=name_some([ids[i] for i in wrong]),
        )
    return bounds


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
