"""What changes hands: areas, a table by representative, and a table old by new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from qgis.core import QgsFeature, QgsField, QgsFields

from ....core.arrays import FloatArray
from ....core.certain import certain
from ....core.plan.compare import Comparison
from ....core.plan.people import People, flows
from ....core.plan.plan import Plan
from ....core.plan.stages import BEFORE, RESITED, Stages
from ...common.fields import TerritoryNames, integer_field, like_field, number_field
from ...inputs.layers.units import SpatialUnits
from ..writing.fields import append_field, output_value, table_feature

FROM_FIELD, TO_FIELD, RANK_FIELD = "from", "to", "rank_in_flow"


@dataclass(frozen=True)
class Handover:
    """Two plans side by side, ready to be written.

    Attributes
    ----------
    units : SpatialUnits
    names : TerritoryNames
        Of both plans.
    stages : Stages
        Before, after, and after from the new homes.
    """

    units: SpatialUnits
    names: TerritoryNames
    stages: Stages

    @property
    def before(self) -> Plan:
        """The plan before."""
        return self.stages.plans[BEFORE]

    @property
    def after(self) -> Plan:
        """The plan after."""
        return self.stages.after

    @property
    def comparison(self) -> Comparison:
        """What changes."""
        return certain(self.stages.comparison)

    @property
    def people(self) -> dict[str, People]:
        """Figures of everybody by stage."""
        return self.stages.people

    # --- areas -------------------------------------------------------------------------------

    @cached_property
    def _trips(self) -> dict[str, FloatArray]:
        plans = self.stages.plans
        columns: dict[str, FloatArray] = {}
        for when, plan in plans.items():
            columns[f"{when}_m"] = plan.trip_m
        for when, plan in plans.items():
            if plan.trip_s is not None:
                columns[f"{when}_s"] = plan.trip_s
        return columns

    @property
    def _ours(self) -> list[QgsField]:
        fields = [like_field(name, self.names.field) for name in (FROM_FIELD, TO_FIELD)]
        fields.append(integer_field(RANK_FIELD))
        return fields + [number_field(name) for name in self._trips]

    @property
    def _kept(self) -> list[int]:
        taken = {field.name().lower() for field in self._ours}
        fields = self.units.fields
        return [i for i in range(fields.count()) if fields.at(i).name().lower() not in taken]

    @property
    def area_fields(self) -> QgsFields:
        """Fields of the areas that change hands."""
        fields = QgsFields()
        for index in self._kept:
            fields.append(self.units.fields.at(index))
        for field in self._ours:
            fields.append(field)
        return fields

    def areas(self) -> Iterable[QgsFeature]:
        """Areas that leave somebody or come to somebody."""
        fields, kept = self.area_fields, self._kept
        columns = [column.tolist() for column in self._trips.values()]
        ranks = self.stages.rank_in_flow.tolist()
        for row, rank in zip(self.stages.changing.tolist(), ranks):
            original = self.units.features[row]
            feature = QgsFeature(fields)
            feature.setGeometry(original.geometry())
            attributes = original.attributes()
            feature.setAttributes(
                [
                    *(attributes[index] for index in kept),
                    self.before.name_of(int(self.before.labels[row])),
                    self.after.name_of(int(self.after.labels[row])),
                    rank,
                    *(output_value(column[row]) for column in columns),
                ]
            )
            yield feature

    # --- people ------------------------------------------------------------------------------

    @property
    def people_fields(self) -> QgsFields:
        """Fields of the table by representative."""
        fields = QgsFields()
        fields.append(like_field("rep", self.names.field))
        for name in ("keeps", "gives", "receives"):
            fields.append(integer_field(name))
        for weight in self.units.weight_fields:
            for name in ("keeps", "gives", "receives"):
                append_field(fields, number_field(f"{name}_{weight}"))
        for name, _ in self._figures():
            append_field(fields, number_field(name))
        return fields

    def people_rows(self) -> list[list[Any]]:
        """One row per representative."""
        exchange = self.comparison.exchange
        parts = (exchange.keeps, exchange.gives, exchange.receives)
        columns: list[list[Any]] = [list(exchange.names)]
        columns += [part.areas.tolist() for part in parts]
        for j in range(len(self.units.weight_fields)):
            columns += [part.weights[:, j].tolist() for part in parts]
        columns += [values.tolist() for _, values in self._figures()]
        return [list(row) for row in zip(*columns)]

    def people_table(self) -> Iterable[QgsFeature]:
        """The rows as features."""
        fields = self.people_fields
        for row in self.people_rows():
            yield table_feature(fields, row)

    def _figures(self) -> list[tuple[str, FloatArray]]:
        figures = [
            (f"{when}_dev_pct", own.deviation_pct)
            for when, own in self.people.items()
            if when != RESITED  # the plan is the same
        ]
        figures += [(f"{when}_km", own.km) for when, own in self.people.items()]
        figures += [
            (f"{when}_h", own.hours) for when, own in self.people.items() if own.hours is not None
        ]
        return figures

    # --- old by new --------------------------------------------------------------------------

    @property
    def matrix_fields(self) -> QgsFields:
        """Fields of the table old by new; ``weight`` is the first field to balance."""
        fields = QgsFields()
        for name in (FROM_FIELD, TO_FIELD):
            fields.append(like_field(name, self.names.field))
        fields.append(integer_field("areas"))
        fields.append(number_field("weight"))
        for weight in self.units.weight_fields[1:]:
            append_field(fields, number_field(weight))
        return fields

    def matrix_rows(self) -> list[list[Any]]:
        """From, to, areas and weights of each pair between which something goes or stays."""
        exchange = self.comparison.exchange
        names = [*exchange.names, None]
        return [
            [
                names[old],
                names[new],
                int(exchange.areas[old, new]),
                *exchange.weights[old, new].tolist(),
            ]
            for old, new in flows(exchange)
        ]

    def matrix_table(self) -> Iterable[QgsFeature]:
        """The rows as features."""
        fields = self.matrix_fields
        for row in self.matrix_rows():
            yield table_feature(fields, row)
