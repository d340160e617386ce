"""Everything that one run of territory:nearestrep reads, collected once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....core.arrays import FloatArray, IntArray
from ....core.balance.problem import equal_targets
from ....core.plan.areas import Areas, Homes
from ....core.plan.nearest import nearest_representative
from ....core.plan.plan import Plan
from ....core.plan.start import nearest_plan
from ...common.feedback import FeedbackProgress
from ...common.fields import TerritoryNames
from ...common.request import Request
from ..contiguity.graph import contiguity_graph
from ..layers.area_names import area_names
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from ..people.homes import areas_of_homes, costs_from_homes
from ..people.representatives import locate_homes, required_people
from ..travel.parameters import CostMatrixParameters
from ..travel.table import cost_table
from ..travel.trip_counts import trip_counts
from .nearest_parameters import NearestParameters


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


def collect(request: Request) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        If something cannot be used as given.
    """
    ours, feedback = NearestParameters, request.feedback
    units = read_layer(
        request,
        ours.INPUT,
        id_field=request.text(CostMatrixParameters.AREA_ID_FIELD),
        weights=request.labelled_fields(ours.WEIGHT_FIELD),
    )
    representatives = required_people(request, units)
    straight = units.metric.matrix(
        units.positions, representatives.positions, FeedbackProgress(feedback).part(0.0, 0.0)
    )
    table = cost_table(request)
    costs = None if table is None else costs_from_homes(table, units, representatives, feedback)
    cost = straight if costs is None else costs.cost
    names = area_names(request, units)
    called = units.ids if names is None else names
    graph = start = None
    if units.are_polygons:
        graph = contiguity_graph(request, units)
        if request.switch(ours.CONTIGUOUS):
            start = locate_homes(units, representatives, cost, feedback, called)
    weights = units.weights if units.weight_fields else np.ones((len(units), 1))
    trips = trip_counts(request, units, weights[:, 0])
    areas = Areas(units.ids, units.positions, units.metric, weights, trips, graph)
    homes = Homes(
        representatives.positions,
        areas_of_homes(representatives, units),
        straight if costs is None or costs.distance_m is None else costs.distance_m,
        costs.cost if costs is not None and costs.is_time else None,
    )
    return Collected(units, representatives.names, areas, homes, cost, start, called)
