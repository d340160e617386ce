"""Values of the parameters of territory:balance, as far as they stand alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ....core.arrays import BoolArray, FloatArray
from ....core.balance.case import Limits
from ....core.balance.importance import criterion_shares
from ....core.balance.settings import CriteriaWeights
from ....core.errors import InvalidInput
from ...common.request import Request
from ..layers.expressions import areas_that_match, expression_numbers
from ..layers.units import SpatialUnits
from ..people.representatives import Representatives
from .parameters import BalanceParameters
from .rules import RuleSettings


@dataclass(frozen=True)
class BalanceValues:
    """Values of the parameters of one run."""

    request: Request

    def stays(self, representatives: Representatives | None) -> BoolArray | None:
        """Which representatives (k,) stay where they live; None without representatives.

        Raises
        ------
        InvalidInput
            If FIXED_FIELD is not there, or neither true nor false.
        """
        field = self.request.text(BalanceParameters.FIXED_FIELD)
        if representatives is None:
            if field:
                raise InvalidInput(
                    "“Field that says who stays” (FIXED_FIELD) is a field of the representatives, "
                    "but there are none: give “Start 2: representatives” (REPS)."
                )
            return None
        return representatives.stays(field, self.request.switch(BalanceParameters.FIXED_REPS))

    def count(self) -> int | None:
        """COUNT, None if it is not given."""
        return self.request.optional_integer(BalanceParameters.COUNT)

    def fields(self) -> list[str]:
        """Names of the fields to balance."""
        return self.request.texts(BalanceParameters.BALANCE_FIELDS)

    def expressions(self, units: SpatialUnits) -> FloatArray:
        """Values (n, e) of the expressions to balance.

        Raises
        ------
        InvalidInput
            If one cannot be read or evaluated, or gives anything but numbers from 0.
        """
        name = self.request.label(BalanceParameters.BALANCE_EXPRESSIONS)
        columns = [
            expression_numbers(units, line, name, self.request.expression_scope())
            for line in self._expression_lines()
        ]
        return np.column_stack(columns) if columns else np.empty((len(units), 0))

    def names_of_criteria(self) -> list[str]:
        """What messages call the criteria: field names, and expressions as they are written."""
        return [*self.fields(), *(line.strip() for line in self._expression_lines())]

    def _expression_lines(self) -> list[str]:
        text = self.request.text(BalanceParameters.BALANCE_EXPRESSIONS)
        return [line for line in text.splitlines() if line.strip()]

    def criteria(self) -> CriteriaWeights:
        """The four weights, which deviation is balanced, and how trips count."""
        names, weight = BalanceParameters, self.request.number
        return CriteriaWeights(
            balance=weight(names.WEIGHT_BALANCE),
            travel=weight(names.WEIGHT_TRAVEL),
            compactness=weight(names.WEIGHT_COMPACTNESS),
            stability=weight(names.WEIGHT_STABILITY),
            objective=self.request.choice(names.OBJECTIVE),
            travel_power=self.request.integer(names.TRAVEL_POWER),
        )

    def criterion_shares(self, count: int) -> FloatArray:
        """Relative importance (c,) of the fields to balance.

        Raises
        ------
        InvalidInput
            If BALANCE_WEIGHTS is no list of so many numbers.
        """
        return criterion_shares(self.request.text(BalanceParameters.BALANCE_WEIGHTS), count)

    def target_shares(
        self, representatives: Representatives | None, territory_count: int
    ) -> FloatArray | None:
        """Share (k,) of each territory; None for equal shares. New territories have 1.

        Raises
        ------
        InvalidInput
            If there are no representatives, or shares that are no positive numbers.
        """
        field = self.request.text(BalanceParameters.TARGET_FIELD)
        if not field:
            return None
        if representatives is None:
            raise InvalidInput(
                "“Share of each representative” (TARGET_FIELD) is a field of the representatives, "
                "but there are none: give “Start 2: representatives” (REPS)."
            )
        new = territory_count - len(representatives)
        return np.concatenate([representatives.shares(field), np.ones(new)])

    def rules(self, units: SpatialUnits) -> RuleSettings:
        """Locks, groups and limits.

        Raises
        ------
        InvalidInput
            If LOCKED cannot be read or evaluated.
        """
        names, request = BalanceParameters, self.request
        locked = request.text(names.LOCKED)
        areas = np.zeros(len(units), dtype=bool)
        if locked:
            areas = areas_that_match(
                units, locked, request.label(names.LOCKED), request.expression_scope()
            )
        return RuleSettings(
            locked_areas=areas,
            locked_territories=request.cells(names.LOCKED_TERRITORIES),
            together_field=request.text(names.TOGETHER_FIELD),
            limits=Limits(
                request.number_or(names.MAX_DEVIATION, np.inf) / 100.0,
                request.number_or(names.MAX_CHANGE, 100.0) / 100.0,
            ),
            home_inside=request.switch(names.HOME_INSIDE),
        )
