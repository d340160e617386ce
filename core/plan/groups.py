"""Areas that must stay together, as groups that can each lie in one connected territory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
from ..contiguity.graph import ContiguityGraph
from ..errors import InfeasibleProblem, InvalidInput, name_some
from ..libraries import csgraph, sparse
from .areas import UNASSIGNED

# SciPy's mark for a node at which a path begins.
_NO_PREDECESSOR = -9999


@dataclass(frozen=True)
class Groups:
    """Areas that stay together.

    Attributes
    ----------
    wanted : ndarray of int, shape (n,)
        Group of each area as the user gave it, perhaps in several parts.
    joined : ndarray of int, shape (n,)
        The same with the areas between the parts, so that each group is connected; groups are
        numbered by their first areas.
    split : int
        Number of wanted groups that were in several parts.
    """

    wanted: IntArray
    joined: IntArray
    split: int = 0

    @classmethod
    def single(cls, area_count: int) -> Groups:
        """Every area on its own."""
        alone = np.arange(area_count)
        return cls(alone, alone)

    @classmethod
    def of(cls, graph: ContiguityGraph, keys: Sequence[str | None], locked: IntArray) -> Groups:
        """Groups of areas with equal keys; an area without a key stays single.

        ``locked`` (n,) is the territory in which an area must stay.
        """
        apart = [f"a{i}" if key is None else f"g{key}" for i, key in enumerate(keys)]
        wanted = np.unique(apart, return_inverse=True)[1].astype(np.int64)
        joined, split = join_split_groups(graph, wanted, locked)
        return cls(wanted, joined, split)

    @property
    def are_single_areas(self) -> bool:
        """Whether nothing is grouped."""
        return len(np.unique(self.joined)) == len(self.joined)

    @property
    def have_choice(self) -> bool:
        """Whether parts were joined, on one of several possible ways."""
        return len(np.unique(self.wanted)) > len(np.unique(self.joined))

    def first_of_each(self) -> IntArray:
        """Area that comes first in each joined group, for messages."""
        return np.unique(self.joined, return_index=True)[1].astype(np.int64)


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
                "Areas that shall stay together (TOGETHER_FIELD) lie in regions without any "
                "connection ({count} areas in {parts} parts). Join the regions with bridges "
                "(BRIDGE), or take these areas out of the group.",
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
        raise InvalidInput.counted(
            len(np.unique(grouped[clash])),
            "A group of areas that shall stay together (TOGETHER_FIELD) holds areas that are "
            "locked in different territories (at areas {areas}). Unlock one side (LOCKED), or "
            "split the group.",
            "{count} groups of areas that shall stay together (TOGETHER_FIELD) hold areas that "
            "are locked in different territories (at areas {areas}). Unlock one side (LOCKED), "
            "or split the groups.",
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
