"""Who reaches what people held who left: searched, for the least weight that changes hands.

The linear programme of :mod:`.handover` lets a territory reach over others by a part of a corridor
for what it passes on. Whether it reaches there or not is a yes or no: if it does, what it receives
on the way weighs a corridor or more. A search over these answers, one for each territory and each
one who left, takes a twentieth of a second for 12 territories and 2 to 20 seconds for 27.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..libraries import optimize, sparse
from .flow_columns import NO_OBSTACLE, FlowColumns

_MOST_NODES = 1000
"""What is proved by then is a bound, too; most of 27 who might leave end within 300."""
_GAP = 0.005
"""Relative difference to the best flows at which the search ends."""


@dataclass(frozen=True)
class Reach:
    """Rows on answers that are whole numbers, beside those on flows.

    Attributes
    ----------
    rows : scipy.sparse matrix, shape (r, columns + z)
        The last z columns are the answers.
    lower, upper : ndarray of float, shape (r,)
    """

    rows: sparse.csr_matrix
    lower: FloatArray
    upper: FloatArray

    def solved(
        self,
        cost: FloatArray,
        rows: sparse.csr_matrix,
        limits: tuple[FloatArray, FloatArray],
        bounds: optimize.Bounds,
        whole_numbers: FloatArray,
    ) -> Any:
        """SciPy's answer for the flows with these rows on them, too.

        Parameters are those of :func:`scipy.optimize.milp` for the flows alone.
        """
        answers = self.rows.shape[1] - rows.shape[1]
        beside = sparse.csr_matrix((rows.shape[0], answers))
        whole = sparse.vstack([sparse.hstack([rows, beside]), self.rows], format="csr")
        lower, upper = (
            np.concatenate([limit, more]) for limit, more in zip(limits, (self.lower, self.upper))
        )
        return optimize.milp(
            np.concatenate([cost, np.zeros(answers)]),
            constraints=optimize.LinearConstraint(whole, lower, upper),
            bounds=optimize.Bounds(
                np.concatenate([bounds.lb, np.zeros(answers)]),
                np.concatenate([bounds.ub, np.ones(answers)]),
            ),
            integrality=np.concatenate([whole_numbers, np.ones(answers)]),
            options={"node_limit": _MOST_NODES, "mip_rel_gap": _GAP},
        )


def reach_rows(
    columns: FlowColumns, held: FloatArray, keeps: BoolArray, growth: FloatArray
) -> Reach:
    """What is so if a territory that stays reaches what somebody left, and if not.

    Parameters
    ----------
    columns : FlowColumns
    held : ndarray of float, shape (s,)
        What territories hold, as shares of all weight.
    keeps : ndarray of bool, shape (t,)
        Territories that corridors are known of.
    growth : ndarray of float, shape (t,)
        What territories may have beyond what they hold, in the same unit.
    """
    count = len(columns.corridor)
    left = columns.order >= count
    far = np.take_along_axis(columns.corridor, columns.order, axis=1) > NO_OBSTACLE
    # Who begins with nothing but corridors has nothing on the way to receive.
    far[:, 0] = False
    at, index = np.nonzero(left & far & keeps[:, None])
    number = len(at)
    row, answer = np.arange(number), columns.width + np.arange(number)
    flow, before = columns.flow[at, index], columns.inside[at, index - 1]
    source = columns.order[at, index]
    ones = np.ones(number)

    def made(*entries: tuple[Any, Any]) -> sparse.csr_matrix:
        column, value = (np.concatenate(part) for part in zip(*entries))
        cells = (value, (np.tile(row, len(entries)), column))
        return sparse.csr_matrix(cells, (number, columns.width + number))

    none_if_not = made((flow, ones), (answer, -held[source]))
    corridor_if_so = made((before, ones), (answer, -columns.corridor[at, source]))
    room = np.maximum(growth[at] - columns.corridor[at, source], 0.0)
    lost = columns.leaves[at]
    lost.resize(number, columns.width + number)
    within_growth = made((flow, ones), (answer, -room)) - lost
    return Reach(
        sparse.vstack([none_if_not, corridor_if_so, within_growth], format="csr"),
        np.concatenate([np.full(number, -np.inf), np.zeros(number), np.full(number, -np.inf)]),
        np.concatenate([np.zeros(number), np.full(number, np.inf), np.zeros(number)]),
    )
