"""Candidates for homes: areas of the input, or places of a layer of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from qgis.core import QgsFeature, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from ....core.arrays import BoolArray
from ....core.errors import InvalidInput
from ....core.plan.areas import NO_AREA, Areas
from ....core.siting.candidates import Candidates
from ....core.travel.trips import Trips
from ...common.request import Request
from ...common.texts import tr
from ..layers.expressions import areas_that_match
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from ..travel.parameters import CostMatrixParameters
from ..travel.table import cost_table
from .parameters import CandidateParameters


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


def homes_among_areas(request: Request, units: SpatialUnits, trips: Trips) -> BoolArray:
    """Areas (n,) in which a home may be, as CANDIDATES and the cost matrix say.

    Raises
    ------
    InvalidInput
        If there is none, or the matrix has no rows from some that CANDIDATES names.
    """
    text = request.text(CandidateParameters.CANDIDATES).strip()
    if not text:
        if not trips.may_be_home.any():
            raise InvalidInput(
                "“Cost matrix” (COST_MATRIX) has rows from no area of {layer}. Its origins must be "
                "the candidates; choose as “Field that identifies an area” (AREA_ID_FIELD) the "
                "field that identified them.",
                layer=units.layer_name,
            )
        return trips.may_be_home
    matches = areas_that_match(
        units, text, request.label(CandidateParameters.CANDIDATES), request.expression_scope()
    )
    if not matches.any():
        raise InvalidInput(
            "“Areas in which a home may be” (CANDIDATES) is true for none of the {count} "
            "features of {layer}: {text}. Correct the expression.",
            layer=units.layer_name,
            count=len(units),
            text=text,
        )
    trips.refuse_unknown_homes(np.flatnonzero(matches))
    return matches


def trips_by_matrix(request: Request, areas: Areas) -> Trips:
    """Trips between the areas; says so where the cost matrix gives them.

    Raises
    ------
    InvalidInput, Cancelled
        If the matrix cannot be read.
    """
    trips = Trips(areas, cost_table(request))
    if trips.table is not None:
        request.feedback.pushInfo(
            tr("Travel cost is taken from the cost matrix ({unit}).").format(unit=trips.unit)
        )
    return trips


def read_candidates(request: Request, units: SpatialUnits, areas: Areas) -> CandidateFeatures:
    """Candidates as the parameters ask for them, for the areas of the given units.

    Raises
    ------
    InvalidInput
        Both kinds of candidates are given, or there is none.
    """
    ours = CandidateParameters
    trips = trips_by_matrix(request, areas)
    if request.source(ours.CANDIDATE_LAYER) is None:
        return _areas_as_candidates(request, units, areas, trips)
    if request.text(ours.CANDIDATES).strip():
        raise InvalidInput(
            "“Areas in which a home may be” (CANDIDATES) chooses among the features of {layer}, "
            "“Layer of candidates” (CANDIDATE_LAYER) brings others. Give one of the two.",
            layer=units.layer_name,
        )
    id_name = request.text(ours.CANDIDATE_ID_FIELD)
    potential = request.labelled_fields(ours.CANDIDATE_POTENTIAL_FIELD)
    own = read_layer(request, ours.CANDIDATE_LAYER, id_field=id_name, weights=potential)
    name = request.text(ours.CANDIDATE_NAME_FIELD)
    places = Candidates(
        own.ids,
        units.space.positions(own.coordinates, own.space.crs, own.layer_name),
        np.full(len(own), NO_AREA),
        areas,
        trips,
        own.called(name, request.label(ours.CANDIDATE_NAME_FIELD)) if name else None,
        own.weights[:, 0] if potential else None,
    )
    return CandidateFeatures(places, own.features, own.fields, _id_field(own, id_name))


def _areas_as_candidates(
    request: Request, units: SpatialUnits, areas: Areas, trips: Trips
) -> CandidateFeatures:
    rows = np.flatnonzero(homes_among_areas(request, units, trips))
    places = Candidates.among_areas(areas, rows, trips)
    potential = request.text(CandidateParameters.POTENTIAL_FIELD)
    if potential:
        places = replace(places, given_potential=units.weight(potential)[rows])
    if areas.names is not None:
        places = replace(places, names=[areas.names[i] for i in rows])
    return CandidateFeatures(
        places,
        [units.features[i] for i in rows],
        units.fields,
        _id_field(units, request.text(CostMatrixParameters.AREA_ID_FIELD)),
    )


def _id_field(units: SpatialUnits, name: str) -> QgsField:
    if name:
        return units.fields.field(name)
    return QgsField("feature_id", QMetaType.Type.LongLong)
