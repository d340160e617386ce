"""What exchanges between neighbouring territories can gain at most, for all pairs at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from .border_moves import BorderMoves, square_change

_COMBINATIONS_AT_ONCE = 1_000_000
"""Some dozens of megabytes; no faster with more."""


@dataclass(frozen=True)
class NeighbouringPairs:
    """Border moves by the pair of territories between which they go.

    Attributes
    ----------
    first, second : ndarray of int, shape (g,)
        The two territories of each pair, the lower number first.
    order : ndarray of int, shape (p,)
        Numbers of the moves: pair by pair, those that leave the first territory before those
        that enter it.
    middle, start : ndarray of int, shape (g,) and (g + 1,)
        Where in ``order`` the entering moves of a pair begin, and where its moves do.
    """

    first: IntArray
    second: IntArray
    order: IntArray
    middle: IntArray
    start: IntArray

    @classmethod
    def of(cls, moves: BorderMoves, territories: int) -> NeighbouringPairs:
        low, high = np.minimum(moves.source, moves.target), np.maximum(moves.source, moves.target)
        pair = low * territories + high
        enters = moves.source != low
        order = np.lexsort((enters, pair))
        keys, start, size = np.unique(pair[order], return_index=True, return_counts=True)
        entering = np.add.reduceat(enters[order].astype(np.int64), start)
        return cls(
            first=keys // territories,
            second=keys % territories,
            order=order,
            middle=start + size - entering,
            start=np.append(start, len(order)),
        )

    def sides(self, pair: int) -> tuple[IntArray, IntArray]:
        """Moves that leave the first territory of a pair, and those that enter it."""
        low, middle, high = self.start[pair], self.middle[pair], self.start[pair + 1]
        return self.order[low:middle], self.order[middle:high]


def least_changes(
    pairs: NeighbouringPairs,
    chosen: IntArray,
    moves: BorderMoves,
    cost: FloatArray,
    deviations: FloatArray,
    rates: FloatArray,
    tolerated: float,
) -> FloatArray:
    """Least change of the fitness that a move or an exchange of two areas promises, shape (m,).

    Parameters
    ----------
    pairs : NeighbouringPairs
    chosen : ndarray of int, shape (m,)
        Numbers of the pairs in question.
    moves : BorderMoves
    cost : ndarray of float, shape (p,)
        Change of the fitness through everything but balance.
    deviations, rates : ndarray of float, shape (k, c)
        Of each territory and criterion, and the fitness per unit of squared deviation.
    tolerated : float
        Deviation (share) that costs nothing.
    """
    zero = np.zeros((1, moves.lost.shape[1]))
    # The number of a missing move picks the zero at the end.
    cost = np.append(cost, 0.0)
    lost, gained = np.concatenate([moves.lost, zero]), np.concatenate([moves.gained, zero])
    order, none = np.append(pairs.order, len(moves)), len(pairs.order)
    leaving = pairs.middle[chosen] - pairs.start[chosen] + 1
    entering = pairs.start[chosen + 1] - pairs.middle[chosen] + 1
    sizes = leaving * entering
    block = np.cumsum(sizes) // _COMBINATIONS_AT_ONCE
    least = np.zeros(len(chosen))
    for number in np.unique(block).tolist():
        own = np.flatnonzero(block == number)
        pair, size, width = chosen[own], sizes[own], entering[own]
        begin = np.cumsum(size) - size
        inside = np.arange(int(size.sum())) - np.repeat(begin, size)
        row, column = np.divmod(inside, np.repeat(width, size))
        out = order[np.where(row > 0, np.repeat(pairs.start[pair], size) + row - 1, none)]
        into = order[np.where(column > 0, np.repeat(pairs.middle[pair], size) + column - 1, none)]
        total = cost[out] + cost[into]
        for territory, change in (
            (pairs.first[pair], gained.take(into, axis=0) - lost.take(out, axis=0)),
            (pairs.second[pair], gained.take(out, axis=0) - lost.take(into, axis=0)),
        ):
            present = deviations.take(np.repeat(territory, size), axis=0)
            rate = rates.take(np.repeat(territory, size), axis=0)
            total += (rate * square_change(present, change, tolerated)).sum(axis=1)
        least[own] = np.minimum.reduceat(total, begin)
    return least
