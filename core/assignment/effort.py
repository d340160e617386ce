"""How good an assignment has to be, and how long it may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AssignmentEffort:
    """When the search for a cheaper whole assignment may stop.

    Attributes
    ----------
    gap : float
        Relative gap between cost and lower bound that is good enough. A ten-thousandth of the
        cost is far below what distances between customers are worth.
    max_seconds : float
        Longest time for all integer programmes together; the best answer found so far is taken
        then.
    only_moves : bool
        Whether an assignment that moves of customers do not find is given up without integer
        programmes, which may take all of the time: for centres that others can stand in for.
    """

    gap: float = 1e-4
    max_seconds: float = 20.0
    only_moves: bool = False
