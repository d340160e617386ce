"""Alignment files: who serves which area, as a table of ids, as other programs exchange it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ..arrays import BoolArray, IntArray
from ..errors import InvalidInput, name_some
from ..ids import distinct_ids, id_key, positions_in

_DELIMITERS = ",;\t|"
_ID_NAMES = {
    *("area_id", "areaid", "area", "id", "unit", "unit_id", "zip", "zipcode", "zip_code"),
    *("postcode", "postal_code", "plz", "ags", "geoid", "customer", "customer_id", "code", "key"),
}
_TERRITORY_NAMES = {
    *("territory", "territory_id", "gebiet", "rep", "rep_id", "representative", "district"),
    *("sector", "region", "alignment", "plan", "assignment"),
}
_LOCKED_NAMES = {"locked", "lock", "fixed", "gesperrt", "fest"}
_TRUE = {"1", "true", "t", "yes", "y", "x", "ja", "locked"}


@dataclass(frozen=True)
class Alignment:
    """Rows of an alignment file; ids and territories are texts, as they stand.

    Attributes
    ----------
    ids : list of str
        Each area once.
    territories : list of str or None
        None where the file leaves it empty.
    locked : ndarray of bool, or None
        None where the file does not say.
    """

    ids: list[str]
    territories: list[str | None]
    locked: BoolArray | None = None


@dataclass(frozen=True)
class Matched:
    """An alignment brought to the areas of a layer.

    Attributes
    ----------
    names : list of str
        Territories of the file, sorted.
    territories : list of str or None
        Name of the territory of each of the n areas, as it stands in the file; None without one.
    locked : ndarray of bool, shape (n,), or None
    unknown : list of str
        Ids of the file that no area has.
    missing : ndarray of int
        Areas that the file does not name.
    """

    names: list[str]
    territories: list[str | None]
    locked: BoolArray | None
    unknown: list[str]
    missing: IntArray

    @cached_property
    def labels(self) -> IntArray:
        """Territory (n,) of each area by its place among the names; -1 without one."""
        return positions_in(self.territories, self.names)


def read_alignment(text: str, known: set[str]) -> Alignment:
    """Read ``area_id, territory[, locked]`` with or without a header line.

    The delimiter is a comma, semicolon, tab or bar. The first line is a header if it names
    columns, or if its first value is no id while that of the second line is one.

    Parameters
    ----------
    text : str
    known : set of str
        Keys of the ids that the areas have (:func:`.id_key`).

    Raises
    ------
    InvalidInput
        No row, a row without territory column, or an area with two territories.
    """
    rows = _rows_of(text)
    columns, first = _columns(rows, known)
    found: dict[str, tuple[str | None, bool]] = {}
    contradicted = []
    for number, row in rows[first:]:
        if len(row) <= max(columns[:2]):
            raise InvalidInput(
                "Line {line} of “Alignment file” (FILE) has {count} value where an area and its "
                "territory are needed. Write area_id,territory in every line.",
                line=number,
                count=len(row),
            )
        area, territory = row[columns[0]], row[columns[1]] or None
        locked = len(columns) > 2 and len(row) > columns[2] and row[columns[2]].lower() in _TRUE
        if found.setdefault(area, (territory, locked))[0] != territory:
            contradicted.append(area)
    if contradicted:
        areas = distinct_ids(contradicted)
        raise InvalidInput.counted(
            len(areas),
            "“Alignment file” (FILE) gives {count} area to two territories: {ids}. Keep one line "
            "for each area.",
            "“Alignment file” (FILE) gives {count} areas to two territories each: {ids}. Keep one "
            "line for each area.",
            ids=name_some(areas),
        )
    says_locked = len(columns) > 2
    return Alignment(
        list(found),
        [territory for territory, _ in found.values()],
        np.array([locked for _, locked in found.values()], dtype=bool) if says_locked else None,
    )


def matched(alignment: Alignment, ids: Sequence[Any]) -> Matched:
    """Bring an alignment to areas with these ids (n,), never by position.

    Where the areas have numbers for ids, zeros before a number of the file do not matter.

    Raises
    ------
    InvalidInput
        If no id of the file is one of an area.
    """
    keys = alignment.ids
    if all(isinstance(value, (int, float)) for value in ids):
        keys = [_as_number(key) for key in keys]
    at = positions_in(ids, keys)
    if not (at >= 0).any():
        raise InvalidInput(
            "None of the {count} ids in “Alignment file” (FILE) is the id of an area or customer: "
            "it has {theirs}, the layer (INPUT) has {ours}. Choose the field that holds these ids "
            "(ID_FIELD); ids with zeros in front must be texts on both sides.",
            count=len(keys),
            theirs=name_some(alignment.ids, 3),
            ours=name_some(distinct_ids(ids), 3),
        )
    territories = [*alignment.territories, None]
    locked = None if alignment.locked is None else np.append(alignment.locked, False)[at]
    used = np.isin(np.arange(len(keys)), at)
    return Matched(
        [str(name) for name in distinct_ids(alignment.territories)],
        [territories[row] for row in at.tolist()],
        locked,
        [alignment.ids[row] for row in np.flatnonzero(~used)],
        np.flatnonzero(at < 0),
    )


def _rows_of(text: str) -> list[tuple[int, list[str]]]:
    """Lines that hold something, with their numbers from 1; values without blanks around."""
    sample = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=sample.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    rows = []
    for row in reader:
        values = [value.strip() for value in row]
        if any(values):
            rows.append((reader.line_num, values))
    if not rows:
        raise InvalidInput(
            "“Alignment file” (FILE) is empty. Choose a file with lines of area_id,territory."
        )
    return rows


def _columns(rows: list[tuple[int, list[str]]], known: set[str]) -> tuple[tuple[int, ...], int]:
    """Columns of area, territory and lock, and the first line after the header."""
    head = [value.lower().replace(" ", "_") for value in rows[0][1]]
    area = next((i for i, name in enumerate(head) if name in _ID_NAMES), None)
    territory = next((i for i, name in enumerate(head) if name in _TERRITORY_NAMES), None)
    locked = next((i for i, name in enumerate(head) if name in _LOCKED_NAMES), None)
    if area is not None and territory is not None:
        return (area, territory) if locked is None else (area, territory, locked), 1
    in_order = (0, 1, 2) if len(head) > 2 else (0, 1)
    second = rows[1][1][0] if len(rows) > 1 else ""
    is_head = _is_known(second, known) and not _is_known(rows[0][1][0], known)
    return in_order, int(is_head)


def _is_known(value: str, known: set[str]) -> bool:
    return id_key(value) in known or _as_number(value) in known


def _as_number(text: str) -> str:
    """Key of a number as a text may write it: 45 for 0045 and 45.0."""
    try:
        return id_key(float(text)) if "." in text else str(int(text))
    except ValueError:
        return text
