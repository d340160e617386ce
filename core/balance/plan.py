"""A plan that is changed area by area and knows its totals after every move."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .space import SearchSpace

_SEARCH_LIMIT = 120
_MOST_DEPENDENTS = 4


class Plan:
    """Labels, totals and changes of a contiguous plan, updated from single moves.

    Attributes
    ----------
    labels : ndarray of int, shape (n,)
        Territory of each area.
    label_list : list of int
        The same, for looking up single areas.
    deviation : list of list of float
        Signed deviation of territory i in criterion j, as a share of the target, from
        what the search aims at (mostly 0, see :meth:`.SearchSpace.off_reachable`).
    size : list of int
        Areas in each territory.
    changed : float
        Travel weight that left its initial territory.
    """

    def __init__(self, space: SearchSpace, labels: NDArray) -> None:
        self.space = space
        self.labels = np.array(labels, dtype=np.int64)
        self.label_list: list[int] = self.labels.tolist()
        self.size: list[int] = np.bincount(self.labels, minlength=space.territory_count).tolist()
        self.refresh()

    def refresh(self) -> None:
        """Recompute totals from scratch, so that rounding errors do not add up."""
        self.deviation: list[list[float]] = self.space.off_reachable(self.labels).tolist()
        self.changed = self.space.changed(self.labels)

    def can_leave(self, area: int) -> bool:
        """Whether the rest of the area's territory stays one (non-empty) connected piece."""
        labels = self.label_list
        own = labels[area]
        staying = [b for b in self.space.neighbour_lists[area] if labels[b] == own]
        return self.stays_connected(area, staying)

    def stays_connected(self, area: int, staying: list[int]) -> bool:
        """The same, for a caller who knows the neighbours that stay in the territory.

        They are nearly always connected among themselves; if not, a breadth-first search
        looks for a way around. It is bounded: a way of more than some hundred areas is not
        found, which forbids a move but never breaks a plan.
        """
        if len(staying) < 2:
            return len(staying) == 1
        sets = self.space.neighbour_sets
        missing = set(staying)
        reached = [missing.pop()]
        while reached and missing:
            found = missing & sets[reached.pop()]
            missing -= found
            reached.extend(found)
        return not missing or self._way_around(area, staying)

    def _way_around(self, area: int, staying: list[int]) -> bool:
        labels, neighbours = self.label_list, self.space.neighbour_lists
        own = labels[area]
        missing = set(staying[1:])
        seen = {area, staying[0]}
        queue = [staying[0]]
        for current in queue:
            if len(seen) > _SEARCH_LIMIT:
                return False
            for other in neighbours[current]:
                if labels[other] == own and other not in seen:
                    seen.add(other)
                    queue.append(other)
                    if other in missing:
                        missing.discard(other)
                        if not missing:
                            return True
        return False

    def cut_off_by(self, area: int, staying: list[int]) -> list[int]:
        """Areas of the territory that only ``area`` connects with the bulk of it.

        Cities enclosed by their district are such areas, and chains of islands. Empty if
        there are more than a few, or if no bulk would be left.
        """
        labels, neighbours = self.label_list, self.space.neighbour_lists
        own = labels[area]
        dependents: list[int] = []
        bulks = 0
        seen = {area}
        for start in staying:
            if start in seen:
                continue
            piece = [start]
            seen.add(start)
            for current in piece:
                if len(piece) > _MOST_DEPENDENTS:
                    break
                for other in neighbours[current]:
                    if labels[other] == own and other not in seen:
                        seen.add(other)
                        piece.append(other)
            if len(piece) > _MOST_DEPENDENTS:
                bulks += 1
                if bulks > 1:
                    return []
            else:
                dependents += piece
        return dependents if bulks == 1 and len(dependents) <= _MOST_DEPENDENTS else []

    def touches(self, area: int, territory: int) -> bool:
        """Whether a neighbour of the area belongs to the territory."""
        labels = self.label_list
        return any(labels[b] == territory for b in self.space.neighbour_lists[area])

    def border_change(self, area: int, territory: int) -> float:
        """Metres by which the border grows if the area moves to the territory."""
        labels, own = self.label_list, self.label_list[area]
        change = 0.0
        for other, border in zip(self.space.neighbour_lists[area], self.space.border_lists[area]):
            if labels[other] == own:
                change += border
            elif labels[other] == territory:
                change -= border
        return change

    def changed_by(self, area: int, territory: int) -> float:
        """Travel weight by which :attr:`changed` grows if the area moves to the territory."""
        initial = self.space.initial
        if initial is None or initial[area] < 0:
            return 0.0
        before, home = self.label_list[area], initial[area]
        return float(self.space.change_mass[area] * (int(territory != home) - int(before != home)))

    def within_change_limit(self, area: int, territory: int) -> bool:
        """Whether the move keeps the plan inside the change limit, or brings it closer."""
        if self.space.change_limit >= 1.0:
            return True
        growth = self.changed_by(area, territory)
        return growth <= 0.0 or self.changed + growth <= self.space.change_limit + 1e-12

    def move(self, area: int, territory: int) -> None:
        """Give an area to a territory; contiguity and rules are the caller's business."""
        own = self.label_list[area]
        if self.space.change_limit < 1.0:
            self.changed += self.changed_by(area, territory)
        inverse = self.space.inverse_rows
        giving, taking = self.deviation[own], self.deviation[territory]
        for j, weight in enumerate(self.space.weight_rows[area]):
            giving[j] -= weight * inverse[own][j]
            taking[j] += weight * inverse[territory][j]
        self.size[own] -= 1
        self.size[territory] += 1
        self.label_list[area] = territory
        self.labels[area] = territory
