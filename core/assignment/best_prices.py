"""Optimal prices, step by step: each is an exact linear programme near the last prices."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import InfeasibleProblem
from ..progress import Progress
from .candidate_pairs import CandidatePairs, nearly_indifferent
from .names import Names
from .normalised import NormalisedProblem
from .refusals import refuse_conflict
from .solvers import Solver

# Objective and bound agree to this part where the answer is proved best.
ROUNDING = 1e-9


@dataclass(frozen=True)
class _Boxes:
    """How far prices may move in one linear programme.

    A wide box needs more pairs and a larger programme, a narrow one more programmes.

    Attributes
    ----------
    pairs_per_price, fewest_customers : int
        The first box holds so many indifferent customers, so that each price has some to move;
        below the fewest a programme takes milliseconds anyway.
    most_customers : float
        And no more than this part of all. A box up to the most decided customer holds nearly all
        pairs: 5,000 instead of 1,000 with ten customers for each of 60 centres.
    growth : float
        Factor from one box to the next: prices far away are reached in few programmes.
    steps_before_doubt : int
        After so many programmes it is checked whether the limits contradict each other, which
        takes longer than one of them.
    most_steps : int
        A safeguard against rounding that goes round in circles.
    """

    pairs_per_price: int = 10
    fewest_customers: int = 300
    most_customers: float = 0.5
    growth: float = 4.0
    steps_before_doubt: int = 6
    most_steps: int = 40


_BOXES = _Boxes()


def best_prices(
    problem: NormalisedProblem, prices: FloatArray, names: Names, solver: Solver, progress: Progress
) -> tuple[FloatArray, IntArray | None]:
    """Optimal prices, and the optimal assignment if no customer has to be divided.

    Each step finds the best prices within a box around the last ones, and needs only those
    pairs that can become attractive within the box. Best prices inside the box are best of
    all, because the dual is concave.
    """
    heaviness = np.maximum(problem.coefficients.sum(axis=0), 1e-12)
    first_size = max(_BOXES.fewest_customers, _BOXES.pairs_per_price * prices.size)
    first_size = min(math.ceil(_BOXES.most_customers * problem.customers), first_size)
    box = 0.0
    for step in range(_BOXES.most_steps):
        progress.stop_if_cancelled()
        base, first, second = problem.best(prices)
        indifference = (second - first) / (2.0 * heaviness)
        if step == 0:
            box = max(float(np.partition(indifference, first_size - 1)[first_size - 1]), 1e-6)
            finite = indifference[np.isfinite(indifference)]
            box = min(box, float(finite.max()) + 1.0 if finite.size else 1.0)
        else:
            box *= _BOXES.growth
        customers = np.flatnonzero(indifference <= box)
        pairs = nearly_indifferent(
            problem, prices, base, first, customers, 2.0 * box * heaviness[customers]
        )
        answer = solver.linear(problem, prices, base, pairs, box, progress)
        prices = prices + answer.change
        if np.all(np.abs(answer.shortfall) <= ROUNDING * problem.customers):
            return prices, _labels(base, pairs, answer.shares) if answer.whole else None
        if step >= _BOXES.steps_before_doubt:
            refuse_conflict(problem.cost, problem.limits, names, progress)
    raise InfeasibleProblem(
        "The limits are so tight that no assignment was found; widen them a little."
    )


def _labels(base: IntArray, pairs: CandidatePairs, shares: FloatArray) -> IntArray:
    labels = base.copy()
    chosen = shares > 0.5
    labels[pairs.customers[chosen]] = pairs.centres[chosen]
    return labels
