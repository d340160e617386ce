"""Reading a plan from its layer, at once or in the background while the window goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Union

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from ...core.arrays import FloatArray
from ...core.errors import InvalidInput, TerritoryError
from ...core.plan.editor import PlanEditor
from ...core.plan.territory_figures import deviations_of
from ...core.progress import Cancelled
from ...processing_provider.common.request import Request
from ...processing_provider.common.texts import tr, worded
from ...processing_provider.inputs.judge.evaluate_case import collect
from ...processing_provider.inputs.judge.parameters import JudgeParameters
from ...processing_provider.inputs.layers.features import LayerSnapshot
from ...processing_provider.inputs.travel.parameters import CostMatrixParameters
from ...processing_provider.provider import PROVIDER_ID
from .background import MOST_AT_ONCE, in_background
from .case import PlanCase, case_of, parameters_of
from .people import People, read_people
from .settings import PlanSettings


@dataclass(frozen=True)
class OpenPlan:
    """A plan that was read, ready to be worked on.

    Attributes
    ----------
    case : PlanCase
    editor : PlanEditor
        With the plan as the layer has it; change counts from the plan of the beginning.
    baseline : mapping
        The plan by ids with which the work began, and from which change counts.
    before : ndarray of float, shape (k + 1, c)
        Its deviations in percent, NaN in the row of nobody.
    """

    case: PlanCase
    editor: PlanEditor
    baseline: Mapping[str, str]
    before: FloatArray

    @classmethod
    def of(cls, case: PlanCase, baseline: Mapping[str, str] | None = None) -> OpenPlan:
        """A plan, and another one by ids from which change counts; itself if omitted."""
        plan = case.plan
        if baseline is None:
            editor = PlanEditor(replace(plan, current=plan), case.rules)
            return cls(
                case, editor, case.names_by_id(plan.labels), deviations_of(plan, plan.labels)
            )
        editor = PlanEditor(replace(plan, current=case.beginning(baseline)), case.rules)
        return cls(case, editor, baseline, deviations_of(plan, case.labels_of(baseline)))

    def of_other_weights(self, case: PlanCase) -> OpenPlan:
        """The same work, as far as it has got, after weights of the areas changed."""
        plan = case.plan.with_labels(self.editor.labels)
        current, before = case.beginning(self.baseline), case.labels_of(self.baseline)
        editor = PlanEditor(replace(plan, current=current), self.editor.rules, self.editor.figures)
        return OpenPlan(case, editor, self.baseline, deviations_of(plan, before))


@dataclass(frozen=True)
class _Snapshots(Request):
    """A request whose layers are as they were when it was made."""

    snapshots: Mapping[str, LayerSnapshot] = field(default_factory=dict)

    def source(self, name: str) -> QgsProcessingFeatureSource | None:
        return self.snapshots.get(name)  # type: ignore[return-value] # it answers the same


_LAYERS = (JudgeParameters.INPUT, JudgeParameters.REPS, CostMatrixParameters.COST_MATRIX)


class Reading:
    """All that a plan is read from; made in the window's thread, read in any.

    Parameters
    ----------
    settings : PlanSettings
    project : QgsProject
    baseline : mapping, optional
        The plan by ids from which change counts; that of the layer if omitted.

    Raises
    ------
    InvalidInput
        If a layer or a field is not there any more.
    """

    def __init__(
        self,
        settings: PlanSettings,
        project: QgsProject,
        baseline: Mapping[str, str] | None = None,
    ) -> None:
        self.settings = settings
        layer = settings.area_layer(project)
        if layer is None:
            raise InvalidInput("The layer of areas is not in the project any more.")
        _refuse_missing_fields(settings, layer)
        self.layer: QgsVectorLayer = layer
        self.area_count = layer.featureCount()
        self._baseline = baseline
        self._people = read_people(settings, project)
        self._feedback = QgsProcessingFeedback(False)
        self._request = self._request_of(layer, project)

    def _request_of(self, layer: QgsVectorLayer, project: QgsProject) -> Request:
        people: People = self._people
        registry = QgsApplication.processingRegistry()
        algorithm = registry.createAlgorithmById(f"{PROVIDER_ID}:evaluate")
        if algorithm is None:
            raise InvalidInput("The algorithms of Territory Design are not available.")
        context = QgsProcessingContext()
        context.setProject(project)
        context.setExpressionContext(project.createExpressionContext())  # for its thread
        given = parameters_of(self.settings, layer, people)
        if self.settings.cost_matrix:
            costs = self.settings.cost_layer(project)
            if costs is None:
                raise InvalidInput("The cost matrix is not in the project any more.")
            given[CostMatrixParameters.COST_MATRIX] = costs
        snapshots = {name: LayerSnapshot(given.pop(name)) for name in _LAYERS if name in given}
        return _Snapshots(algorithm, given, context, self._feedback, snapshots)

    def cancel(self) -> None:
        """Nobody wants the answer any more."""
        self._feedback.cancel()

    def read(self) -> OpenPlan:
        """Read, and compute all that the window shows at first.

        Raises
        ------
        TerritoryError, QgsProcessingException
            If it cannot be used as given.
        Cancelled
        """
        case = case_of(collect(self._request), self.settings, self._people)
        found = OpenPlan.of(case, self._baseline)
        if not self._feedback.isCanceled():
            case.prepare()
        return found


def _refuse_missing_fields(settings: PlanSettings, layer: QgsVectorLayer) -> None:
    """Refuse a layer that has lost fields, in the words of the page “Set up”."""
    ours = (settings.plan_field, settings.id_field, settings.trips_field)
    for name in (*ours, *settings.balance_fields):
        if name and layer.fields().lookupField(name) < 0:
            raise InvalidInput("The layer has no field “{name}” any more.", name=name)


Answer = Union[OpenPlan, Exception]
"""What was read, or why it cannot be."""
Reader = Callable[[Reading, Callable[[Answer], None]], None]
"""Reads, and hands the answer on in the window's thread."""


def read_now(reading: Reading, then: Callable[[Answer], None]) -> None:
    """Read at once."""
    then(_answer(reading))


def read_in_background(reading: Reading, then: Callable[[Answer], None]) -> None:
    """Read in a task of QGIS."""
    in_background(tr("Reading the plan"), partial(_answer, reading), then, reading.cancel)


def read_by_size(reading: Reading, then: Callable[[Answer], None]) -> None:
    """Read at once what takes no time, and in the background what does."""
    (read_now if reading.area_count <= MOST_AT_ONCE else read_in_background)(reading, then)


def _answer(reading: Reading) -> Answer:
    try:
        return reading.read()
    except (TerritoryError, QgsProcessingException, Cancelled) as error:
        return error.with_traceback(None)  # whose frames hold all that was read


def words_of(error: Exception) -> str:
    """Why a plan cannot be read, for the user."""
    if isinstance(error, TerritoryError):
        return worded(error.text)
    if isinstance(error, Cancelled):
        return tr("The plan was not read to its end. Open it again.")
    return str(error)
