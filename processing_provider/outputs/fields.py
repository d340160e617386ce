"""Fields of the features that go out, and the features with their values."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry, QgsPointXY

from ..fields import (
    BEFORE_FIELD,
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
    text_field,
)
from ..inputs.attributes import plain_value
from ..inputs.units import SpatialUnits


@dataclass(frozen=True)
class AssignmentSchema:
    """Fields of the features that go out with their territory.

    The input's own ``territory`` moves to ``territory_before``. Fields that an earlier run
    wrote under the names used now are replaced.
    """

    fields: QgsFields
    kept: tuple[int, ...]
    before: int

    @classmethod
    def create(
        cls,
        input_fields: QgsFields,
        territory: QgsField,
        extra: Sequence[QgsField] = (),
        plan_field: str = "",
    ) -> AssignmentSchema:
        """The fields that go out.

        Parameters
        ----------
        input_fields : QgsFields
        territory : QgsField
            A field like it holds the territory.
        extra : sequence of QgsField
            Further fields that are written.
        plan_field : str
            Field from which the territory is only repeated: if that is ``territory`` itself,
            it stays, and there is nothing before.
        """
        repeated = plan_field.lower() == TERRITORY_FIELD
        before = -1 if repeated else _lookup(input_fields, TERRITORY_FIELD)
        replaced = {TERRITORY_FIELD, *(field.name().lower() for field in extra)}
        if before >= 0:
            replaced.add(BEFORE_FIELD)
        kept = tuple(
            index
            for index in range(input_fields.count())
            if input_fields.at(index).name().lower() not in replaced
        )
        fields = QgsFields()
        for index in kept:
            fields.append(input_fields.at(index))
        fields.append(like_field(TERRITORY_FIELD, territory))
        if before >= 0:
            fields.append(like_field(BEFORE_FIELD, input_fields.at(before)))
        for field in extra:
            fields.append(field)
        return cls(fields, kept, before)

    def feature(
        self, original: QgsFeature, territory: Any, extra: Sequence[Any] = ()
    ) -> QgsFeature:
        feature = QgsFeature(self.fields)
        feature.setGeometry(original.geometry())
        attributes = original.attributes()
        values = [attributes[index] for index in self.kept]
        values.append(territory)
        if self.before >= 0:
            values.append(attributes[self.before])
        feature.setAttributes([*values, *extra])
        return feature


def _lookup(fields: QgsFields, name: str) -> int:
    lower = [field.name().lower() for field in fields.toList()]
    return lower.index(name) if name in lower else -1


def assigned_features(
    units: SpatialUnits,
    schema: AssignmentSchema,
    names: TerritoryNames,
    labels: NDArray,
    extra: Sequence[NDArray] = (),
) -> Iterable[QgsFeature]:
    """Input features with their territory; ``extra`` are (n,) columns, NaN and inf become NULL."""
    columns = [np.asarray(column).tolist() for column in extra]
    for index, feature in enumerate(units.features):
        values = [output_value(column[index]) for column in columns]
        yield schema.feature(feature, names.of(int(labels[index])), values)
    nothing = [None] * len(columns)
    for feature in units.without_location:
        yield schema.feature(feature, None, nothing)


def output_value(value: Any) -> Any:
    """A value as attribute: NaN and inf become NULL."""
    return None if isinstance(value, float) and not math.isfinite(value) else plain_value(value)


def point_feature(fields: QgsFields, coordinates: Sequence[float], values: list[Any]) -> QgsFeature:
    """A point feature; NaN coordinates give no geometry."""
    feature = QgsFeature(fields)
    x, y = (float(value) for value in coordinates)
    if x == x and y == y:
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
    feature.setAttributes([output_value(value) for value in values])
    return feature


def table_fields(**kinds: type) -> QgsFields:
    """Fields by name and Python type (int, float or str)."""
    makers = {int: integer_field, float: number_field, str: text_field}
    fields = QgsFields()
    for name, kind in kinds.items():
        fields.append(makers[kind](name))
    return fields


def table_feature(fields: QgsFields, values: Iterable[Any]) -> QgsFeature:
    """A row without geometry; NaN and inf become NULL."""
    feature = QgsFeature(fields)
    feature.setAttributes([output_value(value) for value in values])
    return feature


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, or with a number behind it the next one that is free."""
    # GeoPackages keep "fid" for themselves.
    used = {"fid", *(existing.lower() for existing in taken)}
    free, number = name, 2
    while free.lower() in used:
        free, number = f"{name}_{number}", number + 1
    return free


def append_field(fields: QgsFields, field: QgsField) -> int:
    """Append a field, under another name if its own is taken; returns its index."""
    field.setName(free_name(field.name(), fields.names()))
    fields.append(field)
    return fields.count() - 1
