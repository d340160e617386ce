"""What a search is told: what counts, how it searches, and how long."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import InvalidInput
from ..genetic import GeneticSearch
from ..texts import Text

WORST_DEVIATION, MEAN_DEVIATION, STANDARD_DEVIATION = 0, 1, 2
MIXED, NEAREST_REPRESENTATIVE = 0, 1


_AREAS_SEARCHED_PATIENTLY = 36_000
"""Areas times generations without progress: long generations are worth fewer of them (10,946
municipalities: 3)."""
_AREAS_NEAR_HOMES_SEARCHED_PATIENTLY = 12_500
"""The same where fixed homes make plans alike, and a search for longer betters the balance only,
which the end of the search does as well: 2 for 5,000 areas and 1 for more than 6,250 end as fit
as 3 to 7, in two thirds of the time; 2,000 areas × 12 ended 0.2 % less fit."""
_PATIENCE_WITHOUT_LOCAL_SEARCH = 100
"""400 districts × 20 homes: after 40, a search had stopped at 6 to 11 % that went on to 3.4 %."""
_ISLANDS = 2
"""Chosen for 30 plans: more islands are too small to recombine, and exchange copies."""
_LEAST_ON_AN_ISLAND = 4
"""A tournament of three chooses among them; of fewer, all children are alike."""
_MANY_AREAS, _PART_WITH_MANY_AREAS = 150, 1.0 / 3.0
"""27 representatives and 10,946 municipalities: 10 plans end within 0.03 % of 30, in a third."""
_LONG_BORDERS, _VERY_COARSE = 250_000, 10
"""Areas times territories, whose root tells how many areas lie on borders (10,000 × 50), and areas
to a territory (but few areas are soon searched). There few plans searched for long end better
than many."""
_PART_WITH_LONG_BORDERS, _FEWEST = 0.2, 2
"""The part of the population that does there, and the plans on an island at least."""
_COARSE, _PART_COARSE = 12, 0.13
"""Areas to a territory up to which fewer still do on long borders, each searched for longer
(3,136 × 300)."""
_PART_ABREAST, _PATIENCE_ABREAST, _PATIENCE_ABREAST_OF_MANY = 0.53, 3, 4
"""The same where plans are annealed abreast, on one island: sixteen of thirty. Many areas are
searched more patiently: with 3 one search of 120 × 12 ended 15 % less fit than with 4."""
_MANY_ABREAST = 100
"""Areas from which on they are many in this regard."""
_GENERATIONS_ABREAST = 4
"""Generations there, which take as long for 60 areas as for 200: a search takes two seconds, and
31 maps of 55 to 200 areas, two or three seeds each, end 4 % less fit than without this, in 0.4 of
the time; after five longer ones 3 %, after six 1.5 %."""
_FEW_NEAR_HOMES, _PART_NEAR_HOMES = 5_000, 0.13
"""Areas from which on fixed homes make plans so much alike that 4 of 30 do: the end of the search,
which anneals one of them slowly, leaves as little as with 8 or 10 (the demo, three seeds: travel
within 0.02 km, borders within 30 km), in two thirds of the time."""
_AREAS_ALIKE = 100
"""Areas per home from which starts hardly differ, and of many areas from which one generation
without progress is enough: 10,946 × 27 with free homes, six seeds, end as fit after one as after
three to five, in four fifths of the time. With 11 (five homes, 55 municipalities) a third
of the plans left 0.75 % where all of them found 0.0 %."""


@dataclass(frozen=True)
class SearchSettings(GeneticSearch):
    """Parameters of the genetic search (paper, sect. 5; thesis, sect. 5.1.2).

    Attributes
    ----------
    population : int
        Plans that live at a time, over all islands; at least 4. With local search and many
        areas a third or a fifth of them, see :meth:`island_sizes`.
    elitism, tournament, crossover_min, crossover_max : float
        See :class:`GeneticSearch`.
    mutation_min, mutation_max : float
        Range in which the share of mutated border areas adapts itself.
    initialisation : int
        ``MIXED`` starts, or ``NEAREST_REPRESENTATIVE`` for the thesis's way.
    local_search : bool
        Whether starts and children are improved by border moves. False, together with
        ``NEAREST_REPRESENTATIVE``, is the plain genetic algorithm of the thesis.
    max_generations : int
        Last generation.
    stagnation : int
        Generations without progress after which the search counts as converged; 0 chooses:
        2 to 6 with local search, whose generations are long, the more the fewer areas there
        are on borders; 100 without. On small maps it chooses an end, too, see
        :meth:`generations`.
    max_seconds : float
        Time limit in seconds; 0 for none.
    target_deviation : float
        Worst deviation (share of the target) that is good enough to stop; 0 for none.
    seed : int
        Same seed, same plan.
    islands : int
        Parts of the population that evolve on their own and exchange their best plans, at
        least 4 plans each; 0 chooses. The result depends on it, but not on the workers.
    workers : int
        Child interpreters, one per island at most; 0 chooses by processor count and problem
        size. The result does not depend on it.

    Raises
    ------
    InvalidInput
        If a value is outside its range.
    """

    initialisation: int = MIXED
    local_search: bool = True
    max_generations: int = 500
    stagnation: int = 0
    max_seconds: float = 0.0
    target_deviation: float = 0.0
    seed: int = 1
    workers: int = 0
    islands: int = 0

    def patience(
        self,
        areas: int,
        territories: int = 1,
        *,
        homes: bool = False,
        long: bool = False,
        abreast: bool = False,
    ) -> int:
        """Generations without progress that a search waits for; fewer if its plans take long.

        Parameters are those of :meth:`island_sizes`.
        """
        if self.stagnation:
            return self.stagnation
        if not self.local_search:
            return _PATIENCE_WITHOUT_LOCAL_SEARCH
        if abreast:
            return _PATIENCE_ABREAST_OF_MANY if areas > _MANY_ABREAST else _PATIENCE_ABREAST
        if long and _few_plans_do(areas, territories):
            return 1 if areas >= _AREAS_ALIKE * territories else 2
        alike = are_alike(areas, territories, homes)
        worth = _AREAS_NEAR_HOMES_SEARCHED_PATIENTLY if alike else _AREAS_SEARCHED_PATIENTLY
        return min(max(worth // areas, 1 if alike else 2), 6)

    def generations(self, *, abreast: bool = False) -> int:
        """Generations after which a search ends; with a ``stagnation`` that is asked for, the last.

        Parameters are those of :meth:`island_sizes`.
        """
        chosen = abreast and self.local_search and not self.stagnation
        return min(self.max_generations, _GENERATIONS_ABREAST) if chosen else self.max_generations

    def island_sizes(
        self,
        areas: int = 0,
        territories: int = 1,
        *,
        homes: bool = False,
        long: bool = False,
        abreast: bool = False,
    ) -> list[int]:
        """Plans on each island; a population too small for its islands is raised.

        A part of the population does where each of many areas is searched for long. With fixed
        homes and many areas for each, starts hardly differ, and local search at the best prices
        leaves little for more plans to find.

        Parameters
        ----------
        areas, territories : int
        homes : bool
            Whether homes are fixed.
        long : bool
            Whether plans are searched for long, see :class:`.Schedules`.
        abreast : bool
            Whether plans of small maps are annealed abreast.
        """
        abreast = abreast and self.local_search
        count = self.islands or (1 if abreast else _ISLANDS)
        population = self.population
        least = _LEAST_ON_AN_ISLAND
        if self.local_search:
            alike = are_alike(areas, territories, homes)
            part = 1.0
            if abreast:
                part = _PART_ABREAST
            elif long and _few_plans_do(areas, territories):
                coarse = _has_long_borders(areas, territories) and areas <= _COARSE * territories
                part = _PART_COARSE if coarse else _PART_WITH_LONG_BORDERS
                least = _FEWEST
            elif alike and areas >= _FEW_NEAR_HOMES:
                part, least = _PART_NEAR_HOMES, _FEWEST
            elif alike or (long and areas >= _MANY_AREAS):
                part = _PART_WITH_MANY_AREAS
            fewest = min(population, least * count)
            population = max(round(part * population), fewest)
        population = max(population, least * self.islands)
        return [population // count + (i < population % count) for i in range(count)]

    def __post_init__(self) -> None:
        if self.population < 4:
            raise InvalidInput(
                "“Number of plans in the population” (POPULATION) is {count}; at least 4 are "
                "needed. Raise it.",
                count=self.population,
            )
        if self.tournament < 1:
            raise InvalidInput(
                "“Number of plans in a tournament” (TOURNAMENT) is {count}; at least 1 is needed. "
                "Raise it.",
                count=self.tournament,
            )
        if not 0.0 <= self.elitism < 1.0:
            raise InvalidInput(
                "“Elite that survives unchanged” (ELITISM) is {share:g} %; it must be 0 or more "
                "and less than 100 % of the population. Correct it.",
                share=100.0 * self.elitism,
            )
        self.refuse_contrary_rates(
            (
                Text.of("“Minimum crossover rate” (CROSSOVER_MIN)"),
                Text.of("“Maximum crossover rate” (CROSSOVER_MAX)"),
            ),
            (
                Text.of("“Minimum mutation rate” (MUTATION_MIN)"),
                Text.of("“Maximum mutation rate” (MUTATION_MAX)"),
            ),
        )
        if self.initialisation not in (MIXED, NEAREST_REPRESENTATIVE):
            raise InvalidInput("Unknown initialisation {value}.", value=self.initialisation)
        for name, value in (
            (Text.of("Maximum number of generations"), self.max_generations),
            (Text.of("Generations without progress"), self.stagnation),
            (Text.of("Time limit"), self.max_seconds),
            (Text.of("Stop at this worst deviation"), self.target_deviation),
            (Text.of("Random seed"), self.seed),
            (Text.of("Worker processes"), self.workers),
            (Text.of("Number of islands"), self.islands),
        ):
            if not value >= 0:
                raise InvalidInput(
                    "“{name}” must not be negative; it is {value:g}.", name=name, value=value
                )


def are_alike(areas: int, territories: int, homes: bool) -> bool:
    """Whether fixed homes, each with many areas, make starts all but alike."""
    return homes and areas >= _AREAS_ALIKE * territories


def _few_plans_do(areas: int, territories: int) -> bool:
    """Whether there are so many areas on borders, or such coarse ones, that few plans do."""
    coarse = _MANY_AREAS <= areas <= _VERY_COARSE * territories
    return coarse or _has_long_borders(areas, territories)


def _has_long_borders(areas: int, territories: int) -> bool:
    return areas * territories >= _LONG_BORDERS


@dataclass(frozen=True)
class CriteriaWeights:
    """How much each criterion counts in the fitness (thesis, eq. 3.9); 0 leaves it out.

    Attributes
    ----------
    balance, travel, compactness, stability : float
    objective : int
        What balance is: ``WORST_DEVIATION`` of a territory, ``MEAN_DEVIATION`` (absolute;
        paper, eq. 2) or ``STANDARD_DEVIATION`` (σ; thesis, eq. 3.6 and algorithm 6).
    travel_power : int
        Power of the cost of a trip that travel is the mean of: 1, or 2 for squared distances,
        whose sum around a weighted centre is the moment of inertia (Hess et al., Operations
        Research 13, 1965). With it single long trips count more.
    """

    balance: float = 1.0
    travel: float = 0.1
    compactness: float = 0.1
    stability: float = 0.0
    objective: int = WORST_DEVIATION
    travel_power: int = 1

    def __post_init__(self) -> None:
        if self.travel_power not in (1, 2):
            raise InvalidInput(
                "“Travel counts as 1 distance, 2 squared distance” (TRAVEL_POWER) is {power}; it "
                "must be 1 or 2. Correct it.",
                power=self.travel_power,
            )
