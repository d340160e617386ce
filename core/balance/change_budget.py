"""What deviations are within reach when only a part of the weight may change hands.

Even totals may be out of reach then, and the budget is better spent on the territories that
are off most. A linear programme on the territories finds the smallest worst deviation that
flows of weight between neighbouring territories can bring about within the budget; the
search pulls towards the deviations that it leaves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray
from ..libraries import optimize, sparse
from ..sums import weighted_rows
from .space import SearchSpace

# Only decides between answers that are equally even: of these, the one that moves least.
_COST_OF_FLOW = 1e-4


def reachable_deviations(space: SearchSpace, labels: NDArray) -> FloatArray:
    """Best deviations (k, c) in reach of the plan ``labels``; 0 if even totals are.

    With several criteria a flow carries all of them in the proportions of the plan as a
    whole, so that their combined deviation is balanced.
    """
    nothing = np.zeros((space.territory_count, space.criterion_count))
    graph = space.graph
    first, second = labels[graph.first], labels[graph.second]
    open_pair = (first != second) & space.receiving[first] & space.receiving[second]
    pairs = np.unique(np.column_stack([first[open_pair], second[open_pair]]).reshape(-1, 2), axis=0)
    flows = np.unique(np.vstack([pairs, pairs[:, ::-1]]), axis=0)
    if space.change_limit >= 1.0 or not len(flows):
        return nothing
    count, number = space.territory_count, len(flows)
    deviation = weighted_rows(space.deviations(labels), space.criterion_shares)
    share = np.bincount(labels, weights=space.problem.balance_weights, minlength=count)
    target_share = np.clip(share / np.maximum(1.0 + deviation, 1e-6), 1e-9, None)
    column = np.arange(number)
    # Flows are shares of all weight; a territory's deviation is measured by its target.
    net = sparse.coo_matrix(
        (
            np.concatenate([-1.0 / target_share[flows[:, 0]], 1.0 / target_share[flows[:, 1]]]),
            (np.concatenate([flows[:, 0], flows[:, 1]]), np.concatenate([column, column])),
        ),
        shape=(count, number),
    )
    one = np.ones((count, 1))
    budget = sparse.csr_matrix(np.concatenate([np.ones(number), [0.0]])[None, :])
    rows = sparse.vstack(
        [sparse.hstack([net, -one]), sparse.hstack([-net, -one]), budget], format="csr"
    )
    spent = space.changed(labels)
    limits = np.concatenate([-deviation, deviation, [max(space.change_limit - spent, 0.0)]])
    cost = np.concatenate([np.full(number, _COST_OF_FLOW), [1.0]])
    answer = optimize.linprog(cost, A_ub=rows, b_ub=limits, method="highs")
    if answer.status != 0 or answer.x[-1] <= 1e-9:
        return nothing
    reached = deviation + net @ answer.x[:-1]
    return np.tile(reached[:, None], (1, space.criterion_count))
