"""What each group of limits costs: compactness without limits and after adding each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..assignment import HIGHS, Limit, Names, Solver
from ..progress import SILENT, Progress
from .bounded_kmeans import Clustering, improve_from


@dataclass(frozen=True)
class RuleGroup:
    """Limits that are added together.

    Parameters
    ----------
    name : str
        What the table calls the group.
    limits : sequence of Limit
        Its limits.
    allowed : ndarray of bool, shape (n, k), optional
        Its possible pairs (fixed pairs).
    max_distance : float, optional
        Its greatest distance of a customer to the centre, in metres.
    """

    name: str
    limits: Sequence[Limit] = ()
    allowed: NDArray[np.bool_] | None = None
    max_distance: float | None = None


@dataclass(frozen=True)
class RulePrice:
    """Compactness with all groups up to one.

    Attributes
    ----------
    name : str
        Group added last; ``""`` without any limit.
    inertia : float
        Sum of squared distances, in square metres.
    mean_distance : float
        Mean distance of the customers to their centres, in metres on the plane.
    clustering : Clustering
        The clusters themselves.
    """

    name: str
    inertia: float
    mean_distance: float
    clustering: Clustering


def price_of_rules(
    points: ArrayLike,
    result: Clustering,
    groups: Sequence[RuleGroup],
    *,
    fixed: bool = False,
    names: Names | None = None,
    solver: Solver = HIGHS,
    progress: Progress = SILENT,
) -> list[RulePrice]:
    """Take one group of limits after the other away from a finished clustering.

    Each step starts from the centres of the one with more limits, so that the prices add up
    and none is negative: they compare like with like, not one lucky start with another.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        Positions that were clustered.
    result : Clustering
        The answer with all groups.
    groups : sequence of RuleGroup
        All groups, in the order in which the table adds them.
    fixed : bool
        Whether the centres stay where they are.

    Returns
    -------
    list of RulePrice
        Without limits first, then with one group more each time.
    """
    points = np.asarray(points, dtype=float)
    steps = [_priced(points, groups[-1].name if groups else "", result)]
    current = result
    for count in range(len(groups) - 1, -1, -1):
        progress.report(1.0 - (count + 1) / (len(groups) + 1))
        kept = groups[:count]
        found = improve_from(
            points,
            current.centres,
            [limit for group in kept for limit in group.limits],
            allowed=_together([group.allowed for group in kept]),
            max_distance=min(
                (group.max_distance for group in kept if group.max_distance is not None),
                default=None,
            ),
            fixed=fixed,
            names=names,
            solver=solver,
            progress=progress,
        )
        # Leaving a limit out cannot make things worse: the clusters found before still stand.
        current = found if found.inertia <= current.inertia else current
        steps.append(_priced(points, kept[-1].name if kept else "", current))
    return steps[::-1]


def _priced(points: NDArray[np.float64], name: str, clustering: Clustering) -> RulePrice:
    offsets = points - clustering.centres[clustering.labels]
    mean = float(np.hypot(offsets[:, 0], offsets[:, 1]).mean()) if len(points) else 0.0
    return RulePrice(name, clustering.inertia, mean, clustering)


def _together(masks: list[NDArray[np.bool_] | None]) -> NDArray[np.bool_] | None:
    given = [mask for mask in masks if mask is not None]
    return np.logical_and.reduce(given) if given else None
