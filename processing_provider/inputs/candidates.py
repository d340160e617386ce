"""Candidates for homes: areas of the input, or places of a layer of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterExpression,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.arrays import BoolArray
from ...core.errors import InvalidInput
from ...core.plan.areas import NO_AREA, Areas
from ...core.siting.candidates import Candidates
from ...core.travel.trips import Trips
from ..texts import tr
from .expressions import areas_that_match
from .parameters import add_advanced, explained, optional_field, places_source
from .travel_table import CostMatrixParameters
from .units import SpatialUnits, read_units


@dataclass(frozen=True)
class CandidateFeatures:
    """Candidates with the features that they came from.

    Attributes
    ----------
    places : Candidates
        Ids, positions and trips.
    features : list of QgsFeature
        One per candidate, in the same order.
    fields : QgsFields
        Their fields.
    id_field : QgsField
        A field that can hold the ids.
    """

    places: Candidates
    features: list[QgsFeature]
    fields: QgsFields
    id_field: QgsField


class CandidateParameters:
    """The family CANDIDATES, CANDIDATE_LAYER, CANDIDATE_ID_FIELD."""

    CANDIDATES = "CANDIDATES"
    CANDIDATE_LAYER = "CANDIDATE_LAYER"
    CANDIDATE_ID_FIELD = "CANDIDATE_ID_FIELD"

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
        )

    @classmethod
    def among_areas(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        units: SpatialUnits,
        trips: Trips,
    ) -> BoolArray:
        """Areas (n,) in which a home may be, as CANDIDATES and the cost matrix say.

        Raises
        ------
        InvalidInput
            If there is none, or the matrix has no rows from some that CANDIDATES names.
        """
        # Not parameterAsExpression, which takes an expression with an error for none at all.
        text = algorithm.parameterAsString(parameters, cls.CANDIDATES, context).strip()
        if not text:
            if not trips.may_be_home.any():
                raise InvalidInput(
                    "COST_MATRIX has rows from no area of INPUT. Its origins must be the "
                    "candidates; choose as AREA_ID_FIELD the field that identified them."
                )
            return trips.may_be_home
        matches = areas_that_match(
            units, text, cls.CANDIDATES, algorithm.createExpressionContext(parameters, context)
        )
        if not matches.any():
            raise InvalidInput(
                "“Areas in which a home may be” (CANDIDATES) is true for none of the {count} "
                "features of INPUT. Correct the expression: {text}",
                count=len(units),
                text=text,
            )
        trips.refuse_unknown_homes(np.flatnonzero(matches))
        return matches

    @classmethod
    def read(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        units: SpatialUnits,
        areas: Areas,
    ) -> CandidateFeatures:
        """Candidates as the parameters ask for them, for the areas of the given units.

        Raises
        ------
        InvalidInput
            Both kinds of candidates are given, or there is none.
        """
        table = CostMatrixParameters.table(algorithm, parameters, context, feedback)
        trips = Trips(areas, table)
        if table is not None:
            feedback.pushInfo(
                tr("Travel cost is taken from the cost matrix ({unit}).").format(unit=trips.unit)
            )
        source = algorithm.parameterAsSource(parameters, cls.CANDIDATE_LAYER, context)
        if source is None:
            name = algorithm.parameterAsString(
                parameters, CostMatrixParameters.AREA_ID_FIELD, context
            )
            rows = np.flatnonzero(cls.among_areas(algorithm, parameters, context, units, trips))
            return CandidateFeatures(
                Candidates.among_areas(areas, rows, trips),
                [units.features[i] for i in rows],
                units.fields,
                _id_field(units, name),
            )
        if algorithm.parameterAsString(parameters, cls.CANDIDATES, context).strip():
            raise InvalidInput(
                "“Areas in which a home may be” (CANDIDATES) chooses among the features of INPUT, "
                "“Layer of candidates” (CANDIDATE_LAYER) brings others. Give one of the two."
            )
        name = algorithm.parameterAsString(parameters, cls.CANDIDATE_ID_FIELD, context)
        own = read_units(source, context, feedback, id_field=name, layer_name=cls.CANDIDATE_LAYER)
        own.refuse_if_empty()
        positions = units.space.positions(own.coordinates, own.space.crs)
        return CandidateFeatures(
            Candidates(own.ids, positions, np.full(len(own), NO_AREA), areas, trips),
            own.features,
            own.fields,
            _id_field(own, name),
        )


def _id_field(units: SpatialUnits, name: str) -> QgsField:
    if name:
        return units.fields.field(name)
    return QgsField("feature_id", QMetaType.Type.LongLong)
