"""Everything that one run of territory:balance reads, collected once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

from ...core.arrays import FloatArray
from ...core.balance.case import BalanceCase
from ...core.balance.importance import refuse_zero_totals
from ...core.balance.problem import CriteriaWeights
from ...core.balance.settings import SearchSettings
from ...core.balance.start import Start
from ...core.errors import name_some
from ...core.plan.areas import Areas, combined_weights
from ...core.travel.trips import Trips
from ..feedback import FeedbackProgress
from ..fields import TerritoryNames
from ..texts import counted, tr
from .area_names import NameParameter
from .balance_parameters import BalanceParameters
from .balance_start import GivenStart
from .balance_values import BalanceValues
from .contiguity import ContiguityParameters
from .parameters import label_of, required_source
from .plan_field import read_plan_field
from .representatives import Representatives, read_representatives
from .search_settings import SearchParameters
from .travel_table import CostMatrixParameters
from .trip_counts import TripParameters
from .units import SpatialUnits, read_units


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


def collect(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> Collected:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        If something cannot be used as given.
    """
    values = BalanceValues(algorithm, parameters, context)
    fields = values.fields()
    units = read_units(
        required_source(algorithm, parameters, BalanceParameters.INPUT, context),
        context,
        feedback,
        id_field=values.text(CostMatrixParameters.AREA_ID_FIELD),
        weight_fields=fields,
        labels=dict.fromkeys(fields, label_of(algorithm, BalanceParameters.BALANCE_FIELDS)),
    )
    units.refuse_if_empty()
    expressions = values.expressions(units)
    if not fields and not expressions.size:
        feedback.pushWarning(
            tr(
                "No field to balance is given: territories get about the same number of areas, "
                "whatever is in them. Choose “Fields to balance” for anything else."
            )
        )
    units = with_expressions(units, expressions)
    weights = units.weights if units.weight_fields else np.ones((len(units), 1))
    refuse_zero_totals(weights, values.names_of_criteria())
    settings = SearchParameters.read(algorithm, parameters, context)
    representatives = _representatives(algorithm, parameters, context, feedback, units)
    rules = values.rules(units)
    graph = ContiguityParameters.graph(algorithm, parameters, context, feedback, units)
    shares = values.criterion_shares(len(weights[0]))
    combined = combined_weights(weights, shares)
    areas = Areas(
        units.ids,
        units.positions,
        units.metric,
        weights,
        TripParameters.read(algorithm, parameters, context, feedback, units, combined),
        graph,
        combined,
    )
    trips = Trips(areas, CostMatrixParameters.table(algorithm, parameters, context, feedback))
    if trips.table is not None and representatives is None:
        feedback.pushInfo(
            tr("Homes and travel cost come from the cost matrix ({unit}).").format(unit=trips.unit)
        )
    area_names = NameParameter.read(algorithm, parameters, context, units)
    called = units.ids if area_names is None else area_names
    given = _given_start(values, units, representatives, trips, called, settings.seed)
    start = given.start(units, areas, feedback)
    if given.plan is not None and given.plan.unassigned:
        feedback.pushWarning(
            counted(
                given.plan.unassigned,
                "{count} area has no territory in '{field}'; it is assigned by the search.",
                "{count} areas have no territory in '{field}'; they are assigned by the search.",
                field=values.text(BalanceParameters.TERRITORY_FIELD),
            )
        )
    tell_people_changed(start, feedback)
    locks = rules.locks(called, start)
    case = BalanceCase(
        areas,
        start,
        shares,
        locks,
        rules.groups(units, graph, locks, feedback),
        target_shares=values.target_shares(representatives, start.territory_count),
        criteria=_criteria_of(values, start, feedback),
        limits=rules.limits,
        area_names=called,
    ).with_free_homes(trips, settings.seed, FeedbackProgress(feedback).part(0.03, 0.05))
    counts_trips = bool(values.text(TripParameters.TRIPS_FIELD))
    return Collected(units, given.names(), case, settings, trips, area_names, counts_trips)


def _representatives(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    units: SpatialUnits,
) -> Representatives | None:
    source = algorithm.parameterAsSource(parameters, BalanceParameters.REPS, context)
    if source is None:
        return None
    field = algorithm.parameterAsString(parameters, BalanceParameters.REP_ID_FIELD, context)
    return read_representatives(source, units, feedback, field)


def _given_start(
    values: BalanceValues,
    units: SpatialUnits,
    representatives: Representatives | None,
    trips: Trips,
    called: Sequence[Any],
    seed: int,
) -> GivenStart:
    field = values.text(BalanceParameters.TERRITORY_FIELD)
    plan = read_plan_field(units, field, representatives) if field else None
    stays = values.stays(representatives)
    return GivenStart(plan, representatives, stays, values.count(), trips, called, seed)


def _criteria_of(
    values: BalanceValues, start: Start, feedback: QgsProcessingFeedback
) -> CriteriaWeights:
    """The four weights; stability only where there is a plan to keep."""
    criteria = values.criteria()
    if criteria.stability > 0.0 and not start.is_current:
        feedback.pushWarning(
            tr(
                "“Weight of keeping the current plan” (WEIGHT_STABILITY) has no effect: there is "
                "no current plan (TERRITORY_FIELD)."
            )
        )
    return replace(criteria, stability=start.stability(criteria.stability))


def with_expressions(units: SpatialUnits, values: FloatArray) -> SpatialUnits:
    """The units with further weights (n, e), called criterion_1, criterion_2 and so on."""
    if not values.shape[1]:
        return units
    names = [f"criterion_{number + 1}" for number in range(values.shape[1])]
    return replace(
        units,
        weights=np.hstack([units.weights, values]),
        weight_fields=(*units.weight_fields, *names),
    )


def tell_people_changed(start: Start, feedback: QgsProcessingFeedback) -> None:
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
                names=name_some(start.left),
            )
        )
    if len(start.joined):
        feedback.pushInfo(
            tr("Joined: {names}. Each gets a territory, from those around the home.").format(
                names=name_some([start.names[i] for i in start.joined])
            )
        )
