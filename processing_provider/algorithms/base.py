"""What all algorithms of the provider share: texts, errors, progress, advanced parameters."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ...core.libraries import is_installed
from ..common.feedback import RecordingFeedback
from ..common.garbage import garbage_left_to_the_window, work_expected
from ..common.manual import page_of
from ..common.missing_libraries import why_missing
from ..common.request import Request
from ..common.texts import tr

if TYPE_CHECKING:
    from ..reports.run_reports import RunReports
    from ..runs.preparation import Preparation
    from ..runs.run import Run

ICON_FOLDER = Path(__file__).resolve().parents[2] / "icons"


class TerritoryAlgorithm(QgsProcessingAlgorithm):
    """Base of all algorithms: a subclass names itself, declares parameters, leads to its run.

    Dialogs need no more than that. What a run needs (solvers, writers, reports) is imported
    when one is prepared: all of it together costs more than the rest of the plugin's start.

    A run reads *collect → solve → write*: all sinks are filled after the solver has
    finished, so that bad input or a cancel never leaves half-written layers.
    """

    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    GROUP: ClassVar[str]
    SUMMARY: ClassVar[str]
    HELP: ClassVar[str]
    TAGS: ClassVar[tuple[str, ...]] = ()
    # Libraries without which the algorithm cannot work at all.
    NEEDS: ClassVar[tuple[str, ...]] = ("scipy",)

    _preparation: Preparation
    _reports: RunReports
    _results: dict[str, Any]

    @abstractmethod
    def calculate(self, run: Run) -> dict[str, Any]:
        """Import what the algorithm does when it runs, and do it; the outputs by id.

        By a statement in each algorithm: unloading a plugin, QGIS forgets the modules that import
        statements have brought, and no others. A run of the old code would meet the new core.
        """

    def canExecute(self) -> tuple[bool, str]:
        missing = [library for library in self.NEEDS if not is_installed(library)]
        return not missing, why_missing(missing) if missing else ""

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        ready, why_not = self.canExecute()
        if not ready:
            # Scripts and models do not ask.
            feedback.reportError(why_not, fatalError=True)
            return False
        from ..common.main_thread import load_extensions_here
        from ..runs.preparation import Preparation

        load_extensions_here()
        self._preparation = Preparation.of(self, context)
        work_expected()
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,
    ) -> dict[str, Any]:
        with garbage_left_to_the_window():
            told = RecordingFeedback(QgsProcessingFeedback() if feedback is None else feedback)
            from ..runs.execution import Execution  # here, where no window waits for it

            execution = Execution(self._preparation)
            results, refusal = execution.results_or_refusal(
                Request(self, parameters, context, told), self.calculate
            )
        if refusal is not None:
            # QGIS never lets go of an exception that came out of Python: what its frames hold
            # (layers, open files, arrays) would live until the end of the session.
            del self, parameters, context, feedback, told, execution
            raise QgsProcessingException(refusal)
        self._results, self._reports = results, execution.reports
        return results

    def createInstance(self) -> TerritoryAlgorithm:
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return tr(self.TITLE)

    def group(self) -> str:
        return tr(self.GROUP)

    def groupId(self) -> str:
        return self.GROUP.lower().replace(" ", "")

    def shortDescription(self) -> str:
        return tr(self.SUMMARY)

    def shortHelpString(self) -> str:
        return tr(self.HELP)

    def tags(self) -> list[str]:
        return list(map(tr, self.TAGS))

    def helpUrl(self) -> str:
        """The manual's page, beside the plugin."""
        return QUrl.fromLocalFile(str(page_of(self.NAME))).toString()

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(ICON_FOLDER / f"{self.NAME}.svg")

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write what is laid out as pages: QGIS does so in the thread of the window only."""
        missing = self._reports.lay_out(feedback)
        self._reports.show_table(context)
        return {name: value for name, value in self._results.items() if name not in missing}

    def add_number_outputs(self, **outputs: str) -> None:
        """Declare number outputs: id = description."""
        for name, description in outputs.items():
            self.addOutput(QgsProcessingOutputNumber(name, description))
