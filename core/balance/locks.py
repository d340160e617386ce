"""What stays where it is: areas, territories, and the areas in which people live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import BoolArray, IntArray
from ..errors import InfeasibleProblem, InvalidInput, name_some
from ..plan.areas import UNASSIGNED


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

    @classmethod
    def none(cls, area_count: int, territory_count: int) -> Locks:
        """Everything is free."""
        return cls(
            np.full(area_count, UNASSIGNED, dtype=np.int64), np.zeros(territory_count, dtype=bool)
        )

    @property
    def bind(self) -> bool:
        """Whether anything stays where it is."""
        return bool((self.locked >= 0).any() or self.frozen.any())

    def with_areas(self, labels: IntArray | None, areas: BoolArray, ids: Sequence[Any]) -> Locks:
        """Lock areas (n,) in the territories that ``labels`` (n,) give them.

        Raises
        ------
        InvalidInput
            If there is no plan, or a locked area has no territory.
        """
        if not areas.any():
            return self
        if labels is None:
            raise InvalidInput(
                "“Areas that stay in their territory” (LOCKED) needs to know the territories: "
                "start from a plan (TERRITORY_FIELD) or from representatives (REPS)."
            )
        unassigned = np.flatnonzero(areas & (labels == UNASSIGNED))
        if len(unassigned):
            raise InvalidInput.counted(
                len(unassigned),
                "“Areas that stay in their territory” (LOCKED) holds {count} area that is in no "
                "territory (id {ids}). Assign or unlock it.",
                "“Areas that stay in their territory” (LOCKED) holds {count} areas that are in no "
                "territory (ids {ids}). Assign or unlock them.",
                ids=name_some([ids[i] for i in unassigned]),
            )
        return Locks(np.where(areas, labels, self.locked), self.frozen)

    def with_territories(self, labels: IntArray | None, territories: IntArray) -> Locks:
        """Freeze territories with all that they hold.

        Raises
        ------
        InvalidInput
            If there is no plan.
        """
        if not len(territories):
            return self
        if labels is None:
            raise InvalidInput(
                "“Territories that neither lose nor receive areas” (LOCKED_TERRITORIES) needs to "
                "know the territories: start from a plan (TERRITORY_FIELD) or from "
                "representatives (REPS)."
            )
        frozen = self.frozen.copy()
        frozen[territories] = True
        return Locks(np.where(np.isin(labels, territories), labels, self.locked), frozen)

    def with_homes(
        self, home_area: IntArray, labels: IntArray | None, names: Sequence[Any]
    ) -> Locks:
        """Lock the area in which each representative lives to that one's territory.

        Parameters
        ----------
        home_area : ndarray of int, shape (k,)
            Negative where nothing is to be locked.
        labels : ndarray of int, shape (n,), or None
            Territory of each area at the start.
        names : sequence
            Names of the k territories, for messages.

        Raises
        ------
        InvalidInput
            If a rule already locks such an area in another territory, or a territory that may
            not receive areas does not hold its home.
        """
        own = np.flatnonzero(home_area >= 0)
        before = self.locked[home_area[own]]
        wrong = own[(before != UNASSIGNED) & (before != own)]
        if len(wrong):
            raise InvalidInput.counted(
                len(wrong),
                "“Each home lies in its own territory” (HOME_INSIDE) contradicts the locks: the "
                "area in which {reps} lives is locked in another territory. Unlock it, or switch "
                "“Each home lies in its own territory” off.",
                "“Each home lies in its own territory” (HOME_INSIDE) contradicts the locks: the "
                "areas in which {count} representatives live ({reps}) are locked in other "
                "territories. Unlock them, or switch “Each home lies in its own territory” off.",
                reps=name_some([names[i] for i in wrong]),
            )
        if labels is not None:
            outside = own[self.frozen[own] & (labels[home_area[own]] != own)]
            if len(outside):
                raise InvalidInput.counted(
                    len(outside),
                    "“Each home lies in its own territory” (HOME_INSIDE) contradicts “Territories "
                    "that neither lose nor receive areas” (LOCKED_TERRITORIES): {reps} does not "
                    "live in such a territory of one's own. Unlock it, or switch “Each home lies "
                    "in its own territory” off.",
                    "“Each home lies in its own territory” (HOME_INSIDE) contradicts “Territories "
                    "that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} "
                    "representatives ({reps}) do not live in such territories of their own. "
                    "Unlock them, or switch “Each home lies in its own territory” off.",
                    reps=name_some([names[i] for i in outside]),
                )
        locked = self.locked.copy()
        locked[home_area[own]] = own
        return Locks(locked, self.frozen)


def refuse_groups_across_frozen(
    group: IntArray,
    labels: IntArray | None,
    locks: Locks,
    names: Sequence[Any],
    ids: Sequence[Any],
) -> None:
    """Refuse groups that a territory which may not receive areas holds in part.

    Parameters
    ----------
    group : ndarray of int, shape (n,)
    labels : ndarray of int, shape (n,), or None
        Territory of each area at the start.
    locks : Locks
        After members of a group agreed on their lock.

    Raises
    ------
    InfeasibleProblem
    """
    if labels is None or len(np.unique(group)) == len(group):
        return
    locked = locks.locked
    joining = (locked >= 0) & locks.frozen[np.maximum(locked, 0)] & (labels != locked)
    if joining.any():
        groups = len(np.unique(group[joining]))
        raise InfeasibleProblem.counted(
            groups,
            "“Areas with the same value here stay together” (TOGETHER_FIELD) contradicts "
            "“Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} group "
            "lies partly in such a territory ({territories}), which may not receive its other "
            "areas ({areas}). Unlock the territory, or split the group.",
            "“Areas with the same value here stay together” (TOGETHER_FIELD) contradicts "
            "“Territories that neither lose nor receive areas” (LOCKED_TERRITORIES): {count} "
            "groups lie partly in such territories ({territories}), which may not receive their "
            "other areas ({areas}). Unlock the territories, or split the groups.",
            territories=name_some([names[t] for t in np.unique(locked[joining])]),
            areas=name_some([ids[i] for i in np.flatnonzero(joining)]),
        )
