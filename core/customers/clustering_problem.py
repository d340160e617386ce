"""The clustering problem: customers on a plane, and what an assignment to centres costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import BoolArray, FloatArray, IntArray
from ..assignment import Limit, Names
from ..assignment.alike import cheapest_with_room
from ..assignment.normalised import NormalisedProblem
from ..assignment.refusals import refuse_contradictions
from ..errors import InvalidInput
from .clustering import Clustering, ClusterRules, StartingCentres
from .starting_centres import squared_distances
from .together import Together

FEW_PAIRS = 500
"""Customers × clusters up to which there is time for every start, move and exchange: an exact
round takes milliseconds, and soft ones tell little about so few customers."""

MANY_CENTRES, FEW_CUSTOMERS = 24, 600
"""Soft rounds among so many centres look at near ones only; up to so many customers, exchanges
follow in the end."""
_MOST_OF_A_CENTRE = 0.5
"""Two who weigh more than that of the most that any centre may get never share one."""


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
        problem = cls(values, count, rules or ClusterRules())
        if count > len(problem):
            raise InvalidInput(
                "There are {count} territories for {n} customers only; ask for fewer (COUNT).",
                count=count,
                n=len(problem),
            )
        if start is not None and np.shape(start.centres) != (count, values.shape[1]):
            raise InvalidInput(
                "{given} centres are given for {count} territories.",
                given=len(start.centres),
                count=count,
            )
        return problem

    def __len__(self) -> int:
        """Number m of blocks that move as one: customers, unless some must stay together."""
        together = self.rules.together
        return len(self.points) if together is None else len(together)

    @property
    def is_small(self) -> bool:
        """Whether every start is worth an exact search."""
        return len(self) * self.count <= FEW_PAIRS

    @property
    def has_few_per_centre(self) -> bool:
        """Whether customers are few beside their many centres."""
        return len(self) <= FEW_CUSTOMERS and self.count >= MANY_CENTRES

    @cached_property
    def fill_centres(self) -> BoolArray:
        """Which of few customers (n,) weigh most of what any centre may get."""
        fill = np.zeros(len(self), dtype=bool)
        if self.has_few_per_centre and self.rules.together is None:
            for limit in self.limits:
                if limit.weights is not None and not limit.is_retention:
                    fill |= limit.weights > _MOST_OF_A_CENTRE * limit.maximum.max()
        return fill

    def holding(self, centres: FloatArray, prices: FloatArray) -> ClusteringProblem:
        """The same, but whoever fills most of a centre stays whole at one that has room.

        Divided, as prices would have them, they hardly pull a centre, and all has to move once
        they are not.

        Parameters
        ----------
        prices : ndarray of float, shape (limits, k)
            See :class:`~..assignment.Assignment`.
        """
        filling = np.flatnonzero(self.fill_centres)
        if filling.size == 0:
            return self
        problem = NormalisedProblem.of(self.cost(centres, within_reach=False), self.limits)
        unit = problem.weight_scales[:, None] / problem.cost_scale
        allowed = np.ones((len(self), self.count), dtype=bool)
        if self.allowed is not None:
            allowed = self.allowed.copy()
        allowed[filling] = False
        allowed[filling, cheapest_with_room(problem, prices * unit, filling)] = True
        return replace(self, rules=replace(self.rules, allowed=allowed))

    @cached_property
    def limits(self) -> Sequence[Limit]:
        """The limits for blocks."""
        together = self.rules.together
        if together is None:
            return self.rules.limits
        return [together.limit(limit) for limit in self.rules.limits]

    @cached_property
    def masses(self) -> FloatArray:
        """Customers (m,) of each block."""
        together = self.rules.together
        return np.ones(len(self)) if together is None else together.sizes.astype(float)

    @cached_property
    def places(self) -> FloatArray:
        """Mean position (m, 2) of each block."""
        together = self.rules.together
        if together is None:
            return self.points
        return together.sums(self.points) / self.masses[:, None]

    def expanded(self, labels: IntArray) -> IntArray:
        """Labels (n,) of customers from those of their blocks (m,)."""
        together = self.rules.together
        return labels if together is None else labels[together.block]

    def refuse_contradictions(self, names: Names) -> None:
        """Refuse what counting alone shows to be impossible.

        Raises
        ------
        InfeasibleProblem
        """
        together, allowed = self.rules.together, self.allowed
        if together is not None and names.customers is not None:
            first = np.unique(together.block, return_index=True)[1]
            names = replace(names, customers=[names.customers[i] for i in first])
        refuse_contradictions(allowed, (len(self), self.count), self.limits, names)

    def without_distance(self) -> ClusteringProblem:
        """The same at any distance."""
        return replace(self, rules=self.rules.without_distance())

    def cost(
        self, centres: FloatArray, chosen: IntArray | slice = slice(None), *, within_reach: bool
    ) -> FloatArray:
        """Squared distances of chosen blocks, summed up; ``inf`` for what is not allowed."""
        together = self.rules.together
        if together is not None:
            return self._cost_of_blocks(together, centres, within_reach)[chosen]
        cost = squared_distances(self.points[chosen], centres)
        if within_reach and self.rules.max_distance is not None:
            cost[cost > self.rules.max_distance**2] = np.inf
        if self.rules.allowed is not None:
            cost[~self.rules.allowed[chosen]] = np.inf
        return cost

    def _cost_of_blocks(
        self, together: Together, centres: FloatArray, within_reach: bool
    ) -> FloatArray:
        squared = squared_distances(self.points, centres)
        cost = together.sums(squared)
        if within_reach and self.rules.max_distance is not None:
            cost[together.largest(squared) > self.rules.max_distance**2] = np.inf
        if self.allowed is not None:
            cost[~self.allowed] = np.inf
        return cost

    @cached_property
    def tied_weights(self) -> tuple[float, FloatArray]:
        """Part of all weight that limits tie to clusters, and the weights (m,) tied most.

        What each cluster gets at least is tied, also where that follows from what the others
        may get at most.
        """
        most, weights = 0.0, np.ones(len(self))
        for limit in self.limits:
            own = np.ones(len(self)) if limit.weights is None else limit.weights
            total = float(own.sum())
            if limit.is_retention or total <= 0.0:
                continue
            upper = np.minimum(limit.maximum, total)
            least = np.maximum(limit.minimum, total - (upper.sum() - upper))
            tied = float(np.clip(least, 0.0, upper).sum()) / total
            if tied > most:
                most, weights = tied, own
        return min(most, 1.0), weights

    @cached_property
    def _inner(self) -> FloatArray:
        """Sum of squared distances (m,) of each block's customers to its mean."""
        together = self.rules.together
        if together is None:
            return np.zeros(len(self))
        return together.sums((self.points**2).sum(axis=1)[:, None])[:, 0] - self.masses * (
            self.places**2
        ).sum(axis=1)

    def cost_of_pairs(self, centres: FloatArray, chosen: IntArray, near: IntArray) -> FloatArray:
        """The same as :meth:`cost` at any distance, of some centres (c, chosen) of each block."""
        squared = np.zeros(near.shape)
        for axis, place in enumerate(self.places[chosen].T):
            difference = centres[:, axis][near] - place
            squared += difference * difference
        if self.rules.together is not None:
            squared = squared * self.masses[chosen] + self._inner[chosen]
        if self.allowed is not None:
            squared[~self.allowed[chosen, near]] = np.inf
        return squared

    @cached_property
    def allowed(self) -> BoolArray | None:
        """Pairs of block and cluster (m, k) that are possible; None for all."""
        together, allowed = self.rules.together, self.rules.allowed
        return allowed if together is None or allowed is None else together.allowed(allowed)

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
