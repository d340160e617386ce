"""First plans around homes that may be anywhere: the best of many diagrams is annealed.

Where many areas surround each home, the middle of a territory hardly moves while borders are
annealed, so that trips end about as long as the diagram has them from which a search sets out
(correlation 0.95 on 40 diagrams of 10,946 municipalities × 27; of borders 0.67). A diagram takes a
fifth of the time of its annealing. So many are made, their middles move until they settle, and
the best one is annealed, not so hot that its middles drift again.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import IntArray
from ..progress import SILENT, Cancelled, Progress, TimeLimit
from .criteria import Scales
from .local_search import Schedule
from .settings import SearchSettings
from .space import SearchSpace
from .starts import StartFactory


@dataclass(frozen=True)
class _Tuning:
    """Chosen on 10,946 municipalities × 27.

    Attributes
    ----------
    finest : float
        Share of a territory that an area holds, up to which diagrams tell how plans will end.
    diagrams : int
        For each island: two thirds of a second of 10,946 areas. With 24, which take two seconds,
        the worst of three seeds has 0.3 % shorter trips, the others the same. One of eight for
        each of its plans ends with 0.1 % longer ones.
    share_of_time : float
        Part of a time limit that they may take, or too little is left for annealing.
    border : float
        Part of the price of borders when diagrams are compared: most of what theirs are too long
        is soon annealed away. With 0.08 trips end 0.2 % longer and borders 2 % shorter.
    heat : float
        Of a first plan's first sweep. With 0.5 trips are 0.3 % longer, borders no shorter, and
        annealing takes half as long again.
    while_searching : float
        Part of the price of borders at which plans are annealed; their borders are shortened in
        the end (see :mod:`.shorter_borders`).
    """

    finest: float = 0.01
    diagrams: int = 8
    share_of_time: float = 0.1
    border: float = 0.02
    heat: float = 0.2
    while_searching: float = 0.3


_TUNING = _Tuning()
_OF_DIAGRAMS = 7
"""Sets their random numbers apart from those of an island's plans."""


def are_telling(space: SearchSpace) -> bool:
    """Whether diagrams tell how plans will end: homes are free, and areas fine."""
    bound = space.travel_cost is not None or space.initial is not None
    return not bound and space.criterion_count == 1 and space.grain <= _TUNING.finest


def kept_in_place(schedule: Schedule) -> Schedule:
    """The same search, not so hot that the middles of territories drift."""
    return replace(schedule, heat_start=min(schedule.heat_start, _TUNING.heat))


def while_searching(scales: Scales) -> Scales:
    """What local search reckons with; plans are compared at the whole price of borders."""
    return replace(scales, border=_TUNING.while_searching * scales.border)


class PromisingStarts:
    """The best diagrams of each island, made when its first plan is asked for.

    Parameters
    ----------
    factory : StartFactory
    scales : Scales
    settings : SearchSettings
        Seed and time limit.
    """

    def __init__(self, factory: StartFactory, scales: Scales, settings: SearchSettings) -> None:
        self.factory = factory
        self.scales = scales
        self.settings = settings
        self._best: dict[int, IntArray] = {}

    def plan(self, island: int, progress: Progress = SILENT) -> IntArray:
        """Balanced diagram around centres that have settled; not repaired yet.

        All plans of an island set out from it, each on its own way: what they recombine are
        borders around the same middles. Depends on the seed and the island alone.

        Raises
        ------
        Cancelled
            If the caller stops before there is any.
        """
        if island not in self._best:
            self._best[island] = self._drawn(island, progress)
        return self._best[island]

    def _drawn(self, island: int, progress: Progress) -> IntArray:
        rng = np.random.default_rng([self.settings.seed, island, _OF_DIAGRAMS])
        brief = TimeLimit(progress, _TUNING.share_of_time * self.settings.max_seconds)
        plans = [self._diagram(rng, progress)]
        with contextlib.suppress(Cancelled):
            while len(plans) < _TUNING.diagrams:
                plans.append(self._diagram(rng, brief))
        return min(plans, key=self._cost_in_the_end)

    def _diagram(self, rng: np.random.Generator, progress: Progress) -> IntArray:
        return self.factory.settled(self.factory.power_diagram(rng, progress=progress), progress)

    def _cost_in_the_end(self, plan: IntArray) -> float:
        """Travel and borders of a diagram, as far as they tell those of the annealed plan."""
        space, scales = self.factory.space, self.scales
        border = _TUNING.border * scales.border * space.border_length(plan)
        return scales.travel * space.travel(plan) + border
