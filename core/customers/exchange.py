"""Moves and exchanges that make clusters of few customers more compact, within limits.

Where clusters are small, a customer who changes takes the centre along. Assigning customers to
centres as they are does not see that, and k-means rests where one move would still pay
(Hartigan and Wong 1979; exchanges of two customers keep counts).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..assignment import Limit
from ..assignment.limits import breached
from ..progress import SILENT, Progress
from .starting_centres import squared_distances

# Relative: what is below is rounding, and would let exchanges run in circles.
_LEAST_GAIN = 1e-9
_FEW_PAIRS = 75
"""Customers × territories; all pairs of moves are looked at, 75² / 2 = 2,800 at most. Small
problems end at their optimum so (``test_tiny_problems_with_all_rules_agree``)."""


def exchange_customers(
    points: FloatArray,
    labels: IntArray,
    count: int,
    limits: Sequence[Limit] = (),
    *,
    allowed: BoolArray | None = None,
    progress: Progress = SILENT,
) -> IntArray:
    """Labels (n,) after the best moves of one and exchanges of two customers, until none pays.

    Memory grows with the square of the number of customers. Where there are very few, any two
    moves together are tried in the end: one may make room for the other.

    Parameters
    ----------
    points : ndarray of float, shape (n, 2)
        Positions on a plane, in metres.
    labels : ndarray of int, shape (n,)
        Clusters within the limits.
    count : int
        Number k of clusters. One that is empty may stay so, no other gets empty.
    limits : sequence of Limit
        What each cluster may get.
    allowed : ndarray of bool, shape (n, k), optional
        Pairs that are possible (fixed pairs).
    progress : Progress
        Asked for cancellation; what has changed so far is kept then.
    """
    points = points - points.mean(axis=0)
    possible = np.ones((len(points), count), dtype=bool) if allowed is None else allowed
    least_gain = _LEAST_GAIN * float((points**2).sum())
    labels = labels.copy()
    gains = _Gains(points, labels, count, limits, possible, least_gain)
    while not progress.is_cancelled():
        for changed in gains.changes():
            if not breached(limits, changed):
                labels = changed
                break
        else:
            moved = _after_two_moves(points, labels, count, limits, possible, least_gain)
            if moved is None:
                break
            labels = moved
        gains.update(labels)
    return labels


def _after_two_moves(
    points: FloatArray,
    labels: IntArray,
    count: int,
    limits: Sequence[Limit],
    possible: BoolArray,
    least_gain: float,
) -> IntArray | None:
    """Labels after the best two moves at once, if customers are very few and that pays."""
    n = len(points)
    if n * count > _FEW_PAIRS:
        return None
    customers, targets = np.nonzero(possible & (labels[:, None] != np.arange(count)))
    first, second = np.triu_indices(len(customers), 1)
    apart = customers[first] != customers[second]
    first, second = first[apart], second[apart]
    plans = np.repeat(labels[None], len(first) + 1, axis=0)
    rows = np.arange(len(first))
    for move in (first, second):
        plans[rows, customers[move]] = targets[move]
    # The last plan is the one there is.
    member = plans[:, :, None] == np.arange(count)
    sizes = member.sum(axis=1)
    sums = np.einsum("pij,id->pjd", member, points)
    spread = ((sums**2).sum(axis=2) / np.maximum(sizes, 1)).sum(axis=1)
    gains = spread - spread[-1]
    gains[((sizes == 0) & (sizes[-1] > 0)).any(axis=1)] = -np.inf
    for limit in limits:
        totals = np.einsum("pij,ij->pj", member, _weights(limit, n, count))
        gains[((totals < limit.minimum) | (totals > limit.maximum)).any(axis=1)] = -np.inf
    best = int(gains.argmax())
    if gains[best] <= least_gain or breached(limits, plans[best]):
        return None
    return plans[best]


class _Gains:
    """What every move of one and every exchange of two customers would gain.

    A change touches two clusters, and only what concerns their customers is computed again: a
    tenth of the time with ten customers in each of sixty clusters.

    Attributes
    ----------
    labels : ndarray of int, shape (n,)
        Clusters for which the gains hold.
    """

    def __init__(
        self,
        points: FloatArray,
        labels: IntArray,
        count: int,
        limits: Sequence[Limit],
        possible: BoolArray,
        least: float,
    ) -> None:
        n = len(points)
        self.points, self.count, self.limits = points, count, limits
        self.possible, self.least = possible, least
        self.labels = np.full(n, -1, dtype=np.int64)
        # Squared distances between customers.
        self.length: FloatArray = ((points[None] - points[:, None]) ** 2).sum(axis=2)
        self.weights = [_weights(limit, n, count) for limit in limits]
        # Row i, column j: what the cluster of i gains once j is there instead, and may hold then.
        self.half = np.empty((n, n))
        self.keeps = np.ones((n, n), dtype=bool)
        self.exchange = np.full((n, n), -np.inf)
        self.update(labels)

    def update(self, labels: IntArray) -> None:
        """Gains for other labels (n,)."""
        changed = labels != self.labels
        touched = np.zeros(self.count + 1, dtype=bool)
        touched[self.labels[changed]] = touched[labels[changed]] = True
        touched[-1] = False
        self.labels = labels
        self.sizes = np.bincount(labels, minlength=self.count).astype(float)
        self.sums: FloatArray = np.column_stack(
            [np.bincount(labels, weights=axis, minlength=self.count) for axis in self.points.T]
        )
        rows = np.flatnonzero(touched[labels])
        own = labels[rows]
        # Exchanging i and j adds d = x_j - x_i to one sum and takes it from the other; the
        # inertia falls by what the squared sums over the sizes grow.
        toward = np.multiply.outer(self.sums[own, 0], self.points[:, 0])
        toward += np.multiply.outer(self.sums[own, 1], self.points[:, 1])
        along = toward - toward[np.arange(rows.size), rows][:, None]
        self.half[rows] = (2.0 * along + self.length[rows]) / self.sizes[own][:, None]
        self.keeps[rows] = self._kept(rows)
        gains = self.half[rows] + self.half[:, rows].T
        fits = self.keeps[rows] & self.keeps[:, rows].T
        if not self.possible.all():
            fits &= self.possible[rows][:, labels] & self.possible[:, own].T
        # Each pair once, in the row of the customer whose cluster comes first.
        self.exchange[rows] = np.where(fits & (own[:, None] < labels), gains, -np.inf)
        self.exchange[:, rows] = np.where(fits & (labels < own[:, None]), gains, -np.inf).T

    def _kept(self, rows: IntArray) -> BoolArray:
        """Which customers (n,) may take the place of each of some (r,) within the limits there."""
        own = self.labels[rows]
        keeps = np.ones((rows.size, len(self.points)), dtype=bool)
        for limit, weights in zip(self.limits, self.weights):
            left = limit.totals(self.labels)[own] - weights[rows, own]
            if limit.members is None:
                after = left[:, None] + weights[:, 0]
            else:
                after = left[:, None] + weights[:, own].T
            keeps &= after >= limit.minimum[own][:, None]
            keeps &= after <= limit.maximum[own][:, None]
        return keeps

    def changes(self) -> list[IntArray]:
        """Labels after the best move and the best exchange, if these pay; the better first."""
        changes = []
        for gains in (self._moves(), self.exchange):
            row, column = np.unravel_index(int(gains.argmax()), gains.shape)
            if gains[row, column] > self.least:
                changed = self.labels.copy()
                if gains is self.exchange:
                    changed[row], changed[column] = self.labels[column], self.labels[row]
                else:
                    changed[row] = column
                changes.append((float(gains[row, column]), changed))
        return [changed for _, changed in sorted(changes, key=lambda change: -change[0])]

    def _moves(self) -> FloatArray:
        """Gains of moves (n, k); infinitely negative for what is not possible."""
        labels, sizes = self.labels, self.sizes
        everybody = np.arange(len(labels))
        fits = self.possible & (sizes[labels] > 1.0)[:, None]
        fits[everybody, labels] = False
        for limit, weights in zip(self.limits, self.weights):
            totals = limit.totals(labels)
            left = totals[labels] - weights[everybody, labels]
            fits &= (left >= limit.minimum[labels])[:, None]
            fits &= totals + weights <= limit.maximum
        centres = self.sums / np.maximum(sizes, 1.0)[:, None]
        squared = squared_distances(self.points, centres)
        own = sizes[labels]
        leaving = squared[everybody, labels] * own / np.maximum(own - 1.0, 1.0)
        return np.where(fits, leaving[:, None] - squared * sizes / (sizes + 1.0), -np.inf)


def _weights(limit: Limit, customers: int, count: int) -> FloatArray:
    """What each customer adds to the total of each cluster, shape (n, k)."""
    own = np.ones(customers) if limit.weights is None else limit.weights
    weights = np.repeat(own[:, None], count, axis=1)
    if limit.members is not None:
        weights[limit.members[:, None] != np.arange(count)] = 0.0
    return weights
