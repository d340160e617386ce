"""Borders on the 180th meridian, which is the western and the eastern edge of many maps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..geometry.outlines import PolygonRings
from ..geometry.segments import segments_of
from .borders import BORDER, CORNER, Contiguities, SegmentLength

# Share of the map's width within which a vertex lies on its edge: a millimetre on the earth.
_ON_THE_EDGE = 2.5e-11


def joined_at_seam(
    found: Contiguities,
    rings: PolygonRings,
    seam: tuple[float, float],
    *,
    corners: bool = False,
    segment_length: SegmentLength,
) -> Contiguities:
    """Contiguities with those of areas that meet where the map's edges are one meridian.

    Parameters
    ----------
    found : Contiguities
        What was found on the map.
    rings : PolygonRings
        The same areas in map coordinates.
    seam : (float, float)
        The x of the western and the eastern edge.
    corners : bool
        Also join areas that meet in one point of the meridian.
    segment_length : callable
        As for :func:`~.borders.find_contiguities`.
    """
    west, east = (_spans_on(rings, x, seam[1] - seam[0]) for x in seam)
    if not (len(west[0]) and len(east[0])):
        return found
    one, other, low, high = _overlaps(west, east)
    length = np.where(
        high > low,
        segment_length(np.full_like(low, seam[0]), low, np.full_like(low, seam[0]), high),
        0.0,
    )
    chosen = (one != other) & ((high > low) | corners)
    return _merged(found, one[chosen], other[chosen], length[chosen])


def _spans_on(rings: PolygonRings, x: float, width: float) -> tuple[IntArray, FloatArray]:
    """Areas (s,) of segments on one edge of the map, and their lower and upper y (s, 2)."""
    near = np.abs(rings.coordinates[:, 0] - x) <= _ON_THE_EDGE * width
    if not near.any():
        return np.empty(0, dtype=np.int64), np.empty((0, 2))
    segments = segments_of(rings)
    reach = _ON_THE_EDGE * width
    on_it = (np.abs(segments.start[:, 0] - x) <= reach) & (np.abs(segments.end[:, 0] - x) <= reach)
    ends = np.column_stack([segments.start[on_it, 1], segments.end[on_it, 1]])
    return segments.area[on_it], np.sort(ends, axis=1)


def _overlaps(
    west: tuple[IntArray, FloatArray], east: tuple[IntArray, FloatArray]
) -> tuple[IntArray, IntArray, FloatArray, FloatArray]:
    """Areas on both sides and the common stretch, for all spans that meet."""
    one, other, low, high = [], [], [], []
    for area, (bottom, top) in zip(west[0].tolist(), west[1].tolist()):
        meets = np.flatnonzero((east[1][:, 0] <= top) & (east[1][:, 1] >= bottom))
        one.append(np.full(meets.size, area, dtype=np.int64))
        other.append(east[0][meets])
        low.append(np.maximum(east[1][meets, 0], bottom))
        high.append(np.minimum(east[1][meets, 1], top))
    return tuple(map(np.concatenate, (one, other, low, high)))  # type: ignore[return-value]


def _merged(
    found: Contiguities, one: IntArray, other: IntArray, length: FloatArray
) -> Contiguities:
    """The pairs with further ones; what is a border anywhere is a border."""
    first, second = np.minimum(one, other), np.maximum(one, other)
    ends = np.concatenate(
        [np.column_stack([found.first, found.second]), np.column_stack([first, second])]
    )
    pairs, place = np.unique(ends, axis=0, return_inverse=True)
    place = place.ravel()
    is_border = np.concatenate([found.kind == BORDER, length > 0.0])
    lengths = np.concatenate([found.border_m, length])
    border = np.bincount(place, lengths, len(pairs)).astype(float)
    kind = np.where(np.bincount(place, is_border, len(pairs)) > 0, BORDER, CORNER)
    uncut = np.unique(
        np.concatenate(
            [
                np.column_stack([found.uncut_first, found.uncut_second]),
                np.column_stack([first, second]),
            ]
        ),
        axis=0,
    )
    return replace(
        found,
        first=pairs[:, 0],
        second=pairs[:, 1],
        border_m=border,
        kind=kind.astype(np.int8),
        uncut_first=uncut[:, 0],
        uncut_second=uncut[:, 1],
    )
