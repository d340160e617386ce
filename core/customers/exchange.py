"""Moves and exchanges that make clusters of few customers more compact, within limits.

Where clusters are small, a customer who changes takes the centre along. Assigning customers to
centres as they are does not see that, and k-means rests where one move would still pay
(Hartigan and Wong 1979; exchanges of two customers keep counts).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..assignment import Limit
from ..assignment.limits import breached
from ..progress import SILENT, Progress

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

    Memory and time of a step grow with the square of the number of customers. Where there are
    very few, any two moves together are tried in the end: one may make room for the other.

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
    between = _Between.of(points, limits, count)
    while not progress.is_cancelled():
        for changed in _changes(between, labels, count, limits, possible, least_gain):
            if not breached(limits, changed):
                labels = changed
                break
        else:
            moved = _after_two_moves(points, labels, count, limits, possible, least_gain)
            if moved is None:
                break
            labels = moved
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


@dataclass(frozen=True)
class _Between:
    """What stays as it is while customers change.

    Attributes
    ----------
    points : ndarray of float, shape (n, 2)
    length : ndarray of float, shape (n, n)
        Squared distances between customers.
    weights : list of ndarray of float, shape (n, k)
        What each customer adds to the total of each cluster, for each limit.
    """

    points: FloatArray
    length: FloatArray
    weights: list[FloatArray]

    @classmethod
    def of(cls, points: FloatArray, limits: Sequence[Limit], count: int) -> _Between:
        length = ((points[None] - points[:, None]) ** 2).sum(axis=2)
        return cls(points, length, [_weights(limit, len(points), count) for limit in limits])


def _changes(
    between: _Between,
    labels: IntArray,
    count: int,
    limits: Sequence[Limit],
    possible: BoolArray,
    least_gain: float,
) -> list[IntArray]:
    """Labels after the best move and after the best exchange, if these pay; the better first."""
    points = between.points
    everybody = np.arange(len(points))
    sizes = np.bincount(labels, minlength=count).astype(float)
    sums: FloatArray = np.column_stack(
        [np.bincount(labels, weights=axis, minlength=count) for axis in points.T]
    )
    fits_move = possible & (sizes[labels] > 1.0)[:, None]
    fits_move[everybody, labels] = False
    fits_exchange = labels[:, None] < labels
    if not possible.all():
        fits_exchange &= possible[:, labels] & possible[:, labels].T
    for limit, weights in zip(limits, between.weights):
        totals = limit.totals(labels)
        own = weights[everybody, labels]
        fits_move &= (totals[labels] - own >= limit.minimum[labels])[:, None]
        fits_move &= totals + weights <= limit.maximum
        # Row i, column j: what the cluster of i holds once j is there instead.
        added = own if limit.members is None else weights[:, labels].T
        after = (totals[labels] - own)[:, None] + added
        keeps = (after >= limit.minimum[labels][:, None]) & (
            after <= limit.maximum[labels][:, None]
        )
        fits_exchange &= keeps & keeps.T

    squared = ((points[:, None] - sums / np.maximum(sizes, 1.0)[:, None]) ** 2).sum(axis=2)
    leaving = squared[everybody, labels] * sizes[labels] / np.maximum(sizes[labels] - 1.0, 1.0)
    gains_move = leaving[:, None] - squared * sizes / (sizes + 1.0)
    # Exchanging i and j adds d = x_j - x_i to one sum and takes it from the other; the inertia
    # falls by what the squared sums over the sizes grow.
    own_sums, own_sizes = sums[labels], sizes[labels]
    toward = np.multiply.outer(own_sums[:, 0], points[:, 0])
    toward += np.multiply.outer(own_sums[:, 1], points[:, 1])
    along = toward - toward.diagonal()[:, None]
    half = (2.0 * along + between.length) / own_sizes[:, None]
    gains_exchange = half + half.T

    changes = []
    for gains, fits in ((gains_move, fits_move), (gains_exchange, fits_exchange)):
        gains = np.where(fits, gains, -np.inf)
        row, column = np.unravel_index(int(gains.argmax()), gains.shape)
        if gains[row, column] > least_gain:
            changed = labels.copy()
            if fits is fits_move:
                changed[row] = column
            else:
                changed[row], changed[column] = labels[column], labels[row]
            changes.append((float(gains[row, column]), changed))
    return [changed for _, changed in sorted(changes, key=lambda change: -change[0])]


def _weights(limit: Limit, customers: int, count: int) -> FloatArray:
    """What each customer adds to the total of each cluster, shape (n, k)."""
    own = np.ones(customers) if limit.weights is None else limit.weights
    weights = np.repeat(own[:, None], count, axis=1)
    if limit.members is not None:
        weights[limit.members[:, None] != np.arange(count)] = 0.0
    return weights
