"""From the plan without a limit on deviation to one within it, from each limit to the next wider.

What a limit leaves is worth borders, but a search within each limit ends at borders that differ by
chance as much as the limit is worth: of two limits the wider one may have the longer border. So a
plan within a limit sets out from the plan of the search without any, and is annealed within the
narrowest of some fixed limits, then within the next one, and so on up to its own; of what comes
of it is kept what is fitter and has no longer border. The way to a wider limit leads through the
plans of the narrower ones, so that on these its border is the shorter one, or as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import IntArray
from ..progress import SILENT, Progress
from ..rounding import ROUNDING
from .border_cuts import cut_borders
from .criteria import Scales, evaluate
from .exchange import Effort, exchange_areas
from .local_search import Schedule, improve
from .overweight import Overweight
from .pressure import DEFAULT_OTHERS
from .problem import BalanceProblem
from .settings import SearchSettings
from .space import SearchSpace


@dataclass(frozen=True)
class _Tuning:
    """Where plans go from limit to limit, and how far they are annealed on the way.

    Attributes
    ----------
    finest : float
        Share of a territory that an area holds, up to which they do. Of 400 districts × 20 (0.05)
        a search within 3 or 5 % ends with 2 and 4 % shorter borders than this way does: single
        areas move the balance there, so that other plans become possible.
    aimed_at : float
        Part of a limit at which annealing aims, or single areas would lie beyond it. Cuts use
        the rest.
    areas_swept, most_sweeps : int
        Areas times sweeps within each limit, and the most sweeps: where areas are few, more of
        them take no longer. Bavaria's 2,220 municipalities × 12, three seeds, within 3 %: 3.3 %
        shorter than without a limit after 150 sweeps, 4.1 % after 400.
    """

    finest: float = 0.01
    aimed_at: float = 0.9
    areas_swept: int = 900_000
    most_sweeps: int = 400


_TUNING = _Tuning()
_ON_THE_WAY = (0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2)
"""Limits (shares) that people ask for; within less, the search has to know the limit."""
_WALK = Schedule(
    sweeps=150, heat_start=0.2, heat_end=0.01, tolerance_start=0.06, tolerance_end=0.006
)
"""Within each limit. 10,946 municipalities × 27, three seeds, two plans each: borders within 3 %
are 4.0 % shorter than without a limit after 100 sweeps, 4.4 % after 150, in a quarter more time."""
_OF_LIMITS = 9
"""So that random streams are not those of islands or of other rounds."""


def searched_without_limit(
    problem: BalanceProblem, settings: SearchSettings
) -> BalanceProblem | None:
    """The problem from whose plan the one within the limit sets out; None where that is no way.

    Homes are free, and areas fine and light enough for even totals of one weight. Borders count,
    and nothing is to stay where it is: there shorter borders are what a limit leaves.
    """
    criteria, rules = problem.criteria, problem.rules
    fine = problem.territory_count <= _TUNING.finest * problem.area_count
    fine = fine and problem.weights.shape[1] == 1
    bound = problem.homes is not None or problem.travel_cost is not None
    kept = problem.initial is not None or rules.max_change < 1.0
    asked = settings.target_deviation > 0.0 or not settings.local_search
    limited = _ON_THE_WAY[0] <= rules.max_deviation < np.inf
    if not limited or criteria.compactness <= 0.0:
        return None
    if not fine or bound or kept or asked or Overweight.of(problem.weights, problem.targets):
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
    """Limits (shares) on the way to one, from the first that a plan's deviation keeps."""
    if deviation > limit + ROUNDING:
        return []
    return [one for one in _ON_THE_WAY if deviation <= one < limit - ROUNDING] + [limit]


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
        Of the random numbers, beside those that the limit gives.

    Raises
    ------
    Cancelled
        If the caller asks to stop.
    """
    limit = space.problem.rules.max_deviation
    rng = np.random.default_rng([*seed, round(1e6 * limit), _OF_LIMITS])
    inside = space.within(limit)
    inside.tolerated = _TUNING.aimed_at * limit
    sweeps = min(max(_TUNING.areas_swept // space.area_count, _WALK.sweeps), _TUNING.most_sweeps)
    plan = improve(inside, scales, labels, replace(_WALK, sweeps=sweeps), rng, progress)
    plan = exchange_areas(inside, scales, plan, effort, progress)
    plan = cut_borders(space, scales, plan, progress)
    progress.stop_if_cancelled()
    return plan


def shortest_of(
    space: SearchSpace, scales: Scales, settled: IntArray, found: Sequence[IntArray]
) -> IntArray:
    """The fittest plan within a space's limit whose border is not longer than the settled one's."""
    border = space.border_length(settled)
    kept = [plan for plan in found if space.border_length(plan) <= border]
    return min([settled, *kept], key=lambda plan: evaluate(space, scales, plan).fitness)
