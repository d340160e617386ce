"""Recombination of two plans by their overlay.

Laid over each other, two plans cut the map into pieces: connected sets of areas on which
each parent has one territory. Every piece is inherited whole, so that a child consists of
pieces of both parents, and each border between territories runs along a border of a parent.
Assigning pieces is the same balancing problem on a small graph, solved by the same local
search, starting from one parent (compare the combine operator of KaFFPaE, Sanders and
Schulz 2012).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..libraries import optimize
from ..progress import SILENT, Progress
from ..sums import weighted_rows
from .criteria import Scales
from .local_search import Schedule, improve
from .repair import repair
from .space import SearchSpace, sums_of

_ON_PIECES = Schedule(
    sweeps=12, heat_start=0.15, heat_end=0.005, tolerance_start=0.05, tolerance_end=0.006
)
"""Pieces are few: fewer sweeps than for areas; chosen on the cases of ``benchmarks/balance.py``."""

_SHARE_OF_ONE_POINT = 0.5
"""Children of the plain genetic algorithm that are cut at one point; the others transplant."""


def overlap(space: SearchSpace, labels: NDArray, other: NDArray) -> FloatArray:
    """Travel weight (k, k) that territory i of one plan shares with territory j of another."""
    count = space.territory_count
    return sums_of(space.mass, labels * count + other, count * count).reshape(count, count)


def aligned(space: SearchSpace, labels: NDArray, to: NDArray) -> IntArray:
    """Renumber territories of ``labels`` so that they overlap most with those of ``to``.

    Numbers that mean something (homes, own targets, locks, a present plan) stay.
    """
    if space.labels_have_meaning:
        return labels
    territory, number = optimize.linear_sum_assignment(overlap(space, labels, to), maximize=True)
    renumbered = np.empty(space.territory_count, dtype=np.int64)
    renumbered[territory] = number
    return renumbered[labels]


def difference(space: SearchSpace, labels: NDArray, other: NDArray) -> float:
    """Share of travel weight in which two plans differ, numbers aligned where they may be."""
    return float(space.mass[aligned(space, labels, other) != other].sum())


def overlay(space: SearchSpace, first: NDArray, second: NDArray) -> IntArray:
    """Piece of each area (n,), 0 to p - 1; pieces keep locks and present territories apart."""
    count = space.territory_count
    key = first * count + second
    key = key * (count + 1) + space.held + 1
    if space.initial is not None:
        key = key * (count + 1) + space.initial + 1
    _, piece = space.graph.parts(key)
    return piece


def recombine(
    space: SearchSpace,
    scales: Scales,
    first: NDArray,
    second: NDArray,
    rng: np.random.Generator,
    *,
    search: bool = True,
    progress: Progress = SILENT,
) -> IntArray:
    """Child of two plans.

    A random district of the second parent (some territories around a random one) is laid
    into the first parent, cut-off pieces are repaired, and the pieces are balanced.

    Parameters
    ----------
    first, second : ndarray of int, shape (n,)
        Contiguous plans.
    search : bool
        Whether pieces are balanced by local search; False only transplants and repairs.

    Returns
    -------
    ndarray of int, shape (n,)
        A contiguous plan.
    """
    if not search:
        if rng.random() >= _SHARE_OF_ONE_POINT:
            return transplant(space, first, second, rng)
        second = aligned(space, second, first)
        return repair(space, cut_at_one_point(space, first, second, rng), rng)
    second = aligned(space, second, first)
    piece = overlay(space, first, second)
    piece_count = int(piece.max()) + 1
    if piece_count == space.territory_count:
        return first.copy()
    pieces = SearchSpace(space.problem.contracted(piece))
    pieces.reachable = space.reachable
    pieces.prices = space.prices
    pieces.overweight = space.overweight.in_groups(piece)
    start = np.empty(piece_count, dtype=np.int64)
    start[piece] = first
    if rng.random() < 0.5:
        start[piece] = _transplanted(space, first, second, rng)
        start = repair(pieces, start, rng)
    return improve(pieces, scales, start, _ON_PIECES, rng, progress)[piece]


def transplant(
    space: SearchSpace, first: NDArray, second: NDArray, rng: np.random.Generator
) -> IntArray:
    """Child of two plans: a random district of the second one is laid into the first, repaired.

    See :func:`recombine`, which balances the pieces as well.
    """
    second = aligned(space, second, first)
    return repair(space, _transplanted(space, first, second, rng), rng)


def cut_at_one_point(
    space: SearchSpace, first: NDArray, second: NDArray, rng: np.random.Generator
) -> IntArray:
    """One-point crossover (thesis, algorithm 7) of areas in the order of a random direction.

    The thesis takes areas in the order in which they are stored.
    """
    angle = rng.uniform(0.0, 2.0 * np.pi)
    order = np.argsort(
        weighted_rows(space.points, np.array([np.cos(angle), np.sin(angle)])), kind="stable"
    )
    inherited = order[: int(rng.integers(1, max(space.area_count, 2)))]
    child = second.copy()
    child[inherited] = first[inherited]
    return child


def _transplanted(
    space: SearchSpace, first: NDArray, second: NDArray, rng: np.random.Generator
) -> IntArray:
    """``first`` with a district of ``second``: up to half of its territories, side by side."""
    count = space.territory_count
    centres = space.centres(second)
    middle = centres[rng.integers(count)]
    distance = np.hypot(*(centres - middle).T)
    wanted = int(rng.integers(1, max(count // 2, 1) + 1))
    chosen = np.zeros(count, dtype=bool)
    chosen[np.argsort(distance, kind="stable")[:wanted]] = True
    return np.where(chosen[second], second, first)
