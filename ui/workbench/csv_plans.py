"""Plans in text files: area_id,territory[,locked], with or without a header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...core.errors import name_some
from ...core.ids import id_key
from ...core.plan.alignment import matched, read_alignment
from ...processing_provider.common.texts import counted
from ...processing_provider.inputs.prepare.alignment import text_of

_MOST_NAMED = 20  # ids, in a few lines of the dock


@dataclass(frozen=True)
class ImportedPlan:
    """What a file says, as far as the areas are known.

    Attributes
    ----------
    territories : dict
        Territory ("" for none) by the spelling of the area's id.
    locked : tuple of str
    unmatched : tuple of str
        Ids of the file that no area has, in its order.
    missing : tuple of str
        Ids of the areas that the file does not name; they keep what they have.
    """

    territories: dict[str, str]
    locked: tuple[str, ...]
    unmatched: tuple[str, ...]
    missing: tuple[str, ...]

    def notes(self) -> tuple[str, ...]:
        """What does not fit, in words."""
        lines = []
        if self.unmatched:
            lines.append(
                counted(
                    len(self.unmatched),
                    "{count} id of the file is that of no area: {ids}.",
                    "{count} ids of the file are those of no area: {ids}.",
                    ids=name_some(self.unmatched, _MOST_NAMED),
                )
            )
        if self.missing:
            lines.append(
                counted(
                    len(self.missing),
                    "{count} area is not in the file and stays as it is: {ids}.",
                    "{count} areas are not in the file and stay as they are: {ids}.",
                    ids=name_some(self.missing, _MOST_NAMED),
                )
            )
        return tuple(lines)


def read_plan(path: str, ids: Sequence[Any]) -> ImportedPlan:
    """Read a plan for areas with these ids; where ids are texts, leading zeros count.

    Raises
    ------
    InvalidInput
        If it cannot be read, is no table of areas and territories, gives an area to two
        territories, or names no area that is known.
    """
    keys = [id_key(value) for value in ids]
    found = matched(read_alignment(text_of(path), set(keys)), ids)
    names = [*found.names, ""]
    given = np.ones(len(keys), dtype=bool)
    given[found.missing] = False
    locked = np.zeros(len(keys), dtype=bool) if found.locked is None else found.locked
    return ImportedPlan(
        {keys[row]: names[found.labels[row]] for row in np.flatnonzero(given).tolist()},
        tuple(keys[row] for row in np.flatnonzero(locked & given).tolist()),
        tuple(found.unknown),
        tuple(keys[row] for row in found.missing.tolist()),
    )
