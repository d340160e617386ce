"""Representatives: their ids, places and shares, and the cost of reaching the areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingFeedback,
)

from ....core.arrays import BoolArray, FloatArray, IntArray
from ....core.errors import InvalidInput, name_some
from ....core.ids import id_key, id_order, names_by_id, refuse_repeated_ids
from ....core.plan.nearest import home_areas
from ...common.fields import TERRITORY_FIELD, TerritoryNames, integer_field, like_field
from ...common.request import Request
from ...common.texts import counted, tr
from ..layers.attributes import attribute_values, field_index, plain_value, refuse_unusable_names
from ..layers.far_places import tell_far_places
from ..layers.features import checked_features
from ..layers.number_fields import LARGEST, NumberField
from ..layers.shapes import representative_point
from ..layers.space import Space
from ..layers.units import SpatialUnits
from .parameters import REP_NAME_FIELD


@dataclass(frozen=True)
class Representatives:
    """The k representatives, in the order of their ids.

    Attributes
    ----------
    features : list of QgsFeature
    ids : tuple
        Values of the id field; 1 to k without one.
    id_field : QgsField
    coordinates : ndarray of float, shape (k, 2)
        In their own layer's reference system.
    positions : ndarray of float, shape (k, 2)
        In the space of the areas.
    are_named : bool
        Whether there is an id field.
    layer : str
        What messages call the parameter with their layer.
    feedback : QgsProcessingFeedback or None
        Where it is told how further fields are read.
    called : mapping
        What readers call them, by :func:`~territory_design.core.ids.id_key`, where a field says so.
    """

    fields: QgsFields
    features: list[QgsFeature]
    ids: tuple[Any, ...]
    id_field: QgsField
    positions: FloatArray
    are_named: bool
    layer: str
    feedback: QgsProcessingFeedback | None = None
    called: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def names(self) -> TerritoryNames:
        return TerritoryNames(self.ids, like_field(TERRITORY_FIELD, self.id_field), self.called)

    @property
    def shown(self) -> list[str]:
        """What readers call each of them (k)."""
        return [self.names.shown(own) for own in self.ids]

    def map_coordinates(self, units: SpatialUnits) -> FloatArray:
        """Places (k, 2) in the reference system of the areas."""
        return units.space.map_coordinates(self.positions)

    def shares(self, field_name: str) -> FloatArray:
        """Share of each representative (k,), e.g. working time.

        Raises
        ------
        InvalidInput
            If a share is missing, not a number, or not above 0.
        """
        label = tr("“Share of each representative” (TARGET_FIELD)")
        values = self.numbers(field_name, label)
        wrong = [
            name
            for name, value in zip(self.shown, values)
            if value is None or not 0.0 < value <= LARGEST
        ]
        if wrong:
            raise InvalidInput(
                "“Share of each representative” (TARGET_FIELD) '{field}' must be a number above 0 "
                "for every representative; it is not for {ids}. Leave out representatives who get "
                "no territory.",
                field=field_name,
                ids=name_some(wrong),
            )
        return np.array(values, dtype=float)

    def numbers(self, field_name: str, parameter: str) -> list[float | None]:
        """The number of each representative in a field; None for NULL.

        Messages call the parameter that names the field ``parameter``.

        Raises
        ------
        InvalidInput
            If the field is none of numbers.
        """
        field = NumberField.of(self.fields, field_name, self.layer, parameter)
        return field.values(self.features, self.shown, self.feedback)

    def stays(self, field_name: str, default: bool) -> BoolArray:
        """Whether each representative (k,) stays at home; NULL is the default.

        Raises
        ------
        InvalidInput
            If a value is neither true nor false.
        """
        if not field_name:
            return np.full(len(self), default)
        label = tr("“Field that says who stays” (FIXED_FIELD)")
        index = field_index(self.fields, field_name, self.layer, label)
        values = [_truth(feature[index], default) for feature in self.features]
        wrong = [name for name, value in zip(self.shown, values) if value is None]
        if wrong:
            raise InvalidInput.counted(
                len(wrong),
                "“Field that says who stays” (FIXED_FIELD) '{field}' is neither true nor false "
                "for {count} representative ({ids}). Write true or false, 1 or 0, or leave it "
                "empty.",
                "“Field that says who stays” (FIXED_FIELD) '{field}' is neither true nor false "
                "for {count} representatives ({ids}). Write true or false, 1 or 0, or leave it "
                "empty.",
                field=field_name,
                ids=name_some(wrong),
            )
        return np.array(values, dtype=bool)


_TRUE, _FALSE = {"true", "yes", "t", "y", "1"}, {"false", "no", "f", "n", "0"}


def _truth(value: Any, default: bool) -> bool | None:
    """A value as true or false; None if it is neither."""
    plain = plain_value(value)
    key = "" if plain is None else id_key(plain).lower()
    if not key:
        return default
    return True if key in _TRUE else False if key in _FALSE else None


def required_people(request: Request, units: SpatialUnits) -> Representatives:
    """The representatives of REPS, by REP_ID_FIELD and REP_NAME_FIELD.

    Raises
    ------
    InvalidInput
        See :func:`read_representatives`.
    QgsProcessingException
        The layer is not valid.
    """
    names = request.text(REP_NAME_FIELD) if request.declares(REP_NAME_FIELD) else ""
    return read_representatives(request, "REPS", units, request.text("REP_ID_FIELD"), names)


def given_people(request: Request, units: SpatialUnits) -> Representatives | None:
    """The representatives of REPS, where that is given.

    Raises
    ------
    InvalidInput
        See :func:`read_representatives`.
    """
    return None if request.source("REPS") is None else required_people(request, units)


def read_representatives(
    request: Request,
    parameter: str,
    units: SpatialUnits,
    id_field: str = "",
    name_field: str = "",
) -> Representatives:
    """Read the representatives of a parameter and locate them in the space of the areas.

    ``name_field`` holds what readers call them.

    Raises
    ------
    InvalidInput
        No representative; one without place; NULL or repeated ids; unknown field.
    QgsProcessingException
        The layer is not valid.
    """
    source, feedback = request.required_source(parameter), request.feedback
    layer, fields = request.label(parameter), source.fields()
    index = field_index(fields, id_field, layer) if id_field else -1
    features = checked_features(source, feedback, layer)
    if not features:
        raise InvalidInput("{layer} holds no representative. Add at least one point.", layer=layer)
    seam = Space(source.sourceCrs(), units.space.context).seam
    points = [representative_point(feature.geometry(), seam) for feature in features]
    nowhere = [feature.id() for feature, point in zip(features, points) if not point]
    if nowhere:
        raise InvalidInput.counted(
            len(nowhere),
            "{layer}: {count} representative has no geometry (feature id {ids}). Give each one a "
            "place, or select only those that have one.",
            "{layer}: {count} representatives have no geometry (feature ids {ids}). Give each one "
            "a place, or select only those that have one.",
            layer=layer,
            ids=name_some(nowhere),
        )
    if index >= 0:
        ids = attribute_values(features, index)
        label = request.label("REP_ID_FIELD") if request.declares("REP_ID_FIELD") else layer
        refuse_unusable_names(ids, [f.id() for f in features], id_field, label)
        refuse_repeated_ids(ids, id_field, layer)
        order = sorted(range(len(ids)), key=lambda i: id_order(ids[i]))
        ids = [ids[i] for i in order]
        field = fields.at(index)
    else:
        order = sorted(range(len(features)), key=lambda i: features[i].id())
        ids = list(range(1, len(features) + 1))
        field = integer_field(TERRITORY_FIELD)
    places = np.array([points[i] for i in order])
    positions = units.space.positions(places, source.sourceCrs(), layer)
    people = Representatives(
        fields,
        [features[i] for i in order],
        tuple(ids),
        field,
        positions,
        are_named=index >= 0,
        feedback=feedback,
        called=_called(fields, [features[i] for i in order], ids, name_field, layer),
        layer=layer,
    )
    tell_far_places(people.shown, positions, units.metric, layer, feedback, units.positions)
    return people


def _called(
    fields: QgsFields,
    features: list[QgsFeature],
    ids: Sequence[Any],
    name_field: str,
    layer: str,
) -> dict[str, str]:
    """What readers call representatives, by id; nothing without a field."""
    if not name_field:
        return {}
    label = tr("“Field with the names of the representatives” (REP_NAME_FIELD)")
    index = field_index(fields, name_field, layer, label)
    shown = fields.at(index).displayString
    names = attribute_values(features, index)
    return names_by_id(ids, [None if name is None else shown(name) for name in names])


def locate_homes(
    units: SpatialUnits,
    representatives: Representatives,
    cost: FloatArray,
    feedback: QgsProcessingFeedback,
    called: Sequence[Any] | None = None,
) -> IntArray:
    """Area of its own in which each territory starts, shape (k,); says what it had to shift.

    Messages call the areas (n,) as ``called`` says; by their ids without it.

    A representative starts in the area that holds the home; where that is not possible
    (outside every area, or a second one in the same area) in the nearest that is free.
    """
    found = [units.area_at(x, y) for x, y in representatives.map_coordinates(units).tolist()]
    holders = np.array([-1 if area is None else area for area in found])
    preferred = cost.copy()
    held = holders >= 0
    preferred[holders[held], np.flatnonzero(held)] = -1.0
    homes = home_areas(preferred)
    people = representatives.shown
    outside = [people[i] for i in np.flatnonzero(~held)]
    if outside:
        feedback.pushWarning(
            counted(
                len(outside),
                "{count} representative lives outside every area ({names}); the nearest area "
                "counts as the home.",
                "{count} representatives live outside every area ({names}); the nearest areas "
                "count as their homes.",
                names=name_some(outside),
            )
        )
    yielding = np.flatnonzero(held & (homes != holders))
    if len(yielding):
        names = units.ids if called is None else called
        pairs = [f"{people[i]} → {names[homes[i]]}" for i in yielding.tolist()]
        feedback.pushWarning(
            counted(
                len(pairs),
                "{count} representative lives in the same area as another one and yields: the "
                "nearest other area counts as the home ({pairs}).",
                "{count} representatives live in the same area as another one and yield: the "
                "nearest other areas count as their homes ({pairs}).",
                pairs=name_some(pairs),
            )
        )
    return homes
