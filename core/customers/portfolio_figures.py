"""Figures of portfolios: what each holds and keeps, and how compact it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..arrays import FloatArray, IntArray
from ..plan.plan import Plan
from ..plan.statistics import territory_totals


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

    @cached_property
    def sizes(self) -> IntArray:
        """Customers (k,) of each territory."""
        return self._counts(self.plan.labels)

    @cached_property
    def sizes_before(self) -> IntArray:
        """Customers (k,) in each current portfolio; 0 without any."""
        return self._counts(self._before)

    @cached_property
    def kept(self) -> IntArray:
        """Customers (k,) who stay with their representative."""
        same = self.plan.labels == self._before
        return self._counts(np.where(same, self.plan.labels, -1))

    @property
    def kept_customers(self) -> int:
        """All customers who stay with their representative."""
        return int(self.kept.sum())

    @property
    def served_before(self) -> int:
        """Customers who have a representative now."""
        return int(np.count_nonzero(self._before >= 0))

    @property
    def retained_share(self) -> float | None:
        """Share (0 to 1) of them who keep that representative; None where nobody has one."""
        served = self.served_before
        return float(self.kept.sum()) / served if served else None

    @cached_property
    def totals(self) -> FloatArray:
        """Sum of each attribute (k, c) in each territory."""
        return self._totals(self.plan.labels)

    @cached_property
    def overall_totals(self) -> FloatArray:
        """Sum of each attribute (c,) over all territories."""
        return self.totals.sum(axis=0)

    @cached_property
    def totals_before(self) -> FloatArray:
        """The same for the current portfolios."""
        return self._totals(self._before)

    @cached_property
    def mean_distance_m(self) -> FloatArray:
        """Mean distance (k,) from customer to centre in metres; NaN without customers."""
        assigned = self.plan.labels >= 0
        sums = np.bincount(
            self.plan.labels[assigned], weights=self.plan.trip_m[assigned], minlength=self._size
        )
        return np.where(self.sizes > 0, sums / np.maximum(self.sizes, 1), np.nan)

    @cached_property
    def inertias(self) -> FloatArray:
        """Sum of squared distances (k,) in m²."""
        assigned = self.plan.labels >= 0
        squares = self.plan.trip_m[assigned] ** 2
        sums = np.bincount(self.plan.labels[assigned], weights=squares, minlength=self._size)
        return sums.astype(float)

    @cached_property
    def inertia(self) -> float:
        """Sum of all squared distances in m²."""
        return float((self.plan.trip_m[self.plan.labels >= 0] ** 2).sum())

    @cached_property
    def overall_mean_distance_m(self) -> float:
        """Mean distance of all customers with a territory, in metres."""
        return float(self.plan.trip_m[self.plan.labels >= 0].mean())

    @cached_property
    def farthest_m(self) -> float:
        """Greatest distance from customer to centre, in metres."""
        return float(self.plan.trip_m[self.plan.labels >= 0].max(initial=0.0))

    @property
    def _size(self) -> int:
        return self.plan.territory_count

    @property
    def _before(self) -> IntArray:
        current = self.plan.current
        return np.full(len(self.plan.labels), -1) if current is None else current.labels

    def _totals(self, labels: IntArray) -> FloatArray:
        weights = self.plan.areas.weights
        if weights.shape[1] == 0:
            return np.zeros((self._size, 0))
        return territory_totals(labels, weights, self._size)

    def _counts(self, labels: IntArray) -> IntArray:
        return np.bincount(labels[labels >= 0], minlength=self._size)
