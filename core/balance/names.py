"""Which territory of a plan gets which name, where that is free to choose.

Without stability as a criterion a search does not care whether two equally good territories
have changed their names; their representatives do.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
from ..libraries import optimize
from .criteria import Scales, evaluate
from .space import SearchSpace

_ROUNDING = 1e-12
"""Fitnesses that differ by less are those of one plan."""


def keep_names(space: SearchSpace, scales: Scales, labels: NDArray) -> IntArray:
    """The same territories, named such that most weight keeps its territory.

    Only territories with equal targets and without locked areas exchange names, and only if
    the plan stays as fit as it is.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)

    Returns
    -------
    ndarray of int, shape (n,)
    """
    labels = np.asarray(labels, dtype=np.int64)
    if space.initial is None:
        return labels
    count = space.territory_count
    assigned = space.initial >= 0
    pair = labels[assigned] * count + space.initial[assigned]
    # A trace of area count decides where there is no weight.
    mass = space.problem.balance_weights[assigned] + 1e-9 / space.area_count
    kept = np.bincount(pair, weights=mass, minlength=count * count).reshape(count, count)
    _, kind = np.unique(space.problem.targets, axis=0, return_inverse=True)
    kind = kind.reshape(-1)
    fixed = ~space.receiving
    fixed[space.held[space.held >= 0]] = True
    exchangeable = (kind[:, None] == kind[None, :]) & ~fixed[:, None] & ~fixed[None, :]
    exchangeable |= np.eye(count, dtype=bool)
    _, name = optimize.linear_sum_assignment(np.where(exchangeable, -kept, count + 1.0))
    renamed = name[labels]
    before, after = (evaluate(space, scales, plan).fitness for plan in (labels, renamed))
    return renamed if after <= before + _ROUNDING else labels
