"""Everything that one run of territory:nearestrep reads, collected once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import Qgis, QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

from ....core.arrays import FloatArray, IntArray
from ....core.balance.problem import equal_targets
from ....core.plan.areas import Areas, Homes
from ....core.plan.nearest import nearest_representative
from ....core.plan.plan import Plan
from ....core.plan.start import nearest_plan
from ...common.fields import TerritoryNames
from ...common.texts import tr
from ..contiguity.graph import ContiguityParameters
from ..layers.area_names import NameParameter
from ..layers.units import SpatialUnits, read_units
from ..parameters import (
    add_advanced,
    explained,
    label_of,
    optional_field,
    output_layer,
    places_source,
    required_source,
    switch,
    weight_field,
)
from ..people.homes import areas_of_homes, costs_from_homes
from ..people.name_field import REP_NAME_FIELD, rep_name_parameter
from ..people.representatives import locate_homes, read_representatives
from ..travel.table import CostMatrixParameters
from ..travel.trip_counts import TripParameters

ANY_GEOMETRY = Qgis.ProcessingSourceType.VectorAnyGeometry


class NearestParameters:
    """Everything that territory:nearestrep asks for."""

    INPUT = "INPUT"
    REPS = "REPS"
    REP_ID_FIELD = "REP_ID_FIELD"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    CONTIGUOUS = "CONTIGUOUS"
    OUTPUT = "OUTPUT"
    TERRITORIES = "TERRITORIES"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters."""
        for definition in (
            explained(
                places_source(cls.INPUT, tr("Areas or customers")),
                tr("Polygons or points that are given to the representatives."),
            ),
            explained(
                places_source(cls.REPS, tr("Representatives")),
                tr("One point per representative, where he or she lives."),
            ),
            explained(
                optional_field(
                    cls.REP_ID_FIELD, tr("Field that identifies a representative"), cls.REPS
                ),
                tr("Its values become the names of the territories; 1, 2, … if it is empty."),
            ),
            explained(
                weight_field(tr("Weight of an area, e.g. potential (empty: each counts 1)")),
                tr("Totals, deviations and mean trips count by this field."),
            ),
            explained(
                switch(cls.CONTIGUOUS, tr("Connected territories (polygons only)"), True),
                tr("An area that is cut off joins a territory next to it."),
            ),
        ):
            algorithm.addParameter(definition)
        TripParameters.add_to(algorithm)
        add_advanced(algorithm, rep_name_parameter(cls.REPS), NameParameter.definition())
        CostMatrixParameters.add_to(algorithm)
        ContiguityParameters.add_to(algorithm, adjacency=True)
        for output in (
            explained(
                output_layer(cls.OUTPUT, tr("Areas by territory"), ANY_GEOMETRY, optional=False),
                tr("The areas with their territory and the trip to them in metres."),
            ),
            explained(
                output_layer(cls.TERRITORIES, tr("Territories"), ANY_GEOMETRY),
                tr("One feature per territory, with totals, deviation and travel."),
            ),
        ):
            algorithm.addParameter(output)


@dataclass(frozen=True)
class Collected:
    """What one run read from its parameters and layers.

    Attributes
    ----------
    units : SpatialUnits
    names : TerritoryNames
    areas : Areas
    homes : Homes
        Of the representatives, with trips.
    cost : ndarray of float, shape (n, k)
        Seconds or metres of a trip; infinite where there is no way.
    start : ndarray of int, shape (k,), or None
        Area in which each territory starts; None where they need not be connected.
    called : sequence
        What messages call the areas (n,).
    """

    units: SpatialUnits
    names: TerritoryNames
    areas: Areas
    homes: Homes
    cost: FloatArray
    start: IntArray | None
    called: Sequence[Any]

    def nearest_plan(self) -> Plan:
        """Every area to its nearest representative (thesis, algorithm 2)."""
        if self.start is None or self.areas.graph is None:
            labels = nearest_representative(self.cost)
        else:
            labels = nearest_plan(self.areas.graph, self.cost, self.start)
        targets = equal_targets(self.areas.weights, len(self.names))
        return Plan(self.areas, labels, self.names.values, targets, self.homes)


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

    weight_field = text(NearestParameters.WEIGHT_FIELD)
    units = read_units(
        required_source(algorithm, parameters, NearestParameters.INPUT, context),
        context,
        feedback,
        id_field=text(CostMatrixParameters.AREA_ID_FIELD),
        weight_fields=[weight_field] if weight_field else [],
        labels={weight_field: label_of(algorithm, NearestParameters.WEIGHT_FIELD)},
    )
    units.refuse_if_empty()
    representatives = read_representatives(
        required_source(algorithm, parameters, NearestParameters.REPS, context),
        units,
        feedback,
        text(NearestParameters.REP_ID_FIELD),
        text(REP_NAME_FIELD),
    )
    straight = units.metric.matrix(units.positions, representatives.positions)
    table = CostMatrixParameters.table(algorithm, parameters, context, feedback)
    costs = None if table is None else costs_from_homes(table, units, representatives, feedback)
    cost = straight if costs is None else costs.cost
    names = NameParameter.read(algorithm, parameters, context, units)
    called = units.ids if names is None else names
    graph = start = None
    if units.are_polygons:
        graph = ContiguityParameters.graph(algorithm, parameters, context, feedback, units)
        if algorithm.parameterAsBool(parameters, NearestParameters.CONTIGUOUS, context):
            start = locate_homes(units, representatives, cost, feedback, called)
    weights = units.weights if weight_field else np.ones((len(units), 1))
    trips = TripParameters.read(algorithm, parameters, context, feedback, units, weights[:, 0])
    areas = Areas(units.ids, units.positions, units.metric, weights, trips, graph)
    homes = Homes(
        representatives.positions,
        areas_of_homes(representatives, units),
        straight if costs is None or costs.distance_m is None else costs.distance_m,
        costs.cost if costs is not None and costs.is_time else None,
    )
    return Collected(units, representatives.names, areas, homes, cost, start, called)
