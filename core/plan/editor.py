"""A plan that is edited by hand: strokes with preview and undo, locks, figures at all times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..certain import certain
from ..contiguity.neighbour_lists import NeighbourLists
from ..errors import InvalidInput
from .areas import NO_AREA, UNASSIGNED, Homes
from .division import Division
from .moves import State
from .plan import Plan
from .reasons import reason_of
from .refusals import Change, refusals_of
from .rules import PlanRules
from .strokes import Preview, Stroke
from .territory_figures import TerritoryFigures, figures_of


@dataclass(frozen=True)
class LockChange:
    """Areas and territories whose lock is set; shapes (a,), (a,), (t,), (t,)."""

    areas: IntArray
    locked: BoolArray
    territories: IntArray
    frozen: BoolArray


class PlanEditor:
    """Applies strokes to a plan and keeps its figures.

    After each stroke the figures of the territories it touched are computed anew, from their
    areas, and nobody else's: nothing is added up over strokes that could drift away.

    Parameters
    ----------
    plan : Plan
        Where it starts; stays as it is.
    rules : PlanRules, optional
        What strokes are held against. Locks are changed with :meth:`lock`.
    shapes : TerritoryFigures, optional
        Figures of the same plan with other weights, whose parts and borders stay.

    Attributes
    ----------
    labels : ndarray of int, shape (n,)
        Read only; changed by strokes.
    figures : TerritoryFigures
        Of the k territories and, as number k, of the areas that nobody has.
    rules : PlanRules
    """

    def __init__(
        self,
        plan: Plan,
        rules: PlanRules | None = None,
        shapes: TerritoryFigures | None = None,
    ) -> None:
        count = plan.territory_count
        rules = rules or PlanRules()
        locked = np.zeros(len(plan.areas), bool) if rules.locked is None else rules.locked.copy()
        frozen = np.zeros(count, bool) if rules.frozen is None else rules.frozen.copy()
        self.rules = replace(rules, locked=locked, frozen=frozen)
        self._start = plan
        self.labels: IntArray = plan.labels.copy()
        everybody = np.arange(count + 1)
        self.figures: TerritoryFigures = figures_of(plan, self.labels, everybody, shapes)
        self._changed_share = self._share_changed(self.labels)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._start.with_labels(self.labels.copy())

    @property
    def territory_count(self) -> int:
        """Number k of territories."""
        return self._start.territory_count

    @property
    def worst_deviation_pct(self) -> float:
        """Largest absolute deviation over territories and criteria."""
        return _worst_of(self.figures.deviation_pct)

    @property
    def border_length_m(self) -> float:
        """Length of all borders between territories, each counted once."""
        return float(self.figures.border_m.sum()) / 2.0

    @property
    def changed_share(self) -> float:
        """Share (0 to 1) of the trips that left the territory they have in the current plan."""
        return self._changed_share

    @cached_property
    def division(self) -> Division:
        """The labels as a division, for questions about single areas."""
        graph = self._start.areas.graph
        if graph is None:
            raise InvalidInput("Customers have no neighbours.")
        return Division(NeighbourLists(graph), self.labels, self.territory_count)

    def state(self) -> State:
        """The plan as single moves see it, see :func:`.move_effects`."""
        return State(
            self._start.with_labels(self.labels).from_homes(self._homes()),
            totals=self.figures.totals[: self.territory_count],
            travel_m=float(self.figures.metres.all_visits.sum()),
        )

    def preview(self, stroke: Stroke) -> Preview:
        """What a stroke would do, and which rules forbid it; nothing changes.

        Raises
        ------
        InvalidInput
            If it names an area twice, or an area or territory that does not exist.
        """
        self._check(stroke)
        return self._preview(stroke, self.rules)

    def follow(self, stroke: Stroke) -> Stroke:
        """Take over a stroke that was made elsewhere, whatever the rules say.

        Returns what undoes it. Rules are not even asked, which is quicker.

        Raises
        ------
        InvalidInput
            As :meth:`preview` does.
        """
        self._check(stroke)
        return self.accept(self._preview(stroke, None))

    def _preview(self, stroke: Stroke, rules: PlanRules | None) -> Preview:
        stroke = stroke.where(self.labels[stroke.areas] != stroke.territories)
        after = self.labels.copy()
        after[stroke.areas] = stroke.territories
        touched = np.unique(np.concatenate([self.labels[stroke.areas], stroke.territories]))
        touched = np.sort(np.where(touched < 0, self.territory_count, touched))
        before = self.figures.rows(touched)
        figures = figures_of(self._start, after, touched)
        share = self._changed_share, self._share_changed(after)
        deviation = self.figures.deviation_pct.copy()
        deviation[touched] = figures.deviation_pct
        change = Change(stroke, self.labels, after, touched, before, figures, share)
        return Preview(
            stroke=stroke,
            territories=touched,
            before=before,
            after=figures,
            worst_pct=(self.worst_deviation_pct, _worst_of(deviation)),
            changed_share=share,
            refusals=()
            if rules is None
            else refusals_of(change, rules, self._start.areas, self._homes()),
        )

    def apply(self, stroke: Stroke, *, force: bool = False) -> Stroke:
        """Do a stroke and return the one that undoes it.

        Parameters
        ----------
        stroke : Stroke
        force : bool
            Do it whatever the rules say: undo, redo, and edits that were made elsewhere.

        Raises
        ------
        InvalidInput
            If a rule forbids the stroke, with the first reason; :meth:`preview` has all.
        """
        preview = self.preview(stroke)
        if preview.refusals and not force:
            raise reason_of(preview.refusals[0], self._start)
        return self.accept(preview)

    def accept(self, preview: Preview) -> Stroke:
        """Do what was previewed, if nothing changed since; return what undoes it."""
        stroke = preview.stroke
        inverse = Stroke(stroke.areas, self.labels[stroke.areas])
        self.labels[stroke.areas] = stroke.territories
        if "division" in self.__dict__:
            for area, territory in zip(stroke.areas.tolist(), stroke.territories.tolist()):
                self.division.move(area, territory)
        self.figures = self.figures.with_rows(preview.territories, preview.after)
        self._changed_share = preview.changed_share[1]
        return inverse

    def lock(
        self,
        areas: IntArray | None = None,
        territories: IntArray | None = None,
        *,
        locked: bool = True,
    ) -> LockChange:
        """Lock (or unlock) areas and territories; return what undoes it."""
        nothing = np.empty(0, dtype=np.int64)
        areas = nothing if areas is None else areas
        territories = nothing if territories is None else territories
        return self.set_locks(
            LockChange(
                areas,
                np.full(len(areas), locked),
                territories,
                np.full(len(territories), locked),
            )
        )

    def set_locks(self, change: LockChange) -> LockChange:
        """Set locks one by one; return what undoes it."""
        locked, frozen = self.rules.locked, self.rules.frozen
        locked = certain(locked)
        frozen = certain(frozen)
        inverse = LockChange(
            change.areas, locked[change.areas], change.territories, frozen[change.territories]
        )
        locked[change.areas] = change.locked
        frozen[change.territories] = change.frozen
        return inverse

    def _homes(self) -> Homes:
        if self._start.homes is not None:
            return self._start.homes
        centres = self.figures.centres[: self.territory_count]
        return Homes(centres, np.full(self.territory_count, NO_AREA))

    def _share_changed(self, labels: IntArray) -> float:
        return self._start.with_labels(labels).changed_share or 0.0

    def _check(self, stroke: Stroke) -> None:
        areas, territories = stroke.areas, stroke.territories
        if not len(areas):
            return
        if areas.min() < 0 or areas.max() >= len(self.labels):
            raise InvalidInput("A stroke names an area that does not exist.")
        if territories.min() < UNASSIGNED or territories.max() >= self.territory_count:
            raise InvalidInput("A stroke names a territory that does not exist.")
        if len(np.unique(areas)) < len(areas):
            raise InvalidInput("A stroke names an area twice.")


def _worst_of(deviation_pct: FloatArray) -> float:
    """Largest absolute deviation of the k territories, without the row of nobody."""
    return float(np.abs(deviation_pct[:-1]).max(initial=0.0))
