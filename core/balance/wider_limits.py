"""From the plan without a limit on deviation to one within it, from each limit to the next wider.

What a limit leaves is worth borders and trips, but a search within each limit ends at plans that
differ by chance as much as the limit is worth: of two limits the wider one may have the longer
border. So a plan within a limit sets out from the plan of the search without any, and is annealed
within the narrowest of some fixed limits, then within the next one, and so on up to its own; of
what comes of it is kept what is fitter and has no longer border. The way to a wider limit leads
through the plans of the narrower ones, so that on these its border is the shorter one, or as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from ..rounding import ROUNDING
from .border_cuts import cut_borders
from .criteria import Scales, evaluate
from .exchange import Effort, exchange_areas
from .local_search import Schedule, improve
from .pressure import DEFAULT_OTHERS
from .problem import BalanceProblem
from .schedules import Schedules
from .settings import SearchSettings
from .space import SearchSpace
from .travel_bound import Trips


@dataclass(frozen=True)
class _Tuning:
    """Where plans go from limit to limit, and how far they are annealed on the way.

    Attributes
    ----------
    finest : float
        Share of a territory that an area holds, up to which single areas hardly move the balance.
    near_limit : float
        Multiple of a limit up to which a plan that breaks it may be annealed into it.
    aimed_at : float
        Part of a limit at which annealing aims, or single areas would lie beyond it. Cuts use
        the rest.
    areas_swept, most_sweeps : int
        Areas times sweeps within each limit, and the most sweeps: where areas are few, more of
        them take no longer. Bavaria's 2,220 municipalities × 12, three seeds, within 3 %: 3.3 %
        shorter than without a limit after 150 sweeps, 4.1 % after 400.
    coarse_sweeps : int
        The same where areas are coarse: 400 districts × 20 end no better after 400.
    hot : float
        Heat of a second plan, or of both where areas are coarse or criteria several: a wider limit
        makes other plans possible there. With 0.2 the districts within 5 % border 7,299 km, with
        this 6,964 km; Bavaria × 12 with farms and square kilometres within 3 % 1,851 and 1,744 km
        (one seed). Bavaria × 12 within 3 %, three seeds: 3.7 % shorter than without a limit where
        neither plan is so hot, 4.7 % where one is; the municipalities × 27 4.0 and 4.4 %.
    """

    finest: float = 0.01
    near_limit: float = 2.0
    aimed_at: float = 0.9
    areas_swept: int = 900_000
    most_sweeps: int = 400
    coarse_sweeps: int = 200
    hot: float = 0.5


_TUNING = _Tuning()
_ON_THE_WAY = (0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2)
"""Limits (shares) that people ask for; within less, the search has to know the limit."""
_WALK = Schedule(
    sweeps=150, heat_start=0.2, heat_end=0.01, tolerance_start=0.06, tolerance_end=0.006
)
"""Within each limit. 10,946 municipalities × 27, three seeds, two plans each: borders within 3 %
are 4.0 % shorter than without a limit after 100 sweeps, 4.4 % after 150, in a quarter more time."""
_GENTLE = replace(_WALK, sweeps=60, heat_start=0.1)
"""Beside it around fixed homes, where a hot plan may save trips by longer borders only."""
_OF_LIMITS = 9
"""So that random streams are not those of islands or of other rounds."""


def searched_without_limit(
    problem: BalanceProblem, settings: SearchSettings
) -> BalanceProblem | None:
    """The problem from whose plan the one within the limit sets out; None where that is no way.

    Borders count, and nothing is to stay where it is: there shorter borders are what a limit
    leaves. Few areas are searched all but to the best plan within any limit.
    """
    criteria, rules = problem.criteria, problem.rules
    # Around fixed homes a plan of the nearest ones says whose territory is which, and no more.
    fixed = problem.homes is not None or problem.travel_cost is not None
    kept = problem.initial is not None and (criteria.stability > 0.0 or not fixed)
    kept = kept or rules.max_change < 1.0
    asked = settings.target_deviation > 0.0 or not settings.local_search
    limited = _ON_THE_WAY[0] <= rules.max_deviation < np.inf
    if not limited or criteria.compactness <= 0.0 or kept or asked:
        return None
    space = SearchSpace(problem)
    if space.is_annealed_abreast or space.overweight:
        return None
    # However little balance counts beside a limit on it, the way begins at even totals.
    others = criteria.travel + criteria.compactness + criteria.stability
    balance = max(criteria.balance, others / DEFAULT_OTHERS)
    return replace(
        problem,
        criteria=replace(criteria, balance=balance),
        rules=replace(rules, max_deviation=np.inf),
    )


def limits_up_to(limit: float, deviation: float) -> list[float]:
    """Limits (shares) on the way to one, from the first that a plan's deviation all but keeps."""
    within_reach = deviation <= _TUNING.near_limit * limit + ROUNDING
    on_the_way = [one for one in _ON_THE_WAY if one < limit - ROUNDING]
    first = [one for one in on_the_way if deviation <= _TUNING.near_limit * one]
    return [*first, limit] if within_reach else []


def prices_within(
    space: SearchSpace, limit: float, deviation: float, progress: Progress = SILENT
) -> FloatArray | None:
    """Of weight around fixed homes (k, c): those of the least travel within a limit.

    Parameters
    ----------
    limit : float
        On deviation (share).
    deviation : float
        Of a plan: less may be out of reach, and has no prices then.

    Raises
    ------
    Cancelled
        If the caller asks to stop.
    """
    if space.travel_cost is None:
        return None
    trips, within = Trips.of(space), max(_TUNING.aimed_at * limit, deviation)
    return trips.relaxed(within, progress).prices_by_centre


def walks(space: SearchSpace) -> list[Schedule]:
    """How each plan is annealed within each limit, on its own."""
    sweeps = min(max(_TUNING.areas_swept // space.area_count, _WALK.sweeps), _TUNING.most_sweeps)
    coarse = space.grain > _TUNING.finest
    hot = replace(Schedules.of(space).start, heat_start=_TUNING.hot, sweeps=sweeps)
    if coarse:
        return [replace(hot, sweeps=_TUNING.coarse_sweeps)] * 2
    if space.criterion_count > 1:
        return [hot] * 2
    if space.travel_cost is not None:
        return [_WALK, _GENTLE]
    return [replace(_WALK, sweeps=sweeps), hot]


def annealed_within(
    space: SearchSpace,
    scales: Scales,
    labels: IntArray,
    effort: Effort,
    seed: Sequence[int],
    progress: Progress = SILENT,
) -> IntArray:
    """A plan within the limit of a space, annealed on and its borders cut.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
    effort : Effort
        Of the exchange of areas that brings single ones back inside.
    seed : sequence of int
        Of the random numbers, beside those that the limit gives; the last one says which of
        :func:`walks` it is.

    Raises
    ------
    Cancelled
        If the caller asks to stop.
    """
    limit = space.problem.rules.max_deviation
    rng = np.random.default_rng([*seed, round(1e6 * limit), _OF_LIMITS])
    inside = space.within(limit)
    inside.tolerated = _TUNING.aimed_at * limit
    plan = improve(inside, scales, labels, walks(space)[seed[-1]], rng, progress)
    plan = exchange_areas(inside, scales, plan, effort, progress)
    plan = cut_borders(space, scales, plan, progress)
    progress.stop_if_cancelled()
    return plan


def shortest_of(
    space: SearchSpace, scales: Scales, settled: Sequence[IntArray], found: Sequence[IntArray]
) -> IntArray | None:
    """The fittest plan within a space's limit whose border is not longer than any settled one's.

    Parameters
    ----------
    settled : sequence of ndarray of int, shape (n,)
        Of narrower limits and without any; those that break the limit do not count.
    found : sequence of ndarray of int, shape (n,)

    Returns
    -------
    ndarray of int, shape (n,), or None
        None if no plan keeps the limit.
    """
    inside = [plan for plan in settled if not evaluate(space, scales, plan).breach]
    border = min((space.border_length(plan) for plan in inside), default=np.inf)
    plans = [
        plan
        for plan in [*inside, *found]
        if space.border_length(plan) <= border and not evaluate(space, scales, plan).breach
    ]
    return min(plans, key=lambda plan: evaluate(space, scales, plan).fitness, default=None)
