"""The p-median with many homes: bounded near each demand, found and proved by programmes.

With hundreds of homes the relaxation is all but exact, and shakes of a choice hardly ever hit
the few homes that are wrong. So the steps of the relaxation come first, its open candidates are
made a choice by best swaps, and programmes cut at its prices (:mod:`.cut_programme`) do the rest.
"""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Cancelled, Progress
from .branch_and_bound import TOLERANCE, Proof
from .cut_programme import RULES, CutPrices
from .median_problem import cost_resolution
from .near_candidates import NearCandidates
from .subgradient import RelaxedBound, subgradient_bound
from .swap_search import SwapState


def proof_with_many_homes(
    cost: FloatArray, start: IntArray, fixed_count: int, progress: Progress = SILENT
) -> Proof | None:
    """The best choice and what no choice comes below; None where homes are too few for it.

    Parameters
    ----------
    cost : ndarray of float, shape (n, m)
        Finite costs, weights included.
    start : ndarray of int, shape (count,)
        A choice, first the candidates that must be open.
    fixed_count : int
        How many of these there are.
    """
    near = NearCandidates.of(cost, start.size)
    if near is None:
        return None
    search = _ManyMedians(cost, near, start, fixed_count)
    try:
        search.relax(progress.part(0.0, 0.2))
        search.solve_programmes(progress.part(0.2, 1.0))
    except Cancelled:
        pass
    return search.proof()


class _ManyMedians:
    """A choice that gets better, and a bound that rises to meet it."""

    def __init__(
        self, cost: FloatArray, near: NearCandidates, start: IntArray, fixed_count: int
    ) -> None:
        self.cost = cost
        self.near = near
        self.count = start.size
        self.fixed = start[:fixed_count]
        self.chosen = start
        self.objective = self._value(start)
        self.resolution = cost_resolution(cost)
        self.lower = 0.0
        self.relaxed: RelaxedBound | None = None

    @property
    def closed(self) -> bool:
        """Whether no choice can be better."""
        tolerance = TOLERANCE * abs(self.objective)
        below = self.resolution - tolerance if self.resolution > 0.0 else tolerance
        return self.lower >= self.objective - below

    def proof(self) -> Proof:
        """What is known by now."""
        lower = self.objective if self.closed else min(self.lower, self.objective)
        multipliers = None if self.relaxed is None else self.relaxed.multipliers
        return Proof(lower, self.objective, self.chosen, self.closed, multipliers=multipliers)

    def relax(self, progress: Progress) -> None:
        """Bound, make a choice of what the relaxation opens, and bound with its help."""
        first = self._bounded(None, progress)
        self._offer(self._opened(first), progress)
        second = self._bounded(first.multipliers, progress)
        self.relaxed = second if second.value > first.value else first
        self.lower = max(self.lower, self.relaxed.value)
        self._offer(self._opened(self.relaxed), progress)

    def solve_programmes(self, progress: Progress) -> None:
        """Programmes of growing size until nothing can be better, or they are too large.

        Raises
        ------
        Cancelled
        """
        if self.relaxed is None:
            return
        prices = CutPrices.of(self.near, self.relaxed, self.count, self.fixed)
        sizes = RULES.pairs(len(self.cost))
        for number, size in enumerate(sizes):
            if self.closed:
                break
            progress.stop_if_cancelled()
            progress.report(number / len(sizes))
            # A little above the known choice, so that this one at least takes part.
            threshold = min(self.objective * (1.0 + TOLERANCE), prices.threshold(size))
            if threshold <= self.lower:
                continue
            answer = prices.programme(threshold).solved(threshold, progress)
            if answer.chosen is not None:
                self._offer(answer.chosen, progress)
            elif answer.bound > self.objective:
                continue  # the known choice was there: the solver has failed
            self.lower = max(self.lower, answer.bound)
        progress.report(1.0)

    def _bounded(self, start: FloatArray | None, progress: Progress) -> RelaxedBound:
        return subgradient_bound(
            self.near,
            self.count,
            self.objective,
            start=start,
            forced=self.fixed,
            progress=progress,
        )

    def _opened(self, relaxed: RelaxedBound) -> IntArray:
        """The candidates that a relaxation opens."""
        sums = relaxed.reduced.copy()
        sums[self.fixed] = -np.inf
        return np.argsort(sums, kind="stable")[: self.count]

    def _offer(self, opened: IntArray, progress: Progress) -> None:
        """Improve some open candidates by best swaps; they are the choice if it is better."""
        if opened.size != self.count:
            return
        ordered = np.concatenate([self.fixed, np.setdiff1d(opened, self.fixed)])
        state = SwapState(self.cost, ordered)
        state.descend(np.arange(self.fixed.size), progress)
        if state.objective < self.objective:
            self.chosen, self.objective = state.chosen, state.objective

    def _value(self, chosen: IntArray) -> float:
        return float(self.cost[:, chosen].min(axis=1).sum())
