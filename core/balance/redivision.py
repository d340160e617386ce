"""Few neighbouring territories at a time, divided anew within a limit on deviation.

What a hot search of a whole plan gains in one place it loses in another, and only the sum counts.
A group of neighbouring territories borders the rest wherever its own borders run, so that it is a
small problem of its own: it is annealed hot, its borders are cut, and the new division is kept
where it is better than the old one. Groups that have no territory in common do not disturb each
other, so that they are divided side by side. As neighbourhoods that are searched one after the
other: Shaw, Using constraint programming and local search methods to solve vehicle routing
problems (CP 1998).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import IntArray
from ..plan.areas import UNASSIGNED
from ..progress import SILENT, Progress
from .border_cuts import cut_borders
from .criteria import Scales, evaluate
from .exchange import Effort, exchange_areas
from .local_search import Schedule, improve
from .space import SearchSpace


@dataclass(frozen=True)
class _Tuning:
    """Chosen on 10,946 municipalities × 27, Bavaria × 12 and generated areas 6,000 × 40.

    Attributes
    ----------
    size : int
        Territories of a group. Within 3 % of the plan without a limit, four of these plans, each
        for 6 to 12 seconds: borders end 3.6 % shorter with three and 4.2 % with four (60 sweeps),
        and 4.0 % with five (150 sweeps).
    turns_per_limit : float
        Turns for each unit of a limit: two within 0.5 %, twelve within 3 %. What a wider limit
        leaves takes longer to be found, and what a narrower one brings is only where it begins.
    most_turns : int
        Of 10,946 municipalities × 27, three seeds, borders within 3 % are 4.7 % shorter after
        eight turns that aim at 0.9 of it and 5.1 % after twelve at 0.95, in a quarter more time.
    parts : int
        That the groups of a turn are dealt out to. It makes no difference to the plan.
    aimed_at : float
        Part of the limit at which annealing aims: nearer than that of a whole plan, as a group
        that breaks the limit spoils nothing but itself.
    hopeful : float
        Part of the group's border by which what is annealed may be less fit than what was there
        for its borders to be cut: cuts of all groups took a quarter of the time.
    """

    size: int = 4
    turns_per_limit: float = 400.0
    most_turns: int = 12
    parts: int = 2
    aimed_at: float = 0.95
    hopeful: float = 0.01


_TUNING = _Tuning()
_ANEW = Schedule(
    sweeps=100, heat_start=0.5, heat_end=0.01, tolerance_start=0.06, tolerance_end=0.006
)
"""Of a group. Plans that 60 sweeps no longer better get 0.3 % shorter borders by 150 of them."""
_OF_GROUPS = 10
"""So that random streams are not those of walks within the same limit."""


def turns(limit: float) -> range:
    """Numbers of the turns within a limit (share), one after the other."""
    return range(min(max(round(_TUNING.turns_per_limit * limit), 1), _TUNING.most_turns))


def parts() -> range:
    """Numbers of the parts of a turn, each by a worker of its own."""
    return range(_TUNING.parts)


@dataclass(frozen=True)
class Turn:
    """Which groups are divided anew.

    Attributes
    ----------
    seed : int
        Of the random numbers, beside those that the limit, the turn and a group give.
    number : int
        Of :func:`turns`.
    part : int
        Of :func:`parts`.
    """

    seed: int
    number: int
    part: int = 0


def groups_of(space: SearchSpace, labels: IntArray, turn: Turn) -> list[IntArray]:
    """Groups of neighbouring territories that have none in common, each (g,), ascending.

    Longer borders are drawn more often.

    Parameters
    ----------
    space : SearchSpace
        With a limit on deviation.
    labels : ndarray of int, shape (n,)
    turn : Turn
        Groups of all its parts.
    """
    rng = _random_numbers(space, turn)
    count = space.territory_count
    pair = labels[space.origin] * count + labels[space.neighbour]
    border = np.bincount(pair, weights=space.border_m, minlength=count**2).reshape(count, count)
    free = space.receiving.copy()
    groups = []
    for first in rng.permutation(count).tolist():
        if not free[first]:
            continue
        free[first] = False
        group = [first]
        while len(group) < _TUNING.size:
            beside = np.where(free, border[group].sum(axis=0), 0.0)
            total = float(beside.sum())
            if total <= 0.0:
                break
            group.append(int(rng.choice(count, p=beside / total)))
            free[group[-1]] = False
        if len(group) > 1:
            groups.append(np.sort(np.array(group)))
    return groups


def redivided(
    space: SearchSpace,
    scales: Scales,
    labels: IntArray,
    effort: Effort,
    turn: Turn,
    progress: Progress = SILENT,
) -> IntArray:
    """A plan within the limit of a space, part of whose territories are divided anew.

    Parameters
    ----------
    space : SearchSpace
        With a limit on deviation, all of which is tolerated.
    labels : ndarray of int, shape (n,)
        Contiguous, within the limit.
    effort : Effort
        Of the exchange of areas that brings single ones back inside.
    turn : Turn

    Returns
    -------
    ndarray of int, shape (n,)
        Contiguous, within all rules that ``labels`` keeps, never less fit, and never with a longer
        border. What becomes of a group does not depend on the others.

    Raises
    ------
    Cancelled
        If the caller asks to stop.
    """
    plan = np.array(labels, dtype=np.int64)
    for territories in groups_of(space, plan, turn)[turn.part :: _TUNING.parts]:
        rng = _random_numbers(space, turn, int(territories[0]))
        group = _Group(space, scales, plan, territories)
        plan[group.areas] = territories[group.divided_anew(effort, rng, progress)]
    return plan


def merged(settled: IntArray, found: Sequence[IntArray]) -> IntArray:
    """One plan (n,) of those of a turn's parts, each of which has changed other areas."""
    plan = np.array(settled)
    for one in found:
        plan = np.where(one != settled, one, plan)
    return plan


def _random_numbers(space: SearchSpace, turn: Turn, *group: int) -> np.random.Generator:
    limit = round(1e6 * space.problem.rules.max_deviation)
    return np.random.default_rng([turn.seed, limit, turn.number, *group, _OF_GROUPS])


class _Group:
    """Some territories of a plan as a problem of its own.

    Attributes
    ----------
    areas : ndarray of int, shape (p,)
        All areas of these territories.
    own : ndarray of int, shape (p,)
        Which of them each area belongs to, 0 to g - 1.
    space : SearchSpace
        Of these areas, within the limit of the whole plan.
    scales : Scales
        By which a change of the group costs as much as of the plan.
    """

    def __init__(
        self, space: SearchSpace, scales: Scales, labels: IntArray, territories: IntArray
    ) -> None:
        number = np.full(space.territory_count, UNASSIGNED)
        number[territories] = np.arange(len(territories))
        self.areas = np.flatnonzero(number[labels] != UNASSIGNED)
        self.own: IntArray = number[labels[self.areas]]
        # A mean over the group's trips counts as much as its part of the mean over all.
        part = float(space.mass[self.areas].sum())
        self.scales = replace(scales, travel=scales.travel * part)
        self.space = self._space_among(space, number, territories)
        if space.prices is not None and part > 0.0:
            self.space.prices = space.prices[territories] / part

    def _space_among(
        self, space: SearchSpace, number: IntArray, territories: IntArray
    ) -> SearchSpace:
        problem, areas = space.problem, self.areas
        held = space.held[areas]
        locked = np.where(held == UNASSIGNED, UNASSIGNED, number[held])
        cost = problem.travel_cost
        among = replace(
            problem,
            graph=space.graph.among(areas),
            weights=problem.weights[areas],
            targets=problem.targets[territories],
            points=problem.points[areas],
            homes=None if problem.homes is None else problem.homes[territories],
            travel_cost=None if cost is None else cost[np.ix_(areas, territories)],
            # What may have to stay is not annealed from limit to limit.
            initial=None,
            change_weights=None,
            trips=space.mass[areas],
            rules=replace(problem.rules, locked=locked, frozen_territories=None),
        )
        return SearchSpace(among).within(problem.rules.max_deviation)

    def divided_anew(
        self, effort: Effort, rng: np.random.Generator, progress: Progress
    ) -> IntArray:
        """Territory (p,), 0 to g - 1, of each area; as it was where nothing better is found."""
        space, scales = self.space, self.scales
        limit = space.problem.rules.max_deviation
        before = evaluate(space, scales, self.own)
        inside = space.within(limit)
        inside.tolerated = _TUNING.aimed_at * limit
        plan = improve(inside, scales, self.own, _ANEW, rng, progress)
        after = evaluate(space, scales, plan)
        if after.breach:
            plan = exchange_areas(inside, scales, plan, effort, progress)
            after = evaluate(space, scales, plan)
        hoped_for = _TUNING.hopeful * scales.border * after.border_m
        if not after.breach and after.fitness < before.fitness + hoped_for:
            plan = cut_borders(space, scales, plan, progress)
            after = evaluate(space, scales, plan)
        progress.stop_if_cancelled()
        better = after.fitness < before.fitness and after.border_m <= before.border_m
        return plan if better else self.own
