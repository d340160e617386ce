"""Values of the parameters of territory:balance, as far as they stand alone."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
)

from ....core.arrays import BoolArray, FloatArray
from ....core.balance.case import Limits
from ....core.balance.importance import criterion_shares
from ....core.balance.settings import CriteriaWeights
from ....core.errors import InvalidInput
from ..layers.expressions import areas_that_match, expression_numbers
from ..layers.units import SpatialUnits
from ..parameters import is_given, label_of
from ..people.representatives import Representatives
from .parameters import BalanceParameters
from .rules import RuleSettings


class BalanceValues:
    """Values of the parameters of one run."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> None:
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context

    def text(self, name: str) -> str:
        """A text, or the name of a field; "" if it is not given."""
        # Not parameterAsExpression, which takes an expression with an error for none at all.
        return self._algorithm.parameterAsString(self._parameters, name, self._context)

    def flag(self, name: str) -> bool:
        """Yes or no."""
        return bool(self._algorithm.parameterAsBool(self._parameters, name, self._context))

    def stays(self, representatives: Representatives | None) -> BoolArray | None:
        """Which representatives (k,) stay where they live; None without representatives.

        Raises
        ------
        InvalidInput
            If FIXED_FIELD is not there, or neither true nor false.
        """
        field = self.text(BalanceParameters.FIXED_FIELD)
        if representatives is None:
            if field:
                raise InvalidInput(
                    "“Field that says who stays” (FIXED_FIELD) is a field of the representatives, "
                    "but there are none: give “Start 2: representatives” (REPS)."
                )
            return None
        return representatives.stays(field, self.flag(BalanceParameters.FIXED_REPS))

    def count(self) -> int | None:
        """COUNT, None if it is not given."""
        if not is_given(self._parameters, BalanceParameters.COUNT):
            return None
        return self._algorithm.parameterAsInt(
            self._parameters, BalanceParameters.COUNT, self._context
        )

    def fields(self) -> list[str]:
        """Names of the fields to balance."""
        return self._algorithm.parameterAsStrings(
            self._parameters, BalanceParameters.BALANCE_FIELDS, self._context
        )

    def expressions(self, units: SpatialUnits) -> FloatArray:
        """Values (n, e) of the expressions to balance.

        Raises
        ------
        InvalidInput
            If one cannot be read or evaluated, or gives anything but numbers from 0.
        """
        name = label_of(self._algorithm, BalanceParameters.BALANCE_EXPRESSIONS)
        columns = [
            expression_numbers(
                units,
                line,
                name,
                self._algorithm.createExpressionContext(self._parameters, self._context),
            )
            for line in self._expression_lines()
        ]
        return np.column_stack(columns) if columns else np.empty((len(units), 0))

    def names_of_criteria(self) -> list[str]:
        """What messages call the criteria: field names, and expressions as they are written."""
        return [*self.fields(), *(line.strip() for line in self._expression_lines())]

    def _expression_lines(self) -> list[str]:
        text = self.text(BalanceParameters.BALANCE_EXPRESSIONS)
        return [line for line in text.splitlines() if line.strip()]

    def criteria(self) -> CriteriaWeights:
        """The four weights, and which deviation is balanced."""
        names = BalanceParameters

        def weight(name: str) -> float:
            return self._algorithm.parameterAsDouble(self._parameters, name, self._context)

        return CriteriaWeights(
            balance=weight(names.WEIGHT_BALANCE),
            travel=weight(names.WEIGHT_TRAVEL),
            compactness=weight(names.WEIGHT_COMPACTNESS),
            stability=weight(names.WEIGHT_STABILITY),
            objective=self._algorithm.parameterAsEnum(
                self._parameters, names.OBJECTIVE, self._context
            ),
        )

    def criterion_shares(self, count: int) -> FloatArray:
        """Relative importance (c,) of the fields to balance.

        Raises
        ------
        InvalidInput
            If BALANCE_WEIGHTS is no list of so many numbers.
        """
        return criterion_shares(self.text(BalanceParameters.BALANCE_WEIGHTS), count)

    def target_shares(
        self, representatives: Representatives | None, territory_count: int
    ) -> FloatArray | None:
        """Share (k,) of each territory; None for equal shares. New territories have 1.

        Raises
        ------
        InvalidInput
            If there are no representatives, or shares that are no positive numbers.
        """
        field = self.text(BalanceParameters.TARGET_FIELD)
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
        names, algorithm = BalanceParameters, self._algorithm
        locked = self.text(names.LOCKED)
        areas = np.zeros(len(units), dtype=bool)
        if locked:
            context = algorithm.createExpressionContext(self._parameters, self._context)
            areas = areas_that_match(units, locked, label_of(algorithm, names.LOCKED), context)
        return RuleSettings(
            locked_areas=areas,
            locked_territories=algorithm.parameterAsMatrix(
                self._parameters, names.LOCKED_TERRITORIES, self._context
            ),
            together_field=self.text(names.TOGETHER_FIELD),
            limits=Limits(
                self._share(names.MAX_DEVIATION, np.inf), self._share(names.MAX_CHANGE, 1.0)
            ),
            home_inside=self.flag(names.HOME_INSIDE),
        )

    def _share(self, name: str, missing: float) -> float:
        """A percentage as a share."""
        if not is_given(self._parameters, name):
            return missing
        value = self._algorithm.parameterAsDouble(self._parameters, name, self._context)
        return float(value) / 100.0
