"""The cheapest choice of sets that hold each area once, with proof.

Districting as set partitioning is Garfinkel and Nemhauser's (Management Science 16, 1970). Prices
of areas come from the linear relaxation, into which sets are taken as they turn out to be too cheap
for the prices so far. At prices that no set undercuts, a set costs its areas' prices and a surplus,
and a plan the relaxation's optimum and its sets' surpluses. So a plan that is dearer than this
bound by a gap holds no set whose surplus is larger than the gap: few sets are left to choose from,
and branching on the area that the fewest of them hold finds the best plan among them. If there is
none within the gap, the gap is widened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..libraries import optimize, sparse
from ..progress import SILENT, Progress

_INFEASIBLE = 2
"""Status of SciPy's ``linprog``: proved to have no answer."""
_ROUNDING = 1e-9
"""Part of the bound by which costs may differ and be alike."""


@dataclass(frozen=True)
class _Tuning:
    """How much work is worth it, on maps of 25 to 60 areas in 3 to 10 territories.

    Attributes
    ----------
    first_of_each : int
        Cheapest sets of each area that the relaxation begins with.
    more : int
        Growth of that, and of the sets that are branched on, until there is a plan.
    taken_in : int
        Sets that enter the relaxation at a time. A few rounds do.
    rounds : int
        Of taking in. What is undercut after them is taken off the bound.
    sets : int
        Least surplus sets that are branched on first.
    work : int
        Sets that branching may look at, two or three seconds: 50 areas × 6 within 2 % need half
        of it, most maps a hundredth.
    """

    first_of_each: int = 200
    more: int = 2
    taken_in: int = 4000
    rounds: int = 40
    sets: int = 300
    work: int = 2_500_000


_TUNING = _Tuning()


@dataclass(frozen=True)
class Choice:
    """What came of it.

    Attributes
    ----------
    sets : ndarray of int, or None
        Numbers of the chosen sets; None if no choice was found.
    proved : bool
        Whether no choice is cheaper, or, without sets, whether there is none.
    """

    sets: IntArray | None
    proved: bool


@dataclass(frozen=True)
class SetPartition:
    """Sets to choose from.

    Attributes
    ----------
    rows : ndarray of bool, shape (n, s)
        Which sets hold each area, and which are for each territory where territories differ.
    cost : ndarray of float, shape (s,)
    count : int
        Sets to choose.
    change : ndarray of float, shape (s,)
        What each set uses of the budget.
    budget : float
        Most that the chosen sets may use together.
    useful : callable
        Whether sets of these numbers can be part of a choice at all: asked of those alone that come
        into question.
    """

    rows: BoolArray
    cost: FloatArray
    count: int
    change: FloatArray
    budget: float
    useful: Callable[[IntArray], BoolArray]

    def solve(self, progress: Progress = SILENT) -> Choice:
        """The cheapest choice.

        Raises
        ------
        Cancelled
        """
        if not len(self.cost):
            return Choice(None, proved=True)
        relaxed = _Relaxation(self)
        proved = relaxed.solve(progress)
        if proved is not None:
            return Choice(None, proved)
        return self._branched(relaxed, progress)

    def _branched(self, relaxed: _Relaxation, progress: Progress) -> Choice:
        surplus, alive = relaxed.surplus, relaxed.alive
        ascending = np.sort(surplus[alive])
        branching = _Branching(self, surplus, relaxed.bound, progress)
        size, gap = _TUNING.sets, -1.0
        while True:
            last = min(size, len(ascending)) - 1
            gap = max(float(ascending[last]), gap)
            kept = np.flatnonzero(alive & (surplus <= gap))
            good = self.useful(kept)
            alive[kept[~good]] = False
            if not branching.run(kept[good], gap):
                return Choice(branching.best, proved=False)
            if branching.best is not None and branching.best_gap <= gap + branching.alike:
                return Choice(branching.best, proved=True)
            if last == len(ascending) - 1:
                return Choice(branching.best, proved=True)
            if branching.best is not None:
                gap = branching.best_gap
            size *= _TUNING.more


class _Relaxation:
    """Prices at which sets may be bought in parts, and what each set costs beyond them."""

    def __init__(self, partition: SetPartition) -> None:
        self.partition, self.rows = partition, partition.rows
        count = len(partition.cost)
        self.alive = np.ones(count, dtype=bool)
        self.taken = np.zeros(count, dtype=bool)
        self.surplus: FloatArray = partition.cost
        self.bound = -np.inf

    def solve(self, progress: Progress) -> bool | None:
        """None once there are prices; else whether it is proved that there is no choice."""
        first = _TUNING.first_of_each
        self._take(self._cheapest_of_each(first))
        for _ in range(_TUNING.rounds):
            progress.stop_if_cancelled()
            answer = self._answer()
            if answer.status == _INFEASIBLE:
                if first >= len(self.alive):
                    return True
                first *= _TUNING.more
                self._take(self._cheapest_of_each(first))
                continue
            if answer.status != 0:
                return False
            self._price(answer)
            cheap = np.flatnonzero(self.alive & ~self.taken & (self.surplus < -_ROUNDING))
            if not len(cheap):
                break
            order = np.argsort(self.surplus[cheap], kind="stable")
            self._take(cheap[order[: _TUNING.taken_in]])
        if not np.isfinite(self.bound):
            return False
        undercut = min(float(self.surplus[self.alive].min()), 0.0)
        self.surplus = self.surplus - undercut
        self.bound += self.partition.count * undercut
        return None

    def _cheapest_of_each(self, count: int) -> IntArray:
        """Numbers of the sets that cost least for each area that they hold."""
        share = self.partition.cost / self.rows.sum(axis=0)
        order = np.argsort(share, kind="stable")
        order = order[self.alive[order]]
        chosen = [order[np.flatnonzero(row[order])[:count]] for row in self.rows]
        return np.unique(np.concatenate(chosen))

    def _take(self, sets: IntArray) -> None:
        """Take the useful ones of these sets into the programme, and forget the others."""
        sets = sets[~self.taken[sets]]
        good = self.partition.useful(sets)
        self.alive[sets[~good]] = False
        self.taken[sets[good]] = True

    def _answer(self) -> optimize.OptimizeResult:
        partition, taken = self.partition, np.flatnonzero(self.taken)
        if not len(taken):
            return optimize.OptimizeResult(status=_INFEASIBLE)
        rows = np.vstack([self.rows[:, taken], np.ones(len(taken), dtype=bool)])
        once = np.append(np.ones(len(self.rows)), partition.count)
        limited = np.isfinite(partition.budget)
        return optimize.linprog(
            partition.cost[taken],
            A_eq=sparse.csc_matrix(rows, dtype=float),
            b_eq=once,
            A_ub=partition.change[None, taken] if limited else None,
            b_ub=[partition.budget] if limited else None,
            bounds=(0.0, None),
            method="highs",
        )

    def _price(self, answer: optimize.OptimizeResult) -> None:
        partition, prices = self.partition, answer.eqlin.marginals
        surplus = partition.cost - prices[-1]
        for row, price in zip(self.rows, prices.tolist()):
            surplus -= price * row
        if np.isfinite(partition.budget):
            surplus -= float(answer.ineqlin.marginals[0]) * partition.change
        self.surplus, self.bound = surplus, float(answer.fun)


class _Exhausted(Exception):
    """The work that is allowed is done."""


class _Branching:
    """The best choice whose surpluses stay within a gap.

    Attributes
    ----------
    best : ndarray of int, or None
        The best choice so far, of all runs.
    best_gap : float
        Its cost beyond the bound.
    alike : float
        Cost by which two choices may differ and be as good.
    """

    def __init__(
        self, partition: SetPartition, surplus: FloatArray, bound: float, progress: Progress
    ) -> None:
        self.partition, self.surplus, self.bound = partition, surplus, bound
        self.progress = progress
        self.best: IntArray | None = None
        self.best_gap = np.inf
        self.alike = _ROUNDING * max(abs(bound), _ROUNDING)
        self._work = 0

    def run(self, sets: IntArray, gap: float) -> bool:
        """Look for a choice of these sets; False if the allowed work does not suffice."""
        self._most = min(gap + self.alike, self.best_gap)
        order = np.argsort(self.surplus[sets], kind="stable")
        self._sets = sets[order]
        self._members = np.ascontiguousarray(self.partition.rows[:, self._sets].T)
        self._own = self.surplus[self._sets]
        self._share = self._own / self._members.sum(axis=1)
        rows = np.arange(self._members.shape[1])
        try:
            self._branch(np.arange(len(sets)), rows, [], 0.0)
        except _Exhausted:
            return False
        return True

    def _branch(self, open_sets: IntArray, rows: IntArray, chosen: list[int], spent: float) -> None:
        """Complete a choice by sets (numbers in this run) that hold each of the rows once."""
        self.progress.stop_if_cancelled()
        missing = self.partition.count - len(chosen)
        while True:
            if not len(open_sets):
                return
            self._work += len(open_sets)
            if self._work > _TUNING.work:
                raise _Exhausted
            held = self._members[np.ix_(open_sets, rows)]
            holders = held.sum(axis=0)
            if not holders.all():
                return
            # Each row costs at least the least share of a set's surplus.
            least = np.where(held, self._share[open_sets][:, None], np.inf).min(axis=0)
            beyond = self._own[open_sets] - np.where(held, least, 0.0).sum(axis=1)
            fits = spent + float(least.sum()) + beyond < self._most
            if fits.all():
                break
            open_sets = open_sets[fits]
        row = int(np.argmin(holders))
        for own in open_sets[held[:, row]].tolist():
            total = spent + float(self._own[own])
            if total >= self._most:
                return
            left = rows[~self._members[own, rows]]
            if missing == 1 or not len(left):
                if missing == 1 and not len(left):
                    self._judge([*chosen, own])
                continue
            apart = ~(self._members[np.ix_(open_sets, rows)] & self._members[own, rows]).any(axis=1)
            self._branch(open_sets[apart], left, [*chosen, own], total)

    def _judge(self, chosen: list[int]) -> None:
        sets, partition = np.sort(self._sets[chosen]), self.partition
        if partition.change[sets].sum() > partition.budget:
            return
        gap = float(partition.cost[sets].sum()) - self.bound
        if gap < self.best_gap - self.alike:
            self.best, self.best_gap = sets, gap
            self._most = min(self._most, gap)
