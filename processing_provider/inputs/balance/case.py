"""Everything that one run of territory:balance reads, collected once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ....core.arrays import BoolArray, FloatArray
from ....core.balance.case import BalanceCase
from ....core.balance.importance import refuse_zero_totals
from ....core.balance.settings import SearchSettings
from ....core.balance.start import Start
from ....core.certain import certain
from ....core.errors import name_some
from ....core.plan.areas import Areas, combined_weights
from ....core.travel.trips import Trips
from ...common.feedback import FeedbackProgress
from ...common.fields import TerritoryNames
from ...common.request import Request
from ...common.texts import counted, tr
from ..contiguity.graph import contiguity_graph
from ..layers.area_names import area_names
from ..layers.plan_field import read_plan_field
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from ..people.representatives import Representatives, given_people
from ..travel.parameters import CostMatrixParameters
from ..travel.table import cost_table
from ..travel.trip_counts import are_trips_known, trip_counts
from .criteria import Criterion, criteria_of, with_criteria, with_expressions
from .parameters import BalanceParameters
from .rules import RuleSettings
from .search import search_settings
from .start import GivenStart, Siting
from .values import BalanceValues


@dataclass(frozen=True)
class Collected:
    """What one run read from its parameters and layers.

    Attributes
    ----------
    units : SpatialUnits
    names : TerritoryNames
    case : BalanceCase
    settings : SearchSettings
    trips : Trips
        With the cost matrix, where there is one.
    area_names : list of str, or None
        What the areas are called, where a field says so.
    counts_trips : bool
        Whether a field says how often each area is visited.
    """

    units: SpatialUnits
    names: TerritoryNames
    case: BalanceCase
    settings: SearchSettings
    trips: Trips
    area_names: list[str] | None = None
    counts_trips: bool = False


@dataclass(frozen=True)
class Ground:
    """What one run read, whatever territories it starts from.

    Attributes
    ----------
    request : Request
    units : SpatialUnits
    areas : Areas
    shares : ndarray of float, shape (c,)
        Importance of the criteria.
    settings : SearchSettings
    rules : RuleSettings
    representatives : Representatives or None
    trips : Trips
    area_names : list of str, or None
    """

    request: Request
    units: SpatialUnits
    areas: Areas
    shares: FloatArray
    settings: SearchSettings
    rules: RuleSettings
    representatives: Representatives | None
    trips: Trips
    area_names: list[str] | None

    @property
    def values(self) -> BalanceValues:
        """The parameters of territory:balance."""
        return BalanceValues(self.request)

    @property
    def counts_trips(self) -> bool:
        """Whether a field says how often each area is visited."""
        return are_trips_known(self.request)

    @property
    def called(self) -> Sequence[Any]:
        """What messages call the areas."""
        return self.units.ids if self.area_names is None else self.area_names

    def given_start(self, count: int | None, candidates: BoolArray | None = None) -> GivenStart:
        """What the user gave to start from, with this number of territories.

        Raises
        ------
        InvalidInput
            If what is given contradicts itself.
        """
        values = self.values
        field = self.request.text(BalanceParameters.TERRITORY_FIELD)
        label = self.request.label(BalanceParameters.TERRITORY_FIELD)
        people = self.representatives
        return GivenStart(
            read_plan_field(self.units, field, label, people) if field else None,
            people,
            values.stays(people),
            count,
            self.trips,
            self.called,
            Siting(self.settings.seed, candidates),
        )

    def collected(self, given: GivenStart) -> Collected:
        """All that one case needs.

        Raises
        ------
        InvalidInput, InfeasibleProblem
            If something cannot be used as given.
        """
        values, feedback, units = self.values, self.request.feedback, self.units
        start = given.start(units, self.areas, feedback)
        if given.plan is not None and given.plan.unassigned:
            feedback.pushWarning(
                counted(
                    given.plan.unassigned,
                    "{count} area has no territory in '{field}'; it is assigned by the search.",
                    "{count} areas have no territory in '{field}'; they are assigned by the "
                    "search.",
                    field=self.request.text(BalanceParameters.TERRITORY_FIELD),
                )
            )
        names = given.names()
        tell_people_changed(start, names, feedback)
        locks = self.rules.locks(self.called, start, names)
        case = BalanceCase(
            self.areas,
            start,
            self.shares,
            locks,
            self.rules.groups(units, certain(self.areas.graph), locks, feedback),
            target_shares=values.target_shares(self.representatives, start.territory_count),
            criteria=criteria_of(values, start, feedback),
            limits=self.rules.limits,
            area_names=self.called,
            territory_names=names.shown_of(range(start.territory_count)),
        ).with_free_homes(
            self.trips, self.settings.seed, FeedbackProgress(feedback).part(0.03, 0.05)
        )
        return Collected(
            units,
            names,
            case,
            self.settings,
            self.trips,
            self.area_names,
            self.counts_trips,
        )


def collect(request: Request) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        If something cannot be used as given.
    """
    ground = read_ground(request)
    return ground.collected(ground.given_start(ground.values.count()))


def read_ground(
    request: Request, criterion: Callable[[SpatialUnits], Criterion] | None = None
) -> Ground:
    """Read what does not depend on the territories to start from.

    Parameters
    ----------
    request : Request
    criterion : callable, optional
        A further criterion to balance, made of the areas.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    values, feedback = BalanceValues(request), request.feedback
    fields = values.fields()
    units = read_layer(
        request,
        BalanceParameters.INPUT,
        id_field=request.text(CostMatrixParameters.AREA_ID_FIELD),
        weights=dict.fromkeys(fields, request.label(BalanceParameters.BALANCE_FIELDS)),
    )
    expressions = values.expressions(units)
    if not fields and not expressions.size and criterion is None:
        feedback.pushWarning(
            tr(
                "No field to balance is given: territories get about the same number of areas, "
                "whatever is in them. Choose “Fields to balance” for anything else."
            )
        )
    units = with_expressions(units, expressions)
    names = [*values.names_of_criteria()]
    if criterion is not None:
        more = criterion(units)
        units = with_criteria(units, [more.name], more.values[:, None])
        names.append(more.name)
    weights = units.weights if units.weight_fields else np.ones((len(units), 1))
    refuse_zero_totals(weights, names)
    settings = search_settings(request)
    representatives = given_people(request, units)
    rules = values.rules(units)
    graph = contiguity_graph(request, units)
    shares = values.criterion_shares(len(weights[0]))
    combined = combined_weights(weights, shares)
    areas = Areas(
        units.ids,
        units.positions,
        units.metric,
        weights,
        trip_counts(request, units, combined),
        graph,
        combined,
    )
    trips = Trips(areas, cost_table(request))
    if trips.table is not None and representatives is None:
        feedback.pushInfo(
            tr("Homes and travel cost come from the cost matrix ({unit}).").format(unit=trips.unit)
        )
    names_of_areas = area_names(request, units)
    return Ground(
        request, units, areas, shares, settings, rules, representatives, trips, names_of_areas
    )


def tell_people_changed(
    start: Start, names: TerritoryNames, feedback: QgsProcessingFeedback
) -> None:
    """Say who left the current plan, and who joined it."""
    if start.labels is None or not start.people_changed:
        return
    free = int(np.count_nonzero(start.labels >= start.territory_count))
    if start.left:
        feedback.pushInfo(
            counted(
                free,
                "Left: {names}. {count} area goes to others.",
                "Left: {names}. {count} areas go to others.",
                names=name_some([names.shown(name) for name in start.left]),
            )
        )
    if len(start.joined):
        feedback.pushInfo(
            tr("Joined: {names}. Each gets a territory, from those around the home.").format(
                names=name_some(names.shown_of(start.joined))
            )
        )
