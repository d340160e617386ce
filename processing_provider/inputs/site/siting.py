"""What territory:sitereps chooses among, and how."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ....core.plan.areas import Areas
from ....core.siting.settings import NEAREST, TOTAL, GeneticSettings, Method, SitingSettings
from ...common.request import Request
from ..genetic_parameters import genetic_search
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from ..people.candidates import CandidateFeatures, read_candidates
from ..people.parameters import CandidateParameters
from ..travel.parameters import CostMatrixParameters
from .siting_parameters import SitingParameters

CRITERIA = (NEAREST, TOTAL)


@dataclass(frozen=True)
class SitingCase:
    """Everything that a run reads, once."""

    units: SpatialUnits
    candidates: CandidateFeatures
    settings: SitingSettings


def collect(request: Request) -> SitingCase:
    """The case that the parameters describe.

    Raises
    ------
    InvalidInput
        What the user gives cannot be used, or contradicts itself.
    """
    ours = SitingParameters
    settings = _settings(request)
    units = read_layer(
        request,
        ours.INPUT,
        id_field=request.text(CostMatrixParameters.AREA_ID_FIELD),
        weights=request.labelled_fields(
            ours.WEIGHT_FIELD, ours.TRIPS_FIELD, CandidateParameters.POTENTIAL_FIELD
        ),
    )
    weight, trips = request.text(ours.WEIGHT_FIELD), request.text(ours.TRIPS_FIELD)
    weights = units.weight(weight) if weight else np.ones(len(units))
    name = request.text(ours.NAME_FIELD)
    areas = Areas(
        units.ids,
        units.positions,
        units.metric,
        weights[:, None],
        units.weight(trips) if trips else weights,
        names=units.called(name, request.label(ours.NAME_FIELD)) if name else None,
    )
    return SitingCase(units, read_candidates(request, units, areas), settings)


def _settings(request: Request) -> SitingSettings:
    ours = SitingParameters
    return SitingSettings(
        count=request.integer(ours.COUNT),
        method=Method(request.choice(ours.METHOD)),
        seed=request.integer(ours.SEED),
        class_count=request.integer(ours.CLASSES),
        capacity=request.optional_number(ours.CAPACITY),
        criterion=CRITERIA[request.choice(ours.CRITERION)],
        genetic=GeneticSettings(
            **vars(genetic_search(request)),
            max_generations=request.integer(ours.MAX_GENERATIONS),
            stagnation=request.integer(ours.STAGNATION),
        ),
    )
