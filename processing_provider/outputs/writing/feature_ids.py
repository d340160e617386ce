"""Fields called ``fid``, which GeoPackages keep for the numbers of their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from qgis.core import QgsFeature, QgsFields, QgsProcessingFeedback
from qgis.PyQt.QtCore import QMetaType

from ...common.fields import like_field
from ...common.texts import tr
from ...inputs.layers.attributes import plain_value
from .fields import free_name

ROW_NUMBER = "fid"
_WHOLE = {
    QMetaType.Type.Int,
    QMetaType.Type.UInt,
    QMetaType.Type.LongLong,
    QMetaType.Type.ULongLong,
}


def numbered_anew(
    fields: QgsFields,
    make_features: Callable[[], Iterable[QgsFeature]],
    feedback: QgsProcessingFeedback,
) -> tuple[QgsFields, Callable[[], Iterable[QgsFeature]]]:
    """A layer as a GeoPackage can hold it: what cannot number its rows gets another name.

    Returns
    -------
    fields : QgsFields
    features : callable
        Makes the features.
    """
    index = fields.lookupField(ROW_NUMBER)
    if index < 0:
        return fields, make_features
    features = list(make_features())
    if _numbers_rows(fields, index, features):
        return fields, lambda: features
    names = fields.names()
    name = free_name(ROW_NUMBER, names)
    feedback.pushWarning(
        tr(
            "The field “{field}” cannot number the rows of a GeoPackage (it repeats, or holds no "
            "whole numbers from 0): its values are in “{name}”, and the rows are numbered anew."
        ).format(field=names[index], name=name)
    )
    renamed = QgsFields()
    for number, field in enumerate(fields.toList()):
        renamed.append(like_field(name, field) if number == index else field)
    return renamed, lambda: _with_fields(features, renamed)


def _numbers_rows(fields: QgsFields, index: int, features: Iterable[QgsFeature]) -> bool:
    if fields.at(index).type() not in _WHOLE:
        return False
    values = (feature[index] for feature in features)
    # Whole numbers, which most are, need no conversion: it takes ten times as long.
    known = (value if type(value) is int else plain_value(value) for value in values)
    given = [value for value in known if value is not None]
    return len(set(given)) == len(given) and min(given, default=0) >= 0


def _with_fields(features: Iterable[QgsFeature], fields: QgsFields) -> Iterator[QgsFeature]:
    for feature in features:
        renamed = QgsFeature(fields)
        renamed.setGeometry(feature.geometry())
        renamed.setAttributes(feature.attributes())
        yield renamed
