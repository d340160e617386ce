"""Moves and exchanges of single customers that break no limit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import Limit


class LimitedMoves:
    """Labels with the totals of all limits, updated move by move."""

    def __init__(self, labels: IntArray, limits: Sequence[Limit]) -> None:
        self.labels = labels
        self.limits = limits
        self.totals = [limit.totals(labels) for limit in limits]
        self.margins = [_rounding_margin(limit) for limit in limits]

    def move(self, changes: list[tuple[int, int]]) -> bool:
        """Make all changes (customer, new territory) if no limit is worse kept than before."""
        new_totals = []
        for limit, totals, margin in zip(self.limits, self.totals, self.margins):
            after = totals.copy()
            for customer, new in changes:
                weight = 1.0 if limit.weights is None else float(limit.weights[customer])
                for territory, sign in ((int(self.labels[customer]), -1.0), (new, 1.0)):
                    if limit.members is None or limit.members[customer] == territory:
                        after[territory] += sign * weight
            changed = after != totals
            worse = _miss(limit, after, margin) > _miss(limit, totals, 0.0)
            if np.any(worse & changed):
                return False
            new_totals.append(after)
        self.totals = new_totals
        for customer, new in changes:
            self.labels[customer] = new
        return True


def _miss(limit: Limit, totals: FloatArray, margin: float) -> FloatArray:
    lacking = np.maximum(limit.minimum + margin - totals, 0.0)
    return lacking + np.maximum(totals - limit.maximum + margin, 0.0)


def _rounding_margin(limit: Limit) -> float:
    """Distance to keep from a bound, because sums of fractions depend on their order."""
    if limit.weights is None or limit.is_whole:
        return 0.0
    return 1e-9 * float(limit.weights.sum()) / len(limit.minimum)


def move_or_exchange(plan: LimitedMoves, customers: IntArray, wanted: IntArray) -> list[int]:
    """Customers that could go where they belong, alone or against another one."""
    moved: list[int] = []
    waiting: dict[tuple[int, int], list[int]] = {}
    for customer in customers.tolist():
        old, new = int(plan.labels[customer]), int(wanted[customer])
        if plan.move([(customer, new)]):
            moved.append(customer)
            continue
        partners = waiting.get((new, old), [])
        for partner in partners:
            if plan.move([(customer, new), (partner, old)]):
                partners.remove(partner)
                moved += [customer, partner]
                break
        else:
            waiting.setdefault((old, new), []).append(customer)
    return moved
