"""Expressions of the user that choose areas."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeatureRequest,
)

from ...core.errors import InvalidInput, name_some
from .attributes import is_null
from .units import SpatialUnits


def areas_that_match(
    units: SpatialUnits, expression_text: str, parameter: str, context: QgsExpressionContext
) -> NDArray[np.bool_]:
    """Areas (n,) for which an expression is true.

    Raises
    ------
    InvalidInput
        If the expression cannot be read or evaluated.
    """
    expression = QgsExpression(expression_text)
    if expression.hasParserError():
        raise InvalidInput(
            "The expression of {parameter} cannot be read: {reason}",
            parameter=parameter,
            reason=expression.parserErrorString(),
        )
    known = {name.lower() for name in units.fields.names()}
    unknown = [
        name
        for name in sorted(expression.referencedColumns())
        if name != QgsFeatureRequest.ALL_ATTRIBUTES and name.lower() not in known
    ]
    if unknown:
        raise InvalidInput(
            "The expression of {parameter} names fields that INPUT does not have: {unknown}. Its "
            "fields are: {names}.",
            parameter=parameter,
            unknown=name_some(unknown),
            names=", ".join(units.fields.names()) or "none",
        )
    context.setFields(units.fields)
    expression.prepare(context)
    matches = np.zeros(len(units), dtype=bool)
    for number, feature in enumerate(units.features):
        context.setFeature(feature)
        value = expression.evaluate(context)
        if expression.hasEvalError():
            raise InvalidInput(
                "The expression of {parameter} fails at area {area}: {reason}",
                parameter=parameter,
                area=units.ids[number],
                reason=expression.evalErrorString(),
            )
        matches[number] = not is_null(value) and bool(value)
    return matches
