"""Which columns of a travel table hold what, and in which unit: the spellings of its makers.

A column whose unit does not follow from its name is asked for, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..errors import InvalidInput
from ..texts import Text
from ..unit_factors import METRES_PER_KM, SECONDS_PER_HOUR, SECONDS_PER_MINUTE
from .settings import METRES, SECONDS, Unit

NO_ROUTE = 2_147_483_647.0
"""What OSRM's tables hold where there is no route: the greatest integer of 32 bits."""


@dataclass(frozen=True)
class Column:
    """A column of costs.

    Attributes
    ----------
    name : str
        As the table spells it.
    quantity : str or None
        ``distance_m`` or ``time_s``; None where the name does not tell.
    factor : float or None
        Metres or seconds in one unit of it; None where the name does not tell.
    unit : str
        The unit in words, for messages.
    """

    name: str
    quantity: str | None
    factor: float | None
    unit: str = ""

    def in_unit(self, unit: Unit) -> Column:
        """The column in the unit that the user names."""
        return Column(self.name, unit.quantity, unit.factor, unit.name.lower())

    def values(self, numbers: FloatArray) -> FloatArray:
        """Metres or seconds of the numbers in the column; infinite where there is no route."""
        factor = 1.0 if self.factor is None else self.factor
        return np.where(numbers == NO_ROUTE, np.inf, numbers * factor)


@dataclass(frozen=True)
class TableColumns:
    """What a travel table is made of.

    Attributes
    ----------
    origin, destination : str
        Columns of ids. In a wide table there is no column of destinations: it is "".
    costs : tuple of Column
        At most one per quantity. In a wide table one per destination, named by its id.
    maker : str
        Whose spelling it is.
    ignored : tuple of str
        Columns of costs that are left aside, because their unit is not known.
    """

    origin: str
    destination: str
    costs: tuple[Column, ...]
    maker: str
    ignored: tuple[str, ...] = ()

    @property
    def is_wide(self) -> bool:
        """Whether each destination has a column of its own."""
        return not self.destination

    def told(self) -> Text:
        """What was taken in which unit, for the log."""
        if self.is_wide:
            return Text.counted(
                len(self.costs),
                "Travel table: origins in '{origin}', {count} destination as a column, in {unit}.",
                "Travel table: origins in '{origin}', {count} destinations as columns, in {unit}.",
                origin=self.origin,
                unit=self.costs[0].unit,
            )
        return Text.of(
            "Travel table ({maker}): from '{origin}' to '{destination}', {costs}.",
            maker=self.maker,
            origin=self.origin,
            destination=self.destination,
            costs=", ".join(f"'{column.name}' ({column.unit})" for column in self.costs),
        )


# Unit words at the end of a column's name, with metres or seconds in one.
_UNITS = {
    "m": (METRES, 1.0, "metres"),
    "meters": (METRES, 1.0, "metres"),
    "metres": (METRES, 1.0, "metres"),
    "km": (METRES, METRES_PER_KM, "kilometres"),
    "kilometers": (METRES, METRES_PER_KM, "kilometres"),
    "kilometres": (METRES, METRES_PER_KM, "kilometres"),
    "miles": (METRES, 1609.344, "miles"),
    "feet": (METRES, 0.3048, "feet"),
    "yards": (METRES, 0.9144, "yards"),
    "s": (SECONDS, 1.0, "seconds"),
    "seconds": (SECONDS, 1.0, "seconds"),
    "min": (SECONDS, SECONDS_PER_MINUTE, "minutes"),
    "minutes": (SECONDS, SECONDS_PER_MINUTE, "minutes"),
    "h": (SECONDS, SECONDS_PER_HOUR, "hours"),
    "hours": (SECONDS, SECONDS_PER_HOUR, "hours"),
    "days": (SECONDS, 86_400.0, "days"),
}


@dataclass(frozen=True)
class _Spelling:
    """How a maker names columns, in lower case.

    ``costs`` are patterns of columns with what is known of them: the unit's word in :data:`_UNITS`,
    "?" for a word at the end of the name, or a quantity without a unit ("" if not even that).
    """

    maker: str
    origin: str
    destination: str
    costs: tuple[tuple[str, str], ...]


_SPELLINGS = (
    _Spelling(
        "Territory Design",
        "origin",
        "destination",
        (("distance_m", "m"), ("time_s", "s"), ("time", SECONDS), ("distance", METRES)),
    ),
    _Spelling("ORS Tools", "from_id", "to_id", (("duration_h", "h"), ("dist_km", "km"))),
    _Spelling("r5", "from_id", "to_id", ((r"travel_time(_p50)?", "min"), ("distance", METRES))),
    _Spelling("QNEAT3", "origin_id", "destination_id", (("total_cost", ""),)),
    _Spelling(
        "Valhalla",
        "source",
        "target",
        (
            (r"(duration|time|distance|dist)_(\w+)", "?"),
            ("duration", SECONDS),
            ("distance", METRES),
        ),
    ),
    _Spelling("QGIS distance matrix", "inputid", "targetid", (("distance", METRES),)),
    _Spelling("pgRouting", "start_vid", "end_vid", (("agg_cost", ""),)),
    *(
        _Spelling(
            "Esri",
            origin,
            destination,
            (
                (r"total_(\w+_)?[a-z]+", "?"),
                ("total_time", SECONDS),
                ("total_traveltime", SECONDS),
                ("total_distance", METRES),
                ("total_length", METRES),
                (r"total_\w+", ""),
            ),
        )
        for origin, destination in (("originid", "destinationid"), ("originoid", "destinationoid"))
    ),
)

_WIDE_ID = "id"
# The format cuts names of fields to ten letters.
_DBF_LETTERS = 10


def recognised_columns(
    names: Sequence[str], numeric: Sequence[bool], unit: Unit = Unit.AUTOMATIC
) -> TableColumns:
    """What the columns of a travel table are.

    Parameters
    ----------
    names : sequence of str
        Columns in the order of the table; upper and lower case are alike.
    numeric : sequence of bool
        Which of them hold numbers; asked for wide tables only.
    unit : Unit
        Unit of a column whose name does not tell.

    Raises
    ------
    InvalidInput
        No known spelling, or a unit that cannot be known and was not given.
    """
    by_lower: dict[str, str] = {}
    for name in names:
        by_lower.setdefault(name.lower(), name)
    pairs = []
    for spelling in _SPELLINGS:
        ends = [_named(by_lower, end) for end in (spelling.origin, spelling.destination)]
        if None in ends:
            continue
        pairs.append(ends)
        found = _costs_of(spelling, by_lower)
        if found:
            origin, destination = (str(end) for end in ends)
            return _settled(TableColumns(origin, destination, found, spelling.maker), unit)
    if pairs:
        raise InvalidInput(
            "“Cost matrix” (COST_MATRIX) has '{origin}' and '{destination}', but no column with "
            "costs that is known, such as distance_m or time_s; its columns are: {names}. Rename "
            "the one that holds the costs.",
            origin=pairs[0][0],
            destination=pairs[0][1],
            names=", ".join(names),
        )
    wide = _wide(names, numeric)
    if wide is not None:
        return _settled(wide, unit)
    raise InvalidInput(
        "“Cost matrix” (COST_MATRIX) has no columns 'origin' and 'destination', nor any other "
        "spelling that is known; its columns are: {names}. Rename two columns to origin and "
        "destination, and the costs to distance_m or time_s.",
        names=", ".join(names) or "–",
    )


def _named(by_lower: dict[str, str], wanted: str) -> str | None:
    """A column by its name in lower case, or by the ten letters of it that a DBF file keeps."""
    return by_lower.get(wanted, by_lower.get(wanted[:_DBF_LETTERS]))


def _costs_of(spelling: _Spelling, by_lower: dict[str, str]) -> tuple[Column, ...]:
    found: dict[str, Column] = {}
    for pattern, known in spelling.costs:
        for lower, name in by_lower.items():
            if lower in found or not re.fullmatch(pattern, lower):
                continue
            word = lower.rpartition("_")[2] if known == "?" else known
            if word in _UNITS:
                found[lower] = Column(name, *_UNITS[word])
            elif known != "?":
                found[lower] = Column(name, known or None, None)
    return tuple(found[lower] for lower in by_lower if lower in found)


def _wide(names: Sequence[str], numeric: Sequence[bool]) -> TableColumns | None:
    """A table with a column per destination (QGIS's "standard" distance matrix)."""
    if not names:
        return None
    first = next((i for i, name in enumerate(names) if name.lower() == _WIDE_ID), None)
    if first is None:
        return None
    costs = [Column(name, METRES, None) for i, name in enumerate(names) if i > first and numeric[i]]
    return TableColumns(names[first], "", tuple(costs), "QGIS distance matrix") if costs else None


def _settled(columns: TableColumns, unit: Unit) -> TableColumns:
    """The columns whose unit is known, one per quantity; else those in the unit that is given."""
    known = [column for column in columns.costs if column.factor is not None]
    unknown = [column for column in columns.costs if column.factor is None]
    if unit != Unit.AUTOMATIC:
        quantities = {column.quantity for column in known}
        told = [column for column in unknown if column.quantity in (None, unit.quantity)]
        if unit.quantity not in quantities and told:
            taken = told if columns.is_wide else told[:1]
            known += [column.in_unit(unit) for column in taken]
    if not known:
        raise InvalidInput(
            "“Cost matrix” (COST_MATRIX): the unit of {columns} cannot be known from the name "
            "({maker}). Say it in “Unit of the cost matrix” (COST_UNIT): metres, kilometres, "
            "seconds, minutes or hours.",
            columns=", ".join(f"'{column.name}'" for column in unknown[:3]),
            maker=columns.maker,
        )
    if not columns.is_wide:
        first: dict[str | None, Column] = {}
        for column in known:
            first.setdefault(column.quantity, column)
        known = list(first.values())
    taken_names = {column.name for column in known}
    ignored = tuple(c.name for c in columns.costs if c.name not in taken_names)
    return TableColumns(columns.origin, columns.destination, tuple(known), columns.maker, ignored)
