"""Coarser maps of a problem: neighbouring areas joined in pairs, and these in pairs again.

A search takes as long as there are areas on borders, and most of it is spent on where territories
lie, which blocks of areas tell as well as areas do. So many areas are joined first, the blocks are
searched, and the plan is refined level by level, down to the areas (multilevel partitioning:
Hendrickson & Leland 1995; Karypis & Kumar 1998). All that a plan of blocks says of balance, border,
change and rules holds for the areas as well; only trips within blocks are left out until the areas
are back.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from .problem import BalanceProblem
from .settings import SearchSettings
from .space import held_territory


@dataclass(frozen=True)
class _Tuning:
    """How far areas are joined.

    Attributes
    ----------
    blocks_per_territory : int
        Blocks of each territory that are searched, at least. 100,000 areas × 100 end the same from
        85 as from 290 blocks, in two thirds of the time.
    fewest_blocks : int
        In all. 10,946 municipalities × 27, joined to 3,500 blocks, take as long as without and
        end with half a percent more travel.
    worth : float
        Areas per wanted block from which on joining them is worth it: 35,000 areas × 100, joined
        to 10,900 blocks, take two thirds of the time, with 3 % shorter borders and 1 % less travel.
    pairings : int
        Joinings in pairs between two levels: two make blocks of nearly four.
    rounds : int
        Rounds in which areas look for a partner; after four hardly any finds one.
    heaviest : float
        Most that a block may weigh, relative to the mean of the blocks that are searched. Heavier
        areas stay by themselves: blocks are there to fill territories evenly.
    least_gain : float
        Areas per block below which a level is not worth its time.
    """

    blocks_per_territory: int = 50
    fewest_blocks: int = 10_000
    worth: float = 2.0
    pairings: int = 2
    rounds: int = 5
    heaviest: float = 2.0
    least_gain: float = 1.3


_TUNING = _Tuning()


@dataclass(frozen=True)
class Levels:
    """A problem, and the coarser ones that were made of it.

    Attributes
    ----------
    problems : list of BalanceProblem
        The finest first.
    blocks : list of ndarray of int
        Of each problem but the coarsest: the area of the next problem that each area is part of.
    """

    problems: list[BalanceProblem]
    blocks: list[IntArray]

    @classmethod
    def none(cls, problem: BalanceProblem) -> Levels:
        """The problem as it is."""
        return cls([problem], [])

    @property
    def coarsest(self) -> BalanceProblem:
        """What is searched."""
        return self.problems[-1]


def coarsened(problem: BalanceProblem, settings: SearchSettings) -> Levels:
    """Levels of a problem; none but itself for few areas.

    Neither without local search, which could not refine a plan.

    Parameters
    ----------
    problem : BalanceProblem
    settings : SearchSettings
        Its seed decides between partners that are equally good.
    """
    levels = Levels.none(problem)
    if not settings.local_search:
        return levels
    wanted = max(_TUNING.blocks_per_territory * problem.territory_count, _TUNING.fewest_blocks)
    rng = np.random.default_rng([settings.seed, 4])
    while problem.area_count >= _TUNING.worth * wanted:
        block = blocks(problem, wanted, rng)
        if int(block.max()) + 1 > problem.area_count / _TUNING.least_gain:
            break
        problem = problem.contracted(block)
        levels.problems.append(problem)
        levels.blocks.append(block)
    return levels


def blocks(problem: BalanceProblem, wanted: int, rng: np.random.Generator) -> IntArray:
    """Connected block of each area, shape (n,), joined in pairs some times.

    Only areas under the same rule and of the same present territory are joined, so that every
    plan that may be changed area by area can be changed block by block.

    Parameters
    ----------
    problem : BalanceProblem
    wanted : int
        Blocks that shall be searched in the end: no block gets much heavier than their mean.
    rng : numpy.random.Generator
    """
    targets = problem.targets.mean(axis=0)
    share = (problem.weights / np.where(targets > 0.0, targets, np.inf)).max(axis=1)
    limit = _TUNING.heaviest * problem.territory_count / wanted
    kind = _kinds(problem)
    graph = problem.graph
    block = np.arange(problem.area_count)
    for _ in range(_TUNING.pairings):
        pair = _pairs(graph, share, kind, limit, rng)
        count = int(pair.max()) + 1
        share = np.bincount(pair, weights=share, minlength=count)
        joined = np.empty(count, dtype=np.int64)
        joined[pair] = kind
        kind = joined
        graph = graph.contracted(pair, count)
        block = pair[block]
    return block


def _kinds(problem: BalanceProblem) -> IntArray:
    """Number (n,) that areas must have in common to be joined."""
    kind = held_territory(problem)
    if problem.initial is None:
        return kind
    return kind * (problem.territory_count + 1) + problem.initial


def _pairs(
    graph: ContiguityGraph,
    share: FloatArray,
    kind: IntArray,
    limit: float,
    rng: np.random.Generator,
) -> IntArray:
    """Pair of each area (n,): two areas are one if each is the other's best partner.

    The best partner is the one with the most border in common, as a part of both their borders.
    """
    origin = np.repeat(np.arange(graph.area_count), np.diff(graph.neighbour_start))
    other = graph.neighbours
    border = graph.border_m
    outline = np.bincount(graph.first, weights=border, minlength=graph.area_count)
    outline += np.bincount(graph.second, weights=border, minlength=graph.area_count)
    # Bridges have no border, but are better than nothing.
    closeness = (border + 1e-9) / np.sqrt(outline[graph.first] * outline[graph.second] + 1e-18)
    # On a grid all partners are equally good.
    closeness *= rng.uniform(1.0, 1.02, len(closeness))
    fits = (kind[graph.first] == kind[graph.second]) & (
        share[graph.first] + share[graph.second] <= limit
    )
    usable = fits[graph.neighbour_edge]
    origin, other = origin[usable], other[usable]
    closeness = closeness[graph.neighbour_edge][usable]
    partner = np.full(graph.area_count, -1, dtype=np.int64)
    for _ in range(_TUNING.rounds):
        if not len(origin):
            break
        chosen = _best_of_each(origin, other, closeness, graph.area_count)
        area = np.flatnonzero(chosen >= 0)
        mutual = area[chosen[chosen[area]] == area]
        partner[mutual] = chosen[mutual]
        free: BoolArray = (partner[origin] < 0) & (partner[other] < 0)
        origin, other, closeness = origin[free], other[free], closeness[free]
    first = np.where(partner >= 0, np.minimum(partner, np.arange(len(partner))), -1)
    first = np.where(first >= 0, first, np.arange(len(partner)))
    return np.unique(first, return_inverse=True)[1]


def _best_of_each(origin: IntArray, other: IntArray, closeness: FloatArray, count: int) -> IntArray:
    """Closest of the others of each area (n,); -1 where there is none. Origins are sorted."""
    start = np.flatnonzero(np.diff(origin, prepend=-1))
    best = np.maximum.reduceat(closeness, start)
    size = np.diff(np.append(start, len(origin)))
    is_best = np.flatnonzero(closeness == np.repeat(best, size))
    chosen = np.full(count, -1, dtype=np.int64)
    # Of equals the first one, which is written last.
    chosen[origin[is_best[::-1]]] = other[is_best[::-1]]
    return chosen
