"""Lower bounds for the p-median problem and, where they suffice, a proof of optimality.

Relaxing "every demand is served once" with multipliers leaves a problem that is solved by
looking: open the p candidates with the least reduced sums (Cornuéjols, Fisher and Nemhauser,
Management Science 23, 1977). The best multipliers are sought by subgradient steps; reduced
sums also tell which candidates can be ruled out or must be open, and branching on the rest
closes the gap.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress

# Blocks of 8 MB stay near the cache and leave room to hear a cancel.
_ELEMENTS_PER_BLOCK = 1_000_000
_TOLERANCE = 1e-7
"""Share of the objective by which a better choice must be better, above rounding of the sums."""


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
        Share of the last direction that is kept, which damps the zigzag.
    overshoot : float
        Above 1, so that steps do not vanish where the upper bound is the optimum.
    at_root, at_node : int
        Most steps for the whole problem, and for a subproblem of branch and bound, which
        starts from its parent's multipliers.
    """

    length: float = 1.2
    patience: int = 12
    smallest: float = 0.004
    memory: float = 0.3
    overshoot: float = 1.01
    at_root: int = 400
    at_node: int = 120


STEPS = SubgradientSteps()


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
    """

    value: float
    multipliers: FloatArray
    reduced: FloatArray


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
    """

    lower_bound: float
    objective: float
    chosen: IntArray
    closed: bool
    nodes: int = 0


@dataclass(order=True)
class Node:
    """A subproblem: candidates that are forced open, and those that are allowed at all."""

    bound: float
    order: int
    forced: IntArray = field(compare=False)
    allowed: IntArray = field(compare=False)
    multipliers: FloatArray = field(compare=False)


def reduced_sums(cost: FloatArray, multipliers: FloatArray) -> FloatArray:
    """Sum over demands of min(0, cost − multiplier), per candidate."""
    sums = np.zeros(cost.shape[1])
    rows = max(1, _ELEMENTS_PER_BLOCK // max(cost.shape[1], 1))
    for start in range(0, cost.shape[0], rows):
        part = slice(start, start + rows)
        sums += np.minimum(cost[part] - multipliers[part, None], 0.0).sum(axis=0)
    return sums


def subgradient_bound(
    cost: FloatArray,
    count: int,
    upper: float,
    *,
    start: FloatArray | None = None,
    forced: IntArray | None = None,
    target: float = np.inf,
    progress: Progress = SILENT,
) -> RelaxedBound:
    """Highest lower bound found by subgradient steps.

    Parameters
    ----------
    cost : ndarray, shape (n, m)
        Finite costs, weights included.
    count : int
        Number of candidates to open.
    upper : float
        Cost of a known choice; sets the length of the steps.
    start : ndarray, shape (n,), optional
        Multipliers to start from, for the steps of a subproblem; without them the mean of the
        cheapest and second cheapest cost, and the steps of a whole problem.
    forced : array of int, optional
        Candidates that are open in any case.
    target : float
        Stop as soon as the bound reaches it.
    """
    n, m = cost.shape
    forced = np.empty(0, dtype=np.int64) if forced is None else forced
    multipliers = _middle_multipliers(cost) if start is None else start
    free = np.ones(m, dtype=bool)
    free[forced] = False
    free_index = np.flatnonzero(free)
    open_free = count - forced.size
    best = RelaxedBound(-np.inf, multipliers, np.zeros(m))
    step, stale, current = STEPS.length, 0, multipliers
    direction = np.zeros(n)
    for _ in range(STEPS.at_root if start is None else STEPS.at_node):
        if progress.is_cancelled():
            break
        sums = reduced_sums(cost, current)
        opened = np.concatenate([forced, _least(free_index, sums, open_free)])
        value = float(current.sum() + sums[opened].sum())
        if value > best.value + 1e-9 * abs(value):
            stale = 0
            best = RelaxedBound(value, current, sums)
            if value >= target:
                break
        else:
            stale += 1
            if stale >= STEPS.patience:
                step, stale, current = step / 2.0, 0, best.multipliers
                direction[:] = 0.0
                if step < STEPS.smallest:
                    break
                continue
        served = (cost[:, opened] < current[:, None]).sum(axis=1)
        direction = 1.0 - served + STEPS.memory * direction
        length = float(direction @ direction)
        if not (served != 1).any() or length == 0.0:
            break
        gap = max(STEPS.overshoot * upper - value, 1e-6 * abs(upper))
        current = np.maximum(current + step * gap / length * direction, 0.0)
    return best


def _middle_multipliers(cost: FloatArray) -> FloatArray:
    """Mean of the cheapest and second cheapest cost of each demand, shape (n,)."""
    second = min(1, cost.shape[1] - 1)
    nearest = np.partition(cost, second, axis=1)
    return (nearest[:, 0] + nearest[:, second]) / 2.0


def _least(index: IntArray, sums: FloatArray, count: int) -> IntArray:
    """Those ``count`` of the given candidates with the least sums."""
    if count == 0 or count >= index.size:
        return index[:count]
    return index[np.argpartition(sums[index], count - 1)[:count]]


def prove(
    cost: FloatArray,
    chosen: IntArray,
    objective: float,
    *,
    resolution: float = 0.0,
    max_nodes: int = 200,
    max_work: float = np.inf,
    progress: Progress = SILENT,
) -> Proof:
    """Branch and bound on the candidates, best bound first.

    Parameters
    ----------
    cost : ndarray, shape (n, m)
        Finite costs, weights included.
    chosen, objective
        A known choice and its cost.
    resolution : float
        Smallest possible difference between two choices' costs (1 for integer costs),
        0 if unknown.
    max_nodes : int
        How many subproblems to bound at most.
    max_work : float
        Cost entries times steps after which to stop, so that effort is bounded without a clock.
    """
    search = _BranchAndBound(cost, np.array(chosen), objective, resolution, progress)
    return search.run(max_nodes, max_work)


class _BranchAndBound:
    """Best bound first: rule out and force candidates, branch on the most promising of the rest."""

    def __init__(
        self,
        cost: FloatArray,
        chosen: IntArray,
        objective: float,
        resolution: float,
        progress: Progress,
    ) -> None:
        self.cost = cost
        self.count = chosen.size
        self.best, self.chosen = objective, chosen
        self.resolution = resolution
        self.progress = progress
        self.tolerance = max(_TOLERANCE * abs(objective), 1e-12)
        self.work, self.nodes = 0.0, 1
        self.queue: list[Node] = []

    @property
    def enough(self) -> float:
        """A bound from which on a subproblem holds nothing better."""
        if self.resolution > 0.0:
            return self.best - self.resolution + self.tolerance
        return self.best - self.tolerance

    def run(self, max_nodes: int, max_work: float) -> Proof:
        n, m = self.cost.shape
        root = subgradient_bound(
            self.cost, self.count, self.best, target=self.enough, progress=self.progress
        )
        self.work += float(n) * m * STEPS.at_root
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
    sums[node.allowed] = reduced_sums(cost[:, node.allowed], node.multipliers)
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
