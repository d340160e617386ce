"""The layer of areas as a plan, with the map that belongs to it; read anew when that changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...core.arrays import FloatArray, IntArray
from ...core.balance.plan_problem import lower_bound_of_plan
from ...core.balance.problem import proportional_targets
from ...core.errors import InvalidInput
from ...core.geometry.inside import points_inside
from ...core.ids import id_key
from ...core.plan.plan import Plan
from ...core.plan.rules import PlanRules
from ...core.plan.validate import Breach, find_breaches
from ...processing_provider.common.fields import TerritoryNames
from ...processing_provider.common.request import Request
from ...processing_provider.inputs.judge.evaluate_case import collect
from ...processing_provider.inputs.judge.evaluate_parameters import EvaluateParameters
from ...processing_provider.inputs.judge.parameters import JudgeParameters
from ...processing_provider.inputs.layers.units import SpatialUnits
from ...processing_provider.inputs.travel.parameters import CostMatrixParameters
from ...processing_provider.outputs.judge.issues import IssueTable
from ...processing_provider.provider import PROVIDER_ID
from .people import NAME, People, read_people
from .settings import PlanSettings


@dataclass(frozen=True)
class PlanCase:
    """What was read: the plan, its rules, and the areas on the map.

    Attributes
    ----------
    plan : Plan
    rules : PlanRules
        With the locks of the set-up.
    names : TerritoryNames
    units : SpatialUnits
        The areas, in the order of the plan.
    field_index : int
        Of the field with the plan.
    people : People
    """

    plan: Plan
    rules: PlanRules
    names: TerritoryNames
    units: SpatialUnits
    field_index: int
    people: People

    @cached_property
    def fids(self) -> list[int]:
        """Feature id of each area."""
        return [feature.id() for feature in self.units.features]

    @cached_property
    def row_of(self) -> dict[int, int]:
        """Area by feature id."""
        return {fid: row for row, fid in enumerate(self.fids)}

    @cached_property
    def label_of(self) -> dict[str, int]:
        """Territory by the spelling of its name."""
        return {id_key(name): label for label, name in enumerate(self.plan.names)}

    @cached_property
    def ids(self) -> list[str]:
        """Spelling of each area's id."""
        return [id_key(value) for value in self.units.ids]

    @cached_property
    def lower_bound_pct(self) -> float:
        """No plan of these areas, targets and locks can have a smaller worst deviation."""
        return lower_bound_of_plan(self.plan, self.rules)

    @property
    def criteria(self) -> tuple[str, ...]:
        """What is balanced; empty where every area counts 1."""
        return self.units.weight_fields

    def shape(self, areas: IntArray) -> QgsGeometry:
        """Areas as one collection of polygons, not dissolved."""
        polygons = self.units.polygons
        return QgsGeometry.collectGeometry([polygons[area] for area in areas.tolist()])

    def areas_along(self, path: QgsGeometry) -> IntArray:
        """Areas that a line (or a point) in map coordinates touches, ascending."""
        polygons = self.units.polygons
        near = self.units.areas_near(path.boundingBox())
        return np.array([area for area in near if polygons[area].intersects(path)], dtype=np.int64)

    def areas_in(self, outline: FloatArray) -> IntArray:
        """Areas whose middle lies in an outline (v, 2) in map coordinates, ascending."""
        return np.flatnonzero(points_inside(self.units.coordinates, outline))

    def extent(self, areas: IntArray) -> QgsRectangle:
        """Box around areas."""
        box = QgsRectangle()
        for area in areas.tolist():
            box.combineExtentWith(self.units.polygons[area].boundingBox())
        return box

    def problems(self, plan: Plan) -> list[tuple[Breach, str]]:
        """What is wrong with a plan of these areas, each with a sentence."""
        # Cut-off parts are shown also where strokes may cut.
        rules = replace(self.rules, contiguous=True)
        found = find_breaches(plan, rules, perimeter_m=self.units.perimeters_m)
        table = IssueTable(self.units, self.names, plan, found)
        return [(breach, table.sentence(breach)) for breach in found]


def read_case(settings: PlanSettings, project: QgsProject) -> PlanCase:
    """Read what is set up, with all edits that are not saved yet.

    Raises
    ------
    TerritoryError, QgsProcessingException
        If it cannot be used as given.
    """
    layer = settings.area_layer(project)
    if layer is None:
        raise InvalidInput("The layer of areas is not in the project any more.")
    _refuse_missing_fields(settings, layer)
    people = read_people(settings, project)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"{PROVIDER_ID}:evaluate")
    if algorithm is None:
        raise InvalidInput("The algorithms of Territory Design are not available.")
    given = parameters_of(settings, layer, people)
    found = collect(Request(algorithm, given, context, feedback))
    plan = found.plan
    shares = shares_of(plan.names, settings, people)
    plan = replace(plan, targets=proportional_targets(plan.areas.weights, shares))
    case = PlanCase(
        plan,
        found.rules,
        found.names,
        found.units,
        layer.fields().lookupField(settings.plan_field),
        people,
    )
    return replace(case, rules=_with_locks(case, settings))


def _refuse_missing_fields(settings: PlanSettings, layer: QgsVectorLayer) -> None:
    """Refuse a layer that has lost fields, in the words of the page “Set up”."""
    for name in (settings.plan_field, settings.id_field, *settings.balance_fields):
        if layer.fields().lookupField(name) < 0:
            raise InvalidInput("The layer has no field “{name}” any more.", name=name)


def parameters_of(settings: PlanSettings, layer: QgsVectorLayer, people: People) -> dict[str, Any]:
    """The set-up as parameters of territory:evaluate."""
    given: dict[str, Any] = {
        JudgeParameters.INPUT: layer,
        JudgeParameters.BALANCE_FIELDS: list(settings.balance_fields),
        EvaluateParameters.TERRITORY_FIELD: settings.plan_field,
        CostMatrixParameters.AREA_ID_FIELD: settings.id_field,
        EvaluateParameters.TOGETHER_FIELD: settings.together_field,
        EvaluateParameters.CONTIGUOUS: settings.contiguous,
    }
    if settings.max_deviation_pct > 0.0:
        given[EvaluateParameters.MAX_DEVIATION] = settings.max_deviation_pct
    if people:
        given |= {
            JudgeParameters.REPS: people.layer(layer),
            JudgeParameters.REP_ID_FIELD: NAME,
        }
    return given


def shares_of(names: Sequence[Any], settings: PlanSettings, people: People) -> FloatArray:
    """Share (k,) of each territory in the work; 1 where it is not known."""
    shares = dict(settings.shares)
    for person in people.persons:
        shares[id_key(person.name)] = person.share
    return np.array([shares.get(id_key(name), 1.0) for name in names])


def _with_locks(case: PlanCase, settings: PlanSettings) -> PlanRules:
    areas, territories = set(settings.locked_areas), set(settings.locked_territories)
    return replace(
        case.rules,
        locked=np.array([key in areas for key in case.ids], dtype=bool),
        frozen=np.array([id_key(name) in territories for name in case.plan.names], dtype=bool),
    )
