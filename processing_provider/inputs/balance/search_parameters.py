"""The parameters of territory:balance that say how to search, and how long."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
)

from ....core.balance.settings import SearchSettings
from ...common.texts import tr
from ..genetic_parameters import GeneticParameters
from ..parameters import add_advanced, explained, number, seed, switch, whole_number

# Each island holds plans of its own; nobody has more processors.
_MOST_ISLANDS = 1000


class SearchParameters(GeneticParameters):
    """The family from LOCAL_SEARCH to WORKERS."""

    LOCAL_SEARCH = "LOCAL_SEARCH"
    INITIALISATION = "INITIALISATION"
    MAX_SECONDS = "MAX_SECONDS"
    TARGET_DEVIATION = "TARGET_DEVIATION"
    SEED = "SEED"
    WORKERS = "WORKERS"
    ISLANDS = "ISLANDS"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add the parameters, folded away."""
        add_advanced(algorithm, *cls._limits(), *cls._population(), *cls._rates())

    @classmethod
    def _limits(cls) -> Iterator[QgsProcessingParameterDefinition]:
        ours = SearchSettings()
        yield explained(
            number(cls.MAX_SECONDS, tr("Time limit (s; 0: none)"), ours.max_seconds),
            tr("The best plan found until then is the result."),
        )
        yield explained(
            number(
                cls.TARGET_DEVIATION,
                tr("Stop at this worst deviation (%, 0: as good as possible)"),
                100 * ours.target_deviation,
            ),
            tr("The search ends as soon as no territory deviates more from its target."),
        )
        yield explained(
            whole_number(
                cls.MAX_GENERATIONS,
                tr("Maximum number of generations"),
                ours.max_generations,
                least=0,
            ),
            tr("0 hands back the best of the first plans."),
        )
        yield explained(
            whole_number(
                cls.STAGNATION,
                tr("Stop after this many generations without progress (0: chosen automatically)"),
                ours.stagnation,
                least=0,
            ),
            tr(
                "More generations find better plans now and then, and take longer. Where this is "
                "chosen automatically, searches of up to 200 areas mostly end after four "
                "generations; a number here lets them go on."
            ),
        )
        yield explained(seed(), tr("The same seed gives the same plan; another one another plan."))
        yield explained(
            whole_number(
                cls.WORKERS, tr("Worker processes (0: chosen automatically)"), ours.workers, least=0
            ),
            tr("How many processors are used at most; the result does not depend on it."),
        )

    @classmethod
    def _population(cls) -> Iterator[QgsProcessingParameterDefinition]:
        ours = SearchSettings()
        yield explained(
            switch(
                cls.LOCAL_SEARCH,
                tr("Improve every plan by border moves (off: the plain genetic algorithm)"),
                ours.local_search,
            ),
            tr("The plain genetic algorithm is that of the thesis; it needs far more generations."),
        )
        yield explained(
            whole_number(
                cls.POPULATION, tr("Number of plans in the population"), ours.population, least=4
            ),
            tr("Over all islands together."),
        )
        yield explained(
            whole_number(
                cls.ISLANDS,
                tr("Number of islands (0: chosen automatically)"),
                ours.islands,
                least=0,
                most=_MOST_ISLANDS,
            ),
            tr(
                "Parts of the population that live apart and exchange their best plans, one per "
                "processor at most. The result depends on their number."
            ),
        )
        yield explained(
            QgsProcessingParameterEnum(
                cls.INITIALISATION,
                tr("First plans"),
                [tr("mixed"), tr("nearest representative only")],
                defaultValue=ours.initialisation,
            ),
            tr("How the search begins; the second is the way of the thesis."),
        )
        yield explained(
            number(
                cls.ELITISM, tr("Elite that survives unchanged (%)"), 100 * ours.elitism, most=99
            ),
            tr("Share of the best plans that pass to the next generation as they are."),
        )
        yield explained(
            whole_number(cls.TOURNAMENT, tr("Number of plans in a tournament"), ours.tournament),
            tr("The best of this number of random plans becomes a parent."),
        )

    @classmethod
    def _rates(cls) -> Iterator[QgsProcessingParameterDefinition]:
        ours = SearchSettings()
        crossover = tr("The rate of recombination adapts itself between minimum and maximum.")
        mutation = tr("The share of mutated border areas adapts itself between the two.")
        for name, label, value, text in (
            (cls.CROSSOVER_MIN, tr("Minimum crossover rate"), ours.crossover_min, crossover),
            (cls.CROSSOVER_MAX, tr("Maximum crossover rate"), ours.crossover_max, crossover),
            (cls.MUTATION_MIN, tr("Minimum mutation rate"), ours.mutation_min, mutation),
            (cls.MUTATION_MAX, tr("Maximum mutation rate"), ours.mutation_max, mutation),
        ):
            yield explained(number(name, label, value, most=1), text)
