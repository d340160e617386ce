"""The set-up as parameters of territory:balance, and its result as a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsVectorLayer,
)

from ...core.ids import id_key
from ...processing_provider.common.fields import TERRITORY_FIELD
from ...processing_provider.inputs.balance.parameters import BalanceParameters
from ...processing_provider.inputs.balance.search_parameters import SearchParameters
from ...processing_provider.inputs.layers.attributes import plain_value
from ...processing_provider.inputs.layers.features import LayerSnapshot, each_feature
from ...processing_provider.inputs.travel.parameters import CostMatrixParameters, TripParameters
from ...processing_provider.outputs.looks.layer_fields import find_field, quoted
from .people import NAME, SHARE, People
from .settings import PlanSettings
from .starting_points import FROM_COUNT, IMPROVE


@dataclass(frozen=True)
class RunWishes:
    """What is asked of one run.

    Attributes
    ----------
    start : str
        One of :mod:`.starting_points`.
    territories : tuple
        Names of those that are balanced among themselves; empty: all.
    max_change_pct : float
        0: no limit.
    max_seconds : float
        0: no limit.
    output : str
        Where the areas go.
    """

    start: str
    territories: tuple[Any, ...] = ()
    max_change_pct: float = 0.0
    max_seconds: float = 0.0
    output: str = "memory:"


def run_parameters(
    settings: PlanSettings, layer: QgsVectorLayer, people: People, wishes: RunWishes
) -> dict[str, Any]:
    """Parameters of territory:balance."""
    ours = BalanceParameters
    improves = wishes.start == IMPROVE
    given: dict[str, Any] = {
        ours.INPUT: layer.id(),
        ours.BALANCE_FIELDS: list(settings.balance_fields),
        CostMatrixParameters.AREA_ID_FIELD: settings.id_field,
        SearchParameters.MAX_SECONDS: wishes.max_seconds,
        ours.OUTPUT: wishes.output,
    }
    if settings.trips_field:
        given[TripParameters.TRIPS_FIELD] = settings.trips_field
    if settings.cost_matrix:
        given[CostMatrixParameters.COST_MATRIX] = settings.cost_matrix
    if settings.together_field:
        given[ours.TOGETHER_FIELD] = settings.together_field
    if wishes.start == FROM_COUNT:
        given[ours.COUNT] = settings.count
    elif people:
        only = wishes.territories if improves and wishes.territories else None
        given |= {
            ours.REPS: people.layer(layer, only),
            ours.REP_ID_FIELD: NAME,
            ours.TARGET_FIELD: SHARE,
        }
    if improves:
        given |= _of_the_plan(settings, layer, wishes)
    return given


def _of_the_plan(
    settings: PlanSettings, layer: QgsVectorLayer, wishes: RunWishes
) -> dict[str, Any]:
    """What goes with a plan that is improved: locks, change, a selection."""
    ours = BalanceParameters
    given: dict[str, Any] = {ours.TERRITORY_FIELD: settings.plan_field}
    if settings.locked_areas:
        given[ours.LOCKED] = _is_one_of(settings.id_field, settings.locked_areas)
    wanted = {id_key(name) for name in wishes.territories}
    frozen = [name for name in settings.locked_territories if not wanted or name in wanted]
    if frozen:
        given[ours.LOCKED_TERRITORIES] = frozen
    if wishes.max_change_pct > 0.0:
        given[ours.MAX_CHANGE] = wishes.max_change_pct
    if wanted:
        given[ours.INPUT] = QgsProcessingFeatureSourceDefinition(
            layer.id(), filterExpression=_is_one_of(settings.plan_field, sorted(wanted))
        )
    return given


def _is_one_of(field: str, keys: Iterable[str]) -> str:
    """Expression that is true where a field holds one of some ids, however they are spelled."""
    texts = ", ".join("'" + key.replace("'", "''") + "'" for key in keys)
    return f"trim(to_string({quoted(field)})) IN ({texts})"


def plan_reader(layer: QgsVectorLayer, id_field: str) -> Callable[[], dict[str, Any]]:
    """Reads, in any thread, a layer of areas that a run wrote.

    It gives the territory by the spelling of each area's id.
    """
    territory = layer.fields().lookupField(find_field(layer, TERRITORY_FIELD))
    index = layer.fields().lookupField(find_field(layer, id_field))
    snapshot, feedback = LayerSnapshot(layer), QgsProcessingFeedback(False)
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setSubsetOfAttributes([territory, index])

    def read() -> dict[str, Any]:
        return {
            id_key(feature[index]): plain_value(feature[territory])
            for feature in each_feature(snapshot, feedback, request)
        }

    return read
