"""How hard balance pulls during a search, against travel, border and change."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..sums import weighted_rows
from .border_moves import BorderMoves
from .criteria import Scales
from .settings import CriteriaWeights
from .space import SearchSpace


@dataclass(frozen=True)
class _Tuning:
    """How balance pulls; chosen on the cases of ``benchmarks/balance.py``.

    Attributes
    ----------
    strict_limit : float
        MAX_DEVIATION (share) below which balance is pulled harder than the criteria say.
    emphasis : float
        How much more a squared deviation counts at the noticeable one. With one criterion it
        hardly matters; Bavaria × 12 with farms and square kilometres ends at 1.0 % with it and
        at 1.6 % without, Bavaria × 8 with farms and people at 14 % instead of 17 %.
    emphasis_ends : float
        Multiple of the noticeable deviation beyond which it counts no more.
    """

    strict_limit: float = 0.02
    emphasis: float = 1.5
    emphasis_ends: float = 2.0


_TUNING = _Tuning()
DEFAULT_OTHERS = 0.2
"""Weight of all criteria but balance by default: the scale of :attr:`Pressure.importance`."""


@dataclass(frozen=True)
class Pressure:
    """Exchange rate between squared deviation and the other criteria.

    Attributes
    ----------
    typical_cost : float
        Fitness that a typical border move costs or gains through travel and border.
    typical_share : float
        Share of a territory's target that a typical area holds.
    importance : float
        Weight of balance over the other criteria, relative to the defaults.
    price_of_change : float
        Price per unit of changed weight at which a typical area's change costs as much as a
        typical border move. A limit on change is kept by such a price, which rises while
        the budget is nearly spent: it leaves the budget to the moves that need it most.
    """

    typical_cost: float
    typical_share: float
    importance: float
    price_of_change: float

    @classmethod
    def of(cls, space: SearchSpace, scales: Scales, moves: BorderMoves) -> Pressure:
        cost = np.abs(scales.border * moves.border_change + moves.other_cost)
        share = weighted_rows(
            space.weights, space.inverse_targets.mean(axis=0) * space.criterion_shares
        )
        importance = importance_of(space.problem.criteria)
        limit = space.problem.rules.max_deviation
        if np.isfinite(limit):
            # A limit must be kept however little balance counts in the fitness.
            importance = max(importance, 1.0, _TUNING.strict_limit / max(limit, 1e-6))
        # Squared deviations are weighted by shares that sum to 1, but the worst criterion counts.
        importance /= float(space.criterion_shares.max())
        typical_cost = float(cost.mean()) if len(cost) else 0.0
        return cls(
            typical_cost=typical_cost,
            price_of_change=typical_cost * space.area_count / float(space.mass.sum()),
            typical_share=float(share.mean()),
            importance=importance,
        )

    def at(self, tolerance: float) -> float:
        """Fitness per unit of squared deviation."""
        if self.typical_cost == 0.0 or not np.isfinite(self.importance):
            return 1.0
        scale = 2.0 * self.typical_share * tolerance
        return self.importance * self.typical_cost / scale if scale > 0.0 else 0.0


def importance_of(criteria: CriteriaWeights) -> float:
    """Weight of balance over the other criteria, relative to the defaults."""
    others = criteria.travel + criteria.compactness + criteria.stability
    return criteria.balance * DEFAULT_OTHERS / others if others > 0.0 else float(np.inf)


def emphasis_of(space: SearchSpace, deviations: FloatArray, limits: FloatArray) -> FloatArray:
    """How much each squared deviation (k, c) counts: more, the more it exceeds its limit (k, 1).

    With every objective. Without it the means of deviations, too, end higher: 240 coarse areas
    × 20, three seeds, mean absolute deviation 0.34 to 0.41 % instead of 0.22 to 0.35 %, standard
    deviation 0.36 to 0.51 % instead of 0.29 to 0.31 %.
    """
    beyond = np.abs(space.beyond_tolerated(deviations))
    excess = np.minimum(beyond / limits, _TUNING.emphasis_ends)
    return space.criterion_shares * (1.0 + _TUNING.emphasis * excess**2)
