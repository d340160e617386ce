"""The plan that a search changes area by area: a division with totals after every move."""

from __future__ import annotations

from numpy.typing import NDArray

from ..plan.division import Division
from .space import SearchSpace

# A way around of more areas is rare and dear to find: taken for none, it forbids a move but
# never breaks a plan.
_SEARCH_LIMIT = 120
# Enclosed cities and chains of small islands; what is larger is better moved in steps.
_MOST_DEPENDENTS = 4


class SearchPlan(Division):
    """A contiguous division with its deviations and changes, updated from single moves.

    Attributes
    ----------
    deviation : list of list of float
        Signed deviation of territory i in criterion j, as a share of the target, from
        what the search aims at (mostly 0, see :meth:`.SearchSpace.off_reachable`).
    changed : float
        Travel weight that left its initial territory.
    version : list of int
        For callers that must know whether a territory has changed since they last looked.
    """

    def __init__(self, space: SearchSpace, labels: NDArray) -> None:
        super().__init__(space.lists, labels, space.territory_count, _SEARCH_LIMIT)
        self.space = space
        self._limited = space.change_limit < 1.0
        self._weight_rows, self._inverse_rows = space.weight_rows, space.inverse_rows
        self.version = [0] * space.territory_count
        self.refresh()

    def refresh(self) -> None:
        """Recompute totals from scratch, so that rounding errors do not add up."""
        self.deviation: list[list[float]] = self.space.off_reachable(self.labels).tolist()
        self.changed = self.space.changed(self.labels)

    def cut_off_by(self, area: int, staying: list[int]) -> list[int]:
        """Areas of the territory that only ``area`` connects with the bulk of it.

        Cities enclosed by their district are such areas, and chains of islands. Empty if
        there are more than a few, or if no bulk would be left.
        """
        labels, neighbours = self.label_list, self.lists.neighbours
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
        if self._limited:
            self.changed += self.changed_by(area, territory)
        inverse = self._inverse_rows
        giving, taking = self.deviation[own], self.deviation[territory]
        for j, weight in enumerate(self._weight_rows[area]):
            giving[j] -= weight * inverse[own][j]
            taking[j] += weight * inverse[territory][j]
        super().move(area, territory)
