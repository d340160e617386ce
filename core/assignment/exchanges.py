"""Two moves at a time: one customer goes where it is cheaper, another one makes room.

Where centres are full, no single move within the limits pays; an exchange of two customers, or
one that hands a third centre what the second has too much, still does.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..progress import Progress
from .reach import Reach


@dataclass(frozen=True)
class _Exchanges:
    """How many exchanges are looked at.

    Attributes
    ----------
    wishes : int
        Moves that would pay, those that gain most, for each of which somebody must make room.
    most_rounds : int
        Looks at all exchanges; each makes those that do not touch each other.
    least_gain : float
        Relative to the cost: what is below is rounding.
    """

    wishes: int = 300
    most_rounds: int = 100
    least_gain: float = 1e-9


_EXCHANGES = _Exchanges()


def exchanged(
    reach: Reach,
    labels: IntArray,
    totals: FloatArray,
    bounds: tuple[FloatArray, FloatArray],
    progress: Progress,
) -> IntArray:
    """Labels (n,) after moves and exchanges that pay and keep the limits, until none does.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        An assignment within the limits.
    totals : ndarray of float, shape (limits, k)
        Its scaled totals.
    bounds : tuple of ndarray, shapes (limits, k)
        Least and greatest scaled totals.
    """
    state = _State(reach, labels.copy(), totals.copy(), *bounds)
    for _ in range(_EXCHANGES.most_rounds):
        progress.stop_if_cancelled()
        if not state.improve():
            break
    return state.labels


@dataclass(frozen=True)
class _Pairs:
    """Two moves at a time, as rows and columns of the reach, each of shape (p,).

    Attributes
    ----------
    first, entering : ndarray of int
        Who goes from a to b, where it is cheaper.
    second, onward : ndarray of int
        Who makes room there, going from b to c, which may be a.
    """

    first: IntArray
    entering: IntArray
    second: IntArray
    onward: IntArray

    def chosen(self, which: IntArray) -> _Pairs:
        """Some of them, in the order given."""
        return _Pairs(
            self.first[which], self.entering[which], self.second[which], self.onward[which]
        )

    def places(self, reach: Reach, place: IntArray) -> tuple[IntArray, IntArray, IntArray]:
        """The centres a, b and c, where the m customers are at ``place``."""
        return (
            place[self.first],
            reach.centres[self.first, self.entering],
            reach.centres[self.second, self.onward],
        )


@dataclass
class _State:
    """Labels with their totals."""

    reach: Reach
    labels: IntArray
    totals: FloatArray
    lower: FloatArray
    upper: FloatArray

    def improve(self) -> bool:
        """Make the best exchanges that do not touch each other; whether there were any."""
        reach = self.reach
        place = self.labels[reach.customers]
        own, leaving = reach.present(self.labels)
        change = reach.costs - own[:, None]
        least = _EXCHANGES.least_gain * max(float(np.abs(own).sum()), 1e-300)
        row, column = np.nonzero(change < -least)
        if row.size == 0:
            return False
        order = np.argsort(change[row, column], kind="stable")[: _EXCHANGES.wishes]
        pairs, gain = self._paying_pairs(row[order], column[order], place, change, least)
        pairs = pairs.chosen(np.argsort(-gain, kind="stable"))
        pairs = pairs.chosen(np.flatnonzero(self._keeps(pairs, place, leaving)))
        touched: set[int] = set()
        places = pairs.places(reach, place)
        for number, centres in enumerate(np.column_stack(places).tolist()):
            if touched.isdisjoint(centres):
                touched.update(centres)
                self._move(pairs, number, leaving)
        return bool(touched)

    def _move(self, pairs: _Pairs, number: int, leaving: FloatArray) -> None:
        for mover, column in (
            (pairs.first[number], pairs.entering[number]),
            (pairs.second[number], pairs.onward[number]),
        ):
            customer, target = self.reach.customers[mover], self.reach.centres[mover, column]
            if self.labels[customer] != target:
                self.totals[:, self.labels[customer]] -= leaving[:, mover]
                self.totals[:, target] += self.reach.weights[:, mover, column]
                self.labels[customer] = target

    def _paying_pairs(
        self, row: IntArray, column: IntArray, place: IntArray, change: FloatArray, least: float
    ) -> tuple[_Pairs, FloatArray]:
        """Each wish with each move out of where it leads to that costs less than it gains.

        Staying where one is counts as a move too, so that single moves are among them.

        Returns
        -------
        _Pairs
        ndarray of float, shape (p,)
            What each pair gains.
        """
        width = change.shape[1]
        order = np.lexsort((change.ravel(), np.repeat(place, width)))
        costs = change.ravel()[order]
        ends = np.searchsorted(place[order // width], np.arange(self.lower.shape[1] + 1))
        target, gain = self.reach.centres[row, column], -change[row, column]
        begin = ends[target]
        count = np.array(
            [
                np.searchsorted(costs[a:b], most)
                for a, b, most in zip(begin, ends[target + 1], gain - least)
            ],
            dtype=np.int64,
        )
        wish = np.repeat(np.arange(row.size), count)
        number = np.arange(wish.size) - np.repeat(np.cumsum(count) - count, count)
        move = order[begin[wish] + number]
        pairs = _Pairs(row[wish], column[wish], move // width, move % width)
        apart = np.flatnonzero(pairs.first != pairs.second)
        return pairs.chosen(apart), (gain[wish] - change.ravel()[move])[apart]

    def _keeps(self, pairs: _Pairs, place: IntArray, leaving: FloatArray) -> BoolArray:
        """Which of the pairs of moves keep all limits."""
        a, b, c = pairs.places(self.reach, place)
        stays, swapped = b == c, a == c
        keeps = np.ones(a.size, dtype=bool)
        for number, totals in enumerate(self.totals):
            weights = self.reach.weights[number]
            goes, comes = leaving[number, pairs.first], weights[pairs.first, pairs.entering]
            left, handed = leaving[number, pairs.second], weights[pairs.second, pairs.onward]
            at_a = totals[a] - goes + np.where(swapped, handed, 0.0)
            at_b = totals[b] + comes - np.where(stays, 0.0, left)
            at_c = np.where(swapped, at_a, np.where(stays, at_b, totals[c] + handed))
            for centre, after in ((a, at_a), (b, at_b), (c, at_c)):
                keeps &= after >= self.lower[number, centre]
                keeps &= after <= self.upper[number, centre]
        return keeps
