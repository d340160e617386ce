"""Parameters of territory:validate."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingAlgorithm, QgsProcessingParameterField

from ...common.texts import tr
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
    whole_number,
)
from ..travel.parameters import CostMatrixParameters
from .parameters import JudgeParameters


class ValidateParameters:
    """Everything that territory:validate asks for."""

    TERRITORY_FIELD = "TERRITORY_FIELD"
    MAX_DEVIATION = "MAX_DEVIATION"
    MIN_COUNT = "MIN_COUNT"
    MAX_COUNT = "MAX_COUNT"
    MIN_TOTAL = "MIN_TOTAL"
    MAX_TOTAL = "MAX_TOTAL"
    MAX_DISTANCE = "MAX_DISTANCE"
    TOGETHER_FIELD = "TOGETHER_FIELD"
    CURRENT_FIELD = "CURRENT_FIELD"
    MAX_CHANGE = "MAX_CHANGE"
    CONTIGUOUS = "CONTIGUOUS"
    ENCLAVES = "ENCLAVES"
    NAME_FIELD = "NAME_FIELD"
    ISSUES = "ISSUES"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters."""
        ours = JudgeParameters
        territory = explained(
            QgsProcessingParameterField(
                cls.TERRITORY_FIELD,
                tr("Field with the territory"),
                defaultValue="territory",
                parentLayerParameterName=ours.INPUT,
            ),
            tr("The plan that is checked. NULL and blanks mean that nobody has the area."),
        )
        deviation = explained(
            number(cls.MAX_DEVIATION, tr("Maximum deviation from the target (%)")),
            tr("Of any field to balance. Empty: no limit."),
        )
        for definition in (
            *ours.areas(),
            territory,
            *ours.balance_fields(),
            deviation,
            *ours.people(),
        ):
            algorithm.addParameter(definition)
        add_advanced(algorithm, *ours.shares(), *cls._limits(), *cls._rules())
        CostMatrixParameters.add_to(algorithm)
        ContiguityParameters.add_to(algorithm, adjacency=True)
        algorithm.addParameter(
            explained(
                output_layer(
                    cls.ISSUES,
                    tr("Breaches of rules"),
                    Qgis.ProcessingSourceType.VectorAnyGeometry,
                    optional=False,
                ),
                tr("One feature per breach, where it is; none for a clean plan."),
            )
        )

    @classmethod
    def _limits(cls) -> Definitions:
        none = tr("Empty: no limit.")
        for definition in (
            whole_number(cls.MIN_COUNT, tr("Minimum number of areas per territory")),
            whole_number(cls.MAX_COUNT, tr("Maximum number of areas per territory")),
            number(cls.MIN_TOTAL, tr("Minimum total of each field to balance per territory")),
            number(cls.MAX_TOTAL, tr("Maximum total of each field to balance per territory")),
            length(cls.MAX_DISTANCE, tr("Maximum distance from home to area (m)")),
        ):
            yield explained(definition, none)

    @classmethod
    def _rules(cls) -> Definitions:
        yield explained(
            optional_field(cls.TOGETHER_FIELD, tr("Areas with the same value here stay together")),
            tr("E.g. the district of a municipality. Areas without a value are free."),
        )
        yield explained(
            optional_field(cls.CURRENT_FIELD, tr("Field with the current territory")),
            tr("For the maximum change."),
        )
        yield explained(
            number(
                cls.MAX_CHANGE,
                tr("Maximum change (% of the weight that may change territory)"),
                most=100.0,
            ),
            tr("Needs the current territory. Empty: no limit."),
        )
        yield explained(
            switch(cls.CONTIGUOUS, tr("Connected territories (polygons only)"), True),
            tr("Every territory must be one piece; each further piece is a breach."),
        )
        yield explained(
            switch(cls.ENCLAVES, tr("No enclaves (polygons only)"), True),
            tr("Areas that lie wholly inside one other territory are a breach."),
        )
        yield explained(
            optional_field(cls.NAME_FIELD, tr("Field with the names of the areas")),
            tr("Breaches then name areas by it, e.g. “Schwetzingen” instead of 45."),
        )
