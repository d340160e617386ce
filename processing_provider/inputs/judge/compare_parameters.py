"""Parameters of territory:compare."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingAlgorithm, QgsProcessingParameterFeatureSource

from ...common.texts import tr
from ..contiguity.parameters import ContiguityParameters
from ..layers.parameters import NameParameter
from ..parameters import (
    Definitions,
    add_advanced,
    explained,
    number,
    optional_field,
    output_layer,
    places_source,
)
from ..travel.parameters import CostMatrixParameters, TripParameters
from .parameters import JudgeParameters


class CompareParameters:
    """Everything that territory:compare asks for."""

    BEFORE_FIELD = "BEFORE_FIELD"
    AFTER_FIELD = "AFTER_FIELD"
    AFTER_LAYER = "AFTER_LAYER"
    AFTER_LAYER_FIELD = "AFTER_LAYER_FIELD"
    ID_FIELD = "ID_FIELD"
    AFTER_ID_FIELD = "AFTER_ID_FIELD"
    REPS_AFTER = "REPS_AFTER"
    COST_PER_HOUR = "COST_PER_HOUR"
    COST_PER_KM = "COST_PER_KM"
    OUTPUT = "OUTPUT"
    HANDOVER = "HANDOVER"
    MATRIX = "MATRIX"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters but the report."""
        ours = JudgeParameters
        plans = (
            *(*ours.areas(), *cls._plans(), *ours.balance_fields()),
            *ours.people(),
        )
        for definition in plans:
            algorithm.addParameter(definition)
        add_advanced(algorithm, *cls._new_people(), *cls._other_layer())
        add_advanced(algorithm, *ours.shares(), NameParameter.definition())
        TripParameters.add_to(algorithm)
        add_advanced(algorithm, *cls._prices())
        CostMatrixParameters.add_to(algorithm)
        ContiguityParameters.add_to(algorithm, adjacency=True)
        for output in cls._outputs():
            algorithm.addParameter(output)

    @classmethod
    def _plans(cls) -> Definitions:
        yield explained(
            optional_field(cls.BEFORE_FIELD, tr("Field with the territory before")),
            tr("The current plan. Empty: “territory_before”."),
        )
        yield explained(
            optional_field(cls.AFTER_FIELD, tr("Field with the territory after")),
            tr("The new plan. Empty: “territory”. Not needed with another layer."),
        )

    @classmethod
    def _new_people(cls) -> Definitions:
        yield explained(
            places_source(cls.REPS_AFTER, tr("Representatives after re-siting"), optional=True),
            tr(
                "One point per representative, where he or she will live. Travel of the new plan "
                "is then shown from the current and from the new homes. Its field of names is "
                "called like that of the representatives, or “territory”."
            ),
        )

    @classmethod
    def _other_layer(cls) -> Definitions:
        yield explained(
            QgsProcessingParameterFeatureSource(
                cls.AFTER_LAYER,
                tr("Layer with the new plan"),
                [Qgis.ProcessingSourceType.Vector],
                optional=True,
            ),
            tr("Where the new plan is in another layer or table; it is joined by ids."),
        )
        yield explained(
            optional_field(
                cls.AFTER_LAYER_FIELD, tr("Field of that layer with the territory"), cls.AFTER_LAYER
            ),
            tr("Empty: as the field with the territory after."),
        )
        yield explained(
            optional_field(cls.ID_FIELD, tr("Field with the id of an area")),
            tr("By it both layers are joined, never by the order of their features."),
        )
        yield explained(
            optional_field(
                cls.AFTER_ID_FIELD, tr("Field of that layer with the id"), cls.AFTER_LAYER
            ),
            tr("Empty: a field of the same name."),
        )

    @classmethod
    def _prices(cls) -> Definitions:
        yield explained(
            number(cls.COST_PER_HOUR, tr("Costs per hour of travel")),
            tr("In any currency; with times in the cost matrix."),
        )
        yield explained(
            number(cls.COST_PER_KM, tr("Costs per kilometre")), tr("In the same currency.")
        )

    @classmethod
    def _outputs(cls) -> Definitions:
        table = Qgis.ProcessingSourceType.Vector
        yield explained(
            output_layer(
                cls.OUTPUT,
                tr("Areas that change hands"),
                Qgis.ProcessingSourceType.VectorAnyGeometry,
                optional=False,
            ),
            tr("With the territory from which and the one to which each area goes."),
        )
        yield explained(
            output_layer(cls.HANDOVER, tr("Hand-over by representative"), table),
            tr("What each one keeps, gives and receives, and the travel before and after."),
        )
        yield explained(
            output_layer(cls.MATRIX, tr("Old by new territory"), table),
            tr("How many areas and how much weight go from where to where."),
        )
