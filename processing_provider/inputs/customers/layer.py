"""Whose customers are, by a field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsField

from ....core.arrays import IntArray
from ....core.customers.group_solution import equal_shares
from ....core.errors import InvalidInput
from ....core.ids import distinct_ids, positions_in
from ....core.plan.areas import Areas
from ....core.plan.plan import Plan
from ...common.fields import TERRITORY_FIELD, TerritoryNames, like_field
from ..layers.units import SpatialUnits

# “new 999999” needs ten letters.
_LONGEST_NEW_NAME = 10


@dataclass(frozen=True)
class Portfolios:
    """A view of a plan: whose customers they are according to a field, and the type of its names.

    Attributes
    ----------
    plan : Plan
        The different values are its names; travel counts from the means of the portfolios.
    field : QgsField
        A field that can hold the names, and those of :func:`.names_of_new`.
    """

    plan: Plan
    field: QgsField

    def __len__(self) -> int:
        return self.plan.territory_count

    @property
    def names(self) -> TerritoryNames:
        """The different values, and the type of the field."""
        return TerritoryNames(tuple(self.plan.names), self.field)


def customer_areas(units: SpatialUnits, rows: IntArray | None = None) -> Areas:
    """Some of the customers (all if omitted); their plane is centred on them."""
    chosen = np.arange(len(units)) if rows is None else rows
    positions = units.positions[chosen]
    return Areas(
        ids=[units.ids[i] for i in chosen],
        positions=positions,
        metric=units.space.metric(positions),
        weights=units.weights[chosen],
        trips=np.ones(len(chosen)),
    )


def name_values(units: SpatialUnits, field_name: str, parameter: str) -> list[Any]:
    """Values of a field that names somebody; None for NULL and empty text.

    Raises
    ------
    InvalidInput
        If there is no such field, or a value can be no name.
    """
    return units.values(field_name, parameter)


def read_portfolios(units: SpatialUnits, field_name: str, parameter: str) -> Portfolios:
    """Portfolios by the values of a field.

    Raises
    ------
    InvalidInput
        If there is no such field, or it is empty for everybody.
    """
    values = name_values(units, field_name, parameter)
    known = distinct_ids(values)
    if not known:
        raise InvalidInput.counted(
            len(units),
            "{parameter}: the field '{field}' of {layer} is empty for the only feature. Choose "
            "the field that says whose they are.",
            "{parameter}: the field '{field}' of {layer} is empty for all {count} features. Choose "
            "the field that says whose they are.",
            parameter=parameter,
            field=field_name,
            layer=units.layer_name,
        )
    field = units.fields.at(units.fields.lookupField(field_name))
    customers = customer_areas(units)
    targets = equal_shares(customers, len(known))
    plan = Plan(customers, positions_in(values, known), known, targets)
    return Portfolios(plan, territory_field(field))


def territory_field(model: QgsField) -> QgsField:
    """A field for the values of another one, and for the names of :func:`.names_of_new`."""
    field = like_field(TERRITORY_FIELD, model)
    if 0 < field.length() < _LONGEST_NEW_NAME:
        field.setLength(_LONGEST_NEW_NAME)
    return field


def refuse_two_spaces(units: SpatialUnits, reference: SpatialUnits) -> None:
    """Refuse two layers of which only one has a reference system.

    Raises
    ------
    InvalidInput
    """
    if units.space.crs.isValid() != reference.space.crs.isValid():
        without = units if not units.space.crs.isValid() else reference
        raise InvalidInput(
            "{layer} has no coordinate reference system, the other layer has one: it cannot be "
            "known how they lie to each other. Set it in the layer's properties.",
            layer=without.layer_name,
        )
