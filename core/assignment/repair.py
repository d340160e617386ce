"""Whole assignments by moves: what prices suggest is rounded, and then repaired.

A tabu search moves one customer at a time, to where cost plus a penalty for missed bounds falls
most or rises least. The penalty grows while a limit is broken and falls while all are kept, so
that the search walks along the edge of what the limits allow (strategic oscillation; for the
generalised assignment problem see Díaz and Fernández 2001, EJOR 132). Integer programmes prove
more, but with many centres and heavy customers they find less in the same time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import Progress
from .exchanges import exchanged
from .integer_programme import totals_inside
from .limits import breached
from .normalised import NormalisedProblem
from .reach import Reach
from .strains import Beyond, Uneven


@dataclass(frozen=True)
class _Moves:
    """What the search for moves trades between time and success.

    Attributes
    ----------
    centres : int
        Centres tried for each customer, its cheapest at the prices. Fewer leave heavy customers
        without a way out where all neighbours are full.
    levelling_centres : int
        The same where totals are levelled first. Of three clusterings of customers in towns whose
        moves from the prices end nowhere, 24 settle all, 16 and 12 two.
    most_arcs : int
        Customers × centres tried; of more customers only those take part who are nearly
        indifferent. A step looks at all of them, in about a tenth of a millisecond.
    tenure : int
        Steps in which a customer who has moved rests, and a few more in turn, so that steps do
        not run in circles.
    harder, easier : float
        Factors of the penalty after each step with a broken limit, and without.
    steps, steps_per_centre : int
        Steps without success after which the search ends. More found nothing cheaper.
    first_patience : int
        So many times more of them if nothing was found yet.
    longest : int
        Steps in all, in terms of the patience: a guard.
    """

    centres: int = 8
    levelling_centres: int = 24
    most_arcs: int = 150_000
    tenure: int = 8
    harder: float = 1.03
    easier: float = 0.97
    steps: int = 100
    steps_per_centre: int = 1
    first_patience: int = 8
    longest: int = 40


_MOVES = _Moves()
LOW, HIGH = 0.3, 1.0
"""First penalties. With the low one the first moves do not overturn what the prices say: 0.1 to
0.5 % cheaper in seven of eight trials with 40 to 160 customers per centre. The high one was 4 %
cheaper with 20 per centre, and is enough for assignments that nearly fit."""
BOTH = (LOW, HIGH)
# Sums of fractions depend on their order; bounds are kept from inside by this (scaled).
_MARGIN = 1e-9
# Relative: a smaller gain is rounding of the running sum.
_LEAST_GAIN = 1e-12
_STEPS_PER_QUESTION = 64


def repaired(
    problem: NormalisedProblem,
    prices: FloatArray,
    start: IntArray,
    progress: Progress,
    penalties: Sequence[float] = BOTH,
) -> IntArray | None:
    """Labels (n,) of a whole assignment within the limits, as cheap as moves find it.

    Parameters
    ----------
    prices : ndarray of float, shape (limits, k)
        Scaled prices, which tell the centres worth trying.
    start : ndarray of int, shape (n,)
        Where to start: each customer's cheapest centre, or an assignment to a similar problem.
    penalties : sequence of float
        First penalties of missed bounds, in terms of the dearest price; each is tried.

    Returns
    -------
    ndarray of int or None
        None if no assignment within the limits was found.

    Raises
    ------
    Cancelled
    """
    reach, bounds, dearest = _frame(problem, prices, start, _MOVES.centres)
    everybody = np.arange(problem.customers)
    best: IntArray | None = None
    least = np.inf
    for penalty in penalties:
        found = _MoveSearch(problem, reach, start, bounds, penalty * dearest).run(progress)
        if found is None:
            continue
        labels = exchanged(reach, found, problem.totals(found), bounds, progress)
        for one in (found, labels):
            cost = float(problem.cost[everybody, one].sum())
            if cost < least and not breached(problem.limits, one):
                best, least = one, cost
    return best


def levelled(
    problem: NormalisedProblem, prices: FloatArray, start: IntArray, progress: Progress
) -> IntArray | None:
    """Labels (n,) within the limits where :func:`repaired` finds none, and dearer ones.

    Totals are levelled first, whatever that costs, among more centres of each customer than are
    worth a look otherwise: those of a large town have only each other among the nearest ones.

    Raises
    ------
    Cancelled
    """
    reach, bounds, dearest = _frame(problem, prices, start, _MOVES.levelling_centres)
    search = _MoveSearch(problem, reach, start, bounds, HIGH * dearest, level=True)
    return repaired(problem, prices, search.levelled(progress), progress, (HIGH,))


def _frame(
    problem: NormalisedProblem, prices: FloatArray, start: IntArray, centres: int
) -> tuple[Reach, tuple[FloatArray, FloatArray], float]:
    """Within what moves are made: centres of each customer, bounds of totals, the dearest price."""
    reach = Reach.of(problem, prices, start, centres, _MOVES.most_arcs)
    dearest = max(float(np.abs(prices).max(initial=0.0)), 1.0)
    return reach, totals_inside(problem, _MARGIN), dearest


class _MoveSearch:
    """Labels, totals, and what each move would change; updated move by move.

    A move touches the two centres it joins and no others, so that a step looks at all arcs only to
    find the best one.
    """

    def __init__(
        self,
        problem: NormalisedProblem,
        reach: Reach,
        start: IntArray,
        bounds: tuple[FloatArray, FloatArray],
        penalty: float,
        *,
        level: bool = False,
    ) -> None:
        self.problem = problem
        self.labels = start.copy()
        self.lower, self.upper = bounds
        self.strain = Uneven.between(problem, bounds) if level else Beyond(*bounds)
        self.totals = problem.totals(start)
        self.customers, self.centres = reach.customers, reach.centres
        self.costs, self.weights = reach.costs, reach.weights
        self.own, self.leaving_weights = reach.present(start)
        self.place = start[self.customers]
        flat = self.centres.ravel()
        order = np.argsort(flat, kind="stable")
        ends = np.searchsorted(flat[order], np.arange(problem.centres + 1))
        self.entering = [order[a:b] for a, b in zip(ends[:-1], ends[1:])]
        weights = self.weights.reshape(len(self.weights), -1)
        self.entering_weights = [weights[:, arcs] for arcs in self.entering]
        everybody = np.arange(problem.customers)
        self.cost = float(problem.cost[everybody, start].sum()) / problem.cost_scale
        self.rests_until: dict[int, int] = {}
        self.penalty = penalty
        self.change = self.costs - self.own[:, None]
        self.change[self.centres == self.place[:, None]] = np.inf
        self.entry = np.empty(self.centres.shape)
        self.leave = np.empty(self.customers.size)
        self.missed = np.empty(self.centres.shape)
        self.worth = np.empty(self.centres.shape)
        for centre in range(problem.centres):
            self._judge(centre)
        np.add(self.entry, self.leave[:, None], out=self.missed)
        self.is_within = self._keeps_all()

    def _keeps_all(self) -> bool:
        return bool(((self.totals >= self.lower) & (self.totals <= self.upper)).all())

    def run(self, progress: Progress) -> IntArray | None:
        """The cheapest labels within the limits on the way; None if there were none."""
        patience = _MOVES.steps + _MOVES.steps_per_centre * self.problem.centres
        best: IntArray | None = None
        least, stale = np.inf, 0
        for step in range(_MOVES.longest * patience):
            if step % _STEPS_PER_QUESTION == 0:
                progress.stop_if_cancelled()
            cheaper = self.is_within and self.cost < least - _LEAST_GAIN * abs(self.cost)
            if cheaper and not breached(self.problem.limits, self.labels):
                best, least, stale = self.labels.copy(), self.cost, 0
            stale += 1
            enough = patience if best is not None else _MOVES.first_patience * patience
            if stale > enough or not self.move(step):
                break
        return best

    def levelled(self, progress: Progress) -> IntArray:
        """Labels within the limits, or else those whose totals are most even."""
        patience = _MOVES.steps + _MOVES.steps_per_centre * self.problem.centres
        best, least, stale = self.labels, np.inf, 0
        for step in range(_MOVES.longest * patience):
            if step % _STEPS_PER_QUESTION == 0:
                progress.stop_if_cancelled()
            if self.is_within or stale > patience or not self.move(step):
                break
            strain = float(self.strain.of(self.totals, slice(None)).sum())
            stale += 1
            if strain < least * (1.0 - _LEAST_GAIN):
                best, least, stale = self.labels.copy(), strain, 0
        return self.labels if self.is_within else best

    def move(self, step: int) -> bool:
        """Make the best move of all customers who do not rest; whether there is one."""
        self.rests_until = {row: end for row, end in self.rests_until.items() if end > step}
        np.multiply(self.missed, self.penalty, out=self.worth)
        self.worth += self.change
        self.worth[list(self.rests_until)] = np.inf
        row, column = divmod(int(self.worth.argmin()), self.centres.shape[1])
        if not np.isfinite(self.worth[row, column]):
            return bool(self.rests_until)
        source, target = int(self.place[row]), int(self.centres[row, column])
        self.totals[:, source] -= self.leaving_weights[:, row]
        self.totals[:, target] += self.weights[:, row, column]
        self.cost += float(self.costs[row, column] - self.own[row])
        self.labels[self.customers[row]] = self.place[row] = target
        self.own[row] = self.costs[row, column]
        self.leaving_weights[:, row] = self.weights[:, row, column]
        self.change[row] = self.costs[row] - self.own[row]
        self.change[row, column] = np.inf
        self.rests_until[row] = step + 1 + _MOVES.tenure + step % 5
        width = self.centres.shape[1]
        for centre in (source, target):
            arcs, rows = self._judge(centre)
            self.missed[rows] = self.entry[rows] + self.leave[rows, None]
            self.missed.ravel()[arcs] = self.entry.ravel()[arcs] + self.leave[arcs // width]
        self.is_within = self._keeps_all()
        self.penalty *= _MOVES.easier if self.is_within else _MOVES.harder
        return True

    def _judge(self, centre: int) -> tuple[IntArray, IntArray]:
        """What entering and leaving a centre does to missed bounds, for these arcs and rows."""
        totals = self.totals[:, centre, None]
        strain = self.strain.of(totals, centre)
        arcs = self.entering[centre]
        entered = self.strain.of(totals + self.entering_weights[centre], centre) - strain
        self.entry.ravel()[arcs] = entered.sum(axis=0)
        rows = np.flatnonzero(self.place == centre)
        left = self.strain.of(totals - self.leaving_weights[:, rows], centre) - strain
        self.leave[rows] = left.sum(axis=0)
        return arcs, rows
