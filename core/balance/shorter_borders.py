"""Borders around fixed homes: cheap while trips are saved, shortened in the end.

At the whole price of borders a search settles before it has found the ways that save trips. So it
goes at a part of that price, and the plan that it ends with is annealed once more, slowly and at
nearly the whole price: it keeps its ways, as there is nothing hot enough to undo them, and its
borders lose what no trip needs. The last tenths of a permille of balance are worth less than the
borders that they cost, so that they are not asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import IntArray
from ..progress import SILENT, Cancelled, Progress
from .criteria import Scales, evaluate
from .exchange import Effort, exchange_areas
from .local_search import Schedule, improve
from .pressure import importance_of
from .settings import WORST_DEVIATION, are_alike
from .space import SearchSpace


@dataclass(frozen=True)
class _Tuning:
    """Prices, and how often it is tried.

    Attributes
    ----------
    while_saving_trips : float
        Part of the price of borders at which plans are searched. 10,946 municipalities × 20 homes
        within 0.5 %, five maps, end 0.46 to 1.84 % above the bound on travel with 1 and 0.40 to
        1.56 % with 0.3, as fit or fitter, in a tenth more time. With 0.1 the worst one ends at 0.8
        or 1.4 %, as the seed has it, and a search takes a third longer.
    in_the_end : float
        The same while borders are shortened. On the demo's three seeds 1 gives up to 0.03 km of
        the 52.0 of a trip for the last 50 of 7,700 km, and 0.5 leaves 100 km.
    tries : int
        Plans that are annealed from the one found; the fittest counts. With two, one of three
        seeds of the demo ends with 50 km more.
    unnoticed : float
        Deviation (share) by which plans do not differ here, by default weights of the criteria.
        Without it borders are 60 to 100 km longer.
    aimed_at : float
        Part of it that is aimed at, or single areas would lie beyond it.
    """

    while_saving_trips: float = 0.3
    in_the_end: float = 0.7
    tries: int = 3
    unnoticed: float = 8e-4
    aimed_at: float = 0.5


_TUNING = _Tuning()
_SLOW = Schedule(
    sweeps=160, heat_start=0.2, heat_end=0.01, tolerance_start=0.06, tolerance_end=0.006
)
"""As hot as children of a population that has become alike. 60 sweeps leave 50 km more."""
_COLD = Schedule(sweeps=20, heat_start=0.0, heat_end=0.0, tolerance_start=6e-3, tolerance_end=1e-3)
"""From where the slow search ends to as even as children become; most are at rest after ten."""


def are_cheap(space: SearchSpace, scales: Scales) -> bool:
    """Whether borders are cheap at first: around fixed homes that have many areas each."""
    homes = space.travel_cost is not None and scales.travel > 0.0
    return are_alike(space.area_count, space.territory_count, homes)


def while_saving_trips(scales: Scales) -> Scales:
    """What the search for a plan reckons with where borders are cheap."""
    return replace(scales, border=_TUNING.while_saving_trips * scales.border)


def shorten_borders(
    space: SearchSpace,
    scales: Scales,
    labels: IntArray,
    effort: Effort,
    rng: np.random.Generator,
    progress: Progress = SILENT,
) -> IntArray:
    """Shorten the borders of a plan whose trips are settled.

    Raises :attr:`.SearchSpace.tolerated`, by which plans are compared from then on, unless a limit
    on deviation says what is tolerated.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
    effort : Effort
        Of the exchange of areas that follows.

    Returns
    -------
    ndarray of int, shape (n,)
        Never less fit than ``labels``; these if the caller stops it.
    """
    before = space.tolerated
    prices = replace(scales, border=_TUNING.in_the_end * scales.border)

    def evened(plan: IntArray) -> IntArray:
        return exchange_areas(space, prices, plan, effort, progress)

    def fitness(plan: IntArray) -> float:
        return evaluate(space, scales, plan).fitness

    settled = evened(labels)
    try:
        found = [
            evened(improve(space, prices, labels, _SLOW, rng, progress))
            for _ in range(_TUNING.tries)
        ]
        space.tolerated = max(before, _TUNING.aimed_at * _unnoticed(space))
        found = [evened(improve(space, prices, plan, _COLD, rng, progress)) for plan in found]
    except Cancelled:
        space.tolerated = before
        return settled
    space.tolerated = max(before, _unnoticed(space))
    return min([settled, *found], key=fitness)


def _unnoticed(space: SearchSpace) -> float:
    """Deviation (share) that is not worth borders, less where balance counts more than usual."""
    if np.isfinite(space.problem.rules.max_deviation):
        return 0.0
    if space.problem.criteria.objective != WORST_DEVIATION:
        return 0.0
    return _TUNING.unnoticed / max(importance_of(space.problem.criteria), 1.0)
