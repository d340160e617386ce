"""Fitness of a plan: criteria normalised to comparable scales (thesis, eq. 3.9).

Every criterion f is scaled as (f - a) / (b - a) and the weighted sum is minimised:

========== ======================================= ======= ===================================
criterion  f                                       a       b
========== ======================================= ======= ===================================
balance    three parts of the objective and one    0       1 (a territory that is empty or
           of the mean absolute deviation; what            holds twice its target)
           the objective exceeds 0.05 % counts
           twice, what it exceeds 1 % eightfold
travel     mean cost of a trip                     0       its value in the reference plan
border     metres of border between territories    0       its value in the reference plan, or
                                                           twenty times that
stability  share of weight that changed hands      0       1
========== ======================================= ======= ===================================

The objective is the worst absolute deviation by default. The mean absolute deviation (paper,
eq. 2) counts four times and the standard deviation (thesis, algorithm 6) three times. Evenly
spread deviations have a worst one of 2 means and √3 σ; the rest makes up for what the worst
territory no longer pulls, so that each objective leads to less of itself than the default. What
the worst deviation exceeds 1 % is as dear with them as without, but for maps so small that the
search leaves such plans by itself.

Where no plan can do with 0.05 % or 1 %, the lower bound takes their place, and where areas are
coarse, what they lead to (see :func:`.expected_deviation`). If the reason is an
area heavier than a target, the balance of the other territories among themselves is added, at
half its price (see :mod:`.overweight`). Several balance criteria count by their shares: a
deviation of 2 % in a criterion with half the share of the most important one is as bad as 1 %
in that one. The worst deviation is the worst of all; means are weighted by the shares.

With fixed homes a plan can change its travel by a few percent and its borders by a third. So
that borders do not decide about travel, they count a twentieth there, unless travel counts
nothing; and b of travel is the least that even totals allow (see :mod:`.travel_bound`).

The reference plan is a balanced start (a power diagram), so that 1 % more travel than in
a plain balanced plan costs as much as 1 % of deviation, if both have the same weight.
A plan outside MAX_DEVIATION is worse than every plan inside, however the criteria are weighted
and however small a target is; a plan outside MAX_CHANGE is worse still.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..rounding import ROUNDING
from .balance_prices import balance_value, expected_deviation, objective_value, unfair
from .settings import WORST_DEVIATION
from .space import SearchSpace

# Far above the fitness of any plan inside the limits, which is at most some tens.
_RULE_BREACH = 1000.0


@dataclass(frozen=True)
class _Tuning:
    """What criteria count beside each other, beyond their weights.

    Attributes
    ----------
    among_others : float
        Price of imbalance among the territories without an overweight area, relative to the
        balance of all.
    border_beside_trips : float
        What borders count beside travel from fixed homes, see the module. Measured on 27
        representatives and 10,946 municipalities: 1 gives 0.3 % more travel and 3 % less border.
    """

    among_others: float = 0.5
    border_beside_trips: float = 0.05


_TUNING = _Tuning()


@dataclass(frozen=True)
class Scales:
    """Cost of one unit of each criterion in the fitness, weights included.

    Attributes
    ----------
    balance : float
        Per share of deviation.
    bound : float
        Worst deviation (share) that no plan can go below.
    breach : float
        Of leaving MAX_DEVIATION: far more than the fitness of any plan inside.
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
    bound: float = 0.0
    breach: float = _RULE_BREACH

    @classmethod
    def from_reference(cls, space: SearchSpace, labels: NDArray, bound: float = 0.0) -> Scales:
        """Scales by which the reference plan ``labels`` has travel 1 and border 1.

        ``bound`` is a worst deviation (share) that no plan can go below.
        """
        weights = space.problem.criteria
        travel = space.travel(labels)
        if space.even_travel is not None:
            travel = min(travel, space.even_travel)
        border = space.border_length(labels)
        compactness = weights.compactness
        if space.travel_cost is not None and weights.travel > 0.0:
            compactness *= _TUNING.border_beside_trips
        largest = float((space.weights.sum(axis=0) * space.inverse_targets).max(initial=1.0))
        others = weights.travel + weights.compactness + weights.stability
        return cls(
            balance=weights.balance,
            travel=weights.travel / travel if travel > 0.0 else 0.0,
            border=compactness / border if border > 0.0 else 0.0,
            stability=weights.stability,
            bound=bound,
            breach=_RULE_BREACH * max(1.0, weights.balance * largest + others),
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
    objective : float
        What is to be small: ``deviation`` itself, or a mean of the deviations.
    beyond : float
        The same of what lies beyond the tolerated deviation.
    sigma : float
        Standard deviation of the deviations, of the worst criterion.
    balance : float
        The balance criterion as in the module's table.
    travel : float
        Mean trip cost; where squares count, the root of their mean.
    border_m : float
    changed : float
        Share of the travel weight.
    breach : float
        What the fitness holds for broken limits; 0 if the plan keeps all.
    """

    fitness: float
    deviation: float
    objective: float
    beyond: float
    sigma: float
    balance: float
    travel: float
    border_m: float
    changed: float
    breach: float


def evaluate(space: SearchSpace, scales: Scales, labels: NDArray) -> Evaluation:
    """Evaluate a plan (n,) in which every area is assigned."""
    deviations = space.deviations(labels)
    worst = float(np.abs(deviations).max(initial=0.0))
    sigma = float(deviations.std(axis=0).max(initial=0.0))
    shares, objective = space.criterion_shares, space.problem.criteria.objective
    counted = space.beyond_tolerated(deviations)
    bound = max(scales.bound - space.tolerated, 0.0)
    coarse = max(expected_deviation(space) - space.tolerated, 0.0)
    balance = balance_value(counted, shares, bound, objective, coarse)
    wanted = (
        worst if objective == WORST_DEVIATION else objective_value(deviations, shares, objective)
    )
    if space.overweight:
        holders = space.overweight.holders(labels)
        others = (deviations - space.overweight.left_for_others(holders, deviations))[~holders]
        counted_others = space.beyond_tolerated(others)
        balance += _TUNING.among_others * balance_value(
            counted_others, shares, 0.0, objective, coarse
        )
    if objective != WORST_DEVIATION and not space.counts_objective_alone:
        counted_worst = objective_value(counted, shares, WORST_DEVIATION)
        balance += unfair(counted_worst, max(bound, coarse))
    travel = space.travel(labels)
    border = space.border_length(labels)
    changed = space.changed(labels)
    fitness = (
        scales.balance * balance
        + scales.travel * travel
        + scales.border * border
        + scales.stability * changed
    )
    excess = max(0.0, worst - space.problem.rules.max_deviation - ROUNDING)
    overdraft = max(0.0, changed - space.change_limit - ROUNDING)
    breach = 0.0
    if excess:
        breach += scales.breach * (1.0 + excess)
    if overdraft:
        breach += scales.breach**2 * (1.0 + overdraft)
    return Evaluation(
        fitness=fitness + breach,
        deviation=worst,
        objective=wanted,
        beyond=(
            max(worst - space.tolerated, 0.0)
            if objective == WORST_DEVIATION
            else objective_value(counted, shares, objective)
        ),
        sigma=sigma,
        balance=balance,
        travel=float(travel ** (1.0 / space.travel_power)),
        border_m=border,
        changed=changed,
        breach=breach,
    )
