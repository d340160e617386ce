"""The parameters of territory:balance that say how to search, and how long."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterEnum,
)

from ...core.balance.settings import SearchSettings
from ..texts import tr
from .parameters import add_advanced, number, seed, switch, whole_number


class SearchParameters:
    """The family from LOCAL_SEARCH to WORKERS."""

    LOCAL_SEARCH = "LOCAL_SEARCH"
    POPULATION = "POPULATION"
    ELITISM = "ELITISM"
    TOURNAMENT = "TOURNAMENT"
    CROSSOVER_MIN = "CROSSOVER_MIN"
    CROSSOVER_MAX = "CROSSOVER_MAX"
    MUTATION_MIN = "MUTATION_MIN"
    MUTATION_MAX = "MUTATION_MAX"
    INITIALISATION = "INITIALISATION"
    MAX_GENERATIONS = "MAX_GENERATIONS"
    STAGNATION = "STAGNATION"
    MAX_SECONDS = "MAX_SECONDS"
    TARGET_DEVIATION = "TARGET_DEVIATION"
    SEED = "SEED"
    WORKERS = "WORKERS"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add the parameters, folded away."""
        ours = SearchSettings()
        add_advanced(
            algorithm,
            switch(
                cls.LOCAL_SEARCH,
                tr("Improve every plan by border moves (off: the plain genetic algorithm)"),
                ours.local_search,
            ),
            whole_number(cls.POPULATION, tr("Plans in the population"), ours.population, least=4),
            number(
                cls.ELITISM, tr("Elite that survives unchanged (%)"), 100 * ours.elitism, most=99
            ),
            whole_number(cls.TOURNAMENT, tr("Plans in a tournament"), ours.tournament),
            number(cls.CROSSOVER_MIN, tr("Smallest crossover rate"), ours.crossover_min, most=1),
            number(cls.CROSSOVER_MAX, tr("Largest crossover rate"), ours.crossover_max, most=1),
            number(cls.MUTATION_MIN, tr("Smallest mutation rate"), ours.mutation_min, most=1),
            number(cls.MUTATION_MAX, tr("Largest mutation rate"), ours.mutation_max, most=1),
            QgsProcessingParameterEnum(
                cls.INITIALISATION,
                tr("First plans"),
                [tr("mixed"), tr("nearest representative only")],
                defaultValue=ours.initialisation,
            ),
            whole_number(
                cls.MAX_GENERATIONS, tr("Most generations"), ours.max_generations, least=0
            ),
            whole_number(
                cls.STAGNATION,
                tr("Stop after this many generations without progress (0: chosen automatically)"),
                ours.stagnation,
                least=0,
            ),
            number(cls.MAX_SECONDS, tr("Most seconds (0: no limit)"), ours.max_seconds),
            number(
                cls.TARGET_DEVIATION,
                tr("Stop at this worst deviation (%, 0: as good as possible)"),
                100 * ours.target_deviation,
            ),
            seed(),
            whole_number(
                cls.WORKERS,
                tr("Processes to work with (0: chosen automatically)"),
                ours.workers,
                least=0,
            ),
        )

    @classmethod
    def read(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> SearchSettings:
        """The settings that were chosen."""

        def real(name: str) -> float:
            return algorithm.parameterAsDouble(parameters, name, context)

        def integer(name: str) -> int:
            return algorithm.parameterAsInt(parameters, name, context)

        return SearchSettings(
            population=integer(cls.POPULATION),
            elitism=real(cls.ELITISM) / 100.0,
            tournament=integer(cls.TOURNAMENT),
            crossover_min=real(cls.CROSSOVER_MIN),
            crossover_max=real(cls.CROSSOVER_MAX),
            mutation_min=real(cls.MUTATION_MIN),
            mutation_max=real(cls.MUTATION_MAX),
            initialisation=algorithm.parameterAsEnum(parameters, cls.INITIALISATION, context),
            local_search=algorithm.parameterAsBool(parameters, cls.LOCAL_SEARCH, context),
            max_generations=integer(cls.MAX_GENERATIONS),
            stagnation=integer(cls.STAGNATION),
            max_seconds=real(cls.MAX_SECONDS),
            target_deviation=real(cls.TARGET_DEVIATION) / 100.0,
            seed=integer(cls.SEED),
            workers=integer(cls.WORKERS),
        )
