"""Shortest borders between two territories at a time, within a limit on deviation.

Where both totals may lie anywhere inside a limit, the cheapest border between two territories is a
minimum cut: areas are nodes, shared borders are capacities, and what an area's trips and change
cost in either territory ties it to the one or to the other. If the cut breaks the limit, a price
on weight moves it back (bisection). Moves of single areas stop at borders that such a cut shortens
further. In partitioning of graphs: Sanders & Schulz, Engineering multilevel graph partitioning
algorithms (ESA 2011); with shortest borders of districts: Validi, Buchanan & Lykhovyd, Imposing
contiguity constraints in political districting models (Operations Research 70, 2022).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..libraries import csgraph, sparse
from ..progress import SILENT, Progress
from ..sums import weighted_rows
from .criteria import Scales, evaluate
from .space import SearchSpace


@dataclass(frozen=True)
class _Tuning:
    """Chosen on 10,946 municipalities × 27 within 3 %.

    Attributes
    ----------
    depth : int
        Neighbours of neighbours of the present border that may change sides. 8 and 20 end with
        borders as long, in a fifth and in half more time.
    cuts : int
        Of one pair: the first without a price on weight, the others with one that brings its
        totals inside the limit.
    first_price : float
        Price on weight that is tried first, in units of what the present border costs for each
        share of a territory beside it.
    precision : float
        Sum of all capacities, which flows count in whole numbers.
    """

    depth: int = 3
    cuts: int = 6
    first_price: float = 0.05
    precision: float = 2.0**28


_TUNING = _Tuning()


def cut_borders(
    space: SearchSpace, scales: Scales, labels: IntArray, progress: Progress = SILENT
) -> IntArray:
    """Shorten the borders of a contiguous plan, once between any two territories.

    A second time they get hardly shorter, in half of the time again. Ends early, with what it has
    by then, when the caller stops it.

    Parameters
    ----------
    space : SearchSpace
        With a limit on deviation, all of which is tolerated.
    labels : ndarray of int, shape (n,)

    Returns
    -------
    ndarray of int, shape (n,)
        Contiguous, within all rules that ``labels`` keeps, and never less fit.
    """
    if scales.border <= 0.0:
        return labels
    cuts = _Cuts(space, scales, labels)
    for one, other in cuts.pairs():
        if progress.is_cancelled():
            break
        cuts.shorten(one, other)
    return cuts.labels


class _Cuts:
    """A plan whose borders are cut anew, and how fit it is."""

    def __init__(self, space: SearchSpace, scales: Scales, labels: IntArray) -> None:
        self.space, self.scales = space, scales
        self.labels = np.array(labels, dtype=np.int64)
        self.fitness = evaluate(space, scales, self.labels).fitness
        self.limit = space.problem.rules.max_deviation

    def pairs(self) -> list[tuple[int, int]]:
        """Territories that touch and may change, the first one of each pair before the second."""
        space = self.space
        near = self.labels[space.origin] * space.territory_count + self.labels[space.neighbour]
        one, other = np.divmod(np.unique(near), space.territory_count)
        kept = (one < other) & space.receiving[one] & space.receiving[other]
        return list(zip(one[kept].tolist(), other[kept].tolist()))

    def shorten(self, one: int, other: int) -> None:
        """Take the cheapest border within the limit, if the plan becomes fitter by it."""
        pair = _Pair(self.space, self.scales, self.labels, one, other)
        side = pair.cheapest(self._room(one, other))
        side = None if side is None else pair.connected(side)
        if side is None:
            return
        plan = self.labels.copy()
        plan[pair.areas] = np.where(side, one, other)
        fitness = evaluate(self.space, self.scales, plan).fitness
        if fitness < self.fitness:
            self.labels, self.fitness = plan, fitness

    def _room(self, one: int, other: int) -> tuple[FloatArray, FloatArray]:
        """Least and greatest weights (c,) of the first territory that keep both in the limit."""
        space = self.space
        both = np.isin(self.labels, (one, other))
        in_all = space.weights[both].sum(axis=0)
        share = space.inverse_targets[[one, other]]
        least, most = (
            (space.wanted[[one, other]] + off) / share for off in (-self.limit, self.limit)
        )
        return np.maximum(least[0], in_all - most[1]), np.minimum(most[0], in_all - least[1])


class _Pair:
    """Two territories that touch: a strip along their border, and what lies beside it.

    Attributes
    ----------
    areas : ndarray of int, shape (p,)
        All areas of both.
    """

    def __init__(
        self, space: SearchSpace, scales: Scales, labels: IntArray, one: int, other: int
    ) -> None:
        self.space = space
        self.areas = np.flatnonzero((labels == one) | (labels == other))
        self.own: BoolArray = labels[self.areas] == one
        self._edges_among(labels)
        self.strip = self._strip()
        self.weights = space.weights[self.areas]
        centres = space.centres(labels)
        costs = []
        for territory in (one, other):
            trips = space.trip_cost(self.areas, np.full(len(self.areas), territory), centres)
            cost = scales.travel * space.mass[self.areas] * trips
            if space.initial is not None:
                start = space.initial[self.areas]
                left = (start >= 0) & (start != territory)
                cost = cost + scales.stability * space.change_mass[self.areas] * left
            costs.append(cost)
        self.border = scales.border * self.border_m
        self.costs = self._tied_to_the_rest(costs)

    def _edges_among(self, labels: IntArray) -> None:
        """Borders between the areas of both, as positions in :attr:`areas`."""
        space, graph = self.space, self.space.graph
        begin = graph.neighbour_start[self.areas]
        count = graph.neighbour_start[self.areas + 1] - begin
        ends = np.cumsum(count)
        position = np.repeat(begin - ends + count, count) + np.arange(int(ends[-1]))
        place = np.full(space.area_count, -1)
        place[self.areas] = np.arange(len(self.areas))
        self.first = np.repeat(np.arange(len(self.areas)), count)
        self.second = place[space.neighbour[position]]
        inside = self.second >= 0
        self.first, self.second = self.first[inside], self.second[inside]
        self.border_m = space.border_m[position][inside]

    def _strip(self) -> BoolArray:
        """Areas (p,) near the border that may change sides."""
        near = np.zeros(len(self.areas), dtype=bool)
        near[self.first[self.own[self.first] != self.own[self.second]]] = True
        for _ in range(_TUNING.depth):
            near[self.first[near[self.second]]] = True
        return near & self.space.movable[self.areas]

    def _tied_to_the_rest(self, costs: list[FloatArray]) -> list[FloatArray]:
        """What areas of the strip cost in either territory, with borders to all that stays."""
        beside = self.strip[self.first] & ~self.strip[self.second]
        first, own = self.first[beside], self.own[self.second[beside]]
        tied = []
        for cost, is_cut in zip(costs, (~own, own)):
            border = np.bincount(first, self.border[beside] * is_cut, minlength=len(self.areas))
            tied.append((cost + border)[self.strip])
        least = np.minimum(*tied)
        return [cost - least for cost in tied]

    def cheapest(self, room: tuple[FloatArray, FloatArray]) -> BoolArray | None:
        """Areas (p,) of the first territory at the cheapest cut; None if that is not new.

        Parameters
        ----------
        room : tuple of ndarray of float, shape (c,)
            Least and greatest weights that the first territory may have.
        """
        least, most = room
        if not self.strip.any() or (least > most).any():
            return None
        load = weighted_rows(
            self.weights / self.space.weights.sum(axis=0), self.space.criterion_shares
        )
        cut = self.own[self.first] != self.own[self.second]
        beside = max(float(load[self.strip].sum()), 1e-300)
        step = _TUNING.first_price * 0.5 * float(self.border[cut].sum()) / beside
        price, too_low, too_high = 0.0, -np.inf, np.inf
        for _ in range(_TUNING.cuts):
            side = self._cut(price * load[self.strip])
            totals = self.weights[side].sum(axis=0)
            if (totals > most).any():
                too_low = price
            elif (totals < least).any():
                too_high = price
            else:
                return None if (side == self.own).all() else side
            if np.isfinite(too_low) and np.isfinite(too_high):
                price = 0.5 * (too_low + too_high)
            else:
                price = step if np.isfinite(too_low) else -step
                step *= 2.0
        return None

    def _cut(self, dearer: FloatArray) -> BoolArray:
        """Areas (p,) of the first territory, where those of the strip cost so much more in it."""
        strip, size = self.strip, int(self.strip.sum())
        place = np.full(len(strip), -1)
        place[strip] = np.arange(size)
        inner = strip[self.first] & strip[self.second]
        nodes = np.arange(size)
        in_one = self.costs[0] + np.maximum(dearer, 0.0)
        in_other = self.costs[1] + np.maximum(-dearer, 0.0)
        source, sink = size, size + 1
        tail = np.concatenate([place[self.first[inner]], np.full(size, source), nodes])
        head = np.concatenate([place[self.second[inner]], nodes, np.full(size, sink)])
        capacity = np.concatenate([self.border[inner], in_other, in_one])
        whole = np.rint(capacity * (_TUNING.precision / max(float(capacity.sum()), 1e-300)))
        network = sparse.csr_matrix(
            (whole.astype(np.int32), (tail, head)), shape=(size + 2, size + 2)
        )
        left = network - csgraph.maximum_flow(network, source, sink).flow
        left.data = np.maximum(left.data, 0)
        left.eliminate_zeros()
        reached = csgraph.breadth_first_order(left, source, return_predecessors=False)
        side = self.own.copy()
        side[strip] = np.isin(nodes, reached)
        return side

    def connected(self, side: BoolArray) -> BoolArray | None:
        """The areas (p,) of the first territory, once either hangs together; None if it does not.

        Pieces that a cut leaves beside the bulk of a territory go to the other one; None, too, if
        they hold areas that rules keep where they are.
        """
        for _ in range(2):
            piece = self._pieces(side)
            size = np.bincount(piece)
            if len(size) == 2 and side.any() and not side.all():
                held = ~self.space.movable[self.areas]
                return None if (side != self.own)[held].any() else side
            bulks = [np.bincount(piece[one]).argmax() for one in (side, ~side) if one.any()]
            side = np.where(np.isin(piece, bulks), side, ~side)
        return None

    def _pieces(self, side: BoolArray) -> IntArray:
        """Number of the connected piece of its territory that each area (p,) is part of."""
        kept = side[self.first] == side[self.second]
        size = len(side)
        inside = sparse.csr_matrix(
            (np.ones(int(kept.sum())), (self.first[kept], self.second[kept])), shape=(size, size)
        )
        return np.asarray(csgraph.connected_components(inside, directed=False)[1])
