"""What a search hands back."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..arrays import IntArray
from ..texts import Text
from .convergence import ConvergenceRow

CONVERGED = "converged"
MAX_GENERATIONS = "max_generations"
MAX_SECONDS = "max_seconds"
TARGET_REACHED = "target_reached"
CANCELLED = "cancelled"
INTERRUPTED = "interrupted"  # workers crashed, or memory ran out


@dataclass(frozen=True)
class BalanceResult:
    """The best plan of a search and how it was found.

    Attributes
    ----------
    labels : ndarray of int, shape (n,)
        Territory of each area, 0 to k - 1.
    convergence : list of ConvergenceRow
        One row per generation, generation 0 being the starts.
    status : str
        ``converged`` (stagnation), ``max_generations``, ``max_seconds``, ``target_reached``
        or ``cancelled``.
    generations : int
    seconds : float
    lower_bound_pct : float
        No plan can have a smaller worst deviation.
    best_start_fitness, fitness : float
        Fitness of the best starting plan and of the result; smaller is better.
    reachable_pct : float
        Worst deviation that weight going from neighbour to neighbour leaves within the limit on
        change; 0 without one.
    messages : list of Text
        Warnings for the user.
    island_sizes : tuple of int
        Plans on each island of the population; empty where that is not handed on.
    """

    labels: IntArray
    convergence: list[ConvergenceRow]
    status: str
    generations: int
    seconds: float
    lower_bound_pct: float
    best_start_fitness: float
    fitness: float
    reachable_pct: float = 0.0
    messages: list[Text] = field(default_factory=list)
    island_sizes: tuple[int, ...] = ()
