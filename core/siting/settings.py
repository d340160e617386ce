"""What siting is told, and what it takes where the user says nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from ..errors import InvalidInput
from ..genetic import GeneticSearch
from ..texts import Text

NEAREST, TOTAL = "nearest", "total"
DEFAULT_CLASS_COUNT = 5
"""As QGIS proposes for classes of values."""
DEFAULT_MIN_SAVING_PCT = 2.0
"""Saving below which a further centre is not worth it, in percent of the travel that one centre
alone would need. Where customers are spread evenly, travel falls as 1 / √n and the rule says 9, as
many as the article's author chose by eye for 188 customers."""
DEFAULT_RESTARTS = 10
"""As in scikit-learn's k-means."""


class Method(IntEnum):
    """How homes are chosen."""

    NATURAL_BREAKS = 0
    P_MEDIAN = 1
    GENETIC = 2


@dataclass(frozen=True)
class GeneticSettings(GeneticSearch):
    """How choices of homes are searched for.

    Attributes
    ----------
    max_generations, stagnation : int
        Stop after so many generations, or so many without improvement.
    """

    max_generations: int = 500
    stagnation: int = 60

    def __post_init__(self) -> None:
        self.refuse_contrary_rates(
            (
                Text.of("“Genetic search: minimum crossover rate” (CROSSOVER_MIN)"),
                Text.of("“Genetic search: maximum crossover rate” (CROSSOVER_MAX)"),
            ),
            (
                Text.of("“Genetic search: minimum mutation rate” (MUTATION_MIN)"),
                Text.of("“Genetic search: maximum mutation rate” (MUTATION_MAX)"),
            ),
        )
        if self.population < 2 or not 0.0 <= self.elitism < 1.0:
            raise InvalidInput(
                "“Genetic search: population” (POPULATION) is {population}; at least 2 choices are"
                " needed, of which “Genetic search: elitism” (ELITISM), less than 100 %, survive. "
                "Correct these.",
                population=self.population,
            )


@dataclass(frozen=True)
class SitingSettings:
    """What the user asks for.

    Attributes
    ----------
    count : int
        Number of homes.
    method : Method
    seed : int
        Of all random decisions.
    class_count : int
        Natural-breaks classes of potential.
    capacity : float or None
        Most weight that one home may serve; kept by the p-median only.
    criterion : {"nearest", "total"}
        What the genetic search makes small, see :func:`~.genetic_sites.genetic_sites`.
    genetic : GeneticSettings
        How it searches.
    """

    count: int
    method: Method = Method.P_MEDIAN
    seed: int = 1
    class_count: int = DEFAULT_CLASS_COUNT
    capacity: float | None = None
    criterion: str = NEAREST
    genetic: GeneticSettings = field(default_factory=GeneticSettings)

    def __post_init__(self) -> None:
        if self.capacity is not None and self.method != Method.P_MEDIAN:
            raise InvalidInput(
                "“Maximum weight per home” (CAPACITY) is kept by the p-median only: choose that "
                "“Method” (METHOD), or leave the maximum empty."
            )
