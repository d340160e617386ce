"""What all joint divisions of blocks of border areas cost: of each plan a thousand at once.

Divisions are numbered by the areas that move, one bit each. Those of the first and of the last
areas of a block are reckoned by doubling them with each area; every pair of the two is a sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Union

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..rounding import ROUNDING
from .balance_prices import BalancePrices
from .border_blocks import BLOCK_SIZE, PARTIES, Blocks
from .criteria import Scales
from .division_buffers import DivisionBuffers
from .settings import STANDARD_DEVIATION
from .space import SearchSpace

_LAST = 3
"""Areas whose divisions are added to those of all others: rows of a hundred numbers and more are
added several times as fast as those of 32, and of two areas there are four times as few."""
_DOUBLINGS = 3
"""The worst deviation counts as the norm to the power of two to this, so that the second worst
territory counts, too."""
_SOURCE, _TARGET = np.divmod(np.arange(PARTIES * PARTIES), PARTIES)
_TOGETHER: FloatArray = np.array(
    np.not_equal.outer(_TARGET, _TARGET)
    + 0.0
    - np.not_equal.outer(_TARGET, _SOURCE)
    + np.not_equal.outer(_SOURCE, _SOURCE)
    - np.not_equal.outer(_SOURCE, _TARGET),
    dtype=np.float32,
)
"""Two neighbours that move both are not apart as each of them alone would be: how many times their
border counts more, by the ways (source, target) of the two."""
_Line = tuple[float, Union[float, FloatArray]]


class JointDivisions:
    """Reckons divisions of one map's plans.

    Parameters
    ----------
    space : SearchSpace
    scales : Scales
    neighbours : ndarray of int, shape (d, n + 1)
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
            self.border[: len(border), area] = np.array(border) * scales.border
            self.shared[area, neighbours[:, area]] = self.border[:, area]
        self.shared[:, areas] = 0.0
        shares = space.criterion_shares
        self.relative: FloatArray = shares / shares.max()
        self.largest_share = float(shares.max())
        none = np.zeros((1, criteria))
        self.weights: FloatArray = np.vstack([space.weights * self.relative, none])
        self.inverse: FloatArray = np.vstack([space.inverse_targets, none])
        self.prices = BalancePrices.of(space, scales.bound, scales.balance)
        self.lines_of_worst = self.prices.lines_of_worst(not space.counts_objective_alone)
        self.price_of_excess = 0.0
        self.buffers = DivisionBuffers.of(0, BLOCK_SIZE, _LAST)
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
        plan = np.arange(len(area))[:, None]
        source = blocks.parties.take(blocks.source + PARTIES * plan)
        target = blocks.parties.take(blocks.target + PARTIES * plan)
        place = area + labels.shape[1] * plan
        trip = place * trips.shape[2]
        alone = trips.take(trip + target) - trips.take(trip + source)
        beside = labels.take(self.neighbours.take(area, axis=1) + labels.shape[1] * plan)
        stays = (beside == source).view(np.int8) - (beside == target).view(np.int8)
        alone += (self.border.take(area, axis=1) * stays).sum(axis=0)
        way = PARTIES * blocks.source + blocks.target
        pairs = self.shared.take(area[:, :, None] * len(self.shared) + area[:, None, :])
        pairs *= _TOGETHER.take(way[:, :, None] * len(_TOGETHER) + way[:, None, :])
        return _quadratic(alone, pairs)

    def balance(
        self, blocks: Blocks, deviation: FloatArray, worst: FloatArray, total: FloatArray
    ) -> FloatArray:
        """What divisions cost through balance.

        Parameters
        ----------
        deviation : ndarray of float, shape (p, k + 1, c)
            Signed, each criterion times what it counts; the last territory is none.
        worst, total : ndarray of float, shape (p, k + 1)
            See :meth:`measured`.

        Returns
        -------
        ndarray of float, shape (p, 2^b)
            Overwritten by the next call.
        """
        low, high = self._deviations(blocks, deviation)
        count, territories = len(worst), self.space.territory_count
        if len(self.buffers.cost) != count:
            self.buffers = DivisionBuffers.of(count, BLOCK_SIZE, _LAST)
        kept = self.buffers
        mean, norm, excess = kept.mean, kept.norm, kept.excess
        for sums in (mean, norm, excess):
            sums.fill(0.0)
        for party in range(PARTIES):
            self._add_party(low[:, party, :, None], high[:, party, :, :, None])
        others = np.ones(worst.shape, dtype=bool)
        others[np.arange(count)[:, None], blocks.parties] = False
        rest = (total * others).sum(axis=1)[:, None, None] / territories
        unit = self.largest_share / territories
        if self.prices.objective == STANDARD_DEVIATION:
            mean *= np.float32(unit)
            mean += rest.astype(np.float32)
            np.sqrt(mean, out=mean)
            rest, unit = 0.0, 1.0
        # The mean is priced as the sum of the parties' deviations that it comes from.
        lines = [(slope * unit, start + slope * rest) for slope, start in self.prices.lines_of_mean]
        _price(mean, lines, kept.cost, kept.spare)
        if self.lines_of_worst:
            rest = ((worst * others) ** (1 << _DOUBLINGS)).sum(axis=1)[:, None, None]
            norm += rest.astype(np.float32)
            for _ in range(_DOUBLINGS):
                np.sqrt(norm, out=norm)
            _price(norm, self.lines_of_worst, kept.worst, kept.spare)
            np.add(kept.cost, kept.worst, out=kept.cost)
        if np.isfinite(self.limit):
            excess *= np.float32(self.price_of_excess)
            np.add(kept.cost, excess, out=kept.cost)
        return kept.cost.reshape(count, -1)

    def _add_party(self, low: FloatArray, high: FloatArray) -> None:
        """Add the deviations of one party to what is summed up of all of them.

        One party and criterion at a time, as all of them together leave a core's cache.
        """
        mean, norm, excess, beyond, worst, other, _, spare = self.buffers
        limited = bool(np.isfinite(self.limit))
        for i, relative in enumerate(self.relative.tolist()):
            off = other if i else worst
            np.add(high[i], low[i], out=off)
            np.abs(off, out=off)
            if limited:
                own = spare if i else beyond
                np.multiply(off, np.float32(1.0 / relative), out=own)
                np.maximum(beyond, own, out=beyond)
            if self.space.tolerated > 0.0:
                off -= np.float32(self.space.tolerated * relative)
                np.maximum(off, 0.0, out=off)
            if self.prices.objective == STANDARD_DEVIATION:
                np.square(off, out=spare)
                spare *= np.float32(1.0 / relative)
                mean += spare
            else:
                mean += off
            if i:
                np.maximum(worst, off, out=worst)
        if self.lines_of_worst:
            for _ in range(_DOUBLINGS):
                np.square(worst, out=worst)
            norm += worst
        if limited:
            beyond -= np.float32(self.limit)
            np.maximum(beyond, 0.0, out=beyond)
            excess += beyond

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
        cost, more, spare = np.empty((3, *mean.shape))
        _price(mean, self.prices.lines_of_mean, cost, spare)
        if self.lines_of_worst:
            _price(worst, self.lines_of_worst, more, spare)
            cost += more
        return cost

    def _deviations(self, blocks: Blocks, deviation: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Signed deviations of the parties after each division, in two parts to be added.

        Those (c, 3, p, 2^h) after each division of the first areas, and what each one of the
        last ones (c, 3, p, 2^(b - h)) adds to them.
        """
        parties = blocks.parties.T
        party = np.arange(PARTIES)[:, None]
        source, target = blocks.source.T[:, None], blocks.target.T[:, None]
        sign = (target == party).view(np.int8) - (source == party).view(np.int8)
        weight = self.weights.take(blocks.area.T, axis=0).transpose(0, 2, 1)[:, :, None]
        inverse = self.inverse.T.take(parties, axis=1)
        moved = (weight * inverse * sign[:, None]).astype(np.float32)
        present = deviation[np.arange(len(deviation)), parties].transpose(2, 0, 1)
        low = _doubled(present.astype(np.float32), moved[:-_LAST])
        return low, _doubled(np.zeros(present.shape, np.float32), moved[-_LAST:])


def _doubled(first: NDArray, steps: NDArray) -> NDArray:
    """Sums (…, 2^b) of ``first`` (…) and each choice of the steps (b, …)."""
    sums = np.empty((1 << len(steps), *first.shape), dtype=np.float32)
    sums[0] = first
    for i, step in enumerate(steps):
        known = 1 << i
        np.add(sums[:known], step, out=sums[known : 2 * known])
    return np.ascontiguousarray(np.moveaxis(sums, 0, -1))


def _quadratic(alone: NDArray, pairs: NDArray) -> NDArray:
    """Sums (p, 2^b) of what each chosen area costs (p, b), and each pair of them (p, b, b).

    The areas are an even number.
    """
    count, size = alone.shape
    half = size // 2
    chosen, both_chosen, first, second = _choices(half)
    start = np.array([0, half])[:, None]
    within = pairs.reshape(count, -1).take((start + first) * size + start + second, axis=1)
    terms = np.concatenate([alone.reshape(count, 2, half), within], axis=2)
    choices = np.concatenate([chosen, both_chosen])
    halves = (terms.transpose(2, 0, 1)[..., None] * choices[:, None, None]).sum(axis=0)
    across = (pairs[:, half:, :half].transpose(2, 0, 1)[..., None] * chosen[:, None, None]).sum(
        axis=0
    )
    sums = np.empty((count, 1 << half, 1 << half), dtype=np.float32)
    sums[:, 0] = halves[:, 0]
    for i in range(half):
        known = 1 << i
        np.add(sums[:, :known], across[:, i, None], out=sums[:, known : 2 * known])
    sums += halves[:, 1, :, None]
    return sums.reshape(count, -1)


@cache
def _choices(size: int) -> tuple[NDArray, NDArray, IntArray, IntArray]:
    """Areas (b, 2^b) that are chosen, pairs of which both are, and the pairs' two areas."""
    chosen = (np.arange(1 << size) >> np.arange(size)[:, None] & 1).astype(np.float32)
    first, second = np.triu_indices(size, 1)
    return chosen, chosen[first] * chosen[second], first, second


def _price(values: FloatArray, lines: Sequence[_Line], cost: FloatArray, spare: FloatArray) -> None:
    """Make ``cost`` the highest of some lines at values; ``spare`` is an array of their shape."""
    kind = values.dtype.type
    (slope, start), *others = lines
    np.multiply(values, kind(slope), out=cost)
    cost += kind(start)
    for slope, start in others:
        np.multiply(values, kind(slope), out=spare)
        spare += kind(start)
        np.maximum(cost, spare, out=cost)
