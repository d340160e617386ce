"""Rivers, railways and other lines that part areas although they share a border."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..geometry.box_tree import BoxTree, segment_boxes
from ..geometry.intervals import Portions, portion_in_band, run_alike
from ..progress import Progress
from .border_pieces import BorderPieces
from .contact import CONTACT
from .opening import opened_segments
from .shared import Search

# Sine of the angle (and angle in radians) below which two directions are one: far above the
# rounding of doubles, and a tenth of a millimetre on 100 km.
_ONE_DIRECTION = 1e-9


@dataclass(frozen=True)
class Barriers:
    """What parts areas, as straight segments ``x1, y1, x2, y2``.

    Attributes
    ----------
    lines : (b, 4) float array
        Lines that cut where they run along a border or cross it.
    covered : (c, 4) float array
        Portions of borders that lie inside a surface, such as that of a river.
    """

    lines: FloatArray
    covered: FloatArray

    def opened(self, opening: float, seam: tuple[float, float]) -> Barriers:
        """The same on a map that is opened at another x than its edges."""
        return Barriers(
            opened_segments(self.lines, opening, seam), opened_segments(self.covered, opening, seam)
        )

    def stretched(self, scale: FloatArray) -> Barriers:
        """The same on a map whose axes are stretched by two factors (2,)."""
        return Barriers(self.lines * np.tile(scale, 2), self.covered * np.tile(scale, 2))


def cut_by_barriers(
    search: Search, pieces: BorderPieces, barriers: Barriers, progress: Progress
) -> BorderPieces:
    """Take away what barriers cut.

    A barrier acts on the common border itself, not on the areas:

    - where it runs along the border (within the tolerance), that portion of the border no
      longer connects the two areas, give or take one tolerance at the barrier's ends;
    - where the border lies inside a surface, neither does that portion;
    - where no more than a small share remains (:attr:`~.contact.ContactRules.least_share`),
      they are no neighbours any more;
    - where it follows the whole border but that share a little way off
      (:attr:`~.contact.ContactRules.generalised`), as a line with fewer vertices does, the pair is
      cut altogether;
    - where it crosses the border from one side to the other, the pair is cut altogether;
    - where it only touches the border, meets it at its end (a point where other areas join) or
      runs elsewhere through the areas, nothing is cut.

    Parameters
    ----------
    barriers : Barriers
    """
    segments = search.segments
    step = segments.end[pieces.segment] - segments.start[pieces.segment]
    start = segments.start[pieces.segment] + step * pieces.low[:, None]
    end = segments.start[pieces.segment] + step * pieces.high[:, None]
    lines, is_line = _joined(barriers)
    if len(lines) == 0 or len(start) == 0:
        return pieces
    reach = search.tolerance
    boxes, owner = segment_boxes(start, end, reach)
    line_boxes, line = segment_boxes(lines[:, :2], lines[:, 2:], reach, 2.0 * reach)
    piece_parts, line_parts = [], []
    for query, box in BoxTree(boxes).meeting(line_boxes):
        progress.stop_if_cancelled()
        piece_parts.append(owner[box])
        line_parts.append(line[query])
    code = np.unique(np.concatenate(piece_parts) * len(lines) + np.concatenate(line_parts))
    piece, line = code // len(lines), code % len(lines)
    ends = (start[piece], end[piece], lines[line, :2], lines[line, 2:])

    width = np.where(is_line[line], search.tolerance, CONTACT.meeting * search.precision)
    low, high = portion_in_band(*ends, width, width)
    along = run_alike(*ends, CONTACT.smallest_cosine) & (high > low)
    whole = Portions(np.arange(len(start)), np.zeros(len(start)), np.ones(len(start)))
    left = whole.without(Portions(piece[along], low[along], high[along]))

    may_cross = is_line[line]
    crossed = _crossed_pairs(
        pieces.pair, start, end, lines, piece[may_cross], line[may_cross], search
    )
    remaining = BorderPieces(
        pair=pieces.pair[left.code],
        segment=pieces.segment[left.code],
        low=_between(pieces, left.code, left.low),
        high=_between(pieces, left.code, left.high),
        exact=pieces.exact[left.code],
    )
    pairs, place = np.unique(remaining.pair, return_inverse=True)
    length = (remaining.high - remaining.low) * segments.length[remaining.segment]
    # Only pairs that lost something are judged by what is left of them.
    shortened = np.isin(pairs, pieces.pair[piece[along]])
    before, whole_place = np.unique(pieces.pair, return_inverse=True)
    whole_length = (pieces.high - pieces.low) * segments.length[pieces.segment]
    entire = np.bincount(whole_place, whole_length)[np.searchsorted(before, pairs)]
    least = np.maximum(CONTACT.least_contact * search.tolerance, CONTACT.least_share * entire)
    too_short = np.bincount(place, length, pairs.size) <= least
    followed = _followed_pairs(pieces, start, end, whole_length, lines[is_line], progress)
    gone = np.isin(pairs, crossed) | (shortened & too_short) | np.isin(pairs, followed)
    return remaining.where(~gone[place])


def _joined(barriers: Barriers) -> tuple[FloatArray, BoolArray]:
    """All segments with a length (n, 4), and which of them belong to lines (n,)."""
    segments = np.concatenate([barriers.lines, barriers.covered])
    is_line = np.arange(len(segments)) < len(barriers.lines)
    usable = np.any(segments[:, :2] != segments[:, 2:], axis=1)
    return segments[usable], is_line[usable]


def _between(pieces: BorderPieces, piece: IntArray, place: FloatArray) -> FloatArray:
    """Place on a piece as a place on its segment."""
    return pieces.low[piece] + (pieces.high[piece] - pieces.low[piece]) * place


def _followed_pairs(
    pieces: BorderPieces,
    start: FloatArray,
    end: FloatArray,
    length: FloatArray,
    lines: FloatArray,
    progress: Progress,
) -> IntArray:
    """Codes of the pairs along whose border a barrier runs a little way off.

    Parameters
    ----------
    start, end : ndarray of float, shape (p, 2)
        Ends of the pieces.
    length : ndarray of float, shape (p,)
        Their lengths.
    lines : ndarray of float, shape (b, 4)
    """
    pairs, place = np.unique(pieces.pair, return_inverse=True)
    entire = np.bincount(place, length, pairs.size)
    width = (CONTACT.generalised * entire)[place]
    if len(lines) == 0:
        return pairs[:0]
    boxes = np.hstack([np.minimum(start, end), np.maximum(start, end)])
    boxes += width[:, None] * np.array([-1.0, -1.0, 1.0, 1.0])
    line_boxes, line = segment_boxes(lines[:, :2], lines[:, 2:], float(np.median(width)))
    near = []
    for query, piece in BoxTree(boxes).meeting(line_boxes):
        progress.stop_if_cancelled()
        ends = (start[piece], end[piece], lines[line[query], :2], lines[line[query], 2:])
        low, high = portion_in_band(*ends, width[piece], width[piece])
        along = run_alike(*ends, CONTACT.smallest_cosine) & (high > low)
        near.append(Portions(piece[along], low[along], high[along]))
    whole = Portions(np.arange(len(start)), np.zeros(len(start)), np.ones(len(start)))
    left = whole.without(Portions.joined(near))
    apart = np.bincount(place[left.code], (left.high - left.low) * length[left.code], pairs.size)
    return np.asarray(pairs[apart <= CONTACT.least_share * entire])


def _crossed_pairs(
    pair: IntArray,
    start: FloatArray,
    end: FloatArray,
    lines: FloatArray,
    piece: IntArray,
    line: IntArray,
    search: Search,
) -> IntArray:
    """Codes of the pairs whose border a barrier crosses.

    At every point of contact the directions in which the border and the barrier leave are
    compared: the barrier crosses if it leaves on both sides of the border. This is the same
    test in the middle of two segments and where either of them has a vertex.
    """
    margin = CONTACT.meeting * search.precision
    ends = (start[piece], end[piece], lines[line, :2], lines[line, 2:])
    low, high = portion_in_band(*ends, margin, margin)
    step, other = ends[1] - ends[0], ends[3] - ends[2]
    cross = step[:, 0] * other[:, 1] - step[:, 1] * other[:, 0]
    lengths = np.hypot(*step.T) * np.hypot(*other.T)
    # Segments on one line meet in a stretch, which is no crossing; where the barrier leaves
    # it, the next segments tell.
    meets = np.flatnonzero((low <= high) & (np.abs(cross) > _ONE_DIRECTION * lengths))
    if meets.size == 0:
        return np.empty(0, dtype=np.int64)
    piece, line = piece[meets], line[meets]
    a, b, p, q = (values[meets] for values in ends)
    offset = p - a
    place = (offset[:, 0] * other[meets, 1] - offset[:, 1] * other[meets, 0]) / cross[meets]
    point = a + (b - a) * place[:, None]
    # Points that are vertices take the vertex's own coordinates: equal for all that meet there.
    for vertex in (a, b, p, q):
        at_vertex = np.hypot(*(point - vertex).T) <= 2.0 * margin
        point[at_vertex] = vertex[at_vertex]

    contact = np.column_stack([pair[piece].astype(float), point])
    _, group = np.unique(contact, axis=0, return_inverse=True)
    group = group.ravel()
    border_rays = _rays(group, point, [a, b], margin)
    barrier_rays = _rays(group, point, [p, q], margin)
    crossing_groups = [
        number
        for number in border_rays.keys() & barrier_rays.keys()
        if _separated(border_rays[number], barrier_rays[number])
    ]
    hits = np.flatnonzero(np.isin(group, crossing_groups))
    if hits.size and search.tolerance > search.precision:
        hits = hits[_away_from_ends(pair, start, end, pair[piece[hits]], point[hits], search)]
    return np.asarray(np.unique(pair[piece[hits]]))


def _rays(
    group: IntArray, point: FloatArray, ends: list[FloatArray], margin: float
) -> dict[int, list[float]]:
    """Directions (radians) in which segments leave the points of contact, by group."""
    rays: dict[int, list[float]] = {}
    for end in ends:
        direction = end - point
        leaves = np.flatnonzero(np.hypot(*direction.T) > margin)
        angles = np.arctan2(direction[leaves, 1], direction[leaves, 0])
        for number, angle in zip(group[leaves].tolist(), angles.tolist()):
            rays.setdefault(number, []).append(angle)
    return rays


def _separated(border: list[float], barrier: list[float]) -> bool:
    """Whether two border directions part the barrier's directions into two sides."""
    directions = np.unique(np.round(border, 9))
    if directions.size < 2:
        return False
    sector = np.searchsorted(directions, barrier) % directions.size
    along = np.min(np.abs(np.subtract.outer(barrier, directions)), axis=1) < _ONE_DIRECTION
    return bool(np.unique(sector[~along]).size > 1)


def _away_from_ends(
    pair: IntArray,
    start: FloatArray,
    end: FloatArray,
    hit_pair: IntArray,
    point: FloatArray,
    search: Search,
) -> IntArray:
    """Hits that are farther than the tolerance from the ends of the pair's border.

    A barrier that is drawn along another border nearby may overshoot there.
    """
    reach = CONTACT.least_contact * search.tolerance
    order = np.argsort(pair, kind="stable")
    first = np.searchsorted(pair[order], hit_pair)
    last = np.searchsorted(pair[order], hit_pair, side="right")
    kept = []
    for hit in range(hit_pair.size):
        mine = order[first[hit] : last[hit]]
        vertices = np.concatenate([start[mine], end[mine]])
        near = vertices[np.hypot(*(vertices - point[hit]).T) <= search.tolerance]
        meeting = np.hypot(*(near[:, None] - vertices[None]).transpose(2, 0, 1)) <= reach
        # A vertex in the middle of the border is one piece's end and the next one's start.
        if np.all(meeting.sum(axis=1) > 1):
            kept.append(hit)
    return np.asarray(kept, dtype=np.int64)
