"""Parameters of territory:plan: those of balancing, how many territories, and what they cost."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingAlgorithm, QgsProcessingParameterExpression

from ....core.workflow.settings import DEFAULT_SPEED_KMH
from ...common.texts import tr
from ..balance.parameters import BalanceParameters
from ..parameters import Definitions, add_advanced, explained, number, output_layer, whole_number
from ..people.parameters import CandidateParameters


class PlanParameters(BalanceParameters):
    """Everything that territory:plan asks for."""

    COUNT_MIN = "COUNT_MIN"
    COUNT_MAX = "COUNT_MAX"
    CAPACITY = "CAPACITY"
    WORKLOAD = "WORKLOAD"
    DEFAULT_SPEED = "DEFAULT_SPEED"
    COST_PER_HOUR = "COST_PER_HOUR"
    COST_PER_KM = "COST_PER_KM"
    COST_PER_REP = "COST_PER_REP"
    COUNTS = "COUNTS"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters but the outputs."""
        folded = []
        for definition in cls.basics():
            if definition.name() == cls.FIXED_REPS:
                folded.append(definition)
            else:
                algorithm.addParameter(definition)
        add_advanced(
            algorithm, *cls._numbers(), CandidateParameters.expression(), *folded, *cls._costs()
        )
        cls.add_advanced_to(algorithm)

    @classmethod
    def _numbers(cls) -> Definitions:
        yield explained(
            whole_number(cls.COUNT_MIN, tr("Minimum number of territories"), least=None),
            tr("A plan is made for every number from here to the maximum, and all are compared."),
        )
        yield explained(
            whole_number(cls.COUNT_MAX, tr("Maximum number of territories"), least=None),
            tr("The last number that is planned; each is one search."),
        )
        yield explained(
            number(cls.CAPACITY, tr("What one representative can carry")),
            tr(
                "Hours of work where work is given, else units of the first field to balance. The "
                "number of territories follows: the smallest in which nobody has more. Not "
                "together with a current plan."
            ),
        )
        yield explained(
            QgsProcessingParameterExpression(
                cls.WORKLOAD,
                tr("Work in each area (hours): an expression"),
                parentLayerParameterName=cls.INPUT,
                optional=True,
            ),
            tr(
                'E.g. "visits" * (45 + @trip_min) / 60. The variables @trip_min and @trip_km are '
                "the trip to the area from the home of its territory, @mean_trip_min and "
                "@mean_trip_km the mean trip of the territory. The hours are balanced, and found "
                "anew with every plan until they agree."
            ),
        )
        yield explained(
            number(
                cls.DEFAULT_SPEED,
                tr("Speed where no times are known (km/h)"),
                DEFAULT_SPEED_KMH,
                least=1.0,
            ),
            tr("Makes hours of kilometres where no cost matrix gives times."),
        )

    @classmethod
    def _costs(cls) -> Definitions:
        yield explained(
            number(cls.COST_PER_REP, tr("Costs per representative")),
            tr("For the period in which the trips are made, e.g. a year, in any currency."),
        )
        yield explained(
            number(cls.COST_PER_HOUR, tr("Costs per hour of travel")), tr("In the same currency.")
        )
        yield explained(
            number(cls.COST_PER_KM, tr("Costs per kilometre")), tr("In the same currency.")
        )

    @classmethod
    def add_outputs_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add the layers that are written."""
        polygons = Qgis.ProcessingSourceType.VectorPolygon
        for definition in (
            explained(
                output_layer(cls.OUTPUT, tr("Areas by territory"), polygons, optional=False),
                tr(
                    "The areas with the territory before balancing, that after it, and that for "
                    "every other number that was planned."
                ),
            ),
            explained(
                output_layer(cls.TERRITORIES, tr("Territories"), polygons),
                tr("One dissolved polygon per territory, with totals, deviation and travel."),
            ),
            explained(
                output_layer(cls.REPS_OUT, tr("Homes"), Qgis.ProcessingSourceType.VectorPoint),
                tr("One home per territory, with the mean trip in metres before and after."),
            ),
            explained(
                output_layer(
                    cls.COUNTS,
                    tr("Numbers of territories compared"),
                    Qgis.ProcessingSourceType.Vector,
                ),
                tr(
                    "A table with one row per number: balance, travel, borders, the largest "
                    "territory, costs."
                ),
            ),
        ):
            algorithm.addParameter(definition)
