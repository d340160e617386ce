"""The course of a search: one row per generation."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .criteria import Evaluation


class ConvergenceRow(NamedTuple):
    """What is told of one generation; the fields of the table CONVERGENCE.

    Attributes
    ----------
    generation : int
        0 for the starts.
    seconds : float
        Since the search began.
    best, mean : float
        Fitness of the best plan, and of all; smaller is better.
    deviation_pct : float
        Worst deviation of the best plan.
    travel : float
        Mean cost of its trips (metres, or the unit of ``travel_cost``); where squares count, the
        root of their mean.
    border_m : float
        Its border between territories.
    crossover_rate, mutation_rate : float
    diversity : float
        Mean share of weight in which two plans differ.
    sigma_pct : float
        Standard deviation of the best plan's totals, relative to their targets; of the worst
        criterion, where there are several.
    """

    generation: int
    seconds: float
    best: float
    mean: float
    deviation_pct: float
    travel: float
    border_m: float
    crossover_rate: float
    mutation_rate: float
    diversity: float
    sigma_pct: float

    @classmethod
    def of(
        cls, found: Evaluation, mean: float, diversity: float, crossover: float, mutation: float
    ) -> ConvergenceRow:
        """Row of a population by its best plan and its rates; its place in time comes later."""
        return cls(
            generation=0,
            seconds=0.0,
            best=found.fitness,
            mean=mean,
            deviation_pct=100.0 * found.deviation,
            travel=found.travel,
            border_m=found.border_m,
            crossover_rate=crossover,
            mutation_rate=mutation,
            diversity=diversity,
            sigma_pct=100.0 * found.sigma,
        )


CONVERGENCE_COLUMNS = ConvergenceRow._fields


class Convergence:
    """The rows of one search so far.

    Parameters
    ----------
    started : float
        ``time.monotonic()`` at the start of the search.
    """

    def __init__(self, started: float) -> None:
        self.rows: list[ConvergenceRow] = []
        self.started = started

    @property
    def generation(self) -> int:
        """Generations since the starts."""
        return max(len(self.rows) - 1, 0)

    def note(self, row: ConvergenceRow) -> None:
        """Add a row as the next generation."""
        seconds = time.monotonic() - self.started
        self.rows.append(row._replace(generation=len(self.rows), seconds=seconds))

    def merge(self, islands: Sequence[Sequence[ConvergenceRow]]) -> None:
        """Add one row for each generation that islands went through side by side."""
        for turn in range(max(len(own) for own in islands)):
            present = [own[turn] for own in islands if turn < len(own)]
            best = min(present, key=lambda row: row.best)
            self.note(
                best._replace(
                    mean=float(np.mean([row.mean for row in present])),
                    crossover_rate=float(np.mean([row.crossover_rate for row in present])),
                    mutation_rate=float(np.mean([row.mutation_rate for row in present])),
                    diversity=float(np.mean([row.diversity for row in present])),
                )
            )

    def correct_last(self, final: Evaluation) -> None:
        """Let the last row tell of the plan that is handed back."""
        last = self.rows[-1]
        self.rows[-1] = last._replace(
            seconds=time.monotonic() - self.started,
            best=final.fitness,
            mean=max(last.mean, final.fitness),
            deviation_pct=100.0 * final.deviation,
            travel=final.travel,
            border_m=final.border_m,
            sigma_pct=100.0 * final.sigma,
        )

    def stagnation(self, significant: float) -> int:
        """Generations since the best fitness last improved by that share (thesis, alg. 10)."""
        waited, mark = 0, np.inf
        for row in self.rows:
            if not np.isfinite(mark) or row.best < mark - significant * abs(mark):
                waited, mark = 0, row.best
            else:
                waited += 1
        return waited
