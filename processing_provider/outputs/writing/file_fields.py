"""Fields whose values QGIS cannot write into files, such as JSON: they go out as texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from qgis.core import QgsFeature, QgsFields, QgsProcessingFeedback
from qgis.PyQt.QtCore import QByteArray, QMetaType

from ...common.fields import text_field
from ...common.texts import tr
from ...inputs.layers.attributes import is_null

# Formats that hold no bytes.
_WITHOUT_BYTES = (".shp", ".dbf")


def as_files_hold(
    fields: QgsFields,
    make_features: Callable[[], Iterable[QgsFeature]],
    suffix: str,
    feedback: QgsProcessingFeedback,
) -> tuple[QgsFields, Callable[[], Iterable[QgsFeature]]]:
    """A layer as a file can hold it: what it has no type for becomes text.

    QGIS reads JSON from files as objects and lists, but writes it into none.

    Parameters
    ----------
    suffix : str
        Of the file, in small letters.

    Returns
    -------
    fields : QgsFields
    features : callable
        Makes the features.
    """
    spelt = [number for number, field in enumerate(fields.toList()) if _is_text(field, suffix)]
    return _with_texts(fields, make_features, spelt, feedback)


def as_temporary_layers_hold(
    fields: QgsFields,
    make_features: Callable[[], Iterable[QgsFeature]],
    feedback: QgsProcessingFeedback,
) -> tuple[QgsFields, Callable[[], Iterable[QgsFeature]]]:
    """A layer as the memory can hold it: JSON that holds more than objects becomes text.

    QGIS reads lists into fields of objects, but a temporary layer takes no lists in them.

    Returns
    -------
    fields : QgsFields
    features : callable
        Makes the features.
    """
    types = [field.type() for field in fields.toList()]
    objects = [number for number, one in enumerate(types) if one == QMetaType.Type.QVariantMap]
    if not objects:
        return fields, make_features
    features = list(make_features())
    mixed = [
        number
        for number in objects
        if not all(
            isinstance(value, dict) or is_null(value)
            for value in (feature.attribute(number) for feature in features)
        )
    ]
    return _with_texts(fields, lambda: features, mixed, feedback)


def _with_texts(
    fields: QgsFields,
    make_features: Callable[[], Iterable[QgsFeature]],
    spelt: list[int],
    feedback: QgsProcessingFeedback,
) -> tuple[QgsFields, Callable[[], Iterable[QgsFeature]]]:
    """The layer with some of its fields as texts."""
    if not spelt:
        return fields, make_features
    kept = QgsFields()
    for number, field in enumerate(fields.toList()):
        kept.append(text_field(field.name()) if number in spelt else field)
    names = [fields.at(number).name() for number in spelt]
    feedback.pushInfo(
        tr("Written as text, for which the output has no type of its own: {names}.").format(
            names=", ".join(tr("“{name}”").format(name=name) for name in names)
        )
    )
    return kept, lambda: _spelt(make_features(), kept, spelt)


def _is_text(field: Any, suffix: str) -> bool:
    is_bytes = field.type() == QMetaType.Type.QByteArray
    return field.type() == QMetaType.Type.QVariantMap or (is_bytes and suffix in _WITHOUT_BYTES)


def _spelt(
    features: Iterable[QgsFeature], fields: QgsFields, spelt: list[int]
) -> Iterator[QgsFeature]:
    for feature in features:
        written = QgsFeature(fields)
        written.setGeometry(feature.geometry())
        values = feature.attributes()
        for number in spelt:
            values[number] = _text_of(values[number])
        written.setAttributes(values)
        yield written


def _text_of(value: Any) -> str | None:
    if is_null(value) or isinstance(value, str):
        return value if isinstance(value, str) else None
    if isinstance(value, (bytes, QByteArray)):
        return bytes(value).hex()
    return json.dumps(value, ensure_ascii=False, default=str)
