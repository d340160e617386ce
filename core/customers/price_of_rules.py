"""What each group of limits costs: compactness without limits and after adding each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import BoolArray, FloatArray
from ..texts import Text
from .bounded_kmeans import improve_from
from .clustering import Clustering, ClusterRules, SearchContext, StartingCentres


@dataclass(frozen=True)
class RuleGroup:
    """Rules that are added together.

    Attributes
    ----------
    name : str or Text
        What the table calls the group.
    rules : ClusterRules
    """

    name: str | Text
    rules: ClusterRules


@dataclass(frozen=True)
class RulePrice:
    """Compactness with all groups up to one.

    Attributes
    ----------
    name : str or Text
        Group added last; ``""`` without any limit.
    inertia : float
        Sum of squared distances, in square metres.
    mean_distance : float
        Mean distance of the customers to their centres, in metres on the plane.
    clustering : Clustering
        The clusters themselves.
    """

    name: str | Text
    inertia: float
    mean_distance: float
    clustering: Clustering


def price_of_rules(
    points: ArrayLike,
    result: Clustering,
    groups: Sequence[RuleGroup],
    *,
    fixed: bool = False,
    context: SearchContext | None = None,
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
    context : SearchContext, optional

    Returns
    -------
    list of RulePrice
        Without limits first, then with one group more each time.
    """
    points = np.asarray(points, dtype=float)
    context = context or SearchContext()
    steps = [_priced(points, groups[-1].name if groups else "", result)]
    current = result
    for count in range(len(groups) - 1, -1, -1):
        context.progress.report(1.0 - (count + 1) / (len(groups) + 1))
        kept = groups[:count]
        found = improve_from(
            points,
            StartingCentres(current.centres, fixed),
            joined_rules([group.rules for group in kept]),
            context=context,
        )
        context.progress.stop_if_cancelled()  # an unfinished step would be no price
        # Leaving a limit out cannot make things worse: the clusters found before still stand.
        current = found if found.inertia <= current.inertia else current
        steps.append(_priced(points, kept[-1].name if kept else "", current))
    return steps[::-1]


def joined_rules(parts: Sequence[ClusterRules]) -> ClusterRules:
    """All rules of several groups together."""
    masks = [rules.allowed for rules in parts if rules.allowed is not None]
    distances = [rules.max_distance for rules in parts if rules.max_distance is not None]
    allowed: BoolArray | None = np.logical_and.reduce(masks) if masks else None
    return ClusterRules(
        [limit for rules in parts for limit in rules.limits],
        allowed,
        min(distances, default=None),
        next((rules.together for rules in parts if rules.together is not None), None),
    )


def _priced(points: FloatArray, name: str | Text, clustering: Clustering) -> RulePrice:
    offsets = points - clustering.centres[clustering.labels]
    mean = float(np.hypot(offsets[:, 0], offsets[:, 1]).mean()) if len(points) else 0.0
    return RulePrice(name, clustering.inertia, mean, clustering)
