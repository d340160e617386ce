"""Areas heavier than a territory should be: a city that holds more than one target.

Its territory is too heavy whatever the search does, and the others must do with less than
their targets. How much less, no border can change; that it is the same for all of them, the
borders can. So the others are measured against what is left for them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray, IntArray

# What is within 1 % of a target counts as fitting, as in the fitness.
_NOTABLY = 0.01


@dataclass(frozen=True)
class Overweight:
    """The overweight areas of a problem.

    Attributes
    ----------
    areas : ndarray of int, shape (p,)
        Heavier, in some criterion, than the share of a territory in what the heavier areas
        leave. Most problems have none.
    targets : ndarray of float, shape (k, c)
        Of all territories.
    """

    areas: IntArray
    targets: FloatArray

    @classmethod
    def of(cls, weights: FloatArray, targets: FloatArray) -> Overweight:
        """Overweight areas among all areas (n, c), for targets (k, c)."""
        found: set[int] = set()
        for column, wanted in zip(weights.T, targets.T):
            found |= _overweight(column, wanted)
        return cls(np.array(sorted(found), dtype=np.int64), targets)

    def in_groups(self, group: NDArray) -> Overweight:
        """The same areas, after all areas (n,) were joined into groups."""
        return Overweight(np.unique(group[self.areas]), self.targets)

    def __bool__(self) -> bool:
        return len(self.areas) > 0

    def holders(self, labels: NDArray) -> BoolArray:
        """Territories (k,) of a plan (n,) that hold an overweight area."""
        holders = np.zeros(len(self.targets), dtype=bool)
        holders[labels[self.areas]] = True
        return holders

    def left_for_others(self, holders: BoolArray, deviations: FloatArray) -> FloatArray:
        """Deviations (k, c) if what is left were divided evenly; 0 for the holders themselves.

        Parameters
        ----------
        deviations : ndarray of float, shape (k, c)
            Signed deviations of the plan, as shares of the targets.
        """
        left = np.zeros_like(deviations)
        wanted = self.targets[~holders].sum(axis=0)
        missing = (deviations[~holders] * self.targets[~holders]).sum(axis=0)
        left[~holders] = missing / np.where(wanted > 0.0, wanted, 1.0)
        return left


def _overweight(weights: FloatArray, targets: FloatArray) -> set[int]:
    """Overweight areas (n,) of one criterion, the heaviest against the largest target (k,)."""
    found: set[int] = set()
    weight_left, target_left = float(weights.sum()), float(targets.sum())
    heaviest = np.argsort(-weights, kind="stable").tolist()
    for area, target in zip(heaviest, np.sort(targets)[::-1].tolist()):
        if target_left <= 0.0 or weights[area] <= (1.0 + _NOTABLY) * target * (
            weight_left / target_left
        ):
            break
        found.add(area)
        weight_left -= float(weights[area])
        target_left -= target
    return found
