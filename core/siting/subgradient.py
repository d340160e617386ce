"""Lower bounds for the p-median problem.

Relaxing "every demand is served once" with multipliers leaves a problem that is solved by
looking: open the p candidates with the least reduced sums (Cornuéjols, Fisher and Nemhauser,
Management Science 23, 1977). The best multipliers are sought by subgradient steps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from .near_candidates import EveryCandidate, NearCandidates


@dataclass(frozen=True)
class SubgradientSteps:
    """How the multipliers walk towards the highest bound (Held, Wolfe and Crowder 1974).

    A step is ``length × (upper × overshoot − bound) / |direction|²``. Long steps find the region
    quickly, halving then settles; found by trying OR-Library's instances.

    Attributes
    ----------
    length : float
        First length; 2 and more may diverge.
    patience : int
        Steps without a higher bound after which the length is halved.
    smallest : float
        Length at which the walk ends.
    memory : float
        Share of the last direction that is kept, which damps the zigzag. Of 800 places × 10 homes
        400 steps leave 0.17 % with 0.3, and 0.07 % with 0.9.
    overshoot : float
        Above 1, so that steps do not vanish where the upper bound is the optimum.
    most : int
        Steps.
    """

    length: float = 1.2
    patience: int = 20
    smallest: float = 0.001
    memory: float = 0.9
    overshoot: float = 1.01
    most: int = 800


STEPS = SubgradientSteps()
"""Towards a bound for a whole problem."""
FEW_STEPS = replace(STEPS, most=120)
"""From the multipliers of a problem that this one is a part of."""


@dataclass
class RelaxedBound:
    """Outcome of a subgradient search on one set of undecided candidates.

    Attributes
    ----------
    value : float
        No choice allowed by the fixings costs less.
    multipliers : ndarray, shape (n,)
        Price of serving each demand at that value.
    reduced : ndarray, shape (m,)
        Reduced sum of each candidate at that value (at most 0).
    steps : int
        How many were made.
    """

    value: float
    multipliers: FloatArray
    reduced: FloatArray
    steps: int = 0


def subgradient_bound(
    cost: FloatArray | NearCandidates,
    count: int,
    upper: float,
    *,
    start: FloatArray | None = None,
    forced: IntArray | None = None,
    steps: SubgradientSteps | None = None,
    progress: Progress = SILENT,
) -> RelaxedBound:
    """Highest lower bound found by subgradient steps.

    Parameters
    ----------
    cost : ndarray of float, shape (n, m), or NearCandidates
        Finite costs, weights included; or the lowest of them.
    count : int
        Number of candidates to open.
    upper : float
        Cost of a known choice; sets the length of the steps, and they end at such a bound.
    start : ndarray, shape (n,), optional
        Multipliers to start from; without them the mean of the cheapest and second cheapest cost.
    forced : array of int, optional
        Candidates that are open in any case.
    steps : SubgradientSteps, optional
        Many for a whole problem, few from given multipliers.
    """
    walk = Walk(cost, count, start=start, forced=forced, steps=steps)
    walk.go_on(upper, walk.steps.most, progress)
    return walk.best


class Walk:
    """Subgradient steps that can be gone on with, as when a better choice is known meanwhile.

    Parameters are those of :func:`subgradient_bound`.

    Attributes
    ----------
    best : RelaxedBound
    ended : bool
        Whether further steps would lead nowhere.
    """

    def __init__(
        self,
        cost: FloatArray | NearCandidates,
        count: int,
        *,
        start: FloatArray | None = None,
        forced: IntArray | None = None,
        steps: SubgradientSteps | None = None,
    ) -> None:
        self.costs = cost if isinstance(cost, NearCandidates) else EveryCandidate(cost)
        n, m = self.costs.shape
        self.steps = steps or (STEPS if start is None else FEW_STEPS)
        self.forced = np.empty(0, dtype=np.int64) if forced is None else forced
        free = np.ones(m, dtype=bool)
        free[self.forced] = False
        self.free = np.flatnonzero(free)
        self.open_free = count - self.forced.size
        self.current = self.costs.middle() if start is None else start
        self.best = RelaxedBound(-np.inf, self.current, np.zeros(m))
        self.length, self.stale = self.steps.length, 0
        self.scales = self.costs.scale
        self.direction = np.zeros(n)
        self.number = 0
        self.ended = False

    def go_on(self, upper: float, steps: int, progress: Progress = SILENT) -> None:
        """Make at most so many steps; end at a bound of ``upper``."""
        for _ in range(steps):
            if self.ended or progress.is_cancelled():
                break
            self._step(upper)
        self.best.steps = self.number

    def _step(self, upper: float) -> None:
        costs, steps = self.costs, self.steps
        self.number += 1
        self.ended = self.number >= steps.most
        sums = costs.reduced_sums(self.current)
        opened = np.concatenate([self.forced, _least(self.free, sums, self.open_free)])
        value = float(self.current.sum() + sums[opened].sum())
        if value > self.best.value + 1e-9 * abs(value):
            self.stale = 0
            self.best = RelaxedBound(value, self.current, sums)
            if value >= upper:
                self.ended = True
                return
        else:
            self.stale += 1
            if self.stale >= steps.patience:
                self.length, self.stale, self.current = self.length / 2.0, 0, self.best.multipliers
                self.direction[:] = 0.0
                self.ended = self.ended or self.length < steps.smallest
                return
        served = costs.times_served(opened, self.current)
        self.direction = 1.0 - served + steps.memory * self.direction
        along = self.scales * self.direction
        squares = float((along * self.direction).sum())
        if not (served != 1).any() or squares == 0.0:
            self.ended = True
            return
        gap = max(steps.overshoot * upper - value, 1e-6 * abs(upper))
        moved = self.current + self.length * gap / squares * along
        self.current = np.clip(moved, 0.0, costs.most)


def _least(index: IntArray, sums: FloatArray, count: int) -> IntArray:
    """Those ``count`` of the given candidates with the least sums."""
    if count == 0 or count >= index.size:
        return index[:count]
    return index[np.argpartition(sums[index], count - 1)[:count]]
