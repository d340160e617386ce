"""The layer of areas as a plan, with the map that belongs to it; read anew when that changes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from qgis.core import QgsGeometry, QgsRectangle, QgsVectorLayer

from ...core.arrays import FloatArray, IntArray
from ...core.balance.plan_problem import lower_bound_of_plan
from ...core.balance.problem import proportional_targets
from ...core.geometry.inside import points_inside
from ...core.ids import id_key
from ...core.plan.areas import UNASSIGNED
from ...core.plan.colours import plan_colours
from ...core.plan.plan import Plan
from ...core.plan.rules import PlanRules
from ...core.plan.validate import Breach, find_breaches
from ...processing_provider.common.fields import TerritoryNames
from ...processing_provider.inputs.judge.evaluate_case import Collected
from ...processing_provider.inputs.judge.evaluate_parameters import EvaluateParameters
from ...processing_provider.inputs.judge.parameters import JudgeParameters
from ...processing_provider.inputs.layers.attributes import plain_value
from ...processing_provider.inputs.layers.units import SpatialUnits
from ...processing_provider.inputs.travel.parameters import CostMatrixParameters, TripParameters
from ...processing_provider.outputs.judge.issues import IssueTable
from .people import NAME, People
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
    def colours(self) -> Sequence[str]:
        """A colour for each territory that no neighbour has."""
        plan = self.plan
        return plan_colours(plan.labels, plan.territory_count, plan.areas.graph)

    @cached_property
    def lower_bound_pct(self) -> float:
        """No plan of these areas, targets and locks can have a smaller worst deviation."""
        return lower_bound_of_plan(self.plan, self.rules)

    @property
    def is_bounded(self) -> bool:
        """Whether the lower bound is known already."""
        return "lower_bound_pct" in self.__dict__

    def prepare(self) -> None:
        """Compute beforehand what the window asks for at first, and what strokes need."""
        self.units.area_at(*self.units.coordinates[0].tolist())
        _ = self.fids, self.row_of, self.label_of, self.ids, self.lower_bound_pct, self.colours
        self.sentences(self.plan, self.problems(self.plan)[:1])

    @property
    def criteria(self) -> tuple[str, ...]:
        """What is balanced; empty where every area counts 1."""
        return self.units.weight_fields

    def reweighed(
        self, changes: Mapping[tuple[int, str], Any], settings: PlanSettings
    ) -> PlanCase | None:
        """The same after weights changed, by feature id and field; None where one can be none."""
        weights = self.plan.areas.weights.copy()
        for (fid, field), value in changes.items():
            plain = plain_value(value)
            number = 0.0 if plain is None else plain
            if not isinstance(number, (int, float)) or not 0.0 <= number < math.inf:
                return None
            row = self.row_of.get(fid)
            if row is not None:
                weights[row, self.criteria.index(field)] = number
        areas = self.plan.areas.with_weights(weights, trips_follow=not settings.trips_field)
        shares = shares_of(self.plan.names, settings, self.people)
        plan = replace(self.plan, areas=areas, targets=proportional_targets(weights, shares))
        case = replace(self, plan=plan)
        kept = ("fids", "row_of", "label_of", "ids", "colours")
        case.__dict__.update({name: self.__dict__[name] for name in kept if name in self.__dict__})
        return case

    def names_by_id(self, labels: IntArray) -> dict[str, str]:
        """A plan by ids: territory of each area, "" for none."""
        names = [*map(id_key, self.plan.names), ""]
        return dict(zip(self.ids, (names[label] for label in labels.tolist())))

    def labels_of(self, names: Mapping[str, str]) -> IntArray:
        """Labels for a plan by ids; ``UNASSIGNED`` where a name is not known here."""
        known = self.label_of
        return np.array(
            [known.get(names.get(key, ""), UNASSIGNED) for key in self.ids], dtype=np.int64
        )

    def beginning(self, names: Mapping[str, str]) -> Plan:
        """A plan by ids; who has a territory there, but none any more, comes after the others."""
        labels, known = self.labels_of(names), self.label_of
        held = [names.get(key, "") for key in self.ids]
        gone = sorted({name for name in held if name and name not in known})
        further = {name: len(known) + number for number, name in enumerate(gone)}
        for row in np.flatnonzero(labels == UNASSIGNED).tolist():
            labels[row] = further.get(held[row], UNASSIGNED)
        nothing = np.zeros((len(gone), self.plan.targets.shape[1]))
        return replace(
            self.plan,
            labels=labels,
            names=[*self.plan.names, *gone],
            targets=np.concatenate([self.plan.targets, nothing]),
            homes=None,
        )

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

    def problems(self, plan: Plan) -> list[Breach]:
        """What is wrong with a plan of these areas."""
        # Cut-off parts are shown also where strokes may cut.
        rules = replace(self.rules, contiguous=True)
        return find_breaches(plan, rules, perimeter_m=self.units.perimeters_m)

    def sentences(self, plan: Plan, found: list[Breach]) -> list[str]:
        """The same in words."""
        table = IssueTable(self.units, self.names, plan, found)
        return [table.sentence(breach) for breach in found]


def case_of(found: Collected, settings: PlanSettings, people: People) -> PlanCase:
    """What was read, with targets, rules and locks as they are set up."""
    plan = found.plan
    shares = shares_of(plan.names, settings, people)
    plan = replace(plan, targets=proportional_targets(plan.areas.weights, shares))
    field_index = found.units.fields.lookupField(settings.plan_field)
    case = PlanCase(plan, found.rules, found.names, found.units, field_index, people)
    return replace(case, rules=_with_locks(case, settings))


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
    if settings.trips_field:
        given[TripParameters.TRIPS_FIELD] = settings.trips_field
    if settings.cost_matrix:
        given[CostMatrixParameters.COST_MATRIX] = settings.cost_matrix
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
