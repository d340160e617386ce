"""The search space of one problem: its arrays and lists in the shape the operators want."""

from __future__ import annotations

import copy
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray, IntArray
from ..contiguity.neighbour_lists import NeighbourLists
from ..plan.areas import UNASSIGNED
from ..sums import weighted_sum
from .overweight import Overweight
from .problem import BalanceProblem

_MARGIN = 0.006
"""A limit on deviation is aimed at from inside, by the share at which annealing ends."""
_SMALL = 60
"""Areas up to which a mean or standard deviation as objective counts alone: so few are searched
long enough to even out the worst territory with the others."""
_FEW = 200
"""Areas up to which plans are annealed abreast by joint divisions; on no map of more it was tried.
Of 14 maps of 55 to 200 areas plans end 1.5 % fitter than by single moves of each."""
_NARROW = 0.5
"""Limit on deviation in areas. Grids of 36 × 5 within 2 % and cells of 28 × 4 within 0.5 % (0.14
and 0.04 areas) are searched to the optimum only for longer; 60 × 4 within 5 % (0.75) is not."""
_LARGEST_MARGIN = 0.5
"""Part of a narrow limit that the margin takes: less, and single areas break the limit."""


class SearchSpace:
    """What all plans of one problem have in common.

    Whole plans are evaluated with the arrays, single moves with the plain lists: looking
    up one number in a list is several times faster than in an array.

    Attributes
    ----------
    problem : BalanceProblem
    area_count, territory_count, criterion_count : int
    origin, neighbour : ndarray of int, shape (2m,)
        Every edge of the contiguity graph in both directions, sorted by origin.
    border_m : ndarray of float, shape (2m,)
        Shared border of each of them in metres.
    inner_border_m : ndarray of float, shape (n,)
        Border of each area with all its neighbours together.
    weights : ndarray of float, shape (n, c)
    inverse_targets : ndarray of float, shape (k, c)
        What turns a weight into a share of a territory's target. A target of 0 is measured
        against the mean target.
    mass : ndarray of float, shape (n,)
        Travel weights; they sum to 1.
    movable : ndarray of bool, shape (n,)
        Areas that are not held by a rule.
    receiving : ndarray of bool, shape (k,)
        Territories that may receive areas.
    initial : ndarray of int, shape (n,), or None
    change_mass : ndarray of float, shape (n,)
        Travel weight that changes hands if an area leaves its initial territory.
    change_limit : float
        Largest travel weight that may leave its initial territory.
    reachable : ndarray of float, shape (k, c)
        Deviations that local search pulls towards; 0 unless a limit on change puts even
        totals out of reach, see :mod:`.change_budget`.
    prices : ndarray of float, shape (k, c), or None
        With fixed homes: what a unit of weight more is worth in each territory, in travel
        (cost of a trip times :attr:`mass`). At these prices local search finds the way to
        even totals that costs the least travel; see :mod:`.travel_bound`.
    even_travel : float or None
        With fixed homes: mean cost of a trip at even totals, if areas could be divided.
    overweight : Overweight
        Areas that put even totals out of reach.
    """

    def __init__(self, problem: BalanceProblem) -> None:
        graph = problem.graph
        self.problem = problem
        self.graph = graph
        self.lists = NeighbourLists(graph)
        self.area_count = problem.area_count
        self.territory_count = problem.territory_count
        self.criterion_count = problem.weights.shape[1]
        self.origin: IntArray = np.repeat(
            np.arange(self.area_count), np.diff(graph.neighbour_start)
        )
        self.neighbour: IntArray = graph.neighbours
        self.border_m: FloatArray = graph.border_m[graph.neighbour_edge]
        self.inner_border_m = sums_of(self.border_m, self.origin, self.area_count)
        self.weights: FloatArray = problem.weights
        mean_target = problem.targets.mean(axis=0)
        divisor = np.where(problem.targets > 0.0, problem.targets, mean_target)
        self.inverse_targets: FloatArray = np.where(
            divisor > 0.0, 1.0 / np.where(divisor > 0.0, divisor, 1.0), 0.0
        )
        self.wanted: FloatArray = problem.targets * self.inverse_targets
        self.criterion_shares: FloatArray = problem.criterion_shares
        self.mass: FloatArray = problem.travel_weights
        self.points: FloatArray = problem.points
        self.travel_cost: FloatArray | None = problem.travel_cost
        if problem.travel_cost is None and problem.homes is not None:
            offset = problem.points[:, None, :] - problem.homes[None, :, :]
            self.travel_cost = np.hypot(offset[..., 0], offset[..., 1])
        self.travel_power = problem.criteria.travel_power
        if self.travel_cost is not None and self.travel_power == 2:
            self.travel_cost = self.travel_cost**2
        self.held: IntArray = held_territory(problem)
        self.movable: BoolArray = self.held == UNASSIGNED
        frozen = problem.rules.frozen_territories
        self.receiving: BoolArray = (
            np.ones(self.territory_count, dtype=bool) if frozen is None else ~frozen
        )
        self.initial: IntArray | None = problem.initial
        self.change_limit: float = problem.rules.max_change
        self.change_mass: FloatArray = (
            problem.balance_weights if problem.change_weights is None else problem.change_weights
        )
        self.reachable: FloatArray = np.zeros((self.territory_count, self.criterion_count))
        self.prices: FloatArray | None = None
        self.even_travel: float | None = None
        self.overweight = Overweight.of(problem.weights, problem.targets)
        self.tolerated_with_margin: float = _tolerated(problem.rules.max_deviation)
        self.tolerated: float = self.tolerated_with_margin

    @property
    def counts_objective_alone(self) -> bool:
        """Whether an unfair territory costs no more than the mean or σ of all says."""
        small = self.area_count <= _SMALL
        return small and self.change_limit >= 1.0 and not self.overweight

    @property
    def is_annealed_abreast(self) -> bool:
        """Whether many plans are annealed side by side (see :mod:`.abreast`).

        Not where little may change, or an area is heavier than a territory should be.
        """
        return self.area_count <= _FEW and self.change_limit >= 1.0 and not self.overweight

    @property
    def has_narrow_limit(self) -> bool:
        """Whether a limit on deviation is so small beside an area that few plans keep it."""
        return self.problem.rules.max_deviation < _NARROW * self.grain

    @property
    def grain(self) -> float:
        """Share of a territory that an area holds on average."""
        return self.territory_count / self.area_count

    @cached_property
    def weight_rows(self) -> list[list[float]]:
        """Weights of each area, one per criterion."""
        return self.weights.tolist()

    @cached_property
    def inverse_rows(self) -> list[list[float]]:
        """Rows of :attr:`inverse_targets`."""
        return self.inverse_targets.tolist()

    @cached_property
    def labels_have_meaning(self) -> bool:
        """Whether territories differ by more than their number.

        They do if they have homes, targets of their own, locks, or a plan to stay close to.
        """
        problem = self.problem
        return (
            self.travel_cost is not None
            or problem.initial is not None
            or not self.movable.all()
            or not np.allclose(problem.targets, problem.targets[:1])
        )

    def within(self, limit: float) -> SearchSpace:
        """The same space with a limit on deviation (share), all of which is tolerated."""
        limited = copy.copy(self)
        rules = replace(self.problem.rules, max_deviation=limit)
        limited.problem = replace(self.problem, rules=rules)
        limited.tolerated_with_margin = _tolerated(limit)
        limited.tolerated = limit
        return limited

    def deviations(self, labels: NDArray) -> FloatArray:
        """Signed deviation of each territory's totals, as shares of the target (k, c)."""
        totals = np.column_stack(
            [
                np.bincount(labels, weights=column, minlength=self.territory_count)
                for column in self.weights.T
            ]
        )
        return totals * self.inverse_targets - self.wanted

    def beyond_tolerated(self, deviations: FloatArray) -> FloatArray:
        """What counts of signed deviations (k, c): nothing inside the limit on deviation."""
        return np.asarray(
            np.sign(deviations) * np.maximum(np.abs(deviations) - self.tolerated, 0.0)
        )

    def off_reachable(self, labels: NDArray) -> FloatArray:
        """Signed deviation (k, c) of each territory from the best that is within reach."""
        deviations = self.deviations(labels)
        if self.change_limit < 1.0 or not self.overweight:
            return deviations - self.reachable
        holders = self.overweight.holders(labels)
        return deviations - self.overweight.left_for_others(holders, deviations)

    def centres(self, labels: NDArray) -> FloatArray:
        """Weighted centre (k, 2) of each territory; the mean of all points for an empty one."""
        count = self.territory_count
        mass = np.bincount(labels, weights=self.mass, minlength=count)
        size = np.bincount(labels, minlength=count)
        centre = np.empty((count, 2))
        for axis in (0, 1):
            column = self.points[:, axis]
            moment = np.bincount(labels, weights=self.mass * column, minlength=count)
            plain = np.bincount(labels, weights=column, minlength=count)
            centre[:, axis] = np.where(
                mass > 0.0,
                moment / np.where(mass > 0.0, mass, 1.0),
                np.where(size > 0, plain / np.maximum(size, 1), column.mean()),
            )
        return centre

    def trip_cost(self, areas: NDArray, territories: NDArray, centres: FloatArray) -> FloatArray:
        """Cost of one trip to each area from the home of the given territory, to its power."""
        if self.travel_cost is not None:
            return self.travel_cost[areas, territories]
        off = self.points.take(areas, axis=0) - centres.take(territories, axis=0)
        if self.travel_power == 2:
            return np.asarray(off[:, 0] ** 2 + off[:, 1] ** 2)
        return np.hypot(off[:, 0], off[:, 1])

    def travel_change(
        self, areas: NDArray, sources: NDArray, targets: NDArray, centres: FloatArray
    ) -> FloatArray:
        """Change of the mean trip cost, less what the totals gain by it at :attr:`prices`."""
        change = self.trip_cost(areas, targets, centres) - self.trip_cost(areas, sources, centres)
        change *= self.mass[areas]
        if self.prices is not None:
            dearer = self.prices.take(targets, axis=0) - self.prices.take(sources, axis=0)
            change -= (self.weights.take(areas, axis=0) * dearer).sum(axis=1)
        return change

    def travel_change_of(self, area: int, source: int, target: int, centres: FloatArray) -> float:
        """:meth:`travel_change` of a single area, many times faster."""
        if self.travel_cost is not None:
            before, after = self.travel_cost[area, source], self.travel_cost[area, target]
        else:
            x, y = self.points[area].tolist()
            (x_before, y_before), (x_after, y_after) = centres[[source, target]].tolist()
            before = self._way(x - x_before, y - y_before)
            after = self._way(x - x_after, y - y_after)
        change = float((after - before) * self.mass[area])
        if self.prices is not None:
            dearer = (self.prices[target] - self.prices[source]).tolist()
            change -= sum(weight * more for weight, more in zip(self.weight_rows[area], dearer))
        return change

    def _way(self, x: float, y: float) -> float:
        """Cost of a trip that goes so far in both directions."""
        # NumPy's root, as for many trips: Python's own differs between its versions.
        return x * x + y * y if self.travel_power == 2 else float(np.hypot(x, y))

    def travel(self, labels: NDArray) -> float:
        """Mean cost of a trip, to its power: to the fixed homes, or straight to the centres."""
        cost = self.trip_cost(np.arange(self.area_count), labels, self.centres(labels))
        return weighted_sum(cost, self.mass)

    def border_length(self, labels: NDArray) -> float:
        """Border between territories in metres."""
        return self.graph.border_length(labels)

    def changed(self, labels: NDArray) -> float:
        """Share of the travel weight whose territory differs from the initial plan."""
        if self.initial is None:
            return 0.0
        return float(self.change_mass[(self.initial >= 0) & (labels != self.initial)].sum())


def sums_of(values: FloatArray, group: NDArray, count: int) -> FloatArray:
    """Sum of the values (n,) in each group (n,), shape (count,)."""
    return np.asarray(np.bincount(group, weights=values, minlength=count), dtype=np.float64)


def held_territory(problem: BalanceProblem) -> IntArray:
    """Territory in which the rules hold each area (n,), ``UNASSIGNED`` where it is free.

    An area is held by its lock, or because its present territory is frozen.
    """
    rules = problem.rules
    held = np.full(problem.area_count, UNASSIGNED, dtype=np.int64)
    if rules.locked is not None:
        held[:] = rules.locked
    if rules.frozen_territories is not None and problem.initial is not None:
        assigned = problem.initial >= 0
        frozen = assigned & rules.frozen_territories[np.where(assigned, problem.initial, 0)]
        held = np.where(frozen & (held == UNASSIGNED), problem.initial, held)
    return held


def _tolerated(limit: float) -> float:
    """Deviation (share) that costs nothing under a limit on it; 0 without one."""
    return limit - min(_MARGIN, _LARGEST_MARGIN * limit) if np.isfinite(limit) else 0.0
