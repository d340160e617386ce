"""The parameter LIMITS: at least and at most so much of an attribute for each territory."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterMatrix,
)

from ...core.arrays import FloatArray, IntArray
from ...core.assignment import Limit, count_limit, sum_limit
from ...core.errors import InvalidInput
from ..texts import tr
from .attributes import is_null, numeric_field_index, plain_value
from .representatives import Representatives

CUSTOMERS = "*"
"""Stands in the column of attributes for the number of customers."""
_COLUMNS = 3


@dataclass(frozen=True)
class Bound:
    """One bound, for all territories or for each; a share is in percent of the total."""

    values: FloatArray
    is_share: bool

    def amounts(self, total: float, centres: IntArray) -> FloatArray:
        """Bound (k,) of the centres, which are numbered among all; NaN where there is none."""
        values = self.values[centres] if self.values.ndim else np.full(len(centres), self.values)
        # In this order 7 % of 100 is 7, and not a little more.
        return values * total / 100.0 if self.is_share else values


@dataclass(frozen=True)
class AttributeLimit:
    """Bounds on the sum of one attribute, or on the number of customers."""

    attribute: str
    least: Bound | None
    most: Bound | None

    @property
    def is_bounded(self) -> bool:
        return self.least is not None or self.most is not None

    @property
    def is_count(self) -> bool:
        return self.attribute == CUSTOMERS

    def limit(self, weights: FloatArray, centres: IntArray) -> Limit:
        """The limit for customers with these weights (n,) and these of all centres (k,)."""
        total = float(len(weights)) if self.is_count else float(weights.sum())
        least, most = (
            None if bound is None else bound.amounts(total, centres)
            for bound in (self.least, self.most)
        )
        if self.is_count:
            return count_limit(len(centres), least, most)
        return sum_limit(self.attribute, weights, len(centres), least, most)


class LimitParameters:
    """The matrix LIMITS: attribute, minimum, maximum."""

    LIMITS = "LIMITS"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm, text: str) -> None:
        algorithm.addParameter(
            QgsProcessingParameterMatrix(
                cls.LIMITS,
                text,
                numberRows=1,
                headers=[tr("attribute"), tr("at least"), tr("at most")],
                optional=True,
            )
        )

    @classmethod
    def rows(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> list[tuple[str, str, str]]:
        """Attribute, minimum and maximum of each row as texts; empty rows are left out.

        Raises
        ------
        InvalidInput
            If the table is not one of three columns, or a bound has no attribute.
        """
        cells: list[str] = []
        for value in algorithm.parameterAsMatrix(parameters, cls.LIMITS, context):
            row = value if isinstance(value, (list, tuple)) else [value]
            cells += [_text(cell) for cell in row]
        if len(cells) == 1 and not cells[0]:
            cells = []
        if len(cells) % _COLUMNS:
            raise InvalidInput(
                "LIMITS holds {count} cells, which are no rows of three: attribute, at least, at "
                "most (empty where there is no limit).",
                count=len(cells),
            )
        rows = [
            (cells[start], cells[start + 1], cells[start + 2])
            for start in range(0, len(cells), _COLUMNS)
        ]
        for attribute, least, most in rows:
            if not attribute and (least or most):
                raise InvalidInput(
                    "LIMITS: a row has bounds ({least}; {most}) but no attribute. Write the name "
                    "of a field, or * for the number of customers.",
                    least=least or "–",
                    most=most or "–",
                )
        return [row for row in rows if row[0]]

    @staticmethod
    def attributes(rows: Sequence[tuple[str, str, str]]) -> list[str]:
        """Fields that the rows name, each once, in order."""
        return list(dict.fromkeys(row[0] for row in rows if row[0] != CUSTOMERS))

    @classmethod
    def limits(
        cls,
        rows: Sequence[tuple[str, str, str]],
        representatives: Representatives | None = None,
    ) -> list[AttributeLimit]:
        """The limits that rows mean.

        Raises
        ------
        InvalidInput
            If a bound is neither a number, nor a share, nor a numeric field of REPS; if it
            is negative.
        """
        return [
            AttributeLimit(
                attribute,
                _bound(attribute, least, representatives),
                _bound(attribute, most, representatives),
            )
            for attribute, least, most in rows
        ]


def _text(cell: Any) -> str:
    if is_null(cell):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip()


def _bound(attribute: str, text: str, representatives: Representatives | None) -> Bound | None:
    if not text:
        return None
    is_share = text.endswith("%")
    content = text.rstrip("%").strip()
    try:
        number = float(content)
        if math.isnan(number):
            raise ValueError(content)
    except ValueError:
        values = _of_representatives(attribute, text, content, representatives)
    else:
        values = np.array(number)
    if np.any(values < 0.0) or np.any(np.isinf(values)):
        raise InvalidInput(
            "LIMITS: the bound '{text}' of '{attribute}' is negative or not finite. Bounds are 0 "
            "or more; leave the cell empty for no limit.",
            text=text,
            attribute=attribute,
        )
    return Bound(values, is_share)


def _of_representatives(
    attribute: str, text: str, field_name: str, representatives: Representatives | None
) -> FloatArray:
    if representatives is None or representatives.fields.lookupField(field_name) < 0:
        known = (
            "a number like 1200 or a share of the total like 30%"
            if representatives is None
            else "a number like 1200, a share of the total like 30%, or a field of REPS"
        )
        raise InvalidInput(
            "LIMITS: the bound '{text}' of '{attribute}' is not {known}. Decimals are written with "
            "a point.",
            text=text,
            attribute=attribute,
            known=known,
        )
    index = numeric_field_index(representatives.fields, field_name, "REPS")
    values = [plain_value(feature[index]) for feature in representatives.features]
    return np.array([math.nan if value is None else float(value) for value in values])
