"""Why each area is where it is: its second-best territory, and what the move would change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsFeature, QgsFields

from ....core.plan.firmness import Firmness
from ....core.plan.grades import grades_of
from ....core.plan.plan import Plan
from ....core.plan.rules import Forbidden
from ...common.fields import TerritoryNames, like_field, number_field, text_field
from ...common.texts import tr
from ...inputs.layers.units import SpatialUnits
from ..writing.fields import AssignmentSchema, as_they_came, output_values

FIRMNESS_FIELD = "firmness"


@dataclass(frozen=True)
class FirmnessTable:
    """The areas with their trips, and how firm each one is.

    Attributes
    ----------
    units : SpatialUnits
    names : TerritoryNames
    plan : Plan
    firm : Firmness
    plan_field : str
        Field in which the plan was found.
    """

    units: SpatialUnits
    names: TerritoryNames
    plan: Plan
    firm: Firmness
    plan_field: str

    @property
    def schema(self) -> AssignmentSchema:
        """Fields of the layer."""
        times = self.plan.trip_s is not None
        extra = [number_field("distance_m")]
        if times:
            extra.append(number_field("time_s"))
        extra.append(like_field("second_best", self.names.field))
        extra += [number_field(name) for name in ("move_deviation_pct", "move_own_dev_pct")]
        extra.append(number_field("move_distance_m"))
        if times:
            extra.append(number_field("move_time_s"))
        extra += [number_field("move_border_m"), number_field("move_cost")]
        extra += [text_field("move_forbidden"), text_field(FIRMNESS_FIELD)]
        return AssignmentSchema.create(self.units.fields, self.names.field, extra, self.plan_field)

    @property
    def fields(self) -> QgsFields:
        """Fields of the layer."""
        return self.schema.fields

    def features(self) -> Iterable[QgsFeature]:
        """The areas in the order in which they came in."""
        schema = self.schema
        rows = list(zip(*self._columns()))
        nothing = [None] * len(schema.names)
        for feature, index in as_they_came(self.units):
            if index is None:
                yield schema.feature(feature, None, nothing)
            else:
                territory = self.names.of(int(self.plan.labels[index]))
                yield schema.feature(feature, territory, rows[index])

    def _columns(self) -> list[list[Any]]:
        firm, plan = self.firm, self.plan
        reasons = {int(rule): text for rule, text in reasons_against_moves().items()}
        columns: list[list[Any]] = [output_values(plan.trip_m)]
        if plan.trip_s is not None:
            columns.append(output_values(plan.trip_s))
        columns.append([self.names.of(other) for other in firm.second_best.tolist()])
        columns += map(output_values, (firm.worst_pp, firm.own_pp, firm.trip_m))
        if plan.trip_s is not None:
            unknown = [None] * len(self.units)
            columns.append(unknown if firm.trip_s is None else output_values(firm.trip_s))
        columns += map(output_values, (firm.border_m, firm.cost))
        columns.append([reasons.get(rule) for rule in firm.forbidden.tolist()])
        columns.append([grade.value for grade in grades_of(firm)])
        return columns


def reasons_against_moves() -> dict[Forbidden, str]:
    """What each rule says to a move that it forbids."""
    return {
        Forbidden.LOCKED: tr("The area is locked."),
        Forbidden.FROZEN: tr("One of the two territories is locked."),
        Forbidden.HOME: tr("The representative lives here."),
        Forbidden.EMPTIES: tr("It is the only area of its territory."),
        Forbidden.CUTS: tr("Its territory would fall into parts."),
        Forbidden.SPLITS_GROUP: tr("It stays together with other areas."),
        Forbidden.CHANGE: tr("More would change hands than allowed."),
        Forbidden.DISTANCE: tr("It would be too far from the home."),
        Forbidden.DEVIATION: tr("A territory would deviate more than allowed."),
    }
