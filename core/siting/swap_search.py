"""Best-swap descent for the p-median problem, with every swap's value kept up to date.

For a set of open candidates the value of *every* swap (close one, open another) is held in
three arrays that are corrected only for the demands a move touches: Whitaker's fast
interchange (INFOR 21, 1983) in the form of Resende and Werneck (Annals of Operations
Research 150, 2007), row-wise vectorised.
"""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..progress import SILENT, Progress

# Blocks of 8 MB stay near the cache.
_ROWS_PER_BLOCK_ELEMENTS = 1_000_000
# Gains are summed up; after some hundred updates rounding could decide between swaps.
_UPDATES_BEFORE_REFRESH = 400
# The same for savings, whose sums fall from those of all demands to those of a few.
_PICKS_BEFORE_REFRESH = 64


class SwapState:
    """A set of open candidates and the exact value of each possible swap.

    Parameters
    ----------
    cost : ndarray, shape (n, m)
        Finite cost of serving each demand from each candidate, weights included.
    chosen : array of int, shape (p,)
        Open candidates, all different.

    Attributes
    ----------
    chosen : ndarray of int, shape (p,)
        Open candidate per slot.
    objective : float
        Sum over demands of the cost to the cheapest open candidate.
    work : int
        Cost entries looked at so far; a measure of effort that does not depend on the clock.
    """

    def __init__(self, cost: FloatArray, chosen: IntArray) -> None:
        self.cost = cost
        self.chosen = np.array(chosen, dtype=np.int64)
        self.work = 0
        self._refresh()

    def copy(self) -> SwapState:
        """An independent state on the same costs."""
        twin = object.__new__(SwapState)
        twin.cost = self.cost
        for name in ("chosen", "first", "second", "slot", "gain", "loss", "extra"):
            setattr(twin, name, getattr(self, name).copy())
        twin.objective = self.objective
        twin.work = self.work
        twin._updates = self._updates
        return twin

    def is_open(self) -> BoolArray:
        """Mask of the open candidates, shape (m,)."""
        mask = np.zeros(self.cost.shape[1], dtype=bool)
        mask[self.chosen] = True
        return mask

    def swap_values(self) -> FloatArray:
        """Saving of each swap, shape (p, m): close the row's slot, open the column."""
        return self.extra + (self.gain[None, :] - self.loss[:, None])

    def swap(self, slot: int, candidate: int) -> None:
        """Close the slot's candidate and open another in its place."""
        entering = self.cost[:, candidate]
        rows = np.flatnonzero(
            (self.slot == slot)
            | (entering < self.second)
            | (self.cost[:, self.chosen[slot]] <= self.second)
        )
        everything = 2 * rows.size >= self.slot.size
        self._updates += 1
        if everything or self._updates > _UPDATES_BEFORE_REFRESH:
            self.chosen[slot] = candidate
            self._refresh()
            return
        self._contribute(rows, -1.0)
        self.chosen[slot] = candidate
        self._find_nearest(rows)
        self._contribute(rows, 1.0)
        self.objective = float(self.first.sum())

    def descend(self, closed_to: IntArray | None = None, progress: Progress = SILENT) -> None:
        """Make the best swap again and again until none saves anything, or until cancelled.

        Parameters
        ----------
        closed_to : array of int, optional
            Slots that must not be closed.
        """
        while not progress.is_cancelled():
            values = self.swap_values()
            if closed_to is not None and closed_to.size:
                values[closed_to] = -np.inf
            best = int(np.argmax(values))
            slot, candidate = divmod(best, values.shape[1])
            if values[slot, candidate] <= 1e-9 * max(self.objective, 1e-300):
                return
            self.swap(slot, candidate)

    def _refresh(self) -> None:
        n, m = self.cost.shape
        p = self.chosen.size
        self.first = np.empty(n)
        self.second = np.empty(n)
        self.slot = np.empty(n, dtype=np.int64)
        self.gain = np.zeros(m)
        self.loss = np.zeros(p)
        self.extra = np.zeros((p, m))
        self._updates = 0
        rows_per_block = max(1, _ROWS_PER_BLOCK_ELEMENTS // m)
        for start in range(0, n, rows_per_block):
            rows = np.arange(start, min(start + rows_per_block, n))
            self._find_nearest(rows)
            self._contribute(rows, 1.0)
        self.objective = float(self.first.sum())

    def _find_nearest(self, rows: IntArray) -> None:
        served = self.cost[rows[:, None], self.chosen[None, :]]
        at = np.arange(rows.size)
        nearest = served.argmin(axis=1)
        self.slot[rows] = nearest
        self.first[rows] = served[at, nearest]
        if self.chosen.size == 1:
            # Without a second candidate any newcomer takes all demands over.
            self.second[rows] = self.cost[rows].max(axis=1)
            return
        served[at, nearest] = np.inf
        self.second[rows] = served.min(axis=1)

    def _contribute(self, rows: IntArray, sign: float) -> None:
        rows = rows[np.argsort(self.slot[rows], kind="stable")]
        slots = self.slot[rows]
        first, second = self.first[rows, None], self.second[rows, None]
        block = self.cost[rows]
        self.work += block.size
        kept = second - np.maximum(block, first)
        np.maximum(kept, 0.0, out=kept)
        saved = np.subtract(first, block, out=block)
        np.maximum(saved, 0.0, out=saved)
        self.gain += sign * saved.sum(axis=0)
        self.loss += sign * np.bincount(
            slots, weights=(second - first)[:, 0], minlength=self.chosen.size
        )
        starts = np.flatnonzero(np.r_[True, slots[1:] != slots[:-1]]) if rows.size else rows
        if rows.size:
            self.extra[slots[starts]] += sign * np.add.reduceat(kept, starts, axis=0)


def greedy_choice(cost: FloatArray, count: int, progress: Progress = SILENT) -> IntArray:
    """Open one candidate after the other, each time the one that saves most.

    Parameters
    ----------
    cost : ndarray, shape (n, m)
        Finite costs, weights included.
    count : int
        How many to open, at most m.
    progress : Progress
        When cancelled, the first candidates left over complete the choice.
    """
    served = np.full(cost.shape[0], cost.max(initial=0.0))
    everyone = np.arange(cost.shape[0])
    saving = np.zeros(cost.shape[1])
    chosen: list[int] = []
    changed = everyone
    for number in range(count):
        if progress.is_cancelled():
            rest = np.setdiff1d(np.arange(cost.shape[1]), chosen)
            chosen += rest[: count - len(chosen)].tolist()
            break
        if number % _PICKS_BEFORE_REFRESH == 0 or 2 * changed.size >= everyone.size:
            saving = _savings(cost, served, everyone)
        else:
            saving += _savings(cost, served, changed)
        saving[chosen] = -np.inf
        best = int(np.argmax(saving))
        chosen.append(best)
        changed = np.flatnonzero(cost[:, best] < served)
        if 2 * changed.size < everyone.size:
            saving -= _savings(cost, served, changed)
        served[changed] = cost[changed, best]
    return np.array(chosen, dtype=np.int64)


def _savings(cost: FloatArray, served: FloatArray, rows: IntArray) -> FloatArray:
    """What opening each candidate (m,) would save some demands, which are served at a cost."""
    saving = np.zeros(cost.shape[1])
    step = max(1, _ROWS_PER_BLOCK_ELEMENTS // cost.shape[1])
    for start in range(0, rows.size, step):
        part = rows[start : start + step]
        saving += np.maximum(served[part, None] - cost[part], 0.0).sum(axis=0)
    return saving
