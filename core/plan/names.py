"""Names of territories that nobody has named yet."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ..ids import id_key


def new_names(known: Sequence[object], count: int, largest: int | None) -> list[int] | list[str]:
    """Names for ``count`` territories that nobody known is left for.

    Parameters
    ----------
    known : sequence
        Names that are taken.
    count : int
    largest : int or None
        Largest whole number that can be a name; None where names are texts.

    Returns
    -------
    list of int or str
        Further numbers, or where these would be too large the lowest that are free; for texts
        "new 1" and so on.
    """
    taken = {id_key(value) for value in known}
    if largest is None:
        texts = (f"new {number}" for number in itertools.count(1))
        return list(itertools.islice((text for text in texts if text not in taken), count))
    highest = max((_whole(value) for value in known), default=0)
    first = max(highest, 0) + 1
    if first + count - 1 > largest:
        first = 1
    free = (number for number in itertools.count(first) if str(number) not in taken)
    return list(itertools.islice(free, count))


def _whole(value: object) -> int:
    """A number without its decimals; 64-bit numbers exactly, texts by their number."""
    return value if isinstance(value, int) else int(float(str(value)))
