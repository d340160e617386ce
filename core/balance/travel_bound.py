"""The least travel that any plan as balanced can have, and the prices that prove it.

Without contiguity, and if areas could be divided, the plan of least travel from given homes
whose totals lie within some deviation of the targets is the answer to a transport problem.
Its dual has one price for each territory and criterion: what one more unit of weight is worth
there. Any prices give a lower bound; the best ones give the answer itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..assignment.limits import Limit, sum_limit
from ..assignment.relaxation import Relaxation, relax
from ..progress import SILENT, Progress
from ..rounding import ROUNDING
from .space import SearchSpace


@dataclass(frozen=True)
class Trips:
    """Travel from given homes, and the totals that balance it.

    Attributes
    ----------
    cost : ndarray of float, shape (n, k)
        Cost of one trip from each home to each area, in metres or seconds.
    trips : ndarray of float, shape (n,)
        Trips to each area, in any unit.
    weights : ndarray of float, shape (n, c)
    targets : ndarray of float, shape (k, c)
    held : ndarray of int, shape (n,), or None
        Territory that must serve an area; negative where it is free.
    closed : ndarray of bool, shape (k,), or None
        Territories that serve no area but those they hold.
    beside : ndarray of float, shape (n, k), or None
        What it costs beside all trips to an area that a territory serves it; ``inf`` where it
        does not, unless it must.
    """

    cost: FloatArray
    trips: FloatArray
    weights: FloatArray
    targets: FloatArray
    held: IntArray | None = None
    closed: BoolArray | None = None
    beside: FloatArray | None = None

    @classmethod
    def of(cls, space: SearchSpace) -> Trips:
        """Trips of a problem with fixed homes or a cost matrix."""
        if space.travel_cost is None:
            raise ValueError("homes are not fixed")
        return cls(
            space.travel_cost,
            space.mass,
            space.weights,
            space.problem.targets,
            space.held,
            ~space.receiving,
        )

    def relaxed(self, deviation: float, progress: Progress = SILENT) -> Relaxation:
        """Relaxation of the transport problem; its costs are sums over all trips."""
        cost = self.cost * self.trips[:, None]
        if self.beside is not None:
            cost += self.beside
        if self.closed is not None:
            cost[:, self.closed] = np.inf
        if self.held is not None:
            area = np.flatnonzero(self.held >= 0)
            own = self.cost[area, self.held[area]] * self.trips[area]
            cost[area] = np.inf
            cost[area, self.held[area]] = own
        return relax(cost, self._limits(deviation), progress)

    def _limits(self, deviation: float) -> list[Limit]:
        unit = np.where(self.targets > 0.0, self.targets, self.targets.mean(axis=0))
        slack = (deviation + ROUNDING) * unit
        count = len(self.targets)
        return [
            sum_limit("", column, count, np.maximum(target - room, 0.0), target + room)
            for column, target, room in zip(self.weights.T, self.targets.T, slack.T)
        ]


def mean_travel_bound(trips: Trips, deviation: float, progress: Progress = SILENT) -> float:
    """Mean cost of a trip below which no plan comes that deviates so little.

    Parameters
    ----------
    trips : Trips
    deviation : float
        Largest deviation of a total, as a share of its target (of the mean target, where the
        target is 0).

    Returns
    -------
    float
        In the unit of the cost; 0 if there are no trips.
    """
    total = float(trips.trips.sum())
    if total <= 0.0:
        return 0.0
    bound = trips.relaxed(deviation, progress).lower_bound / total
    return max(bound * (1.0 - ROUNDING), 0.0)
