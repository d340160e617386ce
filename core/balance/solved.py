"""What came of one run of balancing."""

from __future__ import annotations

from dataclasses import dataclass

from ..plan.resiting import Resited
from .least_change import NeededChange
from .result import BalanceResult


@dataclass(frozen=True)
class Solved:
    """A plan, what was before, how it was found, and what is proved of it.

    Attributes
    ----------
    resited : Resited
        The plan from the current homes and from the best ones, and the plan before.
    result : BalanceResult
        Of the search.
    travel_bound_m : float or None
        Mean trip in metres that no plan this balanced can be below; None if it is not known.
    change : NeededChange or None
        What of the current plan must change hands; None without one.
    """

    resited: Resited
    result: BalanceResult
    travel_bound_m: float | None = None
    change: NeededChange | None = None
