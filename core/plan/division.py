"""Who has which area, changed one area at a time, and whether an area can leave.

The part that editing by hand and searching share: labels, sizes, and contiguity seen from one
area. What a move does to totals and travel is the business of whoever holds a division.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
from ..contiguity.neighbour_lists import NeighbourLists


class Division:
    """Labels of n areas among k territories.

    Parameters
    ----------
    lists : NeighbourLists
    labels : ndarray of int, shape (n,)
        Copied. Negative where an area has no territory.
    territory_count : int
    search_limit : int, optional
        Areas that :meth:`can_leave` looks at before it gives up and says no; None: it looks
        on until it knows.

    Attributes
    ----------
    labels : ndarray of int, shape (n,)
    label_list : list of int
        The same, for looking up single areas.
    size : list of int
        Areas in each territory; the last number counts those without one.
    """

    def __init__(
        self,
        lists: NeighbourLists,
        labels: NDArray,
        territory_count: int,
        search_limit: int | None = None,
    ) -> None:
        self.lists = lists
        self.search_limit = search_limit
        self.labels: IntArray = np.array(labels, dtype=np.int64)
        self.label_list: list[int] = self.labels.tolist()
        # A label of -1 counts at the last place by itself.
        slot = np.where(self.labels < 0, territory_count, self.labels)
        self.size: list[int] = np.bincount(slot, minlength=territory_count + 1).tolist()

    def move(self, area: int, territory: int) -> None:
        """Give an area to a territory, or to none (-1)."""
        self.size[self.label_list[area]] -= 1
        self.size[territory] += 1
        self.label_list[area] = territory
        self.labels[area] = territory

    def staying(self, area: int) -> list[int]:
        """Neighbours in the area's own territory: what must hold together without it."""
        labels = self.label_list
        own = labels[area]
        return [other for other in self.lists.neighbours[area] if labels[other] == own]

    def can_leave(self, area: int) -> bool:
        """Whether the rest of the area's territory stays one (non-empty) connected piece.

        Of a territory in several parts: whether the area's own part does.
        """
        return self.stays_connected(area, self.staying(area))

    def stays_connected(self, area: int, staying: Sequence[int]) -> bool:
        """The same, for a caller who knows the neighbours that stay in the territory.

        They are nearly always connected among themselves; if not, a breadth-first search
        looks for a way around (up to :attr:`search_limit` areas).
        """
        if len(staying) < 2:
            return len(staying) == 1
        sets = self.lists.sets
        if len(staying) == 2:
            return staying[1] in sets[staying[0]] or self._way_around(area, staying)
        missing = set(staying)
        reached = [missing.pop()]
        while reached and missing:
            found = missing & sets[reached.pop()]
            missing -= found
            reached.extend(found)
        return not missing or self._way_around(area, staying)

    def _way_around(self, area: int, staying: Sequence[int]) -> bool:
        labels, neighbours = self.label_list, self.lists.neighbours
        own, limit = labels[area], self.search_limit
        missing = set(staying[1:])
        seen = {area, staying[0]}
        queue = [staying[0]]
        for current in queue:
            if limit is not None and len(seen) > limit:
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

    def touches(self, area: int, territory: int) -> bool:
        """Whether a neighbour of the area belongs to the territory."""
        labels = self.label_list
        return any(labels[other] == territory for other in self.lists.neighbours[area])

    def border_change(self, area: int, territory: int) -> float:
        """Metres by which the border grows if the area moves to the territory."""
        labels, own = self.label_list, self.label_list[area]
        change = 0.0
        for other, border in zip(self.lists.neighbours[area], self.lists.borders[area]):
            if labels[other] == own:
                change += border
            elif labels[other] == territory:
                change -= border
        return change
