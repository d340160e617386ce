"""Names of territories that nobody has named yet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from ..ids import id_key


def names_of_new(existing: Sequence[Any], count: int) -> list[Any]:
    """Names for ``count`` new territories: the next numbers, or "new 1", "new 2" beside texts.

    They are of the same type as the existing names, and none of them.
    """
    if existing and all(isinstance(name, (int, float)) for name in existing):
        kind = float if any(isinstance(name, float) for name in existing) else int
        first = math.floor(max(existing)) + 1
        return [kind(first + i) for i in range(count)]
    taken = {id_key(name) for name in existing}
    names: list[Any] = []
    number = 1
    while len(names) < count:
        name = f"new {number}"
        if name not in taken:
            names.append(name)
        number += 1
    return names
