"""Lower bound and first homes of the capacitated p-median problem by relaxation."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import Progress
from .capacities import CapacitatedEffort, Capacities


def relaxation(
    cost: FloatArray,
    count: int,
    capacities: Capacities,
    effort: CapacitatedEffort,
    progress: Progress,
) -> tuple[float, IntArray]:
    """Lower bound by subgradient steps, and the homes of the best relaxed solution.

    With the service constraints relaxed each home fills a knapsack of its own; its bound
    with divisible demands is found by sorting.
    """
    n, demands, room = cost.shape[0], capacities.demands, capacities.room
    multipliers = np.partition(cost, min(1, cost.shape[1] - 1), axis=1)[:, 0].copy()
    upper = float(np.sort(cost, axis=1)[:, : max(2, cost.shape[1] // 3)].mean(axis=1).sum())
    best, best_multipliers = -np.inf, multipliers
    opened = np.arange(count)
    step, stale = 1.5, 0
    size = np.maximum(demands, 1e-12)[:, None]
    for number in range(effort.bound_steps):
        if progress.is_cancelled():
            break
        progress.report(number / effort.bound_steps)
        gain = np.minimum(cost - multipliers[:, None], 0.0)
        order = np.argsort(gain / size, axis=0, kind="stable")
        taken = np.take_along_axis(np.broadcast_to(demands[:, None], gain.shape), order, axis=0)
        before = np.cumsum(taken, axis=0) - taken
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.clip((room - before) / np.maximum(taken, 1e-12), 0.0, 1.0)
        sorted_gain = np.take_along_axis(gain, order, axis=0)
        sums = (share * sorted_gain).sum(axis=0)
        picked = np.argsort(sums, kind="stable")[:count]
        value = float(multipliers.sum() + sums[picked].sum())
        if value > best + 1e-9 * abs(value):
            best, best_multipliers, opened, stale = value, multipliers, np.sort(picked), 0
        else:
            stale += 1
            if stale >= 10:
                step, stale, multipliers = step / 2.0, 0, best_multipliers
                continue
        served = np.zeros(gain.shape)
        np.put_along_axis(served, order, np.where(sorted_gain < 0.0, share, 0.0), axis=0)
        direction = 1.0 - served[:, picked].sum(axis=1)
        length = float((direction * direction).sum())
        if length < 1e-12:
            break
        gap = max(1.05 * upper - value, 0.01 * abs(upper))
        multipliers = np.maximum(multipliers + step * gap / length * direction, 0.0)
    return max(best, 0.0) if n else 0.0, opened
