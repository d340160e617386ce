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
from .abreast import Course, anneal_abreast
from .bit_sets import connected, neighbour_bits
from .criteria import Scales
from .neighbourhoods import Neighbourhoods
from .repair import repair
from .space import SearchSpace
from .starts import StartFactory


@dataclass(frozen=True)
class _Tuning:
    """How many plans are annealed, and for how long.

    Chosen on generated maps of 55 and 60 areas with two and three criteria.

    Attributes
    ----------
    walks, walks_of_many : int
        Twice as many take nearly twice as long and find as fit plans; of more than the fewest
        areas 64 find no fitter ones than 32.
    sweeps : int
        Of first plans.
    longer : int
        Times as many sweeps of all plans, and half as many walks more, where a limit on deviation
        is narrow: from 7.8 % above the optimum to none (``benchmarks/exact.py``).
    sweeps_of_children : int
        Children are near to what their parents were annealed to.
    heat, heat_of_children : float
        See :class:`.Course`. First plans end worse from a fifth of it; children that are twice or
        four times as hot lose what their parents had, and a search ends 5 % less fit.
    starts : int
        Different plans that first walks set out from.
    most_dependents : int
        Areas that move along with the one that holds them.
    """

    walks: int = 64
    walks_of_many: int = 32
    sweeps: int = 60
    longer: int = 2
    sweeps_of_children: int = 16
    heat: float = 0.5
    heat_of_children: float = 0.5
    starts: int = 8
    most_dependents: int = 4


_TUNING = _Tuning()


class Nursery:
    """Anneals plans of one problem abreast.

    Parameters
    ----------
    space : SearchSpace
    scales : Scales
    """

    def __init__(self, space: SearchSpace, scales: Scales) -> None:
        self.space, self.scales = space, scales
        self.block = moved_together(space)
        self.small = space
        narrow = space.has_narrow_limit
        self.longer = _TUNING.longer if narrow else 1
        walks = _TUNING.walks if space.is_small_and_plain else _TUNING.walks_of_many
        self.walks = walks + (walks // 2 if narrow else 0)
        if self.block is not None:
            self.small = SearchSpace(space.problem.contracted(self.block))
        self.neighbourhoods = Neighbourhoods.of(self.small)

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
            for _ in range(_TUNING.starts):
                raw = factory.power_diagram(rng, all_criteria=False, progress=progress)
                starts.append(repair(self.space, raw, rng))
        except Cancelled:
            if not starts:
                raise
        course = Course(self.longer * _TUNING.sweeps, _TUNING.heat, selecting=True)
        return self._annealed(starts, wanted, course, rng, progress)

    def grown(
        self,
        children: list[IntArray],
        rng: np.random.Generator,
        progress: Progress = SILENT,
    ) -> list[IntArray]:
        """Children annealed gently, the fittest first."""
        sweeps = self.longer * _TUNING.sweeps_of_children
        course = Course(sweeps, _TUNING.heat_of_children, selecting=False)
        return self._annealed(children, len(children), course, rng, progress)

    def _annealed(
        self,
        plans: list[IntArray],
        wanted: int,
        course: Course,
        rng: np.random.Generator,
        progress: Progress,
    ) -> list[IntArray]:
        """As many walks as there shall be, from the plans in turn; the fittest that they find."""
        block = self.block
        if block is not None:
            plans = [_of_blocks(plan, block) for plan in plans]
        plans = [plan for plan in plans if _is_whole(self.small, plan)]
        if not plans:
            return []
        rows = np.array([plans[walk % len(plans)] for walk in range(self.walks)])
        found = anneal_abreast(
            self.small, self.scales, rows, course, rng, progress, self.neighbourhoods
        )[:wanted]
        return found if block is None else [plan[block] for plan in found]


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
