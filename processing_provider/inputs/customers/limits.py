"""Limits on sums of each territory, as the table LIMITS writes them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from ....core.arrays import FloatArray
from ....core.customers.rules import Bound, TotalRule
from ....core.errors import InvalidInput
from ...common.request import Request
from ...common.texts import tr
from ..layers.attributes import is_null
from ..people.representatives import Representatives
from .limit_parameters import LimitParameters

CUSTOMERS = "*"
"""Stands in the column of attributes for the number of customers."""
# Attribute, minimum, maximum.
_COLUMNS = 3


def limit_rows(request: Request) -> list[tuple[str, str, str]]:
    """Attribute, minimum and maximum of each row as texts; empty rows are left out.

    Raises
    ------
    InvalidInput
        If the table is not one of three columns, or a bound has no attribute.
    """
    cells = matrix_cells(request, LimitParameters.LIMITS)
    if len(cells) % _COLUMNS:
        raise InvalidInput(
            "“Limits on sums per territory” (LIMITS) holds {count} cells, which are no rows of "
            "three: attribute, minimum, maximum. Write three cells in each row; a cell is empty "
            "where there is no limit.",
            count=len(cells),
        )
    rows = [
        (cells[start], cells[start + 1], cells[start + 2])
        for start in range(0, len(cells), _COLUMNS)
    ]
    for attribute, least, most in rows:
        if not attribute and (least or most):
            raise InvalidInput(
                "“Limits on sums per territory” (LIMITS): a row has bounds ({least}; {most}) but "
                "no attribute. Write the name of a field, or * for the number of customers.",
                least=least or "–",
                most=most or "–",
            )
    return [row for row in rows if row[0]]


def attributes_in(rows: Sequence[tuple[str, str, str]]) -> list[str]:
    """Fields that the rows name, each once, in order."""
    return list(dict.fromkeys(row[0] for row in rows if row[0] != CUSTOMERS))


def limits_of(
    rows: Sequence[tuple[str, str, str]], representatives: Representatives | None = None
) -> list[TotalRule]:
    """The limits that rows mean.

    Raises
    ------
    InvalidInput
        If a bound is neither a number, nor a share, nor a numeric field of REPS; if it
        is negative.
    """
    return [
        TotalRule(
            None if attribute == CUSTOMERS else attribute,
            bound(attribute, least, representatives),
            bound(attribute, most, representatives),
        )
        for attribute, least, most in rows
    ]


def matrix_cells(request: Request, name: str) -> list[str]:
    """Cells of a table as texts, row by row; none if the table is empty."""
    cells: list[str] = []
    for value in request.cells(name):
        row = value if isinstance(value, (list, tuple)) else [value]
        cells += [_text(cell) for cell in row]
    return [] if cells == [""] else cells


def _text(cell: Any) -> str:
    if is_null(cell):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip()


def bound(attribute: str, text: str, representatives: Representatives | None) -> Bound | None:
    """A bound as it is written; None for an empty cell.

    Raises
    ------
    InvalidInput
        If it is neither a number, nor a share, nor a numeric field of the representatives; if it
        is negative or not finite.
    """
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
            "“Limits on sums per territory” (LIMITS): the bound '{text}' of '{attribute}' is "
            "negative or not finite. Bounds are 0 or more; leave the cell empty for no limit.",
            text=text,
            attribute=attribute,
        )
    return Bound(values, is_share)


def _of_representatives(
    attribute: str, text: str, field_name: str, representatives: Representatives | None
) -> FloatArray:
    if representatives is None or representatives.fields.lookupField(field_name) < 0:
        if representatives is None:
            raise InvalidInput(
                "“Limits on sums per territory” (LIMITS): the bound '{text}' of '{attribute}' is "
                "not a number like 1200 or a share of the total like 30%. Write one of these, "
                "decimals with a point.",
                text=text,
                attribute=attribute,
            )
        raise InvalidInput(
            "“Limits on sums per territory” (LIMITS): the bound '{text}' of '{attribute}' is not a"
            " number like 1200, a share of the total like 30%, or a field of the representatives "
            "(REPS). Write one of these, decimals with a point.",
            text=text,
            attribute=attribute,
        )
    values = representatives.numbers(field_name, tr("“Limits on sums per territory” (LIMITS)"))
    # NULL is no bound; NaN is no number, and refused like infinity.
    return np.array([math.nan if value is None else _finite(value) for value in values])


def _finite(value: float) -> float:
    return math.inf if math.isnan(value) else value
