"""Enclaves: parts of a territory that lie wholly inside one other territory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph

# Share of a part's outline that may be nobody's border before the part counts as lying at the
# edge of the map. Borders and outlines that were measured apart differ by a tenth of a percent
# where polygons nearly match; among 10,946 German municipalities all but one that touch a coast
# or the national border at all do so along 0.4 % of their outline or more.
_FREE_OUTLINE = 0.002


@dataclass(frozen=True)
class Enclave:
    """A part of one territory, seen from outside a hole in another.

    Attributes
    ----------
    territory : int
        Whose part it is; ``UNASSIGNED`` for ground that nobody has.
    inside : int
        Territory that surrounds it.
    areas : ndarray of int
        Its areas, ascending.
    whole : bool
        Whether it is all that the territory has.
    """

    territory: int
    inside: int
    areas: IntArray
    whole: bool


def find_enclaves(
    graph: ContiguityGraph, labels: IntArray, perimeter_m: FloatArray
) -> list[Enclave]:
    """Parts that are wholly surrounded by one other territory, in the order of their areas.

    Parameters
    ----------
    graph : ContiguityGraph
        With lengths of borders; bridges and corners surround nothing.
    labels : ndarray of int, shape (n,)
    perimeter_m : ndarray of float, shape (n,)
        Length of each area's outline in metres, holes included. Where a part's outline is not
        all border, it lies at the edge of the map and is not enclosed.
    """
    count, part = graph.parts(labels)
    label = np.empty(count, dtype=np.int64)
    label[part] = labels
    first, second = part[graph.first], part[graph.second]
    inner = first == second

    def by_part(parts: IntArray, values: FloatArray) -> FloatArray:
        return np.bincount(parts, weights=values, minlength=count).astype(float)

    outline = by_part(part, perimeter_m) - 2.0 * by_part(first[inner], graph.border_m[inner])
    outer = ~inner & (graph.border_m > 0.0)
    ends = np.concatenate([first[outer], second[outer]])
    beyond = label[np.concatenate([second[outer], first[outer]])]
    border = by_part(ends, np.tile(graph.border_m[outer], 2))
    lowest = np.full(count, np.iinfo(np.int64).max)
    highest = np.full(count, np.iinfo(np.int64).min)
    np.minimum.at(lowest, ends, beyond)
    np.maximum.at(highest, ends, beyond)
    enclosed = (
        (lowest == highest)
        & (highest >= 0)
        & (outline - border <= _FREE_OUTLINE * np.maximum(outline, border))
    )
    return _described(np.flatnonzero(enclosed), part, label, highest)


def _described(
    enclosed: IntArray, part: IntArray, label: IntArray, inside: IntArray
) -> list[Enclave]:
    order = np.argsort(part, kind="stable")
    start = np.searchsorted(part[order], np.arange(len(label) + 1))
    found = [
        Enclave(
            territory=int(label[one]),
            inside=int(inside[one]),
            areas=order[start[one] : start[one + 1]],
            whole=int(np.count_nonzero(label == label[one])) == 1,
        )
        for one in enclosed.tolist()
    ]
    return sorted(found, key=lambda enclave: int(enclave.areas[0]))


def enclaves_by_territory(
    enclaves: list[Enclave], territory_count: int
) -> tuple[IntArray, IntArray]:
    """How many parts of each territory lie inside another, and how many it has inside (k,)."""
    own = [one.territory for one in enclaves if one.territory >= 0]
    inside = [one.inside for one in enclaves]
    return (
        np.bincount(np.array(own, dtype=np.int64), minlength=territory_count),
        np.bincount(np.array(inside, dtype=np.int64), minlength=territory_count),
    )
