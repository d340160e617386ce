"""Divides the customers into independent problems, and finds out whom the fields mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from qgis.core import QgsField, QgsProcessingFeedback

from ...core.arrays import IntArray
from ...core.errors import InvalidInput, name_some
from ...core.ids import distinct_ids, positions_in
from ..algorithms.customer_problem import GroupProblem
from ..fields import TERRITORY_FIELD, integer_field
from ..texts import tr
from .attributes import plain_value
from .customer_rules import CustomerRules
from .customers import (
    newcomers,
    territory_field,
)
from .representatives import Representatives
from .units import SpatialUnits


@dataclass(frozen=True)
class CustomerFields:
    """Names of the fields that say whose customers they are; "" where none is set."""

    current: str = ""
    preassigned: str = ""
    group: str = ""


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
        self._today = self._values(fields.current, "CURRENT_FIELD")
        self._fixed = self._values(fields.preassigned, "PREASSIGNED_FIELD", may_be_empty=True)
        self._groups = self._values(fields.group, "GROUP_FIELD")
        self._refuse_unnamed_fixed()

    @property
    def knows_today(self) -> bool:
        """Whether there is a field with today's representatives."""
        return self._today is not None

    @property
    def group_field(self) -> QgsField | None:
        """The field whose values are the groups, if there are groups."""
        return self._field(self._fields.group) if self._fields.group else None

    @property
    def name_field(self) -> QgsField:
        """A field that can hold the names of the territories."""
        if self._representatives is not None:
            return self._representatives.names.field
        if self._fields.current:
            return territory_field(self._field(self._fields.current))
        return integer_field(TERRITORY_FIELD)

    def problems(self) -> list[GroupProblem]:
        """One problem per group, in the order of the groups' values.

        Raises
        ------
        InvalidInput
            Fixed customers of unknown representatives; groups without representatives.
        """
        problems: list[GroupProblem] = []
        numbered = 0
        for value, rows in self._parts():
            problems.append(self._problem(value, rows, numbered + 1))
            numbered += problems[-1].count
        without = [problem.value for problem in problems if problem.count == 0]
        if without:
            raise InvalidInput(
                "No representative in REPS belongs to the group(s) {groups}. Add some, or leave "
                "out these customers.",
                groups=name_some(without),
            )
        self._refuse_unknown_fixed(problems)
        self._refuse_lost_retention(problems)
        self._warn(problems)
        return self._with_newcomers(problems)

    def _with_newcomers(self, problems: list[GroupProblem]) -> list[GroupProblem]:
        """The problems with names for their new territories, each used in one group only."""
        if self._representatives is not None or self._today is None:
            return problems
        wanted = [max(problem.count - len(problem.known), 0) for problem in problems]
        names = newcomers(distinct_ids(self._today), sum(wanted), self.name_field)
        ends = np.cumsum(wanted).tolist()
        return [
            replace(problem, newcomers=names[end - count : end])
            for problem, count, end in zip(problems, wanted, ends)
        ]

    def _field(self, name: str) -> QgsField:
        return self._units.fields.at(self._units.fields.lookupField(name))

    def _values(
        self, field_name: str, parameter: str, *, may_be_empty: bool = False
    ) -> list[Any] | None:
        if not field_name:
            return None
        values = self._units.values(field_name, parameter)
        if not may_be_empty and all(value is None for value in values):
            raise InvalidInput(
                "{parameter}: the field '{field}' is empty for all {count} customer(s). Choose "
                "another one, or leave the parameter empty.",
                parameter=parameter,
                field=field_name,
                count=len(values),
            )
        return values

    def _refuse_unclear_count(self) -> None:
        count, representatives = self._count, self._representatives
        if representatives is None and count is None:
            raise InvalidInput("Give the number of territories (COUNT) or representatives (REPS).")
        if representatives is not None and count is not None and count != len(representatives):
            raise InvalidInput(
                "COUNT is {count}, but REPS holds {reps} representative(s). Leave COUNT empty, or "
                "select as many representatives.",
                count=count,
                reps=len(representatives),
            )

    def _refuse_unnamed_fixed(self) -> None:
        bare = self._representatives is None and self._today is None
        if bare and self._fixed is not None and self._groups is not None:
            raise InvalidInput(
                "PREASSIGNED_FIELD together with GROUP_FIELD needs REPS or CURRENT_FIELD: without "
                "them territories are numbered over all groups, and nobody knows beforehand which "
                "number is meant."
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
                tr(
                    "GROUP_FIELD '{group}' is NULL for {count} customer(s); they stay "
                    "unassigned (ids {names})."
                ).format(
                    group=self._fields.group,
                    count=len(nowhere),
                    names=name_some([self._units.ids[i] for i in nowhere]),
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
                "With GROUP_FIELD, REPS need the same field '{field}', which says to which group a "
                "representative belongs. Fields of REPS: {names}.",
                field=self._fields.group,
                names=", ".join(representatives.fields.names()) or "none",
            )
        values = [plain_value(feature[index]) for feature in representatives.features]
        return np.flatnonzero(positions_in(values, [group]) == 0)

    def _problem(self, value: Any, rows: IntArray, first_number: int) -> GroupProblem:
        units, representatives = self._units, self._representatives
        chosen = self._representatives_of(value)
        today, fixed = (
            [None] * len(rows) if values is None else [values[i] for i in rows]
            for values in (self._today, self._fixed)
        )
        known = self._known(chosen, today)
        labels = positions_in(today, known)
        former = distinct_ids(v for v, label in zip(today, labels) if label < 0)
        positions = units.positions[rows]
        return GroupProblem(
            value=value,
            rows=rows,
            ids=[units.ids[i] for i in rows],
            positions=positions,
            metric=units.space.metric(positions),
            weights={
                name: units.weights[rows, column] for column, name in enumerate(units.weight_fields)
            },
            count=len(chosen),
            known=known,
            today=labels,
            preassigned=positions_in(fixed, known),
            former=former,
            today_former=positions_in(today, former),
            homes=None if representatives is None else representatives.positions[chosen],
            centre_rows=chosen,
            name_field=self.name_field,
            first_number=first_number,
            rules=self._rules,
        )

    def _known(self, chosen: IntArray, today: Sequence[Any]) -> list[Any]:
        """Names that representatives have already."""
        if self._representatives is not None:
            return [self._representatives.ids[i] for i in chosen]
        if self._today is not None:
            return distinct_ids(today)
        # Fixed customers may name a territory by its number.
        return [] if self._fixed is None else list(range(1, len(chosen) + 1))

    def _refuse_unknown_fixed(self, problems: Sequence[GroupProblem]) -> None:
        if self._fixed is None:
            return
        unknown: list[int] = []
        for problem in problems:
            unknown += [
                int(row)
                for row, label in zip(problem.rows, problem.preassigned)
                if label < 0 and self._fixed[row] is not None
            ]
        if unknown:
            known = distinct_ids(name for problem in problems for name in problem.known)
            raise InvalidInput(
                "PREASSIGNED_FIELD '{field}' names unknown representatives: {names} ({count} "
                "customer(s), ids {ids}). Known (in the customer's group, if there are groups) are "
                "{known}.",
                field=self._fields.preassigned,
                names=name_some(distinct_ids(self._fixed[row] for row in unknown)),
                count=len(unknown),
                ids=name_some([self._units.ids[row] for row in unknown]),
                known=name_some(known, limit=30),
            )

    def _refuse_lost_retention(self, problems: Sequence[GroupProblem]) -> None:
        if not self._rules.min_retention or any((p.today >= 0).any() for p in problems):
            return
        raise InvalidInput(
            "MIN_RETENTION has nothing to keep: none of the values of CURRENT_FIELD '{field}' "
            "({values}) is the id of a representative. Check REP_ID_FIELD.",
            field=self._fields.current,
            values=name_some(distinct_ids(self._today or [])),
        )

    def _warn(self, problems: Sequence[GroupProblem]) -> None:
        former = distinct_ids(name for problem in problems for name in problem.former)
        if former:
            customers = sum(int((problem.today_former >= 0).sum()) for problem in problems)
            self._feedback.pushWarning(
                tr(
                    "{count} value(s) of '{current}' are no representative in REPS ({names}); "
                    "their {customers} customer(s) are free for anybody."
                ).format(
                    count=len(former),
                    current=self._fields.current,
                    names=name_some(former),
                    customers=customers,
                )
            )
        if self._today is not None:
            nobody = sum(value is None for value in self._today)
            if nobody:
                self._feedback.pushWarning(
                    tr(
                        "{nobody} customer(s) have no representative today (NULL in '{current}')."
                    ).format(nobody=nobody, current=self._fields.current)
                )
