"""What a limit on deviation leaves, spent in the end.

The search aims at the limit from some way inside, or single areas would break it. What lies
between is worth travel, border, and areas that need not change hands: on the balanced plan of 27
territories, within 1 % after one of them left, plans ended at 0.5 %, and 4 % less of the weight
changes hands if they use the rest.
"""

from __future__ import annotations

import numpy as np

from ..arrays import IntArray
from ..progress import SILENT, Progress
from .criteria import Scales, evaluate
from .exchange import Effort, exchange_areas
from .local_search import improve
from .schedules import COLD
from .space import SearchSpace

_PARTS = (0.95, 0.85)
"""Parts of the limit that are aimed at in turn, until no area breaks it: the first one does for
10,946 municipalities within 1 %."""


def spend_leeway(
    space: SearchSpace,
    scales: Scales,
    labels: IntArray,
    effort: Effort,
    rng: np.random.Generator,
    progress: Progress = SILENT,
) -> IntArray:
    """Better a plan in all but its balance, up to the limit on deviation.

    Raises :attr:`.SearchSpace.tolerated`, by which plans are compared from then on.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        A plan within the limit.
    effort : Effort
        Of the exchange of areas that follows.

    Returns
    -------
    ndarray of int, shape (n,)
        Within the limit, and never less fit than ``labels``.

    Raises
    ------
    Cancelled
        If the caller asks to stop.
    """
    before = space.tolerated
    for part in _PARTS:
        space.tolerated = part * space.problem.rules.max_deviation
        if space.tolerated <= before:
            break
        plan = improve(space, scales, labels, COLD, rng, progress)
        plan = exchange_areas(space, scales, plan, effort, progress)
        if evaluate(space, scales, plan).fitness < evaluate(space, scales, labels).fitness:
            return plan
    space.tolerated = before
    return labels
