"""Moves of single customers, and exchanges of two, where centres are plain means.

A round of allocating and moving takes centres as fixed while customers are allocated. With means
that regard no demand the sum of demand × distance may fall where a round sees nothing: a customer
of little demand who is moved draws the centre towards others of much. Here each move is measured
with the centres as they are after it (Hartigan, Clustering Algorithms, 1975, chapter 4, for sums
of squares). Who is moved must be no farther from a centre for it: otherwise the least sums have
customers of little demand hundreds of kilometres away, who only draw means to where others live.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..assignment import Limit
from ..progress import Progress
from .location_model import LocationModel

_LEAST_FALL = 1e-9
"""Share of the objective below which a move is not worth making: far above rounding."""
_EXCHANGES_MEASURED = 60
"""Exchanges of which the change is found exactly, those first whose two moves would save most
each by itself."""
_MOST_DISTANCES = 50_000
"""Customers × customers per centre up to which moves are measured: a move takes a millisecond."""


def can_move(model: LocationModel) -> bool:
    """Whether there are few enough customers for every move to be measured."""
    return model.customer_count**2 <= _MOST_DISTANCES * model.count


class MeanMoves:
    """An allocation whose customers are moved one by one while that lowers the objective.

    Parameters
    ----------
    model : LocationModel
        Centres are plain means.
    limits : sequence of Limit
        Kept by the allocation, and by every move.
    labels : ndarray of int, shape (n,)
        Centre of each customer.

    Attributes
    ----------
    cost : ndarray of float, shape (k,)
        Demand × metres of each centre's customers.
    leaving : ndarray of float, shape (n,)
        Change of that of the own centre (demand × metres) when a customer leaves it.
    joining : ndarray of float, shape (n, k)
        Change of that of another centre, the own trip included, when a customer joins it.
    trip : ndarray of float, shape (n,)
        Metres to the own centre.
    trip_after : ndarray of float, shape (n, k)
        Metres to another centre once the customer has joined it.
    reached : ndarray of bool, shape (n, k)
    """

    def __init__(self, model: LocationModel, limits: Sequence[Limit], labels: IntArray) -> None:
        self.model = model
        self.limits = limits
        self.labels = labels.copy()
        n, k = model.customer_count, model.count
        self.cost = np.zeros(k)
        self.leaving = np.zeros(n)
        self.joining = np.zeros((n, k))
        self.trip = np.zeros(n)
        self.trip_after = np.zeros((n, k))
        self.reached = _reached(model)
        for group in range(k):
            self._measure(group)

    def run(self, progress: Progress) -> IntArray:
        """Centre of each customer when no move and no exchange lowers the objective.

        When ``progress`` says that the run is cancelled, as far as moves have got.
        """
        while not progress.is_cancelled() and (self._moved() or self._exchanged()):
            pass
        return self.labels

    def _moved(self) -> bool:
        """Make the best move of one customer, if there is one."""
        change = self.leaving[:, None] + self.joining
        change[~self._allowed() | (self.trip_after > self.trip[:, None])] = np.inf
        customer, group = np.unravel_index(np.argmin(change), change.shape)
        if not change[customer, group] < -_LEAST_FALL * self.cost.sum():
            return False
        former = int(self.labels[customer])
        self.labels[customer] = group
        self._measure(former)
        self._measure(int(group))
        return True

    def _allowed(self) -> BoolArray:
        """Whether each customer (row) may go to each centre (column)."""
        n, k = self.joining.shape
        sizes = np.bincount(self.labels, minlength=k)
        allowed = self.reached.copy()
        allowed[np.arange(n), self.labels] = False
        # A centre keeps its last customer: it would have no mean.
        allowed[sizes[self.labels] == 1] = False
        for limit in self.limits:
            weights = np.ones(n) if limit.weights is None else limit.weights
            totals = limit.totals(self.labels)
            allowed[totals[self.labels] - weights < limit.minimum[self.labels]] = False
            allowed &= totals[None, :] + weights[:, None] <= limit.maximum[None, :]
        return allowed

    def _exchanged(self) -> bool:
        """Make the best exchange of two customers among those that promise most."""
        n = self.labels.size
        alone = self.leaving[:, None] + self.joining[:, self.labels]
        alone[~self.reached[:, self.labels]] = np.inf
        both = alone + alone.T
        # Roughly: each trip as if the other one had not left. Exactly below.
        longer = self.model.search_weights[:, None] * (
            self.trip_after[:, self.labels] - self.trip[:, None]
        )
        both[longer + longer.T > 0.0] = np.inf
        both[self.labels[:, None] == self.labels[None, :]] = np.inf
        both[np.tril_indices(n)] = np.inf
        for limit in self.limits:
            if limit.weights is not None:
                totals = limit.totals(self.labels)[self.labels]
                # Of the row's centre; the column's is seen in the transposed.
                after = totals[:, None] - limit.weights[:, None] + limit.weights[None, :]
                broken = after < limit.minimum[self.labels][:, None]
                broken |= after > limit.maximum[self.labels][:, None]
                both[broken | broken.T] = np.inf
        flat = both.ravel()
        tried = np.argpartition(flat, min(_EXCHANGES_MEASURED, flat.size - 1))
        tried = np.sort(tried[:_EXCHANGES_MEASURED])
        tried = tried[np.isfinite(flat[tried])]
        if tried.size == 0:
            return False
        first, second = np.divmod(tried, n)
        change = self._exchange_changes(first, second)
        best = int(np.argmin(change))
        if not change[best] < -_LEAST_FALL * self.cost.sum():
            return False
        one, other = first[best], second[best]
        groups = int(self.labels[one]), int(self.labels[other])
        self.labels[one], self.labels[other] = groups[1], groups[0]
        for group in groups:
            self._measure(group)
        return True

    def _exchange_changes(self, first: IntArray, second: IntArray) -> FloatArray:
        """Change of the objective when two customers change places, for pairs of them.

        Infinite where both together would be farther from their centres.
        """
        points, weights = self.model.points, self.model.search_weights
        change, trips = np.zeros(first.size), np.zeros(first.size)
        for leaving, coming in ((first, second), (second, first)):
            groups = self.labels[leaving]
            inside = (self.labels[:, None] == groups[None, :]).astype(float)
            pairs = np.arange(first.size)
            inside[leaving, pairs], inside[coming, pairs] = 0.0, 1.0
            centres = self._centres(
                groups, np.einsum("ij,id->jd", inside, points), inside.sum(axis=0)
            )
            distance = self.model.surface.distances(points, centres)
            change += np.einsum("i,ij,ij->j", weights, inside, distance) - self.cost[groups]
            trips += weights[coming] * (distance[coming, pairs] - self.trip[coming])
        return np.where(trips > 0.0, np.inf, change)

    def _centres(self, groups: IntArray, sums: FloatArray, counts: FloatArray) -> FloatArray:
        """Means from sums of points; of centres that stay, their places."""
        means = self.model.surface.settled(sums / counts[:, None], self.model.points[:1])
        stays = groups < self.model.fixed_count
        means[stays] = self.model.fixed_points[groups[stays]]
        return means

    def _measure(self, group: int) -> None:
        """What a centre costs, and what it costs when each customer leaves or joins it."""
        model = self.model
        points, weights = model.points, model.search_weights
        members = np.flatnonzero(self.labels == group)
        inside, own = points[members], weights[members]
        groups = np.full(len(points), group)
        total, count = inside.sum(axis=0), np.full(len(points), float(members.size))
        cost = 0.0
        if members.size:
            centre = self._centres(groups[:1], total[None], count[:1])
            self.trip[members] = model.surface.distances(inside, centre)[:, 0]
            cost = float((own * self.trip[members]).sum())
        joined = self._centres(groups, total + points, count + 1.0)
        distance = model.surface.distances(inside, joined)
        self.joining[:, group] = np.einsum("i,ij->j", own, distance) - cost
        self.trip_after[:, group] = model.surface.headings(joined, points)[1]
        self.joining[:, group] += weights * self.trip_after[:, group]
        if members.size > 1:
            left = self._centres(groups[members], total - inside, count[members] - 1.0)
            distance = model.surface.distances(inside, left)
            np.fill_diagonal(distance, 0.0)
            self.leaving[members] = np.einsum("i,ij->j", own, distance) - cost
        self.cost[group] = cost


def _reached(model: LocationModel) -> BoolArray:
    """Whether each centre (column) that stays reaches each customer (row); others reach all."""
    reached = np.ones((model.customer_count, model.count), dtype=bool)
    if model.fixed_count:
        customers = model.problem.customers
        distance = customers.metric.matrix(customers.positions, model.fixed_positions)
        reached[:, : model.fixed_count] = distance <= model.problem.reach(model.fixed_count)
    return reached
