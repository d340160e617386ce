"""What a clustering must keep, how hard it is searched for, and what comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..assignment import HIGHS, AssignmentEffort, Limit, Names, Solver
from ..progress import SILENT, Progress
from .together import Together


@dataclass(frozen=True)
class ClusterRules:
    """What clusters must keep.

    Attributes
    ----------
    limits : sequence of Limit
        What each cluster may get.
    allowed : ndarray of bool, shape (n, k), or None
        Pairs of customer and cluster that are possible (fixed customers).
    max_distance : float or None
        Maximum distance from customer to centre, in metres. Free centres settle without it
        first.
    together : Together or None
        Customers who must not be divided.
    """

    limits: Sequence[Limit] = ()
    allowed: BoolArray | None = None
    max_distance: float | None = None
    together: Together | None = None

    @property
    def tell_clusters_apart(self) -> bool:
        """Whether it matters to customers or totals which of the clusters is which."""
        return self.allowed is not None or any(
            limit.is_retention
            or bool(np.any(limit.minimum != limit.minimum[0]))
            or bool(np.any(limit.maximum != limit.maximum[0]))
            for limit in self.limits
        )

    def ordered(self, order: IntArray) -> ClusterRules:
        """The same rules of customers in another order; nobody must stay together."""
        return replace(
            self,
            limits=[limit.subset(order) for limit in self.limits],
            allowed=None if self.allowed is None else self.allowed[order],
        )

    def without_distance(self) -> ClusterRules:
        """The same rules at any distance."""
        return replace(self, max_distance=None)


@dataclass(frozen=True)
class StartingCentres:
    """Centres that are given.

    Attributes
    ----------
    centres : ndarray of float, shape (k, 2)
        On the plane, in metres. Where limits differ between clusters they also tell which
        cluster is which: other starts are put into their order.
    fixed : bool
        The centres stay where they are.
    """

    centres: FloatArray
    fixed: bool = False


@dataclass(frozen=True)
class SearchEffort:
    """How hard to search.

    Attributes
    ----------
    restarts : int
        Number of random starts, of which the best is kept.
    max_rounds : int
        Greatest number of exact rounds of one start; k-means rests after ten to thirty.
    assignment : AssignmentEffort
        For the last assignment.
    """

    restarts: int = 10
    max_rounds: int = 100
    assignment: AssignmentEffort = field(default_factory=AssignmentEffort)


@dataclass(frozen=True)
class Round:
    """One exact round of one start.

    Attributes
    ----------
    start, number : int
        Counted from 1; starts in the order in which they were promising.
    inertia : float
        Sum of squared distances to the centres of the round.
    moved : int
        Customers in another cluster than in the round before; all of them in the first one.
    """

    start: int
    number: int
    inertia: float
    moved: int


@dataclass(frozen=True)
class SearchContext:
    """Who helps with the search and who is told.

    Attributes
    ----------
    names : Names
        How messages call territories and customers.
    solver : Solver
        Who answers the exact problems, see :func:`~..assignment.open_solver`.
    progress : Progress
        Told the share of the work done, asked for cancellation.
    generator : numpy.random.Generator or None
        Source of chance; seeded with 1 when omitted.
    rounds : list of Round or None
        Is told every exact round, if it is there.
    """

    names: Names = field(default_factory=Names)
    solver: Solver = HIGHS
    progress: Progress = SILENT
    generator: np.random.Generator | None = None
    rounds: list[Round] | None = None

    def telling(self, progress: Progress) -> SearchContext:
        """The same for a part of the work."""
        return replace(self, progress=progress)


@dataclass(frozen=True)
class Clustering:
    """Clusters within limits.

    Attributes
    ----------
    labels : ndarray of int, shape (n,)
        Cluster of each customer.
    centres : ndarray of float, shape (k, 2)
        Centres to which distances are measured: the given ones if they are fixed, else the
        means of the clusters (or, if a mean is farther from some customer than allowed, the
        centre for which the clusters were made).
    inertia : float
        Sum of squared distances of the customers to their centres.
    gap : float
        How far the last assignment may be from the best one for its centres, relative.
    rounds : int
        Exact rounds of the best start.
    prices : ndarray of float, shape (limits, k)
        Prices of the limits, see :class:`~..assignment.Assignment`.
    status : str
        ``"converged"``, ``"rounds"`` (the greatest number of rounds was used up) or
        ``"cancelled"``.
    """

    labels: IntArray
    centres: FloatArray
    inertia: float
    gap: float
    rounds: int
    prices: FloatArray
    status: str
