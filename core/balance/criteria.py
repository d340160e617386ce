"""Fitness of a plan: criteria normalised to comparable scales (thesis, eq. 3.9).

Every criterion f is scaled as (f - a) / (b - a) and the weighted sum is minimised:

========== ======================================= ======= ===================================
criterion  f                                       a       b
========== ======================================= ======= ===================================
balance    three parts of the worst and one of     0       1 (a territory that is empty or
           the mean absolute deviation, weighted           holds twice its target)
           over the balance criteria
travel     mean cost of a trip                     0       its value in the reference plan
border     metres of border between territories    0       its value in the reference plan
stability  share of weight that changed hands      0       1
========== ======================================= ======= ===================================

The reference plan is a balanced start (a power diagram), so that 1 % more travel than in
a plain balanced plan costs as much as 1 % of deviation, if both have the same weight.
A plan outside MAX_DEVIATION or MAX_CHANGE is worse than every plan inside.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .space import SearchSpace

FloatArray = NDArray[np.float64]

RULE_BREACH = 1000.0
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Scales:
    """Cost of one unit of each criterion in the fitness, weights included.

    Attributes
    ----------
    balance : float
        Per share of deviation.
    travel : float
        Per unit of mean trip cost.
    border : float
        Per metre.
    stability : float
        Per share of weight that changes hands.
    """

    balance: float
    travel: float
    border: float
    stability: float

    @classmethod
    def from_reference(cls, space: SearchSpace, labels: NDArray) -> Scales:
        """Scales by which the reference plan ``labels`` has travel 1 and border 1."""
        weights = space.problem.criteria
        travel, border = space.travel(labels), space.border_length(labels)
        return cls(
            balance=weights.balance,
            travel=weights.travel / travel if travel > 0.0 else 0.0,
            border=weights.compactness / border if border > 0.0 else 0.0,
            stability=weights.stability,
        )


@dataclass(frozen=True)
class Evaluation:
    """Criteria of one plan.

    Attributes
    ----------
    fitness : float
        Smaller is better.
    deviation : float
        Worst absolute deviation over territories and criteria, as a share of the target.
    balance : float
        The balance criterion as in the module's table.
    travel : float
        Mean trip cost.
    border_m : float
    changed : float
        Share of the travel weight.
    """

    fitness: float
    deviation: float
    balance: float
    travel: float
    border_m: float
    changed: float


def balance_value(deviations: FloatArray, criterion_shares: FloatArray) -> float:
    """Balance criterion of deviations (k, c), weighted over the criteria."""
    size = np.abs(deviations)
    return float((0.75 * size.max(axis=0) + 0.25 * size.mean(axis=0)) @ criterion_shares)


def evaluate(space: SearchSpace, scales: Scales, labels: NDArray) -> Evaluation:
    """Evaluate a plan (n,) in which every area is assigned."""
    deviations = space.deviations(labels)
    worst = float(np.abs(deviations).max(initial=0.0))
    balance = balance_value(deviations, space.criterion_shares)
    travel = space.travel(labels)
    border = space.border_length(labels)
    changed = space.changed(labels)
    fitness = (
        scales.balance * balance
        + scales.travel * travel
        + scales.border * border
        + scales.stability * changed
    )
    excess = max(0.0, worst - space.problem.rules.max_deviation - _ROUNDING)
    overdraft = max(0.0, changed - space.change_limit - _ROUNDING)
    if excess or overdraft:
        fitness += RULE_BREACH * (1.0 + excess + 10.0 * overdraft)
    return Evaluation(fitness, worst, balance, travel, border, changed)
