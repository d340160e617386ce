"""Parameters of territory:evaluate."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterExpression,
    QgsProcessingParameterField,
)

from ...common.texts import tr
from ..balance.rule_parameters import RuleParameters
from ..contiguity.parameters import ContiguityParameters
from ..parameters import (
    Definitions,
    add_advanced,
    explained,
    length,
    number,
    optional_field,
    output_layer,
    switch,
)
from ..travel.parameters import CostMatrixParameters, TripParameters
from .parameters import JudgeParameters

ANY_GEOMETRY = Qgis.ProcessingSourceType.VectorAnyGeometry


class EvaluateParameters:
    """Everything that territory:evaluate asks for."""

    TERRITORY_FIELD = "TERRITORY_FIELD"
    LOCKED = "LOCKED"
    LOCKED_TERRITORIES = "LOCKED_TERRITORIES"
    TOGETHER_FIELD = "TOGETHER_FIELD"
    MAX_DEVIATION = "MAX_DEVIATION"
    MAX_DISTANCE = "MAX_DISTANCE"
    HOME_INSIDE = "HOME_INSIDE"
    CONTIGUOUS = "CONTIGUOUS"
    OUTPUT = "OUTPUT"
    TERRITORIES = "TERRITORIES"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters but the report."""
        ours = JudgeParameters
        for definition in (
            *ours.areas(),
            explained(
                QgsProcessingParameterField(
                    cls.TERRITORY_FIELD,
                    tr("Field with the territory"),
                    defaultValue="territory",
                    parentLayerParameterName=ours.INPUT,
                ),
                tr("The plan that is judged. NULL and blanks mean that nobody has the area."),
            ),
            *ours.balance_fields(),
            *ours.people(),
        ):
            algorithm.addParameter(definition)
        add_advanced(algorithm, *ours.shares(), *cls._rules())
        TripParameters.add_to(algorithm)
        CostMatrixParameters.add_to(algorithm)
        ContiguityParameters.add_to(algorithm, adjacency=True)
        for output in cls._outputs():
            algorithm.addParameter(output)

    @classmethod
    def _rules(cls) -> Definitions:
        yield explained(
            number(cls.MAX_DEVIATION, tr("Maximum deviation from the target (%)")),
            tr("A move that takes a territory farther off than this counts as forbidden."),
        )
        yield explained(
            length(cls.MAX_DISTANCE, tr("Maximum distance from home to area (m)")),
            tr("A move to a territory whose home is farther away counts as forbidden."),
        )
        yield explained(
            QgsProcessingParameterExpression(
                cls.LOCKED,
                tr("Areas that stay in their territory"),
                parentLayerParameterName=JudgeParameters.INPUT,
                optional=True,
            ),
            tr("Expression that is true for areas which may not move."),
        )
        yield RuleParameters.locked_territories()
        yield explained(
            optional_field(cls.TOGETHER_FIELD, tr("Areas with the same value here stay together")),
            tr("E.g. the district of a municipality. Areas without a value are free."),
        )
        yield explained(
            switch(cls.HOME_INSIDE, tr("Homes stay inside their territory"), True),
            tr("The area in which a representative lives may not leave his or her territory."),
        )
        yield explained(
            switch(cls.CONTIGUOUS, tr("Connected territories (polygons only)"), True),
            tr("A move that cuts a territory in two counts as forbidden."),
        )

    @classmethod
    def _outputs(cls) -> Definitions:
        yield explained(
            output_layer(
                cls.OUTPUT, tr("Areas and how firm they are"), ANY_GEOMETRY, optional=False
            ),
            tr(
                "The areas with the trip to them, the territory to which each one would go if it "
                "had to, what that would change, and the rule that forbids it."
            ),
        )
        yield explained(
            output_layer(cls.TERRITORIES, tr("Territories"), ANY_GEOMETRY),
            tr("One feature per territory: totals, target, deviation, parts, shape and travel."),
        )
