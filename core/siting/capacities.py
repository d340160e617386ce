"""What demands take, what homes can give, and how long a search for homes may go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray
from ..errors import InfeasibleProblem, InvalidInput, name_some
from ..texts import readable


@dataclass(frozen=True)
class CapacitatedEffort:
    """How long the search may go on, by work rather than by the clock.

    Attributes
    ----------
    bound_steps : int
        Subgradient steps of the relaxation.
    shakes : int
        Shakes of the best choice before the search ends.
    work : float
        Cost entries to look at before the search ends.
    moves_per_demand : int
        Moves and exchanges in one improvement, per demand.
    exchanges : int
        Pairs of demands whose exchange is looked at in one step, which bounds its memory.
    """

    bound_steps: int = 250
    shakes: int = 1500
    work: float = 4e8
    moves_per_demand: int = 4
    exchanges: int = 500_000

    def times(self, factor: float) -> CapacitatedEffort:
        """More or fewer shakes and less or more work."""
        return replace(self, shakes=int(factor * self.shakes), work=factor * self.work)


@dataclass(frozen=True)
class Capacities:
    """What demands take of a home, and what a home can give.

    Attributes
    ----------
    demands : ndarray, shape (n,)
        At least 0.
    room : ndarray, shape (m,)
        Capacity of each candidate, at least 0.
    """

    demands: FloatArray
    room: FloatArray

    @classmethod
    def alike(cls, demands: FloatArray, capacity: float, candidates: int) -> Capacities:
        """The same capacity for all candidates."""
        return cls(demands, np.full(candidates, float(capacity)))

    def refuse_too_tight(self, count: int, ids: Sequence[object] | None = None) -> None:
        """Refuse a demand that no home could serve, and more than ``count`` homes could.

        Raises
        ------
        InvalidInput, InfeasibleProblem
            With the numbers.
        """
        demands, room = self.demands, self.room
        if not np.isfinite(demands).all() or (demands < 0.0).any():
            raise InvalidInput("Demands must be finite and at least 0.")
        if np.isnan(room).any() or (room < 0.0).any():
            raise InvalidInput("Capacities must be at least 0.")
        largest = float(room.max())
        heavy = np.flatnonzero(demands > largest)
        if heavy.size:
            raise InfeasibleProblem.counted(
                heavy.size,
                "{count} place alone weighs more than one home may serve ({capacity}): {ids}. "
                "Raise the capacity (CAPACITY; the heaviest weighs {most}), or divide this "
                "place.",
                "{count} places alone weigh more than one home may serve ({capacity}): {ids}. "
                "Raise the capacity (CAPACITY; the heaviest weighs {most}), or divide these "
                "places.",
                capacity=readable(largest),
                most=readable(float(demands.max())),
                ids=name_some([int(row) + 1 if ids is None else ids[row] for row in heavy]),
            )
        most = float(np.sort(room)[::-1][:count].sum())
        total = float(demands.sum())
        if most < total * (1.0 - 1e-12):
            raise InfeasibleProblem.counted(
                count,
                "{count} home holds {room} at most, but the weights add up to {total}. Raise the "
                "capacity (CAPACITY) to more than that, or the number of representatives (COUNT).",
                "{count} homes hold {room} at most, but the weights add up to {total}. Raise the "
                "capacity (CAPACITY; to more than {enough} if it is the same for all), or the "
                "number of representatives (COUNT).",
                room=readable(most),
                total=readable(total),
                enough=readable(total / count),
            )
