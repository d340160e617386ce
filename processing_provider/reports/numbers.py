"""Numbers as reports show them: thin spaces between thousands, a dash for what is not known.

The decimal separator is that of the user's number format.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ...core.unit_factors import METRES_PER_KM, SECONDS_PER_MINUTE
from ..common.number_format import localised

THIN = "\u202f"
UNKNOWN = "–"
_FIGURE = re.compile(rf"[+−-]?\d|{UNKNOWN}$")


def number(value: float | None, digits: int = 0) -> str:
    """A number with thousands separated by thin spaces; a dash if it is not known."""
    if value is None or value != value:
        return UNKNOWN
    text = f"{value:,.{digits}f}"
    is_zero = text.startswith("-") and not text.strip("-0.")
    return _with_separators(text[1:] if is_zero else text)


def plain_number(text: str) -> str:
    """A number that somebody has set, as a dialog would show it; other texts stay."""
    try:
        return localised(f"{float(text):.12g}")
    except ValueError:
        return text


def signed(value: float, digits: int = 0) -> str:
    """A number with its sign; zero has none."""
    text = number(value, digits)
    return f"+{text}" if value > 0.0 and text.strip("0.,") else text.replace("-", "−")


def digits_for(value: float) -> int:
    """Decimals that an amount of this size is shown with: about three significant digits."""
    size = abs(value)
    return 0 if size >= 100.0 or size == 0.0 else 1 if size >= 10.0 else 2


def percent(value: float, digits: int = 2) -> str:
    """A signed percentage."""
    return UNKNOWN if value != value else f"{signed(value, digits)}{THIN}%"


def share(value: float, digits: int = 2) -> str:
    """A percentage without a sign for what is above zero."""
    return UNKNOWN if value != value else _with_separators(f"{value:.{digits}f}{THIN}%")


def kilometres(metres: float, digits: int = 1) -> str:
    """Metres as kilometres."""
    return f"{number(metres / METRES_PER_KM, digits)}{THIN}km"


def minutes(seconds: float) -> str:
    """A time in minutes."""
    return UNKNOWN if seconds != seconds else f"{number(seconds / SECONDS_PER_MINUTE)}{THIN}min"


def are_texts(columns: int, rows: Sequence[Sequence[Any]]) -> list[bool]:
    """Whether each column of a table is read from the left: the first one, and those of words."""
    return [
        column == 0 or any(str(row[column]) and not _FIGURE.match(str(row[column])) for row in rows)
        for column in range(columns)
    ]


def _with_separators(text: str) -> str:
    whole = text.replace(",", THIN)
    # Asking for the user's number format takes longest; whole numbers do not need it.
    return localised(whole) if "." in whole else whole
