"""One territory under several spellings: names that differ by blanks alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from .plan import Plan
from .statistics import territory_members
from .validate import Breach, Rule


def spelling_breaches(plan: Plan, spellings: Sequence[Any]) -> Iterator[Breach]:
    """A breach for each further spelling of a territory, with the areas that carry it.

    Parameters
    ----------
    plan : Plan
        In which all spellings of a name are one territory.
    spellings : sequence, length n
        What is written for each area; None where nothing is.
    """
    members = territory_members(plan.labels, plan.territory_count)
    for territory, own in enumerate(members):
        written = [str(spellings[area]) for area in own.tolist()]
        counts = Counter(written)
        # The most frequent one counts as right, of several the first by alphabet.
        _, *others = sorted(counts, key=lambda text: (-counts[text], text)) or [""]
        for text in others:
            areas = own[np.array([one == text for one in written], dtype=bool)]
            yield Breach(Rule.DUPLICATE_NAME, territory, areas, float(len(counts)), 1.0)
