"""Pairs of customer and centre that are worth considering besides each customer's cheapest.

Given prices, almost every customer has one clearly cheapest centre. The few other pairs (arcs)
go into a small linear or integer programme with one row per limit and centre: the cheapest
centre of a customer needs no variable of its own, being what remains when none of the others
is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..libraries import sparse
from .normalised import NormalisedProblem


@dataclass(frozen=True)
class CandidatePairs:
    """Pairs worth considering besides each customer's cheapest centre.

    Attributes
    ----------
    customers, centres : ndarray of int, shape (arcs,)
        The other pairs, ordered by customer.
    extra : ndarray of float, shape (arcs,)
        Reduced cost above that of the customer's base centre.
    """

    customers: IntArray
    centres: IntArray
    extra: FloatArray

    @property
    def size(self) -> int:
        return self.customers.size


def nearly_indifferent(
    problem: NormalisedProblem,
    prices: FloatArray,
    base: IntArray,
    base_cost: FloatArray,
    customers: IntArray,
    width: FloatArray,
) -> CandidatePairs:
    """Other pairs of ``customers`` whose reduced cost is within ``width`` of the base's.

    Parameters
    ----------
    base, base_cost : ndarray, shape (n,)
        Base centre of each customer and its reduced cost.
    customers : ndarray of int, shape (m,)
        Customers to look at.
    width : ndarray of float, shape (m,)
        Greatest extra reduced cost of each of them.
    """
    found_customers, found_centres, found_extra = [], [], []
    rows_per_block = max((1 << 16) // problem.centres, 1)
    for start in range(0, customers.size, rows_per_block):
        part = customers[start : start + rows_per_block]
        extra = problem.reduced(part, prices) - base_cost[part][:, None]
        extra[np.arange(part.size), base[part]] = np.inf
        row, centre = np.nonzero(extra <= width[start : start + rows_per_block][:, None])
        found_customers.append(part[row])
        found_centres.append(centre)
        found_extra.append(extra[row, centre])
    if not found_customers:
        nothing = np.empty(0, dtype=np.int64)
        return CandidatePairs(nothing, nothing, np.empty(0))
    return CandidatePairs(
        np.concatenate(found_customers),
        np.concatenate(found_centres),
        np.concatenate(found_extra),
    )


def move_matrix(
    problem: NormalisedProblem, base: IntArray, pairs: CandidatePairs
) -> sparse.csr_matrix:
    """Change of the totals, shape (limits × k, arcs), per customer moved along each arc."""
    k = problem.centres
    arcs = np.arange(pairs.size)
    leaving = base[pairs.customers]
    rows, columns, values = [], [], []
    for row in range(len(problem.limits)):
        for sign, centres in ((1.0, pairs.centres), (-1.0, leaving)):
            amount = problem.coefficient(row, pairs.customers, centres)
            counted = np.flatnonzero(amount)
            rows.append(row * k + centres[counted])
            columns.append(arcs[counted])
            values.append(sign * amount[counted])
    return sparse.csr_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))),
        shape=(len(problem.limits) * k, pairs.size),
    )


def one_place_rows(pairs: CandidatePairs, further_columns: int) -> sparse.csr_matrix | None:
    """Rows that keep a customer with several arcs from being chosen more than once."""
    _, position, arcs = np.unique(pairs.customers, return_inverse=True, return_counts=True)
    several = np.flatnonzero(arcs[position] > 1)
    if several.size == 0:
        return None
    _, rows = np.unique(pairs.customers[several], return_inverse=True)
    return sparse.csr_matrix(
        (np.ones(several.size), (rows, several)),
        shape=(rows.max() + 1, pairs.size + further_columns),
    )
