"""Parameters of territory:resitereps."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingAlgorithm, QgsProcessingParameterField

from ...common.texts import tr
from ..layers.parameters import NameParameter
from ..parameters import (
    add_advanced,
    explained,
    optional_field,
    output_layer,
    places_source,
    weight_field,
)
from ..people.parameters import CandidateParameters, rep_name_parameter
from ..travel.parameters import CostMatrixParameters, TripParameters


class ResiteParameters:
    """Everything that territory:resitereps asks for."""

    INPUT = "INPUT"
    TERRITORY_FIELD = "TERRITORY_FIELD"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    REPS = "REPS"
    REP_ID_FIELD = "REP_ID_FIELD"
    BEFORE_FIELD = "BEFORE_FIELD"
    OUTPUT = "OUTPUT"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters."""
        for definition in (
            explained(
                places_source(cls.INPUT, tr("Areas or customers by territory")),
                tr("Polygons or points with the territory to which each one belongs."),
            ),
            explained(
                QgsProcessingParameterField(
                    cls.TERRITORY_FIELD,
                    tr("Field with the territory"),
                    defaultValue="territory",
                    parentLayerParameterName=cls.INPUT,
                ),
                tr("The plan for which homes are sought. Areas without a value are left out."),
            ),
            explained(
                weight_field(),
                tr("How often an area is visited, or what it is worth; 0 is not visited."),
            ),
            explained(
                CandidateParameters.expression(),
                tr("Expression that is true for areas in which somebody may live."),
            ),
            explained(
                places_source(cls.REPS, tr("Current homes"), optional=True),
                tr(
                    "One point per representative; the territories' names are their ids. Travel "
                    "before counts from there."
                ),
            ),
            explained(
                optional_field(
                    cls.REP_ID_FIELD,
                    tr("Field of the current homes that names the territory"),
                    cls.REPS,
                ),
                tr("1, 2, … if it is empty."),
            ),
        ):
            algorithm.addParameter(definition)
        add_advanced(
            algorithm,
            explained(
                optional_field(cls.BEFORE_FIELD, tr("Field with the territory before")),
                tr(
                    "The plan with which travel is compared, such as “territory_before”. Empty: "
                    "every area is served by the nearest current home."
                ),
            ),
        )
        TripParameters.add_to(algorithm)
        add_advanced(algorithm, rep_name_parameter(), NameParameter.definition())
        CostMatrixParameters.add_to(algorithm)
        algorithm.addParameter(
            explained(
                output_layer(
                    cls.OUTPUT, tr("Homes"), Qgis.ProcessingSourceType.VectorPoint, optional=False
                ),
                tr("One point per territory, with travel before and after."),
            )
        )
