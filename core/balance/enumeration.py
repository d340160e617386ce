"""Exact search of small problems: all contiguous plans that could be the best.

Territories are built one after the other. Each holds the lowest area that is still free
and grows through every connected set of areas; sets that are already heavier than the best
plan's worst territory are not grown on, nor are sets that leave the rest in more pieces
than there are territories to come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
from ..progress import SILENT, Progress
from ..rounding import ROUNDING
from .criteria import Evaluation, Scales, evaluate
from .settings import MEAN_DEVIATION, STANDARD_DEVIATION, WORST_DEVIATION
from .space import SearchSpace

MAX_AREAS = 30
"""Beyond, enumeration hardly ever ends within the limits below."""
_MAX_STEPS = 150_000
"""About a second."""
_MAX_EVALUATIONS = 3_000
"""About a second too: a plan takes as long as some fifty steps."""
# A step takes microseconds: the question whether to stop comes every few milliseconds.
_STEPS_PER_CANCEL_CHECK = 4096


def balance_leads(space: SearchSpace) -> bool:
    """Whether balance counts at least as much as all other criteria together."""
    criteria = space.problem.criteria
    return criteria.balance >= criteria.travel + criteria.compactness + criteria.stability


def rank(space: SearchSpace, evaluation: Evaluation) -> tuple[float, ...]:
    """Order of plans in an exact search; smaller is better.

    Where balance leads, the smallest objective (worst deviation by default) comes first and
    fitness decides among equals; otherwise fitness decides alone.
    """
    breach = evaluation.breach
    if balance_leads(space):
        return (breach, round(evaluation.beyond, 9), evaluation.fitness)
    return (breach, evaluation.fitness)


@dataclass(frozen=True)
class Optimum:
    """The best plan found, and whether all others were ruled out."""

    labels: IntArray
    proved: bool


def best_plan(
    space: SearchSpace, scales: Scales, labels: NDArray, progress: Progress = SILENT
) -> Optimum:
    """Best contiguous plan of a small problem.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        A contiguous plan to beat.

    Returns
    -------
    Optimum
        ``proved`` is False if the problem turned out too large to finish.
    """
    if space.area_count > MAX_AREAS:
        return Optimum(np.asarray(labels), proved=False)
    search = _Enumeration(space, scales, labels, progress)
    try:
        search.run()
    except _TooManySteps:
        return Optimum(search.best, proved=False)
    return Optimum(search.best, proved=True)


class _TooManySteps(Exception):
    """The problem is too large to be enumerated."""


class _Territory(NamedTuple):
    """A territory that grows; sets of areas are whole numbers with one bit per area."""

    number: int
    chosen: int
    border: int
    totals: list[float]


class _Enumeration:
    def __init__(
        self, space: SearchSpace, scales: Scales, labels: NDArray, progress: Progress
    ) -> None:
        self.space, self.scales, self.progress = space, scales, progress
        self.best: IntArray = np.array(labels, dtype=np.int64)
        evaluation = evaluate(space, scales, self.best)
        self.best_rank = rank(space, evaluation)
        self.limit = self._limit(evaluation) if self.best_rank[0] == 0.0 else np.inf
        self.neighbours = [sum(1 << other for other in own) for own in space.lists.neighbours]
        self.everything = (1 << space.area_count) - 1
        held = space.held.tolist()
        count = space.territory_count
        self.must = [sum(1 << a for a, t in enumerate(held) if t == own) for own in range(count)]
        self.forbidden = [
            sum(1 << a for a, t in enumerate(held) if t >= 0 and t != own)
            | (0 if space.receiving[own] else self.everything & ~self.must[own])
            for own in range(count)
        ]
        self.alike = not space.labels_have_meaning
        inverse = space.inverse_targets
        self.load = [
            [(space.weights[a] * inverse[t]).tolist() for a in range(space.area_count)]
            for t in range(count)
        ]
        self.wanted = space.wanted.tolist()
        self.steps = self.evaluations = 0
        self.plan = [0] * space.area_count

    def _limit(self, evaluation: Evaluation) -> float:
        """Largest deviation that a better plan can have."""
        space = self.space
        objective = space.problem.criteria.objective
        if balance_leads(space):
            best = evaluation.beyond
            # One territory alone makes a mean over all of them, or less if shares are small.
            share = float(space.criterion_shares.min())
            if objective != WORST_DEVIATION and share <= 0.0:
                return np.inf
            if objective == MEAN_DEVIATION:
                best *= space.territory_count / share
            elif objective == STANDARD_DEVIATION:
                best *= np.sqrt(space.territory_count) / share
            return best + space.tolerated + ROUNDING
        share = float(space.criterion_shares.max())
        if self.scales.balance <= 0.0 or space.criterion_count > 1 or objective != WORST_DEVIATION:
            return np.inf
        beyond = evaluation.fitness / (0.75 * self.scales.balance * share)
        return beyond + space.tolerated + ROUNDING

    def run(self) -> None:
        """Visit all plans."""
        self._next_territory(self.everything, list(range(self.space.territory_count)))

    def _next_territory(self, free: int, unused: list[int]) -> None:
        if not unused:
            if not free:
                self._judge()
            return
        first = free & -free
        if not first:
            return
        for position, territory in enumerate(unused):
            if self.alike and position:
                break
            if first & self.forbidden[territory]:
                continue
            rest = unused[:position] + unused[position + 1 :]
            number = first.bit_length() - 1
            seed = _Territory(
                territory, first, self.neighbours[number], self.load[territory][number]
            )
            self._grow(seed, 0, free, rest)

    def _grow(self, grown: _Territory, refused: int, free: int, unused: list[int]) -> None:
        """Close the territory as it is, and extend it by each area it touches in turn."""
        self.steps += 1
        if self.steps > _MAX_STEPS or self.evaluations > _MAX_EVALUATIONS:
            raise _TooManySteps
        if self.steps % _STEPS_PER_CANCEL_CHECK == 0:
            self.progress.stop_if_cancelled()
        number, chosen = grown.number, grown.chosen
        wanted = self.wanted[number]
        limit = self.limit
        if any(total - want > limit for total, want in zip(grown.totals, wanted)):
            return
        if self.must[number] & refused:
            return
        if not self.must[number] & ~chosen and all(
            want - total <= limit for total, want in zip(grown.totals, wanted)
        ):
            rest = free & ~chosen
            if self._pieces(rest, len(unused)):
                self._assign(chosen, number)
                self._next_territory(rest, unused)
        candidates = grown.border & free & ~chosen & ~refused & ~self.forbidden[number]
        while candidates:
            area = candidates & -candidates
            candidates ^= area
            position = area.bit_length() - 1
            load = self.load[number][position]
            larger = _Territory(
                number,
                chosen | area,
                grown.border | self.neighbours[position],
                [total + more for total, more in zip(grown.totals, load)],
            )
            self._grow(larger, refused, free, unused)
            refused |= area

    def _pieces(self, areas: int, most: int) -> bool:
        """Whether the areas form at most so many connected pieces."""
        pieces = 0
        while areas:
            pieces += 1
            if pieces > most:
                return False
            piece = fresh = areas & -areas
            while fresh:
                reached = 0
                while fresh:
                    area = fresh & -fresh
                    fresh ^= area
                    reached |= self.neighbours[area.bit_length() - 1]
                fresh = reached & areas & ~piece
                piece |= fresh
            areas &= ~piece
        return True

    def _assign(self, areas: int, territory: int) -> None:
        while areas:
            area = areas & -areas
            areas ^= area
            self.plan[area.bit_length() - 1] = territory

    def _judge(self) -> None:
        self.evaluations += 1
        labels = np.array(self.plan, dtype=np.int64)
        evaluation = evaluate(self.space, self.scales, labels)
        value = rank(self.space, evaluation)
        if value < self.best_rank:
            self.best, self.best_rank = labels, value
            if value[0] == 0.0:
                self.limit = min(self.limit, self._limit(evaluation))
