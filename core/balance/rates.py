"""Crossover and mutation rates that adapt themselves to diversity and progress."""

from __future__ import annotations

from dataclasses import dataclass

from .settings import SearchSettings

_MEMORY = 0.5
"""Usual progress halves with each generation without any: one great leap is soon forgotten."""


@dataclass
class AdaptiveRates:
    """Rates of one island (paper, sect. 2.3, "self-adaptive GA"; thesis, sect. 3.2.3).

    The paper chooses "depending on the average fitness of the population" (sect. 5) without
    a formula, and says that mutation should rise as diversity falls; the thesis, as progress
    slows down. The average fitness itself is not used: it falls steeply at first and then
    hardly, on another scale in every problem. What it stands for, diversity and progress, is
    measured instead, each against its own course so far.

    Mutation rises while plans become alike or progress slows down, and falls when the
    population is diverse and moves on; recombination does the opposite, as there is little
    to gain from mixing plans that are nearly the same.

    Attributes
    ----------
    crossover : float
        Probability that a child has two parents.
    mutation : float
        Share of the border areas of a child that mutate.
    first_diversity : float
        Diversity of the first population, against which later ones are measured.
    usual_progress : float
        Moving average of the relative improvement per generation.
    """

    crossover: float
    mutation: float
    first_diversity: float = 0.0
    usual_progress: float = 0.0

    @classmethod
    def first(cls, settings: SearchSettings) -> AdaptiveRates:
        """Rates before anything is known: much recombination, little mutation."""
        return cls(settings.crossover_max, settings.mutation_min)

    def adapt(self, settings: SearchSettings, diversity: float, progress: float) -> None:
        """Set the rates for the next generation.

        Parameters
        ----------
        diversity : float
            Mean share of weight in which plans differ from the best one.
        progress : float
            Relative improvement of the best fitness in the last generation.
        """
        self.first_diversity = max(self.first_diversity, diversity)
        self.usual_progress = max(
            _MEMORY * self.usual_progress + (1.0 - _MEMORY) * progress, progress
        )
        alike = 1.0
        if self.first_diversity > 0.0:
            alike = 1.0 - min(diversity / self.first_diversity, 1.0)
        stalled = 1.0
        if self.usual_progress > 0.0:
            stalled = 1.0 - min(progress / self.usual_progress, 1.0)
        need = 0.5 * (alike + stalled)
        self.mutation = settings.mutation_min + need * (
            settings.mutation_max - settings.mutation_min
        )
        self.crossover = settings.crossover_max - alike * (
            settings.crossover_max - settings.crossover_min
        )
