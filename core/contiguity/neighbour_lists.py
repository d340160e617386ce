"""The neighbours of each area as plain lists: for looking up one area at a time.

One number from a list takes a fraction of the time of one from an array, so whatever looks at
single moves walks these, and whatever looks at whole plans takes the arrays of the graph.
"""

from __future__ import annotations

from functools import cached_property

from numpy.typing import NDArray

from ..arrays import IntArray
from .graph import ContiguityGraph


class NeighbourLists:
    """Lists of a contiguity graph, made when they are first asked for.

    Parameters
    ----------
    graph : ContiguityGraph
    """

    def __init__(self, graph: ContiguityGraph) -> None:
        self.graph = graph

    @cached_property
    def neighbours(self) -> list[list[int]]:
        """Neighbours of each area, ascending."""
        return _split(self.graph.neighbours, self.graph.neighbour_start)

    @cached_property
    def borders(self) -> list[list[float]]:
        """Shared borders in metres, in the order of :attr:`neighbours`."""
        border = self.graph.border_m[self.graph.neighbour_edge]
        return _split(border, self.graph.neighbour_start)

    @cached_property
    def sets(self) -> list[frozenset[int]]:
        """Neighbours of each area as sets."""
        return [frozenset(neighbours) for neighbours in self.neighbours]


def _split(values: NDArray, start: IntArray) -> list[list]:
    flat, bounds = values.tolist(), start.tolist()
    return [flat[bounds[i] : bounds[i + 1]] for i in range(len(bounds) - 1)]
