"""The rules of territory:balance: locks, groups and limits, from parameters and fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingFeedback,
)

from ...core.arrays import BoolArray, IntArray
from ...core.contiguity.graph import ContiguityGraph
from ...core.errors import InvalidInput, name_some
from ...core.ids import id_key
from ...core.plan.areas import UNASSIGNED
from ...core.plan.groups import join_split_groups
from ..algorithms.balance_start import Start
from ..fields import TerritoryNames
from ..texts import tr
from .attributes import is_null
from .units import SpatialUnits


def territories_by_id(names: TerritoryNames, wanted: Sequence[Any], parameter: str) -> IntArray:
    """Labels of the territories with these ids.

    Raises
    ------
    InvalidInput
        If an id is not known.
    """
    number = {id_key(value): label for label, value in enumerate(names.values)}
    keys = [id_key(value) for value in wanted if not is_null(value) and id_key(value)]
    keys = [key if key in number else _key_of_number(key) for key in keys]
    unknown = [key for key in keys if key not in number]
    if unknown:
        raise InvalidInput(
            "{parameter} names unknown territories: {unknown}. The territories are {known}.",
            parameter=parameter,
            unknown=name_some(unknown),
            known=name_some(list(names.values), limit=30),
        )
    return np.array([number[key] for key in keys], dtype=np.int64)


def _key_of_number(text: str) -> str:
    """Key of a number as a table of values may write it: 3.0 for 3."""
    try:
        return id_key(float(text))
    except ValueError:
        return text


@dataclass(frozen=True)
class Groups:
    """Areas that stay together.

    Attributes
    ----------
    wanted : ndarray of int, shape (n,)
        Group of each area as the user gave it, perhaps in several parts.
    joined : ndarray of int, shape (n,)
        The same with the areas between the parts, so that each group is connected; groups are
        numbered by their first areas.
    """

    wanted: IntArray
    joined: IntArray

    @property
    def are_single_areas(self) -> bool:
        """Whether nothing is grouped."""
        return len(np.unique(self.joined)) == len(self.joined)

    @property
    def have_ways(self) -> bool:
        """Whether parts were joined, on one of several possible ways."""
        return len(np.unique(self.wanted)) > len(np.unique(self.joined))


def groups_of_areas(
    units: SpatialUnits,
    graph: ContiguityGraph,
    field_name: str,
    locked: IntArray,
    feedback: QgsProcessingFeedback,
) -> Groups:
    """Groups of areas by the values of a field; areas with NULL stay single.

    ``locked`` (n,) is the territory in which an area must stay.

    Raises
    ------
    InvalidInput
        If INPUT has no such field.
    """
    if not field_name:
        single = np.arange(len(units))
        return Groups(single, single)
    values = units.values(field_name, "TOGETHER_FIELD")
    keys = [f"g{id_key(v)}" if v is not None else f"a{i}" for i, v in enumerate(values)]
    wanted = np.unique(keys, return_inverse=True)[1]
    group, joined = join_split_groups(graph, wanted, locked)
    if joined:
        feedback.pushWarning(
            tr(
                "TOGETHER_FIELD '{field_name}': {joined} group(s) fall into several parts; "
                "each is joined with the areas that lie between its parts."
            ).format(field_name=field_name, joined=joined)
        )
    return Groups(wanted, group)


@dataclass(frozen=True)
class RuleSettings:
    """Rules as the user gave them; shares from 0 to 1.

    ``fixed_homes`` keeps each representative's own area; ``travel_from_homes`` measures
    travel from where they live today.
    """

    locked_areas: BoolArray
    locked_territories: IntArray
    max_deviation: float
    max_change: float
    fixed_homes: bool
    travel_from_homes: bool


@dataclass(frozen=True)
class Locks:
    """What stays where it is.

    Attributes
    ----------
    locked : ndarray of int, shape (n,)
        Territory in which an area must stay; ``UNASSIGNED`` where it is free.
    frozen : ndarray of bool, shape (k,)
        Territories that neither lose nor receive areas.
    """

    locked: IntArray
    frozen: BoolArray


def locks_of(units: SpatialUnits, start: Start, rules: RuleSettings) -> Locks:
    """Locks of areas, territories and fixed homes.

    Raises
    ------
    InvalidInput
        If a lock needs a plan that is not there, or locks contradict each other.
    """
    locked = np.full(len(units), UNASSIGNED, dtype=np.int64)
    if rules.locked_areas.any():
        if start.labels is None:
            raise InvalidInput(
                "LOCKED needs to know in which territory areas stay: give TERRITORY_FIELD or REPS."
            )
        unassigned = np.flatnonzero(rules.locked_areas & (start.labels == UNASSIGNED))
        if len(unassigned):
            raise InvalidInput(
                "LOCKED holds {count} area(s) that are in no territory (ids {ids}). Assign or "
                "unlock them.",
                count=len(unassigned),
                ids=name_some([units.ids[i] for i in unassigned]),
            )
        locked[rules.locked_areas] = start.labels[rules.locked_areas]
    frozen = np.zeros(len(start.names), dtype=bool)
    if len(rules.locked_territories):
        if start.labels is None:
            raise InvalidInput("LOCKED_TERRITORIES needs a plan: give TERRITORY_FIELD or REPS.")
        frozen[rules.locked_territories] = True
        held = np.isin(start.labels, rules.locked_territories)
        locked[held] = start.labels[held]
    if rules.fixed_homes and start.home_areas is not None:
        locked[start.home_areas] = lock_homes(locked, start)
    return Locks(locked, frozen)


def lock_homes(locked: IntArray, start: Start) -> IntArray:
    """Territory (k,) in which each representative's own area stays.

    Raises
    ------
    InvalidInput
        If a rule already locks such an area in another territory.
    """
    own = np.arange(len(start.names))
    before = locked[start.home_areas]
    wrong = np.flatnonzero((before != UNASSIGNED) & (before != own))
    if len(wrong):
        raise InvalidInput(
            "FIXED_REPS contradicts the locks: the areas in which {reps} live are locked in other "
            "territories. Unlock them, or do not fix the representatives.",
            reps=name_some([start.names.of(i) for i in wrong]),
        )
    return own
