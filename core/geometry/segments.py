"""The straight pieces that the rings of basic areas are made of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from .outlines import PolygonRings


@dataclass(frozen=True)
class Segments:
    """Straight pieces of all rings, sorted by area and in ring order within the area.

    Segments without length and spikes (a ring that returns along itself) are left out, and a
    segment that an area holds twice (parts that touch) is held once.

    Attributes
    ----------
    start, end : (S, 2) float arrays
        End points in the ring's direction.
    ring, area : (S,) int arrays
        Where the segment comes from.
    order : (S,) int array
        Place among all segments before any was left out: neighbours in a ring differ by 1.
    key : (S,) int array
        Same value for segments with the same two end points.
    start_vertex : (S,) int array
        Same value for equal start points.
    interior_left : (S,) bool array
        Whether the area lies to the left of the segment, looking from start to end.
    area_start : (area_count + 1,) int array
        The segments of area ``i`` are ``area_start[i]`` to ``area_start[i + 1]``.
    """

    start: FloatArray
    end: FloatArray
    ring: IntArray
    area: IntArray
    order: IntArray
    key: IntArray
    start_vertex: IntArray
    interior_left: BoolArray
    area_start: IntArray

    @property
    def length(self) -> FloatArray:
        """Planar lengths (S,) in coordinate units."""
        step = self.end - self.start
        return np.hypot(step[:, 0], step[:, 1])

    def same_side(self, one: IntArray, other: IntArray) -> BoolArray:
        """Whether areas lie on the same side of pairs of segments that run along each other."""
        step, other_step = self.end[one] - self.start[one], self.end[other] - self.start[other]
        forward = np.einsum("ij,ij->i", step, other_step) > 0.0
        return np.asarray(forward == (self.interior_left[one] == self.interior_left[other]))

    def area_boxes(self) -> FloatArray:
        """Bounding boxes (area_count, 4) as xmin, ymin, xmax, ymax; NaN without segments."""
        boxes = np.full((self.area_start.size - 1, 4), np.nan)
        filled = np.flatnonzero(np.diff(self.area_start) > 0)
        if filled.size:
            first = self.area_start[filled]
            boxes[filled, :2] = np.minimum.reduceat(np.minimum(self.start, self.end), first)
            boxes[filled, 2:] = np.maximum.reduceat(np.maximum(self.start, self.end), first)
        return boxes


def segments_of(rings: PolygonRings) -> Segments:
    """Cut rings into segments (see :class:`Segments`)."""
    ring_order = np.argsort(rings.ring_area, kind="stable")
    sizes = np.diff(rings.ring_start)[ring_order]
    first = np.cumsum(sizes) - sizes
    ring = np.repeat(ring_order, sizes)
    total = int(sizes.sum())
    shift = np.repeat(rings.ring_start[ring_order] - first, sizes)
    here = np.arange(total) + shift
    following = here + 1
    filled = sizes > 0
    following[(first + sizes - 1)[filled]] = rings.ring_start[ring_order][filled]

    vertex = _number_vertices(rings.coordinates)
    left_of_ring = _counter_clockwise(rings) != rings.ring_is_hole
    from_vertex, to_vertex = vertex[here], vertex[following]
    kept = np.flatnonzero(from_vertex != to_vertex)
    from_vertex, to_vertex, ring, here, following = (
        values[kept] for values in (from_vertex, to_vertex, ring, here, following)
    )
    # Places are counted without the segments that have no length, so that a repeated vertex
    # does not tear a ring apart.
    order = np.arange(kept.size)
    area = rings.ring_area[ring]
    key = np.minimum(from_vertex, to_vertex) * (total + 1) + np.maximum(from_vertex, to_vertex)
    usable = _without_repeats(key, ring, area)
    area = area[usable]
    return Segments(
        start=rings.coordinates[here[usable]],
        end=rings.coordinates[following[usable]],
        ring=ring[usable],
        area=area,
        order=order[usable],
        key=key[usable],
        start_vertex=from_vertex[usable],
        interior_left=left_of_ring[ring][usable],
        area_start=np.searchsorted(area, np.arange(rings.area_count + 1)),
    )


def _number_vertices(coordinates: FloatArray) -> IntArray:
    """Number (N,) of each vertex, equal for equal coordinates."""
    if len(coordinates) == 0:
        return np.empty(0, dtype=np.int64)
    x, y = coordinates[:, 0] + 0.0, coordinates[:, 1] + 0.0
    order = np.lexsort((y, x))
    x, y = x[order], y[order]
    new = np.empty(order.size, dtype=np.int64)
    new[0] = 0
    new[1:] = (np.diff(x) != 0.0) | (np.diff(y) != 0.0)
    number = np.empty(order.size, dtype=np.int64)
    number[order] = np.cumsum(new)
    return number


def _counter_clockwise(rings: PolygonRings) -> BoolArray:
    """Whether each ring (R,) runs counter-clockwise, by its signed area."""
    turning = np.zeros(rings.ring_area.size)
    sizes = np.diff(rings.ring_start)
    filled = np.flatnonzero(sizes > 0)
    if filled.size:
        start = rings.ring_start[filled]
        relative = rings.coordinates - np.repeat(rings.coordinates[start], sizes[filled], axis=0)
        x, y = relative.T
        twice_area = np.zeros(len(x))
        twice_area[:-1] = x[:-1] * y[1:] - x[1:] * y[:-1]
        # The step from a ring's last vertex leads to the next ring.
        twice_area[rings.ring_start[filled + 1] - 1] = 0.0
        turning[filled] = np.add.reduceat(twice_area, start)
    return turning > 0.0


def _without_repeats(key: IntArray, ring: IntArray, area: IntArray) -> IntArray:
    """Indices of segments to keep: no spikes, no segment twice in one area."""
    if key.size == 0:
        return np.empty(0, dtype=np.int64)
    order = np.argsort(key, kind="stable")
    repeated = key[order][1:] == key[order][:-1]
    same_area = repeated & (area[order][1:] == area[order][:-1])
    if not same_area.any():
        return np.arange(key.size)
    kept = np.ones(key.size, dtype=bool)
    # Within one ring a segment that is walked an even number of times encloses nothing.
    by_ring = np.lexsort((ring, key))
    first = np.flatnonzero(
        np.r_[True, (np.diff(key[by_ring]) != 0) | (np.diff(ring[by_ring]) != 0)]
    )
    times = np.diff(np.r_[first, key.size])
    kept[by_ring] = np.repeat(times % 2 == 1, times)
    remaining = by_ring[kept[by_ring]]
    remaining = remaining[np.lexsort((remaining, area[remaining], key[remaining]))]
    new = np.ones(remaining.size, dtype=bool)
    new[1:] = (np.diff(key[remaining]) != 0) | (np.diff(area[remaining]) != 0)
    return np.sort(remaining[new])
