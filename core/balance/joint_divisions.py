"""What all joint divisions of blocks of border areas cost: of each plan a thousand at once.

Divisions are numbered by the areas that move, one bit each. Those of the first and of the last half
of a block are reckoned by doubling them with each area; every pair of the two is a sum.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..rounding import ROUNDING
from .balance_prices import BalancePrices, Lines
from .border_blocks import PARTIES, Blocks
from .criteria import Scales
from .settings import STANDARD_DEVIATION
from .space import SearchSpace

_DOUBLINGS = 3
"""The worst deviation counts as the norm to the power of two to this, so that the second worst
territory counts, too."""


class JointDivisions:
    """Reckons divisions of one map's plans.

    Parameters
    ----------
    space : SearchSpace
    scales : Scales
    neighbours : ndarray of int, shape (n + 1, d)
        Neighbours of each area, n for none.

    Attributes
    ----------
    weights : ndarray of float, shape (n + 1, c)
        Weights, each criterion times what it counts beside the one that counts most.
    inverse : ndarray of float, shape (k + 1, c)
        What makes a weight a share of the target.
    price_of_excess : float
        Fitness per share by which a territory exceeds the limit on deviation.
    """

    def __init__(self, space: SearchSpace, scales: Scales, neighbours: IntArray) -> None:
        self.space = space
        areas, criteria = space.area_count, space.criterion_count
        self.neighbours = neighbours
        self.border: FloatArray = np.zeros(neighbours.shape, dtype=np.float32)
        self.shared: FloatArray = np.zeros((areas + 1, areas + 1), dtype=np.float32)
        for area, border in enumerate(space.lists.borders):
            self.border[area, : len(border)] = np.array(border) * scales.border
            self.shared[area, neighbours[area]] = self.border[area]
        self.shared[:, areas] = 0.0
        shares = space.criterion_shares
        self.relative: FloatArray = shares / shares.max()
        self.largest_share = float(shares.max())
        none = np.zeros((1, criteria))
        self.weights: FloatArray = np.vstack([space.weights * self.relative, none])
        self.inverse: FloatArray = np.vstack([space.inverse_targets, none])
        self.prices = BalancePrices.of(space, scales.bound, scales.balance)
        self.worst_counts = not space.counts_objective_alone
        self.price_of_excess = 0.0
        self.limit = space.problem.rules.max_deviation + ROUNDING

    def other_change(self, blocks: Blocks, labels: NDArray, trips: FloatArray) -> FloatArray:
        """What divisions (p, 2^b) cost through trips and borders, beyond the present one.

        Parameters
        ----------
        labels : ndarray of int, shape (p, n + 1)
        trips : ndarray of float, shape (p, n + 1, k + 1)
            What trips to each area cost from each territory, in fitness.
        """
        area = blocks.area
        column = np.arange(len(area))[:, None]
        source = blocks.parties[column, blocks.source]
        target = blocks.parties[column, blocks.target]
        alone = trips[column, area, target] - trips[column, area, source]
        beside = labels[column[..., None], self.neighbours[area]]
        stays = (beside == source[..., None]).astype(np.int8) - (beside == target[..., None])
        alone += (self.border[area] * stays).sum(axis=2)
        # Two neighbours that move both are not apart as each of them alone would be.
        both = _apart(blocks.target, blocks.target) - _apart(blocks.target, blocks.source)
        both += _apart(blocks.source, blocks.source) - _apart(blocks.source, blocks.target)
        pairs = both * self.shared[area[:, :, None], area[:, None, :]]
        return _quadratic(alone, pairs)

    def balance(
        self, blocks: Blocks, deviation: FloatArray, worst: FloatArray, total: FloatArray
    ) -> FloatArray:
        """What divisions (p, 2^b) cost through balance.

        Parameters
        ----------
        deviation : ndarray of float, shape (p, k + 1, c)
            Signed, each criterion times what it counts; the last territory is none.
        worst, total : ndarray of float, shape (p, k + 1)
            See :meth:`measured`.
        """
        off = np.abs(self._deviations(blocks, deviation))
        count, criteria = len(worst), len(off)
        size = off.shape[-1]
        excess = None
        if np.isfinite(self.limit):
            excess = self._excess(off)
        if self.space.tolerated > 0.0:
            off -= (self.space.tolerated * self.relative).astype(np.float32)[:, None, None, None]
            np.maximum(off, 0.0, out=off)
        column = np.arange(count)[:, None]
        others = np.ones(worst.shape, dtype=bool)
        others[column, blocks.parties] = False
        rest = (total * others).sum(axis=1).astype(np.float32)[:, None]
        if self.prices.objective == STANDARD_DEVIATION:
            squares = np.square(off) / self.relative.astype(np.float32)[:, None, None, None]
            mean = squares.reshape(-1, count, size).sum(axis=0)
        else:
            mean = np.add.reduce(off.reshape(criteria * PARTIES, count, size), axis=0)
        mean *= np.float32(self.largest_share)
        mean += rest
        mean /= np.float32(self.space.territory_count)
        if self.prices.objective == STANDARD_DEVIATION:
            np.sqrt(mean, out=mean)
        spare = np.empty_like(mean)
        cost = _priced(mean, self.prices.lines_of_mean, spare)
        lines = self.prices.lines_of_worst(self.worst_counts)
        if lines:
            cost += _priced(self._norm(off, worst * others), lines, spare)
        if excess is not None:
            cost += excess
        return cost

    def measured(self, deviation: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Worst deviation (p, k + 1) of territories, and the weighted sum of (squared) ones."""
        off = np.abs(deviation)
        if self.space.tolerated > 0.0:
            off = np.maximum(off - self.space.tolerated * self.relative, 0.0)
        off[:, -1] = 0.0
        if self.prices.objective == STANDARD_DEVIATION:
            total = (off**2 / self.relative).sum(axis=2)
        else:
            total = off.sum(axis=2)
        return off.max(axis=2), total * self.largest_share

    def price_of(self, worst: FloatArray, total: FloatArray) -> FloatArray:
        """Balance as the fitness has it of plans (p,), by their worst deviation and the sum."""
        mean = total / self.space.territory_count
        if self.prices.objective == STANDARD_DEVIATION:
            mean = np.sqrt(mean)
        cost = _priced(mean, self.prices.lines_of_mean, np.empty_like(mean))
        lines = self.prices.lines_of_worst(self.worst_counts)
        return cost + _priced(worst, lines, np.empty_like(mean)) if lines else cost

    def _norm(self, off: FloatArray, others: FloatArray) -> FloatArray:
        """Norm (p, 2^b) of the worst deviations of all territories."""
        worst = off[0].copy()
        for own in off[1:]:
            np.maximum(worst, own, out=worst)
        rest = others
        for _ in range(_DOUBLINGS):
            worst *= worst
            rest = rest * rest
        norm = worst[0]
        norm += worst[1]
        norm += worst[2]
        norm += rest.sum(axis=1).astype(np.float32)[:, None]
        for _ in range(_DOUBLINGS):
            np.sqrt(norm, out=norm)
        return norm

    def _excess(self, off: FloatArray) -> FloatArray:
        """What the parties' deviations (c, 3, p, 2^b) beyond the limit cost (p, 2^b)."""
        beyond = off[0] * np.float32(1.0 / self.relative[0])
        for own, relative in zip(off[1:], self.relative[1:]):
            np.maximum(beyond, own * np.float32(1.0 / relative), out=beyond)
        beyond -= np.float32(self.limit)
        np.maximum(beyond, 0.0, out=beyond)
        cost = beyond.sum(axis=0)
        cost *= np.float32(self.price_of_excess)
        return np.asarray(cost)

    def _deviations(self, blocks: Blocks, deviation: FloatArray) -> FloatArray:
        """Signed deviations (c, 3, p, 2^b) of the parties after each division."""
        area, parties = blocks.area, blocks.parties
        count, size = area.shape
        column = np.arange(count)[:, None]
        party = np.arange(PARTIES)[:, None, None]
        sign = (blocks.target == party).astype(np.float32) - (blocks.source == party)
        weight = self.weights[area].transpose(2, 0, 1)[:, None]
        inverse = self.inverse[parties].transpose(2, 1, 0)[..., None]
        moved = (weight * inverse).astype(np.float32) * sign
        half = size // 2
        present = deviation[column, parties].transpose(2, 1, 0).astype(np.float32)
        low = _doubled(present, moved[..., :half])
        high = _doubled(np.zeros_like(present), moved[..., half:])
        both = high[..., :, None] + low[..., None, :]
        return np.asarray(both.reshape(*both.shape[:3], -1), dtype=np.float32)


def _apart(one: IntArray, other: IntArray) -> IntArray:
    """1 where areas (p, b) are in different territories, (p, b, b)."""
    return (one[:, :, None] != other[:, None, :]).astype(np.int8)


def _doubled(first: NDArray, steps: NDArray) -> NDArray:
    """Sums (…, 2^b) of ``first`` (…) and each choice of the steps (…, b)."""
    size = steps.shape[-1]
    sums = np.empty((*first.shape, 1 << size), dtype=np.float32)
    sums[..., 0] = first
    for i in range(size):
        known = 1 << i
        np.add(sums[..., :known], steps[..., i, None], out=sums[..., known : 2 * known])
    return sums


def _quadratic(alone: NDArray, pairs: NDArray) -> NDArray:
    """Sums (p, 2^b) of what each chosen area costs (p, b), and each pair of them (p, b, b).

    The areas are an even number.
    """
    count, size = alone.shape
    half = size // 2
    halves = _quadratic_by_doubling(
        np.concatenate([alone[:, :half], alone[:, half:]]),
        np.concatenate([pairs[:, :half, :half], pairs[:, half:, half:]]),
    )
    low, high = halves[:count], halves[count:]
    across = _doubled(np.zeros((count, size - half), np.float32), pairs[:, half:, :half])
    both = np.empty((count, 1 << size - half, 1 << half), dtype=np.float32)
    both[:, 0] = low
    for i in range(size - half):
        known = 1 << i
        np.add(both[:, :known], across[:, i, None], out=both[:, known : 2 * known])
    both += high[:, :, None]
    return both.reshape(count, -1)


def _quadratic_by_doubling(alone: NDArray, pairs: NDArray) -> NDArray:
    """The same of few areas."""
    count, size = alone.shape
    sums = np.zeros((count, 1 << size), dtype=np.float32)
    # What one more area costs beside those chosen so far.
    more = _doubled(alone, np.zeros((count, size, 0), np.float32))
    for i in range(size):
        known = 1 << i
        np.add(sums[:, :known], more[:, i], out=sums[:, known : 2 * known])
        more = np.concatenate([more, more + pairs[:, :, i, None]], axis=2)
    return sums


def _priced(values: FloatArray, lines: Lines, spare: FloatArray) -> FloatArray:
    """Cost of values, the highest of some lines; ``spare`` is an array of their shape."""
    (slope, start), *others = lines
    cost = values * values.dtype.type(slope)
    if start:
        cost += values.dtype.type(start)
    for slope, start in others:
        np.multiply(values, values.dtype.type(slope), out=spare)
        spare += values.dtype.type(start)
        np.maximum(cost, spare, out=cost)
    return cost
