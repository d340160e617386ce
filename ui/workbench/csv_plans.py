"""Plans in text files: area_id,territory[,locked], with or without a header."""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import InvalidInput

_YES = {"1", "true", "yes", "t", "y", "locked", "x"}


@dataclass(frozen=True)
class ImportedPlan:
    """What a file says, as far as the areas are known.

    Attributes
    ----------
    territories : dict
        Territory ("" for none) by the area's id, as the file spells it.
    locked : tuple of str
    unmatched : tuple of str
        Ids of the file that no area has, in its order.
    """

    territories: dict[str, str]
    locked: tuple[str, ...]
    unmatched: tuple[str, ...]


def read_plan(path: str, ids: Collection[str]) -> ImportedPlan:
    """Read a plan; ids are texts, so that leading zeros count.

    Parameters
    ----------
    path : str
    ids : collection of str
        Of the areas.

    Raises
    ------
    InvalidInput
        If it cannot be read, has one column only, names an area twice, or none that is known.
    """
    known = set(ids)
    rows = _rows(path)
    if rows and _is_header(rows, known):
        rows = rows[1:]
    short = [row[0] for row in rows if len(row) < 2]
    if short or not rows:
        raise InvalidInput(
            "{path} is no table of areas and territories: two columns are needed, area id and "
            "territory, separated by comma, semicolon or tab.",
            path=path,
        )
    territories: dict[str, str] = {}
    locked, unmatched = [], []
    for row in rows:
        key, territory = row[0], row[1]
        if key not in known:
            unmatched.append(key)
        elif territories.setdefault(key, territory) != territory:
            raise InvalidInput(
                "{path} gives area {area} to two territories, {first} and {second}.",
                path=path,
                area=key,
                first=territories[key],
                second=territory,
            )
        elif len(row) > 2 and row[2].lower() in _YES:
            locked.append(key)
    if not territories:
        raise InvalidInput(
            "{path} names none of the areas: it has ids like {ids}. Check the field that "
            "identifies an area; leading zeros count.",
            path=path,
            ids=", ".join(unmatched[:3]),
        )
    return ImportedPlan(territories, tuple(dict.fromkeys(locked)), tuple(unmatched))


def _is_header(rows: list[list[str]], known: set[str]) -> bool:
    """Whether the first row names columns: neither its area nor its territory is met again.

    An unknown area of a file without header mostly has a territory that others have, too.
    """
    first = rows[0]
    others = {row[1] for row in rows[1:] if len(row) > 1}
    return first[0] not in known and len(first) > 1 and first[1] not in others


def _rows(path: str) -> list[list[str]]:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InvalidInput("{path} cannot be read: {reason}", path=path, reason=error) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    separator = max(",;\t", key=first.count)
    found = csv.reader(lines, delimiter=separator)
    rows = [[cell.strip() for cell in row] for row in found]
    return [row for row in rows if any(row)]
