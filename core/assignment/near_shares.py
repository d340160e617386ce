"""Customers shared out softly over the few centres that are near them.

Of many centres a customer only ever gets one of the nearest. What shares, totals and curvature
cost to compute then grows with the customers, not with customers × centres; leaving the remote
centres out is an approximation, good enough for what only steers a search
(:mod:`..customers.soft_rounds`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from ..arrays import FloatArray, IntArray
from ..libraries import sparse
from .normalised import NormalisedProblem
from .soft_shares import SoftAssignment, curvature_stride

# exp(−16) is the last of the seven digits in which shares are computed.
_NEGLIGIBLE = np.float32(-16.0)
_SLIGHT = 1e-3
"""Shares that differ from nothing or all by less hardly bend a total."""


@dataclass(frozen=True)
class NearProblem:
    """An assignment problem in which each customer may go to a few centres only.

    Attributes
    ----------
    near : ndarray of int, shape (m, n)
        The centres of each customer: places first, so that minima over them are fast.
    cost : ndarray of float, shape (m, n)
        Scaled costs.
    weights : ndarray of float, shape (limits, m, n), or None
        What the customer adds to each total there, scaled; None where everybody counts 1.
    lower, upper : ndarray of float, shape (limits, k)
        Finite bounds of the scaled totals.
    everything : ndarray of float, shape (limits,)
        Scaled weight of all customers.
    cost_scale : float
        Cost that counts as 1.
    cost_spread : float
        Difference of the greatest and least scaled costs of all centres.
    """

    near: IntArray
    cost: FloatArray
    weights: FloatArray | None
    lower: FloatArray
    upper: FloatArray
    everything: FloatArray
    cost_scale: float
    cost_spread: float

    @property
    def customers(self) -> int:
        return self.near.shape[1]

    @property
    def centres(self) -> int:
        return self.lower.shape[1]

    @classmethod
    def of(cls, problem: NormalisedProblem, prices: FloatArray, count: int) -> NearProblem:
        """The ``count`` centres of each customer that are cheapest at the prices."""
        n = problem.customers
        near = np.empty((count, n), dtype=np.int64)
        cost = np.empty((count, n))
        for rows in problem.blocks():
            reduced = problem.reduced(rows, prices)
            near[:, rows] = np.argpartition(reduced, count - 1, axis=1)[:, :count].T
            cost[:, rows] = problem.cost[np.arange(rows.start, rows.stop), near[:, rows]]
        cost /= problem.cost_scale
        weights = None
        if any(limit.weights is not None or limit.is_retention for limit in problem.limits):
            customers = np.arange(n)
            weights = np.array(
                [
                    [problem.coefficient(row, customers, place) for place in near]
                    for row in range(len(problem.limits))
                ]
            )
        return cls(
            near,
            cost,
            weights,
            problem.lower,
            problem.upper,
            problem.everything,
            problem.cost_scale,
            problem.cost_spread,
        )

    def with_cost(self, cost: FloatArray) -> NearProblem:
        """The same centres of each customer with other costs (m, n), not scaled."""
        return replace(self, cost=cost / self.cost_scale)

    def soft_assignment(
        self, prices: FloatArray, temperature: float, points: FloatArray | None = None
    ) -> SoftAssignment:
        """Share every customer out; see :func:`.soft_shares.soft_assignment`."""
        reduced = self.cost.copy()
        for row, price in enumerate(prices):
            paid = price.take(self.near)
            if self.weights is not None:
                paid *= self.weights[row]
            reduced -= paid
        least = reduced.min(axis=0)
        reduced -= least
        reduced *= -1.0 / temperature
        exponents = reduced.astype(np.float32).ravel()
        # Positions in flat arrays: masks and pairs of indices take several times as long.
        counts = np.flatnonzero(exponents > _NEGLIGIBLE)
        customer = counts % self.customers
        shares = np.exp(exponents.take(counts)).astype(float)
        norms = np.bincount(customer, weights=shares, minlength=self.customers)
        shares /= norms.take(customer)
        value = float(least.sum() - temperature * np.log(norms).sum())
        centre = self.near.take(counts)
        amounts = [shares] * len(prices)
        factors = [np.ones_like(shares)] * len(prices)
        if self.weights is not None:
            factors = [weight.take(counts) for weight in self.weights]
            amounts = [shares * factor for factor in factors]
        totals = np.array(
            [np.bincount(centre, weights=one, minlength=self.centres) for one in amounts]
        )
        # Those who prefer one centre add nothing to the curvature.
        chosen = (shares > _SLIGHT) & (shares < 1.0 - _SLIGHT) & (customer % self._stride == 0)
        shared = _Shared(
            customer[chosen] // self._stride,
            centre[chosen],
            [one[chosen] for one in amounts],
            [one[chosen] for one in factors],
            temperature / self._stride,
        )
        means = None
        if points is not None:
            mass = np.bincount(centre, weights=shares, minlength=self.centres)
            sums = [
                np.bincount(centre, weights=shares * axis[customer], minlength=self.centres)
                for axis in points.T
            ]
            with np.errstate(invalid="ignore", divide="ignore"):
                means = np.column_stack(sums) / mass[:, None]
        curvature = partial(shared.curvature, self.centres)
        return SoftAssignment(value, value, totals, curvature, means, few_share=True)

    @property
    def _stride(self) -> int:
        return curvature_stride(self.customers)


@dataclass(frozen=True)
class _Shared:
    """Shares of customers between several centres, each of shape (shares,).

    Attributes
    ----------
    customer, centre : ndarray of int
    amounts, factors : list of ndarray of float
        What the share counts in each limit, and what all of the customer would.
    temperature : float
        Divided by how many customers one stands for.
    """

    customer: IntArray
    centre: IntArray
    amounts: list[FloatArray]
    factors: list[FloatArray]
    temperature: float

    def curvature(self, centres: int) -> FloatArray:
        """Derivative of the totals by the prices, shape (limits × k, limits × k)."""
        shape = (int(self.customer.max(initial=0)) + 1, centres)
        cells = self.customer, self.centre
        tables = [sparse.csr_matrix((one, cells), shape) for one in self.amounts]
        number = len(tables)
        result = np.empty((number, centres, number, centres))
        for one, table in enumerate(tables):
            turned = table.T.tocsr()
            for other, factor in enumerate(self.factors):
                part = -(turned @ tables[other]).toarray()
                own = np.bincount(self.centre, self.amounts[one] * factor, centres)
                part[np.diag_indices(centres)] += own
                result[one, :, other] = part / self.temperature
        return result.reshape(number * centres, number * centres)
