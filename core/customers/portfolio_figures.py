"""Figures of portfolios beyond those of every plan: whom each keeps, and how compact it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..arrays import FloatArray, IntArray
from ..plan.plan import Plan


@dataclass(frozen=True)
class PortfolioFigures:
    """A view of a plan of customers: figures that are computed once and on demand.

    Attributes
    ----------
    plan : Plan
        Travel counts from its homes, the centres of the portfolios; its names may end with
        current representatives who get no territory.
    """

    plan: Plan

    @property
    def sizes_before(self) -> IntArray:
        """Customers (k,) in each current portfolio; 0 without any."""
        current = self.plan.current
        if current is None:
            return np.zeros(self.plan.territory_count, dtype=np.int64)
        return current.statistics.area_count

    @property
    def totals_before(self) -> FloatArray:
        """Sum of each attribute (k, c) in the current portfolios; 0 without any."""
        current = self.plan.current
        if current is None:
            return np.zeros((self.plan.territory_count, self.plan.areas.weights.shape[1]))
        return current.statistics.totals

    @cached_property
    def kept(self) -> IntArray:
        """Customers (k,) who stay with their representative."""
        current = self.plan.current
        if current is None:
            return np.zeros(self.plan.territory_count, dtype=np.int64)
        stay = (self.plan.labels >= 0) & (self.plan.labels == current.labels)
        return np.bincount(self.plan.labels[stay], minlength=self.plan.territory_count)

    @property
    def served_before(self) -> int:
        """Customers who have a representative now."""
        return int(self.sizes_before.sum())

    @cached_property
    def inertias(self) -> FloatArray:
        """Sum of squared distances (k,) in m²."""
        assigned = self.plan.labels >= 0
        squares = self.plan.trip_m[assigned] ** 2
        k = self.plan.territory_count
        sums = np.bincount(self.plan.labels[assigned], weights=squares, minlength=k)
        return sums.astype(float)

    @cached_property
    def inertia(self) -> float:
        """Sum of all squared distances in m²."""
        return float((self.plan.trip_m[self.plan.labels >= 0] ** 2).sum())

    @cached_property
    def farthest_m(self) -> float:
        """Greatest distance from customer to centre, in metres."""
        return float(self.plan.trip_m[self.plan.labels >= 0].max(initial=0.0))
