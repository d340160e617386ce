"""Clusters of a group whose territories have names: bounded k-means under all of its rules."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import FloatArray
from ..errors import InfeasibleProblem
from ..progress import Cancelled
from ..texts import Figure
from .bounded_kmeans import bounded_kmeans, improve_from
from .clustering import Clustering, SearchContext, SearchEffort, StartingCentres
from .named_group import NamedGroup

# The plane's lengths are right to some tenths of a percent: the first correction nearly always
# suffices, further ones follow centres that have moved.
_REACH_STEPS = 6
# Keeps rounding from putting the farthest customer back outside.
_REACH_MARGIN = 1e-6


def clustered(
    named: NamedGroup,
    start: FloatArray | None,
    effort: SearchEffort,
    context: SearchContext,
    *,
    is_draft: bool = False,
) -> tuple[NamedGroup, Clustering]:
    """Bounded k-means; a draft leaves the maximum distance for later.

    Returns
    -------
    NamedGroup
        The group with the rules under which the clusters were found in the end: that no
        territory stays empty, and the maximum distance as it is on the plane.
    Clustering

    Raises
    ------
    InfeasibleProblem, Cancelled
    """
    reach = None if is_draft else named.reach
    context = replace(context, names=named.messages)
    fixed = named.group.rules.fixed
    centres = None if start is None else StartingCentres(start, fixed)
    try:
        found = bounded_kmeans(
            named.points,
            named.count,
            named.rules(reach),
            start=centres,
            effort=effort,
            context=context,
        )
    except InfeasibleProblem as error:
        if reach is None:
            raise
        raise InfeasibleProblem(
            "With centres at most {distance} m away (“Maximum distance from customer to centre”, "
            "MAX_DISTANCE): {reason} More territories or a greater distance may help.",
            distance=Figure(named.group.rules.max_distance or 0.0, "g"),
            reason=error.text,
        ) from error
    group = named
    empty = np.bincount(found.labels, minlength=named.count).min() < 1
    if named.group.homes is None and empty:
        # Fewer places than territories: somebody at a shared place is as near as any other.
        group, found = _never_empty(named, found, reach, context)
    return (group, found) if is_draft else _within_reach(group, found, context)


def _never_empty(
    named: NamedGroup, found: Clustering, reach: float | None, context: SearchContext
) -> tuple[NamedGroup, Clustering]:
    """The same with somebody in each territory, if that is possible and there is time."""
    group = replace(named, never_empty=True)
    try:
        return group, _improved(group, found.centres, reach, context)
    except InfeasibleProblem:
        return named, found
    except Cancelled:
        return named, replace(found, status="cancelled")


def _improved(
    named: NamedGroup, centres: FloatArray, reach: float | None, context: SearchContext
) -> Clustering:
    start = StartingCentres(centres, named.group.rules.fixed)
    return improve_from(named.points, start, named.rules(reach), context=context)


def _within_reach(
    named: NamedGroup, found: Clustering, context: SearchContext
) -> tuple[NamedGroup, Clustering]:
    """The same within the maximum distance as it is measured on the ellipsoid.

    Lengths on the local plane are right to some tenths of a percent only.
    """
    limit = named.group.rules.max_distance
    if named.reach is None or limit is None:
        return named, found
    reach, farthest = named.reach, 0.0
    for _ in range(_REACH_STEPS):
        farthest = float(named.distances(found.labels, found.centres).max(initial=0.0))
        if farthest <= limit:
            return replace(named, reach=reach), found
        reach *= limit / farthest * (1.0 - _REACH_MARGIN)
        found = _improved(named, found.centres, reach, context)
    raise InfeasibleProblem(
        "No plan was found in which every customer is within {distance} m of the centre; the "
        "nearest one has a customer at {farthest} m. Raise the maximum distance (MAX_DISTANCE), "
        "or ask for more territories (COUNT).",
        distance=Figure(limit, "g"),
        farthest=Figure(farthest, ".0f"),
    )
