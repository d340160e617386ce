"""The balancing problem: basic areas to be divided into territories.

Basic areas carry weights (potential, workload, …) for one or more criteria. A *plan* gives
every area the number of one territory, 0 to k - 1, such that each territory is one connected
piece of the contiguity graph (thesis, eq. 3.1 to 3.7). Wanted are totals close to the
targets, short travel, short borders, and few areas that change hands.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from ..plan.areas import UNASSIGNED, combined_weights
from .settings import CriteriaWeights


@dataclass(frozen=True)
class Rules:
    """What a plan may not break, besides contiguity.

    Attributes
    ----------
    locked : ndarray of int, shape (n,), or None
        Territory in which an area must stay; ``UNASSIGNED`` where it is free.
    frozen_territories : ndarray of bool, shape (k,), or None
        Territories that neither lose nor receive areas.
    max_deviation : float
        Largest allowed deviation of a territory's total from its target, as a share.
    max_change : float
        Largest share of the (travel) weight that may leave its territory in ``initial``.
    """

    locked: IntArray | None = None
    frozen_territories: BoolArray | None = None
    max_deviation: float = np.inf
    max_change: float = 1.0


@dataclass(frozen=True)
class BalanceProblem:
    """Everything a search needs to know, as arrays.

    Attributes
    ----------
    graph : ContiguityGraph
        Contiguity of the n areas (with bridges, if islands are to be reachable).
    weights : ndarray of float, shape (n, c)
        Weight of each area for each of c criteria; not negative.
    targets : ndarray of float, shape (k, c)
        Wanted total of each territory; column sums equal those of ``weights``.
    points : ndarray of float, shape (n, 2)
        Positions of the areas on a plane, in metres.
    criterion_shares : ndarray of float, shape (c,)
        Relative importance of the balance criteria; they sum to 1.
    homes : ndarray of float, shape (k, 2), or None
        Positions of fixed homes on the same plane; None where homes are free to move
        to the weighted centre of their territory.
    travel_cost : ndarray of float, shape (n, k), or None
        Cost (metres or seconds) of one trip from the home of each territory to each area;
        only with fixed homes or a cost matrix. None: straight lines to the weighted centre.
    initial : ndarray of int, shape (n,), or None
        The plan that exists today, ``UNASSIGNED`` where there is none.
    change_weights : ndarray of float, shape (n,), or None
        Weight that changes hands if an area leaves its present territory; None: all it has.
        Less where a group of areas is only partly in the territory it is counted to.
    trips : ndarray of float, shape (n,), or None
        How often each area is visited; None: in proportion to its weight.
    rules : Rules
    criteria : CriteriaWeights
    """

    graph: ContiguityGraph
    weights: FloatArray
    targets: FloatArray
    points: FloatArray
    criterion_shares: FloatArray
    homes: FloatArray | None = None
    travel_cost: FloatArray | None = None
    initial: IntArray | None = None
    change_weights: FloatArray | None = None
    trips: FloatArray | None = None
    rules: Rules = field(default_factory=Rules)
    criteria: CriteriaWeights = field(default_factory=CriteriaWeights)

    def __post_init__(self) -> None:
        # Sums of the same numbers differ in the last digits with their order in memory, which
        # must not decide about a plan.
        for name in (
            "weights",
            "targets",
            "points",
            "criterion_shares",
            "homes",
            "travel_cost",
            "change_weights",
            "trips",
        ):
            values = getattr(self, name)
            if values is not None:
                ordered = np.ascontiguousarray(values, dtype=np.float64)
                object.__setattr__(self, name, ordered)

    @property
    def area_count(self) -> int:
        return len(self.weights)

    @property
    def territory_count(self) -> int:
        return len(self.targets)

    @cached_property
    def balance_weights(self) -> FloatArray:
        """One weight per area (n,): those of all criteria combined; they sum to 1."""
        return combined_weights(self.weights, self.criterion_shares)

    @cached_property
    def travel_weights(self) -> FloatArray:
        """Trips per area (n,): as given, else in proportion to the weight.

        They sum to 1, so that a weighted sum of distances is a mean distance. Areas of
        weight 0 are not visited (thesis, sect. 5.1.5); if no area has weight, all are.
        """
        if self.trips is None or not self.trips.sum() > 0.0:
            return self.balance_weights
        return self.trips / float(self.trips.sum())

    def contracted(self, group: NDArray) -> BalanceProblem:
        """The same problem on groups of areas that stay together.

        Parameters
        ----------
        group : ndarray of int, shape (n,)
            Group of each area, 0 to g - 1. All members must agree on lock and present
            territory, or have none.

        Returns
        -------
        BalanceProblem
            With g areas; a plan of it is expanded by ``labels[group]``.
        """
        group = np.asarray(group, dtype=np.int64)
        count = int(group.max()) + 1 if len(group) else 0
        mass = self.travel_weights
        group_mass = np.bincount(group, weights=mass, minlength=count)
        members = np.bincount(group, minlength=count)
        share = np.where(
            group_mass[group] > 0.0,
            mass / np.where(group_mass > 0.0, group_mass, 1.0)[group],
            1.0 / members[group],
        )

        def summed(values: FloatArray) -> FloatArray:
            return np.column_stack(
                [np.bincount(group, weights=column, minlength=count) for column in values.T]
            )

        def common(labels: IntArray | None) -> IntArray | None:
            if labels is None:
                return None
            result = np.full(count, UNASSIGNED, dtype=np.int64)
            np.maximum.at(result, group, labels)
            return result

        return replace(
            self,
            graph=self.graph.contracted(group, count),
            weights=summed(self.weights),
            points=summed(self.points * share[:, None]),
            travel_cost=None
            if self.travel_cost is None
            else summed(self.travel_cost * share[:, None]),
            initial=common(self.initial),
            change_weights=None
            if self.change_weights is None
            else summed(self.change_weights[:, None])[:, 0],
            trips=None if self.trips is None else summed(self.trips[:, None])[:, 0],
            rules=replace(self.rules, locked=common(self.rules.locked)),
        )


def equal_targets(weights: FloatArray, territory_count: int) -> FloatArray:
    """Targets (k, c) that divide each criterion's sum equally (thesis, eq. 3.7)."""
    return np.tile(weights.sum(axis=0) / territory_count, (territory_count, 1))


def proportional_targets(weights: FloatArray, shares: FloatArray) -> FloatArray:
    """Targets (k, c) in proportion to each representative's share (k,), e.g. working time."""
    shares = np.asarray(shares, dtype=float)
    return np.outer(shares / shares.sum(), weights.sum(axis=0))
