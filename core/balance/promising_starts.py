"""First plans around homes that may be anywhere: the best of many diagrams is annealed.

Where many areas surround each home, the middle of a territory hardly moves while borders are
annealed, so that trips end about as long as the diagram has them from which a search sets out
(correlation 0.96 on 32 diagrams of 10,946 municipalities × 27). Of borders a diagram tells little
(0.59), and the same diagram after a brief annealing nearly all (0.91; after half as long a one
0.79), in a quarter of the time of a whole one. So many are made, their middles move until they
settle, each is annealed briefly, and the best one is annealed on, not so hot that its middles
drift again.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import IntArray
from ..progress import SILENT, Cancelled, Progress, TimeLimit
from .criteria import Scales
from .local_search import Schedule, improve
from .repair import repair
from .settings import SearchSettings
from .space import SearchSpace
from .starts import StartFactory


@dataclass(frozen=True)
class _Tuning:
    """Chosen on 10,946 municipalities × 27.

    Attributes
    ----------
    coarsest : float
        Share of a territory that an area holds, up to which diagrams tell how plans will end.
        Eight maps of like areas, 1,000 × 25 to 5,000 × 80, two or three seeds each, end 0.2 to
        1.8 % fitter than from plain diagrams, with trips 0.4 to 2.2 % shorter; where one area
        is far heavier than a target, 4,000 × 60 ends 0.2 % less fit.
    settled : float
        The same, up to which annealing from them is kept in place. Coarser areas, kept in place,
        end with 0.2 to 0.6 % less fit plans where weights are very uneven, in less time.
    diagrams, least_diagrams : int
        For each island, where there are few territories and where there are many: a second of
        10,946 areas × 27 with those that are annealed. One of eight for each of its plans ends
        with 0.1 % longer trips.
    costs : int
        Of areas from homes, in all diagrams of an island: where there are more, there are fewer
        diagrams. 10,000 areas × 100 end 0.4 % fitter from 16 than from 2 (three
        seeds), in three times the time.
    share_of_time : float
        Part of a time limit that they may take, or too little is left for annealing.
    in_detail : int
        Diagrams of clusters with the shortest trips, in those that are annealed, that are balanced
        on single areas: their trips end as long as they are by then (correlation 0.9).
    annealed : int
        Those with the shortest trips, of which the best one is chosen. Drawn from 32 diagrams,
        the best of seven has 0.01 km longer trips and 27 of 7,030 km less border.
    sweeps_before, sweeps : int
        Of that annealing, and of each first plan that sets out from it. A hundred sweeps from the
        diagram itself end with 0.4 % shorter borders, and take twice as long for each plan.
    border : float
        Part of the price of borders when starts are compared. Drawn from 32 diagrams, 0.15 ends
        with 0.02 km longer trips and 34 km less border. With that and five that are annealed, the
        demo's three seeds end with trips of up to 44.65 km, with these of up to 44.6 km.
    heat : float
        Of a first plan's first sweep. With 0.5 trips are 0.3 % longer, borders no shorter, and
        annealing takes half as long again.
    while_searching : float
        Part of the price of borders at which plans are annealed; their borders are shortened in
        the end (see :mod:`.shorter_borders`).
    """

    coarsest: float = 0.03
    settled: float = 0.01
    diagrams: int = 16
    least_diagrams: int = 2
    costs: int = 1_000_000
    in_detail: int = 2
    annealed: int = 3
    sweeps_before: int = 25
    sweeps: int = 50
    share_of_time: float = 0.1
    border: float = 0.1
    heat: float = 0.2
    while_searching: float = 0.3


_TUNING = _Tuning()
_OF_DIAGRAMS = 7
"""Sets their random numbers apart from those of an island's plans."""


def are_telling(space: SearchSpace) -> bool:
    """Whether diagrams tell how plans will end: homes are free, and areas fine."""
    bound = space.travel_cost is not None or space.initial is not None
    return not bound and space.criterion_count == 1 and space.grain < _TUNING.coarsest


def kept_in_place(schedule: Schedule, space: SearchSpace) -> Schedule:
    """A search from a plan annealed before, not so hot that the middles of territories drift.

    Coarse areas cannot go where cool plans want them, so that theirs are as hot as any.
    """
    if space.grain > _TUNING.settled:
        return schedule
    heat = min(schedule.heat_start, _TUNING.heat)
    return replace(schedule, sweeps=min(schedule.sweeps, _TUNING.sweeps), heat_start=heat)


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
    schedule : Schedule
        Of first plans, of which a start's annealing is a brief part.
    """

    def __init__(
        self, factory: StartFactory, scales: Scales, settings: SearchSettings, schedule: Schedule
    ) -> None:
        self.factory = factory
        self.brief = replace(schedule, sweeps=_TUNING.sweeps_before)
        self.scales = scales
        self.settings = settings
        self._best: dict[int, IntArray] = {}

    def plan(self, island: int, progress: Progress = SILENT) -> IntArray:
        """Connected plan around centres that have settled, annealed briefly.

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
        outlines = [self.factory.outline(rng, progress)]
        with contextlib.suppress(Cancelled):
            while len(outlines) < self._count:
                outlines.append(self.factory.outline(rng, brief))
        outlines.sort(key=lambda outline: self.factory.space.travel(outline.labels))
        annealed = min(_TUNING.annealed, max(self._count // 2, 1))
        diagrams = [self.factory.in_detail(outlines[0], progress)]
        with contextlib.suppress(Cancelled):
            while len(diagrams) < min(_TUNING.in_detail * annealed, len(outlines)):
                diagrams.append(self.factory.in_detail(outlines[len(diagrams)], brief))
        nearest = sorted(diagrams, key=self.factory.space.travel)[:annealed]
        plans: list[IntArray] = []
        with contextlib.suppress(Cancelled):
            while len(plans) < len(nearest):
                limit = brief if plans else progress
                plans.append(self._annealed(nearest[len(plans)], rng, limit))
        if not plans:
            return repair(self.factory.space, nearest[0], rng)
        return min(plans, key=self._cost_in_the_end)

    @property
    def _count(self) -> int:
        """How many diagrams are made for each island."""
        factory = self.factory
        costs = len(factory.clusters.mass) * factory.space.territory_count
        return min(max(_TUNING.costs // costs, _TUNING.least_diagrams), _TUNING.diagrams)

    def _annealed(
        self, diagram: IntArray, rng: np.random.Generator, progress: Progress
    ) -> IntArray:
        space = self.factory.space
        plan = repair(space, diagram, rng)
        return improve(space, while_searching(self.scales), plan, self.brief, rng, progress)

    def _cost_in_the_end(self, plan: IntArray) -> float:
        """Travel and borders of a start, as far as they tell those of the annealed plan."""
        space, scales = self.factory.space, self.scales
        border = _TUNING.border * scales.border * space.border_length(plan)
        return scales.travel * space.travel(plan) + border
