"""Proof that a choice of p medians is the best, where one can be had.

Reduced sums of the relaxation (:mod:`.subgradient`) tell which candidates can be ruled out or
must be open, and branching on the rest closes the gap.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from .median_problem import cost_resolution
from .near_candidates import EveryCandidate
from .subgradient import STEPS, subgradient_bound

TOLERANCE = 1e-7
"""Share of the objective by which a better choice must be better, above rounding of the sums."""


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


def prove(
    cost: FloatArray,
    chosen: IntArray,
    objective: float,
    *,
    max_nodes: int = 200,
    max_work: float = np.inf,
    multipliers: FloatArray | None = None,
    progress: Progress = SILENT,
) -> Proof:
    """Branch and bound on the candidates, best bound first.

    Parameters
    ----------
    cost : ndarray, shape (n, m)
        Finite costs, weights included.
    chosen, objective
        A known choice and its cost.
    max_nodes : int
        How many subproblems to bound at most.
    max_work : float
        Cost entries times steps after which to stop, so that effort is bounded without a clock.
    multipliers : ndarray of float, shape (n,), optional
        Of an earlier relaxation of the whole problem.
    """
    search = _BranchAndBound(cost, np.array(chosen), objective, progress)
    return search.run(max_nodes, max_work, multipliers)


class _BranchAndBound:
    """Best bound first: rule out and force candidates, branch on the most promising of the rest."""

    def __init__(
        self,
        cost: FloatArray,
        chosen: IntArray,
        objective: float,
        progress: Progress,
    ) -> None:
        self.cost = cost
        self.count = chosen.size
        self.best, self.chosen = objective, chosen
        self.resolution = cost_resolution(cost)
        self.progress = progress
        self.tolerance = max(TOLERANCE * abs(objective), 1e-12)
        self.work, self.nodes = 0.0, 1
        self.queue: list[Node] = []

    @property
    def enough(self) -> float:
        """A bound from which on a subproblem holds nothing better."""
        if self.resolution > 0.0:
            return self.best - self.resolution + self.tolerance
        return self.best - self.tolerance

    def run(self, max_nodes: int, max_work: float, start: FloatArray | None) -> Proof:
        n, m = self.cost.shape
        root = subgradient_bound(
            self.cost,
            self.count,
            self.best,
            start=start,
            target=self.enough,
            progress=self.progress,
        )
        self.work += float(n) * m * (STEPS.at_root if start is None else STEPS.at_node)
        nobody = np.empty(0, dtype=np.int64)
        self.queue = [Node(root.value, 0, nobody, np.arange(m), root.multipliers)]
        while self.queue:
            node = min(self.queue)
            if node.bound >= self.enough or self.progress.is_cancelled():
                break
            if self.nodes >= max_nodes or self.work >= max_work:
                break
            self.queue.remove(node)
            self._divide(node)
        remaining = min((node.bound for node in self.queue), default=np.inf)
        closed = remaining >= self.enough
        lower = self.best if closed else min(remaining, self.best)
        return Proof(lower, self.best, np.sort(self.chosen), closed, self.nodes)

    def _divide(self, node: Node) -> None:
        allowed, forced, sums = decided(self.cost, self.count, node, self.enough)
        if allowed is None:
            return
        undecided = np.setdiff1d(allowed, forced)
        if undecided.size + forced.size <= self.count or forced.size == self.count:
            self._offer(np.concatenate([forced, undecided])[: self.count])
            return
        branch = undecided[np.argmin(sums[undecided])]
        self._branch(node, np.append(forced, branch), allowed)
        self._branch(node, forced, allowed[allowed != branch])

    def _branch(self, node: Node, forced: IntArray, allowed: IntArray) -> None:
        position = np.searchsorted(allowed, forced)
        bound = subgradient_bound(
            self.cost[:, allowed],
            self.count,
            self.best,
            start=node.multipliers,
            forced=position,
            target=self.enough,
            progress=self.progress,
        )
        number = self.nodes
        self.nodes += 1
        self.work += float(self.cost.shape[0]) * allowed.size * STEPS.at_node
        self._offer(_best_open(allowed, position, bound.reduced, self.count))
        value = max(bound.value, node.bound)
        if value < self.enough:
            self.queue.append(Node(value, number, forced, allowed, bound.multipliers))

    def _offer(self, leaf: IntArray) -> None:
        """Take a choice if it is better than the best one known."""
        if leaf.size != self.count:
            return
        value = float(self.cost[:, leaf].min(axis=1).sum())
        if value < self.best - self.tolerance:
            self.best, self.chosen = value, leaf


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
