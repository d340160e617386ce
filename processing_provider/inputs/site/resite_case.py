"""Everything that one run of territory:resitereps reads, collected once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterField,
)

from ....core.arrays import BoolArray
from ....core.balance.problem import equal_targets
from ....core.errors import InvalidInput
from ....core.ids import positions_in
from ....core.plan.areas import Areas
from ....core.plan.plan import Plan
from ....core.travel.trips import Trips
from ...common.fields import TerritoryNames
from ...common.texts import counted, tr
from ..layers.area_names import NameParameter
from ..layers.plan_field import read_plan_field, refuse_who_left
from ..layers.units import SpatialUnits, read_units
from ..parameters import (
    add_advanced,
    explained,
    label_of,
    optional_field,
    output_layer,
    places_source,
    required_source,
    weight_field,
)
from ..people.candidates import CandidateParameters
from ..people.homes import PeopleAtHome
from ..people.representatives import read_representatives
from ..travel.table import CostMatrixParameters
from ..travel.trip_counts import TripParameters


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
        add_advanced(algorithm, NameParameter.definition())
        CostMatrixParameters.add_to(algorithm)
        algorithm.addParameter(
            explained(
                output_layer(
                    cls.OUTPUT, tr("Homes"), Qgis.ProcessingSourceType.VectorPoint, optional=False
                ),
                tr("One point per territory, with travel before and after."),
            )
        )


@dataclass(frozen=True)
class Collected:
    """What one run read from its parameters and layers.

    Attributes
    ----------
    units : SpatialUnits
    names : TerritoryNames
    plan : Plan
        From the current homes, where these are known.
    before : Plan or None
        The plan before, from the same homes.
    before_is_nearest : bool
        Whether that is what the nearest representatives would serve.
    trips : Trips
        With the cost matrix, where there is one.
    candidates : ndarray of bool, shape (n,)
    area_names : list of str, or None
        What the areas are called, where a field says so.
    """

    units: SpatialUnits
    names: TerritoryNames
    plan: Plan
    before: Plan | None
    before_is_nearest: bool
    trips: Trips
    candidates: BoolArray
    area_names: list[str] | None


def collect(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        If something cannot be used as given.
    """

    def text(name: str) -> str:
        return algorithm.parameterAsString(parameters, name, context)

    weight_field = text(ResiteParameters.WEIGHT_FIELD)
    units = read_units(
        required_source(algorithm, parameters, ResiteParameters.INPUT, context),
        context,
        feedback,
        id_field=text(CostMatrixParameters.AREA_ID_FIELD),
        weight_fields=[weight_field] if weight_field else [],
        labels={weight_field: label_of(algorithm, ResiteParameters.WEIGHT_FIELD)},
    )
    units.refuse_if_empty()
    weights = units.weights if weight_field else np.ones((len(units), 1))
    source = algorithm.parameterAsSource(parameters, ResiteParameters.REPS, context)
    rep_id_field = text(ResiteParameters.REP_ID_FIELD)
    representatives = (
        None if source is None else read_representatives(source, units, feedback, rep_id_field)
    )
    field = text(ResiteParameters.TERRITORY_FIELD)
    given = read_plan_field(units, field, representatives)
    refuse_who_left(given, field)
    if given.unassigned:
        feedback.pushWarning(
            counted(
                given.unassigned,
                "{count} area has no territory in '{field}'; it is left out.",
                "{count} areas have no territory in '{field}'; they are left out.",
                field=field,
            )
        )
    areas = Areas(
        units.ids,
        units.positions,
        units.metric,
        weights,
        TripParameters.read(algorithm, parameters, context, feedback, units, weights[:, 0]),
    )
    trips = Trips(areas, CostMatrixParameters.table(algorithm, parameters, context, feedback))
    if trips.table is not None:
        feedback.pushInfo(
            tr("Travel cost is taken from the cost matrix ({unit}).").format(unit=trips.unit)
        )
    candidates = CandidateParameters.among_areas(algorithm, parameters, context, units, trips)
    plan = Plan(areas, given.labels, given.names.values, equal_targets(weights, len(given.names)))
    names = NameParameter.read(algorithm, parameters, context, units)
    before_field = text(ResiteParameters.BEFORE_FIELD)
    before = None
    if representatives is not None:
        people = PeopleAtHome(units, representatives, trips, feedback)
        labels = (
            positions_in(units.values(before_field, "BEFORE_FIELD"), given.names.values)
            if before_field
            else people.nearest()
        )
        labelings = [given.labels] if labels is None else [given.labels, labels]
        plan = plan.from_homes(people.homes(*labelings))
        before = None if labels is None else plan.with_labels(labels)
    elif before_field:
        raise InvalidInput(
            "“Field with the territory before” (BEFORE_FIELD) needs to know where trips began: "
            "give the current homes (REPS), or leave the field empty."
        )
    return Collected(units, given.names, plan, before, not before_field, trips, candidates, names)
