"""Alternatives that are compared or exported: runs in the background, with reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingUtils, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ...core.texts import Text
from ...processing_provider.common.fields import TERRITORY_FIELD
from ...processing_provider.common.texts import tr, worded
from ...processing_provider.inputs.judge.compare_parameters import CompareParameters
from ...processing_provider.inputs.judge.evaluate_parameters import EvaluateParameters
from ...processing_provider.inputs.judge.parameters import JudgeParameters
from ...processing_provider.inputs.travel.parameters import CostMatrixParameters, TripParameters
from ...processing_provider.outputs.looks.judge_styles import style_exchange
from ...processing_provider.outputs.looks.styles import TerritoryColours
from ...processing_provider.provider import PROVIDER_ID
from .bench import Bench
from .case import parameters_of
from .colouring import colours_of
from .placing import add_above
from .plan_values import copy_with_plans
from .run import PlanRun, RunResult

BEFORE, AFTER = "plan_before", "plan_after"


class AlternativeRuns(QObject):
    """One run at a time.

    Parameters
    ----------
    bench : Bench
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._page = bench.dock.alternatives
        self._run: PlanRun | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a run goes on."""
        return self._run is not None

    def compare(self, before: Mapping[str, str], after: Mapping[str, str]) -> None:
        """Compare two plans, given by ids; opens the report."""
        session = self._bench.session
        if session is None or not self._is_free():
            return
        layer = copy_with_plans(session, {BEFORE: before, AFTER: after})
        given = parameters_of(session.settings, layer, session.case.people)
        kept = (
            *(JudgeParameters.INPUT, JudgeParameters.BALANCE_FIELDS, TripParameters.TRIPS_FIELD),
            *(CostMatrixParameters.AREA_ID_FIELD, CostMatrixParameters.COST_MATRIX),
        )
        ours = CompareParameters
        parameters = {name: given[name] for name in kept if name in given}
        if session.case.people:
            people = (JudgeParameters.REPS, JudgeParameters.REP_ID_FIELD)
            parameters |= {name: given[name] for name in people}
        parameters |= {
            ours.BEFORE_FIELD: BEFORE,
            ours.AFTER_FIELD: AFTER,
            ours.OUTPUT: "memory:",
            "REPORT": QgsProcessingUtils.generateTempFilename("compare.html"),
        }
        self._page.message.setText(tr("Comparing the plans …"))
        self._start("compare", parameters, self._compared)

    def export(self, plan: Mapping[str, str], path: str) -> None:
        """Write the areas of a plan, given by ids, to a file, and a report beside it."""
        session = self._bench.session
        if session is None or not self._is_free():
            return
        layer = copy_with_plans(session, {TERRITORY_FIELD: plan})
        settings = replace(session.settings, plan_field=TERRITORY_FIELD)
        parameters = parameters_of(settings, layer, session.case.people) | {
            EvaluateParameters.OUTPUT: path,
            "REPORT": str(Path(path).with_suffix(".html")),
        }
        self._page.message.setText(tr("Writing the areas and the report …"))
        self._start("evaluate", parameters, self._exported)

    def _is_free(self) -> bool:
        """Whether nothing goes on; else it is said."""
        if self.is_busy:
            self._page.message.setText(
                tr("Another comparison or export is going on. Wait for its end, and try again.")
            )
        return not self.is_busy

    def cancel(self) -> None:
        """End what is going on; nobody waits for it."""
        run, self._run = self._run, None
        if run is not None:
            run.cancel()

    def _start(
        self, algorithm: str, parameters: dict[str, Any], then: Callable[[RunResult], None]
    ) -> None:
        run = PlanRun(f"{PROVIDER_ID}:{algorithm}", parameters, self._bench.project)
        run.ended.connect(then)
        run.failed.connect(self._failed)
        self._run = run
        run.start()

    def _failed(self, why: str) -> None:
        self._run = None
        self._page.message.setText(why)

    def _compared(self, result: RunResult) -> None:
        self._run = None
        layer = result.layers.get(CompareParameters.OUTPUT)
        if layer is not None and layer.featureCount():
            layer.setName(tr("Areas that change hands"))
            self._show_exchange(layer)
        changed = result.numbers.get("CHANGED_PCT", 0.0)
        self._page.message.setText(
            worded(
                Text.of(
                    "{changed:.1f} % of the weight changes hands. The report is open in the "
                    "browser.",
                    changed=changed,
                )
            )
        )
        report = result.numbers.get("REPORT")
        if report:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(report)))

    def _show_exchange(self, layer: QgsVectorLayer) -> None:
        """What changes hands, in the colours of the map, right above the plan."""
        session = self._bench.session
        if session is None:
            self._bench.project.addMapLayer(layer)
            return
        shown = colours_of(session.layer, session.settings.plan_field, session.case)
        colours = {name: shown[label] for name, label in session.case.label_of.items()}
        style_exchange(TerritoryColours(colours))(layer)
        add_above(self._bench.project, layer, session.layer.id())

    def _exported(self, result: RunResult) -> None:
        self._run = None
        self._page.message.setText(
            tr("Written: {path}").format(path=result.numbers.get(EvaluateParameters.OUTPUT, ""))
        )
