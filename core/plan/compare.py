"""Two plans over the same areas, side by side: what changes hands, and what that does.

*Before* is today's plan from today's homes, *after* the new plan from the same homes, and
*re-sited* the new plan from new homes (thesis, tables 5.2 to 5.5; paper, table 1).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InvalidInput
from .areas import UNASSIGNED
from .measures import Measures, TravelPrices, measures_of
from .plan import Plan


@dataclass(frozen=True)
class Handover:
    """One column of the hand-over table, by territory.

    Attributes
    ----------
    areas : ndarray of int, shape (K,)
    trips : ndarray of float, shape (K,)
    weights : ndarray of float, shape (K, c)
    """

    areas: IntArray
    trips: FloatArray
    weights: FloatArray


@dataclass(frozen=True)
class Exchange:
    """What goes from which territory of the old plan to which of the new one.

    Attributes
    ----------
    names : sequence
        The K territories of both plans: those of the old one, then those that are new.
    areas : ndarray of int, shape (K + 1, K + 1)
        Number of areas by old territory (rows) and new territory (columns); the last row and
        the last column are for areas without one.
    trips : ndarray of float, shape (K + 1, K + 1)
    weights : ndarray of float, shape (K + 1, K + 1, c)
    """

    names: Sequence[Any]
    areas: IntArray
    trips: FloatArray
    weights: FloatArray

    @property
    def keeps(self) -> Handover:
        """What stays with each territory."""
        return self._by_territory(_diagonal)

    @property
    def gives(self) -> Handover:
        """What each territory had and no longer has, to others or to nobody."""
        return self._by_territory(lambda table: table.sum(axis=1) - _diagonal(table))

    @property
    def receives(self) -> Handover:
        """What each territory has and did not have, from others or from nobody."""
        return self._by_territory(lambda table: table.sum(axis=0) - _diagonal(table))

    def _by_territory(self, column: Callable[[NDArray], NDArray]) -> Handover:
        tables = (self.areas, self.trips, self.weights)
        areas, trips, weights = (column(table)[:-1] for table in tables)
        return Handover(areas, trips, weights)


def _diagonal(table: NDArray) -> NDArray:
    return np.einsum("ii...->i...", table)


@dataclass(frozen=True)
class Comparison:
    """Before and after.

    Attributes
    ----------
    changes_hands : ndarray of bool, shape (n,)
        Areas that had a territory and now have another, or none.
    newly_assigned : ndarray of bool, shape (n,)
        Areas that had none.
    changed_share : float
        Share (0 to 1) of the weight that changes hands; of the areas where there is none.
    exchange : Exchange
    before, after : Measures
    resited : Measures or None
        None where there are no new homes.
    """

    changes_hands: BoolArray
    newly_assigned: BoolArray
    changed_share: float
    exchange: Exchange
    before: Measures
    after: Measures
    resited: Measures | None

    def saving(self, prices: TravelPrices, *, all_visits: bool = False) -> float:
        """Money saved on travel, with the new homes where there are any; negative for a loss.

        NaN where nothing has a price, and where trips are not known: of sums over other areas
        the difference is no saving.
        """
        new = self.after if self.resited is None else self.resited
        if prices.are_zero or self.before.lacks_trips(prices) or new.lacks_trips(prices):
            return float("nan")
        return self.before.travel_price(prices, all_visits=all_visits) - new.travel_price(
            prices, all_visits=all_visits
        )


def compare_plans(before: Plan, after: Plan, resited: Plan | None = None) -> Comparison:
    """Compare two plans, and the second one from new homes.

    Parameters
    ----------
    before, after : Plan
        Over the same areas in the same order (see :func:`.join_by_id`); territories are
        matched by name.
    resited : Plan, optional
        The plan ``after`` from new homes: ``after.from_homes(new)``.

    Raises
    ------
    InvalidInput
        If the plans are not over the same areas.
    """
    if list(before.areas.ids) != list(after.areas.ids):
        raise InvalidInput("The two plans are not over the same areas. Join them by id first.")
    names, old, new = with_common_names(before, after)
    changes = (old >= 0) & (old != new)
    weight = after.areas.handed_over
    mass = weight if weight.sum() > 0.0 else np.ones(len(weight))
    return Comparison(
        changes_hands=changes,
        newly_assigned=(old < 0) & (new >= 0),
        changed_share=float(mass[changes].sum() / mass.sum()) if len(mass) else 0.0,
        exchange=_exchange(names, old, new, after),
        before=measures_of(before),
        after=measures_of(after),
        resited=None if resited is None else measures_of(resited),
    )


def with_common_names(before: Plan, after: Plan) -> tuple[list[Any], IntArray, IntArray]:
    """Names of both plans, and the labels (n,) of each by place in that list."""
    place: dict[Any, int] = {}
    for name in (*before.names, *after.names):
        place.setdefault(name, len(place))

    def renumbered(plan: Plan) -> IntArray:
        # The place behind the last name is that of no name.
        number = np.array([*(place[name] for name in plan.names), UNASSIGNED], dtype=np.int64)
        return number[np.where(plan.labels >= 0, plan.labels, len(plan.names))]

    return list(place), renumbered(before), renumbered(after)


def _exchange(names: list[Any], old: IntArray, new: IntArray, plan: Plan) -> Exchange:
    side = len(names) + 1
    cell = np.where(old >= 0, old, side - 1) * side + np.where(new >= 0, new, side - 1)
    count = np.bincount(cell, minlength=side * side)

    def summed(values: FloatArray) -> FloatArray:
        sums = np.bincount(cell, weights=values, minlength=side * side)
        return sums.astype(float).reshape(side, side)

    return Exchange(
        names=names,
        areas=count.reshape(side, side),
        trips=summed(plan.areas.trips),
        weights=np.stack([summed(column) for column in plan.areas.weights.T], axis=2),
    )
