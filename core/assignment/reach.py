"""Who may move where: each customer's cheapest centres, with costs and weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from .normalised import NormalisedProblem


@dataclass(frozen=True)
class Reach:
    """Moves worth trying: m customers with c centres each, the present one among them.

    Attributes
    ----------
    customers : ndarray of int, shape (m,)
        Ascending.
    centres : ndarray of int, shape (m, c)
    costs : ndarray of float, shape (m, c)
        Scaled.
    weights : ndarray of float, shape (limits, m, c)
        What the customer adds to each total there, scaled.
    """

    customers: IntArray
    centres: IntArray
    costs: FloatArray
    weights: FloatArray

    @classmethod
    def of(
        cls,
        problem: NormalisedProblem,
        prices: FloatArray,
        start: IntArray,
        count: int,
        most: int,
    ) -> Reach:
        """Moves from an assignment (n,).

        Parameters
        ----------
        count : int
            Centres of each customer: those with the least reduced costs.
        most : int
            Customers × centres; if there are more, the most indifferent customers take part.
        """
        count = min(count, problem.centres)
        centres, extra = _cheapest(problem, prices, start, count)
        customers = np.arange(problem.customers)
        few = max(most // count, 1)
        if len(customers) > few:
            heaviness = np.maximum(problem.coefficients.sum(axis=0), 1e-12)
            customers = np.sort(np.argsort(extra / heaviness, kind="stable")[:few])
        centres = centres[customers]
        costs = problem.cost[customers[:, None], centres] / problem.cost_scale
        owners = np.repeat(customers, count)
        weights = np.array(
            [
                problem.coefficient(row, owners, centres.ravel()).reshape(centres.shape)
                for row in range(len(problem.limits))
            ]
        )
        return cls(customers, centres, costs, weights)

    def present(self, labels: IntArray) -> tuple[FloatArray, FloatArray]:
        """Costs (m,) and weights (limits, m) of the customers where they are."""
        column = (self.centres == labels[self.customers][:, None]).argmax(axis=1)
        rows = np.arange(self.customers.size)
        return self.costs[rows, column], self.weights[:, rows, column]


def _cheapest(
    problem: NormalisedProblem, prices: FloatArray, start: IntArray, count: int
) -> tuple[IntArray, FloatArray]:
    """Cheapest centres (n, count) and what the best other one costs more than the present."""
    centres = np.empty((problem.customers, count), dtype=np.int64)
    extra = np.empty(problem.customers)
    for rows in problem.blocks():
        reduced = problem.reduced(rows, prices)
        everybody = np.arange(len(reduced))
        own = reduced[everybody, start[rows]].copy()
        reduced[everybody, start[rows]] = -np.inf
        if count < problem.centres:
            chosen = np.argpartition(reduced, count - 1, axis=1)[:, :count]
        else:
            chosen = np.tile(np.arange(count), (len(reduced), 1))
        centres[rows] = np.sort(chosen, axis=1)
        reduced[everybody, start[rows]] = np.inf
        extra[rows] = reduced.min(axis=1) - own
    return centres, extra
