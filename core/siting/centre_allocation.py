"""Centres with the customers allocated to them, as the search for centres finds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..arrays import FloatArray, IntArray

_SAME_EXCESS_M = 1e-6
"""Sums of metres beyond the maximum distance that differ by less are alike."""


@dataclass(frozen=True)
class IterationRecord:
    """One allocation in the history of a search.

    Attributes
    ----------
    count, restart, iteration : int
        Number of centres, start (from 1) and round (from 0).
    objective : float
        Sum of demand × distance after the allocation.
    beyond : float
        Metres by which customers exceed the maximum distance, summed; no plan is taken from
        rounds in which it is above 0.
    centres : ndarray, shape (count, 2)
        Positions of the centres to which customers were allocated.
    """

    count: int
    restart: int
    iteration: int
    objective: float
    beyond: float
    centres: FloatArray = field(compare=False, repr=False)


@dataclass(frozen=True)
class Allocation:
    """Centres with the customers allocated to them.

    Attributes
    ----------
    points : ndarray, shape (k, d)
        Centres on the surface of the search, the existing centres first.
    centres : ndarray, shape (k, 2)
        Their positions.
    labels : ndarray of int, shape (n,)
    objective : float
        Sum of demand × distance.
    bound : float
        Least objective of any allocation to these centres.
    beyond : float
        Metres by which customers exceed the maximum distance, summed; 0 in a valid plan.
    restart, iteration : int
        Where in the history it was found.
    """

    points: FloatArray
    centres: FloatArray
    labels: IntArray
    objective: float
    bound: float
    beyond: float
    restart: int
    iteration: int

    def is_better_than(self, other: Allocation | None, fall: float = 0.0) -> bool:
        """Fewer metres beyond the maximum distance first, then a lower objective."""
        if other is None:
            return True
        if abs(self.beyond - other.beyond) > _SAME_EXCESS_M:
            return self.beyond < other.beyond
        return self.objective < other.objective * (1.0 - fall)


def rounds_until_one_returns(
    allocate: Callable[[FloatArray, int], Allocation],
    move: Callable[[Allocation], FloatArray],
    centres: FloatArray,
    most: int,
) -> list[Allocation]:
    """Rounds of allocating and moving, up to the first with the customers of an earlier one.

    Parameters
    ----------
    allocate : callable
        Allocates customers to centres (k, d) in the round of a number.
    move : callable
        Centres (k, d) of the next round.
    centres : ndarray of float, shape (k, d)
        Of the first round.
    most : int
        Rounds after which to stop.
    """
    rounds: list[Allocation] = []
    seen: set[bytes] = set()
    for number in range(most):
        rounds.append(allocate(centres, number))
        customers = rounds[-1].labels.tobytes()
        if customers in seen:
            break
        seen.add(customers)
        centres = move(rounds[-1])
    return rounds
