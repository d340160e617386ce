"""The candidates near each demand: all that a relaxation with many homes needs to look at.

With many homes nobody is served from far away, so most of a cost matrix says nothing. Multipliers
never exceed the cost of the farthest candidate in the list, which keeps bounds valid: beyond it
every candidate's cost less the multiplier is at least 0, as if it were not there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray

_LISTED_PER_SERVED = 4
"""Candidates listed for each that lies, on average, in the district of a home: twice as far."""
_LEAST_LISTED = 40
"""So many at least; fewer would save nothing."""
_WORTH_A_LIST = 0.25
"""Share of the candidates that a list may hold; longer ones are slower than the whole matrix."""
# Costs of 8 MB at a time.
_ELEMENTS_PER_BLOCK = 1_000_000


@dataclass(frozen=True)
class NearCandidates:
    """The K cheapest candidates of each of n demands.

    Attributes
    ----------
    index : ndarray of int, shape (n, K)
        Candidates, the cheapest first.
    cost : ndarray of float, shape (n, K)
        What they cost, weights included.
    beyond : ndarray of float, shape (n,)
        Cost of the next one, which is not listed.
    candidate_count : int
        Number m of all candidates, more than K.
    scale : ndarray of float, shape (n,)
        Size of each demand's costs relative to the others', by which steps are scaled.
    """

    index: IntArray
    cost: FloatArray
    beyond: FloatArray
    candidate_count: int
    scale: FloatArray

    @classmethod
    def of(cls, cost: FloatArray, count: int) -> NearCandidates | None:
        """Lists for opening ``count`` of the candidates; None where they would be too long."""
        n, m = cost.shape
        served = -(-m // count)
        width = max(_LEAST_LISTED, _LISTED_PER_SERVED * served)
        if n == 0 or width > _WORTH_A_LIST * m:
            return None
        index = np.empty((n, width + 1), dtype=np.int64)
        listed = np.empty((n, width + 1))
        step = max(1, _ELEMENTS_PER_BLOCK // m)
        for first in range(0, n, step):
            rows = slice(first, first + step)
            near = np.argpartition(cost[rows], width, axis=1)[:, : width + 1]
            near.sort(axis=1)
            values = np.take_along_axis(cost[rows], near, axis=1)
            order = np.argsort(values, axis=1, kind="stable")
            index[rows] = np.take_along_axis(near, order, axis=1)
            listed[rows] = np.take_along_axis(values, order, axis=1)
        typical = listed[:, min(served, width)]
        mean = float(typical.mean())
        scale = typical / mean if mean > 0.0 else np.ones(n)
        return cls(index[:, :-1], np.ascontiguousarray(listed[:, :-1]), listed[:, -1], m, scale)

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers n of demands and m of candidates."""
        return len(self.cost), self.candidate_count

    @property
    def entries(self) -> int:
        """Costs looked at in one step."""
        return self.cost.size

    @property
    def most(self) -> FloatArray:
        """What multipliers (n,) may not exceed."""
        return self.cost[:, -1]

    def middle(self) -> FloatArray:
        """Mean of the cheapest and second cheapest cost of each demand, shape (n,)."""
        return self.cost[:, :2].mean(axis=1)

    def reduced_sums(self, multipliers: FloatArray) -> FloatArray:
        """Sum over demands of min(0, cost − multiplier), per candidate (m,)."""
        reduced = np.minimum(self.cost - multipliers[:, None], 0.0)
        sums: FloatArray = np.bincount(
            self.index.ravel(), weights=reduced.ravel(), minlength=self.candidate_count
        ).astype(float)
        return sums

    def times_served(self, opened: IntArray, multipliers: FloatArray) -> IntArray:
        """How many of the opened candidates would serve each demand (n,) at its multiplier."""
        is_open = np.zeros(self.candidate_count, dtype=bool)
        is_open[opened] = True
        serves: BoolArray = (self.cost < multipliers[:, None]) & is_open[self.index]
        return serves.sum(axis=1)


@dataclass(frozen=True)
class EveryCandidate:
    """All candidates of each demand, with the same questions as :class:`NearCandidates`.

    Attributes
    ----------
    cost : ndarray of float, shape (n, m)
    """

    cost: FloatArray

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers n of demands and m of candidates."""
        n, m = self.cost.shape
        return n, m

    @property
    def most(self) -> float:
        """What multipliers may not exceed: there is no such limit."""
        return np.inf

    @property
    def scale(self) -> FloatArray:
        """Size (n,) of each demand's costs relative to the others', by which steps are scaled.

        Multipliers are costs: those of a city of millions are a thousand times those of a
        village, and with equal steps the one would hardly move or the other leap.
        """
        middle = np.median(self.cost, axis=1)
        mean = float(middle.mean())
        return middle / mean if mean > 0.0 else np.ones(len(self.cost))

    def middle(self) -> FloatArray:
        """Mean of the cheapest and second cheapest cost of each demand, shape (n,)."""
        second = min(1, self.cost.shape[1] - 1)
        nearest = np.partition(self.cost, second, axis=1)
        return (nearest[:, 0] + nearest[:, second]) / 2.0

    def reduced_sums(self, multipliers: FloatArray) -> FloatArray:
        """Sum over demands of min(0, cost − multiplier), per candidate (m,)."""
        cost = self.cost
        sums = np.zeros(cost.shape[1])
        rows = max(1, _ELEMENTS_PER_BLOCK // max(cost.shape[1], 1))
        for start in range(0, cost.shape[0], rows):
            part = slice(start, start + rows)
            sums += np.minimum(cost[part] - multipliers[part, None], 0.0).sum(axis=0)
        return sums

    def times_served(self, opened: IntArray, multipliers: FloatArray) -> IntArray:
        """How many of the opened candidates would serve each demand (n,) at its multiplier."""
        return (self.cost[:, opened] < multipliers[:, None]).sum(axis=1)
