"""What clusters are called: current representatives, or new names for newcomers."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import IntArray
from ..errors import InfeasibleProblem
from .matching import match_clusters


def adopt_clusters(
    clusters: ArrayLike,
    current: ArrayLike,
    cluster_count: int,
    representative_count: int,
    fixed: ArrayLike | None = None,
) -> IntArray:
    """Representative of each cluster so that most customers keep theirs.

    With fewer clusters than representatives those stay who have fixed customers, then those
    who would keep most. With more clusters some are left for newcomers.

    Parameters
    ----------
    clusters : array_like of int, shape (n,)
        Cluster of each customer.
    current : array_like of int, shape (n,)
        Current representative of each customer, -1 for none.
    cluster_count, representative_count : int
        How many there are of each.
    fixed : array_like of int, shape (n,), optional
        Representative who must get the customer, -1 for any. Outweighs ``current``.

    Returns
    -------
    ndarray of int, shape (cluster_count,)
        Representative of each cluster, -1 for a newcomer.

    Raises
    ------
    InfeasibleProblem
        If more representatives have fixed customers than there are clusters.
    """
    clusters = np.asarray(clusters, dtype=np.int64)
    known = np.asarray(current, dtype=np.int64).copy()
    weights = np.ones(len(known))
    bound_to = np.empty(0, dtype=np.int64)
    if fixed is not None:
        fixed = np.asarray(fixed, dtype=np.int64)
        known[fixed >= 0] = fixed[fixed >= 0]
        # A fixed customer in another's cluster has to move there, however far it is.
        weights[fixed >= 0] = 1.0 + len(known) / max(np.count_nonzero(fixed >= 0), 1)
        bound_to = np.unique(fixed[fixed >= 0])
    if len(bound_to) > cluster_count:
        raise InfeasibleProblem.counted(
            cluster_count,
            "{bound} representatives have fixed customers, but there is only {count} territory. "
            "Ask for at least {bound} (COUNT), or free some of the customers (PREASSIGNED_FIELD).",
            "{bound} representatives have fixed customers, but there are only {count} "
            "territories. Ask for at least {bound} (COUNT), or free some of the customers "
            "(PREASSIGNED_FIELD).",
            bound=len(bound_to),
        )
    match = match_clusters(clusters, known, cluster_count, representative_count, weights)
    if representative_count <= cluster_count:
        return match.representative_of
    kept = np.zeros(representative_count)
    chosen = np.flatnonzero(match.cluster_of >= 0)
    kept[chosen] = 1.0 + match.overlap[match.cluster_of[chosen], chosen]
    kept[bound_to] += np.inf
    staying = np.sort(np.argsort(-kept, kind="stable")[:cluster_count])
    number = np.full(representative_count + 1, -1, dtype=np.int64)
    number[staying] = np.arange(cluster_count)
    again = match_clusters(clusters, number[known], cluster_count, cluster_count, weights)
    return staying[again.representative_of]
