"""Contiguity of basic areas: pairs that share a border, and how long it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InvalidInput
from ..geometry.intervals import among
from ..geometry.outlines import PolygonRings
from ..geometry.segments import Segments, segments_of
from ..progress import SILENT, Progress
from .barriers import Barriers, cut_by_barriers
from .border_pieces import BorderPieces, border_pieces
from .contact import CONTACT
from .graph import BORDER, BRIDGE, CORNER
from .shared import Contacts, Search, find_contacts, match_exactly

__all__ = ["BORDER", "BRIDGE", "CORNER", "Contiguities", "SegmentLength", "find_contiguities"]

SegmentLength = Callable[[FloatArray, FloatArray, FloatArray, FloatArray], FloatArray]


@dataclass(frozen=True)
class Contiguities:
    """Pairs of neighbouring areas, sorted by (first, second), each pair once.

    Attributes
    ----------
    first, second : (m,) int arrays
        Areas, ``first < second``.
    border_m : (m,) float array
        Length of the common border; 0 for corners.
    kind : (m,) int8 array
        ``BORDER`` or ``CORNER``.
    uncut_first, uncut_second : (u,) int arrays
        The pairs that there would be without barriers, in the same order.
    """

    first: IntArray
    second: IntArray
    border_m: FloatArray
    kind: NDArray[np.int8]
    uncut_first: IntArray
    uncut_second: IntArray


def planar_length(ax: FloatArray, ay: FloatArray, bx: FloatArray, by: FloatArray) -> FloatArray:
    """Length of straight segments in coordinate units."""
    return np.hypot(bx - ax, by - ay)


def find_contiguities(
    rings: PolygonRings,
    *,
    corners: bool = False,
    tolerance: float = 0.0,
    barriers: Barriers | None = None,
    segment_length: SegmentLength = planar_length,
    progress: Progress = SILENT,
) -> Contiguities:
    """Find the pairs of areas that border each other.

    Segments with equal end points are matched by sorting; only what is left over is compared
    geometrically. So a clean coverage costs O(n log n) in the number of vertices, and a border
    whose vertices are not shared (T-junctions, slivers, gaps, overlaps) is found all the same.

    Parameters
    ----------
    rings : PolygonRings
        The areas' polygons.
    corners : bool
        Also return pairs that meet in points only.
    tolerance : float
        Largest gap, in coordinate units, that is still taken as contact. A contact of at most
        two tolerances cannot be told from a corner and counts as one, unless the rings run
        along each other without any tolerance. With 0, positions may differ by rounding only.
    barriers : Barriers, optional
        See :func:`~.barriers.cut_by_barriers` for what they cut.
    segment_length : callable, optional
        Length of segments from (ax, ay) to (bx, by), vectorised; planar by default. A portion
        of a segment counts in proportion.
    progress : Progress, optional

    Raises
    ------
    InvalidInput
        If the tolerance is negative, not finite, or as large as the areas themselves.
    Cancelled
        If the caller wants the work to end.
    """
    segments = segments_of(rings)
    precision = rings.precision
    _check_tolerance(segments, tolerance)
    progress.report(0.2)
    progress.stop_if_cancelled()
    one, other, settled = match_exactly(segments)
    search = Search(segments, one, other, settled, precision, max(tolerance, precision))
    progress.report(0.4)
    progress.stop_if_cancelled()
    contacts = find_contacts(search, progress.part(0.4, 0.9))
    progress.stop_if_cancelled()
    pieces = border_pieces(search, contacts)
    progress.stop_if_cancelled()

    count = max(rings.area_count, 1)
    pairs, place = np.unique(pieces.pair, return_inverse=True)
    is_border = _long_enough(search, contacts, pieces, pairs, place)
    if barriers is not None:
        pieces = pieces.where(is_border[place])
        pieces = cut_by_barriers(search, pieces, barriers, progress)
        borders, place = np.unique(pieces.pair, return_inverse=True)
    else:
        borders = pairs[is_border]
        kept = is_border[place]
        pieces, place = pieces.where(kept), (np.cumsum(is_border) - 1)[place[kept]]
    used, back = np.unique(pieces.segment, return_inverse=True)
    lengths = np.asarray(segment_length(*segments.start[used].T, *segments.end[used].T))
    border = np.bincount(place, lengths[back] * (pieces.high - pieces.low), borders.size)

    points = np.empty(0, dtype=np.int64)
    if corners:
        touching = np.concatenate([_pairs_at_vertices(segments), contacts.touching, pairs])
        points = np.setdiff1d(touching, pairs[is_border])
    code = np.concatenate([borders, points])
    order = np.argsort(code)
    uncut = np.union1d(pairs[is_border], points)
    progress.report(1.0)
    return Contiguities(
        first=code[order] // count,
        second=code[order] % count,
        border_m=np.concatenate([border, np.zeros(points.size)])[order],
        kind=np.repeat([BORDER, CORNER], [borders.size, points.size]).astype(np.int8)[order],
        uncut_first=uncut // count,
        uncut_second=uncut % count,
    )


def _check_tolerance(segments: Segments, tolerance: float) -> None:
    if not (np.isfinite(tolerance) and tolerance >= 0.0):
        raise InvalidInput(
            "“Snap distance” (TOLERANCE) must be 0 or a positive length in metres, but it is "
            "{tolerance}.",
            tolerance=tolerance,
        )
    if tolerance > 0.0 and segments.area.size:
        boxes = segments.area_boxes()
        extent = float(
            np.nanmedian(np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]))
        )
        if tolerance >= extent:
            raise InvalidInput(
                "“Snap distance” (TOLERANCE) of {tolerance:g} m is larger than half of the areas, "
                "which measure {extent:g} m or less. Give one that is smaller than any area.",
                tolerance=tolerance,
                extent=extent,
            )


def _long_enough(
    search: Search, contacts: Contacts, pieces: BorderPieces, pairs: IntArray, place: IntArray
) -> BoolArray:
    """Which pairs meet along a line, and not only in points."""
    length = (pieces.high - pieces.low) * search.segments.length[pieces.segment]
    return (
        (np.bincount(place, pieces.exact, pairs.size) > 0)
        | among(pairs, contacts.sure)
        | (np.bincount(place, length, pairs.size) > CONTACT.least_contact * search.tolerance)
    )


def _pairs_at_vertices(segments: Segments) -> IntArray:
    """Codes of pairs of areas that have a vertex in common."""
    count = segments.area_start.size - 1
    incidences = np.unique(segments.start_vertex * count + segments.area)
    vertex, area = incidences // max(count, 1), incidences % max(count, 1)
    found = [np.empty(0, dtype=np.int64)]
    candidates, distance = np.arange(vertex.size), 1
    while candidates.size:
        candidates = candidates[candidates + distance < vertex.size]
        candidates = candidates[vertex[candidates] == vertex[candidates + distance]]
        found.append(area[candidates] * count + area[candidates + distance])
        distance += 1
    return np.unique(np.concatenate(found))
