"""Limits of single territories, as the table TERRITORY_LIMITS writes them."""

from __future__ import annotations

from collections.abc import Sequence

from ....core.customers.rules import TerritoryRule, TotalRule
from ....core.errors import InvalidInput
from ...common.request import Request
from .limit_parameters import TerritoryLimitParameters
from .limits import CUSTOMERS, bound, matrix_cells

_COLUMNS = 4  # territory, attribute, minimum, maximum

Row = tuple[str, str, str, str]


def territory_limit_rows(request: Request) -> list[Row]:
    """The rows as texts; empty rows are left out.

    Raises
    ------
    InvalidInput
        If the table is not one of four columns, or a bound has no territory or attribute.
    """
    cells = matrix_cells(request, TerritoryLimitParameters.TERRITORY_LIMITS)
    if len(cells) % _COLUMNS:
        raise InvalidInput(
            "“Limits on sums of single territories” (TERRITORY_LIMITS) holds {count} cells, which "
            "are no rows of four: territory, attribute, minimum, maximum. Write four cells in each"
            " row; a cell is empty where there is no limit.",
            count=len(cells),
        )
    rows: list[Row] = [
        (cells[start], cells[start + 1], cells[start + 2], cells[start + 3])
        for start in range(0, len(cells), _COLUMNS)
    ]
    for territory, attribute, least, most in rows:
        if (least or most) and not (territory and attribute):
            raise InvalidInput(
                "“Limits on sums of single territories” (TERRITORY_LIMITS): a row has bounds "
                "({least}; {most}) but lacks its territory or attribute. Write both; * stands for "
                "the number of customers.",
                least=least or "–",
                most=most or "–",
            )
    return [row for row in rows if row[0] and row[1]]


def attributes_of_territories(rows: Sequence[Row]) -> list[str]:
    """Fields that the rows name, each once, in order."""
    return list(dict.fromkeys(row[1] for row in rows if row[1] != CUSTOMERS))


def territory_rules(rows: Sequence[Row]) -> list[TerritoryRule]:
    """What the rows mean.

    Raises
    ------
    InvalidInput
        If a bound is neither a number nor a share, or is negative.
    """
    return [
        TerritoryRule(
            territory,
            TotalRule(
                None if attribute == CUSTOMERS else attribute,
                bound(attribute, least, None),
                bound(attribute, most, None),
            ),
        )
        for territory, attribute, least, most in rows
    ]
