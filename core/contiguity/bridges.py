"""Bridges to islands and exclaves, so that the contiguity graph is in one piece."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..geometry.outlines import PolygonRings
from ..geometry.segments import Segments, segments_of
from ..geometry.triangulation import neighbouring_points
from ..libraries import is_installed
from ..progress import SILENT, Progress
from .components import connected_components, spanning_tree
from .shared import match_exactly

# Segments longer than this many mean lengths get vertices in between: the nearest places of
# two rings need not be vertices.
_LONGEST_STEP = 2.0
# Distances that are held at once where every pair is compared: 32 MB.
_PAIRS_AT_ONCE = 4_000_000


@dataclass(frozen=True)
class Bridges:
    """Pairs of areas that join components, sorted by (first, second).

    Attributes
    ----------
    first, second : (m,) int arrays
        Areas, ``first < second``.
    distance : (m,) float array
        Width of the gap in coordinate units.
    """

    first: IntArray
    second: IntArray
    distance: FloatArray


def bridge_components(
    rings: PolygonRings, first: IntArray, second: IntArray, *, progress: Progress = SILENT
) -> Bridges:
    """Join the components of a contiguity graph by the shortest bridges.

    The bridges are a minimum spanning tree of the components (Kruskal 1956), with the gap
    between polygons as distance. Candidates are the edges of the Delaunay triangulation of
    the outer rings' vertices, which holds the shortest link of every group of components to
    the rest (Shamos & Hoey 1975); the gap itself is measured between segments.

    Parameters
    ----------
    rings : PolygonRings
        The areas' polygons; distances are planar, so give projected coordinates
        (:meth:`PolygonRings.moved_to`) for geographic ones.
    first, second : (m,) int arrays
        Edges that exist already.

    Returns
    -------
    Bridges
        One less than there are components. Areas without rings are nowhere, and stay apart.
    """
    count = rings.area_count
    _, component = connected_components(count, first, second)
    segments = segments_of(rings)
    nothing = Bridges(
        np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float64)
    )
    if np.unique(component[segments.area]).size < 2:
        return nothing
    progress.stop_if_cancelled()
    _, _, settled = match_exactly(segments)
    chosen = np.flatnonzero(~settled)
    point, segment = _places(segments, chosen)
    one, other = _candidate_pairs(point, segment, component[segments.area])
    progress.stop_if_cancelled()
    progress.report(0.6)
    one, other = _with_neighbours(segments, one), _with_neighbours(segments, other)
    one, other = np.repeat(one, 3, axis=1).ravel(), np.tile(other, (1, 3)).ravel()
    distance = _distance_between(segments, one, other)
    areas = segments.area[one], segments.area[other]
    return _spanning_tree(component, np.minimum(*areas), np.maximum(*areas), distance)


def _places(segments: Segments, chosen: IntArray) -> tuple[FloatArray, IntArray]:
    """Places on the chosen segments, not far apart, and the segment of each."""
    length = segments.length[chosen]
    parts = np.maximum(np.ceil(length / (_LONGEST_STEP * length.mean())), 1.0).astype(np.int64)
    owner = np.repeat(np.arange(chosen.size), parts)
    step = (np.arange(owner.size) - np.repeat(np.cumsum(parts) - parts, parts)) / parts[owner]
    start, end = segments.start[chosen][owner], segments.end[chosen][owner]
    return start + (end - start) * step[:, None], chosen[owner]


def _candidate_pairs(
    point: FloatArray, segment: IntArray, component: IntArray
) -> tuple[IntArray, IntArray]:
    """Pairs of segments of different components that face each other."""
    places, index, inverse = np.unique(point, axis=0, return_index=True, return_inverse=True)
    inverse = inverse.ravel()
    # Components that meet in one place: each with the first one there.
    apart = component[segment] != component[segment[index[inverse]]]
    one, other = [segment[apart]], [segment[index[inverse[apart]]]]
    if len(places) > 2:
        if is_installed("scipy"):
            edges = neighbouring_points(places)
        else:
            edges = nearest_apart(places, component[segment[index]])
        ends = segment[index[edges]]
        facing = component[ends[:, 0]] != component[ends[:, 1]]
        one.append(ends[facing, 0])
        other.append(ends[facing, 1])
    return np.concatenate(one), np.concatenate(other)


def nearest_apart(places: FloatArray, component: IntArray) -> IntArray:
    """The nearest two places of each two components, shape (m, 2): for where SciPy is missing.

    Every place of every component but the largest is compared with all others, in blocks.
    """
    largest = np.bincount(component).argmax()
    pairs = []
    for own in np.unique(component[component != largest]).tolist():
        mine, others = np.flatnonzero(component == own), np.flatnonzero(component != own)
        theirs, group = np.unique(component[others], return_inverse=True)
        best = np.full(theirs.size, np.inf)
        pair = np.zeros((theirs.size, 2), dtype=np.int64)
        step = max(_PAIRS_AT_ONCE // others.size, 1)
        for block in np.split(mine, range(step, mine.size, step)):
            apart = np.hypot(*(places[block, None, :] - places[None, others, :]).transpose(2, 0, 1))
            nearest = apart.argmin(axis=0)
            gap = apart[nearest, np.arange(others.size)]
            # The first of each group in order of the gap.
            order = np.lexsort((gap, group))
            first = order[np.searchsorted(group[order], np.arange(theirs.size))]
            better = gap[first] < best
            best[better] = gap[first][better]
            pair[better] = np.column_stack([block[nearest[first]], others[first]])[better]
        pairs.append(pair)
    return np.concatenate(pairs)


def _with_neighbours(segments: Segments, segment: IntArray) -> IntArray:
    """Each segment with the ones before and after it in its area, shape (n, 3)."""
    low = segments.area_start[segments.area[segment]]
    high = segments.area_start[segments.area[segment] + 1] - 1
    return np.column_stack([np.maximum(segment - 1, low), segment, np.minimum(segment + 1, high)])


def _distance_between(segments: Segments, one: IntArray, other: IntArray) -> FloatArray:
    """Distances of segments that do not cross: from an end of one to the other."""
    a, b = segments.start[one], segments.end[one]
    c, d = segments.start[other], segments.end[other]
    ends = [_to_segment(a, c, d), _to_segment(b, c, d), _to_segment(c, a, b), _to_segment(d, a, b)]
    return np.asarray(np.min(ends, axis=0))


def _to_segment(point: FloatArray, start: FloatArray, end: FloatArray) -> FloatArray:
    step = end - start
    along = np.einsum("ij,ij->i", point - start, step) / np.einsum("ij,ij->i", step, step)
    nearest = start + step * np.clip(along, 0.0, 1.0)[:, None]
    return np.asarray(np.hypot(*(point - nearest).T))


def _spanning_tree(
    component: IntArray, first: IntArray, second: IntArray, distance: FloatArray
) -> Bridges:
    """Shortest candidates that join all components; ties go to the lower area numbers."""
    order = np.lexsort((second, first, distance))
    ends = np.sort(np.column_stack([component[first[order]], component[second[order]]]), axis=1)
    _, shortest = np.unique(ends, axis=0, return_index=True)
    order = order[np.sort(shortest)]
    kept = order[spanning_tree(component[first[order]], component[second[order]])]
    kept = kept[np.lexsort((second[kept], first[kept]))]
    return Bridges(first[kept], second[kept], distance[kept])
