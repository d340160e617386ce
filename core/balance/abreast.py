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

from ..arrays import BoolArray, FloatArray, IntArray
from ..progress import SILENT, Progress
from .annealing import first_temperatures
from .connections_abreast import ConnectionsAbreast
from .criteria import Scales, evaluate
from .neighbourhoods import Neighbourhoods
from .plans_abreast import PlansAbreast
from .proposals import Proposal
from .space import SearchSpace
from .walk_settings import WalkSettings


@dataclass(frozen=True)
class _Tuning:
    """How a step is made; chosen on generated maps of 55 to 100 areas, one to three criteria.

    Attributes
    ----------
    sweeps_per_centre : int
        Sweeps after which plain distances are measured from the present centres.
    areas_per_step, most_steps : int
        For so many areas there is a step in each sweep, up to a number.
    exchanges : float
        Share of the steps in which an area comes back for the one that leaves.
    partners : int
        Areas near by that are drawn for it, of which the first one that fits is tried.
    cheaper : float
        Share of the moves that make a plan less fit, by whose dearest one children are heated.
    cooling_of_children : float
        Their last temperature as a part of their first one, at most.
    frozen : int
        Sweeps in a row with hardly a move that end it.
    """

    sweeps_per_centre: int = 4
    areas_per_step: int = 4
    most_steps: int = 20
    exchanges: float = 0.25
    partners: int = 8
    cheaper: float = 0.25
    cooling_of_children: float = 0.05
    frozen: int = 3


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
    neighbourhoods: Neighbourhoods | None = None,
) -> list[IntArray]:
    """Anneal contiguous plans in which every territory has an area.

    Parameters
    ----------
    starts : ndarray of int, shape (p, n)
    course : Course
    rng : numpy.random.Generator
    neighbourhoods : Neighbourhoods, optional
        Of the space's map, where many plans are annealed on it one after the other.

    Returns
    -------
    list of ndarray of int, shape (n,)
        The fittest plan of each walk, all different, the fittest first; also if the caller
        asks to stop.
    """
    hot, cold, price = first_temperatures(space, scales, starts[0], course.heat, rng)
    walks = _Walks(
        PlansAbreast(space, scales, starts, price), neighbourhoods or Neighbourhoods.of(space), rng
    )
    if not course.selecting:
        hot = course.heat * walks.small_loss()
        cold = min(cold, _TUNING.cooling_of_children * hot)
    idle = 0
    for sweep in range(course.sweeps):
        progress.report(sweep / course.sweeps)
        if progress.is_cancelled():
            break
        if sweep and sweep % _TUNING.sweeps_per_centre == 0:
            walks.plans.refresh()
            if course.selecting:
                walks.select()
        made = walks.sweep(hot * (cold / hot) ** (sweep / max(course.sweeps - 1, 1)))
        idle = idle + 1 if made < walks.settings.few_moves else 0
        if idle >= _TUNING.frozen:
            break
    walks.plans.refresh()
    found = np.unique(walks.plans.best, axis=0)
    fitness = [evaluate(space, scales, labels).fitness for labels in found]
    return [found[i] for i in np.argsort(fitness, kind="stable").tolist()]


class _Walks:
    """Proposes moves for all walks, and makes those that cost little enough."""

    def __init__(
        self, plans: PlansAbreast, neighbourhoods: Neighbourhoods, rng: np.random.Generator
    ) -> None:
        self.plans, self.neighbourhoods, self.rng = plans, neighbourhoods, rng
        self.connections = ConnectionsAbreast(plans, neighbourhoods)
        self.settings = WalkSettings.of(plans.space)
        space = plans.space
        movable = np.flatnonzero(space.movable)
        self.degree, self.neighbours = plans.places.degree, plans.places.neighbours
        self.movable: IntArray = movable[self.degree[movable] > 0]
        self.draws = self.settings.first_draws
        self.all_receive = bool(space.receiving.all())

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
        replaced = int(self.settings.replaced * plans.count)
        if not replaced:
            return
        order = np.argsort(plans.cost + plans.other, kind="stable")
        worst, best = order[-replaced:], order[:replaced]
        plans.copy(worst, best)

    def sweep(self, temperature: float) -> float:
        """A step for every few areas; in each all walks exchange areas or none does.

        Returns the moves made, for each step of a walk.
        """
        rng, plans = self.rng, self.plans
        areas, walks = len(self.movable), plans.count
        if not areas:
            return 0.0
        steps, made = min(-(-areas // _TUNING.areas_per_step), _TUNING.most_steps), 0
        shape = (steps, walks, self.draws)
        area = self.movable[rng.integers(areas, size=shape)]
        pick = (rng.random(shape) * self.degree[area]).astype(np.int64)
        beside = self.neighbours[area, pick]
        allowed = temperature * rng.standard_exponential(shape)
        for step, exchanged in enumerate((rng.random(steps) < _TUNING.exchanges).tolist()):
            drawn = self._on_border(area[step], beside[step])
            if exchanged:
                drawn = self._with_partner(drawn)
            if len(drawn.walk):
                made += self._try(drawn, allowed[step].ravel()[: len(drawn.walk)])
        share = made / (steps * walks)
        settings = self.settings
        if share > settings.busy:
            self.draws = max(self.draws // 2, settings.fewest_draws)
        elif share < settings.quiet:
            self.draws = min(2 * self.draws, settings.most_draws)
        return share

    def _on_border(self, area: IntArray, beside: IntArray) -> Proposal:
        """The drawn areas (p, d) of each walk that are on a border, with who is beyond it."""
        plans = self.plans
        first, labels = plans.places.first[:, None], plans.labels.reshape(-1)
        own, other = labels.take(first + area).ravel(), labels.take(first + beside).ravel()
        crossing = own != other
        if not self.all_receive:
            crossing &= plans.receiving[other]
        drawn = np.flatnonzero(crossing)
        walk = drawn // area.shape[1]
        return Proposal(walk, area.ravel().take(drawn), own.take(drawn), other.take(drawn))

    def _with_partner(self, drawn: Proposal) -> Proposal:
        """The same, with an area near by that comes back; walks without one stay behind."""
        plans = self.plans
        around = self.neighbourhoods.near
        pick = self.rng.integers(around.shape[1], size=(len(drawn.walk), _TUNING.partners))
        near = around[drawn.area[:, None], pick]
        labels = plans.labels[drawn.walk[:, None], near]
        fits = (labels == drawn.target[:, None]) & plans.movable[near]
        fits &= plans.receiving[drawn.source][:, None]
        first = fits.argmax(axis=1)
        found = np.flatnonzero(fits[np.arange(len(first)), first])
        return drawn.some(found, near[found, first[found]])

    def _try(self, drawn: Proposal, allowed: FloatArray) -> int:
        """Make the first move of each walk that costs little enough and leaves all connected.

        Returns how many that are.
        """
        after = self.plans.after(drawn)
        tried = np.flatnonzero(after.change < allowed)
        if not len(tried):
            return 0
        moves = drawn.some(tried)
        chosen = self._connected(moves)
        if len(chosen):
            self.plans.settle(moves.some(chosen), after.some(tried[chosen]))
        return len(chosen)

    def _connected(self, moves: Proposal) -> IntArray:
        """Moves that leave all connected: the first of each walk, or some side by side."""
        sure = self.connections.surely_kept(moves)
        return (self._first if self.settings.at_once == 1 else self._side_by_side)(moves, sure)

    def _first(self, moves: Proposal, sure: BoolArray) -> IntArray:
        """The first move of each walk that leaves all connected."""
        sure_ones = sure.tolist()
        found, done = [], -1
        for i, walk in enumerate(moves.walk.tolist()):
            if walk != done and (sure_ones[i] or self.connections.kept(moves, i)):
                found.append(i)
                done = walk
        return np.array(found, dtype=np.int64)

    def _side_by_side(self, moves: Proposal, sure: BoolArray) -> IntArray:
        """Several moves of each walk, each territory in one of them at most.

        What is sure comes first; where nothing is, one more move of the walk is looked at.
        """
        count = self.plans.space.territory_count
        busy = np.zeros(self.plans.count * count, dtype=bool)
        place = moves.walk * count
        source, target = place + moves.source, place + moves.target
        left = np.flatnonzero(sure)
        served = np.zeros(self.plans.count, dtype=bool)
        found = [left[:0]]
        for _ in range(self.settings.at_once):
            first = _first_of_each(moves.walk, left)
            found.append(first)
            served[moves.walk[first]] = True
            busy[source[first]] = busy[target[first]] = True
            left = left[~(busy[source[left]] | busy[target[left]])]
            if not len(left):
                break
        doubtful = _first_of_each(moves.walk, np.flatnonzero(~served[moves.walk]))
        still = [i for i in doubtful.tolist() if self.connections.kept(moves, i)]
        return np.concatenate([*found, np.array(still, dtype=np.int64)])


def _first_of_each(walk: IntArray, chosen: IntArray) -> IntArray:
    """The first of the chosen moves of each walk; moves are sorted by walk."""
    own = walk[chosen]
    first = np.ones(len(own), dtype=bool)
    np.not_equal(own[1:], own[:-1], out=first[1:])
    return chosen[first]
