"""Lower bounds for the p-median problem.

Relaxing "every demand is served once" with multipliers leaves a problem that is solved by
looking: open the p candidates with the least reduced sums (Cornuéjols, Fisher and Nemhauser,
Management Science 23, 1977). The best multipliers are sought by subgradient steps.
"""

from __future__ import annotations

from dataclasses import dataclass

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


def subgradient_bound(
    cost: FloatArray | NearCandidates,
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
    cost : ndarray of float, shape (n, m), or NearCandidates
        Finite costs, weights included; or the lowest of them.
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
    costs = cost if isinstance(cost, NearCandidates) else EveryCandidate(cost)
    n, m = costs.shape
    forced = np.empty(0, dtype=np.int64) if forced is None else forced
    multipliers = costs.middle() if start is None else start
    free = np.ones(m, dtype=bool)
    free[forced] = False
    free_index = np.flatnonzero(free)
    open_free = count - forced.size
    best = RelaxedBound(-np.inf, multipliers, np.zeros(m))
    step, stale, current = STEPS.length, 0, multipliers
    scales = costs.scale
    direction = np.zeros(n)
    for _ in range(STEPS.at_root if start is None else STEPS.at_node):
        if progress.is_cancelled():
            break
        sums = costs.reduced_sums(current)
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
        served = costs.times_served(opened, current)
        direction = 1.0 - served + STEPS.memory * direction
        along = scales * direction
        length = float((along * direction).sum())
        if not (served != 1).any() or length == 0.0:
            break
        gap = max(STEPS.overshoot * upper - value, 1e-6 * abs(upper))
        current = np.clip(current + step * gap / length * along, 0.0, costs.most)
    return best


def _least(index: IntArray, sums: FloatArray, count: int) -> IntArray:
    """Those ``count`` of the given candidates with the least sums."""
    if count == 0 or count >= index.size:
        return index[:count]
    return index[np.argpartition(sums[index], count - 1)[:count]]
