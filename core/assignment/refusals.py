"""Refuse limits that cannot be kept: what is found is worded, what is worded is raised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..errors import InfeasibleProblem
from ..progress import SILENT, Progress
from .contradictions import counted_contradiction
from .infeasibility import inseparable_customers, limits_conflict
from .limits import Limit
from .names import Names
from .wording import refusal


class MovesFoundNothing(InfeasibleProblem):
    """Moves found no assignment and nothing else was tried: nothing is proved."""


def refuse_contradictions(
    allowed: BoolArray | None, shape: tuple[int, int], limits: Sequence[Limit], names: Names
) -> None:
    """Raise if counting alone shows that the limits cannot be kept.

    Parameters
    ----------
    allowed : ndarray of bool, shape (n, k), or None
        Possible pairs; None where all are.
    shape : tuple of int
        n and k.

    Raises
    ------
    InfeasibleProblem
        With the limits that contradict each other and by how much.
    """
    pairs = np.broadcast_to(np.array(True), shape) if allowed is None else allowed
    found = counted_contradiction(pairs, limits)
    if found is not None:
        raise refusal(found, names)


def refuse_conflict(
    cost: FloatArray, limits: Sequence[Limit], names: Names, progress: Progress = SILENT
) -> None:
    """Raise with the limits that contradict each other, if any do.

    Raises
    ------
    InfeasibleProblem
        If even dividing customers does not help.
    """
    found = limits_conflict(cost, limits, progress)
    if found is not None:
        raise refusal(found, names)


def refuse_division(
    limits: Sequence[Limit], names: Names, *, seconds: float | None = None
) -> NoReturn:
    """Raise because the limits could be kept only by dividing customers.

    Parameters
    ----------
    seconds : float, optional
        How long an answer was looked for, if it is not proved that there is none.

    Raises
    ------
    InfeasibleProblem
        Always; names the narrowest limit.
    """
    raise refusal(inseparable_customers(limits, seconds), names)
