"""A lower bound on the worst deviation that any plan can have.

For a deviation δ every territory's total must lie between (1 - δ) and (1 + δ) times its
target. Some totals are impossible whatever the map looks like; the smallest δ for which
none of the arguments below objects is found by bisection, for each criterion apart:

* whole numbers: totals are multiples of the greatest common divisor of the weights;
* locks: a territory holds at least its locked areas, and at most what others do not hold;
* the largest area lies in some territory, and of the k + 1 largest two share one;
* each disconnected part of the map consists of whole territories, and only one of them can
  pass an area that alone holds two sides together (see :mod:`.block_counts`);
* change budget: what a territory has too much must leave it, what it lacks must come, with
  what lies on its way (see :mod:`.handover`);
* heavy areas: with several criteria they need others (see :mod:`.node_cuts`).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..contiguity.blocks import Block, blocks_of
from ..plan.areas import UNASSIGNED
from ..rounding import ROUNDING
from .block_counts import BlockCounts
from .corridors import corridor_weights, has_corridors
from .handover import Handover
from .node_cuts import node_cut_bound
from .problem import BalanceProblem
from .space import held_territory, sums_of

# Sixty halvings exhaust the 53 bits of a double.
_BISECTIONS = 60
# Each halving goes through all blocks; thirteen settle the bound to 0.01 %.
_BLOCK_BISECTIONS = 13
# Each halving solves linear programmes; ten settle the bound to 0.1 %.
_CORRIDOR_BISECTIONS = 10
# Going through as many blocks as areas takes a second for these.
_MAX_AREAS = 20_000


def lower_bound_pct(problem: BalanceProblem) -> float:
    """Deviation in percent below which the worst territory of no plan can be.

    Contiguity enters through the disconnected parts of the map, its cut vertices and the
    surroundings of heavy areas only, so that the bound may be smaller than what any contiguous
    plan reaches.
    """
    if problem.territory_count == 0 or problem.area_count == 0:
        return 0.0
    blocks = _blocks(problem)
    apart = max(
        _CriterionBound(problem, j, blocks).smallest_deviation()
        for j in range(problem.weights.shape[1])
    )
    return 100.0 * max(apart, node_cut_bound(problem))


def _blocks(problem: BalanceProblem) -> list[Block]:
    """Blocks of the map; none where a territory that keeps its areas is in pieces."""
    frozen = problem.rules.frozen_territories
    if problem.area_count > _MAX_AREAS or (frozen is not None and frozen.any()):
        return []
    graph = problem.graph
    return list(blocks_of(graph.neighbour_start.tolist(), graph.neighbours.tolist()))


class _CriterionBound:
    """The arguments against a deviation, for one balance criterion."""

    def __init__(self, problem: BalanceProblem, criterion: int, blocks: list[Block]) -> None:
        self.count = problem.territory_count
        weights = problem.weights[:, criterion]
        targets = problem.targets[:, criterion]
        self.total = float(weights.sum())
        mean_target = float(targets.mean())
        self.unit = np.where(targets > 0.0, targets, mean_target)
        self.targets = targets
        self.weights = weights
        self.grain = _common_divisor(weights)
        self.rounding = ROUNDING * max(self.total, 1e-300)
        held = held_territory(problem)
        frozen = problem.rules.frozen_territories
        self.frozen = np.zeros(self.count, dtype=bool) if frozen is None else frozen
        own = np.bincount(held[held >= 0], weights=weights[held >= 0], minlength=self.count)
        free = float(weights[held == UNASSIGNED].sum())
        self.least = own
        self.most = np.where(self.frozen, own, own + free)
        self.largest_needs = self._largest_area(held)
        self.pair = self._pair_of_large_areas()
        count, part = problem.graph.components()
        self.parts = np.bincount(part, weights=weights, minlength=count)
        self.part_sizes = np.bincount(part, minlength=count)
        self._prepare_change(problem, criterion)
        self.handover = self._handover(problem, held)
        self.blocks = BlockCounts(weights, blocks, self.rounding) if blocks else None

    def _largest_area(self, held: IntArray) -> list[tuple[float, BoolArray]]:
        """Weight of the largest area and the territories that may hold it."""
        area = int(np.argmax(self.weights))
        allowed = ~self.frozen
        if held[area] >= 0:
            allowed = np.arange(self.count) == held[area]
        return [(float(self.weights[area]), allowed)] if allowed.any() else []

    def _pair_of_large_areas(self) -> float:
        """Least weight of two areas that share a territory, among the k + 1 largest."""
        if len(self.weights) <= self.count:
            return 0.0
        largest = -np.partition(-self.weights, self.count)[: self.count + 1]
        return float(np.sort(largest)[:2].sum())

    def _prepare_change(self, problem: BalanceProblem, criterion: int) -> None:
        self.budget = np.inf
        initial, limit = problem.initial, problem.rules.max_change
        if initial is None or limit >= 1.0 or self.total <= 0.0:
            return
        shares = problem.criterion_shares * (problem.weights.sum(axis=0) > 0.0)
        if shares[criterion] <= 0.0:
            return
        # The change budget is a share of the combined travel weight, of which this
        # criterion is one part: that much of it at most can change hands.
        self.budget = limit * self.total * float(shares.sum() / shares[criterion])
        assigned = initial >= 0
        self.present = np.bincount(
            initial[assigned], weights=self.weights[assigned], minlength=self.count
        )
        self.unassigned = float(self.weights[~assigned].sum())
        self.free = self._free_to_leave(problem, initial, assigned)

    def _handover(self, problem: BalanceProblem, held: IntArray) -> Handover | None:
        """What may change hands over corridors; None where that says nothing, or takes long."""
        if not np.isfinite(self.budget) or problem.initial is None:
            return None
        if not has_corridors(problem.area_count, self.count):
            return None
        initial, nobody = problem.initial, self.count
        labels = np.where(initial >= 0, initial, nobody)
        share = self.weights / self.total
        corridor = corridor_weights(problem.graph, share, labels, held, self.count)
        # Who cannot give up all that is there keeps some of it.
        keeps = self.present - self.free > self.budget + self.rounding
        keeps[held[(held >= 0) & (held == initial)]] = True
        began = np.isin(np.arange(self.count), initial)
        keeps[held[held >= 0]] |= ~began[held[held >= 0]]
        beside = np.zeros(corridor.shape[1] - self.count)
        beside[:1] = self.unassigned
        totals = np.concatenate([self.present, beside]) / self.total
        free = np.concatenate([self.free, beside]) / self.total
        return Handover(totals, free, corridor, keeps)

    def _free_to_leave(
        self, problem: BalanceProblem, initial: IntArray, assigned: BoolArray
    ) -> FloatArray:
        """Weight (k,) that can leave each territory without counting as change."""
        if problem.change_weights is None:
            return np.zeros(self.count)
        mass = problem.balance_weights
        counted = np.clip(problem.change_weights / np.where(mass > 0.0, mass, 1.0), 0.0, 1.0)
        if problem.weights.shape[1] > 1:
            # How the uncounted part divides over the criteria is not known.
            counted = np.floor(counted + ROUNDING)
        uncounted = self.weights * (1.0 - counted)
        return sums_of(uncounted[assigned], initial[assigned], self.count)

    def smallest_deviation(self) -> float:
        """Smallest share of the target that no argument rules out."""
        if self.total <= 0.0:
            return 0.0
        low = 0.0
        if not self._possible(low):
            high = float(self.total / self.unit.min()) + 1.0
            if not self._possible(high):
                return high
            low = _smallest(self._possible, low, high, _BISECTIONS)
        if self.handover is not None and not self._corridors_possible(low):
            low = _smallest(self._corridors_possible, low, low + 1.0, _CORRIDOR_BISECTIONS)
        # Asked last: it takes a thousand times as long, and seldom objects to what is left.
        if self.blocks is None or self._blocks_possible(low):
            return low
        return _smallest(self._blocks_possible, low, low + 1.0, _BLOCK_BISECTIONS)

    def _limits(self, deviation: float) -> tuple[FloatArray, FloatArray]:
        """Least and greatest total (k,) of each territory."""
        low = np.maximum(self.targets - deviation * self.unit, 0.0)
        high = self.targets + deviation * self.unit
        if self.grain > 0.0:
            slack = self.rounding / self.grain
            low = np.ceil(low / self.grain - slack) * self.grain
            high = np.floor(high / self.grain + slack) * self.grain
        return low, high

    def _blocks_possible(self, deviation: float) -> bool:
        low, high = self._limits(deviation)
        counts = self.blocks
        return counts is None or counts.possible(float(low.min()), float(high.max()), self.count)

    def _corridors_possible(self, deviation: float) -> bool:
        if self.handover is None:
            return True
        low, high = (limit / self.total for limit in self._limits(deviation))
        budget = self.budget / self.total
        return self.handover.least(low, high, budget) <= budget + ROUNDING

    def _possible(self, deviation: float) -> bool:
        low, high = self._limits(deviation)
        low_held, high_held = np.maximum(low, self.least), np.minimum(high, self.most)
        rounding = self.rounding
        if (low_held > high_held + rounding).any():
            return False
        if not low_held.sum() - rounding <= self.total <= high_held.sum() + rounding:
            return False
        for weight, allowed in self.largest_needs:
            if weight > high_held[allowed].max() + rounding:
                return False
        if self.pair > high_held.max() + rounding:
            return False
        return self._parts_possible(low, high) and self._change_possible(low, high)

    def _parts_possible(self, low: FloatArray, high: FloatArray) -> bool:
        if len(self.parts) == 1:
            return True
        smallest, largest = float(low.min()), float(high.max())
        rounding = self.rounding
        fewest = np.ones(len(self.parts))
        if largest > 0.0:
            fewest = np.maximum(np.ceil((self.parts - rounding) / largest), 1.0)
        elif (self.parts > rounding).any():
            return False
        most = self.part_sizes.astype(float)
        if smallest > 0.0:
            most = np.minimum(most, np.floor((self.parts + rounding) / smallest))
        if (fewest > most).any():
            return False
        return bool(fewest.sum() <= self.count <= most.sum())

    def _change_possible(self, low: FloatArray, high: FloatArray) -> bool:
        if not np.isfinite(self.budget):
            return True
        leaving = np.maximum(self.present - high - self.free, 0.0).sum()
        coming = np.maximum(low - self.present, 0.0).sum()
        available = self.budget + self.unassigned + self.free.sum()
        rounding = self.rounding
        return bool(leaving <= self.budget + rounding and coming <= available + rounding)


def _smallest(possible: Callable[[float], bool], low: float, high: float, steps: int) -> float:
    """Largest deviation found that is still impossible; ``low`` is."""
    for _ in range(steps):
        middle = 0.5 * (low + high)
        if possible(middle):
            high = middle
        else:
            low = middle
    return low


def _common_divisor(weights: FloatArray) -> float:
    """Greatest common divisor of whole weights; 0 if they are not whole numbers."""
    if not len(weights) or weights.max() > 2**52 or (weights != np.floor(weights)).any():
        return 0.0
    return float(np.gcd.reduce(weights.astype(np.int64)))
