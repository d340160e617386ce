"""All moves of one border area to one neighbouring territory, evaluated at once.

Rows of an array are picked by ``take``, which is many times faster than an index.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from .criteria import Scales
from .space import SearchSpace


@dataclass(frozen=True)
class BorderMoves:
    """Moves 0 to p - 1 that rules allow, each from the plan as it stands.

    Attributes
    ----------
    area, source, target : ndarray of int, shape (p,)
        The area, its territory, and the neighbouring territory it would join.
    border_change : ndarray of float, shape (p,)
        Metres of border gained.
    other_cost : ndarray of float, shape (p,)
        Change of the fitness through travel (to the present centres) and stability.
    lost, gained : ndarray of float, shape (p, c)
        Share of the source's and of the target's target that the area's weights are.
    """

    area: IntArray
    source: IntArray
    target: IntArray
    border_change: FloatArray
    other_cost: FloatArray
    lost: FloatArray
    gained: FloatArray

    @classmethod
    def of(
        cls,
        space: SearchSpace,
        scales: Scales,
        labels: IntArray,
        centres: FloatArray | None = None,
        change_price: float = 0.0,
    ) -> BorderMoves:
        """Moves of a plan.

        Travel is linearised at the given centres, or at the present ones. ``change_price``
        is what a unit of weight that changes hands costs at least, whatever the criteria
        say.
        """
        graph = space.graph
        first_label, second_label = labels[graph.first], labels[graph.second]
        cut = np.flatnonzero(first_label != second_label)
        area = np.concatenate([graph.first[cut], graph.second[cut]])
        target = np.concatenate([second_label[cut], first_label[cut]])
        border = np.tile(graph.border_m[cut], 2)
        foreign = np.bincount(area, weights=border, minlength=space.area_count)
        count = space.territory_count
        key, index = _numbered(area * count + target)
        shared = np.bincount(index, weights=border, minlength=len(key))
        area, target = key // count, key % count
        allowed = space.movable[area] & space.receiving[target]
        if not allowed.all():
            area, target, shared = area[allowed], target[allowed], shared[allowed]
        source = labels[area]
        if centres is None:
            centres = space.centres(labels)
        other = scales.travel * space.travel_change(area, source, target, centres)
        price = max(scales.stability, change_price)
        if space.initial is not None and price > 0.0:
            home = space.initial[area]
            other += (
                price
                * space.change_mass[area]
                * np.where(home < 0, 0, (target != home).astype(int) - (source != home))
            )
        weights = space.weights.take(area, axis=0)
        return cls(
            area=area,
            source=source,
            target=target,
            border_change=space.inner_border_m[area] - foreign[area] - shared,
            other_cost=other,
            lost=weights * space.inverse_targets.take(source, axis=0),
            gained=weights * space.inverse_targets.take(target, axis=0),
        )

    def __len__(self) -> int:
        return len(self.area)

    def imbalance_change(
        self, deviations: FloatArray, emphasis: FloatArray, tolerated: float
    ) -> FloatArray:
        """Change of the sum of squared deviations (k, c) times their emphasis, shape (p,).

        What is ``tolerated`` (share) does not count.
        """
        leaving = emphasis.take(self.source, axis=0) * square_change(
            deviations.take(self.source, axis=0), -self.lost, tolerated
        )
        joining = emphasis.take(self.target, axis=0) * square_change(
            deviations.take(self.target, axis=0), self.gained, tolerated
        )
        return np.asarray((leaving + joining).sum(axis=1))


def _numbered(keys: IntArray) -> tuple[IntArray, IntArray]:
    """Different keys (q,), ascending, and which of them each key (p,) is.

    Like :func:`numpy.unique`, whose sort does not see that keys come in long runs.
    """
    order = keys.argsort(kind="stable")
    ascending = keys[order]
    new = np.ones(len(keys), dtype=bool)
    np.not_equal(ascending[1:], ascending[:-1], out=new[1:])
    index = np.empty(len(keys), dtype=np.int64)
    index[order] = np.cumsum(new) - 1
    return ascending[new], index


def square_change(
    deviations: FloatArray | float, change: FloatArray, tolerated: float
) -> FloatArray:
    """By how much the squares of deviations change that lie beyond what is tolerated."""
    if tolerated <= 0.0:
        return change * (change + 2.0 * deviations)
    after = np.maximum(np.abs(deviations + change) - tolerated, 0.0)
    before = np.maximum(np.abs(deviations) - tolerated, 0.0)
    return np.asarray(after**2 - before**2)
