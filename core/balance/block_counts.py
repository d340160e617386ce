"""How many whole territories a map can be divided into where single areas hold it together.

Only one territory can pass a cut vertex. What hangs on one is divided into whole territories
but for the rest that belongs to the territory of the cut vertex itself; so going from the
leaves of the tree of blocks and cut vertices to its root, each part of the map can hold only
some numbers of territories, and each number leaves only some rests. Within a block of three
and more areas anything goes, as if its areas could be cut up and put together at will: the
answer is exact for trees and says little about maps without cut vertices.

The programme of Ito, Zhou and Nishizeki (2006) for partitions of trees within limits does the
same, with sets of whole numbers where intervals are kept here.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ..arrays import FloatArray
from ..contiguity.blocks import Block

# Intervals kept apart: with more, the closest are joined, which only makes the answer weaker.
# At 64 the bound of random trees of 3,600 areas was the same as at 256.
_MOST_INTERVALS = 64

Rests = dict[int, FloatArray]
"""By the number of whole territories, what weight can be left: sorted intervals (m, 2)."""
NOTHING: Rests = {0: np.zeros((1, 2))}


class BlockCounts:
    """Numbers of territories that each connected part of a map can hold.

    Parameters
    ----------
    weights : ndarray of float, shape (n,)
    blocks : list of Block
        Those that hang on a block's members come before it.
    rounding : float
        By which a total may miss a limit.
    """

    def __init__(self, weights: FloatArray, blocks: list[Block], rounding: float) -> None:
        self.weights = weights
        self.blocks = blocks
        self.rounding = rounding
        self.roots = roots_of(len(weights), blocks)
        self.hanging = hanging_weights(weights, blocks)

    def possible(self, low: float, high: float, territories: int) -> bool:
        """Whether each territory can hold ``low`` to ``high`` and all areas be covered.

        Fewer territories do if ``low`` is 0: the others hold nothing.
        """
        reached = {0}
        for counts in self._counts_of_parts(low - self.rounding, high + self.rounding, territories):
            reached = {a + b for a in reached for b in counts if a + b <= territories}
        return territories in reached or (low <= 0.0 and bool(reached))

    def _counts_of_parts(self, low: float, high: float, most: int) -> Iterable[set[int]]:
        # An area with what hangs on it and holds no whole territory; and the rests where it does.
        bare = self.weights.tolist()
        rests: dict[int, Rests] = {}
        for block, hanging in zip(self.blocks, self.hanging):
            if hanging < low:
                bare[block.head] += hanging
                continue
            bearing = [member for member in block.members if member in rests]
            plain = hanging if not bearing else sum(bare[member] for member in block.members)
            inside = {0: np.array([[plain, plain]])}
            for member in bearing:
                inside = sums(inside, rests.pop(member), np.inf, most)
            shared = divided(inside, len(block.members), low, high, most)
            head = block.head
            rests[head] = sums(rests[head], shared, high, most) if head in rests else shared
        for root in self.roots:
            rest = sums(rests.get(root, NOTHING), {0: np.full((1, 2), bare[root])}, high, most)
            yield {n + 1 for n, left in rest.items() if n < most and left[-1, 1] >= low}


def roots_of(count: int, blocks: list[Block]) -> list[int]:
    """One area of each connected part, from which all its blocks hang."""
    under = np.zeros(count, dtype=bool)
    for block in blocks:
        under[block.members] = True
    return [int(root) for root in np.flatnonzero(~under)]


def hanging_weights(weights: FloatArray, blocks: list[Block]) -> list[float]:
    """Weight of each block without its head, and of all that hangs on it."""
    hanging = []
    with_below = weights.tolist()
    for block in blocks:
        hanging.append(sum(with_below[member] for member in block.members))
        with_below[block.head] += hanging[-1]
    return hanging


def sums(one: Rests, other: Rests, high: float, most: int) -> Rests:
    """Sums of two rests, up to ``high``, by the number of territories that are whole."""
    pieces: dict[int, list[FloatArray]] = {}
    for a, first in one.items():
        for b, second in other.items():
            if a + b <= most:
                sums = (first[:, None, :] + second[None, :, :]).reshape(-1, 2)
                pieces.setdefault(a + b, []).append(sums[sums[:, 0] <= high])
    return _united(pieces)


def divided(inside: Rests, members: int, low: float, high: float, most: int) -> Rests:
    """What of a block's weight is left to the territory of its head, by whole territories.

    As long as something is left, one of the members at least belongs to the head's territory.
    """
    pieces: dict[int, list[FloatArray]] = {}
    for n, weight in inside.items():
        fewest = max(int(np.ceil((weight[0, 0] - high) / high)), 0) if high > 0.0 else 0
        for whole in range(fewest, min(members, most - n) + 1):
            if whole * low > weight[-1, 1]:
                break
            left = np.column_stack([weight[:, 0] - whole * high, weight[:, 1] - whole * low])
            none = bool(((left[:, 0] <= 0.0) & (left[:, 1] >= 0.0)).any())
            left = left[(left[:, 1] > 0.0) & (left[:, 0] <= high)]
            left[:, 0] = np.maximum(left[:, 0], 0.0)
            kept = pieces.setdefault(n + whole, [])
            if whole < members:
                kept.append(left)
            if none:
                kept.append(np.zeros((1, 2)))
    return _united(pieces)


def _united(pieces: dict[int, list[FloatArray]]) -> Rests:
    """Intervals by number, sorted, without overlaps and not too many."""
    united = {}
    for n, parts in pieces.items():
        if not parts:
            continue
        intervals = parts[0] if len(parts) == 1 else np.concatenate(parts)
        if len(intervals) > 1:
            intervals = _merged(intervals)
        if len(intervals):
            united[n] = intervals
    return united


def _merged(intervals: FloatArray) -> FloatArray:
    intervals = intervals[np.argsort(intervals[:, 0], kind="stable")]
    end = np.maximum.accumulate(intervals[:, 1])
    gap = intervals[1:, 0] - end[:-1]
    least = 0.0
    if (gap > 0.0).sum() >= _MOST_INTERVALS:
        least = float(np.partition(gap, len(gap) - _MOST_INTERVALS)[len(gap) - _MOST_INTERVALS])
    opens = np.concatenate([[True], gap > least])
    closes = np.concatenate([gap > least, [True]])
    return np.column_stack([intervals[opens, 0], end[closes]])
