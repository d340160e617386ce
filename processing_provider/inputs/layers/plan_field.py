"""A plan in a field of the areas: labels and the names of its territories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ....core.arrays import IntArray
from ....core.errors import InvalidInput, name_some
from ....core.ids import distinct_ids, positions_in
from ....core.plan.areas import UNASSIGNED
from ...common.fields import TERRITORY_FIELD, TerritoryNames, like_field
from ..people.representatives import Representatives
from .units import SpatialUnits


@dataclass(frozen=True)
class PlanField:
    """What a field says about who serves which area: all of a plan that it knows.

    Attributes
    ----------
    names : TerritoryNames
        k of them; those of the representatives, where these are given.
    labels : ndarray of int, shape (n,)
        Territory of each area, ``UNASSIGNED`` where the field is NULL; from k on those of
        :attr:`left`.
    left : tuple
        Territories of the plan without a representative.
    """

    names: TerritoryNames
    labels: IntArray
    left: tuple[Any, ...] = ()

    @property
    def unassigned(self) -> int:
        """Number of areas without a territory."""
        return int(np.count_nonzero(self.labels == UNASSIGNED))


def read_plan_field(
    units: SpatialUnits,
    field_name: str,
    parameter: str,
    representatives: Representatives | None = None,
) -> PlanField:
    """The plan in a field; its names are the representatives' ids where these are given.

    Messages call the parameter that names the field ``parameter``.

    Raises
    ------
    InvalidInput
        Unknown field; no value at all; no value that is a representative's id.
    """
    values = units.values(field_name, parameter)
    present = distinct_ids(values)
    if not present:
        raise InvalidInput(
            "{parameter}: '{field}' is NULL in every area: there is no plan. Choose another field, "
            "or start from representatives or from a number of territories.",
            parameter=parameter,
            field=field_name,
        )
    if representatives is None:
        field = like_field(TERRITORY_FIELD, units.fields.field(field_name))
        names = TerritoryNames(tuple(present), field)
        return PlanField(names, positions_in(values, present))
    names = representatives.names
    left = tuple(v for v, at in zip(present, positions_in(present, names.values)) if at < 0)
    if len(left) == len(present):
        raise InvalidInput(
            "{parameter}: '{field}' names none of the representatives: it holds {values}, they are "
            "called {names}. Choose the field of {layer} that names the territories "
            "(REP_ID_FIELD), or correct the plan.",
            parameter=parameter,
            layer=representatives.layer,
            field=field_name,
            values=name_some(present),
            names=name_some(names.values),
        )
    return PlanField(names, positions_in(values, [*names.values, *left]), left)


def refuse_who_left(
    plan: PlanField, field_name: str, parameter: str, representatives: Representatives
) -> None:
    """Refuse a plan with territories that nobody serves, where that cannot be mended.

    Raises
    ------
    InvalidInput
    """
    count = int(np.count_nonzero(plan.labels >= len(plan.names)))
    if count:
        raise InvalidInput.counted(
            count,
            "{parameter}: '{field}' names territories without a representative in {layer}: "
            "{values} ({count} area). Add these representatives, or correct the field.",
            "{parameter}: '{field}' names territories without a representative in {layer}: "
            "{values} ({count} areas). Add these representatives, or correct the field.",
            parameter=parameter,
            layer=representatives.layer,
            field=field_name,
            values=name_some(plan.left),
        )
