"""The contiguity graph: which basic areas touch, along how many metres."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InvalidInput
from .components import connected_components

BORDER, CORNER, BRIDGE, MANUAL = 0, 1, 2, 3
KIND_NAMES = ("border", "corner", "bridge", "manual")


@dataclass(frozen=True)
class ContiguityGraph:
    """Undirected graph of basic areas (paper, sect. 2.2); each edge is stored once.

    Attributes
    ----------
    area_count : int
        Number of basic areas n; they are numbered 0 to n - 1.
    first, second : ndarray of int, shape (m,)
        Ends of each edge, ``first < second``, sorted by (first, second), no pair twice.
    border_m : ndarray of float, shape (m,)
        Length of the shared border in metres; 0 for corners and bridges.
    kind : ndarray of int, shape (m,)
        ``BORDER``, ``CORNER``, ``BRIDGE`` or ``MANUAL``.
    """

    area_count: int
    first: IntArray
    second: IntArray
    border_m: FloatArray
    kind: NDArray[np.int8]

    @classmethod
    def from_edges(
        cls,
        area_count: int,
        first: NDArray,
        second: NDArray,
        border_m: NDArray | None = None,
        kind: NDArray | None = None,
    ) -> ContiguityGraph:
        """Build a graph from edges in any order; lengths of repeated pairs add up.

        Raises
        ------
        InvalidInput
            If an end is not an area.
        """
        first = np.asarray(first, dtype=np.int64)
        second = np.asarray(second, dtype=np.int64)
        border = np.zeros(len(first)) if border_m is None else np.asarray(border_m, dtype=float)
        kinds = np.zeros(len(first), np.int8) if kind is None else np.asarray(kind, dtype=np.int8)
        if len(first) and (
            min(first.min(), second.min()) < 0 or max(first.max(), second.max()) >= area_count
        ):
            raise InvalidInput("An edge of the contiguity graph names an area that does not exist.")
        low, high = np.minimum(first, second), np.maximum(first, second)
        proper = low != high
        low, high, border, kinds = low[proper], high[proper], border[proper], kinds[proper]
        key, start, inverse = np.unique(
            low * max(area_count, 1) + high, return_index=True, return_inverse=True
        )
        total: FloatArray = np.bincount(inverse, weights=border, minlength=len(key)).astype(float)
        strongest = np.full(len(key), MANUAL, dtype=np.int8)
        np.minimum.at(strongest, inverse, kinds)
        return cls(area_count, low[start], high[start], total, strongest)

    def with_bridges(self, first: NDArray, second: NDArray) -> ContiguityGraph:
        """The same graph with bridges between further pairs of areas."""
        count = len(first)
        return ContiguityGraph.from_edges(
            self.area_count,
            np.concatenate([self.first, first]),
            np.concatenate([self.second, second]),
            np.concatenate([self.border_m, np.zeros(count)]),
            np.concatenate([self.kind, np.full(count, BRIDGE, dtype=np.int8)]),
        )

    def among(self, areas: IntArray) -> ContiguityGraph:
        """The graph of some areas (p,), ascending, which are numbered 0 to p - 1 in it."""
        place = np.full(self.area_count, -1)
        place[areas] = np.arange(len(areas))
        kept = (place[self.first] >= 0) & (place[self.second] >= 0)
        return ContiguityGraph(
            len(areas),
            place[self.first[kept]],
            place[self.second[kept]],
            self.border_m[kept],
            self.kind[kept],
        )

    @cached_property
    def _half_edges(self) -> tuple[IntArray, IntArray, IntArray]:
        edges = np.arange(len(self.first))
        origin = np.concatenate([self.first, self.second])
        target = np.concatenate([self.second, self.first])
        order = np.lexsort((target, origin))
        start = np.zeros(self.area_count + 1, dtype=np.int64)
        np.cumsum(np.bincount(origin, minlength=self.area_count), out=start[1:])
        return start, target[order], np.concatenate([edges, edges])[order]

    @property
    def neighbour_start(self) -> IntArray:
        """Offsets (n + 1,) of each area's neighbours in :attr:`neighbours`."""
        return self._half_edges[0]

    @property
    def neighbours(self) -> IntArray:
        """Neighbours of area 0, then of area 1, …; ascending; shape (2m,)."""
        return self._half_edges[1]

    @property
    def neighbour_edge(self) -> IntArray:
        """Edge number behind each entry of :attr:`neighbours`, shape (2m,)."""
        return self._half_edges[2]

    def neighbours_of(self, area: int) -> IntArray:
        """Areas that touch ``area``, ascending."""
        return self.neighbours[self.neighbour_start[area] : self.neighbour_start[area + 1]]

    def components(self) -> tuple[int, IntArray]:
        """Number of connected components and the component of each area, shape (n,)."""
        return self._connected(np.ones(len(self.first), dtype=bool))

    def parts(self, labels: NDArray) -> tuple[int, IntArray]:
        """Contiguous parts of a plan: how many in all, and the part of each area, shape (n,).

        Two areas are in one part if a path joins them on which every area has their label.
        """
        labels = np.asarray(labels)
        return self._connected(labels[self.first] == labels[self.second])

    def parts_per_territory(self, labels: NDArray, territory_count: int) -> IntArray:
        """Number of contiguous parts of each territory, shape (k,); 0 for an empty one.

        Areas with a negative label belong to no territory.
        """
        labels = np.asarray(labels)
        count, part = self.parts(labels)
        label_of_part = np.empty(count, dtype=np.int64)
        label_of_part[part] = labels
        return np.bincount(label_of_part[label_of_part >= 0], minlength=territory_count)

    def _connected(self, kept: BoolArray) -> tuple[int, IntArray]:
        return connected_components(self.area_count, self.first[kept], self.second[kept])

    def border_length(self, labels: NDArray) -> float:
        """Length in metres of the borders between different territories, each counted once."""
        labels = np.asarray(labels)
        return float(self.border_m[labels[self.first] != labels[self.second]].sum())

    def contracted(self, group: NDArray, group_count: int) -> ContiguityGraph:
        """Graph of groups of areas; ``group`` (n,) gives each area's group, 0 to g - 1."""
        group = np.asarray(group, dtype=np.int64)
        return ContiguityGraph.from_edges(
            group_count, group[self.first], group[self.second], self.border_m, self.kind
        )
