"""Give clusters to today's representatives so that most customers keep theirs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import FloatArray, IntArray
from ..errors import InvalidInput, name_some
from ..libraries import optimize


@dataclass(frozen=True)
class Matching:
    """One-to-one match of clusters and representatives.

    Attributes
    ----------
    representative_of : ndarray of int, shape (clusters,)
        Representative of each cluster, -1 for a cluster that nobody is left for.
    cluster_of : ndarray of int, shape (representatives,)
        Cluster of each representative, -1 for one without a cluster.
    overlap : ndarray of float, shape (clusters, representatives)
        Customers (or weight) that a cluster has in common with a representative's portfolio.
    retained : float
        Customers (or weight) that keep their representative.
    retained_share : float
        The same as a share (0 to 1) of those who have a representative today; 1 if none has.
    """

    representative_of: IntArray
    cluster_of: IntArray
    overlap: FloatArray
    retained: float
    retained_share: float


def match_clusters(
    clusters: ArrayLike,
    current: ArrayLike,
    cluster_count: int,
    representative_count: int,
    weights: ArrayLike | None = None,
) -> Matching:
    """Match clusters to representatives; the greatest weight possible keeps its own.

    An optimal assignment of the overlap matrix (Kuhn 1955), not a greedy one: the cluster
    that overlaps most with somebody may have to go to somebody else so that the sum is
    greatest. Representatives left over get the clusters without overlap, in order.

    Parameters
    ----------
    clusters : array_like of int, shape (n,)
        Cluster of each customer, -1 for none.
    current : array_like of int, shape (n,)
        Today's representative of each customer, -1 for none.
    cluster_count, representative_count : int
        How many there are of each; they may differ.
    weights : array_like of float, shape (n,), optional
        Weight of each customer; each counts 1 when omitted.

    Raises
    ------
    InvalidInput
        If a weight is negative or not a number.
    """
    clusters = np.asarray(clusters, dtype=np.int64)
    current = np.asarray(current, dtype=np.int64)
    values = np.ones(len(clusters)) if weights is None else np.asarray(weights, dtype=float)
    bad = np.flatnonzero(~(np.isfinite(values) & (values >= 0.0)))
    if bad.size:
        raise InvalidInput(
            "{count} customer(s) have a weight that is negative or not a number (rows {rows}).",
            count=int(bad.size),
            rows=name_some(bad.tolist()),
        )
    known = (clusters >= 0) & (current >= 0)
    pairs = np.bincount(
        clusters[known] * representative_count + current[known],
        weights=values[known],
        minlength=cluster_count * representative_count,
    )
    overlap = pairs.astype(float).reshape(cluster_count, representative_count)
    rows, columns = optimize.linear_sum_assignment(overlap, maximize=True)
    representative_of = np.full(cluster_count, -1, dtype=np.int64)
    cluster_of = np.full(representative_count, -1, dtype=np.int64)
    representative_of[rows] = columns
    cluster_of[columns] = rows
    retained = float(overlap[rows, columns].sum())
    today = float(values[current >= 0].sum())
    return Matching(
        representative_of, cluster_of, overlap, retained, retained / today if today else 1.0
    )
