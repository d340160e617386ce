"""The best plan within a narrow limit on deviation, proven.

Where few connected sets of areas keep the limit, all of them are enumerated, and the best plan is
the cheapest choice of sets that hold each area once. A search walks from plan to plan, and the
narrower the limit, the fewer ways there are: 28 areas × 4 within 0.5 % have 3,917 sets, of which
a plan's neighbours by one or two areas are hardly ever any.
"""

from __future__ import annotations

import numpy as np

from ..progress import SILENT, Progress
from ..rounding import ROUNDING
from .connected_sets import MAX_AREAS
from .criteria import Scales
from .space import SearchSpace
from .territory_sets import Proof, TerritorySets

_WIDER = (1.5, 3.0, 6.0)
"""Multiples of a limit that are tried where no plan keeps it: grids of 25 × 5 and 42 × 6 have none
within 0.5 %, and their most even ones at 1.57 and 0.57 %."""


def proven_plan(space: SearchSpace, scales: Scales, progress: Progress = SILENT) -> Proof:
    """The best plan of a small problem with a limit on deviation.

    All that keep the limit count as equally balanced.

    Raises
    ------
    Cancelled
    """
    limit = space.problem.rules.max_deviation
    priced = scales.travel + scales.border + scales.stability > 0.0
    if not np.isfinite(limit) or not priced or space.overweight or space.area_count > MAX_AREAS:
        return Proof()
    sets = TerritorySets.of(space, limit, progress)
    return Proof() if sets is None else sets.best(sets.costs(scales), progress)


def most_even_plan(space: SearchSpace, progress: Progress = SILENT) -> Proof:
    """The plan of the least worst deviation where :func:`proven_plan` has proved that none is good.

    Raises
    ------
    Cancelled
    """
    sets, proof = None, Proof()
    for wider in _WIDER:
        sets = TerritorySets.of(space, wider * space.problem.rules.max_deviation, progress)
        if sets is None:
            return Proof()
        proof = sets.best(sets.deviation, progress)
        if proof.labels is not None or not proof.proved:
            break
    best = proof
    # A sum of deviations is small where the worst one is, or nearly so.
    while sets is not None and proof.labels is not None:
        best = Proof(proof.labels)
        worst = float(np.abs(space.deviations(proof.labels)).max())
        sets = sets.chosen(sets.deviation < worst - ROUNDING)
        proof = sets.best(sets.deviation, progress)
    return Proof(best.labels, proof.proved)
