"""Where a polygon's ring runs inside another polygon."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..geometry.box_tree import BoxTree
from ..geometry.intervals import Portions, among
from ..geometry.segments import Segments
from ..progress import Progress

# Points against segments looked at together: some 100 MB, and well under a second.
_MAX_TESTS_AT_ONCE = 2_000_000


def portions_inside(
    segments: Segments,
    area_boxes: FloatArray,
    area_tree: BoxTree,
    chosen: IntArray,
    touching: Portions,
    progress: Progress,
) -> Portions:
    """Portions of the chosen segments that lie inside other areas.

    What a segment does between two places of contact is asked once, at one point; segments in
    a row that meet no ring of the other area share one answer.

    Parameters
    ----------
    chosen : (n,) int array
        Sorted indices of segments.
    touching : Portions
        Where chosen segments meet the rings of other areas; code = segment * area_count +
        other area. Between such places a segment does not change from inside to outside.

    Returns
    -------
    Portions
        Code = segment * area_count + the area that surrounds it.
    """
    area_count = len(area_boxes)
    touched = np.unique(touching.code)
    free = Portions(touched, np.zeros(touched.size), np.ones(touched.size)).without(touching)
    place = (0.5 * (free.low + free.high))[:, None]
    where = free.code // area_count
    points = segments.start[where] * (1.0 - place) + segments.end[where] * place
    inside = points_inside(segments, area_boxes, points, free.code % area_count, progress)

    chains = _Chains(segments, chosen)
    position = np.searchsorted(chosen, touched // area_count)
    runs = [
        _between_contacts(chains, position, touched % area_count),
        *_without_contact(segments, chains, area_tree, area_boxes, position, touched, progress),
    ]
    first, last, area = (np.concatenate(values) for values in zip(*runs))
    middle = 0.5 * (segments.start[chosen[first]] + segments.end[chosen[first]])
    surrounded = points_inside(segments, area_boxes, middle, area, progress)
    first, last, area = first[surrounded], last[surrounded], area[surrounded]
    size = last - first + 1
    member = np.arange(size.sum()) + np.repeat(first - (np.cumsum(size) - size), size)
    code = chosen[member] * area_count + np.repeat(area, size)
    return Portions.joined(
        [Portions(code, np.zeros(code.size), np.ones(code.size)), free.where(inside)]
    )


class _Chains:
    """Chosen segments that follow one another in a ring; places are those in ``chosen``."""

    def __init__(self, segments: Segments, chosen: IntArray) -> None:
        begins = np.ones(chosen.size, dtype=bool)
        begins[1:] = (np.diff(segments.ring[chosen]) != 0) | (np.diff(segments.order[chosen]) != 1)
        self.of_place = np.cumsum(begins) - 1
        self.first = np.flatnonzero(begins)
        self.last = np.append(self.first[1:], chosen.size) - 1
        self.area = segments.area[chosen[self.first]]
        self.middle = 0.5 * (segments.start[chosen[self.first]] + segments.end[chosen[self.first]])


def _between_contacts(
    chains: _Chains, position: IntArray, area: IntArray
) -> tuple[IntArray, IntArray, IntArray]:
    """Runs of places before, between and after those that touch an area: first, last, area."""
    chain = chains.of_place[position]
    order = np.lexsort((position, area, chain))
    position, area, chain = position[order], area[order], chain[order]
    follows = np.zeros(position.size, dtype=bool)
    follows[1:] = (chain[1:] == chain[:-1]) & (area[1:] == area[:-1])
    until = chains.last[chain]
    until[:-1][follows[1:]] = position[1:][follows[1:]] - 1
    first = np.concatenate([chains.first[chain[~follows]], position + 1])
    last = np.concatenate([position[~follows] - 1, until])
    areas = np.concatenate([area[~follows], area])
    some = first <= last
    return first[some], last[some], areas[some]


def _without_contact(
    segments: Segments,
    chains: _Chains,
    area_tree: BoxTree,
    area_boxes: FloatArray,
    position: IntArray,
    touched: IntArray,
    progress: Progress,
) -> Iterator[tuple[IntArray, IntArray, IntArray]]:
    """Whole chains inside areas whose rings they do not touch: first, last, area."""
    count = len(area_boxes)
    in_contact = np.unique(chains.of_place[position] * count + touched % count)
    point_boxes = np.concatenate([chains.middle, chains.middle], axis=1)
    for all_chains, all_areas in area_tree.meeting(point_boxes):
        candidate = chains.area[all_chains] != all_areas
        candidate &= ~among(all_chains * count + all_areas, in_contact)
        chain, area = all_chains[candidate], all_areas[candidate]
        inside = points_inside(segments, area_boxes, chains.middle[chain], area, progress)
        yield chains.first[chain[inside]], chains.last[chain[inside]], area[inside]


def points_inside(
    segments: Segments,
    area_boxes: FloatArray,
    points: FloatArray,
    areas: IntArray,
    progress: Progress,
) -> BoolArray:
    """Whether each point (n, 2) lies inside its area (n,): even-odd rule, a ray to the east."""
    inside = np.zeros(len(points), dtype=bool)
    boxes = area_boxes[areas]
    near = np.flatnonzero(
        (points >= boxes[:, :2]).all(axis=1) & (points <= boxes[:, 2:]).all(axis=1)
    )
    work = np.cumsum(segments.area_start[areas[near] + 1] - segments.area_start[areas[near]])
    portion = work // _MAX_TESTS_AT_ONCE
    for part in np.split(near, np.flatnonzero(np.diff(portion)) + 1) if near.size else []:
        progress.stop_if_cancelled()
        sizes = segments.area_start[areas[part] + 1] - segments.area_start[areas[part]]
        point = np.repeat(np.arange(part.size), sizes)
        first = np.cumsum(sizes) - sizes
        segment = np.arange(point.size) + np.repeat(segments.area_start[areas[part]] - first, sizes)
        x, y = points[part][point].T
        (x1, y1), (x2, y2) = segments.start[segment].T, segments.end[segment].T
        spans = (y1 > y) != (y2 > y)
        x, y, x1, y1, x2, y2 = (values[spans] for values in (x, y, x1, y1, x2, y2))
        east = x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
        crossings = np.bincount(point[spans][east], minlength=part.size)
        inside[part] = crossings % 2 == 1
    return inside
