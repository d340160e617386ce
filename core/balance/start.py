"""The territories before the search: who they are, where their people live, what trips cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..plan.areas import UNASSIGNED, Homes

STABILITY_WHERE_PEOPLE_LEFT, STABILITY_WHERE_SOMEBODY_JOINED = 0.5, 0.3
"""Weight of keeping the plan where people left or joined, unless the user gives one.

It trades percents of travel for areas that stay where they are. On the balanced plan of 27
territories, R27 left a corner with a half for 10.8 % of the weight and trips of 57.3 km in the
mean of all, with a quarter for 11.9 % and 55.4 km. Who joins shall get a territory around the
home: in Massing trips of the new one were 120 km in the mean with 0.3 (9.0 %) and 200 km with a
half (8.2 %), in Unterwössen 68 km (11.5 %) and 97 km (11.3 %). Where people left and others joined,
the less counts.
"""


@dataclass(frozen=True)
class Start:
    """The territories before the search, and where their people live.

    Attributes
    ----------
    names : sequence
        What the k territories are called.
    labels : ndarray of int, shape (n,), or None
        The current plan, or the plan of the nearest homes; None where neither is known. From k
        on those of people who left, in the order of :attr:`left`.
    is_current : bool
        Whether the labels are the plan that people live with.
    left : tuple
        Territories of the current plan whose people left.
    homes : Homes or None
        Of the people, or homes that only the travel costs suggest; no position for a territory
        that nobody has yet.
    stays : ndarray of bool, shape (k,), or None
        Whose people stay where they live; None if nobody lives anywhere yet.
    cost : ndarray of float, shape (n, k), or None
        What a trip from each home to each area costs (seconds or metres); finite, but NaN for a
        territory without a home.
    search_cost : ndarray of float, shape (n, k), or None
        The same for the search, with homes that are only assumed for those who may move; None
        if it counts travel from weighted centres.
    search_labels : ndarray of int, shape (n,), or None
        Where the search begins, if not with :attr:`labels`.
    """

    names: Sequence[Any]
    labels: IntArray | None = None
    is_current: bool = False
    left: tuple[Any, ...] = ()
    homes: Homes | None = None
    stays: BoolArray | None = None
    cost: FloatArray | None = None
    search_cost: FloatArray | None = None
    search_labels: IntArray | None = None

    @property
    def territory_count(self) -> int:
        """Number k of territories."""
        return len(self.names)

    @property
    def staying(self) -> IntArray | None:
        """Labels (n,) of those who are still there; ``UNASSIGNED`` for areas of people who left."""
        if self.labels is None:
            return None
        return np.where(self.labels < self.territory_count, self.labels, UNASSIGNED)

    @property
    def joined(self) -> IntArray:
        """Territories that have no area of the current plan yet, ascending."""
        if not self.is_current or self.labels is None:
            return np.empty(0, dtype=np.int64)
        return np.setdiff1d(np.arange(self.territory_count), self.labels)

    @property
    def people_changed(self) -> bool:
        """Whether people of the current plan left, or new ones joined."""
        return bool(self.left) or len(self.joined) > 0

    def stability(self, wanted: float) -> float:
        """Weight of keeping the current plan: as little as possible moves when people change.

        Parameters
        ----------
        wanted : float
            Weight that the user gave; 0 for none.
        """
        if not self.is_current:
            return 0.0
        if wanted == 0.0 and len(self.joined):
            return STABILITY_WHERE_SOMEBODY_JOINED
        if wanted == 0.0 and self.left:
            return STABILITY_WHERE_PEOPLE_LEFT
        return wanted
