"""Prices of even totals where areas that change hands cost something.

The prices of :mod:`.travel_bound` know trips only. Where keeping the current plan counts, an area
that goes to a neighbour must be made up for there by another one, and so on: the totals of
territories that are far from people who left, or from somebody who joined, are worth more steps
of change than those nearby. Prices that do not know these leave it to the pressure of balance to
push areas on, which frays borders: of 27 territories after one in a corner left, they were
9,900 km long, and at these prices 8,600 km, with less that changed hands.

Without contiguity everybody would take from those who hold too much, however far away they are.
So areas go only where a plan that was found leads: to territories that have a part of their
present territory in it, or touch one.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..progress import SILENT, Cancelled, Progress
from .criteria import Scales, evaluate
from .exchange import Effort, exchange_areas
from .local_search import improve
from .schedules import COLD, COOL
from .space import SearchSpace
from .travel_bound import Trips

_ROUNDS = 3
"""Each at the prices near the plan of the one before; a fourth one hardly moves less."""
_SLOW = replace(COOL, sweeps=160, heat_start=0.3, heat_end=0.01)
"""Hot enough for borders to leave the ways that trips alone led to."""


def counts_keeping(space: SearchSpace) -> bool:
    """Whether trips from fixed homes and keeping the current plan are weighed against each other.

    A limit on change has prices of its own.
    """
    criteria = space.problem.criteria
    known = space.initial is not None and space.travel_cost is not None
    return known and criteria.travel > 0.0 < criteria.stability and space.change_limit >= 1.0


def settle_at_keeping_prices(
    space: SearchSpace,
    scales: Scales,
    labels: IntArray,
    effort: Effort,
    rng: np.random.Generator,
    progress: Progress = SILENT,
) -> IntArray:
    """Anneal a plan that is searched at the prices of trips once more, at those of keeping, too.

    Borders are annealed at the limit on deviation less a margin, and settle at what is tolerated
    by now.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
    effort : Effort
        Of the exchanges of areas that follow.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of int, shape (n,)
        The fittest plan on the way, also when the caller stops it; never less fit than
        ``labels``.
    """
    best, best_fitness = labels, evaluate(space, scales, labels).fitness
    plan, tolerated, prices = labels, space.tolerated, space.prices
    with contextlib.suppress(Cancelled):
        for _ in range(_ROUNDS):
            space.prices = keeping_prices(space, scales, plan, progress)
            space.tolerated = min(tolerated, space.tolerated_with_margin)
            plan = improve(space, scales, plan, _SLOW, rng, progress)
            space.tolerated = tolerated
            plan = improve(space, scales, plan, COLD, rng, progress)
            plan = exchange_areas(space, scales, plan, effort, progress)
            fitness = evaluate(space, scales, plan).fitness
            if fitness < best_fitness:
                best, best_fitness = plan, fitness
    space.tolerated, space.prices = tolerated, prices
    return best


def keeping_prices(
    space: SearchSpace, scales: Scales, labels: IntArray, progress: Progress = SILENT
) -> FloatArray:
    """What a unit of weight more is worth in each territory (k, c), near a plan.

    In the unit of :attr:`.SearchSpace.prices`.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        The plan.

    Raises
    ------
    Cancelled
        If the caller asks to stop.
    """
    if space.initial is None:
        raise ValueError("there is no current plan")
    # The plan itself is then within reach, so that there are such prices.
    deviation = max(space.tolerated, float(np.abs(space.deviations(labels)).max(initial=0.0)))
    assigned = np.flatnonzero(space.initial >= 0)
    change = np.zeros((space.area_count, space.territory_count))
    change[assigned] = scales.stability / scales.travel * space.change_mass[assigned, None]
    change[assigned, space.initial[assigned]] = 0.0
    beside = np.where(_within_reach(space, space.initial, labels), change, np.inf)
    trips = replace(Trips.of(space), beside=beside)
    return trips.relaxed(deviation, progress).prices_by_centre


def _within_reach(space: SearchSpace, initial: IntArray, labels: IntArray) -> BoolArray:
    """Where areas may go (n, k); those of people who left form one territory."""
    count, graph = space.territory_count, space.graph
    present = np.where(initial < 0, count, initial)
    reach = np.zeros((count + 1, count), dtype=bool)
    reach[np.arange(count), np.arange(count)] = True
    reach[present, labels] = True
    reach[present[graph.first], labels[graph.second]] = True
    reach[present[graph.second], labels[graph.first]] = True
    return np.asarray(reach[present])
