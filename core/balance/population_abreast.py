"""The first population of a small map: plans annealed abreast, the fittest of them.

An area that alone holds others to the rest of the map (a district around a city, an island on the
way to another) moves with them: they are one area while plans are annealed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import IntArray
from ..contiguity.cut_areas import cut_areas
from ..progress import SILENT, Cancelled, Progress
from .abreast import Course, JointAnnealing
from .bit_sets import connected, neighbour_bits
from .criteria import Scales
from .repair import repair
from .space import SearchSpace
from .starts import StartFactory


@dataclass(frozen=True)
class _Tuning:
    """How many plans are annealed, and for how long.

    Chosen on six generated maps of 65 to 200 areas with two and three criteria, two seeds each.

    Attributes
    ----------
    plans : int
        What sixteen need of memory stays in a core's cache: twice as many take more than twice as
        long, and end no fitter in the same time.
    starts : int
        Different plans that first ones set out from.
    most_dependents : int
        Areas that move along with the one that holds them.
    """

    plans: int = 16
    starts: int = 8
    most_dependents: int = 4


_TUNING = _Tuning()
_FIRST = Course(300, hot=0.3, cold=0.01, replaced=0.15)
"""First plans: as generations go on from them, 800 steps lead to no fitter plans than 400."""
_LATER = Course(120, hot=0.05, cold=0.004)
"""Children: 80 steps end 2 to 3 % less fit than 150, 120 steps no less fit beyond chance. Moves
cost twice as much as at first, as good plans are even; three times as hot, children lose what
their parents had."""


class Nursery:
    """Anneals plans of one problem abreast.

    Parameters
    ----------
    space : SearchSpace
    scales : Scales
    """

    def __init__(self, space: SearchSpace, scales: Scales) -> None:
        self.space = space
        self.block = moved_together(space)
        self.small = space
        if self.block is not None:
            self.small = SearchSpace(space.problem.contracted(self.block))
        self.annealing = JointAnnealing(self.small, scales)

    def first_plans(
        self,
        factory: StartFactory,
        wanted: int,
        rng: np.random.Generator,
        progress: Progress = SILENT,
    ) -> list[IntArray]:
        """Different plans, the fittest first; at most so many as wanted.

        None where no start keeps together what has to be moved together.

        Raises
        ------
        Cancelled
            If the caller stops before there is a plan to set out from.
        """
        starts: list[IntArray] = []
        try:
            for number in range(_TUNING.starts):
                noise = 0.1 * number / 8 if self.space.travel_cost is not None else 0.0
                raw = factory.power_diagram(rng, noise=noise, all_criteria=False, progress=progress)
                starts.append(repair(self.space, raw, rng))
        except Cancelled:
            if not starts:
                raise
        plans = self._whole(starts)
        if not plans:
            return []
        rows = [plans[number % len(plans)] for number in range(max(_TUNING.plans, wanted))]
        return self._annealed(rows, _FIRST, rng, progress)[:wanted]

    def grown(
        self,
        children: list[IntArray],
        rng: np.random.Generator,
        progress: Progress = SILENT,
    ) -> list[IntArray]:
        """Children annealed gently, the fittest first."""
        plans = self._whole(children)
        return self._annealed(plans, _LATER, rng, progress) if plans else []

    def _whole(self, plans: list[IntArray]) -> list[IntArray]:
        """Plans of areas that move together, as far as plans have them together."""
        if self.block is not None:
            plans = [_of_blocks(plan, self.block) for plan in plans]
        return [plan for plan in plans if _is_whole(self.small, plan)]

    def _annealed(
        self,
        plans: list[IntArray],
        course: Course,
        rng: np.random.Generator,
        progress: Progress,
    ) -> list[IntArray]:
        found = self.annealing.annealed(np.array(plans), course, rng, progress)
        return found if self.block is None else [plan[self.block] for plan in found]


def moved_together(space: SearchSpace) -> IntArray | None:
    """Block of each area (n,): one that holds a few others to the map, with them; else its own.

    None if all areas move by themselves.
    """
    everything = np.zeros(space.area_count, dtype=np.int64)
    block = np.arange(space.area_count)
    for area in np.flatnonzero(cut_areas(space.graph, everything)).tolist():
        dependents = _dependents(space, area)
        alike = all(space.held[other] == space.held[area] for other in dependents)
        if dependents and alike:
            joined = np.isin(block, block[[area, *dependents]])
            block[joined] = block[joined].min()
    names, block = np.unique(block, return_inverse=True)
    return None if len(names) == space.area_count else block


def _dependents(space: SearchSpace, area: int) -> list[int]:
    """What the area holds to the bulk of the map; empty if that is more than a few."""
    neighbours = space.lists.neighbours
    seen = {area}
    pieces = []
    for first in neighbours[area]:
        if first in seen:
            continue
        piece = [first]
        seen.add(first)
        for current in piece:
            fresh = [other for other in neighbours[current] if other not in seen]
            seen.update(fresh)
            piece += fresh
        pieces.append(piece)
    pieces.sort(key=len)
    dependents = [other for piece in pieces[:-1] for other in piece]
    return dependents if len(dependents) <= _TUNING.most_dependents else []


def _of_blocks(plan: IntArray, block: IntArray) -> IntArray:
    """Territory of each block: that of its last area."""
    labels = np.zeros(int(block.max()) + 1, dtype=np.int64)
    labels[block] = plan
    return labels


def _is_whole(space: SearchSpace, plan: IntArray) -> bool:
    """Whether every territory has areas, connected, and every lock is kept."""
    bits = neighbour_bits(space.lists.neighbours)
    members = [0] * space.territory_count
    for area, label in enumerate(plan.tolist()):
        members[label] |= 1 << area
    held = space.held >= 0
    return all(own and connected(own, bits) for own in members) and bool(
        (plan[held] == space.held[held]).all()
    )
