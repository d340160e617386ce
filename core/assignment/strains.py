"""How far totals are from where they should be, for moves that bring them nearer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from .normalised import NormalisedProblem


@dataclass(frozen=True)
class Beyond:
    """How far totals miss their bounds.

    Attributes
    ----------
    lower, upper : ndarray of float, shape (limits, k)
    """

    lower: FloatArray
    upper: FloatArray

    def of(self, totals: FloatArray, centre: int | slice) -> FloatArray:
        """For totals (limits, m) of one centre, or of m centres."""
        lower, upper = self.lower[:, centre], self.upper[:, centre]
        if isinstance(centre, int):
            lower, upper = lower[:, None], upper[:, None]
        return np.maximum(lower - totals, 0.0) + np.maximum(totals - upper, 0.0)


@dataclass(frozen=True)
class Uneven(Beyond):
    """How uneven totals are: their squared differences from the middle of the bounds.

    Where all neighbours of a full centre are nearly full, only chains of moves help, and none of
    these misses a bound by less. The squares fall with each of them: what is too much flows off as
    heat does.
    """

    @classmethod
    def between(cls, problem: NormalisedProblem, bounds: tuple[FloatArray, FloatArray]) -> Uneven:
        """Of totals that are to lie between bounds, some of which may say nothing."""
        lower, upper = bounds
        mean = problem.everything[:, None] / problem.centres
        half = 0.5 * np.clip(upper - lower, 0.0, mean)
        is_most = problem.upper < problem.everything[:, None] + 0.5
        return cls(
            np.where(problem.lower > 0.0, lower + half, 0.0),
            np.where(is_most, upper - half, np.inf),
        )

    def of(self, totals: FloatArray, centre: int | slice) -> FloatArray:
        return np.asarray(super().of(totals, centre) ** 2)
