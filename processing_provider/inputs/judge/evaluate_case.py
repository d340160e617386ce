"""Everything that one run of territory:evaluate reads, collected once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterExpression,
    QgsProcessingParameterField,
    QgsProcessingParameterMatrix,
)

from ....core.arrays import BoolArray, IntArray
from ....core.customers.neighbours import nearest_neighbours
from ....core.ids import distinct_ids, positions_in
from ....core.plan.enclaves import Enclave, find_enclaves
from ....core.plan.overlap import Overlap, overlap_of_areas, overlap_of_customers
from ....core.plan.plan import Plan
from ....core.plan.rules import PlanRules
from ....core.plan.shapes import Shapes, shapes_of
from ...common.fields import TerritoryNames
from ...common.texts import tr
from ..balance.rules import territories_by_name
from ..contiguity.graph import ContiguityParameters
from ..layers.expressions import areas_that_match
from ..layers.units import SpatialUnits
from ..parameters import (
    Definitions,
    add_advanced,
    explained,
    length,
    number,
    optional_field,
    output_layer,
    switch,
)
from ..travel.table import CostMatrixParameters
from ..travel.trip_counts import TripParameters
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
from .parameters import JudgeParameters, JudgeValues

ANY_GEOMETRY = Qgis.ProcessingSourceType.VectorAnyGeometry
NEIGHBOURS_OF_CUSTOMERS = 5
"""Whose customers the nearest ones are, for the overlap of customers; as smoothing asks."""


class EvaluateParameters:
    """Everything that territory:evaluate asks for."""

    TERRITORY_FIELD = "TERRITORY_FIELD"
    LOCKED = "LOCKED"
    LOCKED_TERRITORIES = "LOCKED_TERRITORIES"
    TOGETHER_FIELD = "TOGETHER_FIELD"
    MAX_DEVIATION = "MAX_DEVIATION"
    MAX_DISTANCE = "MAX_DISTANCE"
    HOME_INSIDE = "HOME_INSIDE"
    CONTIGUOUS = "CONTIGUOUS"
    OUTPUT = "OUTPUT"
    TERRITORIES = "TERRITORIES"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters but the report."""
        ours = JudgeParameters
        for definition in (
            *ours.areas(),
            explained(
                QgsProcessingParameterField(
                    cls.TERRITORY_FIELD,
                    tr("Field with the territory"),
                    defaultValue="territory",
                    parentLayerParameterName=ours.INPUT,
                ),
                tr("The plan that is judged. NULL and blanks mean that nobody has the area."),
            ),
            *ours.balance_fields(),
            *ours.people(),
        ):
            algorithm.addParameter(definition)
        add_advanced(algorithm, *ours.shares(), *cls._rules())
        TripParameters.add_to(algorithm)
        CostMatrixParameters.add_to(algorithm)
        ContiguityParameters.add_to(algorithm, adjacency=True)
        for output in cls._outputs():
            algorithm.addParameter(output)

    @classmethod
    def _rules(cls) -> Definitions:
        yield explained(
            number(cls.MAX_DEVIATION, tr("Maximum deviation from the target (%)")),
            tr("A move that takes a territory farther off than this counts as forbidden."),
        )
        yield explained(
            length(cls.MAX_DISTANCE, tr("Maximum distance from home to area (m)")),
            tr("A move to a territory whose home is farther away counts as forbidden."),
        )
        yield explained(
            QgsProcessingParameterExpression(
                cls.LOCKED,
                tr("Areas that stay in their territory"),
                parentLayerParameterName=JudgeParameters.INPUT,
                optional=True,
            ),
            tr("Expression that is true for areas which may not move."),
        )
        yield explained(
            QgsProcessingParameterMatrix(
                cls.LOCKED_TERRITORIES,
                tr("Territories that neither lose nor receive areas"),
                numberRows=1,
                headers=[tr("territory")],
                optional=True,
            ),
            tr("Names of territories, one per row."),
        )
        yield explained(
            optional_field(cls.TOGETHER_FIELD, tr("Areas with the same value here stay together")),
            tr("E.g. the district of a municipality. Areas without a value are free."),
        )
        yield explained(
            switch(cls.HOME_INSIDE, tr("Homes stay inside their territory"), True),
            tr("The area in which a representative lives may not leave his or her territory."),
        )
        yield explained(
            switch(cls.CONTIGUOUS, tr("Connected territories (polygons only)"), True),
            tr("A move that cuts a territory in two counts as forbidden."),
        )

    @classmethod
    def _outputs(cls) -> Definitions:
        yield explained(
            output_layer(
                cls.OUTPUT, tr("Areas and how firm they are"), ANY_GEOMETRY, optional=False
            ),
            tr(
                "The areas with the trip to them, the territory to which each one would go if it "
                "had to, what that would change, and the rule that forbids it."
            ),
        )
        yield explained(
            output_layer(cls.TERRITORIES, tr("Territories"), ANY_GEOMETRY),
            tr("One feature per territory: totals, target, deviation, parts, shape and travel."),
        )


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


def collect(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    values = JudgeValues(algorithm, parameters, context, feedback)
    units = read_judged_units(values)
    field_name = values.text(EvaluateParameters.TERRITORY_FIELD)
    owners, field = owners_in(units, field_name, EvaluateParameters.TERRITORY_FIELD)
    representatives = values.representatives(units)
    refuse_no_plan(values, owners, EvaluateParameters.TERRITORY_FIELD, field_name)
    tell_unassigned(values, owners, field_name)
    territories = territories_of(owners, field, representatives)
    judged = read_judged_areas(values, units)
    plan = judged_plan(values, judged, territories, representatives)
    return Collected(judged, territories.names, plan, _rules(values, units, plan), field.name())


def _rules(values: JudgeValues, units: SpatialUnits, plan: Plan) -> PlanRules:
    """Rules that forbid moves.

    Raises
    ------
    InvalidInput
        If a rule cannot be read.
    """
    names, algorithm = EvaluateParameters, values.algorithm
    frozen_names = algorithm.parameterAsMatrix(
        values.parameters, names.LOCKED_TERRITORIES, values.context
    )
    frozen = np.zeros(plan.territory_count, dtype=bool)
    frozen[territories_by_name(plan.names, frozen_names)] = True
    return PlanRules(
        locked=_locked(values, units),
        frozen=frozen if frozen.any() else None,
        lives=plan.lives if values.switch(names.HOME_INSIDE) else None,
        group=groups_in(units, values.text(names.TOGETHER_FIELD)),
        contiguous=values.switch(names.CONTIGUOUS),
        max_deviation_pct=values.limit(names.MAX_DEVIATION, np.inf),
        max_trip_m=values.limit(names.MAX_DISTANCE, np.inf),
    )


def _locked(values: JudgeValues, units: SpatialUnits) -> BoolArray | None:
    expression = values.text(EvaluateParameters.LOCKED)
    if not expression:
        return None
    scope = values.algorithm.createExpressionContext(values.parameters, values.context)
    return areas_that_match(units, expression, EvaluateParameters.LOCKED, scope)


def groups_in(units: SpatialUnits, field_name: str) -> IntArray | None:
    """Number of the group (n,) of each area, -1 for none; None without a field.

    Raises
    ------
    InvalidInput
        If there is no such field.
    """
    if not field_name:
        return None
    keys = units.values(field_name, "TOGETHER_FIELD")
    return positions_in(keys, distinct_ids(keys))
