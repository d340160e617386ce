"""How much weight must change hands at least, as territories stay in one piece.

Weight need not go from neighbour to neighbour: a territory may reach over another one to a
third. But what it receives there must be connected with what it has, so that it receives the
areas on the way, too. The *corridor* from territory c to territory s is the least weight of
areas of others that a way between them passes; 0 where they touch.

Let a territory c keep an area, and receive G. Take areas of which the corridors are shorter
than d: the zone of c. If G leaves the zone, the first area outside it, on a way within G from
what c had, has only areas of the zone before it, and these weigh d or more. So either G leaves
the zone, and weighs d or more inside it; or it does not, and all that c receives lies inside.
With ``inside`` and ``outside`` for the weight of G there, this is used in two linear forms:

* c must receive ``need`` or more: inside ≥ min(d, need);
* c can receive ``most`` at most: inside × (most - d) ≥ d × outside.

A linear programme of flows from territory to territory finds the least weight that these
permit. It is below that of every plan: the flows of any plan fulfil all of it. It does not see
that corridors cut what they pass, or that an area is not divided, and may be too small.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from ..libraries import csgraph, optimize, sparse
from ..rounding import ROUNDING
from .space import sums_of

_SLACK = 1e-6
"""Share of all weight by which limits are widened, ten times what HiGHS takes for rounding: it
must never find a plan impossible that is there."""
_SHORT = 1e-4
"""Corridor that is no obstacle: a hundredth of a territory among a hundred of them."""
_MOST_TERRITORIES, _MOST_PAIRS = 60, 2_000_000
"""Flows between 60 territories take a tenth of a second, corridors among so many areas two."""
_LONG = 2.0
"""Corridor between parts that are not connected: longer than all weight, which is 1."""


def corridor_weights(
    graph: ContiguityGraph, weights: FloatArray, labels: IntArray, held: IntArray, count: int
) -> FloatArray:
    """Least weight of areas of others between territories, shape (t, s).

    Parameters
    ----------
    graph : ContiguityGraph
    weights : ndarray of float, shape (n,)
        They sum to 1.
    labels : ndarray of int, shape (n,)
        0 to s - 1; from t on what belongs to nobody who stays.
    held : ndarray of int, shape (n,)
        Territory in which rules hold an area, negative for none: where one begins that has no
        area yet.
    count : int
        Number t of territories that stay.
    """
    sources = int(labels.max()) + 1
    corridor = np.zeros((count, max(sources, count)))
    here = np.concatenate([graph.first, graph.second])
    there = np.concatenate([graph.second, graph.first])
    # An edge costs the area that it leaves, so that a way ends before the area it leads to. A
    # trace of cost keeps edges of areas without weight; below, it is taken for nothing.
    trace = ROUNDING / max(graph.area_count, 1)
    for territory in range(count):
        own = labels == territory
        if not own.any():
            own = held == territory
        if not own.any():
            continue
        length = np.where(own, 0.0, weights)[here] + trace
        net = sparse.csr_matrix((length, (here, there)), shape=(graph.area_count,) * 2)
        way = csgraph.dijkstra(net, indices=np.flatnonzero(own), min_only=True)
        nearest = np.full(corridor.shape[1], np.inf)
        np.minimum.at(nearest, labels, way)
        corridor[territory] = np.where(np.isfinite(nearest), nearest, _LONG)
        corridor[territory, territory] = 0.0
    return np.where(corridor > 2.0 * ROUNDING, corridor - 2.0 * ROUNDING, 0.0)


def has_corridors(area_count: int, territory_count: int) -> bool:
    """Whether the bound takes seconds at most."""
    return territory_count <= _MOST_TERRITORIES and area_count * territory_count <= _MOST_PAIRS


@dataclass(frozen=True)
class Handover:
    """What s territories hold of one criterion, of which the first t stay.

    Attributes
    ----------
    held : ndarray of float, shape (s,)
        Shares of all weight.
    free : ndarray of float, shape (s,)
        Part of it that can leave without counting as change. What belongs to nobody who stays
        leaves in any case.
    corridor : ndarray of float, shape (t, s)
        See :func:`corridor_weights`.
    keeps : ndarray of bool, shape (t,)
        Whether a territory surely keeps, or begins with, an area from which corridors are
        reckoned.
    """

    held: FloatArray
    free: FloatArray
    corridor: FloatArray
    keeps: BoolArray

    @classmethod
    def of(
        cls,
        graph: ContiguityGraph,
        weights: FloatArray,
        labels: IntArray,
        rule: IntArray,
        count: int,
    ) -> Handover:
        """Where everything counts that leaves, and territories keep what rules hold there.

        Parameters are those of :func:`corridor_weights`; ``rule`` is its ``held``.
        """
        corridor = corridor_weights(graph, weights, labels, rule, count)
        sources = corridor.shape[1]
        keeps = np.zeros(count, dtype=bool)
        began = np.isin(np.arange(count), labels)
        held = np.flatnonzero((rule >= 0) & ((rule == labels) | ~began[np.maximum(rule, 0)]))
        keeps[rule[held]] = True
        totals = sums_of(weights, labels, sources)
        return cls(totals, np.zeros(sources), corridor, keeps)

    def least(self, low: FloatArray, high: FloatArray, budget: float = np.inf) -> float:
        """Weight that changes hands at least until all totals (t,) lie between two limits.

        ``budget`` is how much may change, if that is known; infinite where no plan is possible.
        """
        count = len(self.corridor)
        low, high, budget = low - _SLACK, high + _SLACK, budget + _SLACK
        need = np.where(self.keeps, low - self.held[:count], 0.0)
        most = budget + float(self.free.sum()) - np.maximum(need, 0.0).sum()
        most = np.where(self.keeps, most + np.maximum(need, 0.0) + _SLACK, np.inf)
        rows, limits = self._rows(low, high, most)
        least = np.zeros(rows.shape[1])
        least[self._inside] = np.clip(np.minimum(self._beyond, need[:, None]), 0.0, None)
        cost = np.zeros(len(least))
        cost[self._counted] = 1.0
        answer = optimize.milp(
            cost,
            constraints=optimize.LinearConstraint(rows, *limits),
            bounds=optimize.Bounds(least, np.inf),
        )
        if answer.status == 2:
            return float("inf")
        return float(answer.fun) if answer.status == 0 else 0.0

    @cached_property
    def _order(self) -> IntArray:
        """The other territories (t, s - 1) by the length of their corridors."""
        corridor = self.corridor.copy()
        own = np.arange(len(corridor))
        corridor[own, own] = np.inf
        return np.asarray(np.argsort(corridor, axis=1, kind="stable")[:, :-1])

    @cached_property
    def _beyond(self) -> FloatArray:
        """Corridors (t, s - 1) to the next one of :attr:`_order`, 0 behind the last one."""
        sorted_ones = np.take_along_axis(self.corridor, self._order, axis=1)
        return np.hstack([sorted_ones[:, 1:], np.zeros((len(sorted_ones), 1))])

    # Columns: flow into c from the i-th other one, all flows into it up to the i-th, and what
    # counts as change of each territory.
    @cached_property
    def _flow(self) -> IntArray:
        return np.arange(self._order.size).reshape(self._order.shape)

    @cached_property
    def _inside(self) -> IntArray:
        return self._flow + self._order.size

    @cached_property
    def _counted(self) -> IntArray:
        return 2 * self._order.size + np.arange(len(self.held))

    def _rows(
        self, low: FloatArray, high: FloatArray, most: FloatArray
    ) -> tuple[sparse.csr_matrix, tuple[FloatArray, FloatArray]]:
        count, sources = self.corridor.shape
        columns = 2 * self._order.size + sources

        def selected(column: IntArray) -> sparse.csr_matrix:
            flat = column.ravel()
            shape = (len(flat), columns)
            return sparse.csr_matrix((np.ones(len(flat)), (np.arange(len(flat)), flat)), shape)

        before = self._inside[:, :-1]
        sums = selected(self._inside) - selected(self._flow)
        first = np.ones(self._order.shape, dtype=bool)
        first[:, 0] = False
        later = np.flatnonzero(first.ravel())
        place = sparse.csr_matrix(
            (np.ones(len(later)), (later, np.arange(len(later)))), (self._order.size, len(later))
        )
        sums = sums - place @ selected(before)
        leaves = sparse.csr_matrix(
            (np.ones(self._order.size), (self._order.ravel(), self._flow.ravel())),
            (sources, columns),
        )
        received = selected(self._inside[:, -1])
        net = received - leaves[:count]
        counted = selected(self._counted) - leaves
        cut = (self._beyond > _SHORT) & np.isfinite(most)[:, None]
        room = np.maximum(most[:, None] - self._beyond, 0.0)
        inside, last = (
            selected(self._inside),
            selected(np.repeat(self._inside[:, -1:], sources - 1, 1)),
        )
        more = np.where(cut, room / np.where(cut, self._beyond, 1.0), 0.0).ravel()
        zone = sparse.diags(1.0 + more) @ inside - last
        zone = zone.tocsr()[np.flatnonzero(cut.ravel())]
        none, open_end = np.zeros, np.full
        staying = np.arange(sources) < count
        return (
            sparse.vstack([sums, net, leaves, counted, zone], format="csr"),
            (
                np.concatenate(
                    [
                        none(self._order.size),
                        low - self.held[:count],
                        np.where(staying, 0.0, self.held - _SLACK),
                        -self.free,
                        none(zone.shape[0]),
                    ]
                ),
                np.concatenate(
                    [
                        none(self._order.size),
                        high - self.held[:count],
                        self.held + _SLACK,
                        open_end(sources, np.inf),
                        open_end(zone.shape[0], np.inf),
                    ]
                ),
            ),
        )
