"""Parameters of territory:balance: labels, help, defaults, order."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from ....core.balance.settings import CriteriaWeights
from ...common.texts import tr
from ..contiguity.parameters import ContiguityParameters
from ..layers.parameters import NameParameter
from ..parameters import (
    Definitions,
    add_advanced,
    areas_source,
    explained,
    number,
    optional_field,
    output_layer,
    places_source,
    switch,
    weight_fields,
    whole_number,
)
from ..travel.parameters import CostMatrixParameters, TripParameters
from .rule_parameters import RuleParameters
from .search_parameters import SearchParameters


class BalanceParameters(RuleParameters):
    """Everything that territory:balance asks for."""

    INPUT = "INPUT"
    BALANCE_FIELDS = "BALANCE_FIELDS"
    BALANCE_EXPRESSIONS = "BALANCE_EXPRESSIONS"
    OBJECTIVE = "OBJECTIVE"
    TRAVEL_POWER = "TRAVEL_POWER"
    TERRITORY_FIELD = "TERRITORY_FIELD"
    REPS = "REPS"
    REP_ID_FIELD = "REP_ID_FIELD"
    COUNT = "COUNT"
    FIXED_REPS = "FIXED_REPS"
    BALANCE_WEIGHTS = "BALANCE_WEIGHTS"
    WEIGHT_BALANCE = "WEIGHT_BALANCE"
    WEIGHT_TRAVEL = "WEIGHT_TRAVEL"
    WEIGHT_COMPACTNESS = "WEIGHT_COMPACTNESS"
    WEIGHT_STABILITY = "WEIGHT_STABILITY"
    OUTPUT = "OUTPUT"
    TERRITORIES = "TERRITORIES"
    REPS_OUT = "REPS_OUT"
    CONVERGENCE = "CONVERGENCE"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters but the outputs: what everybody sets, rules, travel, search."""
        for definition in cls.basics():
            algorithm.addParameter(definition)
        cls.add_advanced_to(algorithm)

    @classmethod
    def basics(cls) -> Definitions:
        """What everybody sets: areas, what is balanced, what to start from."""
        yield from cls._areas()
        yield from cls._starts()

    @classmethod
    def add_advanced_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add rules, travel and search, folded away."""
        add_advanced(algorithm, *cls.rules(), *cls._criteria(), NameParameter.definition())
        TripParameters.add_to(algorithm)
        CostMatrixParameters.add_to(algorithm)
        ContiguityParameters.add_to(algorithm, adjacency=True)
        SearchParameters.add_to(algorithm)

    @classmethod
    def _areas(cls) -> Definitions:
        yield explained(
            areas_source(cls.INPUT, tr("Areas")),
            tr("Polygons that are divided into territories. Selected features only, if wished."),
        )
        yield explained(
            weight_fields(cls.BALANCE_FIELDS, tr("Fields to balance (empty: every area counts 1)")),
            tr(
                "Numbers whose totals shall be equal in all territories, e.g. customers, "
                "potential or hours of work. Several fields are balanced at once."
            ),
        )

    @classmethod
    def _starts(cls) -> Definitions:
        yield explained(
            optional_field(cls.TERRITORY_FIELD, tr("Start 1: the current plan in this field")),
            tr(
                "Field with the current territory of each area. The plan is improved, names are "
                "kept. With start 2 the representatives are the people of this plan: areas of one "
                "who left go to the others, one who joined gets a territory around the home. Not "
                "together with start 3."
            ),
        )
        yield explained(
            places_source(cls.REPS, tr("Start 2: representatives"), optional=True),
            tr(
                "One point per representative, where he or she lives. Without a current plan, "
                "every area first goes to the nearest representative. With start 3 there are new "
                "territories besides."
            ),
        )
        yield explained(
            optional_field(
                cls.REP_ID_FIELD, tr("Field that identifies a representative"), cls.REPS
            ),
            tr("Its values become the names of the territories; 1, 2, … if it is empty."),
        )
        yield explained(
            switch(
                cls.FIXED_REPS, tr("Representatives stay where they live (start 2)"), default=True
            ),
            tr(
                "Travel counts from their homes. Otherwise homes may move: travel counts from the "
                "middle of each territory, and territories go to those who travel least in them. "
                "Without representatives this has no effect."
            ),
        )
        yield explained(
            whole_number(cls.COUNT, tr("Start 3: number of territories"), least=None),
            tr(
                "Alone: territories are made from nothing and numbered from north to south. With "
                "start 2: those of the representatives, and new ones up to this number. Not "
                "together with start 1."
            ),
        )

    @classmethod
    def _criteria(cls) -> Definitions:
        ours = CriteriaWeights()
        yield explained(
            QgsProcessingParameterString(
                cls.BALANCE_EXPRESSIONS,
                tr("Further criteria to balance: expressions, one per line"),
                multiLine=True,
                optional=True,
            ),
            tr(
                'QGIS expressions with numbers from 0, e.g. "pop2018" * 0.3 + "farms". They are '
                "balanced besides the fields and are called criterion_1, criterion_2, and so on."
            ),
        )
        yield explained(
            QgsProcessingParameterEnum(
                cls.OBJECTIVE,
                tr("What is balanced"),
                [
                    tr("the worst deviation of a territory"),
                    tr("the mean absolute deviation"),
                    tr("the standard deviation"),
                ],
                defaultValue=ours.objective,
            ),
            tr(
                "The worst deviation is fair to everybody; the mean absolute deviation is that of "
                "the paper (equation 2), the standard deviation that of the thesis."
            ),
        )
        yield explained(
            QgsProcessingParameterString(
                cls.BALANCE_WEIGHTS,
                tr("Importance of each balance field, e.g. 2,1 (empty: equal)"),
                optional=True,
            ),
            tr("One number per field to balance and further criterion, in their order."),
        )
        text = tr(
            "What matters, beside the other weights: 1 % more travel or border costs as much as "
            "1 % of deviation where both weights are equal. 0 leaves a criterion out."
        )
        for name, label, value in (
            (cls.WEIGHT_BALANCE, tr("Weight of balance"), ours.balance),
            (cls.WEIGHT_TRAVEL, tr("Weight of short travel"), ours.travel),
            (cls.WEIGHT_COMPACTNESS, tr("Weight of short borders"), ours.compactness),
        ):
            yield explained(number(name, label, value), text)
        yield explained(
            whole_number(
                cls.TRAVEL_POWER,
                tr("Travel counts as 1 distance, 2 squared distance"),
                ours.travel_power,
                most=2,
            ),
            tr(
                "Squared, a trip that is twice as long counts four times: no area is left far away "
                "to bring many others a little closer. Around the middle of a territory, where "
                "homes may move, the sum is the moment of inertia. Travel times are squared, too."
            ),
        )
        yield explained(
            number(cls.WEIGHT_STABILITY, tr("Weight of keeping the current plan"), ours.stability),
            tr(
                "The more, the less weight leaves its territory in the current plan (start 1). "
                "Where people left, 0 stands for 0.5, and where somebody joined, for 0.3: little "
                "else moves, and who joins gets a territory around the home, not a strip along "
                "others."
            ),
        )

    @classmethod
    def add_outputs_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add the layers that are written."""
        polygons = Qgis.ProcessingSourceType.VectorPolygon
        for definition in (
            explained(
                output_layer(cls.OUTPUT, tr("Areas by territory"), polygons, optional=False),
                tr("The areas with their territory and the trip to them in metres."),
            ),
            explained(
                output_layer(cls.TERRITORIES, tr("Territories"), polygons),
                tr("One dissolved polygon per territory, with totals, deviation and travel."),
            ),
            explained(
                output_layer(
                    cls.REPS_OUT, tr("Homes after balancing"), Qgis.ProcessingSourceType.VectorPoint
                ),
                tr("One home per territory, with the mean trip in metres before and after."),
            ),
            explained(
                output_layer(
                    cls.CONVERGENCE,
                    tr("Convergence of the search"),
                    Qgis.ProcessingSourceType.Vector,
                    by_default=False,
                ),
                tr("Table with one row per generation."),
            ),
        ):
            algorithm.addParameter(definition)

    @classmethod
    def number_labels(cls) -> dict[str, str]:
        """Labels of the number outputs by id."""
        return {
            "MAX_DEVIATION_PCT": tr("Worst deviation from the target (%)"),
            "CV_PCT": tr("Coefficient of variation of the totals (%)"),
            "LOWER_BOUND_PCT": tr("No plan can have a smaller worst deviation (%)"),
            "MEAN_DISTANCE_M": tr("Mean trip from the current homes, else from the centres (m)"),
            "MEAN_TIME_S": tr("Mean trip from the current homes (s)"),
            "RESITED_MEAN_DISTANCE_M": tr("Mean trip from the best home in each territory (m)"),
            "RESITED_MEAN_TIME_S": tr("Mean trip from the best home in each territory (s)"),
            "MEAN_DISTANCE_BOUND_M": tr("No plan this balanced can have a shorter mean trip (m)"),
            "BORDER_LENGTH_M": tr("Length of the borders between territories (m)"),
            "CHANGED_PCT": tr("Weight that changed its territory in the current plan (%)"),
            "CHANGED_BOUND_PCT": tr("No plan this balanced can change less (%)"),
            "HOMES_OUTSIDE": tr("Homes outside their territory"),
            "GENERATIONS": tr("Generations"),
            "SECONDS": tr("Duration of the search (s)"),
            "PARTS": tr("Contiguous parts over all territories"),
            "START_MAX_DEVIATION_PCT": tr("Worst deviation of the start (%)"),
            "START_CV_PCT": tr("Coefficient of variation of the start (%)"),
            "START_MEAN_DISTANCE_M": tr(
                "Mean trip before, from the current homes, else the centres (m)"
            ),
            "START_MEAN_TIME_S": tr("Mean trip before, from the current homes (s)"),
            "START_BORDER_LENGTH_M": tr("Length of the borders of the start (m)"),
            "START_PARTS": tr("Contiguous parts of the start"),
        }
