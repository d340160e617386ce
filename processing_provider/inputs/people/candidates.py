"""Candidates for homes: areas of the input, or places of a layer of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterExpression,
)
from qgis.PyQt.QtCore import QMetaType

from ....core.arrays import BoolArray
from ....core.errors import InvalidInput
from ....core.plan.areas import NO_AREA, Areas
from ....core.siting.candidates import Candidates
from ....core.travel.trips import Trips
from ...common.texts import tr
from ..layers.expressions import areas_that_match
from ..layers.units import SpatialUnits, read_units
from ..parameters import add_advanced, explained, optional_field, places_source, weight_field
from ..reader import ParameterReader
from ..travel.table import CostMatrixParameters


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
                "features of INPUT: {text}. Correct the expression.",
                count=len(units),
                text=text,
            )
        trips.refuse_unknown_homes(np.flatnonzero(matches))
        return matches

    @classmethod
    def read(cls, run: ParameterReader, units: SpatialUnits, areas: Areas) -> CandidateFeatures:
        """Candidates as the parameters ask for them, for the areas of the given units.

        Raises
        ------
        InvalidInput
            Both kinds of candidates are given, or there is none.
        """
        table = CostMatrixParameters.table(run.algorithm, run.parameters, run.context, run.feedback)
        trips = Trips(areas, table)
        if table is not None:
            run.feedback.pushInfo(
                tr("Travel cost is taken from the cost matrix ({unit}).").format(unit=trips.unit)
            )
        source = run.source(cls.CANDIDATE_LAYER)
        if source is None:
            return cls._areas_as_candidates(run, units, areas, trips)
        if run.text(cls.CANDIDATES).strip():
            raise InvalidInput(
                "“Areas in which a home may be” (CANDIDATES) chooses among the features of INPUT, "
                "“Layer of candidates” (CANDIDATE_LAYER) brings others. Give one of the two."
            )
        id_name, potential = (
            run.text(cls.CANDIDATE_ID_FIELD),
            run.text(cls.CANDIDATE_POTENTIAL_FIELD),
        )
        own = read_units(
            source,
            run.context,
            run.feedback,
            id_field=id_name,
            weight_fields=[potential] if potential else [],
            layer_name=cls.CANDIDATE_LAYER,
            labels={potential: run.label(cls.CANDIDATE_POTENTIAL_FIELD)},
        )
        own.refuse_if_empty()
        name = run.text(cls.CANDIDATE_NAME_FIELD)
        places = Candidates(
            own.ids,
            units.space.positions(own.coordinates, own.space.crs, own.layer_name),
            np.full(len(own), NO_AREA),
            areas,
            trips,
            own.called(name, cls.CANDIDATE_NAME_FIELD) if name else None,
            own.weight(potential) if potential else None,
        )
        return CandidateFeatures(places, own.features, own.fields, _id_field(own, id_name))

    @classmethod
    def _areas_as_candidates(
        cls, run: ParameterReader, units: SpatialUnits, areas: Areas, trips: Trips
    ) -> CandidateFeatures:
        rows = np.flatnonzero(
            cls.among_areas(run.algorithm, run.parameters, run.context, units, trips)
        )
        places = Candidates.among_areas(areas, rows, trips)
        potential = run.text(cls.POTENTIAL_FIELD)
        if potential:
            places = replace(places, given_potential=units.weight(potential)[rows])
        if areas.names is not None:
            places = replace(places, names=[areas.names[i] for i in rows])
        return CandidateFeatures(
            places,
            [units.features[i] for i in rows],
            units.fields,
            _id_field(units, run.text(CostMatrixParameters.AREA_ID_FIELD)),
        )


def _id_field(units: SpatialUnits, name: str) -> QgsField:
    if name:
        return units.fields.field(name)
    return QgsField("feature_id", QMetaType.Type.LongLong)
