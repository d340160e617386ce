"""Two layers with the same areas, joined by their ids and never by their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import IntArray
from ..ids import id_order


@dataclass(frozen=True)
class Join:
    """Which rows of two lists of ids belong together.

    Attributes
    ----------
    left, right : ndarray of int, shape (m,)
        Rows with the same id, in the order of the left list.
    only_left, only_right : list
        Ids that the other side lacks; numbers by size, then texts by alphabet.
    repeated_left, repeated_right : list
        Ids that occur more than once on a side, each once. They are joined with nothing, as
        nobody knows which of them is meant.
    missing_left, missing_right : int
        Rows without an id.
    """

    left: IntArray
    right: IntArray
    only_left: list[Any]
    only_right: list[Any]
    repeated_left: list[Any]
    repeated_right: list[Any]
    missing_left: int
    missing_right: int

    @property
    def complete(self) -> bool:
        """Whether every row of both sides found its counterpart."""
        lists = (self.only_left, self.only_right, self.repeated_left, self.repeated_right)
        return not (any(lists) or self.missing_left or self.missing_right)


def join_by_id(left: Sequence[Any], right: Sequence[Any]) -> Join:
    """Join two lists of ids; None is no id. Ids of different types (7, "7") do not match."""
    of_left, of_right = Counter(left), Counter(right)
    missing_left, missing_right = of_left.pop(None, 0), of_right.pop(None, 0)
    row_of = {name: row for row, name in enumerate(right) if of_right[name] == 1}
    pairs = [
        (row, row_of[name])
        for row, name in enumerate(left)
        if of_left[name] == 1 and name in row_of
    ]
    rows = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Join(
        left=rows[:, 0],
        right=rows[:, 1],
        only_left=_in_order(name for name in of_left if name not in of_right),
        only_right=_in_order(name for name in of_right if name not in of_left),
        repeated_left=_in_order(name for name, count in of_left.items() if count > 1),
        repeated_right=_in_order(name for name, count in of_right.items() if count > 1),
        missing_left=missing_left,
        missing_right=missing_right,
    )


def _in_order(ids: Iterable[Any]) -> list[Any]:
    """Ids as a reader looks for them: numbers by size, also those written as texts."""

    def place(value: Any) -> tuple[int, float, str]:
        text = str(value)
        return id_order(int(text)) if text.isdecimal() else id_order(value)

    return sorted(ids, key=place)
