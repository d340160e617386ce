"""Where the search for centres starts."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..libraries import optimize
from ..progress import Progress
from .ground import Ground

_FREE_ITERATIONS = 30
_MOST_COVER_SITES = 2_000
_MOST_COVER_PAIRS = 500
_COVER_TRIES = 20
_PAIRS_PER_BLOCK = 1_000_000


class Starts:
    """Starting centres for one count, as points of shape (k, d), fixed centres first.

    Parameters
    ----------
    ground : Ground
    rng : numpy.random.Generator
    progress : Progress
        Asked for cancellation.
    """

    def __init__(self, ground: Ground, rng: np.random.Generator, progress: Progress) -> None:
        self.ground = ground
        self.rng = rng
        self.progress = progress

    def collect(
        self, restarts: int, initial: IntArray | None, smaller: FloatArray | None
    ) -> list[FloatArray]:
        """Starts worth an allocation within bounds.

        Parameters
        ----------
        restarts : int
            Twice as many spread starts are improved without bounds, which is cheap; half
            the given number is kept.
        initial : ndarray of int, shape (n,), optional
            Given allocation; a start if it has as many groups as there are centres.
        smaller : ndarray, shape (k', d), optional
            Centres of a good plan with fewer centres.
        """
        if self.ground.free_count == 0:
            return [self.ground.fixed_points]
        starts: list[FloatArray] = []
        given = None if initial is None else self.from_allocation(np.asarray(initial))
        if given is not None:
            starts.append(given)
        if self.ground.problem.max_distance is not None:
            starts += self.covering(1 if self.ground.is_large else restarts)
        if smaller is not None and len(smaller) < self.ground.count:
            starts.append(self.improved_freely(self.grown(smaller))[0])
        if not self.ground.is_large:
            # Plain means ignore demand, and so do random starts, which suit them better.
            deals = -(-restarts // 2) if self.ground.problem.centre_rule == "mean" else 1
            starts += [self.random_allocation() for _ in range(deals)]
        tries = [self.improved_freely(self.spread()) for _ in range(2 * restarts)]
        tries.sort(key=lambda pair: pair[1])
        return starts + [points for points, _ in tries[: -(-restarts // 2)]]

    def from_allocation(self, labels: IntArray) -> FloatArray | None:
        """Middles of given groups (labels from 0, −1 for none), if their number fits.

        Centres that stay take the place of the groups nearest to them.
        """
        ground = self.ground
        groups = np.unique(labels[labels >= 0])
        if groups.size != ground.count:
            return None
        rows = np.flatnonzero(labels >= 0)
        group = np.searchsorted(groups, labels[rows])
        middles = ground.group_middles(group, self._any_centres(), rows)
        distance = ground.space.distances(ground.fixed_points, middles)
        _, replaced = optimize.linear_sum_assignment(distance)
        return np.vstack([ground.fixed_points, np.delete(middles, replaced, axis=0)])

    def random_allocation(self) -> FloatArray:
        """Step 0 of the published procedure: customers dealt out at random."""
        groups = np.arange(self.ground.customer_count) % self.ground.count
        return self.ground.middles(self.rng.permutation(groups), self._any_centres())

    def spread(self) -> FloatArray:
        """Each centre at a customer drawn by its cost so far (Arthur and Vassilvitskii 2007)."""
        ground = self.ground
        centres = [*ground.fixed_points]
        nearest = np.ones(ground.customer_count)
        if centres:
            nearest = ground.nearest_distance(ground.fixed_points)
        while len(centres) < ground.count:
            chance = ground.effort * nearest
            if not chance.sum() > 0.0:
                chance = ground.effort
            row = self.rng.choice(chance.size, p=chance / chance.sum())
            distance = ground.nearest_distance(ground.points[[row]])
            nearest = np.minimum(nearest, distance) if centres else distance
            centres.append(ground.points[row])
        return np.array(centres)

    def grown(self, centres: FloatArray) -> FloatArray:
        """Centres of a smaller plan, and more where that saves most."""
        while len(centres) < self.ground.count:
            row = self.ground.most_saving(self.ground.nearest_distance(centres), self.rng)
            centres = np.vstack([centres, self.ground.points[row]])
        return centres

    def covering(self, wanted: int) -> list[FloatArray]:
        """Centres with most customers within the greatest distance, chosen greedily.

        Further tries must cover a customer drawn at random with each centre, and see a random
        share of its gain; those that cover everybody are starts as well.

        Parameters
        ----------
        wanted : int
            Most starts.
        """
        ground = self.ground
        reach = float(ground.problem.max_distance or 0.0)
        sites = self._covering_sites(reach)
        within = self._within(sites, reach)
        starts = []
        for number in range(1 + _COVER_TRIES * (wanted - 1)):
            centres = [*ground.fixed_points]
            uncovered = np.ones(ground.customer_count, dtype=bool)
            if centres:
                uncovered = ground.nearest_distance(ground.fixed_points) > reach
            while len(centres) < ground.count and uncovered.any():
                self.progress.stop_if_cancelled()
                gain = within[uncovered].sum(axis=0).astype(float)
                if number:
                    customer = self.rng.choice(np.flatnonzero(uncovered))
                    gain *= within[customer] * self.rng.uniform(0.5, 1.0, len(sites))
                if gain.max() == 0.0:
                    break
                centres.append(sites[np.argmax(gain)])
                uncovered &= ~within[:, np.argmax(gain)]
            if number == 0 or not uncovered.any():
                starts.append(self.grown(np.array(centres)) if centres else self.spread())
                if len(starts) == wanted:
                    break
        return starts

    def _within(self, sites: FloatArray, reach: float) -> BoolArray:
        """Whether each customer (row) is within reach of each site (column)."""
        ground = self.ground
        within = np.empty((ground.customer_count, len(sites)), dtype=bool)
        step = max(1, _PAIRS_PER_BLOCK // len(sites))
        for first in range(0, ground.customer_count, step):
            self.progress.stop_if_cancelled()
            block = slice(first, first + step)
            within[block] = ground.space.distances(ground.points[block], sites) <= reach
        return within

    def _covering_sites(self, reach: float) -> FloatArray:
        """Customers, and places from which two customers are just within reach.

        Whatever a centre covers can be covered from one of these (Church 1984, The planar
        maximal covering location problem).
        """
        ground = self.ground
        points = ground.points
        if len(points) > _MOST_COVER_SITES:
            rows = self.rng.choice(len(points), _MOST_COVER_SITES, replace=False)
            points = points[np.sort(rows)]
        near = np.triu(ground.space.distances(points, points) <= 2.0 * reach, 1)
        first, second = np.nonzero(near)
        if first.size > _MOST_COVER_PAIRS:
            drawn = np.sort(self.rng.choice(first.size, _MOST_COVER_PAIRS, replace=False))
            first, second = first[drawn], second[drawn]
        # A little less than the reach, lest rounding puts the two beyond it.
        radius = reach * (1.0 - 1e-9)
        return np.vstack([points, ground.space.equidistant(points[first], points[second], radius)])

    def improved_freely(self, centres: FloatArray) -> tuple[FloatArray, float]:
        """Alternate without bounds, which is cheap, and tell the objective reached.

        The given centres, which may be customers, are left at once: what is returned are
        middles of an allocation.
        """
        best, reached = centres, np.inf
        labels = self.ground.space.distances(self.ground.points, centres).argmin(axis=1)
        for _ in range(_FREE_ITERATIONS):
            self.progress.stop_if_cancelled()
            centres = self.ground.middles(labels, centres)
            distance = self.ground.space.distances(self.ground.points, centres)
            labels = distance.argmin(axis=1)
            objective = float(self.ground.effort @ distance[np.arange(labels.size), labels])
            if objective >= reached * (1.0 - 1e-6):
                break
            best, reached = centres, objective
        return best, reached

    def _any_centres(self) -> FloatArray:
        rows = np.arange(self.ground.free_count)
        return np.vstack([self.ground.fixed_points, self.ground.points[rows]])
