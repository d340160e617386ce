"""Proof that a choice of p medians is the best, where one can be had.

Reduced sums of the relaxation (:mod:`.subgradient`) tell which candidates can be ruled out or
must be open, and branching on the rest closes the gap. What a relaxation opens, improved by best
swaps, is often the optimum itself: with few homes this finds and proves in some dozen steps what
shakes of a choice would only find.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from .median_problem import cost_resolution
from .near_candidates import EveryCandidate
from .subgradient import RelaxedBound, Walk, subgradient_bound
from .swap_search import SwapState

TOLERANCE = 1e-7
"""Share of the objective by which a better choice must be better, above rounding of the sums."""
STEPS_BETWEEN_CHOICES = 100
"""Of the relaxation of a whole problem: a choice costs as much as ten of them, and the better the
best one that is known, the sooner the steps end."""


@dataclass
class Proof:
    """What branch and bound could show.

    Attributes
    ----------
    lower_bound : float
        Proven for the whole problem.
    objective : float
        Cost of the best choice known, the given one included.
    chosen : ndarray of int
        That choice.
    closed : bool
        Whether no better choice exists.
    nodes : int
        Subproblems that it took.
    multipliers : ndarray of float, shape (n,), or None
        Of a relaxation of the whole problem, where a further proof can begin.
    """

    lower_bound: float
    objective: float
    chosen: IntArray
    closed: bool
    nodes: int = 0
    multipliers: FloatArray | None = None


@dataclass(order=True)
class Node:
    """A subproblem: candidates that are forced open, and those that are allowed at all."""

    bound: float
    order: int
    forced: IntArray = field(compare=False)
    allowed: IntArray = field(compare=False)
    multipliers: FloatArray = field(compare=False)


@dataclass(frozen=True)
class ProofEffort:
    """How long branch and bound may go on, by work rather than by the clock.

    Attributes
    ----------
    nodes : int
        Subproblems to bound.
    work : float
        Cost entries that steps of relaxations look at.
    """

    nodes: int
    work: float = np.inf


class BranchAndBound:
    """Best bound first: rule out and force candidates, branch on the most promising of the rest.

    Parameters
    ----------
    cost : ndarray, shape (n, m)
        Finite costs, weights included.
    chosen : ndarray of int, shape (count,)
        A known choice.
    objective : float
        Its cost.
    fixed : ndarray of int, optional
        Candidates that are open in any case, first in the choice.
    known : Proof, optional
        What an earlier bound has shown.
    """

    def __init__(
        self,
        cost: FloatArray,
        chosen: IntArray,
        objective: float,
        *,
        fixed: IntArray | None = None,
        known: Proof | None = None,
    ) -> None:
        self.cost = cost
        self.count = chosen.size
        self.fixed = np.empty(0, dtype=np.int64) if fixed is None else fixed
        self.known = known
        self.best, self.chosen = objective, np.array(chosen)
        self.resolution = cost_resolution(cost)
        self.progress: Progress = SILENT
        self.tolerance = max(TOLERANCE * abs(objective), 1e-12)
        self.work, self.nodes = 0.0, 0
        self.queue: list[Node] = []
        self.offered = {np.sort(self.chosen).tobytes()}

    @property
    def enough(self) -> float:
        """A bound from which on a subproblem holds nothing better."""
        if self.resolution > 0.0:
            return self.best - self.resolution + self.tolerance
        return self.best - self.tolerance

    @property
    def lower_bound(self) -> float:
        """What no choice comes below."""
        known = 0.0 if self.known is None else self.known.lower_bound
        if self.nodes == 0:
            return known
        return max(known, min((node.bound for node in self.queue), default=np.inf))

    @property
    def closed(self) -> bool:
        """Whether no better choice exists."""
        return self.lower_bound >= self.enough

    def proof(self) -> Proof:
        """What is known by now."""
        lower = self.best if self.closed else min(self.lower_bound, self.best)
        return Proof(lower, self.best, np.sort(self.chosen), self.closed, self.nodes)

    def go_on(self, effort: ProofEffort, progress: Progress = SILENT) -> None:
        """Bound the whole problem, if that has not been done, and divide it further."""
        self.progress = progress
        before, begun = self.nodes, self.work
        nodes, work = before + effort.nodes, begun + effort.work
        if self.nodes == 0:
            self._relax()
        if self.nodes == 0:
            return
        while self.queue and not self.closed and not self.progress.is_cancelled():
            if self.nodes >= nodes or self.work >= work:
                break
            spent = (self.nodes - before) / effort.nodes, (self.work - begun) / effort.work
            progress.report(max(spent))
            node = min(self.queue)
            self.queue.remove(node)
            self._divide(node)

    def offer(self, chosen: IntArray, objective: float) -> None:
        """Take a choice if it is better than the best one known."""
        if objective < self.best - self.tolerance:
            self.best, self.chosen = objective, np.array(chosen)

    def _relax(self) -> None:
        """Bound the whole problem; choices that are found on the way tell how far to go.

        Cancelled before the first step, it has no bound, and there are no nodes.
        """
        everyone = np.arange(self.cost.shape[1])
        known = None if self.known is None else self.known.multipliers
        walk = Walk(self.cost, self.count, start=known, forced=self.fixed)
        while not walk.ended:
            steps = walk.number
            walk.go_on(self.enough, STEPS_BETWEEN_CHOICES, self.progress)
            if walk.number == steps:  # cancelled
                break
            self._offer_opened(everyone, self.fixed, walk.best)
        if walk.number == 0:
            return
        self.work += float(self.cost.size) * walk.number
        root = walk.best
        self.queue = [Node(root.value, 0, self.fixed, everyone, root.multipliers)]
        self.nodes = 1

    def _divide(self, node: Node) -> None:
        allowed, forced, sums = decided(self.cost, self.count, node, self.enough)
        if allowed is None:
            return
        undecided = np.setdiff1d(allowed, forced)
        if undecided.size + forced.size <= self.count or forced.size == self.count:
            self._offer_leaf(np.concatenate([forced, undecided])[: self.count])
            return
        branch = undecided[np.argmin(sums[undecided])]
        self._branch(node, np.append(forced, branch), allowed)
        self._branch(node, forced, allowed[allowed != branch])

    def _branch(self, node: Node, forced: IntArray, allowed: IntArray) -> None:
        bound = self._bounded(allowed, forced, node.multipliers)
        number = self.nodes
        self.nodes += 1
        value = max(bound.value, node.bound)
        if value < self.enough:
            self.queue.append(Node(value, number, forced, allowed, bound.multipliers))

    def _bounded(
        self, allowed: IntArray, forced: IntArray, multipliers: FloatArray
    ) -> RelaxedBound:
        """Bound a subproblem, and take what it opens if that is better."""
        bound = subgradient_bound(
            self.cost if allowed.size == self.cost.shape[1] else self.cost[:, allowed],
            self.count,
            self.enough,
            start=multipliers,
            forced=np.searchsorted(allowed, forced),
            progress=self.progress,
        )
        self.work += float(self.cost.shape[0]) * allowed.size * bound.steps
        self._offer_opened(allowed, forced, bound)
        return bound

    def _offer_opened(self, allowed: IntArray, forced: IntArray, bound: RelaxedBound) -> None:
        """Offer what a relaxation opens, if there was time for a step of it."""
        if np.isfinite(bound.value):
            position = np.searchsorted(allowed, forced)
            self._offer_leaf(_best_open(allowed, position, bound.reduced, self.count))

    def _offer_leaf(self, leaf: IntArray) -> None:
        """Offer candidates, improved by best swaps."""
        name = np.sort(leaf).tobytes()
        if leaf.size != self.count or name in self.offered:
            return
        self.offered.add(name)
        ordered = np.concatenate([self.fixed, np.setdiff1d(leaf, self.fixed)])
        state = SwapState(self.cost, ordered)
        state.descend(np.arange(self.fixed.size), self.progress)
        self.work += state.work
        self.offer(state.chosen, state.objective)


def _best_open(allowed: IntArray, forced: IntArray, reduced: FloatArray, count: int) -> IntArray:
    order = np.argsort(reduced, kind="stable")
    free = order[~np.isin(order, forced)]
    return allowed[np.concatenate([forced, free[: count - forced.size]])]


def decided(
    cost: FloatArray, count: int, node: Node, enough: float
) -> tuple[IntArray | None, IntArray, FloatArray]:
    """Candidates still allowed and those forced, after reduced sums decided on some.

    A candidate is ruled out where opening it in place of the last that is open, or forced where
    closing it for the first that is closed, lifts the bound to ``enough``. None where too few are
    left. The third array holds the reduced sums (m,), infinite for candidates not allowed.
    """
    sums = np.full(cost.shape[1], np.inf)
    sums[node.allowed] = EveryCandidate(cost[:, node.allowed]).reduced_sums(node.multipliers)
    free = np.setdiff1d(node.allowed, node.forced)
    need = count - node.forced.size
    if free.size < need:
        return None, node.forced, sums
    value = float(node.multipliers.sum() + sums[node.forced].sum())
    order = free[np.argsort(sums[free], kind="stable")]
    value += float(sums[order[:need]].sum())
    if 0 < need < order.size:
        last_in, first_out = sums[order[need - 1]], sums[order[need]]
        out = order[need:][value + sums[order[need:]] - last_in >= enough]
        surely = order[:need][value + first_out - sums[order[:need]] >= enough]
        allowed = np.setdiff1d(node.allowed, out)
        forced = np.concatenate([node.forced, np.sort(surely)])
        return allowed, forced, sums
    return node.allowed, node.forced, sums
