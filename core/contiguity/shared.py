"""Segments that areas share: exactly, closely enough, or because areas overlap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, IntArray
from ..geometry.box_tree import BoxTree, segment_boxes
from ..geometry.intervals import Portions, among, drift_of, portion_in_band, run_alike
from ..geometry.segments import Segments
from ..progress import Progress
from .contact import CONTACT
from .overlaps import portions_inside

# Overlaps are followed from neighbour to neighbour; after that many steps the rest is searched
# at once: only layers that overlap everywhere get so far, and each step costs a pass of its own.
_STEPS_OF_GROWTH = 6


@dataclass(frozen=True)
class Search:
    """What the search for common borders knows about the segments.

    Attributes
    ----------
    one, other : (p,) int arrays
        Pairs of segments with equal end points, ``area[one] < area[other]``.
    settled : (S,) bool array
        Segments with exactly one partner, on their other side: nothing else can border there
        unless areas overlap.
    precision, tolerance : float
        Distances in coordinate units below which positions are equal, and count as contact.
    """

    segments: Segments
    one: IntArray
    other: IntArray
    settled: BoolArray
    precision: float
    tolerance: float

    @property
    def area_count(self) -> int:
        return self.segments.area_start.size - 1


def match_exactly(segments: Segments) -> tuple[IntArray, IntArray, BoolArray]:
    """Segments with equal end points, see :class:`Search`."""
    order = np.argsort(segments.key, kind="stable")
    key = segments.key[order]
    one, other = [], []
    candidates = np.arange(max(key.size - 1, 0))
    distance = 1
    while candidates.size:
        candidates = candidates[candidates + distance < key.size]
        candidates = candidates[key[candidates] == key[candidates + distance]]
        one.append(order[candidates])
        other.append(order[candidates + distance])
        distance += 1
    settled = np.zeros(key.size, dtype=bool)
    if not one:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64), settled
    partners = np.bincount(np.concatenate(one + other), minlength=key.size)
    one_of_all, other_of_all = np.concatenate(one), np.concatenate(other)
    apart = ~segments.same_side(one_of_all, other_of_all)
    apart &= partners[one_of_all] == 1
    settled[one_of_all[apart]] = True
    settled[other_of_all[apart]] = True
    return one_of_all, other_of_all, settled


@dataclass(frozen=True)
class Contacts:
    """Where segments that are not settled meet other areas.

    Attributes
    ----------
    near, inside : Portions
        Portions within the tolerance of another area's ring, and portions inside another area;
        code = segment * area_count + other area; no stretch is in both, or in an exact match.
    sure : int array
        Codes (smaller area * area_count + larger area) of pairs that run along each other
        without any tolerance.
    touching : int array
        Codes of pairs that meet at all.
    """

    near: Portions
    inside: Portions
    sure: IntArray
    touching: IntArray


def find_contacts(search: Search, progress: Progress) -> Contacts:
    """Compare the segments that are not settled with all segments.

    Where no area overlaps another, the number of areas over a place changes only across
    segments that are not settled. So overlaps can only begin there, and are followed from
    there to the neighbours of the areas that overlap.
    """
    segments, count = search.segments, search.area_count
    pending = np.flatnonzero(~search.settled)
    asked = ~search.settled
    empty = np.empty(0, dtype=np.int64)
    near, inside, sure, touching = [], [], [empty], [empty]
    if pending.size == 0:
        return Contacts(Portions.joined([]), Portions.joined([]), empty, empty)
    boxes, owner = segment_boxes(segments.start, segments.end, search.tolerance)
    tree = BoxTree(boxes)
    area_boxes = segments.area_boxes()
    area_tree = BoxTree(area_boxes)
    steps = 0
    while pending.size:
        found = _compare(search, tree, owner, pending, progress.part(0.0, 0.5))
        near_here, meeting, sure_here, touching_here, partners, on_one_side = found
        enclosed = portions_inside(segments, area_boxes, area_tree, pending, meeting, progress)
        near_here = near_here.united()
        enclosed = enclosed.without(near_here)
        enclosed = enclosed.where(
            (enclosed.high - enclosed.low) * segments.length[enclosed.code // count]
            > search.precision
        )
        near.append(near_here)
        inside.append(enclosed)
        sure.append(sure_here)
        touching.append(touching_here)

        wanted = np.zeros(asked.size, dtype=bool)
        wanted[partners] = True
        if enclosed.code.size or on_one_side.size:
            wanted |= _areas_to_ask(search, enclosed, on_one_side)[segments.area]
            if steps >= _STEPS_OF_GROWTH:
                wanted[:] = True
        pending = np.flatnonzero(wanted & ~asked)
        asked |= wanted
        steps += 1
    all_near, all_inside = Portions.joined(near), Portions.joined(inside)
    exact = _exact_codes(search, asked)
    return Contacts(
        near=all_near.where(~among(all_near.code, exact)),
        inside=all_inside.where(~among(all_inside.code, exact)),
        sure=np.unique(np.concatenate(sure)),
        touching=np.unique(np.concatenate(touching)),
    )


def _exact_codes(search: Search, asked: BoolArray) -> IntArray:
    """Sorted codes (segment * area_count + other area) of exact matches of asked segments."""
    segment = np.concatenate([search.one, search.other])
    partner = np.concatenate([search.other, search.one])
    wanted = asked[segment]
    return np.sort(segment[wanted] * search.area_count + search.segments.area[partner[wanted]])


def _areas_to_ask(search: Search, enclosed: Portions, on_one_side: IntArray) -> BoolArray:
    """Areas (area_count,) that overlap, and their neighbours along an enclosed segment."""
    segments = search.segments
    affected = np.zeros(search.area_count, dtype=bool)
    affected[on_one_side] = True
    segment = enclosed.code // search.area_count
    affected[segments.area[segment]] = True
    affected[enclosed.code % search.area_count] = True
    is_enclosed = np.zeros(segments.area.size, dtype=bool)
    is_enclosed[segment] = True
    affected[segments.area[search.other[is_enclosed[search.one]]]] = True
    affected[segments.area[search.one[is_enclosed[search.other]]]] = True
    return affected


def _compare(
    search: Search,
    tree: BoxTree,
    owner: IntArray,
    chosen: IntArray,
    progress: Progress,
) -> tuple[Portions, Portions, IntArray, IntArray, IntArray, IntArray]:
    """Portions of chosen segments near others, and where they meet them.

    Returns the portions within tolerance, the portions within precision, codes of pairs that
    share a border for sure and of those that touch, the segments that were near, and the areas
    that lie on the same side of a common border, so that they must overlap.
    """
    segments, count = search.segments, search.area_count
    precision = search.precision
    boxes, segment_of_box = segment_boxes(
        segments.start[chosen],
        segments.end[chosen],
        search.tolerance,
        max(search.tolerance, CONTACT.meeting * precision),
    )
    near, meeting = [], []
    empty = np.empty(0, dtype=np.int64)
    sure, touching, partners, on_one_side = [empty], [empty], [empty], [empty]
    length = segments.length
    for query, box in tree.meeting(boxes):
        progress.stop_if_cancelled()
        if query.size == 0:
            continue
        mine, theirs = chosen[segment_of_box[query]], owner[box]
        foreign = segments.area[mine] != segments.area[theirs]
        mine, theirs = mine[foreign], theirs[foreign]
        area, other_area = segments.area[mine], segments.area[theirs]
        both_open = ~search.settled[mine] & ~search.settled[theirs]
        width = np.where(both_open, search.tolerance, precision)
        lines = (
            segments.start[mine],
            segments.end[mine],
            segments.start[theirs],
            segments.end[theirs],
        )
        code = mine * count + other_area
        pair = np.minimum(area, other_area) * count + np.maximum(area, other_area)
        alike = run_alike(*lines, CONTACT.smallest_cosine)

        low, high = portion_in_band(*lines, width, width)
        touching.append(np.unique(pair[low <= high]))

        reach = CONTACT.meeting * precision
        low, high = portion_in_band(*lines, reach, reach)
        meets = low <= high
        meeting.append(Portions(code[meets], low[meets], high[meets]))
        parallel = drift_of(*lines, high - low) <= CONTACT.drift * precision
        long = (high - low) * length[mine] > CONTACT.sure_length * precision
        sure.append(np.unique(pair[meets & alike & parallel & long]))

        low, high = portion_in_band(*lines, width)
        runs = alike & ((high - low) * length[mine] > precision)
        runs &= (width > precision) | (drift_of(*lines, high - low) <= CONTACT.drift * precision)
        near.append(Portions(code[runs], low[runs], high[runs]))
        partners.append(np.unique(theirs[runs]))
        mine, theirs = mine[runs], theirs[runs]
        overlapping = segments.same_side(mine, theirs)
        on_one_side.append(np.unique(segments.area[mine[overlapping]]))
        on_one_side.append(np.unique(segments.area[theirs[overlapping]]))
    return (
        Portions.joined(near),
        Portions.joined(meeting),
        np.concatenate(sure),
        np.concatenate(touching),
        np.concatenate(partners),
        np.concatenate(on_one_side),
    )
