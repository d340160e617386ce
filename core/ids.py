"""Ids of areas, customers, representatives and territories: when two are one, and their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np

from .arrays import IntArray
from .errors import InvalidInput, name_some

Value = TypeVar("Value")


def id_key(value: object) -> str:
    """Spelling by which ids are compared: 7, 7.0, ``"7"`` and ``" 7 "`` are one id.

    Tables that went through a CSV file carry texts where the layer has numbers.
    """
    if type(value) is str:  # most are; the question below takes longer than the answer
        return value.strip()
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        value = int(value)
    return str(value).strip()


def id_order(value: object) -> tuple[int, float, str]:
    """Sort key of ids: numbers by size, then texts by alphabet."""
    if isinstance(value, (int, float, np.number)):
        # 64-bit numbers are compared as they are: as floats, neighbours would be one.
        return (0, value if isinstance(value, int) else float(value), "")
    return (1, 0.0, id_key(value))


def distinct_ids(values: Iterable[Value | None]) -> list[Value]:
    """Different ids in the order of :func:`id_order`; None is none."""
    return sorted(
        {id_key(value): value for value in values if value is not None}.values(), key=id_order
    )


def positions_in(values: Iterable[object], known: Iterable[object]) -> IntArray:
    """Position (n,) of each id among the known ones, -1 for None and where it is not one."""
    position = {id_key(value): number for number, value in enumerate(known)}
    return np.array(
        [-1 if value is None else position.get(id_key(value), -1) for value in values],
        dtype=np.int64,
    )


def names_by_id(ids: Iterable[object], names: Iterable[object]) -> dict[str, str]:
    """What readers call each id, by :func:`id_key`; ids without a name are left out.

    Of two with the same name both get their id behind it.
    """
    known = {
        id_key(own): str(name).strip()
        for own, name in zip(ids, names)
        if name is not None and str(name).strip()
    }
    often = Counter(known.values())
    return {key: name if often[name] == 1 else f"{name} ({key})" for key, name in known.items()}


def refuse_repeated_ids(ids: Sequence[object], field: str, layer: str) -> None:
    """Refuse missing (None) and repeated ids.

    Parameters
    ----------
    ids : sequence
        One per feature.
    field, layer : str
        Where they stand, for the message.

    Raises
    ------
    InvalidInput
    """
    missing = sum(1 for value in ids if value is None)
    if missing:
        raise InvalidInput.counted(
            missing,
            "{layer}: the id field '{field}' is NULL in {count} feature. Give every feature an id.",
            "{layer}: the id field '{field}' is NULL in {count} features. Give every feature an "
            "id.",
            layer=layer,
            field=field,
        )
    seen: set[str] = set()
    repeated = []
    for value in ids:
        key = id_key(value)
        if key in seen:
            repeated.append(value)
        seen.add(key)
    if repeated:
        raise InvalidInput(
            "{layer}: ids in field '{field}' are not unique: {ids}. Every feature needs an id of "
            "its own.",
            layer=layer,
            field=field,
            ids=name_some(distinct_ids(repeated)),
        )
