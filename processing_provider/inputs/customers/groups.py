"""Divides the customers into independent groups, and finds out whom the fields mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from qgis.core import QgsField, QgsProcessingFeedback

from ....core.arrays import IntArray
from ....core.customers.group import CustomerGroup, refuse_more_than_customers
from ....core.customers.rules import CustomerRules
from ....core.customers.together import Together
from ....core.errors import InvalidInput, name_some
from ....core.ids import distinct_ids, positions_in
from ...common.fields import TERRITORY_FIELD, integer_field
from ...common.texts import counted, tr
from ..layers.attributes import attribute_values, refuse_unusable_names
from ..layers.units import SpatialUnits
from ..people.new_names import names_of_new
from ..people.representatives import Representatives
from .case import CustomerCase, CustomerFields
from .checks import GroupChecks
from .layer import customer_areas, name_values, territory_field


def _current() -> str:
    """What messages call the field of current representatives."""
    return tr("“Current representative of a customer” (CURRENT_FIELD)")


class GroupReader:
    """Turns customers and representatives into one problem per group.

    Raises
    ------
    InvalidInput
        If it is not clear how many territories there are, or whom a field means.
    """

    def __init__(
        self,
        units: SpatialUnits,
        representatives: Representatives | None,
        rules: CustomerRules,
        count: int | None,
        fields: CustomerFields,
        feedback: QgsProcessingFeedback,
    ) -> None:
        self._units = units
        self._representatives = representatives
        self._rules = rules
        self._count = count
        self._fields = fields
        self._feedback = feedback
        self._refuse_unclear_count()
        self._current = self._values(fields.current, _current())
        self._fixed = self._values(
            fields.preassigned,
            tr("“Representative who must get the customer” (PREASSIGNED_FIELD)"),
            may_be_empty=True,
        )
        self._groups = self._values(fields.group, tr("“Group field” (GROUP_FIELD)"))
        self._together = self._values(
            fields.together,
            tr("“Customers with the same value stay together” (TOGETHER_FIELD)"),
            may_be_empty=True,
        )
        self._names = (
            units.called(fields.name, tr("“Name of a customer” (NAME_FIELD)"))
            if fields.name
            else units.ids
        )
        self._refuse_unnamed_fixed()

    def case(self) -> CustomerCase:
        """All that was given, with one problem per group.

        Raises
        ------
        InvalidInput
            Fixed customers of unknown representatives; groups without representatives.
        """
        group = self._fields.group
        return CustomerCase(
            self._units,
            self._all_groups(),
            self._units.weight_fields,
            self._name_field,
            self._field(group) if group else None,
            self._current is not None,
            {} if self._representatives is None else self._representatives.called,
        )

    @property
    def _name_field(self) -> QgsField:
        if self._representatives is not None:
            return self._representatives.names.field
        if self._fields.current:
            return territory_field(self._field(self._fields.current))
        return integer_field(TERRITORY_FIELD)

    def _all_groups(self) -> list[CustomerGroup]:
        groups: list[CustomerGroup] = []
        numbered = 0
        for value, rows in self._parts():
            groups.append(self._group(value, rows, numbered + 1))
            numbered += groups[-1].count
        without = [group.value for group in groups if group.count == 0]
        if without:
            raise InvalidInput.counted(
                len(without),
                "None of the representatives (REPS) belongs to the group {groups}. Add some, or "
                "leave out these customers.",
                "None of the representatives (REPS) belongs to {count} of the groups ({groups}). "
                "Add some, or leave out these customers.",
                groups=name_some(without),
            )
        checks = GroupChecks(self._rules, self._fields, self._names, self._current, self._fixed)
        checks.refuse_unknown_fixed(groups)
        checks.refuse_lost_retention(groups)
        checks.warn(groups, self._feedback)
        groups = self._with_newcomers(groups)
        checks.refuse_unknown_limits(groups)
        return groups

    def _with_newcomers(self, groups: list[CustomerGroup]) -> list[CustomerGroup]:
        """The groups with names for their new territories, each used in one group only."""
        if self._representatives is not None or self._current is None:
            return groups
        wanted = [max(group.count - len(group.known), 0) for group in groups]
        known = distinct_ids(self._current)
        names = names_of_new(known, sum(wanted), self._name_field, _current())
        ends = np.cumsum(wanted).tolist()
        return [
            replace(group, newcomers=names[end - count : end])
            for group, count, end in zip(groups, wanted, ends)
        ]

    def _field(self, name: str) -> QgsField:
        return self._units.fields.at(self._units.fields.lookupField(name))

    def _values(
        self, field_name: str, parameter: str, *, may_be_empty: bool = False
    ) -> list[Any] | None:
        if not field_name:
            return None
        values = name_values(self._units, field_name, parameter)
        if not may_be_empty and all(value is None for value in values):
            raise InvalidInput.counted(
                len(values),
                "{parameter}: the field '{field}' is empty for the only customer. Choose another "
                "one, or leave the parameter empty.",
                "{parameter}: the field '{field}' is empty for all {count} customers. Choose "
                "another one, or leave the parameter empty.",
                parameter=parameter,
                field=field_name,
            )
        return values

    def _refuse_unclear_count(self) -> None:
        count, representatives = self._count, self._representatives
        if representatives is None and count is None:
            raise InvalidInput(
                "It is not known how many territories there are to be. Give “Number of "
                "territories” (COUNT), or a layer of “Representatives” (REPS)."
            )
        if representatives is None:
            # Of all groups together: what a group has too few for is told with its name.
            refuse_more_than_customers(count or 0, len(self._units))
        if representatives is not None and count is not None and count != len(representatives):
            raise InvalidInput.counted(
                len(representatives),
                "“Number of territories” (COUNT) is {wanted}, but there is {count} representative "
                "(REPS). Leave the number empty, or select as many representatives.",
                "“Number of territories” (COUNT) is {wanted}, but there are {count} "
                "representatives (REPS). Leave the number empty, or select as many "
                "representatives.",
                wanted=count,
            )

    def _refuse_unnamed_fixed(self) -> None:
        bare = self._representatives is None and self._current is None
        if bare and self._fixed is not None and self._groups is not None:
            raise InvalidInput(
                "“Representative who must get the customer” (PREASSIGNED_FIELD) together with "
                "“Group field” (GROUP_FIELD) needs “Representatives” (REPS) or “Current "
                "representative of a customer” (CURRENT_FIELD): without them territories are "
                "numbered over all groups, and nobody knows beforehand which number is meant."
            )

    def _parts(self) -> list[tuple[Any, IntArray]]:
        """Value and customers (rows) of each group."""
        if self._groups is None:
            return [(None, np.arange(len(self._units)))]
        values = distinct_ids(self._groups)
        label = positions_in(self._groups, values)
        nowhere = np.flatnonzero(label < 0)
        if len(nowhere):
            self._feedback.pushWarning(
                counted(
                    len(nowhere),
                    "“Group field” (GROUP_FIELD) '{group}' is NULL for {count} customer, who stays "
                    "unassigned (id {names}).",
                    "“Group field” (GROUP_FIELD) '{group}' is NULL for {count} customers, who stay "
                    "unassigned (ids {names}).",
                    group=self._fields.group,
                    names=name_some([self._names[i] for i in nowhere]),
                )
            )
        return [(value, np.flatnonzero(label == number)) for number, value in enumerate(values)]

    def _representatives_of(self, group: Any) -> IntArray:
        """Representatives (among all) of one group."""
        representatives = self._representatives
        if representatives is None:
            return np.arange(int(self._count or 0))
        if group is None:
            return np.arange(len(representatives))
        index = representatives.fields.lookupField(self._fields.group)
        if index < 0:
            raise InvalidInput(
                "With a “Group field” (GROUP_FIELD), {layer} needs the same field '{field}', which "
                "says to which group a representative belongs. Add it, or leave the group field "
                "empty. Fields of that layer: {names}.",
                layer=representatives.layer,
                field=self._fields.group,
                names=", ".join(representatives.fields.names()) or "–",
            )
        values = attribute_values(representatives.features, index)
        refuse_unusable_names(
            values, representatives.ids, self._fields.group, representatives.layer
        )
        return np.flatnonzero(positions_in(values, [group]) == 0)

    def _group(self, value: Any, rows: IntArray, first_number: int) -> CustomerGroup:
        units, representatives = self._units, self._representatives
        chosen = self._representatives_of(value)
        current, fixed = (
            [None] * len(rows) if values is None else [values[i] for i in rows]
            for values in (self._current, self._fixed)
        )
        known = self._known(chosen, current)
        labels = positions_in(current, known)
        former = distinct_ids(v for v, label in zip(current, labels) if label < 0)
        return CustomerGroup(
            value=value,
            rows=rows,
            customers=replace(customer_areas(units, rows), ids=[self._names[i] for i in rows]),
            attributes=units.weight_fields,
            count=len(chosen),
            known=known,
            current=labels,
            preassigned=positions_in(fixed, known),
            former=former,
            current_former=positions_in(current, former),
            homes=None if representatives is None else representatives.positions[chosen],
            centre_rows=chosen,
            first_number=first_number,
            rules=self._rules,
            together=self._blocks(rows),
        )

    def _blocks(self, rows: IntArray) -> Together | None:
        """Which of these customers must stay together."""
        labels = []
        if self._together is not None:
            values = [self._together[i] for i in rows]
            labels.append(positions_in(values, distinct_ids(values)))
        if self._fields.same_point:
            labels.append(Together.at_same_place(self._units.coordinates[rows]))
        return Together.of(*labels)

    def _known(self, chosen: IntArray, current: Sequence[Any]) -> list[Any]:
        """Names that representatives have already."""
        if self._representatives is not None:
            return [self._representatives.ids[i] for i in chosen]
        if self._current is not None:
            return distinct_ids(current)
        # Fixed customers may name a territory by its number.
        return [] if self._fixed is None else list(range(1, len(chosen) + 1))
