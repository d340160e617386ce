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

_STEPS_BEFORE_HALVING = 12
_SMALLEST_STEP = 0.004
_ELEMENTS_PER_BLOCK = 1_000_000


@dataclass
class Bound:
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
class _Node:
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
    multipliers: FloatArray | None = None,
    forced: IntArray | None = None,
    max_steps: int = 400,
    target: float = np.inf,
    progress: Progress = SILENT,
) -> Bound:
    """Highest lower bound found by subgradient steps.

    Parameters
    ----------
    cost : ndarray, shape (n, m)
        Finite costs, weights included.
    count : int
        Number of candidates to open.
    upper : float
        Cost of a known choice; sets the length of the steps.
    multipliers : ndarray, shape (n,), optional
        Where to start; without it the mean of the cheapest and second cheapest cost.
    forced : array of int, optional
        Candidates that are open in any case.
    target : float
        Stop as soon as the bound reaches it.
    """
    n, m = cost.shape
    forced = np.empty(0, dtype=np.int64) if forced is None else forced
    if multipliers is None:
        nearest = np.partition(cost, min(1, m - 1), axis=1)
        multipliers = (nearest[:, 0] + nearest[:, min(1, m - 1)]) / 2.0
    free = np.ones(m, dtype=bool)
    free[forced] = False
    free_index = np.flatnonzero(free)
    open_free = count - forced.size
    best = Bound(-np.inf, multipliers, np.zeros(m))
    step, stale, current = 1.2, 0, multipliers
    direction = np.zeros(n)
    for _ in range(max_steps):
        if progress.is_cancelled():
            break
        sums = reduced_sums(cost, current)
        if open_free < free_index.size:
            picked = free_index[np.argpartition(sums[free_index], open_free - 1)[:open_free]]
        else:
            picked = free_index
        if open_free == 0:
            picked = free_index[:0]
        opened = np.concatenate([forced, picked])
        value = float(current.sum() + sums[opened].sum())
        if value > best.value + 1e-9 * abs(value):
            stale = 0
            best = Bound(value, current, sums)
            if value >= target:
                break
        else:
            stale += 1
            if stale >= _STEPS_BEFORE_HALVING:
                step, stale, current = step / 2.0, 0, best.multipliers
                direction[:] = 0.0
                if step < _SMALLEST_STEP:
                    break
                continue
        served = (cost[:, opened] < current[:, None]).sum(axis=1)
        direction = 1.0 - served + 0.3 * direction
        length = float(direction @ direction)
        if not (served != 1).any() or length == 0.0:
            break
        gap = max(1.01 * upper - value, 1e-6 * abs(upper))
        current = np.maximum(current + step * gap / length * direction, 0.0)
    return best


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
    n, m = cost.shape
    count = chosen.size
    tolerance = max(1e-7 * abs(objective), 1e-12)
    enough = objective - resolution + tolerance if resolution > 0.0 else objective - tolerance
    root = subgradient_bound(cost, count, objective, target=enough, progress=progress)
    work = float(n) * m * 400
    start = _Node(root.value, 0, np.empty(0, dtype=np.int64), np.arange(m), root.multipliers)
    queue, made, nodes = [start], 0, 1
    best, best_chosen = objective, np.array(chosen)
    while queue:
        node = min(queue)
        if node.bound >= enough or progress.is_cancelled() or nodes >= max_nodes:
            break
        if work >= max_work:
            break
        queue.remove(node)
        allowed, forced, sums = _fix(cost, count, node, enough)
        if allowed is None:
            continue
        undecided = np.setdiff1d(allowed, forced)
        if undecided.size + forced.size <= count or forced.size == count:
            leaf = np.concatenate([forced, undecided])[:count]
            value = float(cost[:, leaf].min(axis=1).sum())
            if leaf.size == count and value < best - tolerance:
                best, best_chosen = value, leaf
                enough = best - resolution + tolerance if resolution > 0.0 else best - tolerance
            continue
        branch = undecided[np.argmin(sums[undecided])]
        for opens in (True, False):
            child_forced = np.append(forced, branch) if opens else forced
            child_allowed = allowed if opens else allowed[allowed != branch]
            position = np.searchsorted(child_allowed, child_forced)
            bound = subgradient_bound(
                cost[:, child_allowed],
                count,
                best,
                multipliers=node.multipliers,
                forced=position,
                max_steps=120,
                target=enough,
                progress=progress,
            )
            nodes += 1
            made += 1
            work += float(n) * child_allowed.size * 120
            value = max(bound.value, node.bound)
            leaf = _best_open(child_allowed, position, bound.reduced, count)
            leaf_cost = float(cost[:, leaf].min(axis=1).sum())
            if leaf_cost < best - tolerance:
                best, best_chosen = leaf_cost, leaf
                enough = best - resolution + tolerance if resolution > 0.0 else best - tolerance
            if value < enough:
                queue.append(_Node(value, made, child_forced, child_allowed, bound.multipliers))
    remaining = min((node.bound for node in queue), default=np.inf)
    closed = remaining >= enough
    lower = best if closed else min(remaining, best)
    return Proof(lower, best, np.sort(best_chosen), closed, nodes)


def _best_open(allowed: IntArray, forced: IntArray, reduced: FloatArray, count: int) -> IntArray:
    order = np.argsort(reduced, kind="stable")
    free = order[~np.isin(order, forced)]
    return allowed[np.concatenate([forced, free[: count - forced.size]])]


def _fix(
    cost: FloatArray, count: int, node: _Node, enough: float
) -> tuple[IntArray | None, IntArray, FloatArray]:
    """Rule out and force candidates whose reduced sums decide their fate."""
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
