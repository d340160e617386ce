"""Parameters of territory:sitereps."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingAlgorithm, QgsProcessingParameterEnum

from ....core.siting.settings import DEFAULT_CLASS_COUNT, GeneticSettings, Method
from ...common.texts import tr
from ..genetic_parameters import GeneticParameters
from ..parameters import (
    Definitions,
    add_advanced,
    explained,
    number,
    optional_field,
    output_layer,
    places_source,
    seed,
    weight_field,
    whole_number,
)
from ..people.parameters import CandidateParameters
from ..travel.parameters import CostMatrixParameters


class SitingParameters(GeneticParameters):
    """Everything that territory:sitereps asks for."""

    INPUT = "INPUT"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    COUNT = "COUNT"
    METHOD = "METHOD"
    NAME_FIELD = "NAME_FIELD"
    TRIPS_FIELD = "TRIPS_FIELD"
    CLASSES = "CLASSES"
    CAPACITY = "CAPACITY"
    CRITERION = "CRITERION"
    SEED = "SEED"
    REPS = "REPS"
    OUTPUT = "OUTPUT"
    CANDIDATES_OUT = "CANDIDATES_OUT"
    CLASS_TABLE = "CLASS_TABLE"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters, the most important first."""
        for definition in cls._basics():
            algorithm.addParameter(definition)
        CandidateParameters.add_to(algorithm)
        add_advanced(algorithm, *cls._rules())
        CostMatrixParameters.add_to(algorithm)
        add_advanced(algorithm, *cls._search())
        for definition in cls._outputs():
            algorithm.addParameter(definition)

    @classmethod
    def _basics(cls) -> Definitions:
        yield explained(
            places_source(cls.INPUT, tr("Areas or customers to be served")),
            tr("Points, or polygons that count at their centroid."),
        )
        yield explained(
            weight_field(),
            tr("How much each place counts: its potential, and its weight in the total cost."),
        )
        yield explained(
            whole_number(cls.COUNT, tr("Number of representatives"), 5),
            tr("How many homes to choose."),
        )
        yield explained(
            QgsProcessingParameterEnum(
                cls.METHOD,
                tr("Method"),
                [tr("natural-breaks classes"), tr("p-median"), tr("genetic search")],
                defaultValue=int(Method.P_MEDIAN),
            ),
            tr("P-median gives the least total cost; the others are those of the literature."),
        )

    @classmethod
    def _rules(cls) -> Definitions:
        yield explained(
            optional_field(cls.NAME_FIELD, tr("Name of an area or customer")),
            tr("What labels, messages and results call a place, e.g. Schwetzingen instead of 45."),
        )
        yield explained(
            weight_field(tr("Number of trips (empty: the weight)"), name=cls.TRIPS_FIELD),
            tr("How often each place is visited: its weight in sums and means of travel."),
        )
        yield explained(
            number(cls.CAPACITY, tr("Maximum weight per home (p-median only)")),
            tr("No home serves more than this; each place is served whole by one home."),
        )

    @classmethod
    def _search(cls) -> Definitions:
        ours = GeneticSettings()
        yield explained(
            whole_number(cls.CLASSES, tr("Number of natural-breaks classes"), DEFAULT_CLASS_COUNT),
            tr("Classes of potential from which homes are drawn, and which the results show."),
        )
        yield explained(
            QgsProcessingParameterEnum(
                cls.CRITERION,
                tr("Genetic search: what is made small"),
                [
                    tr("travel from each place to the nearest home"),
                    tr("travel from every home to every place (total accessibility)"),
                ],
                defaultValue=0,
            ),
            tr(
                "The first spreads the homes; the second, equation 1 of Sharifi Noorian and Murphy "
                "(2017), puts them side by side in the most accessible region."
            ),
        )
        yield explained(
            whole_number(
                cls.POPULATION, tr("Genetic search: population"), ours.population, least=2
            ),
            tr("Number of choices in a generation."),
        )
        yield explained(
            number(cls.ELITISM, tr("Genetic search: elitism (%)"), 100.0 * ours.elitism, most=99.0),
            tr("Share of the best choices that go on unchanged."),
        )
        yield explained(
            whole_number(cls.TOURNAMENT, tr("Genetic search: tournament size"), ours.tournament),
            tr("Number of choices among which a parent is picked."),
        )
        rates = tr("Rates adapt between the two: poor parents are changed more than good ones.")
        for name, text, value in (
            (cls.CROSSOVER_MIN, tr("Genetic search: minimum crossover rate"), ours.crossover_min),
            (cls.CROSSOVER_MAX, tr("Genetic search: maximum crossover rate"), ours.crossover_max),
            (cls.MUTATION_MIN, tr("Genetic search: minimum mutation rate"), ours.mutation_min),
            (cls.MUTATION_MAX, tr("Genetic search: maximum mutation rate"), ours.mutation_max),
        ):
            yield explained(number(name, text, value, most=1.0), rates)
        yield explained(
            whole_number(
                cls.MAX_GENERATIONS,
                tr("Genetic search: maximum number of generations"),
                ours.max_generations,
            ),
            tr("The search ends after this number of generations."),
        )
        yield explained(
            whole_number(
                cls.STAGNATION, tr("Genetic search: generations without progress"), ours.stagnation
            ),
            tr("The search ends after this number of generations without a better choice."),
        )
        yield explained(seed(), tr("The same seed gives the same homes again."))

    @classmethod
    def _outputs(cls) -> Definitions:
        kinds = Qgis.ProcessingSourceType
        yield from (
            explained(
                output_layer(cls.REPS, tr("Homes"), kinds.VectorPoint),
                tr("Points with potential, class and what each home serves."),
            ),
            explained(
                output_layer(cls.OUTPUT, tr("Areas by home"), kinds.VectorAnyGeometry),
                tr("The input with the home of each place and the trip from there."),
            ),
            explained(
                output_layer(
                    cls.CANDIDATES_OUT,
                    tr("Candidates by potential"),
                    kinds.VectorPoint,
                    by_default=False,
                ),
                tr("All candidates with potential, class and accessibility, poor to rich."),
            ),
            explained(
                output_layer(
                    cls.CLASS_TABLE, tr("Classes of potential"), kinds.Vector, by_default=False
                ),
                tr("A table of the natural-breaks classes with their candidates and homes."),
            ),
        )
