"""Where a polygon's ring runs inside another polygon."""

from __future__ import annotations

import numpy as np

from ..progress import Progress
from .box_tree import BoxTree
from .intervals import Portions, among
from .rings import BoolArray, FloatArray, IntArray, Segments

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
    touched_codes = np.unique(touching.code)
    apart = _apart_from_rings(segments, area_boxes, area_tree, chosen, touched_codes, progress)

    # What a segment does between two places of contact is asked once per stretch; segments in
    # a row that meet no ring of the other area share one answer.
    segment, area = apart // area_count, apart % area_count
    by_area = np.lexsort((segment, area))
    segment, area = segment[by_area], area[by_area]
    begins = np.ones(segment.size, dtype=bool)
    begins[1:] = ~(
        (area[1:] == area[:-1])
        & (segments.ring[segment[1:]] == segments.ring[segment[:-1]])
        & (segments.order[segment[1:]] == segments.order[segment[:-1]] + 1)
    )
    run = np.cumsum(begins) - 1
    ones = np.ones(touched_codes.size)
    free = Portions(touched_codes, 0.0 * ones, ones).without(touching)

    first = np.flatnonzero(begins)
    whole = Portions(
        segment[first] * area_count + area[first], np.zeros(first.size), np.ones(first.size)
    )
    asked = Portions.joined([whole, free])
    place = (0.5 * (asked.low + asked.high))[:, None]
    where = asked.code // area_count
    points = segments.start[where] * (1.0 - place) + segments.end[where] * place
    inside = points_inside(segments, area_boxes, points, asked.code % area_count, progress)
    runs_inside = inside[: first.size][run] if first.size else np.empty(0, dtype=bool)
    code = (segment * area_count + area)[runs_inside]
    return Portions.joined(
        [
            Portions(code, np.zeros(code.size), np.ones(code.size)),
            free.where(inside[first.size :]),
        ]
    )


def _apart_from_rings(
    segments: Segments,
    area_boxes: FloatArray,
    area_tree: BoxTree,
    chosen: IntArray,
    touched_codes: IntArray,
    progress: Progress,
) -> IntArray:
    """Codes of chosen segments and areas whose box they meet, but whose rings they do not."""
    start, end = segments.start[chosen], segments.end[chosen]
    boxes = np.concatenate([np.minimum(start, end), np.maximum(start, end)], axis=1)
    found = []
    for query, area in area_tree.meeting(boxes):
        progress.stop_if_cancelled()
        segment = chosen[query]
        foreign = segments.area[segment] != area
        codes = segment[foreign] * len(area_boxes) + area[foreign]
        found.append(codes[~among(codes, touched_codes)])
    return np.concatenate(found) if found else np.empty(0, dtype=np.int64)


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
