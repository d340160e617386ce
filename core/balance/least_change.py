"""How much weight must change hands when people leave, join, or totals are to be even."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from ..libraries import optimize, sparse
from ..rounding import ROUNDING
from ..sums import weighted_rows, weighted_sum
from .corridors import has_corridors
from .handover import Handover

_SEARCHED_AT_ONCE = 12
"""Territories up to which a search who reaches what people left takes a twentieth of a second."""


@dataclass(frozen=True)
class NeededChange:
    """How much of all weight must change hands until totals are as even as those of a plan.

    Attributes
    ----------
    least : float
        Share that no plan can be below.
    between_neighbours : float or None
        Share if weight goes from neighbour to neighbour; None where it cannot. A plan
        that people would accept needs about that much: within 1 % on the balanced plan of 27
        territories, searches end at 0.9 to 1.1 of it for each one who might leave and at 0.7 to
        1.2 for twelve who join. Somebody who joins needs hardly more than the own target if the
        new territory has an arm to every other one, so that ``least`` is far below.
    """

    least: float
    between_neighbours: float | None


@dataclass(frozen=True)
class CurrentTotals:
    """What the territories of the current plan hold, and what they should hold.

    Attributes
    ----------
    labels : ndarray of int, shape (n,)
        The current plan; from k on the territories of people who left; negative for none.
    graph : ContiguityGraph
    home_area : ndarray of int, shape (k,)
        Area in which each one lives, negative where that is not known.
    weights : ndarray of float, shape (n, c)
    locked : ndarray of int, shape (n,)
        Territory in which rules hold an area, negative for none.
    totals : ndarray of float, shape (t, c)
        What each of the territories holds now, those of people who left last.
    targets : ndarray of float, shape (k, c)
    criterion_shares : ndarray of float, shape (c,)
    deviation : float
        How much totals may deviate from their targets, as a share.
    """

    labels: IntArray
    graph: ContiguityGraph
    home_area: IntArray
    weights: FloatArray
    locked: IntArray
    totals: FloatArray
    targets: FloatArray
    criterion_shares: FloatArray
    deviation: float

    def needed(self) -> NeededChange:
        """What must change hands at least, and what does without strips through others."""
        return NeededChange(self.least_share(), self.share_between_neighbours())

    def least_share(self, *, searched: bool = False) -> float:
        """Share of the weight that any such plan takes from its present territory.

        It is what people who left held, what territories hold beyond the most that they may
        hold, and what lies on the way of those who need more and do not touch such territories
        (see :mod:`.handover`). Who reaches what people left is ``searched``, for seconds where
        there are many territories; with few it always is.
        """
        wanted = self._wanted * (1.0 + self.deviation + ROUNDING)
        excess = np.maximum(self._held - wanted, 0.0).sum(axis=0)
        count, criteria = self.targets.shape
        if has_corridors(len(self.labels), count):
            on_the_way = [self._with_corridors(j, searched) for j in range(criteria)]
            excess = np.maximum(excess, on_the_way)
        return weighted_sum(excess, self.criterion_shares)

    def _with_corridors(self, criterion: int, searched: bool) -> float:
        """Share of one criterion that changes hands at least, as territories are one piece."""
        count = len(self.targets)
        weights = self.weights[:, criterion] / self._unit[criterion]
        handover = Handover.of(self.graph, weights, self.labels, self.locked, count)
        wanted = self._wanted[:count, criterion]
        room = self.deviation * wanted
        searched = searched or count <= _SEARCHED_AT_ONCE
        return handover.least(wanted - room, wanted + room, searched=searched)

    def share_between_neighbours(self) -> float | None:
        """Share that moves if weight goes from neighbour to neighbour, at least; None if it cannot.

        A linear programme of flows between territories that touch in the current plan. Who
        joined takes from the territory around the home and from those that touch it. A plan can
        do with less only by narrow strips through other territories.
        """
        flows = self._open_flows()
        if not len(flows):
            return None
        held = weighted_rows(self._held, self.criterion_shares)
        wanted = weighted_rows(self._wanted, self.criterion_shares)
        column = np.arange(len(flows))
        net = sparse.coo_matrix(
            (
                np.repeat([-1.0, 1.0], len(flows)),
                (flows.T.ravel(), np.concatenate([column, column])),
            ),
            shape=(len(held), len(flows)),
        ).tocsr()
        room = wanted * (self.deviation + ROUNDING) + ROUNDING
        limits = np.concatenate([wanted + room - held, held - wanted + room])
        answer = optimize.linprog(
            np.ones(len(flows)), A_ub=sparse.vstack([net, -net]), b_ub=limits, method="highs"
        )
        return float(answer.fun) if answer.status == 0 else None

    @property
    def _unit(self) -> FloatArray:
        whole = self.targets.sum(axis=0)
        return np.where(whole > 0.0, whole, 1.0)

    @property
    def _held(self) -> FloatArray:
        """Shares (t, c) of all weight that territories hold."""
        return self.totals / self._unit

    @property
    def _wanted(self) -> FloatArray:
        """Shares (t, c) that they should hold; 0 for people who left."""
        left = np.zeros((len(self.totals) - len(self.targets), self.targets.shape[1]))
        return np.vstack([self.targets / self._unit, left])

    def _open_flows(self) -> IntArray:
        """Pairs (from, to) of territories that touch; nothing flows to people who left."""
        first, second = self.labels[self.graph.first], self.labels[self.graph.second]
        touch = (first != second) & (first >= 0) & (second >= 0)
        pairs = np.column_stack([first[touch], second[touch]])
        pairs = np.unique(np.vstack([pairs, pairs[:, ::-1]]).reshape(-1, 2), axis=0)
        count = len(self.targets)
        for new in np.setdiff1d(np.arange(count), self.labels).tolist():
            area = self.home_area[new]
            if area < 0 or self.labels[area] < 0:
                continue
            host = self.labels[area]
            around = np.append(pairs[(pairs[:, 0] == host) & (pairs[:, 1] != new), 1], host)
            one = np.column_stack([around, np.full(len(around), new)])
            pairs = np.vstack([pairs, one, one[:, ::-1]])
        return np.asarray(np.unique(pairs[pairs[:, 1] < count], axis=0), dtype=np.int64)
