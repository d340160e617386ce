"""A plan that is there already, balanced further by moves along its borders."""

from __future__ import annotations

from ..arrays import IntArray
from ..progress import SILENT, Progress
from .criteria import Scales
from .exchange import exchange_areas
from .problem import BalanceProblem
from .schedules import Schedules
from .space import SearchSpace


def evened(
    problem: BalanceProblem,
    labels: IntArray,
    lower_bound_pct: float = 0.0,
    progress: Progress = SILENT,
) -> IntArray:
    """The nearest plan that no exchange along a border makes more even.

    Parameters
    ----------
    problem : BalanceProblem
    labels : ndarray of int, shape (n,)
        A contiguous plan that keeps all rules; so does what comes back.
    lower_bound_pct : float
        Worst deviation that no plan can be below.
    """
    space = SearchSpace(problem)
    scales = Scales.from_reference(space, labels, lower_bound_pct / 100.0)
    return exchange_areas(space, scales, labels, Schedules.of(space, 0.0).thorough, progress)
