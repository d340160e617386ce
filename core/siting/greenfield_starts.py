"""Where the search for centres starts."""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..libraries import optimize
from ..progress import Progress
from .location_model import LocationModel

_FREE_ITERATIONS = 30
"""Rounds without bounds; what they still gain then is made up for by the rounds within bounds."""
_FREE_FALL = 1e-6
"""Fall of the objective, as a share, below which rounds without bounds end."""
_MOST_COVER_SITES, _MOST_COVER_PAIRS = 2_000, 500
"""Customers, and pairs of them, that may be the place of a covering centre: a sample of more."""
_COVER_TRIES = 20
"""Random coverings tried for each start that is wanted, of which few cover everybody."""
# Distances of 8 MB at a time.
_PAIRS_PER_BLOCK = 1_000_000


class Starts:
    """Starting centres for one count, as points of shape (k, d), fixed centres first.

    Parameters
    ----------
    model : LocationModel
    rng : numpy.random.Generator
    progress : Progress
        Asked for cancellation.
    """

    def __init__(self, model: LocationModel, rng: np.random.Generator, progress: Progress) -> None:
        self.model = model
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
        if self.model.free_count == 0:
            return [self.model.fixed_points]
        starts: list[FloatArray] = []
        given = None if initial is None else self.from_allocation(np.asarray(initial))
        if given is not None:
            starts.append(given)
        if np.isfinite(self.model.problem.bounds.reach):
            starts += self.covering(1 if self.model.is_large else restarts)
        if smaller is not None and len(smaller) < self.model.count:
            starts.append(self.improved_freely(self.grown(smaller))[0])
        if not self.model.is_large:
            # Plain means ignore demand, and so do random starts, which suit them better.
            deals = -(-restarts // 2) if self.model.problem.centre_rule == "mean" else 1
            starts += [self.random_allocation() for _ in range(deals)]
        tries = [self.improved_freely(self.spread()) for _ in range(2 * restarts)]
        tries.sort(key=lambda pair: pair[1])
        return starts + [points for points, _ in tries[: -(-restarts // 2)]]

    def from_allocation(self, labels: IntArray) -> FloatArray | None:
        """Middles of given groups (labels from 0, −1 for none), if their number fits.

        Centres that stay take the place of the groups nearest to them.
        """
        model = self.model
        groups = np.unique(labels[labels >= 0])
        if groups.size != model.count:
            return None
        rows = np.flatnonzero(labels >= 0)
        group = np.searchsorted(groups, labels[rows])
        middles = model.group_middles(group, self._any_centres(), rows)
        distance = model.surface.distances(model.fixed_points, middles)
        _, replaced = optimize.linear_sum_assignment(distance)
        return np.vstack([model.fixed_points, np.delete(middles, replaced, axis=0)])

    def random_allocation(self) -> FloatArray:
        """Step 0 of the published procedure: customers dealt out at random."""
        groups = np.arange(self.model.customer_count) % self.model.count
        return self.model.middles(self.rng.permutation(groups), self._any_centres())

    def spread(self) -> FloatArray:
        """Each centre at a customer drawn by its cost so far (Arthur and Vassilvitskii 2007)."""
        model = self.model
        centres = [*model.fixed_points]
        nearest = np.ones(model.customer_count)
        if centres:
            nearest = model.nearest_distance(model.fixed_points)
        while len(centres) < model.count:
            chance = model.search_weights * nearest
            if not chance.sum() > 0.0:
                chance = model.search_weights
            row = self.rng.choice(chance.size, p=chance / chance.sum())
            distance = model.nearest_distance(model.points[[row]])
            nearest = np.minimum(nearest, distance) if centres else distance
            centres.append(model.points[row])
        return np.array(centres)

    def grown(self, centres: FloatArray) -> FloatArray:
        """Centres of a smaller plan, and more where that saves most."""
        while len(centres) < self.model.count:
            row = self.model.most_saving(
                self.model.nearest_distance(centres), self.rng, self.progress
            )
            centres = np.vstack([centres, self.model.points[row]])
        return centres

    def covering(self, wanted: int) -> list[FloatArray]:
        """Centres with most customers within the maximum distance, chosen greedily.

        Further tries must cover a customer drawn at random with each centre, and see a random
        share of its gain; those that cover everybody are starts as well.

        Parameters
        ----------
        wanted : int
            Most starts.
        """
        model = self.model
        reach = model.problem.bounds.reach
        sites = self._covering_sites(reach)
        within = self._within(sites, reach)
        starts = []
        for number in range(1 + _COVER_TRIES * (wanted - 1)):
            centres = [*model.fixed_points]
            uncovered = np.ones(model.customer_count, dtype=bool)
            if centres:
                distance = model.surface.distances(model.points, model.fixed_points)
                uncovered = (distance > model.problem.reach(model.fixed_count)).all(axis=1)
            while len(centres) < model.count and uncovered.any():
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
        model = self.model
        within = np.empty((model.customer_count, len(sites)), dtype=bool)
        step = max(1, _PAIRS_PER_BLOCK // len(sites))
        for first in range(0, model.customer_count, step):
            self.progress.stop_if_cancelled()
            block = slice(first, first + step)
            within[block] = model.surface.distances(model.points[block], sites) <= reach
        return within

    def _covering_sites(self, reach: float) -> FloatArray:
        """Customers, and places from which two customers are just within reach.

        Whatever a centre covers can be covered from one of these (Church 1984, The planar
        maximal covering location problem).
        """
        model = self.model
        points = model.points
        if len(points) > _MOST_COVER_SITES:
            rows = self.rng.choice(len(points), _MOST_COVER_SITES, replace=False)
            points = points[np.sort(rows)]
        near = np.triu(model.surface.distances(points, points) <= 2.0 * reach, 1)
        first, second = np.nonzero(near)
        if first.size > _MOST_COVER_PAIRS:
            drawn = np.sort(self.rng.choice(first.size, _MOST_COVER_PAIRS, replace=False))
            first, second = first[drawn], second[drawn]
        # A little less than the reach, lest rounding puts the two beyond it.
        radius = reach * (1.0 - 1e-9)
        return np.vstack([points, model.surface.equidistant(points[first], points[second], radius)])

    def improved_freely(self, centres: FloatArray) -> tuple[FloatArray, float]:
        """Alternate without bounds, which is cheap, and tell the objective reached.

        The given centres, which may be customers, are left at once: what is returned are
        middles of an allocation.
        """
        best, reached = centres, np.inf
        labels = self.model.surface.distances(self.model.points, centres).argmin(axis=1)
        for _ in range(_FREE_ITERATIONS):
            self.progress.stop_if_cancelled()
            centres = self.model.middles(labels, centres)
            distance = self.model.surface.distances(self.model.points, centres)
            labels = distance.argmin(axis=1)
            nearest = distance[np.arange(labels.size), labels]
            objective = float((self.model.search_weights * nearest).sum())
            if objective >= reached * (1.0 - _FREE_FALL):
                break
            best, reached = centres, objective
        return best, reached

    def _any_centres(self) -> FloatArray:
        rows = np.arange(self.model.free_count)
        return np.vstack([self.model.fixed_points, self.model.points[rows]])
