"""Where a clustering may start."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..libraries import optimize

_ENCLOSING_STEPS = 400
"""The farthest customer is at most 1 / √400 = 5 % farther than from the true middle, and far less
in the plane (Bădoiu and Clarkson 2003)."""

_TURN = 0.5
"""Radians by which lines turn at random, so that starts differ: 30° mostly."""


def squared_distances(points: FloatArray, centres: FloatArray) -> FloatArray:
    """Squared distances, shape (n, k), in the square of the points' unit."""
    result = np.empty((len(points), len(centres)), order="F")
    axes = np.ascontiguousarray(points.T)
    difference = np.empty(len(points))
    for j, centre in enumerate(centres):
        column = result[:, j]
        np.subtract(axes[0], centre[0], out=column)
        np.multiply(column, column, out=column)
        for axis in range(1, len(axes)):
            np.subtract(axes[axis], centre[axis], out=difference)
            np.multiply(difference, difference, out=difference)
            np.add(column, difference, out=column)
    return result


def neighbours_together(points: FloatArray) -> IntArray:
    """Order (n,) of positions on a plane in which neighbours follow each other.

    Along Morton's curve over ranks: the bits of both ranks in turn (Morton 1966).
    """
    ranks = np.empty((len(points), 2), dtype=np.int64)
    for axis in range(2):
        ranks[np.lexsort((points[:, 1 - axis], points[:, axis])), axis] = np.arange(len(points))
    levels = len(points).bit_length()
    curve = np.zeros(len(points), dtype=np.int64)
    for level in range(levels):
        for axis in range(2):
            curve |= ((ranks[:, axis] >> level) & 1) << (2 * level + axis)
    return np.argsort(curve, kind="stable")


def spread_centres(points: FloatArray, count: int, generator: np.random.Generator) -> FloatArray:
    """Starting centres far from each other (greedy k-means++).

    Every next centre is the best of a few candidates drawn in proportion to the squared
    distance to the nearest centre so far (Arthur and Vassilvitskii 2007, section 2.2 and
    their remark on several candidates per step).

    Parameters
    ----------
    points : ndarray of float, shape (n, 2)
        Positions on a plane.
    count : int
        Number of centres.
    generator : numpy.random.Generator
        Source of chance.

    Returns
    -------
    ndarray of float, shape (count, 2)
    """
    n = len(points)
    trials = 2 + int(np.log(count))
    centres = np.empty((count, points.shape[1]))
    centres[0] = points[generator.integers(n)]
    nearest = squared_distances(points, centres[:1])[:, 0]
    for position in range(1, count):
        cumulated = np.cumsum(nearest)
        drawn = generator.random(trials)
        if cumulated[-1] > 0.0:
            candidates = np.searchsorted(cumulated, drawn * cumulated[-1], side="right")
        else:
            # Fewer different positions than centres: any customer is as good as another.
            candidates = (drawn * n).astype(np.int64)
        candidates = np.minimum(candidates, n - 1)
        after = np.minimum(nearest[:, None], squared_distances(points, points[candidates]))
        best = int(after.sum(axis=0).argmin())
        centres[position] = points[candidates[best]]
        nearest = after[:, best]
    return centres


def dividing_centres(
    points: FloatArray, weights: FloatArray, count: int, generator: np.random.Generator
) -> FloatArray:
    """Starting centres of clusters with about the same weight each.

    All are divided into two along a line across their longer extent, more or less, each part
    again, and so on (recursive bisection, Berger and Bokhari 1987). Where limits allow little else
    than equal shares, clusters that begin with them need not wander through half of the map:
    5,000 customers in towns and villages, 100 clusters ±5 %, were 25 to 50 % better after thirty
    rounds than from :func:`spread_centres`, and 1 % better where they lie evenly.

    Parameters
    ----------
    points : ndarray of float, shape (n, 2)
        Positions on a plane.
    weights : ndarray of float, shape (n,)
        Not negative.
    count : int
        Number of centres, n at most.
    generator : numpy.random.Generator
        Source of chance.

    Returns
    -------
    ndarray of float, shape (count, 2)
    """
    centres = np.empty((count, points.shape[1]))
    waiting = [(np.arange(len(points)), count, 0)]
    while waiting:
        own, parts, first = waiting.pop()
        places = points[own]
        if parts == 1:
            centres[first] = places.mean(axis=0)
            continue
        x, y = (places - places.mean(axis=0)).T
        longer = 0.5 * np.arctan2(2.0 * (x * y).sum(), (x * x).sum() - (y * y).sum())
        angle = float(longer) + generator.normal(scale=_TURN)
        order = np.argsort(x * np.cos(angle) + y * np.sin(angle), kind="stable")
        half = (parts + int(generator.integers(2))) // 2
        running = np.cumsum(weights[own][order])
        cut = int(np.searchsorted(running, running[-1] * half / parts)) + 1
        cut = min(max(cut, half), len(own) - (parts - half))
        waiting.append((own[order[:cut]], half, first))
        waiting.append((own[order[cut:]], parts - half, first + half))
    return centres


def matched_to(anchors: FloatArray, centres: FloatArray) -> FloatArray:
    """The centres in the order that brings them nearest to the anchors, pair by pair."""
    rows, columns = optimize.linear_sum_assignment(squared_distances(anchors, centres))
    ordered = np.empty_like(centres)
    ordered[rows] = centres[columns]
    return ordered


def middle_points(points: FloatArray, labels: IntArray, centres: FloatArray) -> FloatArray:
    """Centres of circles that enclose the clusters, about as small as possible.

    Each centre walks towards its farthest customer in ever smaller steps (Bădoiu and
    Clarkson 2003), which comes within a hundredth of the smallest circle.
    """
    middles = centres.copy()
    for j in range(len(centres)):
        own = points[labels == j]
        if len(own) == 0:
            continue
        middle = own.mean(axis=0)
        for step in range(1, _ENCLOSING_STEPS + 1):
            farthest = own[((own - middle) ** 2).sum(axis=1).argmax()]
            middle = middle + (farthest - middle) / (step + 1)
        middles[j] = middle
    return middles
