"""Customers as points on a surface, and what the search for centres asks about them."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from .greenfield_problem import GreenfieldProblem
from .surface import group_means, group_medians, surface_of

_LARGE_PROBLEM = 40_000
"""Customers × centres from which one allocation takes about a second."""
_SMALLEST_WEIGHT = 1e-6
"""Weight of customers without demand, as a share of the mean of the others: next to nothing."""
_MEDIAN_STEPS = 12
"""Steps towards a median in one round; the next round goes on from there."""
_MOST_SITES = 500
"""Customers tried as the place of a further centre; a sample of more finds hardly better ones."""
_PAIRS_AT_ONCE = 1_000_000
"""Distances between two looks for a cancel: a tenth of a second."""
_MOST_PULLS = 100
"""Projections after which a centre that still does not reach all its customers is left."""
_PULL_MARGIN = 1e-4
"""Share of the maximum distance by which a pull goes too far, so that pulls come to an end."""


class LocationModel:
    """One greenfield problem with a number of centres, ready for searching.

    Attributes
    ----------
    surface : Surface
        Sphere or plane.
    points : ndarray, shape (n, d)
        Customers.
    demand, search_weights : ndarray, shape (n,)
        Demand as given, and as the search weighs it: customers without demand cost next to
        nothing, but still go to a centre nearby.
    fixed_points, fixed_positions : ndarray, shapes (e, d) and (e, 2)
        Centres that stay.
    """

    def __init__(self, problem: GreenfieldProblem, count: int) -> None:
        customers = problem.customers
        self.problem = problem
        self.count = count
        self.demand = problem.demand
        least = _SMALLEST_WEIGHT * self.demand[self.demand > 0.0].mean()
        self.search_weights = np.maximum(self.demand, least)
        self.surface = surface_of(customers.metric)
        self.points = self.surface.points(customers.positions)
        self.fixed_positions = np.asarray(problem.existing.positions, dtype=float)
        self.fixed_points = self.points[:0]
        if problem.existing_count:
            self.fixed_points = self.surface.points(self.fixed_positions)

    @property
    def customer_count(self) -> int:
        return int(self.points.shape[0])

    @property
    def fixed_count(self) -> int:
        return int(self.fixed_points.shape[0])

    @property
    def free_count(self) -> int:
        """Number of centres to place."""
        return self.count - self.fixed_count

    @property
    def is_large(self) -> bool:
        """Whether one allocation takes so long that starts must be picked with care."""
        return self.customer_count * self.count > _LARGE_PROBLEM

    def positions(self, centres: FloatArray) -> FloatArray:
        """Positions of centres, those that stay exactly as given."""
        free = self.surface.positions(centres[self.fixed_count :])
        return np.vstack([self.fixed_positions, free])

    def nearest_distance(self, centres: FloatArray) -> FloatArray:
        """Distance in metres from each customer to the nearest of the centres."""
        return self.surface.distances(self.points, centres).min(axis=1)

    def single_objective(self) -> float:
        """Demand × metres with one centre in the middle of all customers, by the centre rule.

        Without regard to bounds and existing centres: a measure of the problem's size.
        """
        everybody = np.zeros(self.customer_count, dtype=np.int64)
        middle = self.group_middles(everybody, self.points[:1])
        return float((self.demand * self.surface.distances(self.points, middle)[:, 0]).sum())

    def middles(
        self, labels: IntArray, centres: FloatArray, rows: IntArray | None = None
    ) -> FloatArray:
        """Centres in the middle of their customers; those that stay do not move."""
        moved = self.group_middles(labels, centres, rows)
        return np.vstack([self.fixed_points, moved[self.fixed_count :]])

    def group_middles(
        self, labels: IntArray, centres: FloatArray, rows: IntArray | None = None
    ) -> FloatArray:
        """Middle of each group of customers, as if all centres could move.

        Parameters
        ----------
        labels : ndarray of int
            Centre of each customer, or of the customers in ``rows``.
        centres : ndarray, shape (k, d)
            Present centres; kept where a centre has no customers.
        """
        rows = np.arange(self.points.shape[0]) if rows is None else rows
        points, weights = self.points[rows], self.search_weights[rows]
        rule = self.problem.centre_rule
        if rule == "weighted_median":
            return group_medians(
                self.surface, points, weights, labels, centres, max_steps=_MEDIAN_STEPS
            )
        weights = np.ones(rows.size) if rule == "mean" else weights
        return group_means(self.surface, points, weights, labels, centres)

    def reaching(self, labels: IntArray, centres: FloatArray) -> FloatArray:
        """Centres pulled to where all their customers are within the maximum distance.

        A centre goes towards its farthest customer until it reaches that one, again and again:
        projections onto the circles around the customers, which end where the circles meet,
        near the middle. Where they do not meet, the place with the least excess seen is taken.
        """
        reach, customers = self.problem.bounds.reach, self.problem.customers
        if not np.isfinite(reach):
            return centres
        centres, best = centres.copy(), centres.copy()
        excess = np.full(self.count, np.inf)
        rows = np.flatnonzero(labels >= self.fixed_count)
        for _ in range(_MOST_PULLS):
            positions = self.positions(centres)[labels[rows]]
            distance = customers.metric.between(customers.positions[rows], positions)
            order = np.lexsort((-distance, labels[rows]))
            groups, first = np.unique(labels[rows[order]], return_index=True)
            farthest = order[first]
            over = distance[farthest] - reach
            better = groups[over < excess[groups]]
            best[better] = centres[better]
            excess[groups] = np.minimum(excess[groups], over)
            outside = over > 0.0
            if not outside.any():
                break
            groups, farthest = groups[outside], farthest[outside]
            heading, _ = self.surface.headings(centres[groups], self.points[rows[farthest]])
            step = over[outside] + _PULL_MARGIN * reach
            centres[groups] = self.surface.moved(centres[groups], heading * step[:, None])
            rows = rows[np.isin(labels[rows], groups)]
        return best

    def most_saving(
        self, nearest: FloatArray, rng: np.random.Generator, progress: Progress = SILENT
    ) -> int:
        """Customer where one more centre lowers the present distances most.

        Sites are sampled if there are many.

        Raises
        ------
        Cancelled
            If ``progress`` says so meanwhile.
        """
        n = self.points.shape[0]
        sites = (
            np.arange(n) if n <= _MOST_SITES else np.sort(rng.choice(n, _MOST_SITES, replace=False))
        )
        saving = []
        step = max(1, _PAIRS_AT_ONCE // n)
        for first in range(0, sites.size, step):
            progress.stop_if_cancelled()
            distance = self.surface.distances(self.points, self.points[sites[first : first + step]])
            # Not a matrix product: with the threads of a library its sums would change.
            saved = np.maximum(nearest[:, None] - distance, 0.0)
            saving.append(np.einsum("i,ij->j", self.search_weights, saved))
        return int(sites[np.argmax(np.concatenate(saving))])

    def least_missed(self, centres: FloatArray) -> IntArray:
        """Centres that may be closed, the one whose closing costs least first."""
        distance = self.surface.distances(self.points, centres)
        order = np.argpartition(distance, 1, axis=1)[:, :2]
        pair = np.take_along_axis(distance, order, axis=1)
        first = np.where(pair[:, 0] <= pair[:, 1], order[:, 0], order[:, 1])
        loss = np.bincount(
            first,
            weights=self.search_weights * np.abs(pair[:, 1] - pair[:, 0]),
            minlength=self.count,
        )
        return self.fixed_count + np.argsort(loss[self.fixed_count :], kind="stable")
