"""The clustering problem: customers on a plane, and what an assignment to centres costs."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import FloatArray, IntArray
from ..errors import InvalidInput
from .clustering import Clustering, ClusterRules, StartingCentres
from .starting_centres import squared_distances

FEW_PAIRS = 500
"""Customers × clusters up to which there is time for every start, move and exchange: an exact
round takes milliseconds, and soft ones tell little about so few customers."""


@dataclass(frozen=True)
class ClusteringProblem:
    """Customers on a plane and the rules of their clusters.

    Attributes
    ----------
    points : ndarray of float, shape (n, 2)
        Positions in metres.
    count : int
        Number k of clusters.
    rules : ClusterRules
    """

    points: FloatArray
    count: int
    rules: ClusterRules

    @classmethod
    def checked(
        cls,
        points: ArrayLike,
        count: int,
        rules: ClusterRules | None,
        start: StartingCentres | None,
    ) -> ClusteringProblem:
        """The problem, if it is one.

        Raises
        ------
        InvalidInput
            If there are more clusters than customers, positions are missing, or as many centres
            are not given.
        """
        values = np.asarray(points, dtype=float)
        if values.ndim != 2 or not np.isfinite(values).all():
            raise InvalidInput("Some customers have no position; leave them out.")
        if count < 1:
            raise InvalidInput("At least one territory is needed.")
        if count > len(values):
            raise InvalidInput(
                "There are {count} territories for {n} customers only; ask for fewer.",
                count=count,
                n=len(values),
            )
        if start is not None and np.shape(start.centres) != (count, values.shape[1]):
            raise InvalidInput(
                "{given} centres are given for {count} territories.",
                given=len(start.centres),
                count=count,
            )
        return cls(values, count, rules or ClusterRules())

    def __len__(self) -> int:
        return len(self.points)

    @property
    def is_small(self) -> bool:
        """Whether every start is worth an exact search."""
        return len(self) * self.count <= FEW_PAIRS

    def without_distance(self) -> ClusteringProblem:
        """The same at any distance."""
        return replace(self, rules=self.rules.without_distance())

    def cost(
        self, centres: FloatArray, chosen: IntArray | slice = slice(None), *, within_reach: bool
    ) -> FloatArray:
        """Squared distances of chosen customers (m, k); ``inf`` for what is not allowed."""
        cost = squared_distances(self.points[chosen], centres)
        if within_reach and self.rules.max_distance is not None:
            cost[cost > self.rules.max_distance**2] = np.inf
        if self.rules.allowed is not None:
            cost[~self.rules.allowed[chosen]] = np.inf
        return cost

    def means(self, labels: IntArray, centres: FloatArray) -> FloatArray:
        """Means of the clusters; the centre of an empty one stays."""
        counts = np.bincount(labels, minlength=len(centres))
        sums = np.column_stack(
            [np.bincount(labels, weights=axis, minlength=len(centres)) for axis in self.points.T]
        )
        return np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], centres)

    def recentred(self, found: Clustering) -> Clustering:
        """The same clusters with their means as centres, if these are near enough."""
        centres = self.means(found.labels, found.centres)
        distances = ((self.points - centres[found.labels]) ** 2).sum(axis=1)
        reach = self.rules.max_distance
        if reach is not None and distances.max() > reach**2:
            return found
        return replace(found, centres=centres, inertia=float(distances.sum()))
