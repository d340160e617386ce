"""Customers who must stay together: they move as one, and count as many."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..assignment import Limit
from ..contiguity.components import connected_components


@dataclass(frozen=True)
class Together:
    """A division of n customers into m blocks that must not be divided.

    Attributes
    ----------
    block : ndarray of int, shape (n,)
        Block 0 to m - 1 of each customer.
    """

    block: IntArray

    @classmethod
    def of(cls, *labels: IntArray) -> Together | None:
        """Blocks of customers who share a label in any of several arrays (n,).

        Parameters
        ----------
        *labels : ndarray of int, shape (n,)
            Equal labels belong together; -1 is nobody's.

        Returns
        -------
        Together or None
            None where nobody shares a label with anybody.
        """
        if not labels:
            return None
        n = len(labels[0])
        first, second = [], []
        for own in labels:
            order = np.argsort(own, kind="stable")
            same = (own[order][1:] == own[order][:-1]) & (own[order][1:] >= 0)
            first.append(order[:-1][same])
            second.append(order[1:][same])
        count, block = connected_components(n, np.concatenate(first), np.concatenate(second))
        return None if count == n else cls(block)

    @classmethod
    def at_same_place(cls, positions: FloatArray) -> IntArray:
        """Label (n,) of each customer's place, for :meth:`of`."""
        return np.unique(positions, axis=0, return_inverse=True)[1].reshape(-1).astype(np.int64)

    @cached_property
    def sizes(self) -> IntArray:
        """Customers (m,) of each block."""
        return np.bincount(self.block)

    def __len__(self) -> int:
        return len(self.sizes)

    @cached_property
    def several(self) -> BoolArray:
        """Customers (n,) who share a block with somebody."""
        return np.asarray(self.sizes[self.block] > 1)

    @cached_property
    def _order(self) -> IntArray:
        return np.argsort(self.block, kind="stable")

    @cached_property
    def _starts(self) -> IntArray:
        return np.append(0, np.cumsum(self.sizes)[:-1])

    def sums(self, values: FloatArray) -> FloatArray:
        """Sums (m, …) of values (n, …) in each block."""
        return np.add.reduceat(values[self._order], self._starts, axis=0)

    def largest(self, values: FloatArray) -> FloatArray:
        """Greatest values (m, …) in each block."""
        return np.maximum.reduceat(values[self._order], self._starts, axis=0)

    def allowed(self, pairs: BoolArray) -> BoolArray:
        """Pairs (m, k) that are possible for all customers of a block."""
        return np.logical_and.reduceat(pairs[self._order], self._starts, axis=0)

    def limit(self, limit: Limit) -> Limit:
        """The same limit for blocks.

        Where a block holds customers of several current representatives, it counts as kept by
        the one who has most of them only: less than is true, so that the limit holds.
        """
        own = np.ones(len(self.block)) if limit.weights is None else limit.weights
        if limit.members is None:
            return replace(limit, weights=self.sums(own))
        served = limit.members >= 0
        pairs = np.column_stack([self.block[served], limit.members[served]])
        found, position = np.unique(pairs, axis=0, return_inverse=True)
        weight = np.bincount(position.reshape(-1), weights=own[served], minlength=len(found))
        members = np.full(len(self), -1, dtype=np.int64)
        weights = np.zeros(len(self))
        # The heaviest of each block comes last, and of several the first representative.
        order = np.lexsort((-found[:, 1], weight, found[:, 0]))
        members[found[order, 0]] = found[order, 1]
        weights[found[order, 0]] = weight[order]
        return replace(limit, members=members, weights=weights)
