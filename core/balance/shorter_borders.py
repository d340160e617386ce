"""Borders around fixed homes: cheap while trips are saved, shortened in the end.

At the whole price of borders a search settles before it has found the ways that save trips. So it
goes at a part of that price, and the plan that it ends with is annealed once more, slowly and at
nearly the whole price: it keeps its ways, as there is nothing hot enough to undo them, and its
borders lose what no trip needs. The last tenths of a permille of balance are worth less than the
borders that they cost, so that they are not asked for. Plans are annealed by the workers that
searched for them, each by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import IntArray
from ..progress import SILENT, Progress
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
        Plans that are annealed in each round; the fittest counts. Nine maps, that of two ends
        0.01 % less fit than that of three, a single one 0.05 %; two take as long as one where
        there are two workers.
    unnoticed : float
        Deviation (share) by which plans do not differ here, by default weights of the criteria.
        Without it borders are 60 to 100 km longer.
    aimed_at : float
        Part of it that is aimed at, or single areas would lie beyond it.
    """

    while_saving_trips: float = 0.3
    in_the_end: float = 0.7
    tries: int = 2
    unnoticed: float = 8e-4
    aimed_at: float = 0.5


_TUNING = _Tuning()
_SLOW = Schedule(
    sweeps=160, heat_start=0.2, heat_end=0.01, tolerance_start=0.06, tolerance_end=0.006
)
"""As hot as children of a population that has become alike. 60 sweeps leave 50 km more."""
_GENTLE = replace(_SLOW, sweeps=60, heat_start=0.1)
"""From the fittest plan of the first round. Nine maps end 0.02 % fitter than with a third plan in
the first one, in less time where there are two workers; 40 sweeps from 0.06 bring half of that,
and 80 from 0.2 as much in a third more time."""
_ROUNDS = (_SLOW, _GENTLE)
_COLD = Schedule(sweeps=20, heat_start=0.0, heat_end=0.0, tolerance_start=6e-3, tolerance_end=1e-3)
"""From where the slow search ends to as even as children become; most are at rest after ten."""


def are_cheap(space: SearchSpace, scales: Scales) -> bool:
    """Whether borders are cheap at first: around fixed homes that have many areas each."""
    homes = space.travel_cost is not None and scales.travel > 0.0
    return are_alike(space.area_count, space.territory_count, homes)


def while_saving_trips(scales: Scales) -> Scales:
    """What the search for a plan reckons with where borders are cheap."""
    return replace(scales, border=_TUNING.while_saving_trips * scales.border)


def rounds(slow: bool) -> tuple[int, ...]:
    """Numbers of the rounds, one after the other: each sets out from the fittest plan by then.

    Parameters
    ----------
    slow : bool
        Whether homes are fixed, so that the first one is slow. Around homes that are free it takes
        a second of 10,946 areas, and trips and borders of six seeds end as long without it.
    """
    if not _TUNING.tries:
        return ()
    gentle = (_ROUNDS.index(_GENTLE),)
    return (_ROUNDS.index(_SLOW), *gentle) if slow else gentle


def try_numbers() -> range:
    """Numbers of the plans of a round, each from a random stream of its own."""
    return range(_TUNING.tries)


@dataclass(frozen=True)
class Shortening:
    """Shortens the borders of plans.

    Attributes
    ----------
    space : SearchSpace
    scales : Scales
    effort : Effort
        Of the exchanges of areas that follow.
    rng : numpy.random.Generator
    """

    space: SearchSpace
    scales: Scales
    effort: Effort
    rng: np.random.Generator

    def shortened(self, labels: IntArray, turn: int, progress: Progress = SILENT) -> IntArray:
        """A plan whose trips are settled, annealed once.

        Parameters
        ----------
        labels : ndarray of int, shape (n,)
        turn : int
            Number of the round.

        Raises
        ------
        Cancelled
            If the caller asks to stop.
        """
        space, before = self.space, self.space.tolerated
        schedule, price = _ROUNDS[turn], _TUNING.in_the_end
        plan = self._annealed(labels, schedule, price, progress)
        space.tolerated = max(before, _TUNING.aimed_at * _unnoticed(space))
        try:
            plan = self._annealed(plan, _COLD, price, progress)
        finally:
            space.tolerated = before
        progress.stop_if_cancelled()
        return plan

    def _annealed(
        self, labels: IntArray, schedule: Schedule, price: float, progress: Progress
    ) -> IntArray:
        prices = replace(self.scales, border=price * self.scales.border)
        plan = improve(self.space, prices, labels, schedule, self.rng, progress)
        return exchange_areas(self.space, prices, plan, self.effort, progress)


def fittest_of(
    space: SearchSpace, scales: Scales, settled: IntArray, found: Sequence[IntArray]
) -> IntArray:
    """The fittest plan, once what nobody notices is tolerated.

    Raises :attr:`.SearchSpace.tolerated`, by which plans are compared from then on, if any plan
    was found, unless a limit on deviation says what is tolerated.

    Parameters
    ----------
    settled : ndarray of int, shape (n,)
        Whose borders are as they were.
    found : sequence of ndarray of int, shape (n,)
        Those that :class:`Shortening` made of it.
    """
    if not found:
        return settled
    space.tolerated = max(space.tolerated, _unnoticed(space))
    return min([settled, *found], key=lambda plan: evaluate(space, scales, plan).fitness)


def _unnoticed(space: SearchSpace) -> float:
    """Deviation (share) that is not worth borders, less where balance counts more than usual."""
    if np.isfinite(space.problem.rules.max_deviation):
        return 0.0
    if space.problem.criteria.objective != WORST_DEVIATION:
        return 0.0
    return _TUNING.unnoticed / max(importance_of(space.problem.criteria), 1.0)
