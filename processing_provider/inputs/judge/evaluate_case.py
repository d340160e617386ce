"""Everything that one run of territory:evaluate reads, collected once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ....core.arrays import BoolArray, IntArray
from ....core.customers.neighbours import nearest_neighbours
from ....core.ids import distinct_ids, positions_in
from ....core.plan.enclaves import Enclave, find_enclaves
from ....core.plan.overlap import Overlap, overlap_of_areas, overlap_of_customers
from ....core.plan.plan import Plan
from ....core.plan.rules import PlanRules
from ....core.plan.shapes import Shapes, shapes_of
from ...common.fields import TerritoryNames
from ...common.request import Request
from ...common.texts import tr
from ..balance.rules import territories_by_name
from ..layers.expressions import areas_that_match
from ..layers.units import SpatialUnits
from ..people.representatives import given_people
from .evaluate_parameters import EvaluateParameters
from .judged_plan import (
    JudgedAreas,
    judged_plan,
    owners_in,
    read_judged_areas,
    read_judged_units,
    refuse_no_plan,
    tell_unassigned,
    territories_of,
)

NEIGHBOURS_OF_CUSTOMERS = 5
"""Whose customers the nearest ones are, for the overlap of customers; as smoothing asks."""


@dataclass(frozen=True)
class Collected:
    """What one run read from its parameters and layers.

    Attributes
    ----------
    judged : JudgedAreas
    names : TerritoryNames
    plan : Plan
    rules : PlanRules
    plan_field : str
        Name of the field that holds the plan.
    """

    judged: JudgedAreas
    names: TerritoryNames
    plan: Plan
    rules: PlanRules
    plan_field: str

    @property
    def units(self) -> SpatialUnits:
        """The areas as they were read."""
        return self.judged.units

    def shapes(self) -> Shapes | None:
        """Shapes of the territories; None for customers."""
        if not self.units.are_polygons:
            return None
        return shapes_of(self.units.plane_rings, self.plan.labels, self.plan.territory_count)

    def enclaves(self) -> list[Enclave]:
        """Parts of territories inside others; customers have none."""
        graph = self.plan.areas.graph
        if graph is None or not self.units.are_polygons:
            return []
        return find_enclaves(graph, self.plan.labels, self.units.perimeters_m)

    def overlap(self, shapes: Shapes | None) -> Overlap:
        """How much territories lie among each other."""
        labels, points = self.plan.labels, self.plan.areas.points
        count = self.plan.territory_count
        if shapes is not None:
            return overlap_of_areas(labels, points, shapes.ground_m2, count)
        near = nearest_neighbours(points, labels, NEIGHBOURS_OF_CUSTOMERS)
        return overlap_of_customers(labels, near, count)


def collect(request: Request) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    units = read_judged_units(request)
    field_name = request.text(EvaluateParameters.TERRITORY_FIELD)
    label = request.label(EvaluateParameters.TERRITORY_FIELD)
    owners, field = owners_in(units, field_name, label)
    representatives = given_people(request, units)
    refuse_no_plan(owners, label, field_name)
    tell_unassigned(request, owners, field_name)
    territories = territories_of(owners, field, representatives)
    judged = read_judged_areas(request, units)
    plan = judged_plan(request, judged, territories, representatives)
    return Collected(judged, territories.names, plan, _rules(request, units, plan), field.name())


def _rules(request: Request, units: SpatialUnits, plan: Plan) -> PlanRules:
    """Rules that forbid moves.

    Raises
    ------
    InvalidInput
        If a rule cannot be read.
    """
    names = EvaluateParameters
    frozen_names = request.cells(names.LOCKED_TERRITORIES)
    frozen = np.zeros(plan.territory_count, dtype=bool)
    frozen[territories_by_name(plan.names, frozen_names)] = True
    return PlanRules(
        locked=_locked(request, units),
        frozen=frozen if frozen.any() else None,
        lives=plan.lives if request.switch(names.HOME_INSIDE) else None,
        group=groups_in(units, request.text(names.TOGETHER_FIELD)),
        contiguous=request.switch(names.CONTIGUOUS),
        max_deviation_pct=request.number_or(names.MAX_DEVIATION, np.inf),
        max_trip_m=request.number_or(names.MAX_DISTANCE, np.inf),
    )


def _locked(request: Request, units: SpatialUnits) -> BoolArray | None:
    expression = request.text(EvaluateParameters.LOCKED)
    if not expression:
        return None
    return areas_that_match(
        units, expression, request.label(EvaluateParameters.LOCKED), request.expression_scope()
    )


def groups_in(units: SpatialUnits, field_name: str) -> IntArray | None:
    """Number of the group (n,) of each area, -1 for none; None without a field.

    Raises
    ------
    InvalidInput
        If there is no such field.
    """
    if not field_name:
        return None
    keys = units.values(
        field_name, tr("“Areas with the same value here stay together” (TOGETHER_FIELD)")
    )
    return positions_in(keys, distinct_ids(keys))
