"""Portions of segments: which portion lies along another segment, unions and differences."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray


def portion_in_band(
    start: FloatArray,
    end: FloatArray,
    other_start: FloatArray,
    other_end: FloatArray,
    half_width: FloatArray | float,
    extension: FloatArray | float = 0.0,
) -> tuple[FloatArray, FloatArray]:
    """Portion of segments that lies in the rectangle around other segments, row by row.

    The rectangle reaches ``half_width`` to both sides of the other segment and ``extension``
    beyond both of its ends. The segments are clipped to it (Liang & Barsky 1984).

    Returns
    -------
    low, high : (n,) float arrays
        Portion from 0 (start) to 1 (end); empty where ``low > high``.
    """
    axis = other_end - other_start
    length = np.hypot(axis[:, 0], axis[:, 1])
    axis = axis / length[:, None]
    step = end - start
    offset = start - other_start
    along = offset[:, 0] * axis[:, 0] + offset[:, 1] * axis[:, 1]
    along_step = step[:, 0] * axis[:, 0] + step[:, 1] * axis[:, 1]
    aside = axis[:, 0] * offset[:, 1] - axis[:, 1] * offset[:, 0]
    aside_step = axis[:, 0] * step[:, 1] - axis[:, 1] * step[:, 0]
    low1, high1 = _within(along, along_step, -np.asarray(extension), length + extension)
    low2, high2 = _within(aside, aside_step, -np.asarray(half_width), np.asarray(half_width))
    return (
        np.maximum(np.maximum(low1, low2), 0.0),
        np.minimum(np.minimum(high1, high2), 1.0),
    )


def run_alike(
    start: FloatArray,
    end: FloatArray,
    other_start: FloatArray,
    other_end: FloatArray,
    smallest_cosine: float,
) -> BoolArray:
    """Whether segments run in about the same (or the opposite) direction, row by row.

    ``smallest_cosine`` is that of the largest angle between them.
    """
    step, other = end - start, other_end - other_start
    product = np.abs(step[:, 0] * other[:, 0] + step[:, 1] * other[:, 1])
    lengths = np.hypot(step[:, 0], step[:, 1]) * np.hypot(other[:, 0], other[:, 1])
    return np.asarray(product >= smallest_cosine * lengths)


def drift_of(
    start: FloatArray,
    end: FloatArray,
    other_start: FloatArray,
    other_end: FloatArray,
    share: FloatArray,
) -> FloatArray:
    """How far segments move away from others' lines over a share of their length, row by row."""
    step, other = end - start, other_end - other_start
    aside = step[:, 0] * other[:, 1] - step[:, 1] * other[:, 0]
    drift = np.abs(aside) * np.clip(share, 0.0, 1.0)
    return np.asarray(drift / np.hypot(other[:, 0], other[:, 1]))


def _within(
    value: FloatArray, slope: FloatArray, lowest: FloatArray, highest: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Parameters for which ``value + parameter * slope`` lies between two limits."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        one, other = (lowest - value) / slope, (highest - value) / slope
    level = slope == 0.0
    inside = (value >= lowest) & (value <= highest)
    low = np.where(level, np.where(inside, -np.inf, np.inf), np.minimum(one, other))
    high = np.where(level, np.where(inside, np.inf, -np.inf), np.maximum(one, other))
    return low, high


class Portions:
    """Portions of segments, each with a code that says what the portion belongs to.

    Attributes
    ----------
    code : (n,) int array
        Portions are united and subtracted within the same code only.
    low, high : (n,) float arrays
        From 0 (the segment's start) to 1 (its end).
    """

    def __init__(self, code: IntArray, low: FloatArray, high: FloatArray) -> None:
        self.code, self.low, self.high = code, low, high

    @classmethod
    def joined(cls, parts: list[Portions]) -> Portions:
        """All portions of a list in one."""
        if not parts:
            return cls(np.empty(0, dtype=np.int64), np.empty(0), np.empty(0))
        return cls(
            np.concatenate([part.code for part in parts]),
            np.concatenate([part.low for part in parts]),
            np.concatenate([part.high for part in parts]),
        )

    def where(self, chosen: BoolArray) -> Portions:
        """The chosen portions."""
        return Portions(self.code[chosen], self.low[chosen], self.high[chosen])

    def united(self) -> Portions:
        """The same stretches without any being covered twice."""
        return self.without(Portions.joined([]))

    def without(self, removed: Portions) -> Portions:
        """The stretches that are covered here and not by ``removed``, each once."""
        if self.code.size == 0:
            return self
        code = np.concatenate([self.code, self.code, removed.code, removed.code])
        place = np.concatenate([self.low, self.high, removed.low, removed.high])
        mine, theirs = self.code.size, removed.code.size
        cover = np.repeat([1, -1, 0, 0], [mine, mine, theirs, theirs])
        block = np.repeat([0, 0, 1, -1], [mine, mine, theirs, theirs])
        order = np.lexsort((place, code))
        code, place = code[order], place[order]
        # Every portion begins and ends within its code, so the sums return to 0 between codes.
        covered = (np.cumsum(cover[order]) > 0) & (np.cumsum(block[order]) == 0)
        kept = covered[:-1] & (code[1:] == code[:-1]) & (place[1:] > place[:-1])
        return Portions(code[:-1][kept], place[:-1][kept], place[1:][kept])


def among(values: IntArray, reference: IntArray) -> BoolArray:
    """Whether each value occurs in a sorted reference."""
    if reference.size == 0:
        return np.zeros(values.shape, dtype=bool)
    place = np.minimum(np.searchsorted(reference, values), reference.size - 1)
    return np.asarray(reference[place] == values)
