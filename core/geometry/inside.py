"""Which points lie inside an outline."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray


def points_inside(points: FloatArray, outline: FloatArray) -> BoolArray:
    """Whether each point lies inside an outline that may cross itself.

    By the even-odd rule: a ray to the right crosses the outline an odd number of times
    (Shimrat, Algorithm 112, 1962).

    Parameters
    ----------
    points : ndarray of float, shape (n, 2)
    outline : ndarray of float, shape (v, 2)
        Its corners in order; the last is joined to the first. Less than three hold nothing.

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    inside = np.zeros(len(points), dtype=bool)
    if len(outline) < 3:
        return inside
    low, high = outline.min(axis=0), outline.max(axis=0)
    near = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
    x, y = points[near].T
    odd = np.zeros(len(near), dtype=bool)
    for (ax, ay), (bx, by) in zip(outline, np.roll(outline, -1, axis=0)):
        if ay == by:
            continue
        crosses = (ay > y) != (by > y)
        odd ^= crosses & (x < ax + (y - ay) * (bx - ax) / (by - ay))
    inside[near] = odd
    return inside
