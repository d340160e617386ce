"""Columns of the programme of flows between territories (see :mod:`.handover`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..arrays import FloatArray, IntArray
from ..libraries import sparse

NO_OBSTACLE = 1e-4
"""Share of all weight up to which a corridor is none: a hundredth of a territory of a hundred."""


@dataclass(frozen=True)
class FlowColumns:
    """Numbers of the columns for flows among s territories, of which the first t stay.

    Attributes
    ----------
    corridor : ndarray of float, shape (t, s)
        As shares of all weight, see :func:`.corridor_weights`.
    """

    corridor: FloatArray

    @cached_property
    def order(self) -> IntArray:
        """The other territories (t, s - 1) by the length of their corridors."""
        corridor = self.corridor.copy()
        own = np.arange(len(corridor))
        corridor[own, own] = np.inf
        return np.asarray(np.argsort(corridor, axis=1, kind="stable")[:, :-1])

    @cached_property
    def beyond(self) -> FloatArray:
        """Corridors (t, s - 1) to the next one of :attr:`order`, 0 behind the last one."""
        sorted_ones = np.take_along_axis(self.corridor, self.order, axis=1)
        return np.hstack([sorted_ones[:, 1:], np.zeros((len(sorted_ones), 1))])

    @cached_property
    def flow(self) -> IntArray:
        """Of flows (t, s - 1) into each territory from the i-th other one."""
        return np.arange(self.order.size).reshape(self.order.shape)

    @cached_property
    def inside(self) -> IntArray:
        """Of all flows (t, s - 1) into each territory up to the i-th one."""
        return self.flow + self.order.size

    @cached_property
    def counted(self) -> IntArray:
        """Of what counts as change of each territory (s,)."""
        return 2 * self.order.size + np.arange(self.corridor.shape[1])

    @cached_property
    def away(self) -> IntArray:
        """Of whether a territory (t,) gives up all that it has."""
        return 2 * self.order.size + self.corridor.shape[1] + np.arange(len(self.corridor))

    @property
    def width(self) -> int:
        """Number of columns."""
        return int(self.away[-1]) + 1

    def selected(self, column: IntArray) -> sparse.csr_matrix:
        """A row for each of the columns, with a 1 there."""
        rows = np.arange(column.size)
        return self.matrix(column.size, [(rows, column.ravel(), np.ones(column.size))])

    def matrix(
        self, rows: int, entries: list[tuple[IntArray, IntArray, FloatArray]]
    ) -> sparse.csr_matrix:
        """Rows of the programme from entries by row, column and value."""
        row, column, value = (np.concatenate(part) for part in zip(*entries))
        return sparse.csr_matrix((value, (row, column)), (rows, self.width))

    @cached_property
    def leaves(self) -> sparse.csr_matrix:
        """Rows (s) of all that leaves a territory."""
        ones = np.ones(self.order.size)
        return self.matrix(self.corridor.shape[1], [(self.order.ravel(), self.flow.ravel(), ones)])
