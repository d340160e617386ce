"""Fields of the features that go out, and the features with their values."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import Qgis, QgsFeature, QgsField, QgsFields, QgsGeometry, QgsPointXY

from ...common.fields import (
    BEFORE_FIELD,
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
    text_field,
)
from ...inputs.layers.attributes import plain_value
from ...inputs.layers.units import SpatialUnits

_BEFORE = "_before"
# Of a feature that is in no layer yet: with the input's, files would number their rows by it.
_NO_ID = QgsFeature().id()
_WANTED = "territory_design: "


@dataclass(frozen=True)
class AssignmentSchema:
    """Fields of the features that go out with their territory.

    The input's own ``territory`` moves to ``territory_before``. No other field of the input is
    lost: where one has the name of a field that is written now, it moves, too, if there was a
    territory before (``distance_m`` to ``distance_m_before``), for then it tells of that one;
    else it stays, and the new field gets the next free name.

    Attributes
    ----------
    fields : QgsFields
    given : int
        Number of the input's fields.
    kept : tuple of int
        Fields of the input that go out as the first ones.
    before : int
        Field of the input that holds the territory before; -1 without one.
    moved : tuple of int
        Fields of the input that tell of the territory before.
    names : dict
        Name under which each further field is written, by the name it should have.
    """

    fields: QgsFields
    given: int
    kept: tuple[int, ...]
    before: int
    moved: tuple[int, ...]
    names: dict[str, str]

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
        old = [field.name().lower() for field in input_fields.toList()]
        repeated = plan_field.lower() == TERRITORY_FIELD
        had_territory = TERRITORY_FIELD in old
        before = old.index(TERRITORY_FIELD) if had_territory and not repeated else -1
        wanted = [field.name().lower() for field in extra]
        moved = tuple(old.index(name) for name in wanted if had_territory and name in old)
        # What a run before the last one has left gives way to what the last one has left.
        gone = {f"{old[index]}{_BEFORE}" for index in moved if BEFORE_FIELD in old}
        gone |= {TERRITORY_FIELD, *(old[index] for index in moved)}
        if before >= 0:
            gone.add(BEFORE_FIELD)
        kept = tuple(index for index, name in enumerate(old) if name not in gone)
        fields = QgsFields()
        for index in kept:
            fields.append(input_fields.at(index))
        fields.append(like_field(TERRITORY_FIELD, territory))
        if before >= 0:
            fields.append(like_field(BEFORE_FIELD, input_fields.at(before)))
        names = {}
        for field in extra:
            index = append_field(fields, QgsField(field))
            names[field.name()] = fields.at(index).name()
        for index in moved:
            field = input_fields.at(index)
            append_field(fields, like_field(f"{field.name()}{_BEFORE}", field))
        return cls(fields, len(old), kept, before, moved, names)

    def feature(
        self, original: QgsFeature, territory: Any, extra: Sequence[Any] = ()
    ) -> QgsFeature:
        """The input's feature with its territory; what goes out as it came in is not touched."""
        added = [territory]
        if self.before >= 0:
            added.append(original.attribute(self.before))
        added += extra
        added += [original.attribute(index) for index in self.moved]
        feature = QgsFeature(original)
        feature.setId(_NO_ID)
        feature.setFields(self.fields, False)
        for index in self._left_out:
            feature.deleteAttribute(index)
        feature.padAttributes(len(added))
        for index, value in enumerate(added, len(self.kept)):
            feature.setAttribute(index, value)
        return feature

    @cached_property
    def _left_out(self) -> list[int]:
        """Fields of the input that do not go out among the first ones, from the last."""
        kept = set(self.kept)
        return [index for index in reversed(range(self.given)) if index not in kept]


def assigned_features(
    units: SpatialUnits,
    schema: AssignmentSchema,
    names: TerritoryNames,
    labels: NDArray,
    extra: Sequence[NDArray] = (),
) -> Iterable[QgsFeature]:
    """Input features with their territory, in the order in which they came in.

    ``extra`` are (n,) columns; NaN and inf become NULL.
    """
    columns = [output_values(np.asarray(column)) for column in extra]
    nothing = [None] * len(columns)
    for feature, index in as_they_came(units):
        if index is None:
            yield schema.feature(feature, None, nothing)
        else:
            values = [column[index] for column in columns]
            yield schema.feature(feature, names.of(int(labels[index])), values)


def as_they_came(units: SpatialUnits) -> list[tuple[QgsFeature, int | None]]:
    """All features in the order in which they came in, and the number of each that has a place."""
    rows: list[tuple[QgsFeature, int | None]] = [
        (feature, index) for index, feature in enumerate(units.features)
    ]
    rows += [(feature, None) for feature in units.without_location]
    arrival = np.concatenate([units.arrival, units.arrival_without])
    return [rows[number] for number in np.argsort(arrival, kind="stable")]


def output_values(column: NDArray) -> list[Any]:
    """A column (n,) as attributes; numbers, which most are, all at once."""
    values = column.tolist()
    if column.dtype.kind in "biu":
        return values
    if column.dtype.kind != "f":
        return [output_value(value) for value in values]
    for index in np.flatnonzero(~np.isfinite(column)).tolist():
        values[index] = None
    return values


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


def renamed_fields(fields: QgsFields) -> dict[str, str]:
    """Names of the fields that could not have their own, by the names they should have had."""
    renamed = {}
    for field in fields.toList():
        note = field.metadata(Qgis.FieldMetadataProperty.CustomProperty)
        if isinstance(note, str) and note.startswith(_WANTED):
            renamed[note[len(_WANTED) :]] = field.name()
    return renamed


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, or with a number behind it the next one that is free."""
    # GeoPackages keep "fid" for themselves.
    used = {"fid", *(existing.lower() for existing in taken)}
    free, number = name, 2
    while free.lower() in used:
        free, number = f"{name}_{number}", number + 1
    return free


def append_field(fields: QgsFields, field: QgsField) -> int:
    """Append a field, under another name if its own is taken; returns its index.

    The field remembers the name it should have had: see :func:`renamed_fields`.
    """
    wanted, free = field.name(), free_name(field.name(), fields.names())
    if free != wanted:
        field.setMetadata(Qgis.FieldMetadataProperty.CustomProperty, _WANTED + wanted)
        field.setName(free)
    fields.append(field)
    return fields.count() - 1
