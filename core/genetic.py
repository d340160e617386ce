"""What genetic searches have in common: the size of a generation, and rates that adapt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .errors import InvalidInput
from .texts import Text

_CERTAIN = 100
"""Draws for each solution, after which the best one has all but certainly been among them: it is
missed once in e¹⁰⁰ times. A tournament of billions would not fit into the memory."""


@dataclass(frozen=True)
class GeneticSearch:
    """Settings of a genetic search; the defaults are the paper's (section 5).

    Attributes
    ----------
    population : int
        Number of solutions in a generation.
    elitism : float
        Share of the best that pass unchanged to the next generation.
    tournament : int
        Number of solutions that compete to become a parent (thesis, algorithm 5).
    crossover_min, crossover_max, mutation_min, mutation_max : float
        Ranges in which the rates adapt to the population: poor parents are recombined and
        mutated more (Srinivas and Patnaik, IEEE Transactions on Systems, Man and Cybernetics
        24, 1994).
    """

    population: int = 30
    elitism: float = 0.26
    tournament: int = 3
    crossover_min: float = 0.6
    crossover_max: float = 0.95
    mutation_min: float = 0.005
    mutation_max: float = 0.05

    def winner(self, count: int, rng: np.random.Generator) -> int:
        """Number of who wins a tournament among so many solutions, the best of which come first."""
        return int(rng.integers(count, size=min(self.tournament, _CERTAIN * count)).min())

    def refuse_contrary_rates(
        self, crossover: tuple[Text, Text], mutation: tuple[Text, Text]
    ) -> None:
        """Refuse ranges that end before they begin; each bound by what the user calls it.

        Raises
        ------
        InvalidInput
        """
        for (least, most), low, high in (
            (crossover, self.crossover_min, self.crossover_max),
            (mutation, self.mutation_min, self.mutation_max),
        ):
            if not 0.0 <= low <= high <= 1.0:
                raise InvalidInput(
                    "{least} is {low:g} and {most} is {high:g}: the minimum must not be above the "
                    "maximum, and both must lie between 0 and 1. Lower the one or raise the other.",
                    least=least,
                    most=most,
                    low=low,
                    high=high,
                )
