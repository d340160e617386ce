"""The smallest circle around some points, for Reock's measure of compactness."""

from __future__ import annotations

import math

import numpy as np

from ..arrays import FloatArray, IntArray
from ..libraries import spatial

Circle = tuple[float, float, float]
# Share of the radius by which a point may lie outside: what rounding moves a circle through
# three points by.
_SLACK = 1e-10


def enclosing_radii(points: FloatArray, group: IntArray, group_count: int) -> FloatArray:
    """Radius (g,) of the smallest circle around the points (n, 2) of each group; NaN for none.

    Negative groups are left out.
    """
    order = np.argsort(group, kind="stable")
    start = np.searchsorted(group[order], np.arange(group_count + 1))
    radii = np.full(group_count, np.nan)
    for number in range(group_count):
        members = points[order[start[number] : start[number + 1]]]
        if len(members):
            radii[number] = enclosing_circle(members)[2]
    return radii


def enclosing_circle(points: FloatArray) -> Circle:
    """Centre and radius (x, y, r) of the smallest circle around points (n, 2), n at least 1.

    Welzl (1991), Smallest enclosing disks (balls and ellipsoids), on the corners of the convex
    hull; in the loops of de Berg et al., Computational Geometry, sect. 4.7.
    """
    origin = points.mean(axis=0)
    corners = _hull_corners(points - origin)
    # Any order gives the same circle; a shuffled one keeps the expected time linear.
    shuffled = np.random.default_rng(1).permutation(corners)
    rows: list[tuple[float, float]] = [(x, y) for x, y in shuffled.tolist()]
    circle: Circle = (*rows[0], 0.0)
    for i, point in enumerate(rows):
        if not _holds(circle, point):
            circle = _through_one(rows[:i], point)
    return circle[0] + float(origin[0]), circle[1] + float(origin[1]), circle[2]


def _through_one(rows: list[tuple[float, float]], edge: tuple[float, float]) -> Circle:
    circle: Circle = (*edge, 0.0)
    for j, point in enumerate(rows):
        if not _holds(circle, point):
            circle = _through_two(rows[:j], edge, point)
    return circle


def _through_two(
    rows: list[tuple[float, float]], edge: tuple[float, float], other: tuple[float, float]
) -> Circle:
    circle: Circle = (
        (edge[0] + other[0]) / 2.0,
        (edge[1] + other[1]) / 2.0,
        math.dist(edge, other) / 2.0,
    )
    for point in rows:
        if not _holds(circle, point):
            circle = _through_three(edge, other, point)
    return circle


def _through_three(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]
) -> Circle:
    bx, by, cx, cy = b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]
    turn = 2.0 * (bx * cy - by * cx)
    if turn == 0.0:  # on one line, by rounding: the two that are farthest apart
        first, second = max(((a, b), (a, c), (b, c)), key=lambda pair: math.dist(*pair))
        return _through_two([], first, second)
    b2, c2 = bx * bx + by * by, cx * cx + cy * cy
    x, y = (cy * b2 - by * c2) / turn, (bx * c2 - cx * b2) / turn
    return a[0] + x, a[1] + y, math.hypot(x, y)


def _holds(circle: Circle, point: tuple[float, float]) -> bool:
    return math.hypot(point[0] - circle[0], point[1] - circle[1]) <= circle[2] * (1.0 + _SLACK)


def _hull_corners(points: FloatArray) -> FloatArray:

    if len(points) < 4:
        return points
    try:
        return np.asarray(points[spatial.ConvexHull(points).vertices])
    except spatial.QhullError:  # all on one line: its two ends lie at the extremes of x, then y
        order = np.lexsort((points[:, 1], points[:, 0]))
        return np.asarray(points[order[[0, -1]]])
