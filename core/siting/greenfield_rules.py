"""When the search for centres stops, and how exact its allocations are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SearchRules:
    """When the alternation of allocating and moving stops, and how exact allocations are.

    Attributes
    ----------
    max_iterations : int
        Rounds of one start; a guard, as a few rounds do.
    search_gap, search_fall : float
        Gap of allocations while starts are compared, and fall of the objective below which a
        start is left: its order among the starts hardly changes after that.
    final_gap, final_fall : float
        The same for the best start at the end.
    first_seconds, next_seconds : float
        For narrow bounds, where whole customers hardly fit; otherwise an allocation takes moments.
    beyond_price : float
        Price of a metre beyond the maximum distance, in units of the greatest demand: dear rather
        than forbidden, as the way to a valid plan may lead past invalid ones.
    beyond_step : float
        Share of the maximum distance that any excess costs at least, so that no metre is too
        little to count.
    """

    max_iterations: int = 100
    search_gap: float = 1e-3
    search_fall: float = 2e-3
    final_gap: float = 1e-4
    final_fall: float = 1e-6
    first_seconds: float = 10.0
    next_seconds: float = 2.0
    beyond_price: float = 1000.0
    beyond_step: float = 0.01


RULES = SearchRules()
