"""Natural-breaks classes and the homes drawn from them (thesis, algorithm 1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import InvalidInput, name_some
from .median_problem import refuse_more_homes_than_candidates
from .settings import DEFAULT_CLASS_COUNT


@dataclass(frozen=True)
class HomeDraw:
    """Candidates drawn from natural-breaks classes.

    Attributes
    ----------
    chosen : ndarray of int, shape (k,)
        Candidates drawn, ascending, all different.
    classes : ndarray of int, shape (m,)
        Class of every candidate, 1 (least potential) to the number of classes.
    capacities : ndarray of int
        How many homes were drawn from each class; they add up to k.
    breaks : ndarray
        Greatest potential within each class.
    """

    chosen: IntArray
    classes: IntArray
    capacities: IntArray
    breaks: FloatArray


def natural_breaks(values: FloatArray, class_count: int) -> IntArray:
    """Exact one-dimensional classes with the least sum of squared deviations.

    Dynamic programming after Fisher (Journal of the American Statistical Association 53,
    1958), known on maps as Jenks' natural breaks. The best split moves right with the
    value, so each layer is solved by divide and conquer, one level of all ranges at a time:
    O(classes × n log n) instead of O(classes × n²).

    Parameters
    ----------
    values : ndarray, shape (n,)
        Finite numbers in any order.
    class_count : int
        Classes wanted; fewer are made if there are fewer different values.

    Returns
    -------
    ndarray of int, shape (n,)
        Class from 0 (least values) upwards.
    """
    values = np.asarray(values, dtype=float)
    if not np.isfinite(values).all():
        raise InvalidInput(
            "Natural breaks need finite values; {bad} of {all} are not.",
            bad=int((~np.isfinite(values)).sum()),
            all=values.size,
        )
    if class_count < 1:
        raise InvalidInput("Natural breaks need at least one class, not {k}.", k=class_count)
    if values.size == 0:
        return np.empty(0, dtype=np.int64)
    levels, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    class_count = min(class_count, levels.size)
    starts = _class_starts(levels, counts.astype(float), class_count)
    return np.searchsorted(starts, np.ravel(inverse), side="right") - 1


def class_capacities(class_sizes: IntArray, home_count: int) -> IntArray:
    """Homes per class by class weight, as the thesis' table 5.1 prints them.

    Class i of c has weight i; its share is ``i × k / (c (c + 1) / 2)`` (algorithm 1, lines 6 to
    8). The algorithm says "Round", but 1.8, 3.6, 5.4, 7.2 and 9 homes are 1, 3, 5, 8 and 10 in
    the table: shares are cut to whole homes, and what is left goes, one home each, to the richest
    classes. A class that holds fewer candidates gives its rest to the next poorer one.

    Parameters
    ----------
    class_sizes : ndarray of int, shape (c,)
        Candidates per class, least potential first.
    home_count : int
        k, at most the number of candidates.

    Returns
    -------
    ndarray of int, shape (c,)
        They add up to k.
    """
    sizes = np.asarray(class_sizes, dtype=np.int64)
    refuse_more_homes_than_candidates(home_count, int(sizes.sum()))
    weight = np.arange(1, sizes.size + 1)
    # Whole numbers throughout: 3 × 5 / 15 is a whole home, not 0.9999.
    shares = weight * home_count // (sizes.size * (sizes.size + 1) // 2)
    capacities = np.minimum(shares, sizes)
    while capacities.sum() < home_count:
        left = home_count - int(capacities.sum())
        richest_first = np.flatnonzero(capacities < sizes)[::-1]
        capacities[richest_first[:left]] += 1
    return capacities


def draw_homes(
    potential: FloatArray,
    home_count: int,
    rng: np.random.Generator,
    *,
    class_count: int = DEFAULT_CLASS_COUNT,
    ids: Sequence[object] | None = None,
) -> HomeDraw:
    """Draw homes at random from natural-breaks classes (thesis, algorithm 1).

    Empty candidates (potential 0) form no class of their own and are drawn only when the
    others do not suffice, as homes in empty areas are what the algorithm is to avoid.

    Parameters
    ----------
    potential : ndarray, shape (m,)
        Potential per candidate, finite and at least 0.
    home_count : int
        Number of homes.
    rng : numpy.random.Generator
        Source of the draw.
    class_count : int
        Natural-breaks classes.
    ids : sequence, optional
        Names of the candidates; with them the draw does not depend on their order.
    """
    potential = np.asarray(potential, dtype=float)
    bad = np.flatnonzero(~(np.isfinite(potential) & (potential >= 0.0)))
    if bad.size:
        raise InvalidInput.counted(
            bad.size,
            "{count} candidate has a negative or missing potential: {ids}.",
            "{count} candidates have a negative or missing potential: {ids}.",
            ids=name_some([int(row) + 1 if ids is None else ids[row] for row in bad]),
        )
    refuse_more_homes_than_candidates(home_count, potential.size)
    usable = np.flatnonzero(potential > 0.0)
    if usable.size < home_count:
        usable = np.arange(potential.size)
    classes = np.zeros(potential.size, dtype=np.int64)
    classes[usable] = natural_breaks(potential[usable], class_count)
    classes_of_usable = classes[usable]
    sizes = np.bincount(classes_of_usable)
    capacities = class_capacities(sizes, home_count)
    keys = np.arange(potential.size) if ids is None else _rank_ids(ids)
    order = usable[np.lexsort((keys[usable], potential[usable]))]
    chosen = [
        rng.choice(order[classes[order] == group], size=capacity, replace=False)
        for group, capacity in enumerate(capacities)
    ]
    breaks = np.array(
        [potential[usable][classes_of_usable == group].max() for group in range(sizes.size)]
    )
    return HomeDraw(np.sort(np.concatenate(chosen)), classes + 1, capacities, breaks)


def potential_classes(potential: FloatArray, class_count: int) -> IntArray:
    """Natural-breaks class (m,) of each candidate, 1 (least) upwards; empty ones are in 1."""
    usable = potential > 0.0
    classes = np.ones(len(potential), dtype=np.int64)
    if usable.any():
        classes[usable] = natural_breaks(potential[usable], class_count) + 1
    return classes


def _rank_ids(ids: Sequence[object]) -> IntArray:
    texts = np.array([str(value) for value in ids])
    rank = np.empty(texts.size, dtype=np.int64)
    rank[np.argsort(texts, kind="stable")] = np.arange(texts.size)
    return rank


def _class_starts(levels: FloatArray, counts: FloatArray, class_count: int) -> IntArray:
    """First level of each class in the best division of ascending levels."""
    n = levels.size
    # Centred values keep the differences of large sums of squares exact enough.
    centred = levels - np.average(levels, weights=counts)
    total = np.concatenate([[0.0], np.cumsum(counts)])
    linear = np.concatenate([[0.0], np.cumsum(counts * centred)])
    square = np.concatenate([[0.0], np.cumsum(counts * centred**2)])

    def deviation(start: IntArray, end: IntArray) -> FloatArray:
        """Squared deviations of the levels start … end − 1."""
        sums = linear[end] - linear[start]
        return square[end] - square[start] - sums * sums / (total[end] - total[start])

    ends = np.arange(1, n + 1)
    best = np.concatenate([[np.inf], deviation(np.zeros(n, dtype=np.int64), ends)])
    split = np.zeros((class_count, n + 1), dtype=np.int64)
    for layer in range(1, class_count):
        best, split[layer] = _solve_layer(best, layer, n, deviation)
    starts = np.zeros(class_count, dtype=np.int64)
    end = n
    for layer in range(class_count - 1, 0, -1):
        end = split[layer, end]
        starts[layer] = end
    return starts


def _solve_layer(
    previous: FloatArray,
    layer: int,
    n: int,
    deviation: Callable[[IntArray, IntArray], FloatArray],
) -> tuple[FloatArray, IntArray]:
    """Best cost and split of the first ``end`` levels into ``layer + 1`` classes."""
    best = np.full(n + 1, np.inf)
    split = np.zeros(n + 1, dtype=np.int64)
    first, last = np.array([layer + 1]), np.array([n])
    low, high = np.array([layer]), np.array([n - 1])
    while first.size:
        middle = (first + last) // 2
        highest = np.minimum(high, middle - 1)
        sizes = highest - low + 1
        offsets = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        starts = np.arange(sizes.sum()) - np.repeat(offsets - low, sizes)
        cost = previous[starts] + deviation(starts, np.repeat(middle, sizes))
        least = np.minimum.reduceat(cost, offsets)
        hits = np.flatnonzero(cost == np.repeat(least, sizes))
        owner = np.searchsorted(offsets, hits, side="right") - 1
        _, first_hit = np.unique(owner, return_index=True)
        at = starts[hits[first_hit]]
        best[middle], split[middle] = least, at
        first, last, low, high = (
            np.concatenate(pair)
            for pair in (
                (first, middle + 1),
                (middle - 1, last),
                (low, at),
                (at, high),
            )
        )
        alive = first <= last
        first, last, low, high = first[alive], last[alive], low[alive], high[alive]
    return best, split
