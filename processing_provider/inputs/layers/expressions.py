"""Expressions of the user that choose areas, or weigh them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsFeatureRequest,
)

from ....core.arrays import BoolArray, FloatArray
from ....core.errors import InvalidInput, name_some
from .attributes import is_null
from .number_fields import LARGEST
from .units import SpatialUnits


def areas_that_match(
    units: SpatialUnits, expression_text: str, parameter: str, context: QgsExpressionContext
) -> BoolArray:
    """Areas (n,) for which an expression is true.

    Raises
    ------
    InvalidInput
        If the expression cannot be read or evaluated.
    """
    values = expression_values(units, expression_text, parameter, context)
    return np.array([not is_null(value) and bool(value) for value in values], dtype=bool)


def expression_numbers(
    units: SpatialUnits,
    expression_text: str,
    parameter: str,
    context: QgsExpressionContext,
    variables: Mapping[str, FloatArray] | None = None,
) -> FloatArray:
    """Value (n,) of an expression for each area; NULL counts as 0.

    ``variables`` hold a number (n,) for each area by the name of the expression's variable.

    Raises
    ------
    InvalidInput
        If the expression cannot be read or evaluated, or gives anything but numbers from 0.
    """
    values = expression_values(units, expression_text, parameter, context, variables)
    numbers = [_number(value) for value in values]
    wrong = [
        units.ids[i]
        for i, number in enumerate(numbers)
        if number is None or not 0.0 <= number <= LARGEST
    ]
    if wrong:
        raise InvalidInput.counted(
            len(wrong),
            "The expression of {parameter} gives no number from 0 for {count} area ({ids}): "
            "“{expression}”. Correct it, e.g. with max(0, …) or coalesce(…, 0).",
            "The expression of {parameter} gives no number from 0 for {count} areas (first ids "
            "{ids}): “{expression}”. Correct it, e.g. with max(0, …) or coalesce(…, 0).",
            parameter=parameter,
            ids=name_some(wrong),
            expression=expression_text,
        )
    return np.array(numbers, dtype=float)


def _number(value: Any) -> float | None:
    """A value as a number, 0 for NULL; None if it is none."""
    if is_null(value):
        return 0.0
    return float(value) if isinstance(value, (bool, int, float)) else None


def expression_values(
    units: SpatialUnits,
    expression_text: str,
    parameter: str,
    context: QgsExpressionContext,
    variables: Mapping[str, FloatArray] | None = None,
) -> list[Any]:
    """Value of an expression of the user for each area.

    Raises
    ------
    InvalidInput
        If the expression cannot be read or evaluated.
    """
    expression = QgsExpression(expression_text)
    if expression.hasParserError():
        raise InvalidInput(
            "The expression of {parameter} cannot be read: “{expression}” ({reason}). Correct it, "
            "e.g. in the expression editor of QGIS.",
            parameter=parameter,
            expression=expression_text,
            reason=" ".join(expression.parserErrorString().split()),
        )
    known = {name.lower() for name in units.fields.names()}
    unknown = [
        name
        for name in sorted(expression.referencedColumns())
        if name != QgsFeatureRequest.ALL_ATTRIBUTES and name.lower() not in known
    ]
    if unknown:
        raise InvalidInput(
            "The expression of {parameter} names fields that {layer} does not have: "
            "{unknown}. Correct the names; the fields are: {names}.",
            parameter=parameter,
            layer=units.layer_name,
            unknown=name_some(unknown),
            names=", ".join(units.fields.names()) or "–",
        )
    context.setFields(units.fields)
    columns = {name: column.tolist() for name, column in (variables or {}).items()}
    scope = QgsExpressionContextScope()
    context.appendScope(scope)
    expression.prepare(context)
    values = []
    for number, feature in enumerate(units.features):
        context.setFeature(feature)
        for name, column in columns.items():
            scope.setVariable(name, column[number])
        value = expression.evaluate(context)
        if expression.hasEvalError():
            raise InvalidInput(
                "The expression of {parameter} fails at area {area}: “{expression}” "
                "({reason}). Correct it, e.g. in the expression editor of QGIS.",
                parameter=parameter,
                area=units.ids[number],
                expression=expression_text,
                reason=" ".join(expression.evalErrorString().split()),
            )
        values.append(value)
    return values
