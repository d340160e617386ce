"""Repair of plans: every area assigned, every territory one piece, every lock kept.

Takes any labels, as crossover, an old plan or a power diagram leave them, and changes as
little as it can: parts that are cut off from the bulk of their territory go to the
neighbours they touch most (thesis, algorithm 9, which looks at single areas only).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import BoolArray, IntArray
from ..errors import InfeasibleProblem
from ..plan.areas import UNASSIGNED
from ..sums import weighted_rows
from .search_plan import SearchPlan
from .space import SearchSpace

_ATTEMPTS = 12
"""Orders in which locked areas are joined; when all of them fail, others hardly help."""


def repair(space: SearchSpace, labels: NDArray, rng: np.random.Generator) -> IntArray:
    """Turn labels (n,) into a plan: contiguous, complete, no territory empty.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
        Wished territories, ``UNASSIGNED`` where there is no wish.
    rng : numpy.random.Generator
        Decides in which order locked areas are connected, if the first order fails.

    Raises
    ------
    InfeasibleProblem
        If locked areas cannot be connected, or areas cannot be reached by any territory.
    """
    repaired = np.array(labels, dtype=np.int64)
    fixed = space.held >= 0
    repaired[fixed] = space.held[fixed]
    closed = ~space.receiving[np.where(repaired >= 0, repaired, 0)] & (repaired >= 0) & ~fixed
    repaired[closed] = UNASSIGNED
    anchor = space.held
    if fixed.any():
        repaired, anchor = _connect_held_areas(space, repaired, rng)
    repaired = _release_parts(space, repaired, anchor)
    repaired = _reach_every_component(space, repaired, anchor)
    repaired = _grow(space, repaired)
    return _fill_empty_territories(space, repaired)


def _connect_held_areas(
    space: SearchSpace, labels: IntArray, rng: np.random.Generator
) -> tuple[IntArray, IntArray]:
    holders = np.unique(space.held[space.held >= 0])
    stuck = 0
    for attempt in range(_ATTEMPTS):
        order = holders if attempt == 0 else rng.permutation(holders)
        # What connects locked areas of one territory now may stand in the way of another's:
        # later attempts start from the locked areas alone.
        changed, anchor = (labels if attempt == 0 else space.held).copy(), space.held.copy()
        for territory in order.tolist():
            if not _connect_territory(space, changed, anchor, territory):
                stuck = territory
                break
        else:
            return np.where(anchor >= 0, anchor, labels), anchor
    raise InfeasibleProblem(
        "The areas locked to territory {territory} cannot be connected with each other without "
        "crossing areas locked to other territories. Unlock some of them (LOCKED).",
        territory=stuck + 1,
    )


def _connect_territory(
    space: SearchSpace, labels: IntArray, anchor: IntArray, territory: int
) -> bool:
    """Join the held areas of a territory by shortest ways through areas nobody holds."""
    if np.count_nonzero(anchor == territory) == 1:
        # A home alone in its territory, and there may be many.
        return True
    graph, neighbours = space.graph, space.lists.neighbours
    while True:
        _, part = graph.parts(labels)
        held = np.flatnonzero(anchor == territory)
        parts = np.unique(part[held])
        if len(parts) <= 1:
            _reserve_connection(space, labels, anchor, territory)
            return True
        if not space.receiving[territory]:
            return False
        inside = set(np.flatnonzero(part == parts[0]).tolist())
        goal = set(held[part[held] != parts[0]].tolist())
        before: dict[int, int] = dict.fromkeys(sorted(inside), -1)
        queue = list(before)
        found = -1
        for area in queue:
            for other in neighbours[area]:
                if other in before or anchor[other] not in (UNASSIGNED, territory):
                    continue
                before[other] = area
                if other in goal:
                    found = other
                    break
                queue.append(other)
            if found >= 0:
                break
        if found < 0:
            return False
        while found >= 0 and found not in inside:
            labels[found] = territory
            anchor[found] = territory
            found = before[found]


def _reserve_connection(
    space: SearchSpace, labels: IntArray, anchor: IntArray, territory: int
) -> None:
    """Anchor ways inside the territory that connect all its held areas."""
    held = np.flatnonzero(space.held == territory).tolist()
    before = {held[0]: -1}
    queue = [held[0]]
    for area in queue:
        for other in space.lists.neighbours[area]:
            if other not in before and labels[other] == territory:
                before[other] = area
                queue.append(other)
    for area in held:
        while area >= 0:
            anchor[area] = territory
            area = before[area]


def _release_parts(space: SearchSpace, labels: IntArray, anchor: IntArray) -> IntArray:
    """Unassign all parts of a territory but the one that is held, or else the heaviest."""
    count, part = space.graph.parts(labels)
    territory = np.empty(count, dtype=np.int64)
    territory[part] = labels
    mass = np.bincount(part, weights=space.mass, minlength=count)
    size = np.bincount(part, minlength=count)
    held = np.bincount(part, weights=(anchor >= 0) & (anchor == labels), minlength=count)
    order = np.lexsort((np.arange(count), -size, -mass, held == 0, territory))
    first = np.ones(count, dtype=bool)
    first[1:] = territory[order][1:] != territory[order][:-1]
    kept = np.zeros(count, dtype=bool)
    kept[order[first]] = True
    return np.where(kept[part], labels, UNASSIGNED)


def _reach_every_component(space: SearchSpace, labels: IntArray, anchor: IntArray) -> IntArray:
    """Start a territory in each disconnected region that none reaches.

    Regions are the components of what is left when territories that may not grow are
    taken out.
    """
    growing = space.receiving[np.where(labels >= 0, labels, 0)] | (labels < 0)
    region_count, region = space.graph.parts(np.where(growing, 0, 1 + labels))
    open_region = np.zeros(region_count, dtype=bool)
    open_region[region[growing]] = True
    labels = labels.copy()
    while True:
        present = np.zeros(region_count, dtype=bool)
        present[region[growing & (labels >= 0)]] = True
        missing = np.flatnonzero(open_region & ~present)
        if not len(missing):
            return labels
        members = np.flatnonzero(region == missing[0])
        spare = _spare_territory(space, labels, anchor, region, growing)
        if spare is None:
            raise InfeasibleProblem.counted(
                len(members),
                "{count} area cannot be reached by any territory: no territory is left for its "
                "part of the map. Join the parts (“Join islands to their nearest neighbour”, "
                "BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY), or ask for more "
                "territories.",
                "{count} areas cannot be reached by any territory: no territory is left for "
                "their part of the map. Join the parts (“Join islands to their nearest "
                "neighbour”, BRIDGE, or edges in the “Edited adjacency layer”, ADJACENCY), or ask "
                "for more territories.",
            )
        labels[labels == spare] = UNASSIGNED
        labels[members[np.argmax(space.mass[members])]] = spare


def _spare_territory(
    space: SearchSpace,
    labels: IntArray,
    anchor: IntArray,
    region: IntArray,
    growing: BoolArray,
) -> int | None:
    """A territory that may move: an empty one, else the lightest of a region with several."""
    count = space.territory_count
    bound = np.zeros(count, dtype=bool)
    bound[anchor[anchor >= 0]] = True
    usable = space.receiving & ~bound
    size = np.bincount(labels[labels >= 0], minlength=count)
    empty = np.flatnonzero(usable & (size == 0))
    if len(empty):
        return int(empty[0])
    of_territory = np.full(count, -1, dtype=np.int64)
    assigned = growing & (labels >= 0)
    of_territory[labels[assigned]] = region[assigned]
    per_region = np.bincount(of_territory[of_territory >= 0], minlength=int(region.max()) + 1)
    movable = np.flatnonzero(usable & (per_region[of_territory] > 1))
    if not len(movable):
        return None
    mass = np.bincount(labels[labels >= 0], weights=space.mass[labels >= 0], minlength=count)
    return int(movable[np.argmin(mass[movable])])


def completed(space: SearchSpace, labels: NDArray) -> IntArray:
    """Labels (n,) whose gaps are filled from their surroundings, before any part is cut off.

    An area without a territory may be all that connects two parts of a present plan.
    """
    labels = np.array(labels, dtype=np.int64)
    while _grow_one_layer(space, labels):
        pass
    return labels


def _grow(space: SearchSpace, labels: IntArray) -> IntArray:
    """Give unassigned areas, layer by layer, to the territory they share most border with."""
    labels = labels.copy()
    while (labels < 0).any():
        if not _grow_one_layer(space, labels):
            if (labels >= 0).any():
                raise InfeasibleProblem.counted(
                    int((labels < 0).sum()),
                    "{count} area touches only territories that may not receive areas. Unlock "
                    "one of them (LOCKED_TERRITORIES), or give the area a territory.",
                    "{count} areas touch only territories that may not receive areas. Unlock "
                    "some of these (LOCKED_TERRITORIES), or give the areas a territory.",
                )
            labels[int(np.argmax(space.mass))] = int(np.flatnonzero(space.receiving)[0])
    return labels


def _grow_one_layer(space: SearchSpace, labels: IntArray) -> bool:
    """Assign the unassigned areas that touch a territory, in place; False if there are none."""
    count = space.territory_count
    far = labels[space.neighbour]
    fits = (labels[space.origin] < 0) & (far >= 0) & space.receiving[np.maximum(far, 0)]
    if not fits.any():
        return False
    key, index = np.unique(space.origin[fits] * count + far[fits], return_inverse=True)
    shared = np.bincount(index, weights=space.border_m[fits], minlength=len(key))
    order = np.lexsort((key, -shared, key // count))
    area = key[order] // count
    first = np.ones(len(area), dtype=bool)
    first[1:] = area[1:] != area[:-1]
    labels[area[first]] = key[order][first] % count
    return True


def _fill_empty_territories(space: SearchSpace, labels: IntArray) -> IntArray:
    """Give each empty territory one border area of the richest territory that can spare it."""
    size = np.bincount(labels, minlength=space.territory_count)
    empty = np.flatnonzero((size == 0) & space.receiving)
    if not len(empty):
        return labels
    plan = SearchPlan(space, labels)
    for territory in empty.tolist():
        _seed_territory(plan, territory)
    return plan.labels


def _seed_territory(plan: SearchPlan, territory: int) -> None:
    space = plan.space
    wealth = weighted_rows(np.array(plan.deviation), space.criterion_shares)
    for donor in np.argsort(-wealth, kind="stable").tolist():
        if plan.size[donor] < 2:
            continue
        members = np.flatnonzero((plan.labels == donor) & space.movable)
        for area in members[np.argsort(-space.mass[members], kind="stable")].tolist():
            if plan.can_leave(area) and plan.within_change_limit(area, territory):
                plan.move(area, territory)
                return
    raise InfeasibleProblem(
        "No area is free to start territory {territory}: locks hold too many areas. Unlock some "
        "of them (LOCKED, LOCKED_TERRITORIES).",
        territory=territory + 1,
    )
