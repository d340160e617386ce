"""Give clusters to current representatives so that most customers keep theirs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import BoolArray, FloatArray, IntArray
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
    retained_share : float or None
        The same as a share (0 to 1) of those who have a representative now; None where there is
        nothing to keep.
    """

    representative_of: IntArray
    cluster_of: IntArray
    overlap: FloatArray
    retained: float
    retained_share: float | None

    @property
    def new_count(self) -> int:
        """Clusters that nobody is left for."""
        return int(np.count_nonzero(self.representative_of < 0))

    @property
    def left_count(self) -> int:
        """Representatives without a cluster."""
        return int(np.count_nonzero(self.cluster_of < 0))

    @property
    def names_of_clusters(self) -> IntArray:
        """Position (clusters,) of each cluster's name: representatives, then new names."""
        names = self.representative_of.copy()
        new = np.flatnonzero(names < 0)
        names[new] = len(self.cluster_of) + np.arange(len(new))
        return names

    def labels(self, clusters: IntArray) -> IntArray:
        """Position (n,) of each customer's new name, -1 for customers without a cluster."""
        return np.append(self.names_of_clusters, -1)[clusters]


@dataclass(frozen=True)
class MatchRow:
    """One cluster with its representative, or a representative without a cluster.

    Attributes
    ----------
    cluster, representative : int
        -1 for none.
    customers, customers_before, customers_kept : int
        Of the cluster, of the representative's current portfolio, and of both.
    weight, weight_before, weight_kept : float
        Their weights.
    """

    cluster: int
    representative: int
    customers: int
    customers_before: int
    customers_kept: int
    weight: float
    weight_before: float
    weight_kept: float

    @property
    def kept_share(self) -> float:
        """Share (0 to 1) of the current weight that stays; NaN where there is none."""
        return self.weight_kept / self.weight_before if self.weight_before else float("nan")


def match_rows(
    match: Matching, clusters: IntArray, current: IntArray, weights: FloatArray
) -> list[MatchRow]:
    """A row per cluster, then one per representative who gets none.

    Parameters
    ----------
    match : Matching
        Of these clusters and representatives.
    clusters, current : ndarray of int, shape (n,)
        Cluster and current representative of each customer, -1 for none.
    weights : ndarray of float, shape (n,)
    """

    def totals(labels: IntArray, size: int, counted: BoolArray) -> tuple[IntArray, FloatArray]:
        chosen = (labels >= 0) & counted
        return (
            np.bincount(labels[chosen], minlength=size),
            np.bincount(labels[chosen], weights=weights[chosen], minlength=size).astype(float),
        )

    everybody = np.ones(len(weights), dtype=bool)
    owner = np.append(match.representative_of, -1)[clusters]
    stays = (owner >= 0) & (owner == current)
    after = totals(clusters, len(match.representative_of), everybody)
    before = totals(current, len(match.cluster_of), everybody)
    kept = totals(current, len(match.cluster_of), stays)

    def row(cluster: int, representative: int) -> MatchRow:
        size, weight = (after[0][cluster], after[1][cluster]) if cluster >= 0 else (0, 0.0)
        if representative < 0:
            return MatchRow(cluster, -1, int(size), 0, 0, float(weight), 0.0, 0.0)
        return MatchRow(
            cluster,
            representative,
            int(size),
            int(before[0][representative]),
            int(kept[0][representative]),
            float(weight),
            float(before[1][representative]),
            float(kept[1][representative]),
        )

    rows = [row(cluster, int(name)) for cluster, name in enumerate(match.representative_of)]
    return rows + [row(-1, name) for name in np.flatnonzero(match.cluster_of < 0).tolist()]


def left_rows(current: IntArray, weights: FloatArray, left: IntArray) -> list[MatchRow]:
    """Rows of representatives who have left: what they had, and that nothing of it is kept.

    Parameters
    ----------
    current : ndarray of int, shape (n,)
        Current representative of each customer, -1 for none.
    weights : ndarray of float, shape (n,)
    left : ndarray of int
        Those who have left.
    """
    rows = []
    for number in left.tolist():
        own = current == number
        had = float(weights[own].sum())
        rows.append(MatchRow(-1, number, 0, int(np.count_nonzero(own)), 0, 0.0, had, 0.0))
    return rows


def match_clusters(
    clusters: ArrayLike,
    current: ArrayLike,
    cluster_count: int,
    representative_count: int,
    weights: ArrayLike | None = None,
) -> Matching:
    """Match clusters to representatives; as much weight as possible keeps its own.

    An optimal assignment of the overlap matrix (Kuhn 1955), not a greedy one: the cluster
    that overlaps most with somebody may have to go to somebody else so that the sum is
    greatest. Representatives left over get the clusters without overlap, in order.

    Parameters
    ----------
    clusters : array_like of int, shape (n,)
        Cluster of each customer, -1 for none.
    current : array_like of int, shape (n,)
        Current representative of each customer, -1 for none.
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
        raise InvalidInput.counted(
            int(bad.size),
            "{count} customer has a weight that is negative or not a number (row {rows}).",
            "{count} customers have a weight that is negative or not a number (rows {rows}).",
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
    served = float(values[current >= 0].sum())
    return Matching(
        representative_of, cluster_of, overlap, retained, retained / served if served else None
    )
