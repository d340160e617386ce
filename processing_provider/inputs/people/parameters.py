"""The parameters that say where homes may be, and what readers call the people."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExpression,
)

from ...common.texts import tr
from ..parameters import add_advanced, explained, optional_field, places_source, weight_field

REP_NAME_FIELD = "REP_NAME_FIELD"


def rep_name_parameter(layer: str = "REPS") -> QgsProcessingParameterDefinition:
    """Its declaration."""
    return explained(
        optional_field(REP_NAME_FIELD, tr("Field with the names of the representatives"), layer),
        tr(
            "Reports, legends, labels and map tips then name territories by it, e.g. “Berlin” "
            "instead of 8568. The tables keep the ids."
        ),
    )


class CandidateParameters:
    """The family CANDIDATES, CANDIDATE_LAYER, CANDIDATE_ID_FIELD."""

    CANDIDATES = "CANDIDATES"
    CANDIDATE_LAYER = "CANDIDATE_LAYER"
    CANDIDATE_ID_FIELD = "CANDIDATE_ID_FIELD"
    CANDIDATE_NAME_FIELD = "CANDIDATE_NAME_FIELD"
    POTENTIAL_FIELD = "POTENTIAL_FIELD"
    CANDIDATE_POTENTIAL_FIELD = "CANDIDATE_POTENTIAL_FIELD"

    @classmethod
    def expression(cls) -> QgsProcessingParameterExpression:
        return explained(
            QgsProcessingParameterExpression(
                cls.CANDIDATES,
                tr("Areas in which a home may be (empty: all)"),
                parentLayerParameterName="INPUT",
                optional=True,
            ),
            tr("An expression that is true for the areas that may be home, e.g. the larger towns."),
        )

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        algorithm.addParameter(cls.expression())
        algorithm.addParameter(
            explained(
                places_source(
                    cls.CANDIDATE_LAYER,
                    tr("Layer of candidates (empty: areas of the input)"),
                    optional=True,
                ),
                tr("Places where a home may be, e.g. towns or sites, in place of the areas."),
            )
        )
        district = tr(
            "Potential of the district that a home would stand for, e.g. of a county for its "
            "capital. Without it a candidate has the weight of all places that are nearest to it."
        )
        add_advanced(
            algorithm,
            explained(
                optional_field(
                    cls.CANDIDATE_ID_FIELD,
                    tr("Candidate id in that layer (empty: feature ids)"),
                    cls.CANDIDATE_LAYER,
                ),
                tr(
                    "Field whose value names a home in the results and, with a cost matrix, its "
                    "origins."
                ),
            ),
            explained(
                optional_field(
                    cls.CANDIDATE_NAME_FIELD,
                    tr("Candidate name in that layer"),
                    cls.CANDIDATE_LAYER,
                ),
                tr("What labels, messages and results call a home of that layer."),
            ),
            explained(
                weight_field(tr("Potential of a candidate's district"), name=cls.POTENTIAL_FIELD),
                district,
            ),
            explained(
                weight_field(
                    tr("Potential of a candidate's district in that layer"),
                    name=cls.CANDIDATE_POTENTIAL_FIELD,
                    layer=cls.CANDIDATE_LAYER,
                ),
                district,
            ),
        )
