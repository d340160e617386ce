"""Many plans of a small map annealed abreast: one move of each at a time, with arrays.

A walk of single moves (:mod:`.annealing`) spends its time in calls. Here a hundred walks take each
step together, so that a move costs a tenth of that, and the best of so many walks is as good as
what generations of a few lead to. Costs are those of :mod:`.annealing`; only whether territories
stay connected is asked one by one, of the moves that would be made.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from .annealing import first_temperatures
from .bit_sets import connected, neighbour_bits, stays_connected
from .criteria import Scales, evaluate
from .plans_abreast import PlansAbreast, Proposal
from .space import SearchSpace


@dataclass(frozen=True)
class _Tuning:
    """How a step is made; chosen on generated maps of 55 to 80 areas, two and three criteria.

    Attributes
    ----------
    sweeps_per_centre : int
        Sweeps after which plain distances are measured from the present centres.
    draws : int
        Areas drawn for a step of each walk; the first move among them that passes is made.
    areas_per_step : int
        For so many areas there is a step in each sweep.
    exchanges : float
        Share of the steps in which an area comes back for the one that leaves.
    partners : int
        Areas near by that are drawn for it, of which the first one that fits is tried.
    replaced : float
        Share of the walks that give way to the best ones whenever centres are computed.
    cheaper : float
        Share of the moves that make a plan less fit, by whose dearest one children are heated.
    cooling_of_children : float
        Their last temperature as a part of their first one, at most.
    """

    sweeps_per_centre: int = 4
    draws: int = 20
    areas_per_step: int = 4
    exchanges: float = 0.25
    partners: int = 8
    replaced: float = 0.2
    cheaper: float = 0.25
    cooling_of_children: float = 0.05


_TUNING = _Tuning()


@dataclass(frozen=True)
class Course:
    """How plans are annealed.

    Attributes
    ----------
    sweeps : int
        Each tries a few times as many moves as there are areas.
    heat : float
        Of the first sweep: in units of what a move costs in all if walks are selected, else of
        what the cheaper moves lose, so that plans stay near what they were.
    selecting : bool
        Whether walks that do badly give way to others; if not, plans stay as different as they
        are.
    """

    sweeps: int
    heat: float
    selecting: bool


def anneal_abreast(
    space: SearchSpace,
    scales: Scales,
    starts: NDArray,
    course: Course,
    rng: np.random.Generator,
    progress: Progress = SILENT,
) -> list[IntArray]:
    """Anneal contiguous plans in which every territory has an area.

    Parameters
    ----------
    starts : ndarray of int, shape (p, n)
    course : Course
    rng : numpy.random.Generator

    Returns
    -------
    list of ndarray of int, shape (n,)
        The fittest plan of each walk, all different, the fittest first; also if the caller
        asks to stop.
    """
    hot, cold, price = first_temperatures(space, scales, starts[0], course.heat, rng)
    walks = _Walks(PlansAbreast(space, scales, starts, price), rng)
    if not course.selecting:
        hot = course.heat * walks.small_loss()
        cold = min(cold, _TUNING.cooling_of_children * hot)
    for sweep in range(course.sweeps):
        progress.report(sweep / course.sweeps)
        if progress.is_cancelled():
            break
        if sweep and sweep % _TUNING.sweeps_per_centre == 0:
            walks.plans.refresh()
            if course.selecting:
                walks.select()
        walks.sweep(hot * (cold / hot) ** (sweep / max(course.sweeps - 1, 1)))
    walks.plans.refresh()
    found = np.unique(walks.plans.best, axis=0)
    fitness = [evaluate(space, scales, labels).fitness for labels in found]
    return [found[i] for i in np.argsort(fitness, kind="stable").tolist()]


class _Walks:
    """Proposes moves for all walks, and makes those that cost little enough."""

    def __init__(self, plans: PlansAbreast, rng: np.random.Generator) -> None:
        self.plans, self.rng = plans, rng
        space = plans.space
        self.bits = neighbour_bits(space.lists.neighbours)
        weights = [1 << area for area in range(space.area_count)]
        self.members: list[list[int]] = []
        for labels in plans.labels[:, :-1].tolist():
            sets = [0] * space.territory_count
            for area, label in enumerate(labels):
                sets[label] |= weights[area]
            self.members.append(sets)
        movable = np.flatnonzero(space.movable)
        self.movable: IntArray = movable[plans.degree[movable] > 0]
        self.near = _near(space)

    def small_loss(self) -> float:
        """What the cheaper moves of the first plan cost that make it less fit."""
        plans = self.plans
        own = plans.labels[0]
        pairs = sorted(
            {
                (area, int(own[other]))
                for area in self.movable.tolist()
                for other in plans.space.lists.neighbours[area]
                if own[other] != own[area]
            }
        )
        if not pairs:
            return 1.0
        area, target = np.array(pairs).T
        change = plans.after(Proposal(np.zeros_like(area), area, own[area], target)).change
        worse = change[change > 0.0]
        return float(np.quantile(worse, _TUNING.cheaper)) if len(worse) else 1.0

    def select(self) -> None:
        """Let the walks that cost least go on in the place of those that cost most."""
        plans = self.plans
        replaced = int(_TUNING.replaced * plans.count)
        if not replaced:
            return
        order = np.argsort(plans.cost + plans.other, kind="stable")
        worst, best = order[-replaced:], order[:replaced]
        for here, there in zip(worst.tolist(), best.tolist()):
            self.members[here] = list(self.members[there])
        plans.copy(worst, best)

    def sweep(self, temperature: float) -> None:
        """A step for every few areas; in each all walks exchange areas or none does."""
        rng, plans = self.rng, self.plans
        areas, walks = len(self.movable), plans.count
        if not areas:
            return
        steps = -(-areas // _TUNING.areas_per_step)
        shape = (steps, walks, _TUNING.draws)
        area = self.movable[rng.integers(areas, size=shape)]
        pick = (rng.random(shape) * plans.degree[area]).astype(np.int64)
        beside = plans.neighbours[area, pick]
        allowed = temperature * rng.standard_exponential(shape)
        for step, exchanged in enumerate((rng.random(steps) < _TUNING.exchanges).tolist()):
            drawn = self._on_border(area[step], beside[step])
            if exchanged:
                drawn = self._with_partner(drawn)
            if len(drawn.walk):
                self._try(drawn, allowed[step].ravel()[: len(drawn.walk)])

    def _on_border(self, area: IntArray, beside: IntArray) -> Proposal:
        """The drawn areas (p, d) of each walk that are on a border, with who is beyond it."""
        plans = self.plans
        own, other = plans.label_of(area), plans.label_of(beside)
        walk, draw = ((own != other) & plans.receiving[other]).nonzero()
        return Proposal(walk, area[walk, draw], own[walk, draw], other[walk, draw])

    def _with_partner(self, drawn: Proposal) -> Proposal:
        """The same, with an area near by that comes back; walks without one stay behind."""
        plans = self.plans
        pick = self.rng.integers(self.near.shape[1], size=(len(drawn.walk), _TUNING.partners))
        near = self.near[drawn.area[:, None], pick]
        labels = plans.labels[drawn.walk[:, None], near]
        fits = (labels == drawn.target[:, None]) & plans.movable[near]
        fits &= plans.receiving[drawn.source][:, None]
        first = fits.argmax(axis=1)
        found = np.flatnonzero(fits[np.arange(len(first)), first])
        return drawn.some(found, near[found, first[found]])

    def _try(self, drawn: Proposal, allowed: FloatArray) -> None:
        """Make the first move of each walk that costs little enough and leaves all connected."""
        after = self.plans.after(drawn)
        tried = np.flatnonzero(after.change < allowed)
        kept = []
        done = -1
        for i, walk in zip(tried.tolist(), drawn.walk[tried].tolist()):
            if walk != done and self._connected(drawn, i):
                kept.append(i)
                done = walk
        if kept:
            chosen = np.array(kept)
            self.plans.settle(drawn.some(chosen), after.some(chosen))

    def _connected(self, drawn: Proposal, i: int) -> bool:
        """Whether a move leaves both territories connected; if so, it is noted."""
        bits, members = self.bits, self.members[int(drawn.walk[i])]
        area, source, target = int(drawn.area[i]), int(drawn.source[i]), int(drawn.target[i])
        left, right = members[source] & ~(1 << area), members[target] | 1 << area
        if drawn.partner is None:
            if not stays_connected(left, bits[area], bits):
                return False
        else:
            partner = int(drawn.partner[i])
            left, right = left | 1 << partner, right & ~(1 << partner)
            if not (bits[partner] & left and bits[area] & right):
                return False
            if not (connected(left, bits) and connected(right, bits)):
                return False
        members[source], members[target] = left, right
        return True


def _near(space: SearchSpace) -> IntArray:
    """Areas (n, m) at most two borders away, which are where a partner is; the last n for none.

    Rows are filled by repeating them, so that any of a row may be drawn.
    """
    neighbours = space.lists.neighbours
    rows = []
    for area, own in enumerate(neighbours):
        found = set(own)
        for other in own:
            found.update(neighbours[other])
        found.discard(area)
        rows.append(sorted(found) or [space.area_count])
    width = max(len(row) for row in rows)
    return np.array([(row * (width // len(row) + 1))[:width] for row in rows])
