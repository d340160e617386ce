"""What territory:balance starts from: a plan, representatives, a cost matrix, or a bare number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ....core.arrays import BoolArray, FloatArray, IntArray
from ....core.balance.start import Start
from ....core.certain import certain
from ....core.errors import InvalidInput, name_some
from ....core.plan.areas import NO_AREA, Areas, Homes
from ....core.plan.start import known_lengths, nearest_plan, sited_by_costs, without_gaps
from ....core.siting.homes import best_homes
from ....core.travel.home_costs import HomeCosts
from ....core.travel.trips import METRES, SECONDS, Trips
from ...common.feedback import FeedbackProgress
from ...common.fields import TerritoryNames
from ...common.texts import counted, tr
from ..layers.plan_field import PlanField
from ..layers.units import SpatialUnits
from ..people.homes import costs_from_homes
from ..people.new_names import names_of_new
from ..people.representatives import Representatives, locate_homes


@dataclass(frozen=True)
class Siting:
    """How homes are found where nobody lives anywhere yet.

    Attributes
    ----------
    seed : int
    candidates : ndarray of bool, shape (n,), or None
        Areas in which homes are proposed for a bare number of territories. None: homes are
        proposed only where a cost matrix tells trips between areas.
    """

    seed: int = 1
    candidates: BoolArray | None = None


@dataclass(frozen=True)
class GivenStart:
    """What the user gave to start from.

    Attributes
    ----------
    plan : PlanField or None
    representatives : Representatives or None
    stays : ndarray of bool, shape (reps,), or None
        Which representatives stay where they live.
    count : int or None
        Number of territories; with representatives the known ones and new ones.
    trips : Trips
        With the cost matrix, where there is one.
    called : sequence
        What messages call the areas (n,).
    siting : Siting
        How homes are found where nobody lives anywhere yet.
    """

    plan: PlanField | None
    representatives: Representatives | None
    stays: BoolArray | None
    count: int | None
    trips: Trips
    called: Sequence[Any]
    siting: Siting = Siting()

    def __post_init__(self) -> None:
        if self.count is not None and self.plan is not None:
            raise InvalidInput(
                "“Start 3: number of territories” (COUNT) does not go with “Start 1: the current "
                "plan” (TERRITORY_FIELD), which has its number of territories. Leave one of them "
                "empty; for new territories add their representatives to “Start 2” (REPS)."
            )
        if self.plan is None and self.representatives is None and self.count is None:
            raise InvalidInput(
                "There is nothing to start from. Give one of these: “Start 1: the current plan” "
                "(TERRITORY_FIELD), “Start 2: representatives” (REPS), or “Start 3: number of "
                "territories” (COUNT)."
            )
        known = 0 if self.representatives is None else len(self.representatives)
        if self.count is not None and 1 <= self.count < known:
            raise InvalidInput(
                "“Start 3: number of territories” (COUNT) is {count}, but there are {known} "
                "representatives (REPS), each of whom has a territory. Raise the number to "
                "{known} or more (the others are new territories), leave it empty, or leave out "
                "representatives.",
                count=self.count,
                known=known,
            )

    def names(self) -> TerritoryNames:
        """Names of the territories, new ones last."""
        if self.plan is not None:
            return self.plan.names
        if self.representatives is None:
            return TerritoryNames.numbered(self.count or 0)
        names = self.representatives.names
        new = 0 if self.count is None else self.count - len(names)
        parameter = tr("“Field that identifies a representative” (REP_ID_FIELD)")
        return names.extended(names_of_new(names.values, new, names.field, parameter))

    def start(self, units: SpatialUnits, areas: Areas, feedback: QgsProcessingFeedback) -> Start:
        """The start with homes and costs, as far as they are known.

        Raises
        ------
        InvalidInput, InfeasibleProblem
            If there cannot be so many territories, or the cost matrix does not fit.
        """
        if self.count is not None:
            _refuse_impossible_count(self.count, len(units))
        start = Start(self.names().values)
        if self.plan is not None:
            start = replace(start, labels=self.plan.labels, is_current=True, left=self.plan.left)
        if self.representatives is not None:
            return self._with_people(start, self.representatives, units, areas, feedback)
        if self.siting.candidates is not None and start.labels is None:
            proposed = self._with_homes_of_matrix(start, units, areas, feedback)
            # Nobody lives there yet: they serve as a start, and move where the plan wants them.
            stays = np.zeros(start.territory_count, dtype=bool)
            by_matrix = self.trips.table is not None
            return replace(proposed, stays=stays, search_cost=proposed.cost if by_matrix else None)
        if self.trips.table is not None:
            return self._with_homes_of_matrix(start, units, areas, feedback)
        return start

    def _with_people(
        self,
        start: Start,
        representatives: Representatives,
        units: SpatialUnits,
        areas: Areas,
        feedback: QgsProcessingFeedback,
    ) -> Start:
        """Where the representatives live and what their trips cost."""
        homes, cost = self._homes_and_costs(units, representatives, feedback)
        known = len(representatives)
        stays = np.ones(known, dtype=bool) if self.stays is None else self.stays
        labels = start.labels
        if labels is None:
            labels = nearest_plan(certain(areas.graph), cost, homes.area)
        new = start.territory_count - known
        search_cost = cost if stays.all() or self.trips.table is not None else None
        if new:
            homes = homes.extended(new)
            cost = np.hstack([cost, np.full((len(units), new), np.nan)])
            stays = np.concatenate([stays, np.zeros(new, dtype=bool)])
        return replace(
            start, labels=labels, homes=homes, cost=cost, stays=stays, search_cost=search_cost
        )

    def _homes_and_costs(
        self, units: SpatialUnits, representatives: Representatives, feedback: QgsProcessingFeedback
    ) -> tuple[Homes, FloatArray]:
        """Where the representatives live, and finite costs (n, k) of their trips.

        Raises
        ------
        InvalidInput
            If the cost matrix lacks pairs, or more representatives than areas.
        """
        straight = units.metric.matrix(
            units.positions, representatives.positions, FeedbackProgress(feedback).part(0.0, 0.0)
        )
        costs = None
        if self.trips.table is not None:
            costs = costs_from_homes(self.trips.table, units, representatives, feedback)
        cost, gaps = without_gaps(straight if costs is None else costs.cost)
        tell_gaps(self.called, gaps, feedback)
        area = locate_homes(units, representatives, cost, feedback, self.called)
        return Homes(representatives.positions, area, *_trips_of(costs, straight)), cost

    def _with_homes_of_matrix(
        self, start: Start, units: SpatialUnits, areas: Areas, feedback: QgsProcessingFeedback
    ) -> Start:
        """Homes from the cost matrix alone: nobody said where the representatives live.

        A plan gets the best home inside each territory; a bare count gets the homes of a
        p-median on the matrix, numbered from north to south.
        """
        area = self._area_of_homes(start, areas, units.layer_name, feedback)
        trips, everywhere = self.trips, np.arange(len(units))
        ids = [units.ids[i] for i in area.tolist()]
        cost, gaps = without_gaps(trips.cost(area, everywhere).T)
        tell_gaps(self.called, gaps, feedback)
        metres, seconds = (trips.between(ids, everywhere, q) for q in (METRES, SECONDS))
        straight = units.metric.matrix(
            units.positions, units.positions[area], FeedbackProgress(feedback).part(0.0, 0.0)
        )
        homes = Homes(
            units.positions[area],
            area,
            known_lengths(None if metres is None else metres.T, straight),
            None if seconds is None else seconds.T,
        )
        labels = start.labels
        if labels is None:
            labels = nearest_plan(certain(areas.graph), cost, area)
        return replace(start, labels=labels, homes=homes, cost=cost, search_cost=cost)

    def _area_of_homes(
        self, start: Start, areas: Areas, layer: str, feedback: QgsProcessingFeedback
    ) -> IntArray:
        trips = self.trips
        if not trips.may_be_home.any():
            raise InvalidInput(
                "“Cost matrix” (COST_MATRIX) has rows from no area of {layer}, so that it tells "
                "nothing about where homes could be. Give the representatives (REPS) whose trips "
                "it holds, or a matrix between areas.",
                layer=layer,
            )
        progress = FeedbackProgress(feedback).part(0.03, 0.05)
        if start.labels is None:
            candidates, seed = self.siting.candidates, self.siting.seed
            return sited_by_costs(areas, trips, start.territory_count, seed, candidates, progress)
        area = best_homes(
            trips, start.labels, areas.trips, start.territory_count, progress=progress
        )
        homeless = [start.names[i] for i in np.flatnonzero(area == NO_AREA)]
        if homeless:
            raise InvalidInput.counted(
                len(homeless),
                "“Cost matrix” (COST_MATRIX) has rows from no area of {count} territory: {names}. "
                "Add rows from at least one of its areas.",
                "“Cost matrix” (COST_MATRIX) has rows from no area of {count} territories: "
                "{names}. Add rows from at least one area of each.",
                names=name_some(homeless),
            )
        return area


def _refuse_impossible_count(count: int, areas: int) -> None:
    if count < 1:
        raise InvalidInput(
            "“Start 3: number of territories” (COUNT) is {count}; a plan needs at least 1 "
            "territory. Raise the number.",
            count=count,
        )
    if count > areas:
        raise InvalidInput(
            "“Start 3: number of territories” (COUNT) is {count}, but there are only {areas} "
            "areas; each territory needs at least one. Reduce the number.",
            count=count,
            areas=areas,
        )


def _trips_of(
    costs: HomeCosts | None, straight: FloatArray
) -> tuple[FloatArray, FloatArray | None]:
    """Metres (n, k), and seconds where they are known."""
    if costs is None:
        return straight, None
    return known_lengths(costs.distance_m, straight), costs.cost if costs.is_time else None


def tell_gaps(called: Sequence[Any], gaps: BoolArray, feedback: QgsProcessingFeedback) -> None:
    """Say which areas some home cannot reach, and what such a trip (n, k) counts."""
    areas = [called[i] for i in np.flatnonzero(gaps.any(axis=1))]
    if areas:
        feedback.pushWarning(
            counted(
                len(areas),
                "{count} area is not connected with some home ({names}); such a trip counts as "
                "twice the longest one.",
                "{count} areas are not connected with some home ({names}); such a trip counts as "
                "twice the longest one.",
                names=name_some(areas),
            )
        )
