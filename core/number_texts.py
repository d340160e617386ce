"""Numbers that a table holds as texts, such as "1 234,5", and how they are to be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .arrays import BoolArray, FloatArray

# Spaces that stand between thousands: the common one, two that do not break, the thin one.
_SPACES = " \u00a0\u202f\u2009"
_APOSTROPHES = "'’"
_SIGN = "[+-]?"
_AROUND = "^[^0-9+-]+|[^0-9]+$"
"""What stands around a number, for Python and QGIS alike."""


@dataclass(frozen=True)
class Reading:
    """One way of writing numbers.

    Attributes
    ----------
    thousands : str
        Letters each of which may stand between groups of three digits; empty for none.
    decimal : str
        What stands before the decimals.
    """

    thousands: str
    decimal: str

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        decimal = re.escape(self.decimal)
        whole = r"\d+"
        if self.thousands:
            whole = rf"(?:\d+|[1-9]\d{{0,2}}(?:[{re.escape(self.thousands)}]\d{{3}})+)"
        return re.compile(
            rf"{_SIGN}(?:{whole}(?:{decimal}\d*)?|{decimal}\d+)(?:[eE]{_SIGN}\d+)?", re.ASCII
        )

    def number(self, text: str) -> float:
        """The number that a text writes; NaN if it writes none."""
        text = text.strip().replace("\u2212", "-")
        if self._pattern.fullmatch(text) is None:
            return np.nan
        for letter in self.thousands:
            text = text.replace(letter, "")
        return float(text.replace(self.decimal, "."))

    def expression(self, field: str, *, around: bool = False) -> str:
        """QGIS expression that reads such texts; NULL where a text is no number.

        With ``around`` it leaves out what stands before and behind, such as a currency.
        """
        quoted = field.replace('"', '""')
        text = f'"{quoted}"'
        if around:
            text = f"regexp_replace({text}, '{_AROUND}', '')"
        for letter in self.thousands:
            escaped = letter.replace("'", "''")
            text = f"replace({text}, '{escaped}', '')"
        if self.decimal != ".":
            text = f"replace({text}, '{self.decimal}', '.')"
        return f"try(to_real({text}))"


READINGS = tuple(
    Reading(thousands, decimal)
    for thousands, decimal in (
        ("", "."),
        ("", ","),
        (_SPACES, "."),
        (_SPACES, ","),
        (_APOSTROPHES, "."),
        (_APOSTROPHES, ","),
        (",", "."),
        (".", ","),
    )
)


@dataclass(frozen=True)
class TextNumbers:
    """What texts mean as numbers.

    Attributes
    ----------
    reading : Reading
        The one that reads most of the texts.
    values : ndarray of float, shape (n,)
        What it reads; NaN where a text is no number.
    rival : Reading or None
        Another one that reads as many, as other numbers: nobody can know which is meant.
    doubtful : int
        Number of the first text that the two read differently; -1 without a rival.
    inside : Reading or None
        How all texts are read, if what stands around the numbers is left out and is the same
        wherever there is any: a unit or a currency.
    """

    reading: Reading
    values: FloatArray
    rival: Reading | None = None
    doubtful: int = -1
    inside: Reading | None = None

    @property
    def unread(self) -> BoolArray:
        """Which texts (n,) are no numbers."""
        return np.isnan(self.values)


def read_texts(texts: Sequence[str]) -> TextNumbers:
    """Read texts as numbers, all of them in the same way.

    A way of writing counts if it reads every text. "1,234" alone may be 1.234 or 1234; beside
    "0,5" it is 1.234, and beside "1,234,567" it is 1234.
    """
    different = list(dict.fromkeys(texts))
    read = [np.array([way.number(text) for text in different]) for way in READINGS]
    unread = [int(np.isnan(values).sum()) for values in read]
    best = int(np.argmin(unread))
    place = {text: number for number, text in enumerate(different)}
    order = np.array([place[text] for text in texts], dtype=np.int64)
    values = read[best][order] if len(texts) else np.empty(0)
    for other in range(best + 1, len(READINGS)):
        if unread[other] == unread[best] == 0 and not np.array_equal(read[other], read[best]):
            doubtful = int(np.flatnonzero(read[other][order] != values)[0])
            return TextNumbers(READINGS[best], values, READINGS[other], doubtful)
    inside = _inside(different) if unread[best] else None
    return TextNumbers(READINGS[best], values, inside=inside)


def _inside(texts: Sequence[str]) -> Reading | None:
    """How texts are read without the one unit that stands around the numbers."""
    around = {tuple(re.findall(_AROUND, text.strip())) for text in texts} - {()}
    if len(around) != 1:
        return None
    numbers = [re.sub(_AROUND, "", text.strip()) for text in texts]
    ways = [way for way in READINGS if not any(np.isnan(way.number(one)) for one in numbers)]
    read = {tuple(way.number(one) for one in numbers) for way in ways}
    return ways[0] if len(read) == 1 else None
