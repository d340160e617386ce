"""How much weight must change hands at least, as territories stay in one piece.

Weight need not go from neighbour to neighbour, but who reaches further receives a corridor (see
:mod:`.corridors`).

Let a territory c keep an area, and receive G. Take areas of which the corridors are shorter
than d: the zone of c. If G leaves the zone, the first area outside it, on a way within G from
what c had, has only areas of the zone before it, and these weigh d or more. So either G leaves
the zone, and weighs d or more inside it; or it does not, and all that c receives lies inside.
With ``inside`` and ``outside`` for the weight of G there, this is used in three linear forms:

* c must receive ``need`` or more: inside ≥ min(d, need);
* c can receive ``most`` at most: inside × (most - d) ≥ d × outside;
* c can grow by ``room`` at most, and receives that and what it loses to others, ``lost``. Either
  outside is 0 and inside is ``need`` or more, or inside is d or more and outside is
  room + lost - inside at most. A straight line is above both: for need < d < room,
  (outside - lost) × (d - need) ≤ (room - d) × (inside - need); for d ≥ room, outside ≤ lost.

A territory that keeps none of its areas may move anywhere, but all that it had changes hands.

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
from ..libraries import optimize, sparse
from .corridors import corridor_weights
from .flow_columns import NO_OBSTACLE, FlowColumns
from .reaching import reach_rows
from .space import sums_of

_SLACK = 1e-6
"""Share of all weight by which limits are widened, ten times what HiGHS takes for rounding: it
must never find a plan impossible that is there."""
_INFEASIBLE = 2
"""Status of SciPy's solvers."""
_MOST_WHO_LEAVE = 20
"""Territories that may move away up to which it is searched who does: five seconds."""
_MOST_NODES = 10
"""Of the search who moves away; what is proved by then is a bound, too."""


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

    def least(
        self,
        low: FloatArray,
        high: FloatArray,
        budget: float = np.inf,
        *,
        searched: bool = False,
    ) -> float:
        """Weight that changes hands at least until all totals (t,) lie between two limits.

        ``budget`` is how much may change, if that is known; infinite where no plan is possible.
        ``searched`` searches who reaches what people left (see :mod:`.reaching`): it raises the
        bound by up to an eighth, and takes seconds instead of tenths for 27 territories.
        """
        if len(self.held) < 2:  # nobody to take anything from
            return 0.0
        count = len(self.corridor)
        low, high, budget = low - _SLACK, high + _SLACK, budget + _SLACK
        need = np.maximum(low - self.held[:count], 0.0)
        # Who moves away may be anywhere, and needs nothing from those who keep areas.
        free = float(self.free.sum())
        others = np.where(self.keeps, need, 0.0).sum() - np.where(self.keeps, need, 0.0)
        most = budget + free - others
        rows, limits = self._rows(low, high, most, need)
        cost = np.zeros(rows.shape[1])
        cost[self._columns.counted] = 1.0
        may_leave = np.zeros(len(cost))
        may_leave[self._columns.away] = ~self.keeps
        upper = np.where(np.isin(np.arange(len(cost)), self._columns.away), may_leave, np.inf)
        bounds = optimize.Bounds(np.zeros(len(cost)), upper)
        flows = optimize.LinearConstraint(rows, *limits)
        # Most often a part of a territory that moves away says enough already.
        answer = optimize.milp(cost, constraints=flows, bounds=bounds)
        worth_it = answer.status == 0 and answer.fun <= budget
        if not 0 < may_leave.sum() <= _MOST_WHO_LEAVE:
            may_leave[:] = 0.0
        if worth_it and searched and len(self.held) > count:
            reach = reach_rows(self._columns, self.held, self.keeps, high - self.held[:count])
            answer = reach.solved(cost, rows, limits, bounds, may_leave)
        elif worth_it and may_leave.any():
            options = {"node_limit": _MOST_NODES}
            answer = optimize.milp(
                cost, constraints=flows, bounds=bounds, integrality=may_leave, options=options
            )
        if answer.status == _INFEASIBLE:
            return float("inf")
        proved = answer.mip_dual_bound if answer.mip_dual_bound is not None else answer.fun
        return max(float(proved), 0.0) if proved is not None and np.isfinite(proved) else 0.0

    @cached_property
    def _columns(self) -> FlowColumns:
        return FlowColumns(self.corridor)

    def _growing(
        self, growth: FloatArray, need: FloatArray, cut: BoolArray
    ) -> tuple[sparse.csr_matrix, FloatArray]:
        """Rows for what lies outside zones, and what each is at least.

        Parameters
        ----------
        growth, need : ndarray of float, shape (t,)
            What territories may have beyond what they hold, and what they lack.
        cut : ndarray of bool, shape (t, s - 1)
            Where a corridor is an obstacle.
        """
        growth = np.maximum(growth, 0.0)
        at, index = np.nonzero(cut)
        corridor = self._columns.beyond[at, index]
        # Where need and corridor are all but the same, the line from nothing at all holds, too.
        begin = np.where(corridor - need[at] > NO_OBSTACLE, need[at], 0.0)
        slope = np.maximum(growth[at] - corridor, 0.0) / (corridor - begin)
        row = np.arange(len(at))
        rows = self._columns.matrix(
            len(at),
            [
                (row, self._columns.inside[at, index], 1.0 + slope),
                (row, self._columns.inside[at, -1], -np.ones(len(at))),
                (row, self._columns.away[at], growth[at] + slope * begin),
            ],
        )
        return rows + self._columns.leaves[at], slope * begin

    @cached_property
    def _always(self) -> sparse.csr_matrix:
        """Rows that are the same whatever the limits: sums, net, leaves, counted and away."""
        count, sources = self.corridor.shape
        select, flow, inside = self._columns.selected, self._columns.flow, self._columns.inside
        follows = np.broadcast_to(np.arange(sources - 1) > 0, inside.shape).ravel()
        row = np.arange(inside.size)
        ones = np.ones(inside.size)
        sums = self._columns.matrix(
            inside.size,
            [
                (row, inside.ravel(), ones),
                (row, flow.ravel(), -ones),
                (row[follows], inside.ravel()[follows] - 1, -ones[follows]),
            ],
        )
        leaves = self._columns.leaves
        everybody = np.arange(count)
        gone = self._columns.matrix(count, [(everybody, self._columns.away, self.held[:count])])
        net = select(inside[:, -1]) - leaves[:count]
        counted = select(self._columns.counted) - leaves
        return sparse.vstack([sums, net, leaves, counted, leaves[:count] - gone], format="csr")

    def _rows(
        self, low: FloatArray, high: FloatArray, most: FloatArray, need: FloatArray
    ) -> tuple[sparse.csr_matrix, tuple[FloatArray, FloatArray]]:
        """What the flows fulfil, and its limits."""
        count, sources = self.corridor.shape
        inside, held = self._columns.inside, self.held
        beyond = self._columns.beyond
        cut = beyond > NO_OBSTACLE
        away = np.broadcast_to(self._columns.away[:, None], beyond.shape)
        last = np.broadcast_to(inside[:, -1:], inside.shape)
        least = np.minimum(beyond, need[:, None])
        lacking = cut & (least > _SLACK)
        row = np.arange(np.count_nonzero(lacking))
        needed = self._columns.matrix(
            len(row),
            [(row, inside[lacking], np.ones(len(row))), (row, away[lacking], least[lacking])],
        )
        room = np.maximum(most[:, None] - beyond, 0.0)
        finite = cut & np.isfinite(room)
        any_flow = np.broadcast_to(np.maximum(most, NO_OBSTACLE)[:, None], beyond.shape)
        row = np.arange(np.count_nonzero(finite))
        reached = self._columns.matrix(
            len(row),
            [
                (row, inside[finite], 1.0 + room[finite] / beyond[finite]),
                (row, last[finite], -np.ones(len(row))),
                (row, away[finite], any_flow[finite]),
            ],
        )
        growing, grown = self._growing(high - held[:count], need, cut)
        staying = np.arange(sources) < count
        # Of sums, net, leaves, counted and away; then what is needed and what is reached.
        lower = (
            np.zeros(inside.size),
            low - held[:count],
            np.where(staying, 0.0, held - _SLACK),
            -self.free,
            np.full(count, -_SLACK),
            least[lacking],
            np.zeros(len(row)),
            grown,
        )
        upper = (
            np.zeros(inside.size),
            high - held[:count],
            held + _SLACK,
            np.full(sources + count + needed.shape[0] + len(row) + len(grown), np.inf),
        )
        limits = (np.concatenate(lower), np.concatenate(upper))
        rows = sparse.vstack([self._always, needed, reached, growing], format="csr")
        return rows, limits
