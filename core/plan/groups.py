"""Areas that must stay together, as groups that can each lie in one connected territory."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
from ..contiguity.graph import ContiguityGraph
from ..errors import InfeasibleProblem, InvalidInput, name_some
from ..libraries import csgraph, sparse
from .areas import UNASSIGNED

_NO_PREDECESSOR = -9999


def join_split_groups(
    graph: ContiguityGraph, group: NDArray, locked: NDArray | None = None
) -> tuple[IntArray, int]:
    """Make every group connected by taking in the areas between its parts.

    A group in several parts can only lie in one connected territory if the areas on some way
    between the parts do so too. The way of fewest areas is taken, with the groups it touches,
    and if possible one without areas that are locked elsewhere.

    Parameters
    ----------
    graph : ContiguityGraph
    group : ndarray of int, shape (n,)
        Group of each area.
    locked : ndarray of int, shape (n,), optional
        Territory in which an area must stay; negative where it is free.

    Returns
    -------
    group : ndarray of int, shape (n,)
        Groups numbered 0 to g - 1 in the order of their first areas, each one part of the
        graph. So areas that are all single keep their own numbers.
    joined : int
        Number of given groups that were split.

    Raises
    ------
    InfeasibleProblem
        If parts of a group lie in regions that nothing connects.
    """
    group = np.unique(group, return_inverse=True)[1].astype(np.int64)
    if locked is None:
        locked = np.full(len(group), UNASSIGNED, dtype=np.int64)
    start = np.concatenate([graph.first, graph.second])
    end = np.concatenate([graph.second, graph.first])
    joined = int(np.count_nonzero(graph.parts_per_territory(group, int(group.max()) + 1) > 1))
    while True:
        count = int(group.max()) + 1
        split = np.flatnonzero(graph.parts_per_territory(group, count) > 1)
        if len(split) == 0:
            return _numbered_by_first_area(group), joined
        _, part = graph.parts(group)
        members = np.flatnonzero(group == split[0])
        parts, sizes = np.unique(part[members], return_counts=True)
        largest = members[part[members] == parts[np.argmax(sizes)]]
        others = members[part[members] != parts[np.argmax(sizes)]]
        # A locked area is as far as all others together, unless the group is locked there, too.
        elsewhere = (locked >= 0) & (locked != locked[members].max())
        matrix = sparse.csr_matrix(
            (np.where(elsewhere[end], graph.area_count + 1.0, 1.0), (start, end)),
            shape=(graph.area_count, graph.area_count),
        )
        steps, before, _ = csgraph.dijkstra(
            matrix,
            indices=largest,
            min_only=True,
            return_predecessors=True,
        )
        nearest = int(others[np.argmin(steps[others])])
        if not np.isfinite(steps[nearest]):
            raise InfeasibleProblem(
                "Areas that shall stay together lie in regions without any connection "
                "({count} areas in {parts} parts). Join the regions with bridges, or take these "
                "areas out of the group.",
                count=len(members),
                parts=len(parts),
            )
        way, area = [nearest], nearest
        while before[area] != _NO_PREDECESSOR:
            area = int(before[area])
            way.append(area)
        merged = np.unique(group[way])
        group[np.isin(group, merged)] = merged[0]
        group = np.unique(group, return_inverse=True)[1].astype(np.int64)


def _numbered_by_first_area(group: IntArray) -> IntArray:
    _, first, inverse = np.unique(group, return_index=True, return_inverse=True)
    number = np.empty(len(first), dtype=np.int64)
    number[np.argsort(first)] = np.arange(len(first))
    return number[inverse]


def agree_on_lock(group: NDArray, locked: IntArray, ids: list | None = None) -> IntArray:
    """Spread locks (n,) over groups: an area is locked where a member of its group is.

    Raises
    ------
    InvalidInput
        If members of one group are locked in different territories.
    """
    order = np.lexsort((locked, group))
    grouped, label = group[order], locked[order]
    fixed = label != UNASSIGNED
    clash = np.flatnonzero(
        (grouped[1:] == grouped[:-1]) & fixed[1:] & fixed[:-1] & (label[1:] != label[:-1])
    )
    if len(clash):
        names = [order[i] if ids is None else ids[order[i]] for i in clash]
        raise InvalidInput(
            "{count} group(s) of areas that shall stay together hold areas that are locked in "
            "different territories (at areas {areas}). Unlock one side, or split the group.",
            count=len(np.unique(grouped[clash])),
            areas=name_some(names),
        )
    common = np.full(int(group.max()) + 1, UNASSIGNED, dtype=np.int64)
    np.maximum.at(common, group, locked)
    return common[group]


def agree_on_territory(group: NDArray, labels: IntArray, mass: NDArray) -> IntArray:
    """Give each group the territory that holds most of its mass today, shape (n,)."""
    assigned = labels >= 0
    territory_count = int(labels.max()) + 1 if assigned.any() else 1
    key = group[assigned] * territory_count + labels[assigned]
    pair, inverse = np.unique(key, return_inverse=True)
    weight = np.bincount(inverse, weights=mass[assigned] + 1e-12, minlength=len(pair))
    order = np.lexsort((weight, pair // territory_count))
    owner = np.full(int(group.max()) + 1, UNASSIGNED, dtype=np.int64)
    owner[pair[order] // territory_count] = pair[order] % territory_count
    return owner[group]
