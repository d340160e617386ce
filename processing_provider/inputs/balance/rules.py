"""The rules of territory:balance, read from parameters and fields: locks, groups and limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ....core.arrays import BoolArray, IntArray
from ....core.balance.case import Limits
from ....core.balance.locks import Locks
from ....core.balance.start import Start
from ....core.contiguity.graph import ContiguityGraph
from ....core.errors import InvalidInput, name_some
from ....core.ids import id_key
from ....core.plan.areas import NO_AREA
from ....core.plan.groups import Groups
from ...common.fields import TerritoryNames
from ...common.texts import counted, tr
from ..layers.attributes import is_null
from ..layers.units import SpatialUnits


@dataclass(frozen=True)
class RuleSettings:
    """Rules as the user gave them.

    Attributes
    ----------
    locked_areas : ndarray of bool, shape (n,)
        Areas that stay in their territory.
    locked_territories : list
        Names of the territories that neither lose nor receive areas.
    together_field : str
        Areas with the same value in this field stay together; "" for none.
    limits : Limits
    home_inside : bool
        Whether each representative who stays keeps the area of the home.
    """

    locked_areas: BoolArray
    locked_territories: list[Any]
    together_field: str
    limits: Limits
    home_inside: bool

    def locks(self, area_names: Sequence[Any], start: Start, names: TerritoryNames) -> Locks:
        """What stays where it is; messages speak of areas and territories by name.

        Raises
        ------
        InvalidInput
            If a lock needs a plan that is not there, or locks contradict each other.
        """
        frozen = territories_by_name(start.names, self.locked_territories)
        labels = start.staying
        locks = (
            Locks.none(len(area_names), start.territory_count)
            .with_areas(labels, self.locked_areas, area_names)
            .with_territories(labels, frozen)
        )
        if self.home_inside and start.homes is not None and start.stays is not None:
            home_area = np.where(start.stays, start.homes.area, NO_AREA)
            locks = locks.with_homes(
                home_area, labels, names.shown_of(range(start.territory_count))
            )
        return locks

    def groups(
        self,
        units: SpatialUnits,
        graph: ContiguityGraph,
        locks: Locks,
        feedback: QgsProcessingFeedback,
    ) -> Groups:
        """Areas that stay together; areas without a value stay single.

        Raises
        ------
        InvalidInput
            If INPUT has no such field.
        """
        if not self.together_field:
            return Groups.single(len(units))
        label = tr("“Areas with the same value here stay together” (TOGETHER_FIELD)")
        values = units.values(self.together_field, label)
        keys = [None if value is None else id_key(value) for value in values]
        groups = Groups.of(graph, keys, locks.locked)
        if groups.split:
            feedback.pushWarning(
                counted(
                    groups.split,
                    "{parameter} '{field}': {count} group falls into several parts; it is joined "
                    "with the areas that lie between its parts.",
                    "{parameter} '{field}': {count} groups fall into several parts; each is joined "
                    "with the areas that lie between its parts.",
                    parameter=label,
                    field=self.together_field,
                )
            )
        return groups


def territories_by_name(names: Sequence[Any], wanted: Sequence[Any]) -> IntArray:
    """Labels of the territories of LOCKED_TERRITORIES.

    Raises
    ------
    InvalidInput
        If a name is not known.
    """
    number = {id_key(value): label for label, value in enumerate(names)}
    keys = [id_key(value) for value in wanted if not is_null(value) and id_key(value)]
    keys = [key if key in number else _key_of_number(key) for key in keys]
    unknown = [key for key in keys if key not in number]
    if unknown:
        raise InvalidInput(
            "“Territories that neither lose nor receive areas” (LOCKED_TERRITORIES) names unknown "
            "territories: {unknown}. Correct the names; the territories are {known}.",
            unknown=name_some(unknown),
            known=name_some(list(names), limit=30),
        )
    return np.array([number[key] for key in keys], dtype=np.int64)


def _key_of_number(text: str) -> str:
    """Key of a number as a table of values may write it: 3.0 for 3."""
    try:
        return id_key(float(text))
    except ValueError:
        return text
